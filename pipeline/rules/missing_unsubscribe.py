"""The newsletter cannot be unsubscribed from.

What
    `newsletter.unsubscribe_url` in content/site.yaml is not an https address, or `newsletter.unsubscribe_email`
    is empty.

Why
    Readers must be able to leave with one click, and mail services refuse bulk mail without it.

Bad
    unsubscribe_url: ""

Good
    unsubscribe_url: https://example.org/unsubscribe

Legal basis
    15 USC 7704(a)(3)(A): read in a stored copy of the US Code.
    RFC 8058 s. 3.1: read in quotations by others; nobody here has checked the official page. RFC 2369, GDPR
    art. 7(3) and 21(3): nobody here has checked their wording.

What cures it
    A working https address, printed in the mail and in its List-Unsubscribe header.

What does not
    "Reply STOP" alone.

Fix
    Fill in unsubscribe_url (https) and unsubscribe_email in content/site.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span
from pipeline.rules.rewriting.front import leaving

_LINK = re.compile(r"https://[^\s/?#]+")


def check(context: Context) -> Iterator[Problem]:
    """At most one problem."""
    letter = context.site.newsletter
    if not _LINK.match(letter.unsubscribe_url) or "@" not in letter.unsubscribe_email:
        yield Problem(title_span(context.document), "content/site.yaml gives readers of the newsletter no working way to unsubscribe.")


RULE = Rule(
    code="HE102",
    name="missing-unsubscribe",
    title="Unsubscribe link or one-click address missing",
    severity=Severity.ERROR,
    markets=(Market.US, Market.UK, Market.EU, Market.CA),
    basis=(Basis("15 USC 7704(a)(3)(A)", "2026-11-23"), Basis("RFC 8058 s. 3.1"), Basis("RFC 2369"), Basis("GDPR art. 7(3)")),
    fix="Fill in unsubscribe_url (https) and unsubscribe_email in content/site.yaml.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=leaving,
)
