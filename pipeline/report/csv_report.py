"""`--format csv`: one finding a row, safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP's "CSV
Injection" page advises; line ends inside cells are folded to blanks, so a row is always a line.
"""

from __future__ import annotations

import csv
import io

from pipeline.findings import Finding, Waived
from pipeline.report.plain import name, one_line
from pipeline.report.result import LintResult

COLUMNS = (
    *("path", "line", "column", "end_line", "end_column", "severity", "confidence", "rule", "name"),
    *("message", "fix", "excerpt", "basis", "markets", "fingerprint", "waived"),
)
# Full-width forms too: some spreadsheets fold them to the plain signs.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(result: LintResult) -> str:
    """A header row, the findings, then the waived ones with who waived them and why."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(_row(finding, "") for finding in result.findings)
    table.writerows(_row(item.finding, _waiver(item)) for item in result.waived)
    return out.getvalue()


def _row(finding: Finding, waived: str) -> list[str]:
    places = (finding.start.line, finding.start.column, finding.end.line, finding.end.column)
    words = (
        *(finding.severity, finding.confidence, finding.rule, finding.name, finding.message, finding.fix, finding.excerpt),
        *("; ".join(finding.basis), " ".join(finding.markets), finding.fingerprint, waived),
    )
    return [_cell(cell) for cell in (name(finding.path), *map(str, places), *map(one_line, words))]


def _waiver(item: Waived) -> str:
    return f"until {item.until} by {item.by}: {item.reason}"


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
