"""Which formats there are, and how each is written. A writer is imported when it is asked for.

Text is told file by file, while the others are still being judged; the formats for machines are one
document each and are written at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pipeline.report import terminal
from pipeline.report.result import Judged, LintResult, Tally, gathered
from pipeline.report.terminal import Look

if TYPE_CHECKING:
    from pipeline.rules.base import Rule


class Format(StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    CSV = "csv"


class Teller(Struct):
    """The text report, told as the files are judged: only counts are kept. `out` takes its pieces in order."""

    look: Look
    out: Callable[[str], object]
    tally: Tally = field(default_factory=Tally)

    def take(self, judged: Judged) -> None:
        """Tell the findings of one file."""
        self.tally.add(judged)
        for block in terminal.blocks(judged.file, judged.findings, self.look):
            self.out(f"{block}\n")

    def end(self, rules: tuple[Rule, ...]) -> None:
        """Sum up; where no file could be read, there is nothing to sum up."""
        if self.tally.files:
            self.out(terminal.ending(self.tally, len(rules), self.look))


class Collector(Struct):
    """A report for machines, made at the end: findings are kept, articles are not."""

    form: Format
    out: Callable[[str], object]
    tally: Tally = field(default_factory=Tally)
    kept: list[Judged] = field(default_factory=list)

    def take(self, judged: Judged) -> None:
        """Keep what was found in one file."""
        self.tally.add(judged)
        self.kept.append(replace(judged, file=judged.file.without_source()))

    def end(self, rules: tuple[Rule, ...]) -> None:
        """Write the whole."""
        self.out(write(gathered(self.kept, rules), self.form))


def reporter(form: Format, look: Look, out: Callable[[str], object]) -> Teller | Collector:
    """Who takes the judged files one by one and reports them in the format."""
    return Teller(look, out) if form is Format.TEXT else Collector(form, out)


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
            return terminal.write(result, look)
