"""A sentence, a statement or a reference did not reach an output.

What
    When an article is published, every output is read back. Whatever of its sentences, references and
    required statements is missing there, hidden or out of order is reported under this code, with the output's name.

Why
    Each output stands alone: the statement on the web page does nothing for the printed handout.

Bad
    A handout without the FDA statement.

Good
    The same words in the web page, both handouts and the newsletter.

Legal basis
    21 CFR 101.93(d) ("each panel or page"): read in a stored copy; the FDA has used enforcement discretion on that
    duty for labels since 11 December 2025, and this project keeps it as its policy.
    16 CFR 255.0(f): read in a stored copy.

What cures it
    Mending the template.

What does not
    The words being in another output.

Fix
    Mend the template that lost it. Nothing is published until it is there.
    No wording is suggested: the article is right and the template is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule


def check(_: Context) -> Iterator[Problem]:
    """Nothing: this is found in the finished bytes, by pipeline.verify."""
    yield from ()


RULE = Rule(
    code="HE105",
    name="lost-statement",
    title="Statement, sentence or reference lost in an output",
    severity=Severity.ERROR,
    markets=(Market.US, Market.EU, Market.UK),
    basis=(Basis("21 CFR 101.93(d)", "2026-11-23"), Basis("16 CFR 255.0(f)", "2026-11-23")),
    fix="Mend the template that lost it.",
    check=check,
    page=__doc__ or "",
    locked=True,
)
