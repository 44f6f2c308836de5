"""Fixed statements: their words, in their place, to be seen, and set as the law wants them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.disclaimers import Position, Statement
from pipeline.text import Span, shown
from pipeline.verify.expectations import Expectations, Scope
from pipeline.verify.reading import Reading, squeeze
from pipeline.verify.sight import Output, Sight, quoted
from pipeline.verify.wanted import Zone


def statement_complaints(sight: Sight, expected: Expectations, statement: Statement) -> Iterator[str]:
    """A fixed statement: its words, in its place, to be seen, and as the law wants them set."""
    name = f"the statement {quoted(statement.words)} ({statement.id})"
    spans = tuple(_occurrences(sight.output.reading, statement.words))
    if not spans:
        yield f"does not show {name}"
        return
    if statement.statutory and sight.output.exact and " ".join(statement.words.split()) not in sight.output.reading.raw:
        yield f"does not show {name} character for character"
    for limits in _limits(sight, expected, statement):
        there = [span for span in spans if limits.holds(span)]
        if there:
            yield from _dress(sight.output, statement, there, name)
        else:
            yield f"shows {name} in another place than {_PLACES[statement.position]}"


_PLACES = {
    Position.BEFORE_TITLE: "above the title",
    Position.IN_SHORT: "in the section In short",
    Position.NOTICE: "below the title",
    Position.PRODUCT: "in the section of the product",
}


def _occurrences(reading: Reading, words: str) -> Iterator[Span]:
    text = squeeze(words)
    at = reading.text.find(text)
    while at >= 0:
        yield Span(at, at + len(text))
        at = reading.text.find(text, at + 1)


def _limits(sight: Sight, expected: Expectations, statement: Statement) -> tuple[Span, ...]:
    """The ranges of the text in each of which the statement has to stand."""
    end = len(sight.output.reading.text)
    title = sight.title
    if statement.position is Position.BEFORE_TITLE:
        return (Span(0, title.start if title else end),)
    scopes = expected.scopes(statement.position)
    if scopes:
        return tuple(_limit(sight, scope) for scope in scopes)
    return (Span(title.end if title else 0, end),)


def _limit(sight: Sight, scope: Scope) -> Span:
    """From the heading of a section to the first sentence after it."""
    heading = sight.span(scope.heading)
    after = (number for number in range(scope.last + 1, len(sight.wanted)) if sight.wanted[number].zone is Zone.FLOW)
    ends = (span.start for number in after if (span := sight.span(number)))
    return Span(heading.end if heading else 0, next(ends, len(sight.output.reading.text)))


def _dress(output: Output, statement: Statement, spans: list[Span], name: str) -> Iterator[str]:
    """Hidden, struck-out or, where the law wants it, light type does not count (21 CFR 101.93(e))."""
    set_as = [output.reading.runs_of(span) for span in spans]
    plain = [runs for runs in set_as if not any(run.struck for run in runs)]
    if not plain:
        yield f"strikes out {name}"
        return
    seen = [runs for runs in plain if not any(run.hidden for run in runs)]
    if not seen:
        yield f"hides {name} under @media {shown(next(media for run in plain[0] for media in run.hidden))}"
    elif statement.statutory and output.sets_type and not any(all(run.bold for run in runs) for runs in seen):
        yield f"does not print {name} in bold"
