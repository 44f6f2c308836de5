"""The newsletter's subject or preheader deceives or makes a health claim.

What
    "RE:" or "FWD:" in front of a message that answers none; a claim to treat or cure, an absolute promise
    or pressure in the subject or the preheader, or in the title or the description where they stand in for them.

Why
    The subject line is read alone, in a list, beside the sender's name.

Bad
    Subject: RE: your order

Good
    Subject: What studies say about the gut and skin

Legal basis
    15 USC 7704(a)(2): read in a stored copy of the US Code.

What cures it
    A subject that says what is inside.

What does not
    A disclaimer in the body.

Fix
    Rewrite it to say what the message holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, sentence_of, span_of

KINDS = (ClaimKind.DISEASE, ClaimKind.SYMPTOM, ClaimKind.ABSOLUTE, ClaimKind.FEAR, ClaimKind.WEIGHT, ClaimKind.TESTIMONIAL)
_REPLY = re.compile(r"^\W*(?:re|fwd?|aw|sv)\s?:", re.I)


def check(context: Context) -> Iterator[Problem]:
    """False replies, then claims."""
    names = _printed(context)
    for sentence in context.document.sentences:
        if sentence.field in names and _REPLY.match(sentence.text):
            yield Problem(sentence.span, f"The {names[sentence.field]} pretends to answer or forward a message.")
    claims = (claim for claim in made(context, *KINDS) if sentence_of(context, claim).field in names and promotes(context, claim))
    for group in by_sentence(claims):
        yield Problem(span_of(group), f"The {names[sentence_of(context, group[0]).field]} makes a claim: {quoted(group)}.")


def _printed(context: Context) -> dict[str, str]:
    """The front matter that an inbox shows, by what it is there: the title and the description stand in for what is not written."""
    meta = context.document.meta
    subject = {"subject": "subject"} if meta.subject else {"title": "title, which is the mail's subject,"}
    preheader = {"preheader": "preheader"} if meta.preheader else {"description": "description, which is the mail's preheader,"}
    return subject | preheader


RULE = Rule(
    code="HE103",
    name="deceptive-subject",
    title="Deceptive or claim-bearing subject or preheader",
    severity=Severity.ERROR,
    markets=(Market.US, Market.UK, Market.EU),
    basis=(Basis("15 USC 7704(a)(2)", "2026-11-23"),),
    fix="Rewrite it to say what the message holds.",
    check=check,
    page=__doc__ or "",
)
