"""Front matter does not say who earns from the page, or says something else than the text.

What
    `relationship` or `products` is left out, so that the page is read strictly, as a seller's; or the
    page declares `relationship: none` and its text sells.

Why
    The same sentence is journalism on a page that sells nothing and a drug claim beside a product.

Bad
    relationship: none … and, in the text, a price, a buy link and a brand.

Good
    relationship: none
    products: []

Legal basis
    21 CFR 101.93(g)(2) chapeau (context) and 16 CFR 255.5(a): read in a stored copy. Reading an undeclared page
    strictly is this project's policy.

What cures it
    Declaring both, truthfully.

What does not
    Declaring none while the text sells.

Fix
    Set relationship (none, affiliate, sponsored or seller) and products in the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.metadata import Relationship
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span
from pipeline.rules.rewriting.front import relation


def check(context: Context) -> Iterator[Problem]:
    """At most one problem."""
    page, meta, place = context.reading.page, context.document.meta, title_span(context.document)
    if not page.declared:
        why = f"; {page.why}" if page.inferred else ""
        level = Severity.WARNING if page.inferred else Severity.INFO
        yield Problem(place, f"`relationship` is not declared, so the page is read as a seller's{why}.", severity=level)
    elif meta.relationship is Relationship.NONE and page.promotional:
        yield Problem(
            meta.spans.get("relationship", place), f"Declares that nobody earns from the page, but {page.why}.", severity=Severity.ERROR
        )


RULE = Rule(
    code="HD106",
    name="undeclared-relationship",
    title="Relationship not declared, or contradicted by the text",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("21 CFR 101.93(g)(2) chapeau", "2026-11-23"), Basis("16 CFR 255.5(a)", "2026-11-23"), Basis("Project policy")),
    fix="Set relationship (none, affiliate, sponsored or seller) and products in the front matter.",
    check=check,
    page=__doc__ or "",
    rewrite=relation,
)
