"""Fear or pressure sells.

What
    "Before it's too late", "your gut will suffer", "food is not enough", "silent killer", on a page that
    sells.

Why
    Claims may not play on fear, nor say that a varied diet lacks nutrients.

Bad
    Without probiotics your gut will suffer.

Good
    A varied diet gives most people what they need.

Legal basis
    Regulation (EC) No 1924/2006 art. 3(d): read in a stored copy.
    Regulation (EC) No 1924/2006 art. 3(e): read in a stored copy.
    Regulation (EC) No 1924/2006 art. 12(a): nobody here has checked the official wording.
    CAP Code 15.6.1: read on the regulator's page.

What cures it
    A neutral tone; saying that a varied diet is enough for most people.

What does not
    "Perhaps".

Fix
    Write it neutrally and say that a varied diet is enough for most people.
    No wording is suggested for other threats than a lack of nutrients: no lawful wording is left of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence on a page that sells."""
    for claims in by_sentence(claim for claim in made(context, ClaimKind.FEAR) if context.reading.page.promotional):
        yield Problem(span_of(claims), f"Fear or pressure: {quoted(claims)}.")


RULE = Rule(
    code="HC701",
    name="fear",
    title="Fear, deficiency or pressure",
    severity=Severity.WARNING,
    markets=(Market.EU, Market.UK, Market.AU),
    basis=(
        Basis("Regulation (EC) No 1924/2006 art. 3(d)", "2026-11-23"),
        Basis("Regulation (EC) No 1924/2006 art. 3(e)", "2026-11-23"),
        Basis("Regulation (EC) No 1924/2006 art. 12(a)"),
        Basis("CAP Code 15.6.1", "2026-11-23"),
    ),
    fix="Write it neutrally and say that a varied diet is enough for most people.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.FEAR),
)
