"""A line of the source, cut to the room there is, with marks under the words that are meant.

Articles hold a paragraph in a line, so the line is cut around the place. Widths are columns of a
terminal: wide characters take two, combining ones none (Unicode UAX #11).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from pipeline.findings import Finding
from pipeline.report.plain import tame
from pipeline.text import LineIndex

_DOTS = "…"
# CommonMark's line ends, as in LineIndex.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Quoted(Struct, frozen=True):
    """`line`, and under it `indent` and `marks`; `note` says that the words go on below."""

    line: str
    indent: str
    marks: str
    note: str = ""


def quoted(finding: Finding, source: str, index: LineIndex, room: int) -> Quoted:
    """The finding's first line in at most `room` columns (never less than 20)."""
    before, words, after = _parts(finding, source, index)
    target = _middle_cut(_flat(words), max(room, 20) - 2)
    spare = max(room, 20) - columns(target)
    tail_need = min(columns(_flat(after)), max(spare // 3, 1))
    head = _last(_flat(before), spare - tail_need)
    tail = _first(_flat(after), spare - columns(head))
    below = finding.end.line - finding.start.line
    note = f" to line {finding.end.line}" if below else ""
    return Quoted(head + target + tail, " " * columns(head), "^" * max(columns(target), 1), note)


def _parts(finding: Finding, source: str, index: LineIndex) -> tuple[str, str, str]:
    """What stands before, in and after the finding on its first line."""
    first_line = _line(finding.excerpt, 0)
    if source[finding.span.start : finding.span.end] != finding.excerpt:
        return "", first_line, ""
    start = index.line_start(finding.start.line)
    end = finding.span.start + len(first_line)
    line_goes_on = finding.start.line == finding.end.line
    return source[start : finding.span.start], first_line, _line(source, end) if line_goes_on else ""


def _line(text: str, start: int) -> str:
    """From `start` to the end of the line."""
    end = _LINE_END.search(text, start)
    return text[start : end.start()] if end else text[start:]


def _flat(text: str) -> str:
    return tame(text.replace("\t", " ").rstrip("\r\n"))


def columns(text: str) -> int:
    """How many columns a terminal uses for the text."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _first(text: str, room: int) -> str:
    """The beginning of a text, cut between words where there is a blank."""
    if columns(text) <= room:
        return text
    taken = _take(text, room - 1)
    return (taken[: taken.rfind(" ")] if " " in taken else taken) + _DOTS if room > 0 else ""


def _last(text: str, room: int) -> str:
    """The end of a text, cut between words where there is a blank."""
    if columns(text) <= room:
        return text
    taken = _take(text[::-1], room - 1)[::-1]
    return _DOTS + (taken[taken.find(" ") + 1 :] if " " in taken else taken) if room > 0 else ""


def _middle_cut(text: str, room: int) -> str:
    """The text with its middle left out where it is too long: how it begins and how it ends."""
    if columns(text) <= room:
        return text
    head = _first(text, room * 3 // 5)
    return f"{head} {_last(text, room - columns(head)).removeprefix(_DOTS)}"


def _take(text: str, room: int) -> str:
    if text.isascii():
        return text[: max(room, 0)]
    used = 0
    for number, char in enumerate(text):
        used += _width(char)
        if used > max(room, 0):
            return text[:number]
    return text
