"""Places in text, and text as a reader sees it.

Spans are half-open and count characters of the decoded file. Folding undoes what hides a word from
a machine but not from a reader (invisible characters, look-alike letters, full-width forms) and
keeps a map back to the source, so that a finding always points at what was written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Half-open range of characters: `start` is in, `end` is out."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def spanned(edges: tuple[int, int]) -> Span:
    """Span(*edges) in half the time: a named tuple's own constructor is a Python function. For the hot loops of reading."""
    return tuple.__new__(Span, edges)


class Position(NamedTuple):
    """1-based line and column; both count characters, as editors show them."""

    line: int
    column: int


# CommonMark's line ends, and no others: U+2028 or a form feed does not start a line in an editor.
_LINE_END = re.compile(r"\r\n|\n|\r")


class LineIndex:
    """Turns offsets into positions: built once for a file, then a binary search each."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        else:
            lengths = map(len, text.split("\n"))
            self._starts = [0, *(end + number for number, end in enumerate(accumulate(lengths), 1))]
            self._starts.pop()  # the text's own end

    def __eq__(self, other: object) -> bool:
        """Equal where the lines start at the same offsets."""
        return isinstance(other, LineIndex) and self._starts == other._starts

    def __hash__(self) -> int:
        return hash(tuple(self._starts))

    def position(self, offset: int) -> Position:
        """The position of the character at `offset` (the end of the text is allowed)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """The offset at which the 1-based line starts."""
        return self._starts[line - 1]


class Folded(Struct, frozen=True):
    """Folded text with the offset, in the text it was made from, of each of its characters.

    `origins` has one entry more than `text` has characters: the end of the original.
    """

    text: str
    origins: tuple[int, ...] | range

    def span(self, start: int, end: int) -> Span:
        """The range of the original that folded into text[start:end]."""
        if start >= end:
            return Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end])


_ASCII_OR_NOT = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def character_offsets(body: str, start: int) -> list[int] | range:
    """For each UTF-8 byte of the body (and its end) the offset of its character, counted from `start`."""
    if body.isascii():
        return range(start, start + len(body) + 1)
    offsets: list[int] = []
    for run in _ASCII_OR_NOT.finditer(body):
        at, end = start + run.start(), start + run.end()
        if run[0].isascii():
            offsets.extend(range(at, end))
        else:
            for number, char in enumerate(run[0], at):
                offsets += [number] * (2 if char < "\u0800" else 3 if char < "\U00010000" else 4)
    offsets.append(start + len(body))
    return offsets


# Letters of other scripts that a reader takes for Latin ones (the common part of Unicode's
# confusables, UTS #39), plus typographic forms of quotes, hyphens and blanks.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁӏԛԝьвнкмтгαορνικτυχγεАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ‘’‛′“”‟″‐‑‒–—−\u00a0\u2009\u202f\u3000",
    "aeopcyxijshdlqwbbhkmtraopvikтuxye".replace("т", "t") + "abekmhopctxijsabezhikmnoptyx" + "''''\"\"\"\"------    ",
)
# Fillers that are letters by category but print nothing.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u2800")


def _fold_one(char: str) -> str:
    """What a reader sees of one character, in lower case; nothing for what prints nothing."""
    if char in _FILLERS or (unicodedata.category(char) in ("Cf", "Mn", "Me", "Cc") and char not in "\t\n\r"):
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) != "Mn")
    return plain.translate(_LOOKALIKES).lower()


def fold(text: str) -> Folded:
    """The text in lower case as a reader sees it, mapped back to where it came from."""
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    pieces: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        piece = char.lower() if char.isascii() else _fold_one(char)
        pieces.append(piece)
        origins.extend([offset] * len(piece))
    origins.append(len(text))
    return Folded("".join(pieces), tuple(origins))


def shown(text: str) -> str:
    """The text for a console or a log: control and bidirectional characters as `\\u{202e}`.

    Tabs and line ends are kept. Nothing that a terminal, a log viewer or a reader would act on
    passes through.
    """
    if text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable():  # nearly every text, and a single look
        return text
    return "".join(_escape(char) if _acts(char) else char for char in text)


def _acts(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and char not in "\t\n"


def _escape(char: str) -> str:
    return f"\\u{{{ord(char):x}}}"
