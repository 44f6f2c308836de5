"""A nutrient claim without its amount.

What
    "High in fibre", "rich in zinc", "low sugar", "fat free", said of something sold, with no amount in the
    sentence. "More iron than steak" is an error in the EU and the UK.

Why
    Each of these words stands for a threshold in law.

Bad
    Rich in zinc.

Good
    A source of zinc (5 mg a capsule, 50% of the nutrient reference value).

Legal basis
    21 CFR 101.54(b): nobody here has checked the official wording.
    21 CFR 101.13: nobody here has checked the official wording.
    Regulation (EC) No 1924/2006 art. 8 and Annex: nobody here has checked the official wording.
    Regulation (EC) No 1924/2006 art. 9: nobody here has checked the official wording.
    CAP Code 15.3: sense only; nobody here has checked its wording.
    CAP Code 15.1: read on the regulator's page.

What cures it
    The amount in the sentence, at or above the threshold.

What does not
    "Natural source".

Fix
    Give the amount in the sentence and check the threshold, or delete it.
    No wording is suggested unless `ingredients` of the product give the amount: only the maker knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, sold_in, span_of
from pipeline.rules.rewriting.context import measured


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that gives no amount."""
    for claims in by_sentence(
        claim
        for claim in made(context, ClaimKind.NUTRIENT)
        if promotes(context, claim) and claim.object_text not in _ALLERGENS and not _gives_amount(context, claim.sentence)
    ):
        if sold_in(context, Market.EU, Market.UK) and _compares(context, claims[0].sentence):
            message = f"A comparison of nutrients with another food: {quoted(claims)}."
            yield Problem(span_of(claims), message, COMPARED, Severity.ERROR, markets=(Market.EU, Market.UK))
        else:
            yield Problem(span_of(claims), f"A nutrient claim without an amount: {quoted(claims)}.")


# Said for people who must not eat them; Regulation (EU) No 1169/2011 and (EU) No 828/2014 govern the words, not the claims rules.
_ALLERGENS = frozenset({"gluten", "lactose", "dairy", "milk", "soya", "soy", "nuts", "egg", "eggs"})
_AMOUNT = re.compile(r"\d\s?(?:mg|g|µg|mcg|iu|kcal|kj|%|percent|ml|cfu|billion)\b|\d\s?%", re.I)


COMPARED = "Compare with the same kind of food only, and state the difference and the quantity; or delete it."
_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|higher|lower|richer|twice|double|\w+ times)\b[^.;]{2,50}\bthan\b(?! (?:you|we|ever|just|one|\d))", re.I
)


def _compares(context: Context, sentence: int) -> bool:
    """ "More iron than steak": article 9 allows comparison between foods of one category alone."""
    return bool(_COMPARISON.search(context.document.sentences[sentence].text))


def _gives_amount(context: Context, sentence: int) -> bool:
    """Whether the sentence says how much."""
    return bool(_AMOUNT.search(context.document.sentences[sentence].text))


RULE = Rule(
    code="HC207",
    name="nutrient-content",
    title="Nutrient content claim out of bounds",
    severity=Severity.WARNING,
    markets=(Market.US, Market.EU, Market.UK),
    basis=(
        Basis("21 CFR 101.54(b)"),
        Basis("21 CFR 101.13"),
        Basis("Regulation (EC) No 1924/2006 art. 8 and Annex"),
        Basis("Regulation (EC) No 1924/2006 art. 9"),
        Basis("CAP Code 15.1", "2026-11-23"),
        Basis("CAP Code 15.3"),
    ),
    fix="Give the amount in the sentence and check the threshold, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=measured,
)
