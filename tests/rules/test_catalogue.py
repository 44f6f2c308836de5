"""What every rule owes its readers: a page, a legal basis that says what nobody checked, a cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.rules.base import Rule
from pipeline.rules.catalogue import RULES
from pipeline.rules.run import active_rules
from tests.rules import test_cases, test_pages
from tests.verify import test_outputs, test_wanted

SECTIONS = ("What", "Why", "Bad", "Good", "Legal basis", "What cures it", "What does not", "Fix")
OTHERS = ("HW101",)  # its page speaks of project policy, not of law, and has headings of its own
# The rules of the field by code, and the project's own: undeclared relationship, raw HTML, suspicious characters, style, waivers.
FIELD = (
    *(f"HC10{n}" for n in range(1, 8)),
    *(f"HC20{n}" for n in range(1, 8)),
    *("HC301", "HC302", "HC303", "HC401", "HC402", "HC403", "HC501", "HC502", "HC601", "HC602", "HC701"),
    *("HC801", "HC802", "HC803", "HC804", "HC901"),
    *(f"HD10{n}" for n in range(1, 6)),
    *(f"HR10{n}" for n in range(1, 5)),
    *(f"HE10{n}" for n in range(1, 6)),
    "HX101",
)
FEWEST = 8
# HE105 looks at finished outputs, so its cases stand in tests/verify: pages that hide or alter words, and harmless printings of them.
IN_OUTPUTS = "HE105"
OWN = ("HD106", "HS101", "HW101", "HX102", "HX103")


def test_the_catalogue_holds_every_rule_once() -> None:
    codes = [rule.code for rule in RULES]
    assert sorted(codes) == sorted((*FIELD, *OWN))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len(FIELD) == 45


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in OTHERS], ids=lambda rule: rule.code)
def test_a_page_has_every_section(rule: Rule) -> None:
    headings = re.findall(r"^(\S.*)$", rule.page, flags=re.MULTILINE)[1:]
    assert tuple(headings) == SECTIONS
    assert all(len(part.strip()) > 3 for part in re.split(r"^\S.*$", rule.page, flags=re.MULTILINE)[2:])


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in OTHERS], ids=lambda rule: rule.code)
def test_a_page_says_what_nobody_checked(rule: Rule) -> None:
    law = rule.page.split("Legal basis")[1].split("What cures it")[0]
    official = [basis for basis in rule.basis if basis.checked is None and re.search(r"\d", basis.citation)]
    if official:
        assert re.search(r"nobody\s+here\s+has\s+checked|Crossref|Kincaid|practice", law), rule.code


def test_modules_are_named_like_their_rules() -> None:
    folder = Path(__file__).parents[2] / "pipeline" / "rules"
    modules = {path.stem for path in folder.glob("*.py") if 'code="' in path.read_text(encoding="utf-8")}
    assert len(modules) == len(RULES)


def test_every_rule_has_its_cases() -> None:
    sentences = {table.rule: min(len(table.fires), len(table.quiet)) for table in test_cases.TABLES.values()}
    articles = {table.rule: min(len(table.fires), len(table.quiet)) for table in test_pages.TABLES.values()}
    assert sentences.keys() & articles.keys() == set()
    assert {rule for rule, fewer in (sentences | articles).items() if fewer < FEWEST} == set()
    assert {rule.code for rule in RULES} - sentences.keys() - articles.keys() == {IN_OUTPUTS}
    for test in (test_outputs.test_hidden_and_altered_statements_are_named, test_wanted.test_what_outputs_print_between_the_words):
        (mark,) = vars(test)["pytestmark"]
        assert len(mark.args[1]) >= FEWEST


def test_select_and_ignore_take_prefixes() -> None:
    assert {rule.code for rule in active_rules(("HC1",), ("HC10",))} == set()
    assert [rule.code for rule in active_rules(("HC3",), ("HC302",))] == ["HC301", "HC303"]
    assert "HS101" not in {rule.code for rule in active_rules((), ("HS",))}


def test_what_nobody_may_waive() -> None:
    field = {"HC101", "HC105", "HC202", "HC801", "HC804", "HC901", "HD101", "HD102", "HE101", "HE102"}
    assert {rule.code for rule in RULES if rule.locked} - {"HE105", "HW101"} == field
