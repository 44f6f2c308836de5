"""How the strongest cited work lets a claim be said, after the ladder of pipeline.evidence.ladder.

What a design cannot show, its words do not say; who was studied, how many and for how long is said where the register
holds it and left out where it does not.
"""

from __future__ import annotations

import re

from pipeline.claims.types import Claim, ClaimKind, Object
from pipeline.evidence.ladder import Design, Rung
from pipeline.evidence.register import Reference
from pipeline.rules.base import Context
from pipeline.rules.rewriting.phrases import Subject, capital, inner

_WHO = re.compile(r"\b(?:adults|women|men|children|infants|babies|adolescents|teenagers|patients|students|athletes)\b", re.I)
_TIME = re.compile(r"^\d+ (?:days?|weeks?|months?|years?)\b")
_STUDIES = {
    Design.COHORT: "a cohort study",
    Design.CASE_CONTROL: "a case-control study",
    Design.CROSS_SECTIONAL: "a cross-sectional study",
    Design.META_ANALYSIS_OBSERVATIONAL: "a review of observational studies",
}
_ILLS = frozenset({Object.DISEASE, Object.SYMPTOM, Object.UNRECOGNISED})
_BODIES = {
    Design.GUIDELINE: "a guideline",
    Design.CONSENSUS: "a consensus statement",
    Design.FACT_SHEET: "a fact sheet",
    Design.REGULATORY_OPINION: "a regulator's opinion",
}
_REPORTS = {Design.CASE_REPORT: "a case report", Design.NARRATIVE_REVIEW: "a narrative review", Design.MONOGRAPH: "a monograph"}


def carried(context: Context, claim: Claim, subject: Subject, thing: str) -> str:
    """The claim as its strongest cited work carries it, with the citation; empty where none of the register's is cited."""
    works = {key: context.register.references[key] for key in claim.evidence if key in context.register.references}
    if not works or not subject.words or not thing:
        return ""
    key = max(works, key=lambda name: works[name].rung)
    return f"{_worded(works[key], claim, subject, thing)} [@{key}]."


def whole(text: str, thing: str) -> str:
    """The object of a claim with the article that the sentence gives it: "the flu"."""
    return f"the {thing}" if f" the {thing}" in text.lower() else thing


def _worded(work: Reference, claim: Claim, subject: Subject, thing: str) -> str:
    """One sentence by the work's rung, without its end."""
    agent, were = inner(subject.words), "were" if subject.plural else "was"
    about = "for" if claim.object in _ILLS and claim.kind is not ClaimKind.CAUSE else "in relation to"
    match work.rung:
        case Rung.LABORATORY:
            where = "animals" if work.design is Design.ANIMAL else "cells"
            return f"In {where}, {agent} {were} studied {about} {thing}; whether this holds for people is not known"
        case Rung.REPORT:
            return f"{capital(_REPORTS.get(work.design, 'an opinion piece'))} discusses {agent} and {thing}; it tests nothing itself"
        case Rung.ASSOCIATION:
            study = _STUDIES.get(work.design, "an observational study")
            return f"In {study}{_people(work)}, {agent} {were} linked to {thing}; such a study cannot show the cause"
        case Rung.SMALL_TRIAL:
            return f"In one small trial{_people(work)}{_lasting(work)}, {agent} {were} tested {about} {thing}; its result needs repeating"
        case Rung.TRIAL:
            return f"In a randomised trial{_people(work)}{_lasting(work)}, {agent} {were} tested {about} {thing}"
        case Rung.SYNTHESIS:
            return f"A systematic review of trials has looked at {agent} {about} {thing}"
        case Rung.AUTHORITY:
            return f"{capital(_BODIES.get(work.design, 'an authority'))} speaks of {agent} and {thing}"


def _people(work: Reference) -> str:
    """ " of 20 adults": who they were is read from the register's own words on the population."""
    if work.n is None:
        return ""
    found = _WHO.search(work.population)
    return f" of {work.n:,} {found[0].lower() if found else 'people'}"


def _lasting(work: Reference) -> str:
    """ " over 12 weeks", where the register says how long it took."""
    found = _TIME.match(work.duration)
    return f" over {found[0]}" if found else ""
