"""The gate: findings and waivers become Cleared or Blocked, and nothing else makes a Cleared.

Rendering takes a Cleared (or a Draft, which stamps every page), so "publish something unchecked"
does not type-check.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.article.document import Document
from pipeline.findings import Finding, Severity, Waived

_SEAL = object()


@dataclass(frozen=True, slots=True)
class _Judged:
    document: Document
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    _seal: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self._seal is not _SEAL:
            raise TypeError(f"only the gate makes a {type(self).__name__}")


@dataclass(frozen=True, slots=True)
class Cleared(_Judged):
    """An article that may be published; `findings` holds what is left below the failing severity."""


@dataclass(frozen=True, slots=True)
class Blocked(_Judged):
    """An article that may not be published, with every finding that is not waived."""


@dataclass(frozen=True, slots=True)
class Draft(_Judged):
    """An article that was not cleared and is rendered all the same; every page says so."""


Verdict: TypeAlias = Cleared | Blocked
Publishable: TypeAlias = Cleared | Draft

DRAFT_STAMP = "DRAFT, NOT CLEARED"


def judge(document: Document, findings: tuple[Finding, ...], waived: tuple[Waived, ...], failing: Severity = Severity.ERROR) -> Verdict:
    """Cleared when no finding that is left weighs as much as `failing`, else Blocked."""
    kind = Blocked if any(finding.severity.rank <= failing.rank for finding in findings) else Cleared
    return kind(document, findings, waived, _SEAL)


def as_draft(verdict: Verdict) -> Draft:
    """The one way round the gate."""
    return Draft(verdict.document, verdict.findings, verdict.waived, _SEAL)
