"""The list of authorised health claims, and how near a sentence comes to one.

A match needs the nutrient's name, every word that carries the authorised meaning, and a verb that
claims no more than the register's. Flexible wording of the same meaning matches ("helps maintain
normal skin" for "contributes to the maintenance of normal skin"), as Commission Decision 2013/63/EU
and CAP Code 15.1.1 allow in sense.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from pipeline.claims.lexicon import table


class Standing(NamedTuple):
    """`row` is the authorised wording met; `near` the one whose function is spoken of without its nutrient; `capped` the lawful form."""

    row: str = ""
    near: str = ""
    capped: bool = False


NO_STANDING = Standing()
_WORDS = re.compile(r"[a-z0-9]+")
_VERBS = re.compile(r"\b(?:contribut\w+|helps?|support\w*|maintain\w*|maintenance|role|need\w*|necessary|essential|important|plays?|for)\b")
# Verbs that promise more than the register does.
_MORE = re.compile(
    r"\b(?:boost\w*|enhanc\w*|strengthen\w*|improv\w*|increas(?:es|ed)|cur(?:e|es|ing)|treat\w*|prevent\w*|heal\w*"
    r"|fight\w*|repair\w*|supercharg\w*|relie\w+)\b"
)
# The register's own forms: art. 13 "contributes to …", art. 14 "has been shown to lower … risk factor".
_FORM = re.compile(r"\bcontribut(?:e|es|ing) to\b|\bshown to (?:lower|reduce)\b.*\b(?:cholesterol|plaque)\b|\brisk factor (?:in|for)\b")
_FOOD_LAW = re.compile(
    r"\breduc\w+ (?:of |in |its )?(?:blood glucose rise|the blood glucose|tooth demineralisation)|\bimproves? lactose digestion\b"
)


def standing(text: str) -> Standing:
    """Where a folded sentence stands with the register."""
    capped = bool(_FORM.search(text) or _FOOD_LAW.search(text))
    if not _VERBS.search(text) or _MORE.search(text):
        return Standing(capped=capped)
    words = {_stem(word) for word in _WORDS.findall(text)}
    near = ""
    for nutrient, core, claim in _rows():
        if core <= words:
            if nutrient <= words:
                return Standing(claim, claim, True)
            near = near or claim
    return Standing("", near, capped)


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    """Nutrient's words, words that carry the meaning, wording; the most telling rows first."""
    rows: list[Any] = table()["register"]
    made = ((_words_of(nutrient), _words_of(claim) - _words_of(nutrient) - _FILLERS, claim) for nutrient, claim in rows)
    known = ((frozenset(nutrient), frozenset(core), claim) for nutrient, core, claim in made if core)
    return tuple(sorted(known, key=lambda row: (-len(row[1]), row[2])))


def _words_of(text: str) -> set[str]:
    return {_stem(word) for word in _WORDS.findall(re.sub(r"\(.*?\)", "", text.lower()))}


def _stem(word: str) -> str:
    """Enough to make forms of a word equal: bones and bone, functioning and function."""
    for ending in ("ing", "ly", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


_FILLERS = frozenset(
    _stem(word)
    for word in """contributes contribute to the of normal maintenance function functioning and a an in for role process has
    with as by it its or production regulation protection level levels part helps body adequate""".split()
)
