"""A caution is missing for something that is sold.

What
    A page that sells names an ingredient of the table of cautions (pipeline/data/cautions.yaml) and says
    nowhere who should take care.

Why
    Leaving out a risk is as misleading as denying it.

Bad
    Contains live probiotics. (And no word on weak immune systems.)

Good
    People with weak immune systems should ask a doctor before using probiotics.

Legal basis
    FTC Health Products Compliance Guidance (2022): read in quotations by others; nobody here has checked the official page.
    Regulation (EC) No 1924/2006 art. 10(2)(c) and (d): read in a stored copy.

What cures it
    The caution, where readers see it; the statement `medical-advice` covers pregnancy, medicines and weak immune systems.

What does not
    "Consult your doctor" alone.

Fix
    Add the caution, or name medical-advice under disclaimers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.evidence.cautions import ingredients
from pipeline.evidence.disclaimers import statements
from pipeline.findings import Confidence, Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rewrite, Rule
from pipeline.rules.judging import title_span, visible
from pipeline.text import fold


def check(context: Context) -> Iterator[Problem]:
    """One problem for each caution that is missing."""
    if not (context.reading.page.promotional and context.reading.page.products):
        return
    text = _said(context)
    sold = fold(" ".join(name for product in context.document.meta.products for name in product.ingredients)).text + " " + text
    for ingredient in ingredients():
        named = next((name for name in ingredient.names if _holds(sold, name)), None)
        for caution in ingredient.cautions if named else ():
            if caution.words and not any(re.search(rf"\b{word}", text) for word in caution.words):
                message = f"Sells {named} without a caution about {caution.about}: {caution.text}"
                yield Problem(title_span(context.document), message, rewrite=Rewrite(caution.text))


def _holds(text: str, name: str) -> bool:
    """Whether the text names the ingredient as a word of its own, and not only to say that it is not in it."""
    return name in text and bool(re.search(rf"(?<!\bno )(?<!\bwithout )(?<!\bfree of )\b{re.escape(name)}\b(?![ -]free\b)", text))


def _said(context: Context) -> str:
    """What readers will read: the visible text and the statements that front matter names."""
    body = [sentence.text for sentence in context.document.body() if visible(sentence)]
    return fold(" ".join((*body, *(statement.words for statement in statements(context.document))))).text


RULE = Rule(
    code="HC803",
    name="missing-caution",
    title="Missing risk-group, interaction or red-flag caution",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("Regulation (EC) No 1924/2006 art. 10(2)(c)", "2026-11-23"),
        Basis("Regulation (EC) No 1924/2006 art. 10(2)(d)", "2026-11-23"),
    ),
    fix="Add the caution, or name medical-advice under disclaimers.",
    check=check,
    page=__doc__ or "",
    confidence=Confidence.MEDIUM,
)
