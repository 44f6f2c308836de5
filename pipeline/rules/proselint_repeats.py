"""Where a text repeats words at once ("the the", "in the in the"): the only places that proselint's check of that name has to see.

Its pattern tries every word as the beginning of a repeated phrase and takes half of what is left of proselint's time. A phrase of n
words that is repeated has n words in a row of which each equals the one n places on, and that is quickly seen. Used by HS101; not a
rule itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, compress
from operator import eq

# The pattern that this is true of; a version of proselint that has another sees the whole text.
KNOWN = r"(\w+(?:\s+\w+){0,3})(\s+\1)+"
_LONGEST = 4
_WORD = re.compile(r"(\w+)")
# Beside ASCII only marks and spaces of print: what counts as a letter of a word is the same to everybody then.
_FOREIGN = re.compile(r"[^\x00-\x7f\xa0-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2010-\u2027]")
# Words on either side that a window holds as well, so that its edges are not taken for those of the text.
_MARGIN = 2


def windows(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the text that hold every repeated phrase, in order and apart; the whole text where words cannot be told for certain."""
    if not text.isascii() and _FOREIGN.search(text):
        return ((0, len(text)),)
    parts = _WORD.split(text.lower())  # what stands between words, and every second one a word
    words = parts[1::2]
    mixed = [place for place, word in enumerate(words) if not word.isalpha()]
    found = sorted(run for length in range(1, _LONGEST + 1) for run in _runs(words, mixed, length))
    if not found:
        return ()
    edges = list(accumulate(map(len, parts)))
    merged: list[tuple[int, int]] = []
    for first, last in found:
        low = edges[2 * (first - _MARGIN)] if first >= _MARGIN else 0
        high = edges[2 * (last + _MARGIN) + 1] if last + _MARGIN < len(words) else len(text)
        if merged and low <= merged[-1][1]:
            low, high = merged[-1][0], max(high, merged.pop()[1])
        merged.append((low, high))
    return tuple(merged)


def _runs(words: list[str], mixed: list[int], length: int) -> Iterator[tuple[int, int]]:
    """First and last word of each phrase of so many words that is said twice in a row."""
    same = list(map(eq, words, words[length:]))
    for place in mixed:
        for first in (place - length, place):
            if 0 <= first < len(same):
                same[first] = _may_match(words[first], words[first + length])
    for place in compress(range(len(same)), same):
        if place + length <= len(same) and all(same[place : place + length]):
            yield place, place + 2 * length - 1


def _may_match(one: str, other: str) -> bool:
    """Whether the pattern may take part of a word with digits for a word: it sees "1 1" in "1 10"."""
    return other[0] in one and one[-1] in other
