"""Sentences: cut where a reader would, mapped to the source to the character."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article.document import Document, Place
from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.article.splitting import _full_stops, _stops, split
from pipeline.errors import InputError

FRONT = "---\ntitle: Test page\nslug: test-page\n---\n\n"


def article(body: str) -> Document:
    text = FRONT + body
    return document_of(Source("content/test-page.md", text, hashlib.sha256(text.encode()).hexdigest()))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("L. rhamnosus was tested. It did little.", ["L. rhamnosus was tested.", "It did little."]),
        ("About 70-80% of cells. No more.", ["About 70-80% of cells.", "No more."]),
        ("Eat fibre, e.g. Beans and oats. Drink.", ["Eat fibre, e.g. Beans and oats.", "Drink."]),
        ("Ask Dr. Smith. She knows.", ["Ask Dr. Smith.", "She knows."]),
        ("Take 3.5 mg a day. Then stop.", ["Take 3.5 mg a day.", "Then stop."]),
        ("Is it safe? Yes! Mostly…", ["Is it safe?", "Yes!", "Mostly…"]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("This is vitamin C. It is common.", ["This is vitamin C.", "It is common."]),
        ("Smith et al. found none. Good.", ["Smith et al. found none.", "Good."]),
        ("The U.S. Food and Drug Administration. Yes.", ["The U.S. Food and Drug Administration.", "Yes."]),
        ("1. Wash your face. 2. Sleep.", ["1. Wash your face.", "2. Sleep."]),
        ("Stop here. then go on", ["Stop here. then go on"]),
        ("皮肤很好。肠道也好。", ["皮肤很好。", "肠道也好。"]),
        ("", []),
        ("   ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


@given(st.text(max_size=300))
def test_split_loses_no_character(text: str) -> None:
    ranges = split(text)
    assert "".join(text[start:end] for start, end in ranges).split() == text.split() or not text.strip() or _same(text, ranges)
    assert all(low[1] <= high[0] for low, high in pairwise(ranges))


def _same(text: str, ranges: list[tuple[int, int]]) -> bool:
    return "".join("".join(text[start:end] for start, end in ranges).split()) == "".join(text.split())


def test_markup_takes_no_room_and_maps_back() -> None:
    document = article("Some **bold &amp; brave** words [@a; @b, p. 3]. Then *more* [x](https://example.org)!\n")
    first, second = document.body()
    assert first.text == "Some bold & brave words."
    assert first.keys == ("a", "b")
    assert document.source[slice(*first.span)] == "Some **bold &amp; brave** words [@a; @b, p. 3]."
    assert document.source[slice(*first.source_span(5, 17))] == "bold &amp; brave"
    assert second.text == "Then more x!"
    assert second.keys == ()


def test_a_citation_after_the_full_stop_belongs_to_the_sentence_before_it() -> None:
    first, second = article("One thing. [@a] Another thing [@b].\n").body()
    assert (first.text, first.keys) == ("One thing.", ("a",))
    assert (second.text, second.keys) == ("Another thing.", ("b",))


def test_every_kind_of_place_is_read() -> None:
    body = (
        "## Head\n\nText ![alt words](a.png 'a caption')[^n].\n\n- item\n\n> quote\n\n| a |\n|---|\n| cell |\n\n"
        "```\ncode line\n```\n\n<div>raw</div>\n\n[^n]: The note.\n"
    )
    read = [(s.place, s.text) for s in article(body).sentences]
    assert read == [
        (Place.FRONT, "Test page"),
        (Place.FRONT, "test-page"),
        (Place.HEADING, "Head"),
        (Place.PARAGRAPH, "Text ."),
        (Place.ALT, "alt words"),
        (Place.TITLE, "a caption"),
        (Place.ITEM, "item"),
        (Place.QUOTE, "quote"),
        (Place.CELL, "a"),
        (Place.CELL, "cell"),
        (Place.CODE, "code line"),
        (Place.HTML, "<div>raw</div>"),
        (Place.FOOTNOTE, "The note."),
    ]


def test_comments_are_not_read() -> None:
    document = article("One <!-- hidden --> two.\n\n<!-- all\nhidden -->\n")
    assert [s.text for s in document.body()] == ["One  two."]
    assert [c.text for c in document.comments] == [" hidden ", " all\nhidden "]


MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            ["# ", "- ", "> ", "\n", "\n\n", "**", "*", "`", "[", "](x)", "[@k]", "&amp;", "&#x41;", "|", "|--|", "<b>", "<!--", "-->"]
        ),
        st.sampled_from(
            ["~~", "![", "[^1]", "\n[^1]: ", "{.faq}", "\\", "e.g. ", "L. r", "70-80%", ". ", "? ", "é", "🧬", "\r\n", "    ", "```\n"]
        ),
        st.text(max_size=12),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(MARKDOWN)
def test_every_sentence_is_what_stands_in_the_source(body: str) -> None:
    """For arbitrary Markdown: offsets are in range and in order, and every visible character is one
    of its source range or what an entity, an escape or a line end there stands for."""
    try:
        document = article(body)
    except InputError:
        return
    for sentence in document.sentences:
        assert len(sentence.text) == len(sentence.starts) == len(sentence.ends)
        assert 0 <= sentence.span.start < sentence.span.end <= len(document.source)
        for char, start, end in zip(sentence.text, sentence.starts, sentence.ends, strict=True):
            assert sentence.span.start <= start < end <= sentence.span.end
            assert end - start > 1 or document.source[start] == char or char in " \n\ufffd"
        assert list(sentence.starts) == sorted(sentence.starts)


_PIECES = (*"aB3 .,)\"'\n\t\x1f", " Dr. ", "e.g. ", "U.S. ", "vitamin C. ", "12. ", "...", ". A", '." B')


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_the_short_way_to_full_stops_ends_where_the_long_one_ends(text: str) -> None:
    assert _full_stops(text) == _stops(text)
