"""What an output prints inside a line of text that is not the author's words: marks, addresses, descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.article import document as doc
from pipeline.verify.reading import squeeze

# What may stand at a place of the source, in squeezed text. A citation's mark is a group.
_CITATION = r"(\[[^\[\]]{1,600}\])"
_NOTE = r"(?:\[[^\[\]]{1,60}\]|\(\w{1,12}\)|\d{1,4}|[*†‡§¶])"
_AFTER_LINK = r"(?:\([^()]{1,600}\)|<[^<>]{1,2000}>|\[[^\[\]]{1,2000}\]|%s)?"
_PICTURE = r"(?:\([^()]{0,3000}\)|\[[^\[\]]{0,3000}\]|%s)?"
# How plain text strikes words out.
_STRUCK = r"(?:~~)?"
# A soft hyphen prints where a line ends at it.
SOFT_HYPHEN = "-?"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the source at which an output prints something of its own."""

    offset: int
    pattern: str
    keys: tuple[str, ...] = ()
    mark: bool = False


def points_of(inlines: Iterable[doc.Inline]) -> Iterator[Point]:
    """The points of one line, in the order of the source."""
    for inline in inlines:
        match inline:
            case doc.Citation():
                yield Point(inline.span.start, _CITATION, tuple(work.key for work in inline.works), True)
            case doc.FootnoteMark():
                yield Point(inline.span.start, _NOTE, (), True)
            case doc.Image():
                alternatives = [re.escape(squeeze(text)) for text in (doc.plain(inline.children), inline.title) if squeeze(text)]
                yield Point(inline.span.start, _PICTURE % ("|".join(alternatives) or "(?!)"))
            case doc.Link():
                yield from points_of(inline.children)
                yield Point(inline.span.end, _AFTER_LINK % (re.escape(squeeze(inline.href)) or "(?!)"))
            case doc.Styled() if inline.style is doc.Style.STRUCK:
                yield Point(inline.span.start, _STRUCK)
                yield from points_of(inline.children)
                yield Point(inline.span.end, _STRUCK)
            case doc.Styled() | doc.Limited():
                yield from points_of(inline.children)
