"""Loss of weight is promised.

What
    The seven statements that the FTC calls false on their face (two pounds a week without diet or exercise,
    whatever you eat, for ever, for everyone, by blocking fat, by wearing or rubbing), and any rate or
    amount in the EU and the UK.

Why
    None of the seven can be true of any product.

Bad
    Lose 2 pounds a week without diet or exercise.

Good
    Losing 1 to 2 pounds a week is usual with a change of diet [@guideline].

Legal basis
    FTC Gut Check (2014): read on the agency's page.
    Regulation (EC) No 1924/2006 art. 12(b): nobody here has checked the official wording.
    CAP Code 15.6.6: nobody here has checked the official wording.

What cures it
    Deleting it.

What does not
    "With diet and exercise" in small print.

Fix
    Delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence of something sold."""
    for claims in by_sentence(
        claim
        for claim in made(context, ClaimKind.WEIGHT)
        if promotes(context, claim) and not claim.capped and not claim.object_text and not claim.evidence
    ):
        yield Problem(span_of(claims), f"A weight-loss promise: {quoted(claims)}.")


RULE = Rule(
    code="HC901",
    name="weight-loss",
    title="Weight-loss claim",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(
        Basis("FTC Gut Check (2014)", "2026-11-23"),
        Basis("Regulation (EC) No 1924/2006 art. 12(b)"),
        Basis("CAP Code 15.6.6"),
    ),
    fix="Delete it.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=persuasion(ClaimKind.WEIGHT),
)
