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
    Write it in Markdown, or delete it. A tag inside a word is an error: it hides the word.
    No wording is suggested for tags that Markdown has no mark for: delete them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.rewriting.context import markdown
from pipeline.text import Span


def check(context: Context) -> Iterator[Problem]:
    """One problem for each stretch of HTML."""
    for html in context.document.raw_html:
        level = Severity.ERROR if _splits_a_word(context.document.source, html.span) else None
        yield Problem(html.span, "HTML is not passed through: readers will see these characters.", severity=level)


def _splits_a_word(source: str, span: Span) -> bool:
    """A tag with a letter before it and a letter or another tag behind it hides the word from every check."""
    before, after = source[max(0, span.start - 1) : span.start], source[span.end : span.end + 1]
    return (before.isalpha() or before == ">") and (after.isalpha() or after == "<") and not (before == ">" and after == "<")


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
    rewrite=markdown,
)
