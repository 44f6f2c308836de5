"""A claim about the body said anew from its frame: who acts, on what, by whose law, on what evidence."""

from __future__ import annotations

from pipeline.claims.types import Agent, Claim, ClaimKind, Effect
from pipeline.rules.rewriting.functions import authorised_for, goods, listed, longest, rewording
from pipeline.rules.rewriting.ladder import carried, whole
from pipeline.rules.rewriting.phrases import ended_like, inner
from pipeline.rules.rewriting.told import BODILY, Told

_ILLS = (ClaimKind.DISEASE, ClaimKind.SYMPTOM, ClaimKind.RISK)
# A deed that mends: said of a function it speaks of one that has failed.
_MENDING = frozenset({Effect.CURE, Effect.TREAT, Effect.PREVENT, Effect.RELIEVE, Effect.REPAIR, Effect.KILL})
_MOST_FUNCTIONS = 2


def functional(told: Told) -> str:
    """What may be said of something sold instead of what is said: an authorised claim, or a structure/function statement.

    The register comes first where its law holds; a statement that it does not know is limited to readers in the United
    States. Empty where no lawful wording comes near.
    """
    if not told.goods or not (told.subject.words or told.is_label or told.is_short):
        return ""
    if _is_topical(told):
        return "" if told.of(*_ILLS) else looking(told)
    if told.registered and (lawful := registered(told)):
        return lawful
    text = _stated(told) if told.us and told.marked and _is_eaten(told) else ""
    return limited(text) if text and told.registered else text


def _stated(told: Told) -> str:
    """A structure/function statement with its mark: the sentence itself where it is one already."""
    if all(map(_is_functional, told.claims)):
        return starred(told.written)
    deeds = " and ".join(function.us for function in told.functions[:_MOST_FUNCTIONS])
    return starred(ended_like(f"{told.subject.does('help')} {deeds}", told.sentence.text)) if deeds else ""


def limited(text: str) -> str:
    """Words that only the edition for the United States carries."""
    return f"[{text}]{{markets=US}}" if "[" not in text else ""


def registered(told: Told) -> str:
    """An authorised claim on the function that is spoken of, for a nutrient that the product contains; else nothing."""
    claim = authorised_for(told.context, told.functions, told.subject.words)
    if not claim:
        return ""
    text = ended_like(claim, told.sentence.text)
    return starred(text) if told.us and told.marked else text


def starred(text: str) -> str:
    """With the mark that leads to the FDA statement, escaped for Markdown: 21 CFR 101.93(d)."""
    return text if text.rstrip("”\"' .").endswith(("*", "†", "‡")) else f"{text}\\*"


def _is_functional(claim: Claim) -> bool:
    """A structure/function claim that promises no defence against a disease: 21 CFR 101.93(g)(2)(viii)."""
    if claim.kind is ClaimKind.IMMUNE:
        return claim.effect is Effect.SUPPORT
    return claim.kind is ClaimKind.STRUCTURE_FUNCTION and claim.effect not in _MENDING


def _is_eaten(told: Told) -> bool:
    """Whether the claim can be one of a food or a supplement: no practice, no device."""
    return not _speaks_of(told, "devices") and all(claim.agent is not Agent.PRACTICE for claim in told.claims)


def _is_topical(told: Told) -> bool:
    """Spread on the body, a structure/function statement would make a drug of it: 21 USC 321(g)(1)(C)."""
    return _speaks_of(told, "topical")


def _speaks_of(told: Told, kind: str) -> bool:
    return not goods(kind).isdisjoint(told.subject.words.lower().split())


def reported(told: Told) -> str:
    """What may be said of an effect where nothing is sold: what the cited work carries, else that none is cited."""
    claim = told.of(*BODILY)[0]
    subject = told.subject
    if not subject.words or not claim.object_text:
        return ""
    thing = whole(told.sentence.text, claim.object_text)
    if words := carried(told.context, claim, subject, thing):
        return words
    if claim.evidence:
        return ""
    helps = "help" if subject.plural else "helps"
    return rewording().plain["no-study"].format(what=f"{inner(subject.words)} {helps} with {thing}")


def looking(told: Told) -> str:
    """A claim about looks without what lies below them: "reduces the look of fine lines", "leaves skin looking fresh"."""
    if not told.points or not (told.subject.words or told.is_label or told.is_short):
        return ""
    looks = rewording().looks
    spoken = [claim.object_text or claim.effect_text for claim in told.of(ClaimKind.APPEARANCE, ClaimKind.STRUCTURE_FUNCTION)]
    reduced = {word: word for word in listed(looks["reduce"])}
    fresh = {word: word for word in listed(looks["fresh"])}
    seen = next((text for text in spoken if longest(text, reduced)), "")
    if seen:
        deed = f"{told.subject.does('reduce')} the look of {seen}"
    elif part := next((found for text in spoken if (found := longest(text, fresh))), ""):
        deed = f"{told.subject.does('leave')} {_FRESH.get(part, 'skin looking fresh')}"
    else:
        return ""
    return ended_like(deed, told.sentence.text)


_FRESH = {
    "hair": "hair looking fuller",
    "lash": "lashes looking fuller",
    "brow": "brows looking fuller",
    "nail": "nails looking neat",
}
