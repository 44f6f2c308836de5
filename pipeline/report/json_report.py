"""`--format json`: the contract that other people's scripts rely on (ARCHITECTURE.md, Contracts).

`path`, `excerpt` and `suggestion` are exact, so that source[offset:end_offset] == excerpt and a suggestion can be put
in the place that `replaces` names; JSON's own escapes keep them harmless. The output is ASCII: it reads the same
whatever encoding a script assumes.
"""

from __future__ import annotations

from typing import Any

from pipeline import __version__
from pipeline.findings import Finding, Waived
from pipeline.report.json_text import text_of
from pipeline.report.plain import one_line
from pipeline.report.result import LintResult, Summary

VERSION = 1


def to_json(result: LintResult) -> str:
    """The whole run as one JSON object."""
    return dump(
        {
            "version": VERSION,
            "tool": {"name": "nostrum", "version": __version__},
            "files": [{"path": file.path, "sha256": file.sha256, "words": file.words, "checked": True} for file in result.files],
            "findings": map(finding_object, result.findings),
            "waived": map(_waived, result.waived),
            "summary": _summary(result.summary),
        }
    )


def dump(value: object) -> str:
    """JSON in ASCII with a line end; never `##[`, which GitHub's runner would act on in a log."""
    return text_of(value).replace("##[", "#\\u0023[") + "\n"


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding by the contract."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "path": finding.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "offset": finding.span.start,
        "end_offset": finding.span.end,
        "excerpt": finding.excerpt,
        "message": one_line(finding.message),
        "fix": one_line(finding.fix),
        "suggestion": finding.suggestion,
        "replaces": None if finding.replaces is None else {"offset": finding.replaces.start, "end_offset": finding.replaces.end},
        "basis": list(finding.basis),
        "markets": list(finding.markets),
        "curable_by": list(finding.curable_by),
        "fingerprint": finding.fingerprint,
    }


def _waived(waived: Waived) -> dict[str, Any]:
    waiver = {"reason": one_line(waived.reason), "by": one_line(waived.by), "until": waived.until}
    return {**finding_object(waived.finding), "waiver": waiver}


def _summary(summary: Summary) -> dict[str, int]:
    return {
        "files": summary.files,
        "words": summary.words,
        "rules": summary.rules,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "infos": summary.infos,
        "waived": summary.waived,
    }
