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

from pipeline.claims.types import Claim, ClaimKind, Effect
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.fda_statement import carried
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.markets import jurisdictions
from pipeline.rules.rewriting.claims import body


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that says so of something sold."""
    said = (claim for claim in made(context, ClaimKind.IMMUNE) if promotes(context, claim) and not claim.authorised)
    for claims in by_sentence(claim for claim in said if not _is_stated(context, claim)):
        yield Problem(span_of(claims), f"A claim about the immune system: {quoted(claims)}.")


def _is_stated(context: Context, claim: Claim) -> bool:
    """ "Supports the immune system", for readers in the United States only, with the FDA statement: that is lawful there."""
    if claim.effect is not Effect.SUPPORT or not carried(context):
        return False
    return jurisdictions(context.document).at(claim.span).isdisjoint((Market.EU, Market.UK))


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
    rewrite=body,
)
