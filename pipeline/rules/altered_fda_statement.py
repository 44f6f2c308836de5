"""The FDA statement is altered, in the wrong number, or not linked to its claims.

What
    Words that are almost the statement ("FDA" for the full name, "prevent disease" for "prevent any
    disease", a missing half); "This statement" for several marked statements or "These statements" for
    one; structure/function statements that do not end in the asterisk that the statement refers to.

Why
    The words are fixed by law. A paraphrase is no statement, and a statement that points at nothing covers nothing.

Bad
    These claims have not been evaluated by the FDA and are not intended to prevent disease.

Good
    disclaimers: [fda-structure-function] in the front matter, and sentences that end with \\*.

Legal basis
    21 CFR 101.93(c)(1), (c)(2), (d) and (e): read in a stored copy.

What cures it
    The exact words, printed from the project's file of statements.

What does not
    Nearly the words.

Fix
    Never type it by hand: delete it and name fda-structure-function under disclaimers in the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.disclaimers import starred_statements
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rewrite, Rule
from pipeline.rules.fda_statement import KINDS, Half, carries, halves, written
from pipeline.rules.judging import made, promotes, sentence_of, sold_in


def check(context: Context) -> Iterator[Problem]:
    """Altered words, then the wrong number, then claims without the mark."""
    if sold_in(context, Market.US):
        found = tuple(written(context))
        yield from _altered(context, found)
        yield from _wrong_number(context, found)
        if carries(context, found):
            yield from _unlinked(context)


def _altered(context: Context, found: tuple[Half, ...]) -> Iterator[Problem]:
    for sentence, half, exact in found:
        if not exact:
            alone = all(("evaluated" in other) == ("evaluated" in half) for _, other, _ in found)
            words = Rewrite(_whole(half) if alone else half, sentence.span)
            yield Problem(sentence.span, f"Not the words of the law, which are: “{half}”", rewrite=words)
    exact_halves = [(sentence, half) for sentence, half, exact in found if exact]
    kinds = {"evaluated" in half for _, half in exact_halves}
    if len(kinds) == 1 and all(exact for _, _, exact in found) and not carries(context, found):
        # Where nothing is sold the statement has nothing to accompany: half of it is odd, not unlawful.
        grave = None if context.reading.page.promotional else Severity.WARNING
        sentence, half = exact_halves[0]
        yield Problem(
            sentence.span, "Only half of the FDA statement stands here.", severity=grave, rewrite=Rewrite(_whole(half), sentence.span)
        )


def _whole(half: str) -> str:
    """Both halves of the statement, in the number of the one that stands."""
    first, last = next(text for text in halves() if "evaluated" in text), next(text for text in halves() if "intended" in text)
    return f"{half} {last}" if "evaluated" in half else f"{first} {half}"


def _wrong_number(context: Context, found: tuple[Half, ...]) -> Iterator[Problem]:
    """Singular for several marked statements, plural for one; nothing marked is judged by _unlinked."""
    marked = starred_statements(context.document) if found else 0
    for sentence, half, exact in found:
        if exact and half.startswith("This statement") and marked > 1:
            plural = Rewrite(half.replace("This statement has", "These statements have"), sentence.span)
            yield Problem(sentence.span, f"{marked} sentences carry the mark, so it has to begin “These statements have”.", rewrite=plural)
        if exact and half.startswith("These statements") and marked == 1:
            singular = Rewrite(half.replace("These statements have", "This statement has"), sentence.span)
            yield Problem(sentence.span, "One sentence carries the mark, so it has to begin “This statement has”.", rewrite=singular)


def _unlinked(context: Context) -> Iterator[Problem]:
    """Structure/function sentences without the asterisk: one finding at the first."""
    seen: set[int] = set()
    for claim in made(context, *KINDS):
        sentence = sentence_of(context, claim)
        if promotes(context, claim) and claim.sentence not in seen and not _is_marked(sentence.text):
            seen.add(claim.sentence)
            message = "A structure/function statement that does not end with the asterisk of the FDA statement."
            marked = Rewrite(f"{context.document.source[sentence.span.start : sentence.span.end]}\\*", sentence.span)
            yield Problem(sentence.span, message, group="unlinked", rewrite=marked)


def _is_marked(text: str) -> bool:
    return text.rstrip("”\"' .").endswith(("*", "†", "‡"))


RULE = Rule(
    code="HC202",
    name="altered-fda-statement",
    title="FDA statement altered, unlinked or in the wrong number",
    severity=Severity.ERROR,
    markets=(Market.US,),
    basis=(
        Basis("21 CFR 101.93(c)(1)", "2026-11-23"),
        Basis("21 CFR 101.93(c)(2)", "2026-11-23"),
        Basis("21 CFR 101.93(d)", "2026-11-23"),
        Basis("21 CFR 101.93(e)", "2026-11-23"),
    ),
    fix="Delete it and name fda-structure-function under disclaimers in the front matter; end each such sentence with \\*.",
    check=check,
    page=__doc__ or "",
    locked=True,
)
