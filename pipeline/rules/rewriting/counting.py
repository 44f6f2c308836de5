"""A sentence without a number that comes from nowhere, and a cause as one of several."""

from __future__ import annotations

import re

from pipeline.claims.types import ClaimKind
from pipeline.rules.rewriting.cutting import cited
from pipeline.rules.rewriting.functions import rewording
from pipeline.rules.rewriting.phrases import capital, without
from pipeline.rules.rewriting.told import Told

_BEGINS = re.compile(
    r"^(?:it all|everything|all (?:disease|illness|health)) (?:starts?|begins?) (?:in|with) (?P<place>[\w' -]+?)[.!]?$", re.I
)
_PUZZLE = re.compile(r"^ (?:of|in) (?:the|your) (?:\w+ )?puzzle\b")
_OF = re.compile(r"^\s+(?:of|behind|for)\b(?! the picture)")


def one_of_several(told: Told) -> str:
    """ "The root cause of acne is the gut": one possible factor of several."""
    text = told.sentence.text
    if begins := _BEGINS.match(text):
        return rewording().plain["one-factor"].format(what=capital(begins["place"]))
    for claim in told.of(ClaimKind.MONOCAUSAL):
        known = rewording().causes.get(claim.effect_text)
        at = text.lower().find(claim.effect_text)
        if known is None or at < 0:
            return ""
        article = re.search(r"\b(?:the|a)\s$", text[:at], re.I) if not claim.effect_text.startswith("the ") else None
        head = text[: article.start() if article else at]
        known = f"one {known}" if article else known
        tail = _OF.sub(" in", _PUZZLE.sub(" of the picture", text[at + len(claim.effect_text) :]))
        text = capital(f"{head}{known}{tail}")
    return text


_SHARE = re.compile(
    r"(?:(?:about|around|almost|nearly|over|up to|more than|some|as many as|roughly|between|at least)\s+)?"
    r"(?:\d+(?:\.\d+)?\s*(?:%|per ?cent)?\s*(?:-|–|to|and)\s*)?"
    r"(?P<number>\d+)(?:\.\d+)?\s?(?:%|per ?cent)\s+of\s+(?P<the>(?:the|our|your|their)\s+)?(?:all\s+)?(?P<noun>[\w-]+)",
    re.I,
)
_PER_CENT_OF = re.compile(r"\d\s?(?:%|per ?cent)\s+of\s", re.I)
_OUT_OF = re.compile(r"\d\s+(?:in|out of)\s+\d")
_RATIO = re.compile(r"(?:(?:about|almost|nearly|over|more than)\s+)?\b\d+\s+(?:in|out of)\s+\d+\b", re.I)
_CHANGE = re.compile(
    r"\s+(?:by|of)\s+(?:up to\s+|about\s+|over\s+|more than\s+)?(?:\d+(?:\.\d+)?\s*(?:-|–|to)\s*)?\d+(?:\.\d+)?\s?"
    r"(?:%|per ?cent|-?fold)(?!\s+of\b)",
    re.I,
)
_FOLD = re.compile(r"\b(?:up to\s+)?\d+(?:\.\d+)?[- ]?fold\s+(?=\w)", re.I)
_TIMES = re.compile(
    r"\b(?:(?:up to|about|around|nearly|almost|over|at least|more than)\s+)?\d+(?:\.\d+)?\s+times\s+(?=\w+er\b|more\b|better\b)", re.I
)
_MANY = 20
_PEOPLE = re.compile(r"(?:s|people|women|men|children|bacteria)$", re.I)


def uncounted(told: Told) -> str:
    """The sentence without a number that comes from nowhere: "many people", "much of the …"; a change keeps its direction."""
    text = told.sentence.text
    if "%" in text or "cent" in text or "fold" in text:  # the patterns are costly, and a number is of one form
        text = _SHARE.sub(_share, text) if _PER_CENT_OF.search(text) else text
        text = _FOLD.sub("", _CHANGE.sub("", text))
    if _OUT_OF.search(text):
        text = _RATIO.sub("many", text)
    text = _TIMES.sub("", text) if " times " in text else text
    return cited(without(text, ()), told) if text.lower() != told.sentence.text.lower() else ""


def _share(found: re.Match[str]) -> str:
    """A percentage in words that leave open how much it is."""
    great, noun, article = int(found["number"]) >= _MANY, found["noun"], found["the"]
    if article:
        much = "many" if _PEOPLE.search(noun) else "much"
        return f"{much if great else 'some'} of {article}{noun}"
    if _PEOPLE.search(noun):
        return f"{'many' if great else 'some'} {noun}"
    return f"a {'large' if great else 'small'} part of {noun}"
