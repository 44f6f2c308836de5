"""What an output shows, in reading order, and how it is compared with what was written.

Outputs break lines and words, join letters and set marks where the source has none, so text is
compared squeezed: compatibility forms decomposed, white space, invisible characters and combining
marks dropped. What is left is the same for the same words, whatever they were printed by.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.text import Span

# Characters that one glyph stands for, so that a PDF cannot tell them apart: hyphens, and what the
# handout's last fallback (Inter) draws alike.
_ALIKE = str.maketrans("\u2010\u2011∆ʼˮ►▻◄◅ɩ➀➁➂➃➄➅➆➇➈", "--Δ’”▶▷◀◁ι123456789")
# Stands between blocks of a page, where that is known: no sentence runs over it. White space to Python.
EDGE = "\x1f"
_DROPPED = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"})


class _Squeezed(dict[int, int | None]):
    """A table for str.translate that fills itself: None for what is dropped."""

    def __missing__(self, code: int) -> int | None:
        dropped = unicodedata.category(chr(code)) in _DROPPED
        self[code] = kept = None if dropped else _ALIKE.get(code, code)
        return kept


_TABLE = _Squeezed()


def squeeze(text: str) -> str:
    """The text without white space, invisible characters, combining marks and compatibility forms."""
    return "".join(text.split()) if text.isascii() and text.isprintable() else unicodedata.normalize("NFKD", text).translate(_TABLE)


def bare(text: str) -> str:
    """Letters and digits alone, in lower case: for names and titles that a citation style may dress."""
    return "".join(char for char in squeeze(text).casefold() if char.isalnum())


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is set in one way. `level` is that of the heading it stands in, 0 outside of headings.

    `hidden` names where it cannot be seen although it can elsewhere, such as `in print`.
    """

    text: str
    bold: bool = False
    struck: bool = False
    level: int = 0
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A link: its address and the words that are seen of it."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader gets. `runs` are in reading order, `pages` hold all text of each page in any order.

    `descriptions` are alternative texts and tooltips, `dates` machine-readable dates.
    """

    runs: tuple[Run, ...]
    pages: tuple[str, ...]
    descriptions: tuple[str, ...] = ()
    links: tuple[Target, ...] = ()
    dates: tuple[str, ...] = ()


class Reading:
    """Runs as one squeezed text that knows where words begin and how each place is set.

    `starts` holds the offset in `text` at which each run begins.
    """

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = tuple(run for run in runs if run.text)
        pieces: list[str] = []
        self.starts: list[int] = []
        edges: set[int] = set()
        length = 0
        for run in self.runs:
            self.starts.append(length)
            if run.text == EDGE and pieces and pieces[-1] != EDGE:
                pieces.append(EDGE)
                length += 1
            for word in run.text.split():
                edges.add(length)
                pieces.append(squeezed := squeeze(word))
                length += len(squeezed)
        self.text = "".join(pieces)
        self._edges = edges
        self._ends = [*self.starts[1:], length]
        self.raw = " ".join("".join(run.text for run in self.runs).split())

    def whole_words(self, span: Span) -> bool:
        """Whether the range begins and ends where words do."""
        return self._edge(span.start) and self._edge(span.end)

    def _edge(self, at: int) -> bool:
        if at in (0, len(self.text)) or at in self._edges:
            return True
        return not (self.text[at - 1].isalnum() and self.text[at].isalnum())

    def runs_of(self, span: Span) -> tuple[Run, ...]:
        """The runs that print a range, leaving out those that print nothing."""
        first, last = bisect_right(self.starts, span.start) - 1, bisect_right(self.starts, span.end - 1)
        return tuple(self.runs[at] for at in range(max(first, 0), last) if self.starts[at] < self._ends[at])
