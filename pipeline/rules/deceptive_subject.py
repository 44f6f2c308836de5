"""The newsletter's subject or preheader deceives or makes a health claim.

What
    "RE:" or "FWD:" in front of a message that answers none; a notice about an order, a payment, an account or a
    result that the reader has not ("Your order has shipped"); an alarm ("Final notice", "URGENT:"); on a page that
    sells, a sender who is somebody else ("A message from your doctor"); a claim to treat or cure, an absolute promise
    or pressure. All in the subject or the preheader, or in the title or the description where they stand in for them.

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
    No wording is suggested where no product is known that the message could be about: the author knows what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.types import ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rewrite, Rule
from pipeline.rules.judging import by_sentence, made, promotes, quoted, sentence_of, span_of
from pipeline.rules.rewriting.context import subject

KINDS = (ClaimKind.DISEASE, ClaimKind.SYMPTOM, ClaimKind.ABSOLUTE, ClaimKind.FEAR, ClaimKind.WEIGHT, ClaimKind.TESTIMONIAL)
# As mail programs write them in English, German, Dutch, French, Spanish, the Scandinavian languages and Polish.
_REPLY = re.compile(r"^\W*(?:re|fwd?|aw|wg|antw|tr|rv|sv|vs|odp)(?:\s?\[\d+\])?\s?:", re.I)
_STATES = r"(?:is|are|was|were|has|have|will|needs?|could not|couldn['’]t|failed|confirmed|shipped|cancell?ed|overdue|suspended|on hold)\b"
_NOTICE = re.compile(
    r"^\W*(?:(?:about|regarding|update on|status of|problem with|confirmation of)\s+)?your\s+(?:recent\s+|last\s+|latest\s+)?"
    r"(?:(?:order|parcel|package|delivery|shipment|invoice|receipt|refund|payment|account|booking)(?:\s+(?:no\.?\s*|number\s+|#\s*)?[\d-]+)?"
    rf"\s*(?:$|[:!]|{_STATES})|(?:appointment|prescription|(?:test |lab |blood )?results?)\s+"
    r"(?:is|are)\s+(?:ready|in|confirmed|attached|available|here|back|waiting)\b)"
    r"|^\W*(?:you(?:['’]ve| have)\s+(?:won|been (?:selected|chosen|pre-?approved)|(?:a|an|one|\d+)\s+(?:new |unread |missed )?"
    r"(?:messages?|voicemails?|refund|payment)))\b",
    re.I,
)
_ALARM = re.compile(
    r"^\W*(?:(?:urgent|important|alert)\s*[:!]|(?:final|last|second|third) (?:notice|warning|reminder)\b|(?:immediate )?action (?:is )?"
    r"(?:required|needed)\b|(?:response|reply|answer) (?:required|needed)\b|do not ignore this\b|open (?:this )?(?:now|immediately)\b)",
    re.I,
)
_SENDER = re.compile(
    r"^\W*(?:an?\s+)?(?:\w+\s+)?(?:message|note|letter|notice|news|advice)\s+from\s+(?:your\s+(?:doctor|gp|physician|pharmac\w+|clinic|surgery|"
    r"hospital|insurer|bank|friend|mum|mom|neighbou?r)|(?:the\s+)?(?:nhs|medicare|fda|cdc|irs|hmrc|government|ministry of health))\b"
    r"|^\W*(?:hey|hi|hello)?\W*it['’]s me\b",
    re.I,
)
_PRETENCES = (
    (_REPLY, "pretends to answer or forward a message"),
    (_NOTICE, "pretends to be a notice about something of the reader's"),
    (_ALARM, "alarms to be opened"),
)


def check(context: Context) -> Iterator[Problem]:
    """What pretends, then what claims."""
    names = _printed(context)
    for sentence in context.document.sentences:
        if sentence.field in names and (pretence := _pretence(context, sentence.text)):
            yield Problem(sentence.span, f"The {names[sentence.field]} {pretence}.")
    claims = (claim for claim in made(context, *KINDS) if sentence_of(context, claim).field in names and promotes(context, claim))
    for group in by_sentence(claims):
        yield Problem(span_of(group), f"The {names[sentence_of(context, group[0]).field]} makes a claim: {quoted(group)}.")


def _pretence(context: Context, text: str) -> str:
    """What the words pretend; a page that sells nothing may well come from a clinic."""
    sender = "hides who sends it" if context.reading.page.promotional and _SENDER.match(text) else ""
    return next((pretence for pattern, pretence in _PRETENCES if pattern.match(text)), sender)


def _printed(context: Context) -> dict[str, str]:
    """The front matter that an inbox shows, by what it is there: the title and the description stand in for what is not written."""
    meta = context.document.meta
    subject = {"subject": "subject"} if meta.subject else {"title": "title, which is the mail's subject,"}
    preheader = {"preheader": "preheader"} if meta.preheader else {"description": "description, which is the mail's preheader,"}
    return subject | preheader


def _honest(context: Context, problem: Problem) -> Rewrite | None:
    """The words without their pretence."""
    return subject(context, problem, lambda text: bool(_pretence(context, text)))


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
    rewrite=_honest,
)
