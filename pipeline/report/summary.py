"""The last line of a report: what was checked and what came of it. Green is never silent."""

from __future__ import annotations

from pipeline.report.plain import count, listed
from pipeline.report.result import Summary


def sentence(figures: Summary) -> str:
    """Such as `3 errors and 1 warning in 2 files (3,120 words, 21 rules).`"""
    checked = ", ".join([count(figures.words, "word"), *([count(figures.rules, "rule")] if figures.rules else [])])
    return f"{found(figures)} in {count(figures.files, 'file')} ({checked}).{_waived(figures.waived)}"


def found(figures: Summary) -> str:
    """Such as `3 errors and 1 warning`."""
    kinds = ((figures.errors, "error"), (figures.warnings, "warning"), (figures.infos, "note"))
    parts = [count(number, kind) for number, kind in kinds if number]
    return listed(parts) or "Nothing found"


def _waived(number: int) -> str:
    return f" {count(number, 'finding')} waived." if number else ""
