"""Where an output shows each sentence of its article, and which it has lost or hides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.evidence.disclaimers import Position
from pipeline.text import Span, shown
from pipeline.verify.expectations import Expectations
from pipeline.verify.placing import ANCHOR, place
from pipeline.verify.reading import Reading, Shown, squeeze
from pipeline.verify.scripts import recognised
from pipeline.verify.wanted import Wanted, Zone

# Sentences named for one output; when all are gone, naming all helps nobody.
_NAMED = 20
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file as it is read. `others` are further orders of reading that count as well.

    `sets_type` says that it can be bold or struck out; `exact` that its characters come as they were written,
    `visual` that words of right-to-left scripts may come in the order in which they are painted.
    """

    name: str
    shown: Shown
    reading: Reading
    others: tuple[Reading, ...] = ()
    sets_type: bool = True
    exact: bool = True
    visual: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Where a sentence was found, and in which order of reading."""

    span: Span
    reading: Reading


@dataclass(frozen=True, slots=True)
class Sight:
    """An output with the place of each sentence."""

    output: Output
    wanted: tuple[Wanted, ...]
    found: tuple[Found | None, ...]

    def span(self, number: int) -> Span | None:
        """The place of a sentence in the first order of reading."""
        found = self.found[number]
        return found.span if found and found.reading is self.output.reading else None

    def flow(self) -> list[Span]:
        """The places of the article's own text."""
        numbers = (number for number, item in enumerate(self.wanted) if item.zone in (Zone.FLOW, Zone.CELL, Zone.COLUMN))
        return [span for number in numbers if (span := self.span(number))]

    @property
    def head(self) -> str:
        """The text above the article's own, which begins at its first sentence that cannot be mistaken for other words."""
        return self.output.reading.text[: min((span.start for span in self.flow() if span.end - span.start >= ANCHOR), default=None)]

    @property
    def tail(self) -> str:
        """The text below it."""
        return self.output.reading.text[max((span.end for span in self.flow()), default=0) :]

    @property
    def title(self) -> Span | None:
        """The place of the title."""
        return next((self.span(number) for number, item in enumerate(self.wanted) if item.field == "title"), None)


def quoted(text: str) -> str:
    """The first words of a text, safe to print."""
    words = text.split()
    return f"“{shown(' '.join(words[:_WORDS]))}{' …' if len(words) > _WORDS else ''}”"


def look(output: Output, expected: Expectations) -> Sight:
    """Each sentence with its place: in the first order of reading, else in another, else word by word."""
    described = squeeze("\n".join(output.shown.descriptions))
    wanted = tuple(_where(item, described) for item in expected.sentences_in(output.name))
    found: list[Found | None] = [None] * len(wanted)
    for reading in (output.reading, *output.others):
        missing = [number for number, item in enumerate(wanted) if found[number] is None and item.zone is not Zone.DESCRIPTION]
        if missing:
            places = place(wanted, reading, _disclosures(reading, expected))
            for number in missing:
                span = places[number]
                found[number] = Found(span, reading) if span else None
    return Sight(output, wanted, tuple(found))


def _disclosures(reading: Reading, expected: Expectations) -> Iterator[Span]:
    """What stands above the title and is not the article's own words."""
    for statement in expected.statements:
        words = squeeze(statement.words)
        at = reading.text.find(words) if statement.position is Position.BEFORE_TITLE else -1
        if at >= 0:
            yield Span(at, at + len(words))


def _where(item: Wanted, described: str) -> Wanted:
    """A description that no picture or link carries has to be there as text."""
    if item.zone is not Zone.DESCRIPTION or item.plain in described:
        return item
    return replace(item, zone=Zone.LOOSE if item.field else Zone.NEAR)


def lost(sight: Sight, expected: Expectations) -> Iterator[str]:
    """The sentences that have no place in the output; the first of them by name."""
    numbers = [number for number, item in enumerate(sight.wanted) if sight.found[number] is None and item.zone is not Zone.DESCRIPTION]
    painted = _painted(sight, numbers) if sight.output.visual else frozenset()
    missing = [sight.wanted[number] for number in numbers if number not in painted]
    for item in missing[:_NAMED]:
        yield f"does not show the {kind(item)} {quoted(item.words)} ({expected.document.path}:{item.line})"
    if len(missing) > _NAMED:
        yield f"does not show {len(missing) - _NAMED} more sentences"


def _painted(sight: Sight, numbers: list[int]) -> frozenset[int]:
    """Those of the sentences that stand, as far as can be told, between their neighbours."""
    places = [sight.span(number) if item.zone not in (Zone.LOOSE, Zone.NEAR) else None for number, item in enumerate(sight.wanted)]
    return recognised([(number, sight.wanted[number].words) for number in numbers], places, sight.output.reading.text)


def kind(item: Wanted) -> str:
    """What to call it."""
    return "sentence" if item.what in ("paragraph", "quotation", "footnote") else item.what


def unseen(sight: Sight) -> Iterator[str]:
    """Sentences that are hidden on phones, in print or in the dark. Heads of tables are repeated there with the cells."""
    for item, found in zip(sight.wanted, sight.found, strict=True):
        if found and item.zone not in (Zone.CELL, Zone.COLUMN):
            for media in sorted({media for run in found.reading.runs_of(found.span) for media in run.hidden}):
                yield f"hides the {kind(item)} {quoted(item.words)} under @media {shown(media)}"
