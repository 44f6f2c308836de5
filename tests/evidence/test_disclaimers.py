"""The fixed statements: the law's words to the letter, and the right ones for each article."""

from __future__ import annotations

import pytest

from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.evidence.disclaimers import Position, disclaimers, statements

# 21 CFR 101.93(c)(1) and (c)(2).
ONE = (
    "This statement has not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
MANY = (
    "These statements have not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
CLAIM = "Zinc contributes to the maintenance of normal skin.\\*\n\n"


def stated(front: str, body: str) -> list[tuple[str, Position, str]]:
    document = document_of(Source("a.md", f"---\ntitle: A\n{front}---\n{body}", "0"))
    return [(item.id, item.position, item.words) for item in statements(document)]


@pytest.mark.parametrize(("claims", "words"), [(1, ONE), (2, MANY), (0, MANY)])
def test_the_fda_statement_to_the_letter(claims: int, words: str) -> None:
    found = stated("disclaimers: [fda-structure-function]\n", "Words.\n\n" + CLAIM * claims)
    assert found == [("fda-structure-function", Position.PRODUCT, words)]


@pytest.mark.parametrize(
    ("relationship", "words"),
    [
        ("affiliate", "Advertisement. We earn a commission if you buy through links on this page."),
        ("sponsored", "Advertisement. We were paid to publish this page."),
        ("seller", "Advertisement. We sell the product on this page."),
    ],
)
def test_the_disclosure_says_what_we_earn(relationship: str, words: str) -> None:
    found = stated(f"relationship: {relationship}\ndisclaimers: [material-connection]\n", "Words.\n")
    assert found == [("material-connection", Position.BEFORE_TITLE, words)]


def test_nobody_earns_nothing_is_disclosed() -> None:
    assert stated("relationship: none\ndisclaimers: [material-connection]\n", "Words.\n") == []


def test_medical_advice_stands_at_the_top_and_at_the_end() -> None:
    top, end = stated("disclaimers: [medical-advice]\n", "Words.\n")
    assert top[1:] == (
        Position.IN_SHORT,
        "This is general information, not medical advice. Do not stop or delay treatment because of it.",
    )
    assert end[1] is Position.NOTICE
    assert "It is not medical advice" in end[2]
    assert "Talk to a doctor or pharmacist" in end[2]


def test_what_article_10_asks_for() -> None:
    ((_, position, words),) = stated("disclaimers: [eu-food-information]\n", "Words.\n")
    assert position is Position.PRODUCT
    for part in ("varied, balanced diet and a healthy lifestyle", "pregnant or breastfeeding", "too much can be harmful"):
        assert part in words


def test_ids_are_unique_and_only_the_law_is_statutory() -> None:
    ids = [item.id for item in disclaimers()]
    assert ids == ["medical-advice", "material-connection", "fda-structure-function", "eu-food-information"]
    assert [item.id for item in disclaimers() if item.statutory] == ["fda-structure-function"]
