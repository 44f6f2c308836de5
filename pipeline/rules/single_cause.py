"""One cause is named for what has many.

What
    "The root cause", "the real problem", "the missing piece", "it all starts in the gut", in questions too.

Why
    Most complaints have several causes. One hidden cause is how a remedy is sold.

Bad
    The root cause of your acne is your gut.

Good
    Hormones, genes and some medicines all play a part in acne [@review].

Legal basis
    FTC Health Products Compliance Guidance (2022): nobody here has checked the official wording.
    CDC Clear Communication Index, state of the science: seen on the agency's page.

What cures it
    "One of several factors that are studied", with a review.

What does not
    A question mark.

Fix
    Write “one of several factors” and cite a review.
    No wording is suggested where the one cause is told by a figure of speech: say that there are several, and cite a
    review.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence; questions imply it as well."""
    asked = (claim for claim in context.reading.claims if claim.kind is ClaimKind.MONOCAUSAL and not claim.negated and not claim.attributed)
    for claims in by_sentence(claim for claim in asked if promotes(context, claim) or context.reading.page.promotional):
        yield Problem(span_of(claims), f"One cause for what has many: {quoted(claims)}.")


RULE = Rule(
    code="HC302",
    name="single-cause",
    title="Monocausal certainty",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("CDC Clear Communication Index, state of the science", "2026-11-23"),
    ),
    fix="Write “one of several factors” and cite a review.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.MONOCAUSAL),
)
