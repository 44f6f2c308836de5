"""Markdown into nodes: structure, attributes, citations, places."""

from __future__ import annotations

import pytest

from pipeline.article import document as doc
from pipeline.errors import InputError
from pipeline.findings import Market
from tests.article.test_sentences import FRONT, article

AT = len(FRONT)


def test_heading_attributes_are_read_from_the_source() -> None:
    document = article('## In short {.in-short markets="US EU"}\n\n### Rosacea {certainty=very-low}\n')
    first, second = (block for block in document.blocks if isinstance(block, doc.Heading))
    assert (first.level, first.classes, first.markets, first.anchor) == (2, ("in-short",), (Market.US, Market.EU), "in-short")
    assert (second.level, second.certainty, doc.plain(second.inlines)) == (3, "very-low", "Rosacea")


@pytest.mark.parametrize(
    "body, message",
    [
        ("## A {.faqs}\n", "content/test-page.md:6: unknown heading class 'faqs'; did you mean faq?"),
        ("Text\n\n## A {markets=XX}\n", "content/test-page.md:8: unknown market 'XX'; known are US, EU, UK, CA, AU"),
        (
            "## A {certainty=sure}\n",
            "content/test-page.md:6: unknown certainty 'sure'; known are high, moderate, low, very-low, cannot-say",
        ),
        ("## A {colour=red}\n", "content/test-page.md:6: unknown heading attribute 'colour'; known are markets, certainty"),
        ("[x]{markets=YY}\n", "content/test-page.md:6: unknown market 'YY'; known are US, EU, UK, CA, AU"),
        (">" * 40 + " deep\n", "content/test-page.md:6: text is nested more than 24 levels deep; flatten lists and quotations"),
    ],
)
def test_faults_name_their_line(body: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        article(body)
    assert str(caught.value) == message


def test_anchors_are_unique_and_start_with_a_letter() -> None:
    document = article("## Same\n\n## Same\n\n## 5 facts\n\n## Ω\n")
    assert [block.anchor for block in document.blocks if isinstance(block, doc.Heading)] == ["same", "same-2", "s-5-facts", "section"]


def test_citations_with_locators() -> None:
    document = article("Seen in 12 people [@smith2007; @wang_2019, p. 3].\n")
    (citation,) = document.citations
    assert [(work.key, work.locator) for work in citation.works] == [("smith2007", ""), ("wang_2019", "p. 3")]
    assert [document.source[slice(*work.span)] for work in citation.works] == ["@smith2007", "@wang_2019, p. 3"]
    assert document.source[slice(*citation.span)] == "[@smith2007; @wang_2019, p. 3]"


def test_ledger_citation() -> None:
    (citation,) = article("Zinc helps [@claim:zinc-skin].\n").citations
    assert citation.works[0].key == "claim:zinc-skin"


@pytest.mark.parametrize("text", ["\\[@key]", "`[@key]`", "[@]", "[me@example.org]", "[@key](https://example.org)"])
def test_what_is_no_citation(text: str) -> None:
    assert article(f"Words {text} here.\n").citations == ()


def test_words_limited_to_markets() -> None:
    document = article('Take [one *small* tablet]{markets=US} or [two]{markets="EU UK"} a day.\n')
    (paragraph,) = document.blocks
    assert isinstance(paragraph, doc.Paragraph)
    limited = [inline for inline in paragraph.inlines if isinstance(inline, doc.Limited)]
    assert [(doc.plain(part.children), part.markets) for part in limited] == [
        ("one small tablet", (Market.US,)),
        ("two", (Market.EU, Market.UK)),
    ]
    assert doc.plain(paragraph.inlines) == "Take one small tablet or two a day."


def test_tight_and_loose_lists() -> None:
    tight, loose = (block for block in article("- a\n- b\n\n***\n\n- a\n\n- b\n").blocks if isinstance(block, doc.List))
    assert (tight.tight, loose.tight) == (True, False)
    assert [len(item.blocks) for item in (*tight.items, *loose.items)] == [1, 1, 1, 1]


def test_table() -> None:
    (table,) = article("| a | b |\n|:--|--:|\n| 1 \\| 2 | `x` |\n").blocks
    assert isinstance(table, doc.Table)
    assert table.aligns == ("left", "right")
    assert [doc.plain(cell.inlines) for cell in table.head] == ["a", "b"]
    assert [[doc.plain(cell.inlines) for cell in row] for row in table.rows] == [["1 | 2", "x"]]


def test_a_comment_that_opens_a_line_is_read_and_the_rest_of_the_line_kept() -> None:
    body = "<!-- one --> <!-- two --> Words after.\n"
    document = article(body)
    assert [comment.text for comment in document.comments] == [" one ", " two "]
    assert [document.source[comment.span.start : comment.span.end] for comment in document.comments] == ["<!-- one -->", "<!-- two -->"]
    assert [(part.text, document.source[part.span.start : part.span.end]) for part in document.raw_html] == [
        ("Words after.\n", "Words after.\n")
    ]


def test_raw_html_is_kept_as_text() -> None:
    document = article("A <b>bold</b> word.\n\n<script>\nalert(1)\n</script>\n")
    assert [part.text for part in document.raw_html] == ["<b>", "</b>", "<script>\nalert(1)\n</script>\n"]


def test_sections_know_what_is_above_them() -> None:
    document = article("Lead.\n\n## A\n\n### B\n\ntext\n\n#### C\n\n## D\n")
    assert [(s.level, s.path) for s in document.sections] == [(0, ()), (2, ()), (3, (1,)), (4, (1, 2)), (2, ())]
    assert document.source[slice(*document.sections[2].span)] == "### B\n\ntext\n\n"


def test_spans_count_characters_not_bytes() -> None:
    document = article("Ünï — 🧬 **fett** und [@k].\r\nZeile zwei.\r\n")
    (paragraph,) = document.blocks
    assert isinstance(paragraph, doc.Paragraph)
    (bold,) = (inline for inline in paragraph.inlines if isinstance(inline, doc.Styled))
    assert document.source[slice(*bold.span)] == "**fett**"
    assert document.lines.position(document.source.index("Zeile")) == (7, 1)
