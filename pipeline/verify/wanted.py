"""The sentences of an article as patterns to be found in an output.

A sentence is wanted word for word. Between its words an output may print only what the source asks
for at that very place: the number of a citation, the mark of a footnote, an address after a link,
the description of a picture.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.article import document as doc
from pipeline.text import Span
from pipeline.verify.points import SOFT_HYPHEN, Point, points_of
from pipeline.verify.reading import squeeze


class Zone(StrEnum):
    """Where in an output a sentence is looked for."""

    FLOW = "in the order of the article"
    CELL = "within its table, in its order"
    COLUMN = "within its table, as the head of a column or as a label of its cells"
    LOOSE = "anywhere"
    FRONT = "before the text of the article"
    DESCRIPTION = "as the description of a picture or a link"
    NEAR = "as text after its block, else anywhere"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One sentence that an output has to show.

    `pattern` matches squeezed text; it is None where `plain` says it all. `cited` lists the keys of
    each citation in it, in the order of the pattern's groups. `section` is that of the Document.
    """

    words: str
    what: str
    line: int
    zone: Zone
    plain: str
    pattern: re.Pattern[str] | None
    cited: tuple[tuple[str, ...], ...]
    section: int
    field: str = ""

    @property
    def heads(self) -> bool:
        """Whether it is a heading."""
        return self.what == doc.Place.HEADING.value

    def found(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Its occurrences in squeezed text between two offsets, from the left; they may overlap."""
        at = start
        while at <= end:
            span = self._first(text, at, end)
            if span is None:
                return
            yield span
            at = span.start + 1

    def _first(self, text: str, start: int, end: int) -> Span | None:
        if self.pattern is None:
            at = text.find(self.plain, start, end)
            return Span(at, at + len(self.plain)) if at >= 0 else None
        match = self.pattern.search(text, start, end)
        return Span(*match.span()) if match else None

    def marks(self, text: str, span: Span) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The keys of each citation with the mark that is printed for it, at an occurrence."""
        match = self.pattern.match(text, *span) if self.pattern else None
        return tuple(zip(self.cited, match.groups(), strict=True)) if match else ()


_DESCRIBING = frozenset({doc.Place.ALT, doc.Place.TITLE})


@dataclass(frozen=True, slots=True)
class _Line:
    """The text of a heading, a paragraph or a cell, with what outputs print inside it; `head` marks the head of a column."""

    span: Span
    points: tuple[Point, ...]
    head: bool


def sentences_wanted(document: doc.Document) -> tuple[Wanted, ...]:
    """Every sentence of the body."""
    lines = sorted(_lines(document), key=lambda line: line.span)
    begins = [line.span.start for line in lines]
    starts = sorted(sentence.span.start for sentence in document.body())
    notes = tuple(footnote.span for footnote in document.footnotes)
    made = []
    for sentence in (sentence for sentence in document.body() if squeeze(sentence.text)):
        at = bisect_right(begins, sentence.span.start) - 1
        line = lines[at] if at >= 0 and lines[at].span.holds(sentence.span) else None
        following = bisect_left(starts, sentence.span.end)
        limit = starts[following] if following < len(starts) else len(document.source)
        made.append(wanted(document, sentence, _reached(sentence, line, limit), _zone(sentence, line, notes)))
    return tuple(made)


def _zone(sentence: doc.Sentence, line: _Line | None, notes: tuple[Span, ...]) -> Zone:
    if sentence.place in _DESCRIBING:
        return Zone.DESCRIPTION
    if any(note.holds(sentence.span) for note in notes):
        return Zone.LOOSE
    if sentence.place is not doc.Place.CELL:
        return Zone.FLOW
    return Zone.COLUMN if line and line.head else Zone.CELL


def _reached(sentence: doc.Sentence, line: _Line | None, limit: int) -> tuple[Point, ...]:
    """The points inside a sentence, and those between it and the next one of its line up to the last mark."""
    if line is None or sentence.place in _DESCRIBING:
        return ()
    inside = tuple(point for point in line.points if sentence.span.start < point.offset < sentence.span.end)
    after = [point for point in line.points if sentence.span.end <= point.offset < limit and set(point.keys) <= set(sentence.keys)]
    while after and not after[-1].mark:
        after.pop()
    return (*inside, *after)


def _lines(document: doc.Document) -> Iterator[_Line]:
    for block in _blocks(document):
        if isinstance(block, doc.Heading | doc.Paragraph):
            yield _Line(block.span, tuple(points_of(block.inlines)), False)
        elif isinstance(block, doc.Table):
            for number, row in enumerate((block.head, *block.rows)):
                yield from (_Line(cell.span, tuple(points_of(cell.inlines)), number == 0) for cell in row)


def _blocks(document: doc.Document) -> Iterator[doc.Block]:
    """All blocks, from the outside in."""
    steps: list[doc.Block] = [*reversed([*document.blocks, *(block for footnote in document.footnotes for block in footnote.blocks)])]
    while steps:
        block = steps.pop()
        yield block
        if isinstance(block, doc.List):
            steps += reversed([child for item in block.items for child in item.blocks])
        elif isinstance(block, doc.Quote):
            steps += reversed(block.blocks)


def wanted(document: doc.Document, sentence: doc.Sentence, points: tuple[Point, ...], zone: Zone) -> Wanted:
    """One sentence as a pattern."""
    plain = squeeze(sentence.text)
    soft = [(at, SOFT_HYPHEN) for at, char in enumerate(sentence.text) if char == "\u00ad"]
    gaps = [(bisect_left(sentence.starts, point.offset), point.pattern) for point in points] + soft
    line = document.lines.position(sentence.span.start).line
    what = sentence.field or sentence.place.value
    cited = tuple(point.keys for point in points if point.keys)
    return Wanted(sentence.text, what, line, zone, plain, _pattern(sentence.text, gaps), cited, sentence.section, sentence.field)


def _pattern(text: str, gaps: list[tuple[int, str]]) -> re.Pattern[str] | None:
    if not gaps:
        return None
    out, begun = [], 0
    for at, gap in sorted(gaps, key=lambda pair: pair[0]):
        out += [re.escape(squeeze(text[begun:at])), gap]
        begun = at
    return re.compile("".join([*out, re.escape(squeeze(text[begun:]))]))
