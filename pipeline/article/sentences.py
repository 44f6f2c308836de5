"""Sentences as a reader sees them, each mapped to the source to the character.

A block of text is first laid out as one run of visible characters (markup, citations and footnote
marks take no room; alternative texts and tooltips are runs of their own), then split.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain

from msgspec import Struct
from msgspec import field as default

from pipeline.article import document as doc
from pipeline.article.metadata import FieldText
from pipeline.article.splitting import split
from pipeline.text import Span, spanned

# What takes no blank before it.
_CLOSE_UP = frozenset(" \n.,;:!?)…")


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


def sentences_of_field(field: FieldText, section: int, block: int) -> list[doc.Sentence]:
    """Sentences of a front matter text."""
    return [
        doc.Sentence(
            text=field.text[begin:end],
            span=Span(field.starts[begin], field.ends[end - 1]),
            place=doc.Place.FRONT,
            section=section,
            block=block,
            field=field.name,
            edges=(field.starts[begin:end], field.ends[begin:end]),
        )
        for begin, end in split(field.text)
    ]


def sentences_of_inlines(inlines: tuple[doc.Inline, ...], place: doc.Place, section: int, block: int) -> list[doc.Sentence]:
    """Sentences of one block of text, then those of its alternative texts and tooltips."""
    if len(inlines) == 1 and isinstance(only := inlines[0], doc.Text) and len(only.text) == only.span.end - only.span.start:
        return _as_written(only.text, only.span.start, place, section, block)
    runs = [_Run(place)]
    _lay_out(inlines, runs[0], runs, False)
    return [sentence for run in runs for sentence in _cut(run, section, block)]


def _as_written(text: str, base: int, place: doc.Place, section: int, block: int) -> list[doc.Sentence]:
    """Sentences of text that stands in the source, from `base` on, as it reads: nearly every block, so in few steps."""
    return [doc.Sentence(text[start:end], spanned((base + start, base + end)), place, section, block) for start, end in split(text)]


def sentences_of_literal(text: str, span: Span, source: str, place: doc.Place, section: int, block: int) -> list[doc.Sentence]:
    """Sentences of code or raw HTML: each line is a run, because lines are what a reader sees."""
    at, out = span.start, []
    for line in filter(None, map(str.strip, text.splitlines())):
        found = source.find(line, at, span.end)
        run = _Run(place)
        if found >= 0:
            at = found + len(line)
            run.add(line, Span(found, at), False)
        else:
            run.add(line, span, False)
        out += _cut(run, section, block)
    return out


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


def _cut(run: _Run, section: int, block: int) -> list[doc.Sentence]:
    text = "".join(run.pieces)
    ranges = split(text)
    out = []
    for number, (start, end) in enumerate(ranges):
        first, last = bisect_right(run.edges, start) - 1, bisect_right(run.edges, end - 1) - 1
        edges = _mapped(run, first, last, start, end)
        sentence = doc.Sentence(
            text=text[start:end],
            span=spanned((edges[0][0], edges[1][-1])),
            place=run.place,
            section=section,
            block=block,
            keys=_keys(run, number, ranges) if run.cited else (),
            struck=True in run.struck[first : last + 1],
            edges=None if isinstance(edges[0], range) else edges,
        )
        out.append(sentence)
    return out


def _keys(run: _Run, number: int, ranges: list[tuple[int, int]]) -> tuple[str, ...]:
    """The works cited in a sentence or behind it; what stands before the first sentence belongs to that."""
    begin = ranges[number][0] if number else 0
    after = ranges[number + 1][0] if number + 1 < len(ranges) else run.length + 1
    return tuple(key for at, key in run.cited if begin <= at < after)


def _mapped(run: _Run, first: int, last: int, start: int, end: int) -> tuple[doc.Offsets, doc.Offsets]:
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
