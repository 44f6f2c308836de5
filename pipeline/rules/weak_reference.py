"""A claim of an effect in people rests on cells, animals or opinions.

What
    A sentence that says something acts on a disease, a symptom or a function, said as a fact, whose cited
    works are all laboratory studies, animal studies, opinions, case reports or narrative reviews.

Why
    What works in a dish or a mouse mostly does not work in people.

Bad
    Curcumin calms eczema [@mouse-study].

Good
    In mice, curcumin reduced redness; whether it does in people is not known [@mouse-study].

Legal basis
    FTC Health Products Compliance Guidance (2022): read in quotations by others; nobody here has checked the official page.
    OCEBM levels of evidence (2011) and GRADE: nobody here has checked their wording.

What cures it
    A trial in people, a systematic review or a guideline; or words that say what was studied.

What does not
    More works of the same kind.

Fix
    Cite a trial, a systematic review or a guideline, or say that the result is from the laboratory.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import Claim, ClaimKind
from pipeline.evidence.ladder import Rung
from pipeline.findings import Confidence, Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, quoted, span_of
from pipeline.rules.rewriting.claims import body

KINDS = (ClaimKind.DISEASE, ClaimKind.SYMPTOM, ClaimKind.RISK, ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE)


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that says an effect as a fact."""
    for claims in by_sentence(claim for claim in made(context, *KINDS) if not claim.hedged and not claim.capped):
        weak = _all_weak(context, claims[0])
        if weak:
            message = f"{quoted(claims)} rests on {', '.join(weak)}, which can show nothing of the kind in people."
            yield Problem(span_of(claims), message)


def _all_weak(context: Context, claim: Claim) -> tuple[str, ...]:
    """The cited works where all stand on the lowest rungs."""
    works = [(key, context.register.references[key]) for key in claim.evidence if key in context.register.references]
    return tuple(key for key, _ in works) if works and all(work.rung <= Rung.REPORT for _, work in works) else ()


RULE = Rule(
    code="HR102",
    name="weak-reference",
    title="Weak or mismatched reference",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("FTC Health Products Compliance Guidance (2022)"), Basis("OCEBM levels of evidence (2011)"), Basis("GRADE")),
    fix="Cite a trial, a systematic review or a guideline, or say that the result is from the laboratory.",
    check=check,
    page=__doc__ or "",
    confidence=Confidence.MEDIUM,
    rewrite=body,
)
