"""The sentences of an article as patterns to be found in an output.

A sentence is wanted word for word. Between its words an output may print only what the source asks
for at that very place: the number of a citation, the mark of a footnote, an address after a link,
the description of a picture.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.article import document as doc
from pipeline.text import Span
from pipeline.verify.reading import squeeze


class Zone(StrEnum):
    """Where in an output a sentence is looked for."""

    FLOW = "in the order of the article"
    CELL = "within its table, in any order"
    LOOSE = "anywhere"
    FRONT = "before the text of the article"
    DESCRIPTION = "as the description of a picture or a link, or as text"


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


# What may stand at a place of the source, in squeezed text. A citation's mark is a group.
_CITATION = r"(\[[^\[\]]{1,600}\])"
_NOTE = r"(?:\[[^\[\]]{1,60}\]|\(\w{1,12}\)|\d{1,4}|[*†‡§¶])"
_AFTER_LINK = r"(?:\([^()]{1,600}\)|<[^<>]{1,2000}>|\[[^\[\]]{1,2000}\]|%s)?"
_PICTURE = r"(?:\([^()]{0,3000}\)|\[[^\[\]]{0,3000}\]|%s)?"
# How plain text strikes words out.
_STRUCK = r"(?:~~)?"
# A soft hyphen prints where a line ends at it.
_SOFT_HYPHEN = "-?"


@dataclass(frozen=True, slots=True)
class _Point:
    """A place in the source at which an output prints something of its own."""

    offset: int
    pattern: str
    keys: tuple[str, ...] = ()
    mark: bool = False


_PLACES = {
    doc.Place.CELL: Zone.CELL,
    doc.Place.FOOTNOTE: Zone.LOOSE,
    doc.Place.ALT: Zone.DESCRIPTION,
    doc.Place.TITLE: Zone.DESCRIPTION,
}


def sentences_wanted(document: doc.Document) -> tuple[Wanted, ...]:
    """Every sentence of the body."""
    points = sorted(_points(document), key=lambda point: point.offset)
    offsets = [point.offset for point in points]
    starts = sorted(sentence.span.start for sentence in document.body())
    made = []
    for sentence in (sentence for sentence in document.body() if squeeze(sentence.text)):
        first = bisect_left(offsets, sentence.span.start + 1)
        following = bisect_left(starts, sentence.span.end)
        limit = starts[following] if following < len(starts) else len(document.source)
        last = bisect_left(offsets, limit)
        inner = () if _PLACES.get(sentence.place) is Zone.DESCRIPTION else points[first:last]
        made.append(wanted(document, sentence, tuple(_reached(document, sentence, inner)), _PLACES.get(sentence.place, Zone.FLOW)))
    return tuple(made)


def wanted(document: doc.Document, sentence: doc.Sentence, points: tuple[_Point, ...], zone: Zone) -> Wanted:
    """One sentence as a pattern."""
    plain = squeeze(sentence.text)
    soft = [(at, _SOFT_HYPHEN) for at, char in enumerate(sentence.text) if char == "\u00ad"]
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


def _reached(document: doc.Document, sentence: doc.Sentence, points: Iterable[_Point]) -> Iterator[_Point]:
    """The points inside a sentence, and the marks that follow it in the same block."""
    for point in points:
        if point.offset < sentence.span.end or (
            point.mark and "\n\n" not in document.source[sentence.span.end : point.offset] and set(point.keys) <= set(sentence.keys)
        ):
            yield point


def _points(document: doc.Document) -> Iterator[_Point]:
    for block in document.blocks:
        yield from _in_block(block)
    for footnote in document.footnotes:
        for block in footnote.blocks:
            yield from _in_block(block)


def _in_block(block: doc.Block) -> Iterator[_Point]:
    match block:
        case doc.Heading() | doc.Paragraph():
            yield from _in_inlines(block.inlines)
        case doc.List():
            for child in (child for item in block.items for child in item.blocks):
                yield from _in_block(child)
        case doc.Quote():
            for child in block.blocks:
                yield from _in_block(child)
        case doc.Table():
            for cell in (cell for row in (block.head, *block.rows) for cell in row):
                yield from _in_inlines(cell.inlines)


def _in_inlines(inlines: Iterable[doc.Inline]) -> Iterator[_Point]:
    for inline in inlines:
        match inline:
            case doc.Citation():
                yield _Point(inline.span.start, _CITATION, tuple(work.key for work in inline.works), True)
            case doc.FootnoteMark():
                yield _Point(inline.span.start, _NOTE, (), True)
            case doc.Image():
                alternatives = [re.escape(squeeze(text)) for text in (doc.plain(inline.children), inline.title) if squeeze(text)]
                yield _Point(inline.span.start, _PICTURE % ("|".join(alternatives) or "(?!)"))
            case doc.Link():
                yield from _in_inlines(inline.children)
                yield _Point(inline.span.end, _AFTER_LINK % (re.escape(squeeze(inline.href)) or "(?!)"))
            case doc.Styled() if inline.style is doc.Style.STRUCK:
                yield _Point(inline.span.start, _STRUCK)
                yield from _in_inlines(inline.children)
                yield _Point(inline.span.end, _STRUCK)
            case doc.Styled() | doc.Limited():
                yield from _in_inlines(inline.children)
