"""A cited work is old.

What
    Works of more than ten years, guidelines of more than five.

Why
    Newer work may say otherwise.

Bad
    A guideline of 2009 as the only source.

Good
    The current edition of the guideline.

Legal basis
    JAMA benchmarks, currency (Silberg 1997), and DISCERN question 5: nobody here has checked their wording.

What cures it
    Looking for newer work, and citing it where there is some.

What does not
    Nothing here blocks publication: a seminal work stays.

Fix
    Look for a newer work and cite it, or leave it if there is none.
    No wording is suggested: whether there is newer work is for a person to look up.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.ladder import Design
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule

_YEARS, _GUIDELINE_YEARS = 10, 5


def check(context: Context) -> Iterator[Problem]:
    """One finding for the article, at the first old work."""
    for work in (work for citation in context.document.citations for work in citation.works):
        reference = context.register.references.get(work.key)
        if reference is None or reference.year is None:
            continue
        limit = _GUIDELINE_YEARS if reference.design is Design.GUIDELINE else _YEARS
        if context.today.year - reference.year > limit:
            yield Problem(work.span, f"“{work.key}” is of {reference.year}.", group="old")


RULE = Rule(
    code="HR103",
    name="stale-reference",
    title="Stale reference",
    severity=Severity.INFO,
    markets=tuple(Market),
    basis=(Basis("JAMA benchmarks, currency"), Basis("DISCERN question 5")),
    fix="Look for a newer work and cite it, or leave it if there is none.",
    check=check,
    page=__doc__ or "",
)
