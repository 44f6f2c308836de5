"""The list of authorised health claims, and how near a sentence comes to one.

A match needs the nutrient's name, every word that carries the authorised meaning, and a verb that
claims no more than the register's. Flexible wording of the same meaning matches ("helps maintain
normal skin" for "contributes to the maintenance of normal skin"), as Commission Decision 2013/63/EU
and CAP Code 15.1.1 allow in sense.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.claims.lexicon import table


class Standing(NamedTuple):
    """`row` is the authorised wording met; `near` the one whose function is spoken of without its nutrient; `capped` the lawful form."""

    row: str = ""
    near: str = ""
    capped: bool = False


NO_STANDING = Standing()
_WORDS = re.compile(r"[a-z0-9]+")
_VERBS = re.compile(
    r"\b(?:contribut\w+|helps?|helping|supports?|supporting|maintain\w*|maintenance|role|need\w*|necessary|essential|important|plays?|for"
    r"|keeps?|keeping|assists?|aids?|protects?|reduces?|reduction|promotes?|provides?|good|normal|healthy)\b"
)
# Verbs that promise more than the register does.
_MORE = re.compile(
    r"\b(?:boost\w*|enhanc\w*|strengthen\w*|cur(?:e|es|ed|ing)|treat\w*|prevent\w*|heal(?:s|ed|ing)?"
    r"|fight\w*|repair\w*|supercharg\w*|reliev\w+|stop\w*|revers\w+|eliminat\w+|combat\w*|beat(?:s|ing)?|banish\w*|tackl\w+|eras\w+"
    r"|conquer\w*|destroy\w*|crush\w*"
    r"|regenerat\w*|renew\w*|rejuvenat\w*|youthful|wrinkle\w*|fine lines|firmness|suppleness|ageing|aging|build(?:s|ing)?"
    r"|overcom\w+|no more|zero)\b"
)
# The register's own forms: art. 13 "contributes to …", art. 14 "has been shown to lower … risk factor".
_FORM = re.compile(
    r"\bcontribut(?:e|es|ing) to\b|\brisk factor\b"
    r"|\bshown to (?:help )?(?:lower|reduce|maintain)\b.*\b(?:cholesterol|plaque)\b"
)
_FOOD_LAW = re.compile(
    r"\breduc\w+ (?:of |in |its )?(?:blood glucose rise|the blood glucose|tooth demineralisation)|\bimproves? lactose digestion\b"
)


# One of these stands in whatever has such a form.
_FORMAL = ("contribut", "risk factor", "shown to", "reduc", "lactose")


def standing(text: str, following: str = "") -> Standing:
    """Where a folded sentence stands with the register. `following` is the next sentence: art. 14(2) puts the risk factor there."""
    alone = _alone(text)
    return alone._replace(capped=True) if "is a risk factor" in following else alone


@lru_cache(maxsize=512)  # rules ask again of the sentences of one article
def _alone(text: str) -> Standing:
    capped = any(word in text for word in _FORMAL) and bool(_FORM.search(text) or _FOOD_LAW.search(text))
    words = {_stem(word) for word in _WORDS.findall(text)}
    telling = words & _index().keys()
    if not telling:
        return Standing(capped=capped)
    modest = bool(_VERBS.search(text)) and not _MORE.search(text)
    near = ""
    for row in sorted({row for word in telling for row in _index()[word]}):
        named = row.nutrient <= words
        if named and row.claim.lower() in text:
            return Standing(row.claim, row.claim, True)
        if modest and row.core <= words:
            if named:
                return Standing(row.claim, row.claim, True)
            near = near or row.claim
        elif modest and named and not near and 2 * len(row.core & words) >= len(row.core):
            near = row.claim
    return Standing("", near or (BEYOND if modest and _KNOWN.search(text) else ""), capped)


# Stands where a wording stands: the function is one of the register's, for substances of which the extract has no row.
BEYOND = "(in the register, beyond the extract)"
_KNOWN = re.compile(r"\bblood (?:glucose|sugar|pressure)\b")

# Words that no claim of the lists could hold, whatever its substance.
_NEVER = re.compile(
    r"\b(?:boost\w*|supercharg\w*|cur(?:e|es|ed|ing)|treat\w*|prevent\w*|heal(?:s|ed|ing)?|fight\w*|reliev\w+|revers\w+|eliminat\w+"
    r"|repair\w*|burn\w*|melt\w*)\b"
)


@lru_cache(maxsize=512)
def unlisted(text: str) -> str:
    """The substance in a folded sentence that has authorised claims on what is said, though the extract ships none; else empty.

    Whether the wording is one of them only the register itself can tell.
    """
    if _NEVER.search(text):
        return ""
    words = {_stem(word) for word in _WORDS.findall(text)}
    return next((name for name, needed, about in _beyond() if needed <= words and not about.isdisjoint(words)), "")


@lru_cache(maxsize=512)
def may_claim(agent: str) -> bool:
    """Whether any health claim is authorised for a substance, as far as its name tells: a vitamin, a mineral, a fibre of the list."""
    words = {_stem(word) for word in _WORDS.findall(agent)}
    return any(row.nutrient <= words for row in _rows()) or any(needed <= words for _, needed, _ in _beyond())


@cache
def _beyond() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Names, the words of each, and its subjects."""
    return tuple((name, frozenset(_words_of(name)), frozenset(map(_stem, about.split()))) for name, about in table().beyond)


@cache
def _index() -> dict[str, tuple[Row, ...]]:
    """Rows by each word of their meaning."""
    found: dict[str, list[Row]] = {}
    for row in _rows():
        for word in row.core:
            found.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


class Row(NamedTuple):
    """Its place, the nutrient's words, the words that carry the meaning, and the wording."""

    place: int
    nutrient: frozenset[str]
    core: frozenset[str]
    claim: str


@cache
def _rows() -> tuple[Row, ...]:
    """The register, the most telling rows first."""
    made = (
        Row(0, frozenset(_words_of(name)), frozenset(_core_of(claim) - _words_of(nutrient)), claim)
        for nutrient, claim in table().register
        for name in _names(nutrient)
    )
    ordered = sorted((row for row in made if row.core), key=lambda row: (-len(row.core), row.claim))
    return tuple(row._replace(place=place) for place, row in enumerate(ordered))


def _names(nutrient: str) -> list[str]:
    """A nutrient's names: "Riboflavin (vitamin B2)" has two."""
    return [name for name in re.split(r"\s*[()]\s*", nutrient) if name]


def _core_of(claim: str) -> set[str]:
    """The words that carry the meaning of a wording."""
    return _words_of(claim) - _FILLERS


def _words_of(text: str) -> set[str]:
    return {_stem(word) for word in _WORDS.findall(re.sub(r"\(.*?\)", "", text.lower()))}


@cache
def _stem(word: str) -> str:
    """Enough to make forms of a word equal: bones and bone, functioning and function."""
    word = _SAME.get(word, word)
    for ending in ("ing", "ly", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


_SAME = {
    "teeth": "tooth",
    "immunity": "immune",
    "tired": "tiredness",
    "cognition": "cognitive",
    "visual": "vision",
    "sight": "vision",
    "muscular": "muscle",
    "production": "formation",
}
_FILLERS = frozenset(
    _stem(word)
    for word in """contributes contribute to the of normal maintenance function functioning and a an in for role process has
    with as by it its or regulation protection level levels part helps body adequate reduction reduce system
    synthesis metabolism from against""".split()
)
