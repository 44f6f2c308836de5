"""A cause is claimed that the evidence does not show.

What
    "Causes", "triggers", "leads to", "drives", "breaks down" with no reference in the sentence or its
    paragraph, or with references that can only show a link (observational studies, reviews, animals, cells).

Why
    Things that occur together need not cause each other. Only trials can show that they do.

Bad
    Stress triggers eczema.

Good
    Stress is linked to flares of eczema [@cohort].

Legal basis
    FTC Health Products Compliance Guidance (2022): read in quotations by others; nobody here has checked the official page.
    OCEBM levels of evidence (2011) and GRADE: nobody here has checked their wording.

What cures it
    "Is linked to", "is associated with"; or a trial that shows the cause.

What does not
    "Can trigger": it lowers nothing but the tone.

Fix
    Write "is linked to", or cite a trial or guideline that shows the cause.
    No wording is suggested where the cause is a noun ("the trigger of"): say that the two are linked.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.document import Place
from pipeline.claims.types import Claim, ClaimKind
from pipeline.evidence.ladder import Rung
from pipeline.findings import Confidence, Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, cited_nearby, made, quoted, sentence_of, span_of
from pipeline.rules.rewriting.claims import cause

_ANNOUNCE = frozenset({Place.FRONT, Place.HEADING, Place.ALT, Place.TITLE})


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence; those without any reference together, one for each section."""
    causal = (claim for claim in made(context, ClaimKind.CAUSE) if sentence_of(context, claim).place not in _ANNOUNCE)
    for claims in by_sentence(causal):
        if not cited_nearby(context, claims[0]):
            section = f"section {sentence_of(context, claims[0]).section}"
            yield Problem(span_of(claims), f"A cause is claimed without evidence: {quoted(claims)}.", group=section)
        elif (weak := _only_links(context, claims[0])) and not claims[0].hedged:
            message = f"{quoted(claims)} claims a cause; {weak} can only show a link."
            yield Problem(span_of(claims), message)


def _only_links(context: Context, claim: Claim) -> str:
    """The cited work where none of those cited can show a cause."""
    works = [(key, context.register.references[key]) for key in claim.evidence if key in context.register.references]
    if not works or any(work.rung.shows_cause or work.rung is Rung.AUTHORITY for _, work in works):
        return ""
    return works[0][0]


RULE = Rule(
    code="HC402",
    name="overstated-cause",
    title="Causal wording stronger than the evidence",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("FTC Health Products Compliance Guidance (2022)"), Basis("OCEBM levels of evidence (2011)"), Basis("GRADE")),
    fix="Write “is linked to”, or cite a trial or guideline that shows the cause.",
    check=check,
    page=__doc__ or "",
    confidence=Confidence.MEDIUM,
    rewrite=cause,
)
