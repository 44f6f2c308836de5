"""A structure/function claim stands without the statement that the law requires.

What
    Something sold is said to support, maintain or promote a normal structure or function of the body,
    for the US market, and the article neither names `fda-structure-function` in its front matter nor
    carries the exact statement where readers see it.

Why
    Such claims are allowed for dietary supplements only with the statement, in each output.

Bad
    PrimaDerm Daily supports healthy digestion. (And no statement.)

Good
    PrimaDerm Daily supports healthy digestion.\\* (With the statement named in front matter, so that every
    output prints it in a box.)

Legal basis
    21 USC 343(r)(6)(C); 21 CFR 101.93(b) to (e): read in a stored copy.

What cures it
    The exact statement, in bold, linked by an asterisk, in every output.

What does not
    A paraphrase, a footer link, "not medical advice".

Fix
    Name fda-structure-function under disclaimers in the front matter and end the sentence with \\*.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rewrite, Rule
from pipeline.rules.fda_statement import KINDS, carried
from pipeline.rules.judging import by_sentence, made, of_what, promotes, quoted, sold_in, span_of
from pipeline.rules.rewriting.claims import body


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that makes such a claim, unless the statement is carried."""
    found = [claim for claim in made(context, *KINDS) if promotes(context, claim)]
    if not found or not sold_in(context, Market.US) or carried(context):
        return
    for claims in by_sentence(found):
        yield Problem(
            span_of(claims), f"A structure/function claim, made {of_what(claims[0])}, without the FDA statement: {quoted(claims)}."
        )


def _marked(context: Context, problem: Problem) -> Rewrite | None:
    """The sentence with its mark; that the statement is needed is this rule's own remedy."""
    rewrite = body(context, problem)
    return rewrite and rewrite._replace(needs="")


RULE = Rule(
    code="HC201",
    name="missing-fda-statement",
    title="Structure/function claim without the FDA statement",
    severity=Severity.ERROR,
    markets=(Market.US,),
    basis=(
        Basis("21 USC 343(r)(6)(C)", "2026-11-23"),
        Basis("21 CFR 101.93(b)", "2026-11-23"),
        Basis("21 CFR 101.93(c)", "2026-11-23"),
        Basis("21 CFR 101.93(d)", "2026-11-23"),
    ),
    fix="Name fda-structure-function under disclaimers in the front matter and end the sentence with \\*.",
    check=check,
    page=__doc__ or "",
    curable_by=("fda-structure-function",),
    rewrite=_marked,
)
