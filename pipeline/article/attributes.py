"""Attributes that authors write in braces: heading classes, market limits, certainty."""

from __future__ import annotations

import re

from msgspec import Struct

from pipeline.errors import InputError
from pipeline.findings import Market

# Each class chooses the component that renders its section.
CLASSES = ("in-short", "red-flags", "evidence", "faq", "product")
# GRADE's four levels, and one for what nobody can say yet.
CERTAINTIES = ("high", "moderate", "low", "very-low", "cannot-say")

_BLOCK = re.compile(r"\{(?P<inside>[^{}\n]*)\}[ \t]*#*[ \t]*$")
_PART = re.compile(r'\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+)|(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')


class Attributes(Struct, frozen=True):
    """What stands in a heading's braces."""

    classes: tuple[str, ...] = ()
    anchor: str = ""
    markets: tuple[Market, ...] = ()
    certainty: str = ""


class AttributeFault(Exception):
    """A brace says something unknown; `line` is added by who knows it."""

    def __init__(self, what: str, remedy: str, offset: int) -> None:
        super().__init__(what)
        self.what, self.remedy, self.offset = what, remedy, offset


def heading_attributes(line: str, offset: int) -> Attributes:
    """The attributes of a heading's source line; `offset` is where the line starts.

    The parser splits quoted values at blanks, so the braces are read here from the source.
    """
    found = _BLOCK.search(line.splitlines()[0].rstrip() if line else "")
    if not found:
        return Attributes()
    classes, anchor, values = [], "", {}
    for part in _PART.finditer(found["inside"]):
        if part["cls"]:
            classes.append(_known(part["cls"], CLASSES, "heading class", offset))
        elif part["id"]:
            anchor = part["id"]
        else:
            values[_known(part["key"], ("markets", "certainty"), "heading attribute", offset)] = part["quoted"] or part["bare"] or ""
    markets = markets_of(values["markets"], line, offset) if "markets" in values else ()
    certainty = _known(values["certainty"], CERTAINTIES, "certainty", offset) if "certainty" in values else ""
    return Attributes(tuple(classes), anchor, markets, certainty)


def markets_of(words: str, source: str, offset: int) -> tuple[Market, ...]:
    """Markets named by their codes, blanks or commas between."""
    names = [word for word in re.split(r"[\s,]+", words) if word]
    return tuple(Market(_known(name, tuple(Market), "market", offset)) for name in names)


def _known(word: str, allowed: tuple[str, ...], kind: str, offset: int) -> str:
    if word in allowed:
        return word
    from difflib import get_close_matches

    near = get_close_matches(word, allowed, 1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(allowed)}"
    raise AttributeFault(f"unknown {kind} {word!r}", hint, offset)


def as_input_error(fault: AttributeFault, path: str, line: int) -> InputError:
    """The fault with its place."""
    return InputError(fault.what, fault.remedy, path=path, line=line)
