"""The JSON contract, to the letter."""

from __future__ import annotations

import json

from msgspec.structs import replace

from pipeline import __version__
from pipeline.report import json_report
from pipeline.text import Span
from tests.report.sample import SHA, SOURCE, finding, number, result, waiver


def test_whole_object() -> None:
    given = result(finding("heals eczema"), waived=(waiver(number()),))
    assert json.loads(json_report.to_json(given)) == {
        "version": 1,
        "tool": {"name": "nostrum", "version": __version__},
        "files": [{"path": "content/tea.md", "sha256": SHA, "words": 10, "checked": True}],
        "findings": [
            {
                "rule": "HC101",
                "name": "disease-treatment",
                "severity": "error",
                "confidence": "high",
                "path": "content/tea.md",
                "line": 3,
                "column": 9,
                "end_line": 3,
                "end_column": 21,
                "offset": 15,
                "end_offset": 27,
                "excerpt": "heals eczema",
                "message": "Says that tea treats a disease.",
                "fix": "Delete the claim.",
                "suggestion": None,
                "replaces": None,
                "basis": ["21 CFR 101.93(g)(2)(i)"],
                "markets": ["US", "EU"],
                "curable_by": [],
                "fingerprint": given.findings[0].fingerprint,
            }
        ],
        "waived": [
            {
                "rule": "HC502",
                "name": "number-without-citation",
                "severity": "warning",
                "confidence": "high",
                "path": "content/tea.md",
                "line": 3,
                "column": 33,
                "end_line": 3,
                "end_column": 37,
                "offset": 39,
                "end_offset": 43,
                "excerpt": "100%",
                "message": "A number has no reference: 100%.",
                "fix": "Cite its source, or drop it.",
                "suggestion": None,
                "replaces": None,
                "basis": [],
                "markets": ["US", "EU"],
                "curable_by": [],
                "fingerprint": given.waived[0].finding.fingerprint,
                "waiver": {"reason": "quoted from a leaflet", "by": "A. Editor", "until": "2027-01-31"},
            }
        ],
        "summary": {"files": 1, "words": 10, "rules": 1, "errors": 1, "warnings": 0, "infos": 0, "waived": 1},
    }


def test_excerpt_is_the_source_character_for_character() -> None:
    source = "# Tea\n\nIt cu\u200bres \u202eall\u202c, 😀 and ##[group]\x9b too.\n"
    words = "cu\u200bres \u202eall\u202c, 😀 and ##[group]\x9b"
    text = json_report.to_json(result(finding(words, source=source), source=source))
    (found,) = json.loads(text)["findings"]
    assert source[found["offset"] : found["end_offset"]] == found["excerpt"] == words
    assert text.isascii()
    assert "##[" not in text


def test_contract_example() -> None:
    found = json.loads(json_report.to_json(result(finding("heals eczema"))))["findings"][0]
    assert SOURCE[found["offset"] : found["end_offset"]] == "heals eczema"
    assert SOURCE.split("\n")[found["line"] - 1][found["column"] - 1 : found["end_column"] - 1] == "heals eczema"


def test_a_suggestion_is_exact_and_has_its_place() -> None:
    given = replace(finding("heals eczema"), suggestion="disclaimers: [a]\n", replaces=Span(3, 3))
    (found,) = json.loads(json_report.to_json(result(given)))["findings"]
    assert (found["suggestion"], found["replaces"]) == ("disclaimers: [a]\n", {"offset": 3, "end_offset": 3})
