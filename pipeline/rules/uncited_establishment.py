"""Science is invoked and no study is cited.

What
    "Clinically proven", "scientifically backed", "studies show", "well-researched", "doctors recommend"
    in a sentence without a reference.

Why
    Such words promise that evidence of that very kind exists. The FTC holds the advertiser to it.

Bad
    A scientifically-backed formula.

Good
    In a 12-week trial of 20 adults, the strain reduced the number of lesions [@trial].

Legal basis
    FTC Policy Statement Regarding Advertising Substantiation (1984) and Health Products Compliance
    Guidance (2022): read in quotations by others; nobody here has checked the official pages.
    CAP Code 3.7: nobody here has checked its wording.

What cures it
    The exact study in the sentence: product, strain, dose and people.

What does not
    A list of references at the end; "may"; the word "science".

Fix
    Cite the exact study in the sentence, or delete the words.
    No wording is suggested where science is all that the sentence invokes: no lawful wording is left of it without
    the study.
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
    for claims in by_sentence(
        claim for claim in made(context, ClaimKind.ESTABLISHMENT) if not claim.evidence and (claim.authorised or not claim.capped)
    ):
        sold = context.reading.page.promotional or any(promotes(context, claim) for claim in claims)
        yield Problem(
            span_of(claims),
            f"Says that science stands behind it and cites none: {quoted(claims)}.",
            severity=None if sold else Severity.WARNING,
        )


RULE = Rule(
    code="HC401",
    name="uncited-establishment",
    title="Establishment claim without citation",
    severity=Severity.ERROR,
    markets=(Market.US, Market.UK, Market.EU, Market.AU),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("FTC Policy Statement Regarding Advertising Substantiation (1984)"),
        Basis("CAP Code 3.7"),
    ),
    fix="Cite the exact study in the sentence, or delete the words.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.ESTABLISHMENT),
)
