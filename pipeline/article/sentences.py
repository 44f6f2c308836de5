"""Sentences as a reader sees them, each mapped to the source to the character.

A block of text is first laid out as one run of visible characters (markup, citations and footnote
marks take no room; alternative texts and tooltips are runs of their own), then split. Splitting
only decides where to cut: no character is lost, and none is moved.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec import field as default

from pipeline.article import document as doc
from pipeline.article.metadata import FieldText
from pipeline.text import Span

# Words that end in a full stop inside a sentence. English, without the stop, in lower case.
_ABBREVIATIONS = frozenset(
    """
    dr mr mrs ms prof st vs etc cf ca approx fig figs no nos vol pp p ed eds al e.g i.e eg ie inc ltd co dept est min max
    spp sp subsp var jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri u.s u.k a.m p.m ph.d m.d
    b.sc m.sc d.c
    """.split()
)
# They often do end a sentence: only a lower-case word or a number after them keeps it going.
_MAY_END = frozenset("etc inc ltd co al a.m p.m ph.d m.d jr sr no max min".split())
# A capital letter after one of these is a name, not an initial: "vitamin C." can end a sentence.
_LETTERED = re.compile(r"\b(?:vitamins?|hepatitis|type|group|factor|grade|class|plan|appendix|table|part)\s+\w$", re.I)
# Begins with one set of characters, which the search can skip to; then more of the same kind.
_STOP = re.compile(r"[.!?…。！？।؟](?:(?<=[.!?…])[.!?…]*|(?<=[。！？।؟])[。！？।؟]*)[\"'”’)\]»*]*(?=\s|$|(?<=[。！？]))")
_CLOSE_UP = frozenset(" \n.,;:!?)…")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_NEXT = re.compile(r"\s*[\"'“‘(\[«*]*(?P<char>\S)?")


class _Run(Struct):
    """Visible characters of one block. Piece k starts at `edges[k]` of the text."""

    place: doc.Place
    edges: list[int] = default(default_factory=list)
    pieces: list[str] = default(default_factory=list)
    spans: list[Span] = default(default_factory=list)
    literal: list[bool] = default(default_factory=list)
    struck: list[bool] = default(default_factory=list)
    cited: list[tuple[int, str]] = default(default_factory=list)
    length: int = 0

    def add(self, text: str, span: Span, struck: bool) -> None:
        if not text:
            return
        if self.cited and self.cited[-1][0] == self.length and text[0] in _CLOSE_UP:
            self.close_up()
        self.edges.append(self.length)
        self.pieces.append(text)
        self.spans.append(span)
        self.literal.append(len(text) == span.end - span.start)
        self.struck.append(struck)
        self.length += len(text)

    def close_up(self) -> None:
        """Drop the blank before a citation, so that "acne [@key]." reads "acne."."""
        if not (self.pieces and self.literal[-1] and self.pieces[-1].endswith(" ")):
            return
        self.pieces[-1] = self.pieces[-1][:-1]
        self.spans[-1] = Span(self.spans[-1].start, self.spans[-1].end - 1)
        self.length -= 1
        self.cited = [(min(at, self.length), key) for at, key in self.cited]
        if not self.pieces[-1]:
            for column in (self.edges, self.pieces, self.spans, self.literal, self.struck):
                column.pop()


class Home(Struct, frozen=True):
    """Where a run stands: its section, and the running number of its block."""

    section: int
    block: int


def split(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of a run, without the white space between them.

    Keeps "L. rhamnosus", "70-80%", "e.g.", "Dr. Smith" and "3.5 mg" whole.
    """
    cuts, start = [], 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop):
            cuts.append((start, stop.end()))
            start = stop.end()
    cuts.append((start, len(text)))
    return [trimmed for cut in cuts if (trimmed := _trimmed(text, *cut))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return None
    left = start + piece.index(kept)
    return left, left + len(kept)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end())
    char = following["char"] if following else None
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return char is None or not char.islower() or stop[0][0] in "。！？।؟"
    if char is None:
        return True
    if char.islower():
        return False
    word = _word_before(text[max(start, stop.start() - 24) : stop.start()])
    if word in _ABBREVIATIONS:
        return word in _MAY_END and char.isupper()
    if len(word) == 1 and word.isalpha():
        return not text[stop.start() - 1].isupper() or bool(_LETTERED.search(text, start, stop.start()))
    return not (word.isdigit() and not text[start : stop.start()].strip(" \t\n" + word))


def _word_before(text: str) -> str:
    """The letters, digits and full stops at the end of a text, in lower case."""
    last = text[text.rfind(" ") + 1 :]
    if not last.isalnum():
        found = _WORD_BEFORE.search(text)
        last = found[0] if found else ""
    return last.lower()


def sentences_of_field(field: FieldText, home: Home) -> Iterator[doc.Sentence]:
    """Sentences of a front matter text."""
    for begin, end in split(field.text):
        yield doc.Sentence(
            text=field.text[begin:end],
            span=Span(field.starts[begin], field.ends[end - 1]),
            starts=field.starts[begin:end],
            ends=field.ends[begin:end],
            place=doc.Place.FRONT,
            section=home.section,
            block=home.block,
            field=field.name,
        )


def sentences_of_inlines(inlines: tuple[doc.Inline, ...], place: doc.Place, home: Home) -> Iterator[doc.Sentence]:
    """Sentences of one block of text, then those of its alternative texts and tooltips."""
    runs = [_Run(place)]
    _lay_out(inlines, runs[0], runs, False)
    for run in runs:
        yield from _cut(run, home)


def sentences_of_literal(text: str, span: Span, source: str, place: doc.Place, home: Home) -> Iterator[doc.Sentence]:
    """Sentences of code or raw HTML: each line is a run, because lines are what a reader sees."""
    at = span.start
    for line in text.splitlines():
        found = source.find(line.strip(), at, span.end) if line.strip() else -1
        run = _Run(place)
        if found >= 0:
            at = found + len(line.strip())
            run.add(line.strip(), Span(found, at), False)
        elif line.strip():
            run.add(line.strip(), span, False)
        yield from _cut(run, home)


def _lay_out(inlines: tuple[doc.Inline, ...], run: _Run, runs: list[_Run], struck: bool) -> None:
    for inline in inlines:
        match inline:
            case doc.Text() | doc.Code() | doc.RawHtml():
                run.add(inline.text, inline.span, struck)
            case doc.Break():
                run.add("\n" if inline.hard else " ", inline.span, struck)
            case doc.Styled():
                _lay_out(inline.children, run, runs, struck or inline.style is doc.Style.STRUCK)
            case doc.Limited():
                _lay_out(inline.children, run, runs, struck)
            case doc.Link():
                _lay_out(inline.children, run, runs, struck)
                _title(inline.title, inline.span, runs)
            case doc.Image():
                alt = _Run(doc.Place.ALT)
                runs.append(alt)
                _lay_out(inline.children, alt, runs, struck)
                _title(inline.title, inline.span, runs)
            case doc.Citation():
                run.cited += [(run.length, work.key) for work in inline.works]


def _title(title: str, span: Span, runs: list[_Run]) -> None:
    """A tooltip: the parser tells only where its link is, so all of it maps to the link."""
    if title:
        runs.append(_Run(doc.Place.TITLE))
        runs[-1].add(title, span, False)


def _cut(run: _Run, home: Home) -> Iterator[doc.Sentence]:
    text = "".join(run.pieces)
    ranges = split(text)
    cited = run.cited
    for number, (start, end) in enumerate(ranges):
        after = ranges[number + 1][0] if number + 1 < len(ranges) else len(text) + 1
        first, last = bisect_right(run.edges, start) - 1, bisect_right(run.edges, end - 1) - 1
        starts, ends = _mapped(run, first, last, start, end)
        yield doc.Sentence(
            text=text[start:end],
            span=Span(starts[0], ends[-1]),
            starts=starts,
            ends=ends,
            place=run.place,
            section=home.section,
            block=home.block,
            keys=tuple(key for at, key in cited if (start if number else 0) <= at < after) if cited else (),
            struck=True in run.struck[first : last + 1],
        )


def _mapped(run: _Run, first: int, last: int, start: int, end: int) -> tuple[tuple[int, ...] | range, tuple[int, ...] | range]:
    """Source offsets of the characters [start, end) of a run: where each begins and ends."""
    if first == last and run.literal[first]:
        base = run.spans[first].start - run.edges[first]
        return range(base + start, base + end), range(base + start + 1, base + end + 1)
    begins, finishes = [], []
    for k in range(first, last + 1):
        low, high = max(start, run.edges[k]), min(end, run.edges[k] + len(run.pieces[k]))
        base = run.spans[k].start - run.edges[k]
        begins.append(range(base + low, base + high) if run.literal[k] else [run.spans[k].start] * (high - low))
        finishes.append(range(base + low + 1, base + high + 1) if run.literal[k] else [run.spans[k].end] * (high - low))
    return tuple(chain.from_iterable(begins)), tuple(chain.from_iterable(finishes))
