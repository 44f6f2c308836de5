"""Which formats there are, and the writer of each. A writer is imported when it is asked for."""

from __future__ import annotations

from enum import StrEnum

from pipeline.report.result import LintResult
from pipeline.report.terminal import Look


class Format(StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    CSV = "csv"


def write(result: LintResult, form: Format, look: Look | None = None) -> str:
    """The report in the format; `look` matters for text only."""
    match form:
        case Format.JSON:
            from pipeline.report import json_report

            return json_report.to_json(result)
        case Format.SARIF:
            from pipeline.report import sarif

            return sarif.write(result)
        case Format.GITHUB:
            from pipeline.report import github

            return github.write(result)
        case Format.JUNIT:
            from pipeline.report import junit

            return junit.write(result)
        case Format.CSV:
            from pipeline.report import csv_report

            return csv_report.write(result)
        case Format.TEXT:
            from pipeline.report import terminal

            return terminal.write(result, look)
