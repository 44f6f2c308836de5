"""The use of AI is not declared.

What
    Front matter without `ai_use`, or an AI-written text that no person reviewed.

Why
    Text that informs the public and was made by AI has to say so, unless a person reviewed it and answers for it.

Bad
    (no ai_use)

Good
    ai_use: none

Legal basis
    Regulation (EU) 2024/1689 art. 50(4): read in a stored copy of the Official Journal. Elsewhere it is good practice.

What cures it
    Declaring it; a named reviewer.

What does not
    A general policy page.

Fix
    Set ai_use in the front matter (none, or what it was used for) and name a reviewer.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span
from pipeline.rules.rewriting.front import machine

_NONE = frozenset({"none", "no", "not used"})


def check(context: Context) -> Iterator[Problem]:
    """At most one problem."""
    meta = context.document.meta
    if meta.ai_use is None:
        yield Problem(title_span(context.document), "`ai_use` is not declared.")
    elif meta.ai_use.strip().lower() not in _NONE and meta.reviewed_by is None and meta.author is None:
        yield Problem(meta.spans.get("ai_use", title_span(context.document)), "AI was used and no person answers for the text.")


RULE = Rule(
    code="HD105",
    name="undeclared-ai",
    title="AI use not declared",
    severity=Severity.INFO,
    markets=(Market.EU,),
    basis=(Basis("Regulation (EU) 2024/1689 art. 50(4)", "2026-11-23"),),
    fix="Set ai_use in the front matter (none, or what it was used for) and name a reviewer.",
    check=check,
    page=__doc__ or "",
    rewrite=machine,
)
