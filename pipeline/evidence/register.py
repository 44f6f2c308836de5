"""The evidence register (content/evidence.yaml): what each cited work is, and what it can carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec


class Design(StrEnum):
    """Study designs, weakest first (after OCEBM 2011 and GRADE)."""

    IN_VITRO = "in_vitro"
    ANIMAL = "animal"
    OPINION = "opinion"
    NARRATIVE_REVIEW = "narrative_review"
    MONOGRAPH = "monograph"
    CONSENSUS = "consensus"
    CASE_REPORT = "case_report"
    CROSS_SECTIONAL = "cross_sectional"
    CASE_CONTROL = "case_control"
    COHORT = "cohort"
    META_ANALYSIS_OBSERVATIONAL = "meta_analysis_observational"
    TRIAL_OPEN = "trial_open"
    TRIAL_PILOT = "trial_pilot"
    TRIAL = "randomised_trial"
    SYSTEMATIC_REVIEW = "systematic_review"
    GUIDELINE = "guideline"
    LAW = "law"


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An author: `family` and `given`, or `literal` for an organisation."""

    family: str = ""
    given: str = ""
    literal: str = ""


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One work. Absent facts are null or empty, never guessed; `unchecked` names fields nobody has checked.

    `n` is the number of people studied, `intervention` names substance, strain and dose,
    `finding` says in our own words what the work shows. `checked_on` is the day the record was
    last compared with a page that shows it.
    """

    title: str
    type: str
    year: int | None = None
    authors: tuple[Person, ...] = ()
    journal: str = ""
    journal_short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    design: Design
    n: int | None = None
    population: str = ""
    intervention: str = ""
    outcome: str = ""
    result: str = ""
    duration: str = ""
    funding: str = ""
    finding: str = ""
    unchecked: tuple[str, ...] = ()
    retraction_checked: bool = False
    checked_on: date | None = None


class Register(msgspec.Struct, frozen=True):
    """All references by key, with the line of content/evidence.yaml where each starts."""

    path: str
    references: Mapping[str, Reference]
    lines: Mapping[str, int]
