"""The gate: findings and waivers become Cleared or Blocked, and nothing else makes a Cleared.

Rendering takes a Cleared (or a Draft, which stamps every page), so "publish something unchecked"
does not type-check.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pipeline.article.document import Document
from pipeline.evidence.waivers import Waiver, inline_waivers
from pipeline.findings import Finding, Severity, Waived, by_place, fingerprinted
from pipeline.rules import void_waiver
from pipeline.rules.base import Problem, Rule, placed
from pipeline.rules.catalogue import RULES
from pipeline.text import Span

_SEAL = object()


class _Judged(Struct, frozen=True):
    document: Document
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    _seal: object

    def __post_init__(self) -> None:
        if self._seal is not _SEAL:
            raise TypeError(f"only the gate makes a {type(self).__name__}")


class Cleared(_Judged, frozen=True):
    """An article that may be published; `findings` holds what is left below the failing severity."""


class Blocked(_Judged, frozen=True):
    """An article that may not be published, with every finding that is not waived."""


class Draft(_Judged, frozen=True):
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


class Settled(Struct, frozen=True):
    """Findings after the waivers: what is left, and what somebody took responsibility for."""

    left: tuple[Finding, ...]
    waived: tuple[Waived, ...]


def settle(document: Document, findings: tuple[Finding, ...], filed: tuple[Waiver, ...], rules: tuple[Rule, ...], today: date) -> Settled:
    """Apply the article's waivers: those in its comments and those filed for it in waivers.yaml.

    A waiver holds when its rule ran, may be waived, and its last day has not passed. One that does
    not hold, or covers nothing, is a finding of its own (HW101), so that none is forgotten.
    """
    inline, _ = inline_waivers(document)
    waivers = (*inline, *(waiver for waiver in filed if waiver.slug == document.meta.slug))
    if not waivers and all(finding.fingerprint for finding in findings):  # in order and numbered by whoever found them
        return Settled(findings, ())
    ran = {rule.code: rule for rule in rules}
    holding = [waiver for waiver in waivers if _fault(waiver, ran, today) is None]
    left: list[Finding] = []
    waived: list[Waived] = []
    used: set[Waiver] = set()
    for finding in findings:
        waiver = next((waiver for waiver in holding if _covers(waiver, finding, document)), None)
        if waiver is None:
            left.append(finding)
        else:
            used.add(waiver)
            waived.append(Waived(finding, waiver.reason, waiver.by, waiver.until.isoformat()))
    left += _void(waivers, used, ran, today, document)
    return Settled(fingerprinted(sorted(left, key=by_place)), tuple(waived))


def _fault(waiver: Waiver, ran: Mapping[str, Rule], today: date) -> str | None:
    """Why a waiver does not hold; an empty text when its rule was not asked for in this run."""
    rule = ran.get(waiver.rule)
    if rule is None:
        return "" if waiver.rule in {known.code for known in RULES} else f"{waiver.rule} is not a rule"
    if rule.locked:
        return f"{waiver.rule} cannot be waived"
    return f"it ended on {waiver.until.isoformat()}" if waiver.until < today else None


def _covers(waiver: Waiver, finding: Finding, document: Document) -> bool:
    """Whether a waiver is meant for a finding: same rule, and its block (inline) or its excerpt (filed)."""
    if waiver.rule != finding.rule:
        return False
    if waiver.span is not None:
        return _reach(waiver.span, document).touches(finding.span)
    return waiver.excerpt in finding.excerpt


def _reach(comment: Span, document: Document) -> Span:
    """What an inline waiver reaches: the block that it stands in, else the next one."""
    spans = [block.span for block in document.blocks] + [footnote.span for footnote in document.footnotes]
    around = [span for span in spans if span.holds(comment)]
    following = sorted(span for span in spans if span.start >= comment.end)
    return (around or following or [comment])[0]


def _void(waivers: tuple[Waiver, ...], used: set[Waiver], ran: Mapping[str, Rule], today: date, document: Document) -> Iterator[Finding]:
    """Findings about the waivers that do nothing."""
    for waiver in waivers if void_waiver.RULE.code in ran else ():
        fault = _fault(waiver, ran, today)
        why = fault if fault is not None else "it covers no finding" if waiver not in used else ""
        if why:
            span = waiver.span or document.meta.spans["title"]
            message = f"This waiver of {waiver.rule} ({waiver.path}:{waiver.line}) does nothing: {why}."
            yield placed(void_waiver.RULE, Problem(span, message), document)
