"""Labelled sentences through the real engine: read, claims found, rules run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.article.read import read_document
from pipeline.article.site import STRAY
from pipeline.claims.detect import read as read_claims
from pipeline.evidence.register import Register, load_register
from pipeline.findings import Finding, Severity
from pipeline.rules.base import Context
from pipeline.rules.run import active_rules, run_rules
from tests.accuracy.corpus import HOME, Labelled
from tests.accuracy.labels import Verdict
from tests.accuracy.pages import Sheet

TODAY = date(2026, 1, 2)  # a day after the articles' own date: no review is ever stale
# Rules about what is said. HC803 speaks of a caution that the page lacks.
RULES = active_rules(select=("HC", "HR101", "HE103"), ignore=("HC803",))
PAGE_RULE = "HC103"  # a disease named on a page that sells: the page's fault, reported at a sentence


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine made of a sentence: whether it saw a claim, and the gravest severity of each rule that spoke up."""

    item: Labelled
    claimed: bool
    raised: tuple[tuple[str, Severity], ...]

    @property
    def rules(self) -> frozenset[str]:
        """Every rule that spoke up."""
        return frozenset(rule for rule, _ in self.raised)

    @property
    def errors(self) -> frozenset[str]:
        """The rules that would stop publication."""
        return frozenset(rule for rule, severity in self.raised if severity is Severity.ERROR)

    @property
    def detected(self) -> bool:
        """Whether anything about health claims was seen there."""
        return self.claimed or bool(self.raised)

    def agrees(self, verdict: Verdict) -> bool:
        """Whether the engine stops the sentence exactly where the verdict does."""
        return bool(self.errors) is (verdict is Verdict.ERROR)


def outcomes(sheets: Iterable[Sheet], folder: Path) -> Iterator[Outcome]:
    """Each sentence's outcome; articles are written to the folder and read from there."""
    register = load_register(HOME / "evidence.yaml", "evidence.yaml")
    path = folder / "notes.md"
    for sheet in sheets:
        path.write_text(sheet.source, encoding="utf-8", newline="\n")
        yield from _judged(sheet, path, register)


def _judged(sheet: Sheet, path: Path, register: Register) -> Iterator[Outcome]:
    document = read_document(path, STRAY)
    reading = read_claims(document, register)
    findings = run_rules(Context(document, reading, register, STRAY, TODAY), RULES)
    for item, span in zip(sheet.items, sheet.spans, strict=True):
        claimed = any(claim.span.touches(span) for claim in reading.claims)
        yield Outcome(item, claimed, _gravest(finding for finding in findings if finding.span.touches(span)))


def _gravest(findings: Iterable[Finding]) -> tuple[tuple[str, Severity], ...]:
    """Each rule once, with its gravest severity, in the order of codes."""
    worst: dict[str, Severity] = {}
    for rule, severity in map(_counted, findings):
        known = worst.get(rule)
        if known is None or severity.rank < known.rank:
            worst[rule] = severity
    return tuple(sorted(worst.items()))


def _counted(finding: Finding) -> tuple[str, Severity]:
    """The rule and severity that a finding counts as.

    The pages carry the FDA statement, so HC202 at a structure/function statement says that the asterisk is missing:
    for the labels that is HC201's demand met halfway, and a change to ask for.
    """
    return ("HC201", Severity.WARNING) if finding.rule == "HC202" else (finding.rule, finding.severity)
