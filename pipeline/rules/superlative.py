"""Superlatives and breakthroughs.

What
    "Most powerful", "best", "breakthrough", "secret", "doctors hate", said on a page that sells.

Why
    A superlative is a comparison with everything else, and needs evidence against everything else.

Bad
    The most powerful probiotic on the market.

Good
    In the trial, the strain did better than placebo [@trial].

Legal basis
    CAP Code 3.7: nobody here has checked the official wording.
    FTC Policy Statement Regarding Advertising Substantiation (1984): nobody here has checked the official wording.

What cures it
    Comparative evidence, cited.

What does not
    "Arguably".

Fix
    Delete it, or cite the comparison.
    No wording is suggested where the superlative is all that the sentence says: no lawful wording is left of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence on a page that sells."""
    for claims in by_sentence(
        claim for claim in made(context, ClaimKind.SUPERLATIVE) if context.reading.page.promotional and not claim.evidence
    ):
        yield Problem(span_of(claims), f"A superlative: {quoted(claims)}.")


RULE = Rule(
    code="HC303",
    name="superlative",
    title="Superlative or breakthrough",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(
        Basis("CAP Code 3.7"),
        Basis("FTC Policy Statement Regarding Advertising Substantiation (1984)"),
    ),
    fix="Delete it, or cite the comparison.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.SUPERLATIVE),
)
