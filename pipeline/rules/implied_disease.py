"""A disease claim is made by a name, a picture or a reference beside a product.

What
    A product whose name holds a disease or the stem of one (ArthroEase); a picture's alternative text or caption that names one on a
    page that sells; works cited in a section that names a product.

Why
    A claim need not be a sentence. A reprint beside a product says what the label may not.

Bad
    ## Why we like PrimaDerm Daily … as shown in [@acne-trial].

Good
    The studies stand in a section of their own that names no product, on a page that does not sell.

Legal basis
    21 CFR 101.93(g)(2)(iv)(A), (C) and (E); 21 USC 343-2(a): read in a stored copy. The law asks whether the
    citation implies treatment in the labeling as a whole; this project is stricter and wants them apart.

What cures it
    References in sections without a product; another name; another picture.

What does not
    Small print.

Fix
    Move the references to a section without the product, or rename.
    No wording is suggested: another name, another picture or another place cannot be derived from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.document import Place
from pipeline.claims import senses as s
from pipeline.claims.lexicon import lexicon
from pipeline.claims.reading import Noted
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import sold_in
from pipeline.text import Span

_PICTURES = frozenset({Place.ALT, Place.TITLE})
# The parts of a name that is written as one word: Arthritis|Away.
_PART = re.compile(r"[A-Z][a-z]+(?=[A-Z])|(?<=[a-z])[A-Z][a-z]+")


def check(context: Context) -> Iterator[Problem]:
    """Names and pictures, then citations beside a product."""
    page, sentences = context.reading.page, context.document.sentences
    if not page.promotional or not sold_in(context, Market.US):
        return
    for mention in context.reading.noted(Noted.DISEASE):
        if sentences[mention.sentence].place in _PICTURES or (page.products and any(mention.text in name for name in page.products)):
            yield Problem(
                mention.span, f"“{mention.text}” stands in a name, a picture or a tooltip of a page that sells.", group=mention.text
            )
    for mention in context.reading.noted(Noted.COINED):
        yield Problem(mention.span, f"The name “{mention.text}” holds that of a disease.", group=mention.text)
    for span, name in _joined(context):
        yield Problem(span, f"The product's name holds that of a disease (“{name}”).", group=name)
    selling = {sentences[mention.sentence].section for mention in context.reading.noted(Noted.PRODUCT)}
    ill = {sentences[mention.sentence].section for mention in context.reading.noted(Noted.DISEASE)}
    for sentence in sentences:
        if sentence.keys and sentence.section in selling & ill and sentence.section > 0:
            yield Problem(
                sentence.span, "Works on a disease are cited in a section that names a product.", group=f"section {sentence.section}"
            )


def _joined(context: Context) -> Iterator[tuple[Span, str]]:
    """Diseases inside declared names that are written as one word, which no list of words holds."""
    known = {mention.span for mention in context.reading.noted(Noted.COINED)}
    for field in context.document.meta.texts:
        if field.name.startswith("products.") and field.name.endswith(".name") and not any(span.touches(field.span) for span in known):
            for part in _PART.finditer(field.text):
                node = lexicon()[part[0].lower()]
                if (node[0] if isinstance(node, list) else node or 0) & s.DISEASE:
                    yield Span(field.starts[part.start()], field.ends[part.end() - 1]), part[0]


RULE = Rule(
    code="HC107",
    name="implied-disease",
    title="Implied disease claim by name, citation or image",
    severity=Severity.WARNING,
    markets=(Market.US,),
    basis=(
        Basis("21 CFR 101.93(g)(2)(iv)(A)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(iv)(C)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(iv)(E)", "2026-11-23"),
        Basis("21 USC 343-2(a)", "2026-11-23"),
    ),
    fix="Move the references to a section without the product, or rename.",
    check=check,
    page=__doc__ or "",
)
