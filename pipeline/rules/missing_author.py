"""The author or the clinical reviewer is missing.

What
    Front matter without `author`, or without `reviewed_by`.

Why
    Readers judge health information by who stands behind it. On a page that sells something, a missing
    author is an error.

Bad
    (no author)

Good
    author: {name: (who wrote it), credentials: RD}
    reviewed_by: {name: (who checked it), credentials: MD}

Legal basis
    JAMA benchmarks, authorship (Silberg 1997): the paper's existence was checked, its wording nobody here has checked.
    schema.org author and reviewedBy: read on schema.org.

What cures it
    Filling in the front matter with people or organisations that exist.

What does not
    An invented expert.

Fix
    Fill in author and reviewed_by; if nobody reviewed it, waive this with that reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span
from pipeline.rules.rewriting.front import people


def check(context: Context) -> Iterator[Problem]:
    """One problem for each of the two that is missing; a page that sells must say who speaks."""
    meta, place = context.document.meta, title_span(context.document)
    if meta.author is None:
        grave = Severity.ERROR if context.reading.page.promotional else None
        yield Problem(place, "Nobody is named as the author.", severity=grave)
    if meta.reviewed_by is None:
        yield Problem(place, "Nobody is named as the clinical reviewer.")


RULE = Rule(
    code="HD103",
    name="missing-author",
    title="Author or reviewer missing",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("JAMA benchmarks, authorship"), Basis("schema.org author, reviewedBy", "2026-11-23")),
    fix="Fill in author and reviewed_by in the front matter; if nobody reviewed it, waive this with that reason.",
    check=check,
    page=__doc__ or "",
    rewrite=people,
)
