"""build/index.html."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from lxml import html  # type: ignore[import-untyped]

from pipeline.gate import as_draft
from pipeline.publish.site_index import IndexEntry, index_entry, render_index
from tests.publish.making import article, cleared, press

BREAD = IndexEntry("bread", "Bread & sleep", "About bread.", date(2026, 11, 20), commercial=False)
LOAF = IndexEntry("a-loaf", "A loaf", "", None, commercial=True)


def text(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_articles_stand_in_the_order_of_their_titles(tmp_path: Path) -> None:
    page = html.document_fromstring(render_index((BREAD, LOAF), press(tmp_path)).decode())
    assert [text(item) for item in page.xpath("//main//li")] == [
        "Advertisement A loaf",
        "Bread & sleep About bread. Last checked 20 November 2026",
    ]
    assert page.xpath("//main//a/@href") == ["a-loaf/index.html", "bread/index.html"]
    assert page.xpath("//time/@datetime") == ["2026-11-20"]
    data = json.loads(page.xpath("//script")[0].text)
    assert [part["url"] for part in data["hasPart"]] == ["https://example.org/health/a-loaf/", "https://example.org/health/bread/"]


def test_fonts_are_those_beside_the_first_article(tmp_path: Path) -> None:
    page = render_index((BREAD, LOAF), press(tmp_path)).decode()
    assert set(re.findall(r'url\("([^"/]*)/fonts/', page)) == {"a-loaf"}
    assert render_index((LOAF, BREAD), press(tmp_path)).decode() == page


def test_nothing_published(tmp_path: Path) -> None:
    page = html.document_fromstring(render_index((), press(tmp_path)).decode())
    assert text(page.xpath("//main")[0]) == "Articles Nothing has been published yet."


def test_drafts_are_stamped(tmp_path: Path) -> None:
    verdict = cleared(article(tmp_path, "Text.\n", "relationship: seller\n"))
    assert index_entry(verdict) == IndexEntry("a-test", "A test", "", None, commercial=True)
    page = html.document_fromstring(render_index((index_entry(as_draft(verdict)),), press(tmp_path)).decode())
    assert text(page.xpath("//main//li")[0]) == "DRAFT, NOT CLEARED Advertisement A test"
