"""Each wanted sentence gets a place of its own in what an output shows, or is lost.

A sentence that occurs twice has to be there twice, and in the order of the article, so a word that
happens to stand elsewhere (in a contents list, in a reference) cannot stand in for one that is gone.
Sentences that occur once here and once there are anchors; the others are looked for between their
neighbours. Whole sections may be moved, single sentences may not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from pipeline.text import Span
from pipeline.verify.reading import Reading
from pipeline.verify.wanted import Wanted, Zone

# Shorter sentences are too likely to be part of something else to be anchors.
ANCHOR = 16

Places = list[Span | None]


def place(wanted: tuple[Wanted, ...], reading: Reading, reserved: Iterable[Span] = ()) -> tuple[Span | None, ...]:
    """For each sentence the range of `reading.text` that shows it, None where it is lost.

    `reserved` ranges show something else.
    """
    placer = _Placer(wanted, reading)
    for span in reserved:
        placer.mark(span)
    return tuple(placer.place())


class _Placer:
    def __init__(self, wanted: tuple[Wanted, ...], reading: Reading) -> None:
        self.wanted, self.reading, self.text = wanted, reading, reading.text
        self.taken = bytearray(len(self.text))
        self.places: Places = [None] * len(wanted)
        self.flow = [number for number, item in enumerate(wanted) if item.zone is Zone.FLOW]
        self.from_here: dict[str, int] = defaultdict(int)

    def place(self) -> Places:
        self.anchor()
        self.demote_strays()
        self.place_front()
        self.place_between()
        for number in self.unplaced(Zone.LOOSE, Zone.NEAR):
            self.take(number, self.anywhere(number))
        return self.places

    # ------------------------------------------------------------ places
    def take(self, number: int, span: Span | None) -> None:
        self.places[number] = span
        if span:
            self.mark(span)

    def mark(self, span: Span) -> None:
        self.taken[span.start : span.end] = b"\1" * (span.end - span.start)

    def release(self, number: int) -> None:
        span = self.places[number]
        if span:
            self.taken[span.start : span.end] = bytes(span.end - span.start)
        self.places[number] = None

    def free(self, span: Span) -> bool:
        return self.taken.find(1, span.start, span.end) < 0 and self.reading.whole_words(span)

    def first_free(self, item: Wanted, start: int, end: int) -> Span | None:
        return next((span for span in item.found(self.text, start, end) if self.free(span)), None)

    def anywhere(self, number: int) -> Span | None:
        """The first free occurrence; equal sentences go on where the last one was found."""
        item = self.wanted[number]
        key = _key(item)
        span = self.first_free(item, self.from_here[key], len(self.text))
        self.from_here[key] = span.end if span else len(self.text)
        return span

    def unplaced(self, *zones: Zone) -> list[int]:
        """The sentences of some zones, longest first: a short one must not take a part of a long one's place."""
        found = [number for number, item in enumerate(self.wanted) if item.zone in zones and self.places[number] is None]
        return sorted(found, key=lambda number: -len(self.wanted[number].plain))

    # ------------------------------------------------------------ anchors
    def anchor(self) -> None:
        """Sentences that the article has once and the output shows once."""
        count = Counter(_key(item) for item in self.wanted)
        for number in sorted(self.flow, key=lambda number: -len(self.wanted[number].plain)):
            item = self.wanted[number]
            if len(item.plain) < ANCHOR or count[_key(item)] > 1:
                continue
            spans = tuple(islice(item.found(self.text, 0, len(self.text)), 2))
            if len(spans) == 1 and self.free(spans[0]):
                self.take(number, spans[0])

    def demote_strays(self) -> None:
        """An anchor that is out of order between two that are in order is somebody else's words."""
        anchors = [number for number in self.flow if self.places[number]]
        ordered = _rising([(number, self.start(number)) for number in anchors])
        for at, number in enumerate(anchors):
            beside = anchors[max(at - 1, 0) : at] + anchors[at + 1 : at + 2]
            if number not in ordered and all(neighbour in ordered for neighbour in beside):
                self.release(number)

    def start(self, number: int) -> int:
        span = self.places[number]
        assert span is not None
        return span.start

    # ------------------------------------------------------------ windows
    def place_front(self) -> None:
        """Title and description stand before the article's text; the title in the top heading, if there is one."""
        first = min((self.start(number) for number in self.flow if self.places[number]), default=len(self.text))
        for number, item in enumerate(self.wanted):
            if item.zone is Zone.FRONT:
                self.take(number, next(self.front_places(item, first), None))

    def front_places(self, item: Wanted, end: int) -> Iterator[Span]:
        topped = item.field == "title" and any(run.level == 1 for run in self.reading.runs)
        for span in item.found(self.text, 0, end):
            if self.free(span) and (not topped or all(run.level == 1 for run in self.reading.runs_of(span))):
                yield span

    def place_between(self) -> None:
        """What is no anchor, between its neighbours; the cells of a table together."""
        front = (span.end for number, item in enumerate(self.wanted) if item.zone is Zone.FRONT and (span := self.places[number]))
        cursor, following = max(front, default=0), self.next_anchors()
        for group in self.groups():
            end = following[group[-1]]
            columns = [number for number in group if self.wanted[number].zone is Zone.COLUMN]
            at = cursor
            for number in (number for number in group if number not in columns):
                if self.places[number] is None:
                    self.take(number, self.between(number, at, end))
                span = self.places[number]
                at = span.end if span else at
            for number in sorted(columns, key=lambda number: -len(self.wanted[number].plain)):
                self.take(number, self.between(number, cursor, end))
            cursor = max((span.end for number in group if (span := self.places[number])), default=cursor)

    def next_anchors(self) -> list[int]:
        """For each sentence, where the next anchor after it begins."""
        starts, start = [0] * len(self.wanted), len(self.text)
        for number in reversed(range(len(self.wanted))):
            starts[number] = start
            if self.wanted[number].zone is Zone.FLOW and (span := self.places[number]):
                start = span.start
        return starts

    def groups(self) -> Iterator[list[int]]:
        """Sentences of the flow and what is near them, one by one; the cells of a table as one group."""
        cells: list[int] = []
        for number, item in enumerate(self.wanted):
            if item.zone in (Zone.CELL, Zone.COLUMN) or (item.zone is Zone.NEAR and cells):
                cells.append(number)
            elif item.zone in (Zone.FLOW, Zone.NEAR):
                if cells:
                    yield cells
                    cells = []
                yield [number]
        if cells:
            yield cells

    def between(self, number: int, start: int, end: int) -> Span | None:
        """A free occurrence after the sentence before it and before the one after it."""
        item = self.wanted[number]
        if start <= end:
            return self.first_free(item, start, end)
        # A section was moved: the sentence belongs to the end of one part or to the start of the other.
        after, before = self.taken.find(1, start), self.taken.rfind(1, 0, end)
        return self.first_free(item, start, after if after >= 0 else len(self.text)) or self.first_free(item, before + 1, end)


def _key(item: Wanted) -> str:
    return item.pattern.pattern if item.pattern else item.plain


def _rising(points: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of a longest subsequence whose values rise."""
    tails: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for number, value in points:
        at = bisect_left(tails, value)
        before[number] = last[at - 1] if at else None
        tails[at : at + 1] = [value]
        last[at : at + 1] = [number]
    out: set[int] = set()
    current = last[-1] if last else None
    while current is not None:
        out.add(current)
        current = before[current]
    return out
