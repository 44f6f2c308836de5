"""The last line of a report: what was checked and what came of it. Green is never silent."""

from __future__ import annotations

from pipeline.report.plain import count, listed
from pipeline.report.result import LintResult


def sentence(result: LintResult) -> str:
    """Such as `3 errors and 1 warning in 2 files (3,120 words, 21 rules).`"""
    figures = result.summary
    checked = ", ".join([count(figures.words, "word"), *([count(figures.rules, "rule")] if figures.rules else [])])
    return f"{found(result)} in {count(figures.files, 'file')} ({checked}).{_waived(figures.waived)}"


def found(result: LintResult) -> str:
    """Such as `3 errors and 1 warning`."""
    figures = result.summary
    kinds = ((figures.errors, "error"), (figures.warnings, "warning"), (figures.infos, "note"))
    parts = [count(number, kind) for number, kind in kinds if number]
    return listed(parts) or "Nothing found"


def _waived(number: int) -> str:
    return f" {count(number, 'finding')} waived." if number else ""
