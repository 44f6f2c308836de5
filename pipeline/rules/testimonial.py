"""A user's story stands for evidence.

What
    First-person stories of recovery, star ratings, "real results", "results may vary", on a page that
    sells.

Why
    What one person felt shows nothing, and readers take it for what they can expect. "Results may vary" has
    been no defence since 2009.

Bad
    "My acne vanished in a month!" Ana

Good
    In the trial, 20 of 40 people improved, and 10 of 34 on placebo [@trial].

Legal basis
    16 CFR 255.2(a): read in a stored copy.
    16 CFR 255.2(b): read in a stored copy.
    16 CFR 465.2(a): read in a stored copy.
    Therapeutic Goods Advertising Code (Australia) s. 24: sense read on the authority's page.

What cures it
    The generally expected result, with its evidence.

What does not
    "Results may vary", "not typical".

Fix
    Delete it, or say what users can generally expect and cite the evidence.
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
    for claims in by_sentence(claim for claim in made(context, ClaimKind.TESTIMONIAL) if context.reading.page.promotional):
        yield Problem(span_of(claims), f"A testimonial: {quoted(claims)}.")


RULE = Rule(
    code="HC601",
    name="testimonial",
    title="Testimonial or typicality claim",
    severity=Severity.ERROR,
    markets=(Market.US, Market.UK, Market.AU),
    basis=(
        Basis("16 CFR 255.2(a)", "2026-11-23"),
        Basis("16 CFR 255.2(b)", "2026-11-23"),
        Basis("16 CFR 465.2(a)", "2026-11-23"),
        Basis("Therapeutic Goods Advertising Code (Australia) s. 24", "2026-11-23"),
    ),
    fix="Delete it, or say what users can generally expect and cite the evidence.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.TESTIMONIAL),
)
