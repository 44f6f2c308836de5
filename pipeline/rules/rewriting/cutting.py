"""Praise taken out of a sentence, in the sentence's own words."""

from __future__ import annotations

import re
from functools import cache

from pipeline.claims.types import ClaimKind
from pipeline.rules.rewriting.functions import listed, rewording
from pipeline.rules.rewriting.phrases import capital, without
from pipeline.rules.rewriting.told import PRAISE, Told

_NOUN_AFTER = re.compile(r"^\s+(?!of\b|in\b|for\b|to\b|on\b|that\b|which\b|and\b|or\b|is\b|are\b|than\b|with\b|by\b|from\b)[a-z]", re.I)
_LEADS = re.compile(
    r"^(?P<lead>[^,.;:]{0,60}\b(?:shows?|showed|shown|prove[sn]?|proved|says?|confirms?|confirmed|suggests?|finds?|found|agree|know))"
    r"\s+(?:us\s+)?that\s+",
    re.I,
)
_JOINED = re.compile(r"(?<=\w),? and $")
# Words that belong to the phrase before them, so that it cannot be taken out alone.
_TIED = re.compile(r"\s*:|\s+(?:to|of|for|by|gone)\b", re.I)
# A label that promises by itself once its praise is gone: "Strains for your gut".
_LABEL = re.compile(r"^\w+ for (?:your|the|healthy)\b", re.I)
_FEWEST = 2


@cache
def _any(words: str, before: str, after: str) -> re.Pattern[str]:
    """One of the words of a list of praise, between two patterns."""
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, listed(rewording().praise[words])))}){after}", re.I)


def stripped(told: Told, *kinds: ClaimKind) -> str:
    """The sentence without its praise; empty where praise of the kinds is all that it says, or holds it together."""
    text = told.sentence.text
    for claim in told.of(*PRAISE):
        if not claim.object_text:
            less = _less(text, claim.effect_text, bare=claim.kind is ClaimKind.ESTABLISHMENT)
            if not less and claim.kind in kinds:
                return ""
            text = less or text
    return "" if _is_hollow(text, kinds) or text == told.sentence.text else cited(text, told)


def _is_hollow(text: str, kinds: tuple[ClaimKind, ...]) -> bool:
    """Whether what is left says nothing ("A formula."), promises by itself, or still invokes science."""
    if len(text.split()) < _FEWEST or _LABEL.match(text) or _any("empty", r"^(?:(?:an?|the|our|this|these)\s+)?", r"\W*$").match(text):
        return True
    return any(kind in kinds and bool(_any(words, r"\b", r"\b").search(text)) for kind, words in _NOT_LEFT)


_NOT_LEFT = ((ClaimKind.ESTABLISHMENT, "proof"), (ClaimKind.TIME, "promise"))


def cited(text: str, told: Told) -> str:
    """The text with the works that the sentence cites, before its full stop."""
    if not told.sentence.keys:
        return text
    bare = text.rstrip(".!")
    return f"{bare} [{'; '.join(f'@{key}' for key in told.sentence.keys)}]{text[len(bare) :]}"


def _less(text: str, phrase: str, *, bare: bool) -> str:
    """The text without one phrase of praise, or nothing where what is left would be no sentence.

    `bare`: of adverbials only single words may go, since "studied in trials" says where.
    """
    at = text.lower().find(phrase)
    if at < 0:
        return text
    if (lead := _LEADS.match(text)) and lead["lead"].lower().startswith(phrase.split()[0]):
        return capital(text[lead.end() :])
    after = text[at + len(phrase) :]
    if adjective := _adjective(phrase, after).removeprefix("the "):
        at = text.lower().find(adjective)
        joined = _JOINED.search(text[:at])  # "a profound and scientifically-backed link" is a profound link
        less = without(text[: joined.start()] + text[at + len(adjective) :], ()) if joined else without(text, (adjective,))
        return _any("ranks", r"\s+", r"\b").sub("", _indefinite(less, text, at)) if at else less
    if _any("adverbs", "^", r"\b").match(phrase) and not _TIED.match(after) and not (bare and " " in phrase):
        return without(text, (phrase,))
    return ""


def _adjective(phrase: str, after: str) -> str:
    """The part of the phrase that only adorns the noun behind it or at its end; empty where it is no adjective."""
    ending = _any("adjectives", r"(?:^|-|\b)", "$")
    adjective, _, noun = phrase.rpartition(" ")
    if adjective and _any("goods", "^", "$").match(noun) and ending.search(adjective) and not after.startswith((" that", " which")):
        return adjective
    if phrase.startswith("fda ") or " by " in phrase:
        return ""  # "the FDA approved rasagiline", "recommended by leading": deeds
    adorns = ending.search(phrase) or re.match(r"most \w+$", phrase)
    return phrase if adorns and _NOUN_AFTER.match(after) and not _any("vague", r"\s+", r"\b").match(after) else ""


def _indefinite(text: str, original: str, at: int) -> str:
    """ "The" belonged to the superlative: "the most powerful drink" is "a drink"."""
    ranked = re.search(r"\b(the)\s$", original[:at], re.I)
    if not ranked or not re.match(r"most|best|leading|number|no", original[at:], re.I):
        return text
    start = ranked.start(1)
    noun = re.match(r"\w+\s+(\w+)", text[start:])
    if noun and noun[1].endswith("s"):
        return capital(text[:start] + text[start + 4 :])
    article = "an" if noun and noun[1][0].lower() in "aeio" else "a"
    return capital(f"{text[:start]}{article}{text[start + 3 :]}")
