"""A time by which results are promised, or a typical user who has them.

What
    "Within 4 to 12 weeks", "in as little as 3 days", "overnight" beside a result; "many people start to
    notice"; "you'll see results".

Why
    A time to result is a claim about what generally happens and needs a study that measured it.

Bad
    Most people notice a difference within two weeks.

Good
    In the trial, lesions were counted after 12 weeks: they fell in 20 of 40 people [@trial].

Legal basis
    16 CFR 255.2(b) (generally expected performance): read in a stored copy.
    FTC Health Products Compliance Guidance (2022): read in quotations by others; nobody here has checked the
    official page.
    Regulation (EC) No 1924/2006 art. 12(b) (weight) and CAP Code 3.7: nobody here has checked their wording.

What cures it
    One trial's duration and result, with the number of people and the reference.

What does not
    "It varies for everyone", "results may vary".

Fix
    Report one trial's duration and result with its numbers and reference, or delete it.
    No wording is suggested where time and result are all that the sentence promises: no lawful wording is left of it
    without a trial.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence without a reference; a warning on a page that sells nothing."""
    promotional = context.reading.page.promotional
    timed = (claim for claim in made(context, ClaimKind.TIME) if not claim.evidence and (promotional or claim.topicality.promotes))
    for claims in by_sentence(timed):
        sold = promotional or any(promotes(context, claim) for claim in claims)
        message = f"Promises a time to result or a typical user: {quoted(claims)}."
        yield Problem(span_of(claims), message, severity=None if sold else Severity.WARNING)


RULE = Rule(
    code="HC501",
    name="time-to-result",
    title="Time-to-result or typical-user claim",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(
        Basis("16 CFR 255.2(b)", "2026-11-23"),
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("Regulation (EC) No 1924/2006 art. 12(b)"),
        Basis("CAP Code 3.7"),
    ),
    fix="Report one trial's duration and result with its numbers and reference, or delete it.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.TIME),
)
