"""Every suggestion, put in place of what was found in every must-fire case: the finding is gone and no error has come.

`python -m tests.rules.test_suggestions` prints the share of findings that have one, rule by rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from pipeline.article.read import document_of
from pipeline.article.site import STRAY, Site
from pipeline.article.source import Source
from pipeline.claims.detect import read
from pipeline.evidence.register import Register
from pipeline.findings import Finding
from pipeline.rules.base import Context
from pipeline.rules.catalogue import RULES
from pipeline.rules.run import active_rules, run_rules
from pipeline.text import Span
from tests.rules import test_cases, test_pages
from tests.rules.judged import PAGES, REGISTER, STATED, TODAY

NUTRIENTS = "relationship: seller\nproducts: [{name: PrimaDerm Daily, ingredients: [zinc 10 mg, vitamin C, magnesium]}]\nmarkets: [%s]\n"
# A page of claims that sells to everybody is read again as one for the US, and as one whose product holds nutrients.
ALSO = {"seller": (PAGES["US"], NUTRIENTS % "US, EU, UK"), "EU": (NUTRIENTS % "EU, UK",)}
FDA = "fda-structure-function"
# Where no wording can stand in for what is found; each page says why.
NONE = frozenset({"HC103", "HC104", "HC107", "HE104", "HE105", "HR103", "HS101", "HX101"})
# Making a hidden word readable shows what the sentence claims.
REVEALS = frozenset({"HX103"})
# The lawful statement takes the citation of a study in mice out of the page, and with it the only one that the page has.
UNCITED = Counter({"HR101": 1})
# Where one stands for most cases but not for all: what is left has to be deleted.
WHY = re.compile(r"No wording (?:of ours )?is suggested")


class Case(NamedTuple):
    """An article that breaks a rule, and what it is judged by."""

    rule: str
    source: str
    site: Site = STRAY
    register: Register = REGISTER
    today: object = TODAY


def judge(case: Case, source: str, *select: str) -> tuple[Finding, ...]:
    """The findings of some rules in a text that stands in the case's place; those about style are left out."""
    document = document_of(Source("article.md", source, "0" * 64), case.site)
    context = Context(document, read(document, case.register), case.register, case.site, case.today)  # type: ignore[arg-type]
    return run_rules(context, active_rules(select, ("HS",)))


def sentences() -> Iterator[Case]:
    """The cases of one sentence, on their own page and on others."""
    for table in test_cases.TABLES.values():
        for case in table.fires:
            text = test_cases.HEAD + re.sub("[{}]", "", case.text)
            stated = STATED if table.rule == "HC201" else STATED.replace("]", f", {FDA}]")
            for front in (PAGES[case.page], *ALSO.get(case.page, ())):
                yield Case(table.rule, f"---\ntitle: Page\n{front}{stated}---\n\n{text}\n")


def articles(folder: Path) -> Iterator[Case]:
    """The cases of a whole article."""
    for table in test_pages.TABLES.values():
        for case in table.fires:
            source, _ = test_pages.written(table, case)
            yield Case(table.rule, source, test_pages._settings(case.site), test_pages._register(case, folder), case.today)


@cache
def cases() -> tuple[Case, ...]:
    with TemporaryDirectory() as folder:
        return (*sentences(), *articles(Path(folder)))


class Applied(NamedTuple):
    """A text with suggestions in place, and where they stand."""

    source: str
    spans: tuple[Span, ...]


def applied(source: str, found: tuple[Finding, ...]) -> Applied:
    """All suggestions that have a place, put there at once; the FDA statement is named where one refers to it."""
    changes = sorted({(f.replaces, f.suggestion) for f in found if f.replaces is not None and f.suggestion is not None})
    if any("\\*" in text for _, text in changes) and FDA not in source:
        key = "disclaimers: ["
        at = source.index(key) + len(key) if key in source else source.index("\n") + 1
        changes = sorted([*changes, (Span(at, at), f"{FDA}, " if key in source else f"{key}{FDA}]\n")])
    spans, moved = [], 0
    for span, text in changes:
        source = source[: span.start + moved] + text + source[span.end + moved :]
        spans.append(Span(span.start + moved, span.start + moved + len(text)))
        moved += len(text) - (span.end - span.start)
    return Applied(source, tuple(spans))


def errors(found: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.rule for finding in found if finding.severity == "error")


@pytest.mark.parametrize("number", range(len(cases())), ids=lambda number: f"{cases()[number].rule} {number}")
def test_a_suggestion_mends_and_adds_no_error(number: int) -> None:
    case = cases()[number]
    before = judge(case, case.source)
    mine = tuple(finding for finding in before if finding.rule == case.rule and finding.replaces is not None)
    if not mine:
        return
    after = applied(case.source, mine)
    found = judge(case, after.source)
    again = [f.excerpt for f in found if f.rule == case.rule and any(span.touches(f.span) for span in after.spans)]
    worse = Counter[str]() if case.rule in REVEALS else errors(found) - errors(before) - (UNCITED if case.rule == "HR102" else Counter())
    assert (again, worse) == ([], Counter()), after.source


def shares() -> dict[str, tuple[int, int]]:
    """How many of each rule's findings in the must-fire cases have a suggestion."""
    counted: dict[str, list[int]] = {rule.code: [0, 0] for rule in RULES}
    for case in cases():
        for finding in judge(case, case.source, case.rule):
            counted[case.rule][0] += finding.suggestion is not None
            counted[case.rule][1] += 1
    return {rule: (with_one, of) for rule, (with_one, of) in counted.items()}


def test_rules_without_any_suggestion_are_known_and_say_why() -> None:
    found = shares()
    assert {rule for rule, (with_one, _) in found.items() if not with_one} == NONE
    partly = {rule for rule, (with_one, of) in found.items() if with_one < of} | NONE
    assert {rule.code for rule in RULES if rule.code in partly and not WHY.search(" ".join(rule.page.split()))} == set()


if __name__ == "__main__":
    for rule, (with_one, of) in shares().items():
        print(f"{rule}  {with_one:>3} of {of:>3}" if of else f"{rule}  no case")
    print(f"{sum(one for one, _ in shares().values())} of {sum(of for _, of in shares().values())}")
