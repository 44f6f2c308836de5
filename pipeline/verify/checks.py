"""What an output was expected to show and does not, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gate import DRAFT_STAMP
from pipeline.verify.cited import reference_complaints
from pipeline.verify.expectations import Expectations
from pipeline.verify.reading import squeeze
from pipeline.verify.sight import Output, Sight, look, lost, quoted, unseen
from pipeline.verify.stated import statement_complaints


def complaints(output: Output, expected: Expectations) -> Iterator[str]:
    """Everything that is missing, hidden or out of place, as sentences without the output's name."""
    sight = look(output, expected)
    yield from lost(sight, expected)
    yield from unseen(sight)
    yield from reference_complaints(sight, expected)
    for statement in expected.statements:
        yield from statement_complaints(sight, expected, statement)
    yield from _facts(sight, expected)
    yield from _stamps(sight, expected)


def _facts(sight: Sight, expected: Expectations) -> Iterator[str]:
    """Who wrote it, who reviewed it and when it was last checked, above the text; what kind of site it is."""
    for person in expected.people:
        if squeeze(person) not in sight.head:
            yield f"does not name {quoted(person)} above the text"
    day = expected.checked
    if day and day.isoformat() not in sight.output.shown.dates and not re.search(_date_pattern(day.day, day.month, day.year), sight.head):
        yield f"does not show the date of the last check ({day.isoformat()}) above the text"
    if squeeze(expected.site.demonstration) not in sight.output.reading.text:
        yield f"does not show {quoted(expected.site.demonstration)}"


def _date_pattern(day: int, month: int, year: int) -> str:
    """The date in figures, or with the month in the words of any language."""
    return rf"{year}-{month:02}-{day:02}|(?<!\d)0?{day}\D{{1,25}}{year}|(?<!\d)0?{day}[./-]0?{month}[./-]{year}|(?<!\d)0?{day},{year}"


def _stamps(sight: Sight, expected: Expectations) -> Iterator[str]:
    """A draft says on every page that it is one."""
    stamp = squeeze(DRAFT_STAMP)
    if not expected.draft:
        return
    pages = sight.output.shown.pages
    for number, page in enumerate(pages, 1):
        if stamp not in squeeze(page):
            yield f"does not say {quoted(DRAFT_STAMP)} on page {number}"
    above = sight.output.reading.text[: sight.title.start if sight.title else None]
    if len(pages) == 1 and stamp in squeeze(pages[0]) and stamp not in above:
        yield f"does not say {quoted(DRAFT_STAMP)} above the title"
