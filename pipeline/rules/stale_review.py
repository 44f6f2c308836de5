"""Dates are missing, or the last review is too long ago.

What
    Front matter without `date` or `last_reviewed`, a review older than site.review_months, or a date in the future.

Why
    Evidence changes. A page that does not say how old it is cannot be trusted to be current.

Bad
    last_reviewed: 2019-05-01

Good
    date: 2026-11-20
    last_reviewed: 2026-11-20

Legal basis
    JAMA benchmarks, currency (Silberg 1997): the paper's existence was checked, its wording nobody here has checked.
    schema.org datePublished, dateModified, lastReviewed: read on schema.org.

What cures it
    A review, and its date.

What does not
    A new date without a review.

Fix
    Review the article against its references and set last_reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span
from pipeline.rules.rewriting.front import days


def check(context: Context) -> Iterator[Problem]:
    """What is missing, then what is stale or impossible; a page that sells must have a date."""
    meta, spans = context.document.meta, context.document.meta.spans
    for name, day in (("date", meta.date), ("last_reviewed", meta.last_reviewed)):
        if day is None:
            grave = Severity.ERROR if name == "date" and context.reading.page.promotional else None
            yield Problem(title_span(context.document), f"`{name}` is missing.", severity=grave)
        elif day > context.today:
            yield Problem(spans.get(name, title_span(context.document)), f"`{name}` lies in the future.")
    months = context.site.review_months
    if meta.last_reviewed is not None and _months(meta.last_reviewed, context.today) >= months:
        yield Problem(spans.get("last_reviewed", title_span(context.document)), f"The last review is more than {months} months old.")


def _months(then: date, now: date) -> int:
    """Whole months between two days."""
    return (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)


RULE = Rule(
    code="HD104",
    name="stale-review",
    title="Dates missing or review stale",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("JAMA benchmarks, currency"), Basis("schema.org datePublished, dateModified, lastReviewed", "2026-11-23")),
    fix="Review the article against its references and set date and last_reviewed.",
    check=check,
    page=__doc__ or "",
    rewrite=days,
)
