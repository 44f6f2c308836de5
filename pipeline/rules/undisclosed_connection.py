"""Who earns from the page is not said before the product.

What
    A page with a product (declared, or recommended by the text), a buy link or a declared relationship,
    and nothing before the product that says in plain words that the publisher earns from it.

Why
    A paid recommendation that reads like advice deceives, whatever else is true.

Bad
    Our favourite is PrimaDerm Daily. … (at the foot) This post contains affiliate links.

Good
    disclaimers: [material-connection] in the front matter: printed above the title.
    Advertisement. We earn a commission if you buy through links on this page.

Legal basis
    16 CFR 255.5(a) and (b)(11), 255.0(f), (g)(9)(i): read in a stored copy.
    FTC Enforcement Policy Statement on Deceptively Formatted Advertisements (2015), CAP Code 2.1 and 2.3,
    Directive 2005/29/EC Annex I(11): nobody here has checked their wording.

What cures it
    A plain sentence before the first product, in every output.

What does not
    "Affiliate link" alone, a policy page or a link to one ("how we make money"), a footer, "buy now".

Fix
    Add material-connection to disclaimers in the front matter and declare the relationship.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.metadata import Relationship
from pipeline.claims.reading import Noted
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import product_of, title_span, visible
from pipeline.rules.rewriting.front import naming
from pipeline.text import Span

ID = "material-connection"
_PLAIN = re.compile(
    r"(?<!how )\bwe (?:may )?(?:earn|get|receive|are paid|were paid|sell|make)\b.{0,40}"
    r"\b(?:commission|money|paid|fee|share|product|page|article|sell|buy)"
    r"|\b(?:paid|sponsored) (?:partnership|by|post|content|article)\b|^\W*advertisement\b|\bwe (?:sell|make) (?:this|the|it)\b"
    r"|^\W*(?:ad|advert)\W*$|\b(?:we|i) (?:may )?(?:earn|get) (?:a )?commissions?\b|\b(?:we|i) earn\b.{0,20}\bpurchases\b",
    re.I,
)


def check(context: Context) -> Iterator[Problem]:
    """At most one problem, at the first product."""
    if ID in context.document.meta.disclaimers:
        return
    product = _selling_point(context)
    if product is not None and not _disclosed_before(context, product):
        page = context.reading.page
        what = f"{product_of(context)} is recommended" if page.first_product else "The page sells"
        yield Problem(product, f"{what} and nothing before it says who earns from that.")


def _selling_point(context: Context) -> Span | None:
    """Where something is sold first: the product, a call to buy, or the title of a page that declares a relationship."""
    page = context.reading.page
    commerce = context.reading.noted(Noted.COMMERCE)
    if page.first_product is not None:
        return page.first_product
    if commerce and page.promotional:
        return commerce[0].span
    declared = page.declared and context.document.meta.relationship is not Relationship.NONE
    return title_span(context.document) if declared else None


def _disclosed_before(context: Context, product: Span) -> bool:
    return any(visible(s) and s.span.start < product.start and _PLAIN.search(s.text) for s in context.document.body())


RULE = Rule(
    code="HD102",
    name="undisclosed-connection",
    title="Material connection not disclosed before the product",
    severity=Severity.ERROR,
    markets=(Market.US, Market.UK, Market.EU),
    basis=(
        Basis("16 CFR 255.5(a)", "2026-11-23"),
        Basis("16 CFR 255.0(f)", "2026-11-23"),
        Basis("FTC Deceptively Formatted Advertisements (2015)"),
        Basis("CAP Code 2.1"),
        Basis("CAP Code 2.3"),
        Basis("Directive 2005/29/EC Annex I(11)"),
    ),
    fix="Add material-connection to disclaimers in the front matter and declare the relationship.",
    check=check,
    page=__doc__ or "",
    curable_by=(ID,),
    locked=True,
    rewrite=naming(ID),
)
