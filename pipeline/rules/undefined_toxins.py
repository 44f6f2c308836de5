"""Detox and toxins without a name.

What
    "Detox", "cleanse", "flush out toxins", with no substance named. What the liver
    or the kidneys do by themselves is no such promise. Said of goods in the EU and the UK it is an error: no claim on detox is authorised.

Why
    No substance, no claim that could be checked.

Bad
    A gentle cleanse that flushes out toxins.

Good
    Chelation is a hospital treatment for lead poisoning [@guideline].

Legal basis
    Regulation (EC) No 1924/2006 art. 10(3): read in a stored copy.
    CAP Code 15.2: read on the regulator's page.
    FTC Health Products Compliance Guidance (2022): nobody here has checked the official wording.

What cures it
    The name of the substance, and evidence.

What does not
    "Gently".

Fix
    Name the substance and cite the evidence, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import Agent, Claim, ClaimKind, Topic
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, points_at_goods, quoted, sold_in, span_of
from pipeline.rules.rewriting.claims import persuasion

_UNSOLD = frozenset({Topic.NONE, Topic.READER, Topic.FRAGMENT})


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence on a page that sells."""
    if not context.reading.page.promotional:
        return
    for claims in by_sentence(claim for claim in made(context, ClaimKind.DETOX) if not _is_anatomy(claim)):
        sold = sold_in(context, Market.EU, Market.UK) and any(map(_is_sold, claims))
        yield Problem(span_of(claims), f"Detox: {quoted(claims)}.", severity=Severity.ERROR if sold else None)


def _is_anatomy(claim: Claim) -> bool:
    """ "The kidneys filter waste": an organ does its work, and nothing that is sold helps it."""
    return claim.agent is Agent.BODY and claim.topicality.topic in _UNSOLD


def _is_sold(claim: Claim) -> bool:
    """Goods are said to carry something off: a general benefit that no authorised claim can stand beside, for there is none on detox."""
    return points_at_goods(claim) and claim.agent is not Agent.BODY and not claim.object_text.startswith("waste")


RULE = Rule(
    code="HC802",
    name="undefined-toxins",
    title="Detox or undefined toxins",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(
        Basis("Regulation (EC) No 1924/2006 art. 10(3)", "2026-11-23"),
        Basis("CAP Code 15.2", "2026-11-23"),
        Basis("FTC Health Products Compliance Guidance (2022)"),
    ),
    fix="Name the substance and cite the evidence, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.DETOX),
)
