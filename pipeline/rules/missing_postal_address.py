"""The newsletter has no postal address.

What
    `postal_address` in content/site.yaml is empty or no address.

Why
    Commercial e-mail has to say where its sender can be reached by post.

Bad
    postal_address: ""

Good
    postal_address: "Example Health, 12 Example Street, Springfield, EX 01234, USA"

Legal basis
    15 USC 7704(a)(5)(A)(iii): read in a stored copy of the US Code.
    PECR reg. 23 (UK): read on the regulator's page in sense. CASL s. 6(2) (Canada): nobody here has checked its
    wording.

What cures it
    A valid street address or registered post office box.

What does not
    A web form.

Fix
    Fill in postal_address in content/site.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span
from pipeline.rules.rewriting.front import address

_ELSEWHERE = re.compile(r"://|\bwww\.|@")


def check(context: Context) -> Iterator[Problem]:
    """At most one problem: an address has several parts, and what only a browser or a mail program can use is none of them."""
    parts = [part for part in context.site.postal_address.replace("\n", ",").split(",") if part.strip() and not _ELSEWHERE.search(part)]
    if len(parts) < 2:
        yield Problem(title_span(context.document), "content/site.yaml has no postal address, so the newsletter cannot carry one.")


RULE = Rule(
    code="HE101",
    name="missing-postal-address",
    title="Postal address missing in e-mail",
    severity=Severity.ERROR,
    markets=(Market.US, Market.UK, Market.EU, Market.CA),
    basis=(Basis("15 USC 7704(a)(5)(A)(iii)", "2026-11-23"), Basis("PECR reg. 23"), Basis("CASL s. 6(2)")),
    fix="Fill in postal_address in content/site.yaml.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=address,
)
