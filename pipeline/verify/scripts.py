"""Sentences in scripts that a PDF does not give back as they were written.

Words that run from right to left come in the order in which they are painted. Arabic, Indic and
other joined scripts are drawn from parts of letters, and WeasyPrint gives each part one meaning for
the whole file. So such a sentence is looked for in the gap between its neighbours: plain words in it
as they are, Hebrew by each of its letters, joined scripts by how many letters there are. A sentence that is short beside the
others of its gap can be lost unnoticed here; the web page and the mail are read exactly.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from pipeline.text import Span
from pipeline.verify.placing import ANCHOR
from pipeline.verify.reading import squeeze

# Joined and reordered scripts: Arabic to N'Ko, Indic to Myanmar, Khmer.
_JOINED = (range(0x0600, 0x0800), range(0x0860, 0x10A0), range(0x1780, 0x1800))
# Letters that run from right to left, and controls that turn others round.
_TURNED = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRO"})
# Figures beside words that run the other way may be painted on their other side.
_PARTS = re.compile(r"[^\W\d_]+|\d+")
# Parts of letters make the count larger, never smaller, but for ligatures.
_ENOUGH = 0.7


def difficult(text: str) -> bool:
    """Whether a PDF may give the text back in other characters or another order."""
    return any(_joined(char) or unicodedata.bidirectional(char) in _TURNED for char in text)


def _joined(char: str) -> bool:
    return any(ord(char) in block for block in _JOINED)


def recognised(texts: list[tuple[int, str]], places: list[Span | None], shown: str) -> frozenset[int]:
    """The numbers of those sentences whose letters stand in the gap that they must have come from.

    `texts` are the sentences without a place, `places` those of all sentences, `shown` squeezed text.
    """
    firm = [span if span and span.end - span.start >= ANCHOR else None for span in places]
    out: set[int] = set()
    for group in _groups([(number, text) for number, text in texts if difficult(text)]):
        words = [word for _, text in group for word in text.replace("\u00ad", " ").split()]
        # A short neighbour may have been taken for a part of the sentence: then the gap is wider.
        if any(_holds(_gap(group[0][0], group[-1][0], known, shown), words) for known in (places, firm)):
            out.update(number for number, _ in group)
    return frozenset(out)


def _groups(texts: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Sentences that follow each other."""
    group: list[tuple[int, str]] = []
    for number, text in texts:
        if group and number != group[-1][0] + 1:
            yield group
            group = []
        group.append((number, text))
    if group:
        yield group


def _gap(first: int, last: int, places: list[Span | None], shown: str) -> str:
    """What stands between the sentence before and the sentence after; all of the text where they are out of order."""
    before = next((span.end for span in reversed(places[:first]) if span), 0)
    after = next((span.start for span in places[last + 1 :] if span), len(shown))
    return shown[before:after] if before <= after else shown


def _holds(gap: str, words: list[str]) -> bool:
    """Whether the gap has every plain word as it is, and the letters of the others."""
    plain = (part for word in words if not difficult(word) for part in _PARTS.findall(squeeze(word)))
    if any(part not in gap for part in plain):
        return False
    turned = squeeze("".join(word for word in words if difficult(word)))
    there, due = (Counter(char for char in text if char.isalnum()) for text in (gap, turned))
    exact = all(there[char] >= count for char, count in due.items() if not _joined(char))
    parts, letters = (sum(count for char, count in counted.items() if _joined(char)) for counted in (there, due))
    return exact and parts >= letters * _ENOUGH
