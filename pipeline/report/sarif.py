"""`--format sarif`: SARIF 2.1.0, as code scanning services read it.

Source: OASIS Standard, Static Analysis Results Interchange Format 2.1.0 plus errata 01. Columns are
counted in characters (columnKind unicodeCodePoints) and ends are exclusive, as in our own spans.
"""

from __future__ import annotations

from itertools import chain
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.findings import Finding, Severity, Waived
from pipeline.report.json_report import dump
from pipeline.report.plain import one_line
from pipeline.report.result import CheckedFile, LintResult
from pipeline.rules.base import Rule
from pipeline.text import shown

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The name says how the hash is made, so that a better way can be told apart from this one.
FINGERPRINT = "nostrumFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(result: LintResult) -> str:
    """The whole run as one SARIF log."""
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(result)]})


def _run(result: LintResult) -> dict[str, Any]:
    places = {file.path: number for number, file in enumerate(result.files)}
    rules = {rule.code: number for number, rule in enumerate(result.rules)}
    open_results = (_result(finding, places, rules) for finding in result.findings)
    waived = ({**_result(item.finding, places, rules), "suppressions": [_suppression(item)]} for item in result.waived)
    driver = {"name": "nostrum", "version": __version__, "semanticVersion": __version__, "rules": [_rule(rule) for rule in result.rules]}
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [_artifact(file) for file in result.files],
        "results": chain(open_results, waived),
    }


def _artifact(file: CheckedFile) -> dict[str, Any]:
    return {
        "location": {"uri": _uri(file.path)},
        "encoding": "utf-8",
        "mimeType": "text/markdown",
        "hashes": {"sha-256": file.sha256},
    }


def _uri(path: str) -> str:
    """A relative URI reference; a first segment with a colon would read as a scheme (RFC 3986, 4.2)."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/!$&'()*+,;=@~")


def _rule(rule: Rule) -> dict[str, Any]:
    citations = [one_line(basis.citation) for basis in rule.basis]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": one_line(rule.title)},
        "fullDescription": {"text": one_line(rule.fix)},
        "help": {"text": shown(rule.page.strip())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"precision": rule.confidence, "tags": list(rule.markets), "basis": citations},
    }


def _result(finding: Finding, places: dict[str, int], rules: dict[str, int]) -> dict[str, Any]:
    index = {"ruleIndex": rules[finding.rule]} if finding.rule in rules else {}
    return {
        "ruleId": finding.rule,
        **index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{one_line(finding.message)}\nWhat to do: {one_line(finding.fix)}"},
        "locations": [{"physicalLocation": {"artifactLocation": _location(finding.path, places), "region": _region(finding)}}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "confidence": finding.confidence,
            "basis": [one_line(citation) for citation in finding.basis],
            "markets": list(finding.markets),
            "curableBy": list(finding.curable_by),
        },
        **_fixes(finding, places),
    }


def _fixes(finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    """The suggestion as a change that a person can accept (3.55); nothing where it has gaps to fill or belongs elsewhere."""
    if finding.suggestion is None or finding.replaces is None:
        return {}
    start, end = finding.replaces
    change = {"deletedRegion": {"charOffset": start, "charLength": end - start}, "insertedContent": {"text": shown(finding.suggestion)}}
    changes = [{"artifactLocation": _location(finding.path, places), "replacements": [change]}]
    return {"fixes": [{"description": {"text": "The nearest wording that evidence and law allow."}, "artifactChanges": changes}]}


def _location(path: str, places: dict[str, int]) -> dict[str, Any]:
    return {"uri": _uri(path), **({"index": places[path]} if path in places else {})}


def _region(finding: Finding) -> dict[str, Any]:
    return {
        "startLine": finding.start.line,
        "startColumn": finding.start.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
        "charOffset": finding.span.start,
        "charLength": finding.span.end - finding.span.start,
        "snippet": {"text": shown(finding.excerpt)},
    }


def _suppression(waived: Waived) -> dict[str, Any]:
    """A waiver is a decision on record, whether it stands in the article or in waivers.yaml."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": one_line(waived.reason),
        "properties": {"by": one_line(waived.by), "until": waived.until},
    }
