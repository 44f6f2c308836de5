"""The articles we publish stand on the register, and the one that sells keeps evidence and product apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article.document import Document
from pipeline.article.metadata import Relationship
from pipeline.article.read import read_document
from pipeline.article.settings import load_site
from pipeline.evidence.disclaimers import Position, starred_statements, statements
from pipeline.evidence.numbering import numbers
from pipeline.evidence.register import load_register
from pipeline.evidence.waivers import load_waivers

CONTENT = Path(__file__).parents[2] / "content"


def article(slug: str) -> Document:
    return read_document(CONTENT / f"{slug}.md", load_site(CONTENT))


@pytest.mark.parametrize(("slug", "works"), [("gut-skin-axis", 22), ("zinc-and-skin", 7)])
def test_every_work_is_in_the_register(slug: str, works: int) -> None:
    cited = numbers(article(slug))
    assert len(cited) == works
    assert set(cited) <= set(load_register(CONTENT / "evidence.yaml", "content/evidence.yaml").references)


@pytest.mark.parametrize("slug", ["gut-skin-axis", "zinc-and-skin"])
def test_nothing_is_left_undeclared(slug: str) -> None:
    meta = article(slug).meta
    assert meta.undeclared == frozenset()
    assert all((meta.description, meta.subject, meta.preheader, meta.author, meta.date, meta.last_reviewed, meta.ai_use))


@pytest.mark.parametrize("slug", ["gut-skin-axis", "zinc-and-skin"])
def test_each_finding_says_how_sure_we_are(slug: str) -> None:
    document = article(slug)
    (evidence,) = (section.index for section in document.sections if "evidence" in section.classes)
    claims = [section for section in document.sections if section.path and section.path[-1] == evidence]
    assert [section.heading.certainty != "" for section in claims if section.heading] == [True] * len(claims) != []


def test_the_page_that_sells() -> None:
    document = article("zinc-and-skin")
    product = document.sections[-1]
    assert document.meta.relationship is Relationship.AFFILIATE
    assert product.classes == ("product",)
    assert [citation for citation in document.citations if product.span.holds(citation.span)] == []
    assert starred_statements(document) == 1
    assert {item.position for item in statements(document)} == set(Position)
    assert document.meta.products[0].directions.startswith("take one tablet a day")


def test_waivers_name_articles_that_exist() -> None:
    waivers = load_waivers(CONTENT / "waivers.yaml", "content/waivers.yaml")
    assert [(item.rule, item.slug) for item in waivers] == [("HD103", "gut-skin-axis"), ("HD103", "zinc-and-skin")]
    assert all((CONTENT / f"{item.slug}.md").exists() for item in waivers)
