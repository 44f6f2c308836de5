"""Readers are turned away from medical care.

What
    "Not in your medicine cabinet", "doctors won't tell you", "stop your medication", "no need to see a GP",
    "only masks symptoms".

Why
    People have died of stopping treatment.

Bad
    Throw away your steroid creams.

Good
    Do not stop a prescribed cream without advice.

Legal basis
    CAP Code 12.2: read on the regulator's page.
    21 CFR 101.93(g)(2)(vi): read in a stored copy.
    Therapeutic Goods Advertising Code (Australia): nobody here has checked the official wording.

What cures it
    Deleting it and saying not to stop prescribed treatment.

What does not
    "Consult your doctor" at the end.

Fix
    Delete it and add: do not stop prescribed treatment without advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence; a warning on a page that sells nothing."""
    for claims in by_sentence(claim for claim in made(context, ClaimKind.ANTI_MEDICINE)):
        sold = context.reading.page.promotional or any(promotes(context, claim) for claim in claims)
        yield Problem(
            span_of(claims), f"Turns readers away from medical care: {quoted(claims)}.", severity=None if sold else Severity.WARNING
        )


RULE = Rule(
    code="HC804",
    name="discouraged-care",
    title="Discourages or disparages medical care",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(
        Basis("CAP Code 12.2", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(vi)", "2026-11-23"),
        Basis("Therapeutic Goods Advertising Code (Australia)"),
    ),
    fix="Delete it and add: do not stop prescribed treatment without advice.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=persuasion(ClaimKind.ANTI_MEDICINE),
)
