"""Cure, guarantee and for-everyone language.

What
    "Guaranteed", "miracle", "permanent", "once and for all", "works for everyone", "lasting relief",
    "a shortcut to healing", said of something that is sold or on a page that sells.

Why
    No study shows that anything works always, for everybody, for ever.

Bad
    Say goodbye to bloating once and for all.

Good
    In the trial, 20 of 40 people improved with the product and 10 of 34 with placebo [@trial].

Legal basis
    FTC Health Products Compliance Guidance (2022): read in quotations by others; nobody here has checked the
    official page.
    Directive 2005/29/EC Annex I(17): read in a stored copy of the Commission's case database.
    CAP Code 3.1 and 3.7; Therapeutic Goods Advertising Code (Australia) s. 9(1)(b), (c): nobody here has
    checked their wording.

What cures it
    Bounding the claim to what a trial measured.

What does not
    "May", "can", "results may vary".

Fix
    Say what one study measured, in whom and for how long, or delete it.
    No wording is suggested where the promise is all that the sentence says: no lawful wording is left of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import Agent, ClaimKind, Object
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion

_NO_MEDICINE = frozenset({Agent.PRODUCT, Agent.INGREDIENT, Agent.FOOD, Agent.PRACTICE, Agent.STAND_IN})


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence; a warning where nothing is sold, but for cures: no page may promise those."""
    yield from _cures(context)
    for claims in by_sentence(claim for claim in made(context, ClaimKind.ABSOLUTE) if not claim.evidence):
        sold = context.reading.page.promotional or any(promotes(context, claim) for claim in claims)
        yield Problem(span_of(claims), f"Absolute language: {quoted(claims)}.", severity=None if sold else Severity.WARNING)


def _cures(context: Context) -> Iterator[Problem]:
    """A food, a supplement or a practice that is flatly said to cure; of something sold, HC101 says it."""
    flat = (claim for claim in made(context, ClaimKind.DISEASE) if claim.object is Object.DISEASE and "cure" in claim.effect_text)
    bold = (claim for claim in flat if claim.agent in _NO_MEDICINE and not (claim.hedged or claim.evidence or promotes(context, claim)))
    for claims in by_sentence(bold):
        yield Problem(span_of(claims), f"Promises a cure: {quoted(claims)}.")


RULE = Rule(
    code="HC301",
    name="absolute-language",
    title="Absolute, cure or guarantee language",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("Directive 2005/29/EC Annex I(17)", "2026-11-23"),
        Basis("CAP Code 3.1"),
        Basis("CAP Code 3.7"),
        Basis("Therapeutic Goods Advertising Code (Australia) s. 9(1)"),
    ),
    fix="Say what one study measured, in whom and for how long, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.ABSOLUTE),
)
