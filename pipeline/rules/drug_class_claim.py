"""A product is called what only medicines are, or set beside or above one.

What
    "Antibacterial", "anti-inflammatory", "natural alternative to", "works like insulin", "better than
    prescription", "pharmaceutical grade", "SPF 50", said of something sold.

Why
    A word for a class of drugs tells readers that the product belongs to it. Claiming to replace or to
    strengthen a medicine can make people stop taking it.

Bad
    A natural alternative to antibiotics.

Good
    Contains thyme. (And nothing of what thyme would cure.)

Legal basis
    21 CFR 101.93(g)(2)(v), (vi), (vii) and (ix): read in a stored copy.
    Regulation (EU) No 1169/2011 art. 7(3): read in a stored copy.
    CAP Code 12.11: sense of the regulator's advice only; nobody here has checked its wording.

What cures it
    Deleting the word.

What does not
    "Natural", "traditional", a disclaimer.

Fix
    Delete it, or describe what the product is made of.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, of_what, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that says so of something sold."""
    for claims in by_sentence(claim for claim in made(context, ClaimKind.DRUG_CLASS) if promotes(context, claim)):
        yield Problem(span_of(claims), f"Words for a medicine or its effect, said {of_what(claims[0])}: {quoted(claims)}.")


RULE = Rule(
    code="HC105",
    name="drug-class-claim",
    title="Drug-class, substitute or augment claim",
    severity=Severity.ERROR,
    markets=(Market.US, Market.EU, Market.UK, Market.AU),
    basis=(
        Basis("21 CFR 101.93(g)(2)(v)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(vi)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(vii)", "2026-11-23"),
        Basis("Regulation (EU) No 1169/2011 art. 7(3)", "2026-11-23"),
        Basis("CAP Code 12.11"),
    ),
    fix="Delete it, or describe what the product is made of.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=persuasion(ClaimKind.DRUG_CLASS),
)
