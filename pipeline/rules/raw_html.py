"""HTML in the Markdown is shown to readers as text.

What
    Tags written into the article. They are never passed through to an output; readers see them as characters.

Why
    Markup that one program reads and another does not is where claims and scripts hide.

Bad
    <span style="display:none">…</span>

Good
    Markdown: **bold**, headings with classes, tables.

Legal basis
    Project policy.

What cures it
    Markdown in its place.

What does not
    Comments around it.

Fix
    Write it in Markdown, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule


def check(context: Context) -> Iterator[Problem]:
    """One problem for each stretch of HTML."""
    for html in context.document.raw_html:
        yield Problem(html.span, "HTML is not passed through: readers will see these characters.")


RULE = Rule(
    code="HX102",
    name="raw-html",
    title="Raw HTML shown as text",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("Project policy"),),
    fix="Write it in Markdown, or delete it.",
    check=check,
    page=__doc__ or "",
)
