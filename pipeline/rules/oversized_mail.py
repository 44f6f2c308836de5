"""The newsletter is too large for Gmail to show whole.

What
    An article that is certain to make a message of more than 102,400 bytes: text alone above that size.
    The finished message is weighed again when the outputs are read back.

Why
    Gmail cuts messages at about 102 KB, and what it cuts is the end: statements, address, unsubscribe link.

Bad
    A newsletter of 145 KB.

Good
    A newsletter of 30 KB.

Legal basis
    None: practice of one mail service, measured by testers; 102 KB is no published standard.

What cures it
    A shorter article, or a newsletter that links to the whole.

What does not
    Compression.

Fix
    Shorten the article.
    No wording is suggested: what to leave out is for the author to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span

_LIMIT = 102_400


def check(context: Context) -> Iterator[Problem]:
    """At most one problem."""
    size = sum(len(sentence.text.encode("utf-8", "replace")) for sentence in context.document.sentences)
    if size > _LIMIT:
        yield Problem(title_span(context.document), f"The text alone has {size:,} bytes; Gmail cuts messages at {_LIMIT:,}.")


RULE = Rule(
    code="HE104",
    name="oversized-mail",
    title="Newsletter over Gmail's clip limit",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("Gmail's practice"),),
    fix="Shorten the article.",
    check=check,
    page=__doc__ or "",
)
