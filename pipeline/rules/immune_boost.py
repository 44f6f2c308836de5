"""A product is said to act on the immune system.

What
    "Boosts immunity", "immune support", "fights off viruses", said of something sold.

Why
    The body's response to a disease is not for a food to promise; "supports the immune system" is the most
    that the law allows.

Bad
    Boosts your immunity against every bug.

Good
    Vitamin C contributes to the normal function of the immune system.

Legal basis
    21 CFR 101.93(g)(2)(viii): read in a stored copy.
    Regulation (EU) No 432/2012: claim wordings read in an export of January 2020.
    FTC Health Products Compliance Guidance (2022): nobody here has checked the official wording.

What cures it
    The register's wording for the named nutrient; in the US, "supports normal immune function" with the FDA statement.

What does not
    "May help".

Fix
    Use the register's wording for a named nutrient; in the US add the FDA statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that says so of something sold."""
    for claims in by_sentence(claim for claim in made(context, ClaimKind.IMMUNE) if promotes(context, claim) and not claim.authorised):
        yield Problem(span_of(claims), f"A claim about the immune system: {quoted(claims)}.")


RULE = Rule(
    code="HC206",
    name="immune-boost",
    title="Immune claim",
    severity=Severity.WARNING,
    markets=(Market.US, Market.EU, Market.UK),
    basis=(
        Basis("21 CFR 101.93(g)(2)(viii)", "2026-11-23"),
        Basis("Regulation (EU) No 432/2012", "2026-11-23"),
        Basis("FTC Health Products Compliance Guidance (2022)"),
    ),
    fix="Use the register's wording for a named nutrient; in the US add the FDA statement.",
    check=check,
    page=__doc__ or "",
)
