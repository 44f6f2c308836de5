"""`--format github`: workflow commands that show findings beside the lines of a pull request.

Escaping as in github.com/actions/toolkit, packages/core/src/command.ts: `%`, CR and LF in a
message, and `:` and `,` as well in a property. Columns are given only for places on one line,
because the runner drops annotations whose columns span lines.
"""

from __future__ import annotations

from pipeline.findings import Finding, Severity
from pipeline.report.plain import name, one_line, tame
from pipeline.report.result import LintResult
from pipeline.report.summary import sentence

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(result: LintResult) -> str:
    """One annotation a line, then the summary in words."""
    return "".join(f"{line}\n" for line in [*map(_annotation, result.findings), tame(sentence(result.summary))])


def _annotation(finding: Finding) -> str:
    properties = {
        "file": name(finding.path),
        "line": finding.start.line,
        "endLine": finding.end.line,
        **_columns(finding),
        "title": f"{finding.rule} {finding.name}",
    }
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = _data(f"{one_line(finding.message)} {one_line(finding.fix)}".strip())
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}"


def _columns(finding: Finding) -> dict[str, int]:
    if finding.start.line != finding.end.line:
        return {}
    return {"col": finding.start.column, "endColumn": finding.end.column}


def _data(text: str) -> str:
    """Message text; `##[` is broken up for runners that still read the older syntax."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "#\\u{23}[")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
