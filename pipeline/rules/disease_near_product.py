"""A disease is named where something is sold.

What
    A disease stands in the same section as a product, a price or a call to buy; or in the title, the
    subject line or the lead of a page that names a product anywhere.

Why
    Regulators judge the impression of the whole page. On a real advertorial no sentence names both the
    disease and the product, and every reader joins the two.

Bad
    ## Living with rosacea
    … Try PrimaDerm Daily …

Good
    The article on rosacea sells nothing; the page that sells the supplement names no disease.

Legal basis
    21 CFR 101.93(g)(2), chapeau ("the context in which the claim is presented"), and (iv)(D): read in a stored copy.
    15 USC 45 (net impression): from guidance quoted by others; nobody here has checked the wording.
    Therapeutic Goods Advertising Code (Australia) s. 28: sense only; nobody here has checked its wording.

What cures it
    Editorial and promotion on pages of their own.

What does not
    A disclaimer, distance on the page, leaving the product out of the sentence.

Fix
    Move the product to its own page, or take the disease out of this one.
    No wording is suggested: the fault is not in a sentence but in two things standing on one page.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.document import Place
from pipeline.claims.reading import Mention, Noted
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import product_of

# The section of front matter.
_FRONT = -1


def check(context: Context) -> Iterator[Problem]:
    """One problem for each section that holds both, and one where the opening names a disease that the page sells against."""
    page = context.reading.page
    if not page.promotional:
        return
    selling = {
        _section(context, mention): mention
        for mention in reversed(context.reading.mentions)
        if mention.what in (Noted.PRODUCT, Noted.COMMERCE)
    }
    for mention in context.reading.noted(Noted.DISEASE):
        section = _section(context, mention)
        if section in selling and section != _FRONT:
            message = f"Names a disease (“{mention.text}”) in a section that sells (“{_words(context, selling[section])}”)."
            yield Problem(mention.span, message, group=f"section {section}")
        elif _opens_the_page(context, mention, _FRONT in selling):
            yield Problem(
                mention.span, f"Opens a page that recommends {product_of(context)} with a disease (“{mention.text}”).", group="opening"
            )


def _words(context: Context, mention: Mention) -> str:
    """The mention as it is written."""
    return context.document.source[mention.span.start : mention.span.end]


def _section(context: Context, mention: Mention) -> int:
    return context.document.sentences[mention.sentence].section


def _opens_the_page(context: Context, mention: Mention, declared: bool) -> bool:
    """Front matter that readers see, or the lead before the first heading, of a page that names a product: in its text,
    or, for the front matter, there (`declared`)."""
    sentence, named = context.document.sentences[mention.sentence], context.reading.page.first_product is not None
    return (named or declared) if sentence.place is Place.FRONT else named and sentence.section == 0


RULE = Rule(
    code="HC103",
    name="disease-near-product",
    title="Disease named in promotional context",
    severity=Severity.ERROR,
    markets=(Market.US, Market.EU, Market.UK, Market.AU),
    basis=(
        Basis("21 CFR 101.93(g)(2) chapeau", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(iv)(D)", "2026-11-23"),
        Basis("15 USC 45 (net impression)"),
        Basis("Therapeutic Goods Advertising Code (Australia) s. 28"),
    ),
    fix="Move the product to its own page, or take the disease out of this one.",
    check=check,
    page=__doc__ or "",
)
