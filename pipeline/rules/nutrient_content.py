"""A nutrient claim without its amount.

What
    "High in fibre", "rich in zinc", "low sugar", "fat free", said of something sold, with no amount in the
    sentence.

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
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.rewriting.context import measured


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that gives no amount."""
    for claims in by_sentence(
        claim for claim in made(context, ClaimKind.NUTRIENT) if promotes(context, claim) and not _gives_amount(context, claim.sentence)
    ):
        yield Problem(span_of(claims), f"A nutrient claim without an amount: {quoted(claims)}.")


_AMOUNT = re.compile(r"\d\s?(?:mg|g|µg|mcg|iu|kcal|kj|%|percent|ml|cfu|billion)\b|\d\s?%", re.I)


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
        Basis("CAP Code 15.1", "2026-11-23"),
    ),
    fix="Give the amount in the sentence and check the threshold, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=measured,
)
