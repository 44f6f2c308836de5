"""A product is said to act on the signs or symptoms of a disease.

What
    Something sold is said to reduce, calm, soothe or ease a characteristic sign or symptom (redness,
    swelling, breakouts, itching, joint pain) or a marker that stands for a disease (cholesterol, blood pressure).

Why
    A sign that people know a disease by stands for the disease. "Relieves painful joints" is read as arthritis.

Bad
    PrimaDerm Daily reduces the redness and swelling.
    Lowers cholesterol.

Good
    Helps maintain cholesterol levels that are already within the normal range.\\*

Legal basis
    21 CFR 101.93(g)(2)(ii) and (iii): read in a stored copy.
    Regulation (EU) No 1169/2011 art. 7(3): read in a stored copy.
    CAP Code 15.6.2: sense of the regulator's advice only; nobody here has checked its wording.

What cures it
    Words about normal function, or taking the product out of the section.

What does not
    A disclaimer, a hedge, leaving the disease unnamed.

Fix
    Describe the normal function only, or remove the product from the section.
    No wording is suggested for creams, devices and practices, nor for signs that belong to no single part of the body
    ("inflammation"): delete the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, of_what, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import body


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that makes such a claim of something sold."""
    sold = (claim for claim in made(context, ClaimKind.SYMPTOM) if not (claim.capped or claim.near) and promotes(context, claim))
    for claims in by_sentence(sold):
        yield Problem(span_of(claims), f"A claim to act on signs or symptoms, made {of_what(claims[0])}: {quoted(claims)}.")


RULE = Rule(
    code="HC102",
    name="symptom-relief",
    title="Characteristic sign or symptom claim",
    severity=Severity.ERROR,
    markets=(Market.US, Market.EU, Market.UK),
    basis=(
        Basis("21 CFR 101.93(g)(2)(ii)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(iii)", "2026-11-23"),
        Basis("Regulation (EU) No 1169/2011 art. 7(3)", "2026-11-23"),
        Basis("CAP Code 15.6.2"),
    ),
    fix="Describe the normal function only, or remove the product from the section.",
    check=check,
    page=__doc__ or "",
    rewrite=body,
)
