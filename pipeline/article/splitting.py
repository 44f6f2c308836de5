"""Where sentences end: cut where a reader would. No character is lost, and none is moved."""

from __future__ import annotations

import re

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
# Begins with one set of characters, which the search can skip to; then more of the same kind. `char` is the
# first character of what follows, without opening quotes and brackets.
_STOP = re.compile(
    r"[.!?…。！？।؟](?:(?<=[.!?…])[.!?…]*|(?<=[。！？।؟])[。！？।؟]*)[\"'”’)\]»*]*(?=\s|$|(?<=[。！？]))"
    r"(?=\s*[\"'“‘(\[«*]*(?P<char>\S)?)"
)
_WIDE = frozenset("。！？।؟")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_LONGEST_WORD = 24


def split(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of a run, without the white space between them.

    Keeps "L. rhamnosus", "70-80%", "e.g.", "Dr. Smith" and "3.5 mg" whole.
    """
    ranges, start = [], 0
    for end in _full_stops(text) if text.isascii() and "!" not in text and "?" not in text else _stops(text):
        ranges.append((_first_visible(text, start, end), end))
        start = end
    if rest := text[start:].strip():
        first = text.index(rest, start)
        ranges.append((first, first + len(rest)))
    return ranges


def _first_visible(text: str, start: int, end: int) -> int:
    """Where the words of text[start:end] begin, which ends with a stop."""
    if text[start] == " ":
        start += 1
    return start if " " < text[start] < "\x7f" else end - len(text[start:end].lstrip())


def _stops(text: str) -> list[int]:
    """Where sentences end before the end of the text."""
    ends, start = [], 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop):
            start = stop.end()
            ends.append(start)
    return ends


def _full_stops(text: str) -> list[int]:
    """The same for text whose only stops are full stops: three in four are followed by a blank and a capital letter."""
    ends, start, at = [], 0, text.find(".")
    while at >= 0:
        end, following = at + 1, text[at + 1 : at + 3]
        if following[:1] == " " and following[1:].isupper():
            ends_here = _ends_after_word(text, start, at, following[1])
        elif following[:1].isalnum() or not (stop := _STOP.match(text, at)):
            ends_here = False
        else:
            end, ends_here = stop.end(), _ends_sentence(text, start, stop)
        if ends_here:
            ends.append(end)
            start = end
        at = text.find(".", end)
    return ends


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    mark, char = stop[0], stop["char"]
    if mark[0] != "." or mark[:2] == "..":
        return char is None or not char.islower() or mark[0] in _WIDE
    if char is None:
        return True
    return not char.islower() and _ends_after_word(text, start, stop.start(), char)


def _ends_after_word(text: str, start: int, at: int, char: str) -> bool:
    """Whether the one full stop at `at` ends the sentence that began at `start`, where `char` comes next."""
    word = _word_before(text[max(start, at - _LONGEST_WORD) : at])
    if word in _ABBREVIATIONS:
        return word in _MAY_END and char.isupper()
    if len(word) == 1 and word.isalpha():
        return not text[at - 1].isupper() or bool(_LETTERED.search(text, start, at))
    return not (word.isdigit() and not text[start:at].strip(" \t\n" + word))


def _word_before(text: str) -> str:
    """The letters, digits and full stops at the end of a text, in lower case."""
    last = text[text.rfind(" ") + 1 :]
    if not last.isalnum():
        found = _WORD_BEFORE.search(text)
        last = found[0] if found else ""
    return last.lower()
