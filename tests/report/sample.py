"""Small lint results for the writers' tests: hand-made findings in a text of three lines."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.findings import Confidence, Finding, Market, Severity, Waived, fingerprinted, locate
from pipeline.report.result import CheckedFile, LintResult
from pipeline.rules.base import Basis, Rule
from pipeline.text import LineIndex, Span

PATH = "content/tea.md"
SOURCE = "# Tea\n\nOur tea heals eczema in 7 days, 100% sure.\nIt cures: all.\n"
SHA = "ab" * 32

RULE = Rule(
    code="HC101",
    name="disease-treatment",
    title="Disease treatment claim",
    severity=Severity.ERROR,
    markets=(Market.US, Market.EU),
    basis=(Basis("21 CFR 101.93(g)(2)(i)", "2026-01-01"),),
    fix="Delete the claim.",
    check=lambda context: iter(()),
    page="What it does\n\nFinds claims to treat a disease.\n",
)


def finding(words: str, message: str = "Says that tea treats a disease.", *, source: str = SOURCE, path: str = PATH) -> Finding:
    """A finding on the first place where the words stand."""
    start = source.index(words)
    span = Span(start, start + len(words))
    begin, end = locate(LineIndex(source), span)
    return Finding(
        rule="HC101",
        name="disease-treatment",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        path=path,
        span=span,
        start=begin,
        end=end,
        excerpt=words,
        message=message,
        fix="Delete the claim.",
        basis=("21 CFR 101.93(g)(2)(i)",),
        markets=(Market.US, Market.EU),
        curable_by=(),
    )


def number() -> Finding:
    """A warning by another rule."""
    base = finding("100%", "A number has no reference: 100%.")
    return replace(
        base, rule="HC502", name="number-without-citation", severity=Severity.WARNING, fix="Cite its source, or drop it.", basis=()
    )


def result(*findings: Finding, waived: tuple[Waived, ...] = (), source: str = SOURCE, path: str = PATH) -> LintResult:
    """A run over one file of ten words."""
    return LintResult((CheckedFile(path, SHA, 10, source),), fingerprinted(findings), waived, (RULE,))


def waiver(of: Finding) -> Waived:
    """A waived finding."""
    return Waived(fingerprinted([of])[0], "quoted from a leaflet", "A. Editor", "2027-01-31")
