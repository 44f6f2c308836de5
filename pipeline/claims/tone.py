"""Whether a sentence sounds like an advertisement, whoever is named in it.

Advertisements leave out who acts: "Discover sharper focus", "FAT MELTING CAPSULES!", "Wrinkles have drastically reduced". What tells
them from prose about health is their tone: praise, exclamation marks, shouting. Tone makes no claim; it says who speaks.
"""

from __future__ import annotations

import re

from pipeline.claims import senses as s
from pipeline.claims.tokens import Said

_LOUD = s.PUFF | s.COMMERCE | s.SELLING | s.SHOPPING
# These tell of care, studies and doubts, in whatever tone.
_SOBER = s.CONSULT | s.STUDY | s.DEFINITION | s.MYTH | s.STATUS | s.WIDE_NEGATION | s.STATUTE
# Two words of capitals in a row, one of them no abbreviation.
_SHOUTED = re.compile(r"\b[A-Z]{2,}[ ,&/-]+(?:[A-Z0-9&]+[ ,&/-]+)*[A-Z]{5,}\b|\b[A-Z]{5,}[ ,&/-]+(?:[A-Z0-9&]+[ ,&/-]+)*[A-Z]{2,}\b")


def is_advertising(said: Said) -> bool:
    """Praise, a call to buy, an exclamation (of nobody's in quotation marks) or shouting, where nothing is explained or advised."""
    if said.mask & _SOBER:
        return False
    return bool(said.mask & _LOUD) or ("!" in said.text and '"' not in said.text) or _is_shouted(said)


def _is_shouted(said: Said) -> bool:
    """Capitals where others use small letters; a heading in capitals shouts no less than a label."""
    text = said.sentence.text
    return not text[1:].islower() and bool(_SHOUTED.search(text))
