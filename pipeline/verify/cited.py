"""Every cited work is in the list of references, and every mark in the text points at the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.text import shown
from pipeline.verify.expectations import Cited, Expectations
from pipeline.verify.reading import bare
from pipeline.verify.sight import Sight, quoted

# Between the title of a reference and its identifier stand journal, year and pages.
_REACH = 900


def reference_complaints(sight: Sight, expected: Expectations) -> Iterator[str]:
    tail = bare(sight.tail)
    links = bare(" ".join(link.href for link in sight.output.shown.links))
    places = {reference.key: _entry(reference, tail, links) for reference in expected.references}
    for reference in expected.references:
        if places[reference.key] is None:
            yield f"does not list the reference {quoted(reference.title)} ({', '.join((reference.key, *reference.identifiers))})"
    listed = sorted((at, key) for key, at in places.items() if at is not None)
    if len(listed) == len(expected.references):
        yield from _numbers(sight, {key: number for number, (_, key) in enumerate(listed, 1)})


def _entry(reference: Cited, tail: str, links: str) -> int | None:
    """Where the list holds a work: its title, and its identifier after it or in a link."""
    title = bare(reference.title)
    at = tail.find(title)
    while at >= 0:
        after = tail[at + len(title) : at + len(title) + _REACH]
        if all(identifier in after or identifier in links for identifier in map(_address, reference.identifiers)):
            return at
        at = tail.find(title, at + 1)
    return None


def _address(identifier: str) -> str:
    return bare(re.sub(r"^https?://(www\.)?", "", identifier))


def _numbers(sight: Sight, numbers: dict[str, int]) -> Iterator[str]:
    """Each citation's mark has the numbers that its works have in the list."""
    for item, found in zip(sight.wanted, sight.found, strict=True):
        for keys, mark in item.marks(found.reading.text, found.span) if found else ():
            printed = _printed(mark)
            for key in keys:
                if numbers[key] not in printed:
                    yield f"prints {mark} where the article cites {shown(key)}, which is number {numbers[key]}: {quoted(item.words)}"


def _printed(mark: str) -> set[int]:
    """The numbers of a mark such as [1], [2,p.3;5] or [1-3]."""
    out: set[int] = set()
    for first, last in re.findall(r"(?<![\w.])(\d{1,5})(?:[-–](\d{1,5}))?", mark):
        out.update(range(int(first), int(last or first) + 1))
    return out
