"""A health claim has no reference.

What
    A sentence that says what causes, treats, prevents or supports something in the body, and neither it
    nor the rest of its paragraph cites a work. An article that makes such claims
    and cites nothing at all is an error. What an organ does by itself ("The kidneys filter the blood") is no claim.

Why
    A claim is worth what stands behind it, and readers must be able to look.

Bad
    Stress triggers eczema.

Good
    Stress is linked to flares of eczema [@review].

Legal basis
    JAMA benchmarks, attribution (Silberg 1997) and CAP Code 3.7: nobody here has checked their wording.
    FTC Health Products Compliance Guidance (2022): read in quotations by others; nobody here has checked the
    official page.

What cures it
    A reference that can carry the claim; the wording of an authorised claim.

What does not
    A reading list at the end.

Fix
    Cite the work in the sentence, soften it to what is known, or delete it.
    No wording is suggested for the article as a whole, nor for a claim about something sold: no wording makes up for
    the work that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.document import Place
from pipeline.claims.registers import standing
from pipeline.claims.types import Agent, Claim, ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, cited_nearby, made, quoted, sentence_of, span_of, title_span
from pipeline.rules.rewriting.claims import uncited

KINDS = (
    ClaimKind.DISEASE,
    ClaimKind.SYMPTOM,
    ClaimKind.RISK,
    ClaimKind.STRUCTURE_FUNCTION,
    ClaimKind.IMMUNE,
    ClaimKind.CAUSE,
    ClaimKind.WEIGHT,
)
# What the register's wordings are read as.
_AUTHORISED = frozenset({ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE})
# What a body does by itself, in a sentence whose subject is a part of it, is no claim about a remedy or a risk.
_PHYSIOLOGY = frozenset({ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE, ClaimKind.SYMPTOM})
# Headings, front matter and tooltips announce; the text below them is what must be cited.
_ANNOUNCE = frozenset({Place.FRONT, Place.HEADING, Place.ALT, Place.TITLE})


def check(context: Context) -> Iterator[Problem]:
    """One problem for the article if it cites nothing, else one for each section with uncited claims."""
    claims = tuple(by_sentence(claim for claim in made(context, *KINDS) if _wants_reference(context, claim)))
    if claims and not context.document.citations:
        count = len(claims)
        message = f"{count} sentence{'s make health claims' if count > 1 else ' makes a health claim'} and the article cites nothing."
        yield Problem(title_span(context.document), message, severity=Severity.ERROR)
        return
    for group in claims:
        if not cited_nearby(context, group[0]):
            yield Problem(span_of(group), f"No reference for {quoted(group)}.", group=f"section {sentence_of(context, group[0]).section}")


def _wants_reference(context: Context, claim: Claim) -> bool:
    """Text that no register carries: on a page that sells nothing, claims are not held against the register before."""
    sentence = sentence_of(context, claim)
    if claim.agent is Agent.BODY and claim.kind in _PHYSIOLOGY:  # "The kidneys balance fluids" is anatomy
        return False
    return not claim.authorised and sentence.place not in _ANNOUNCE and not _has_authorised_words(context, claim)


def _has_authorised_words(context: Context, claim: Claim) -> bool:
    return claim.kind in _AUTHORISED and bool(standing(context.reading.heard[claim.sentence].text).row)


RULE = Rule(
    code="HR101",
    name="unreferenced-claim",
    title="Health claim without reference",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("JAMA benchmarks, attribution"), Basis("FTC Health Products Compliance Guidance (2022)"), Basis("CAP Code 3.7")),
    fix="Cite the work in the sentence, soften it to what is known, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=uncited,
)
