"""The newsletter's subject or preheader deceives or makes a health claim.

What
    "RE:" or "FWD:" in front of a message that answers none; a claim to treat or cure, an absolute promise
    or pressure in the subject, the preheader or the title that stands in for them.

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
_FIELDS = frozenset({"subject", "preheader"})
_REPLY = re.compile(r"^\W*(?:re|fwd?|aw|sv)\s?:", re.I)


def check(context: Context) -> Iterator[Problem]:
    """False replies, then claims."""
    for sentence in context.document.sentences:
        if sentence.field in _FIELDS and _REPLY.match(sentence.text):
            yield Problem(sentence.span, f"The {sentence.field} pretends to answer or forward a message.")
    claims = (claim for claim in made(context, *KINDS) if sentence_of(context, claim).field in _FIELDS and promotes(context, claim))
    for group in by_sentence(claims):
        yield Problem(span_of(group), f"The {sentence_of(context, group[0]).field} makes a claim: {quoted(group)}.")


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
