"""Places to end a line inside words that have no end: what keeps one endless word from taking forever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "img", "s", "span", "strong", "sub", "sup", "time"})
# Real words, addresses and formulas are shorter, and stay as they are.
_ENDLESS = re.compile(r"\S{201,}")
# A line of the handout holds about 80 characters.
_STEP = 40
_BREAK = "\u200b"


@dataclass(slots=True)
class _Slot:
    """A text of the tree: an element's own, or what follows the element."""

    element: Element
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @text.setter
    def text(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def open_endless_words(root: Element) -> None:
    """Let a line end after every 40 characters of a run of more than 200 without a blank.

    WeasyPrint measures the whole rest of such a run for each of its lines: 40,000 characters took
    half a minute (measured). The mark is ZERO WIDTH SPACE, which has no width and no sound.
    """
    for slots in _paragraphs(root):
        text = "".join(slot.text for slot in slots)
        marks = [place for run in _ENDLESS.finditer(text) for place in range(run.start() + _STEP, run.end(), _STEP)]
        if marks:
            _put(slots, marks)


def _paragraphs(root: Element) -> Iterator[list[_Slot]]:
    """The texts that stand in one paragraph, in reading order: whatever no block comes between."""
    current: list[_Slot] = []
    waiting = [_Slot(root, False)]
    while waiting:
        slot = waiting.pop()
        if slot.element.tag not in INLINE:
            yield current
            current = []
        current.append(slot)
        if not slot.is_tail:
            for child in reversed(slot.element):
                waiting += [_Slot(child, True), _Slot(child, False)]
    yield current


def _put(slots: list[_Slot], marks: list[int]) -> None:
    """Put marks into the texts, at these places of all of them joined (ascending)."""
    waiting = marks[::-1]
    start = 0
    for slot in slots:
        pieces, text, done = [], slot.text, 0
        while waiting and waiting[-1] <= start + len(text):
            here = waiting.pop() - start
            pieces.append(text[done:here])
            done = here
        if pieces:
            slot.text = _BREAK.join([*pieces, text[done:]])
        start += len(text)
