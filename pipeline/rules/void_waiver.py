"""A waiver that does not hold.

What it looks for
    Comments that look like a waiver but lack the reason, the approver or the last day; waivers of
    rules that cannot be waived or do not exist; waivers whose last day has passed; waivers that
    cover nothing any more.

Why it matters
    A waiver says that a named person takes responsibility for one finding until a named day. A
    waiver that has quietly stopped to mean anything gives false comfort, and one that is left over
    would silence the next finding of its kind.

Bad
    <!-- lint-ok HC402: looks fine to me -->

Good
    <!-- lint-ok HC402: wording agreed with the reviewer; by: MR; until: 2027-01-31 -->

Basis
    Project policy: an exception is recorded with reason, approver and expiry.

What cures it
    Complete the waiver, renew it, or delete it together with what made it necessary.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.waivers import inline_waivers
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.rewriting.front import waiver as written_whole


def check(context: Context) -> Iterator[Problem]:
    """Waivers in comments that cannot be read as one. The gate reports those that do not hold."""
    _, malformed = inline_waivers(context.document)
    for waiver in malformed:
        yield Problem(waiver.span, f"This waiver cannot be read: {waiver.what}.", severity=Severity.ERROR)


RULE = Rule(
    code="HW101",
    name="void-waiver",
    title="Waiver that does not hold",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("Project policy"),),
    fix="Complete it (reason; by: initials; until: YYYY-MM-DD), renew it, or delete it.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=written_whole,
)
