"""A claim about looks goes below the skin.

What
    "Rebuilds collagen", "reverses wrinkles", "at the cellular level", "anti-ageing", said of something
    sold.

Why
    A cosmetic may change how skin looks. Changing its structure is what drugs do.

Bad
    Rebuilds collagen in the dermis.

Good
    Reduces the look of fine lines.

Legal basis
    21 USC 321(g)(1)(C): read in quotations.
    21 CFR 101.93(f): read in a stored copy.
    Regulation (EU) No 655/2013: read in secondary copies.

What cures it
    Words about the look: "reduces the look of".

What does not
    "Natural".

Fix
    Say what it does to the look of the skin, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that says so of something sold."""
    for claims in by_sentence(claim for claim in made(context, ClaimKind.APPEARANCE) if promotes(context, claim)):
        yield Problem(span_of(claims), f"A claim about ageing, skin or hair: {quoted(claims)}.")


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
    ),
    fix="Say what it does to the look of the skin, or delete it.",
    check=check,
    page=__doc__ or "",
)
