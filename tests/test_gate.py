"""The gate: what blocks, what a waiver covers, and that nobody else makes a Cleared."""

from __future__ import annotations

import datetime
import hashlib

import pytest
from msgspec.structs import replace

from pipeline.article.document import Document
from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.evidence.waivers import Waiver
from pipeline.findings import Finding, Severity
from pipeline.gate import Blocked, Cleared, Draft, as_draft, judge, settle
from pipeline.rules.base import Problem, placed
from pipeline.rules.catalogue import RULES
from pipeline.text import Span

TODAY = datetime.date(2026, 3, 1)
RULE = {rule.code: rule for rule in RULES}


def article(body: str) -> Document:
    text = f"---\ntitle: Page\nslug: page\n---\n\n{body}"
    return document_of(Source("content/page.md", text, hashlib.sha256(text.encode()).hexdigest()))


def finding(document: Document, code: str, words: str, severity: Severity | None = None) -> Finding:
    at = document.source.index(words)
    return placed(RULE[code], Problem(Span(at, at + len(words)), "said", severity=severity), document)


def waiver(rule: str, until: datetime.date = TODAY, excerpt: str = "", slug: str = "page") -> Waiver:
    return Waiver(rule, "agreed", "MR", until, "content/waivers.yaml", 3, None, slug, excerpt)


def test_only_the_gate_makes_verdicts() -> None:
    for kind in (Cleared, Blocked, Draft):
        with pytest.raises(TypeError, match=f"only the gate makes a {kind.__name__}"):
            kind(article("Text.\n"), (), (), object())


@pytest.mark.parametrize(
    "severity, failing, kind",
    [
        (Severity.ERROR, Severity.ERROR, Blocked),
        (Severity.WARNING, Severity.ERROR, Cleared),
        (Severity.WARNING, Severity.WARNING, Blocked),
        (Severity.INFO, Severity.WARNING, Cleared),
    ],
)
def test_what_blocks(severity: Severity, failing: Severity, kind: type) -> None:
    document = article("Some words.\n")
    verdict = judge(document, (finding(document, "HC302", "words", severity),), (), failing)
    assert type(verdict) is kind
    assert type(as_draft(verdict)) is Draft


def test_a_filed_waiver_covers_its_rule_in_its_article() -> None:
    document = article("The best tea. The best cup.\n")
    findings = (finding(document, "HC303", "best tea"), finding(document, "HC303", "best cup"))
    settled = settle(document, findings, (waiver("HC303", excerpt="tea"),), RULES, TODAY)
    assert [found.excerpt for found in settled.left] == ["best cup"]
    assert [(w.finding.excerpt, w.reason, w.by, w.until) for w in settled.waived] == [("best tea", "agreed", "MR", "2026-03-01")]


def test_an_inline_waiver_reaches_the_next_block_only() -> None:
    document = article("<!-- lint-ok HC303: a quotation; by: MR; until: 2026-12-31 -->\n\nThe best tea.\n\nThe best cup.\n")
    findings = (finding(document, "HC303", "best tea"), finding(document, "HC303", "best cup"))
    settled = settle(document, findings, (), RULES, TODAY)
    assert [found.excerpt for found in settled.left] == ["best cup"]
    assert [w.finding.excerpt for w in settled.waived] == ["best tea"]


def test_an_inline_waiver_at_the_head_of_its_line_reaches_that_line() -> None:
    document = article("<!-- lint-ok HC303: a quotation; by: MR; until: 2026-12-31 --> The best tea.\n\nThe best cup.\n")
    findings = (finding(document, "HC303", "best tea"), finding(document, "HC303", "best cup"))
    settled = settle(document, findings, (), RULES, TODAY)
    assert [w.finding.excerpt for w in settled.waived] == ["best tea"]


@pytest.mark.parametrize(
    "filed, why",
    [
        (waiver("HC303", until=datetime.date(2026, 2, 28)), "it ended on 2026-02-28"),
        (waiver("HC101"), "HC101 cannot be waived"),
        (waiver("HC999"), "HC999 is not a rule"),
        (waiver("HC302"), "it covers no finding"),
    ],
)
def test_a_waiver_that_does_not_hold_is_a_finding(filed: Waiver, why: str) -> None:
    document = article("The best tea cures.\n")
    findings = (finding(document, "HC303", "best tea"), finding(document, "HC101", "cures"))
    settled = settle(document, findings, (filed,), RULES, TODAY)
    assert [found.rule for found in settled.left] == ["HW101", "HC303", "HC101"]
    assert settled.left[0].message == f"This waiver of {filed.rule} (content/waivers.yaml:3) does nothing: {why}."
    assert settled.waived == ()


def test_waivers_of_other_articles_and_of_rules_that_did_not_run_are_let_be() -> None:
    document = article("The best tea.\n")
    findings = (finding(document, "HC303", "best tea"),)
    others = (waiver("HC303", slug="other"), waiver("HC302"))
    settled = settle(document, findings, others, tuple(rule for rule in RULES if rule.code != "HC302"), TODAY)
    assert [found.rule for found in settled.left] == ["HC303"]


def test_fingerprints_survive_shifted_lines() -> None:
    one, two = article("The best tea.\n"), article("New first line.\n\nThe best tea.\n")
    prints = [settle(d, (finding(d, "HC303", "best tea"),), (), RULES, TODAY).left[0] for d in (one, two)]
    assert prints[0].fingerprint == prints[1].fingerprint != ""
    assert prints[0].start.line != prints[1].start.line
    assert replace(prints[0], span=prints[1].span, start=prints[1].start, end=prints[1].end) == prints[1]
