"""Evidence for an ingredient is borrowed for the product.

What
    "Synergistic", "proprietary blend", "therapeutic dose", "high-potency", said without strain or amount.

Why
    A result holds for the strain, dose and people studied. The product was not studied.

Bad
    A synergistic blend of high-potency strains.

Good
    Contains 10 mg of zinc. This product itself has not been tested.

Legal basis
    FTC Health Products Compliance Guidance (2022): nobody here has checked the official wording.
    Regulation (EC) No 1924/2006 art. 5(1): nobody here has checked the official wording.

What cures it
    Strain and dose, and "not tested as this product".

What does not
    "Research-grade".

Fix
    State strain and dose studied and say that the product was not tested.
    No wording is suggested where praise is all that the sentence says: no lawful wording is left of it without strain
    and amount.
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
    for claims in by_sentence(claim for claim in made(context, ClaimKind.EXTRAPOLATION) if context.reading.page.promotional):
        yield Problem(span_of(claims), f"Borrowed evidence: {quoted(claims)}.")


RULE = Rule(
    code="HC403",
    name="extrapolation",
    title="Ingredient-to-product, strain or dose extrapolation",
    severity=Severity.WARNING,
    markets=(Market.US, Market.EU, Market.UK),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("Regulation (EC) No 1924/2006 art. 5(1)"),
    ),
    fix="State strain and dose studied and say that the product was not tested.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.EXTRAPOLATION),
)
