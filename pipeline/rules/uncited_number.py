"""A number about health has no source.

What
    A percentage, a ratio or a multiple in a sentence about the body or an illness, with no reference in
    the sentence or later in its paragraph.

Why
    Numbers persuade and travel. Readers cannot check one that comes from nowhere. On a page that sells
    something and cites nothing at all, it is an error: the figure is an objective claim without support.

Bad
    70-80% of the immune system lives in the gut.

Good
    About seven in ten immune cells are found in the gut, one review says [@review].

Legal basis
    JAMA benchmarks, attribution (Silberg 1997): the paper's existence was checked, its wording nobody here has checked.
    CDC Clear Communication Index, numbers: seen on the agency's page.

What cures it
    A reference in the sentence.

What does not
    "About", "up to".

Fix
    Cite where the number comes from, or delete it.
    No wording is suggested for numbers that no common word stands for: cite or delete them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.types import Claim, ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import cited_nearby, made, sentence_of
from pipeline.rules.rewriting.claims import persuasion

_BASE = re.compile(r"\bof \d+ (?:users|women|men|people|volunteers|participants|adults|customers|patients)\b")


def check(context: Context) -> Iterator[Problem]:
    """One problem for each number; an error where a page sells and cites nothing at all."""
    grave = Severity.ERROR if context.reading.page.promotional and not context.document.citations else None
    for claim in made(context, ClaimKind.NUMBER):
        if not cited_nearby(context, claim):
            level = None if _names_its_base(context, claim) else grave
            yield Problem(claim.span, f"“{claim.effect_text}” has no reference.", severity=level)


def _names_its_base(context: Context, claim: Claim) -> bool:
    """ "92% of 100 users agreed": the sentence says who was asked, so that a reader can weigh it."""
    return bool(_BASE.search(sentence_of(context, claim).text))


RULE = Rule(
    code="HC502",
    name="uncited-number",
    title="Number without citation",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("JAMA benchmarks, attribution"), Basis("CDC Clear Communication Index, numbers", "2026-11-23")),
    fix="Cite where the number comes from, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.NUMBER),
)
