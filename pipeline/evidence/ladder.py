"""The evidence ladder: study designs, and how strong a wording each can carry."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType


class Rung(IntEnum):
    """The strongest wording a work can carry, weakest first (after OCEBM 2011 and GRADE).

    LABORATORY    "in cells", "in mice": nothing about people
    REPORT        "has been described"
    ASSOCIATION   "is linked with": no cause
    SMALL_TRIAL   "in one small trial of 20 adults": needs repeating
    TRIAL         "improved X against placebo", for that strain, dose and those people
    SYNTHESIS     an effect with a word for its certainty: "probably makes little difference"
    AUTHORITY     "recommends", "defines", "allows": what a body says, not what a study found
    """

    LABORATORY = 1
    REPORT = 2
    ASSOCIATION = 3
    SMALL_TRIAL = 4
    TRIAL = 5
    SYNTHESIS = 6
    AUTHORITY = 7

    @property
    def shows_cause(self) -> bool:
        """Whether a work on this rung can show that one thing brings about another."""
        return self in (Rung.SMALL_TRIAL, Rung.TRIAL, Rung.SYNTHESIS)


class Design(StrEnum):
    """What kind of work it is, in the order of the evidence ladder."""

    IN_VITRO = "in_vitro"
    ANIMAL = "animal"
    OPINION = "opinion"  # perspective, editorial, letter
    NARRATIVE_REVIEW = "narrative_review"
    MONOGRAPH = "monograph"
    CASE_REPORT = "case_report"
    CROSS_SECTIONAL = "cross_sectional"
    CASE_CONTROL = "case_control"
    COHORT = "cohort"
    META_ANALYSIS_OBSERVATIONAL = "meta_analysis_observational"
    PHARMACOKINETIC = "randomised_pharmacokinetic"  # what a body does with a substance, not whether anyone gets better
    TRIAL_OPEN = "randomised_trial_open"  # everybody knew who got what
    TRIAL_PILOT = "randomised_trial_pilot"  # few people, or a first try
    SYSTEMATIC_REVIEW_MIXED = "systematic_review_mixed"  # trials and observational studies together
    TRIAL = "randomised_trial"
    SYSTEMATIC_REVIEW = "systematic_review"  # of randomised trials
    CONSENSUS = "consensus"
    GUIDELINE = "guideline"
    REGULATORY_OPINION = "regulatory_opinion"
    REFERENCE_VALUES = "reference_values"
    FACT_SHEET = "fact_sheet"  # of a public authority
    LAW = "law"

    @property
    def rung(self) -> Rung:
        """The design's place on the ladder. A review of mixed designs stands no higher than a small trial."""
        return _RUNGS[self]


_RUNGS: Mapping[Design, Rung] = MappingProxyType(
    dict.fromkeys((Design.IN_VITRO, Design.ANIMAL), Rung.LABORATORY)
    | dict.fromkeys((Design.OPINION, Design.NARRATIVE_REVIEW, Design.MONOGRAPH, Design.CASE_REPORT), Rung.REPORT)
    | dict.fromkeys(
        (Design.CROSS_SECTIONAL, Design.CASE_CONTROL, Design.COHORT, Design.META_ANALYSIS_OBSERVATIONAL),
        Rung.ASSOCIATION,
    )
    | dict.fromkeys(
        (Design.PHARMACOKINETIC, Design.TRIAL_OPEN, Design.TRIAL_PILOT, Design.SYSTEMATIC_REVIEW_MIXED),
        Rung.SMALL_TRIAL,
    )
    | {Design.TRIAL: Rung.TRIAL, Design.SYSTEMATIC_REVIEW: Rung.SYNTHESIS}
    | dict.fromkeys(
        (
            Design.CONSENSUS,
            Design.GUIDELINE,
            Design.REGULATORY_OPINION,
            Design.REFERENCE_VALUES,
            Design.FACT_SHEET,
            Design.LAW,
        ),
        Rung.AUTHORITY,
    )
)
