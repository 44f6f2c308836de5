"""Every rule about claims against its table of sentences: the exact words, and the exact set of HC findings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from pipeline.rules.catalogue import RULES
from tests.rules.judged import PAGES, STATED, findings

CASES = Path(__file__).parent / "cases"
HEAD = "## Part\n\n"


class Fires(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text with the reported words in braces, the severity, and other HC findings."""

    text: str
    severity: Literal["error", "warning", "info"]
    page: str = "seller"
    also: tuple[str, ...] = ()


class Quiet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text that the rule leaves alone, and what other rules say of it."""

    text: str
    page: str = "seller"
    also: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of cases."""

    rule: str
    fires: tuple[Fires, ...]
    quiet: tuple[Quiet, ...]


TABLES = {path.stem: msgspec.yaml.decode(path.read_bytes(), type=Table) for path in sorted(CASES.glob("*.yaml"))}
FIRES = [pytest.param(table.rule, case, id=f"{table.rule} {case.text}") for table in TABLES.values() for case in table.fires]
QUIET = [pytest.param(table.rule, case, id=f"{table.rule} {case.text}") for table in TABLES.values() for case in table.quiet]


def judged(page: str, text: str) -> list[tuple[str, str, str, int]]:
    """Rule, severity, excerpt and offset in the text of each HC finding in the body."""
    front = PAGES[page] + STATED
    found = findings(front, HEAD + text, "HC")
    start = len(f"---\ntitle: Page\n{front}---\n\n{HEAD}")
    return [(f.rule, f.severity.value, f.excerpt, f.span.start - start) for f in found if f.span.start >= start]


@pytest.mark.parametrize(("rule", "case"), FIRES)
def test_reports_these_words(rule: str, case: Fires) -> None:
    text = case.text.replace("{", "").replace("}", "")
    marked = [(m[1], m.start() - 2 * number) for number, m in enumerate(re.finditer(r"\{([^}]*)\}", case.text))]
    found = judged(case.page, text)
    assert [(excerpt, at) for code, _, excerpt, at in found if code == rule] == marked
    assert {severity for code, severity, _, _ in found if code == rule} == {case.severity}
    assert sorted({code for code, *_ in found} - {rule}) == sorted(case.also)


@pytest.mark.parametrize(("rule", "case"), QUIET)
def test_leaves_these_alone(rule: str, case: Quiet) -> None:
    assert rule not in case.also
    assert sorted({code for code, *_ in judged(case.page, case.text)}) == sorted(case.also)


def test_every_table_belongs_to_a_rule() -> None:
    names = {rule.code: rule.name for rule in RULES}
    assert {stem: names[table.rule] for stem, table in TABLES.items()} == {stem: stem for stem in TABLES}
