"""Safety without limits.

What
    "No side effects", "100% safe", "risk-free", "safe for everyone", "natural, so safe", said of something
    sold.

Why
    Nothing that acts is safe for everyone, and what is natural need not be harmless.

Bad
    All natural, with no side effects.

Good
    Probiotics can cause mild gas. People with weak immune systems should ask a doctor first [@doron2015].

Legal basis
    FTC Health Products Compliance Guidance (2022): nobody here has checked the official wording.
    CAP Code 12.10: nobody here has checked the official wording.
    Therapeutic Goods Advertising Code (Australia) s. 9(1)(a): nobody here has checked the official wording.

What cures it
    The known risks and the people who should take care.

What does not
    "Generally".

Fix
    List the known risks and the people who should not take it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence; a warning where nothing is sold."""
    for claims in by_sentence(
        claim
        for claim in made(context, ClaimKind.SAFETY)
        if not claim.evidence and (promotes(context, claim) or context.reading.page.promotional)
    ):
        sold = context.reading.page.promotional or any(promotes(context, claim) for claim in claims)
        yield Problem(span_of(claims), f"Safety without limits: {quoted(claims)}.", severity=None if sold else Severity.WARNING)


RULE = Rule(
    code="HC801",
    name="absolute-safety",
    title="Absolute safety or natural-so-safe claim",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("CAP Code 12.10"),
        Basis("Therapeutic Goods Advertising Code (Australia) s. 9(1)(a)"),
    ),
    fix="List the known risks and the people who should not take it.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=persuasion(ClaimKind.SAFETY),
)
