"""A claim about looks goes below the skin.

What
    "Rebuilds collagen", "reverses wrinkles", "at the cellular level", "anti-ageing", said of something
    sold.

Why
    A cosmetic may change how skin looks. Changing its structure is what drugs do, so making, mending or multiplying collagen,
    elastin or cells is an error; so is a benefit for skin, hair or nails of something that is swallowed, in the EU and the UK,
    where it is a health claim on a food.

Bad
    Rebuilds collagen in the dermis.

Good
    Reduces the look of fine lines.

Legal basis
    21 USC 321(g)(1)(C): read in quotations.
    21 CFR 101.93(f): read in a stored copy.
    Regulation (EU) No 655/2013: read in secondary copies.
    Regulation (EC) No 1924/2006 art. 10(1): read in a stored copy.

What cures it
    Words about the look: "reduces the look of".

What does not
    "Natural".

Fix
    Say what it does to the look of the skin, or delete it.
    No wording is suggested for figures of speech ("turns back the clock"): delete them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.registers import may_claim
from pipeline.claims.types import Claim, ClaimKind, Effect, Topic
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, points_at_goods, promotes, quoted, sentence_of, sold_in, span_of
from pipeline.rules.rewriting.claims import looks


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that says so of something sold."""
    said = (claim for claim in made(context, ClaimKind.APPEARANCE) if promotes(context, claim))
    for claims in by_sentence(claim for claim in said if not _is_of_the_look(context, claim)):
        if sold_in(context, Market.EU, Market.UK) and (eaten := _eaten(context, claims)):
            message = f"A claim on a food (“{eaten}”) about skin, hair or nails, which no register authorises: {quoted(claims)}."
            yield Problem(span_of(claims), message, severity=Severity.ERROR, markets=(Market.EU, Market.UK))
        else:
            level = Severity.ERROR if any(map(_goes_below, claims)) else None
            yield Problem(span_of(claims), f"A claim about ageing, skin or hair: {quoted(claims)}.", severity=level)


_SWALLOWED = re.compile(
    r"\b(?:drink\w*|supplement\w*|capsules?|gumm(?:y|ies)|tablets?|softgels?|sachets?|shots?|scoops?|servings?|diet|dietary|food|eat\w*"
    r"|sip\w*|swallow\w*|tak(?:e|es|en|ing)|(?:marine|bovine|liquid|hydrolysed|hydrolyzed) collagen|collagen (?:peptides?|powder)"
    r"|ingest\w*|multivitamins?)\b"
)


def _eaten(context: Context, claims: tuple[Claim, ...]) -> str:
    """The word that tells that the thing is swallowed; empty where the register or a nutrient of it stands behind the claim."""
    text = sentence_of(context, claims[0]).text.lower()
    if any(claim.authorised or claim.capped for claim in claims) or not any(map(_benefits, claims)) or may_claim(text):
        return ""
    found = _SWALLOWED.search(text)
    return found[0] if found else ""


def _benefits(claim: Claim) -> bool:
    """Does more than soothe, in a sentence that shows the goods: "lip balms" are neither swallowed nor a benefit."""
    return claim.effect is not Effect.RELIEVE and (points_at_goods(claim) or claim.topicality.topic is Topic.READER)


# Structures that lie below what a cosmetic reaches.
_DEEP = ("collagen", "elastin", "cell", "dermis", "thickness", "regenerat", "regrow", "renewal")
_MAKES = frozenset({Effect.BOOST, Effect.REPAIR, Effect.CURE})


def _goes_below(claim: Claim) -> bool:
    """Makes, mends or multiplies a structure, or does away with what age has done: no cosmetic does."""
    return claim.effect is Effect.CURE or (
        claim.effect in _MAKES and any(word in f"{claim.effect_text} {claim.object_text}" for word in _DEEP)
    )


def _is_of_the_look(context: Context, claim: Claim) -> bool:
    """ "Reduces the look of fine lines": what a cosmetic may say."""
    text = sentence_of(context, claim).text.lower()
    return bool(claim.object_text) and any(f"the {look} of {claim.object_text}" in text for look in ("look", "appearance"))


RULE = Rule(
    code="HC205",
    name="anti-ageing",
    title="Appearance or anti-ageing structure claim",
    severity=Severity.WARNING,
    markets=(Market.US, Market.EU, Market.UK),
    basis=(
        Basis("21 USC 321(g)(1)(C)", "2026-11-23"),
        Basis("21 CFR 101.93(f)", "2026-11-23"),
        Basis("Regulation (EU) No 655/2013", "2026-11-23"),
        Basis("Regulation (EC) No 1924/2006 art. 10(1)", "2026-11-23"),
    ),
    fix="Say what it does to the look of the skin, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=looks,
)
