"""Promises that nothing can go wrong: "it can never hurt", "safe with any medicine", "not a single side effect".

FTC Health Products Compliance Guidance (2022), safety claims, and CAP Code rule 12.10 in sense. A harm that is denied, or a "safe"
without limits; "safe in the dishwasher" and "keep it safe" promise nothing about health.
"""

from __future__ import annotations

from pipeline.claims.tokens import Said

_CANNOT = frozenset("can't cannot won't never doesn't couldn't don't".split())
_HARMS = frozenset(
    "hurt harm harms overdose damage damages interact interacts poison irritate irritates upset upsets endanger backfire".split()
)
_DRIVES = frozenset("push raise lower drop drive".split())
_HARMED = frozenset(
    "you your yourself anyone anybody baby babies child children skin liver stomach body unborn kidneys mum too them".split()
)
_WHOLLY = frozenset("perfectly completely totally absolutely entirely utterly always fully inherently guaranteed proven 100".split())
_SAFE = frozenset("safe harmless gentle".split())
_UNIVERSAL = frozenset(
    "everyone everybody anyone anybody newborn newborns pregnant pregnancy unborn breastfeeding toddlers infants babies".split()
)
_ANY = frozenset("any every all".split())
_TAKEN = frozenset(
    "prescription prescriptions medicine medicines medication medications drug drugs dose doses age ages child body bodies".split()
)
_NONE = frozenset("without no zero not never none nil nothing free hardly".split())
# Harms of medicine, which need no other word to be about health.
_HARMFUL = frozenset("toxicity contraindications contraindication overdose overdoses interactions comedown dependency".split())
_NATURAL = frozenset(
    "natural herbal herb herbs plant plants plant-based organic fruit fruits botanical botanicals pure food homeopathic".split()
)
_RISKS = frozenset("risk risks danger dangers downside downsides drawback drawbacks hazards contraindications harm".split())
_HENCE = frozenset("therefore thus hence so means meaning naturally".split())


# One of these stands in every frame of this module.
PROMISING = _CANNOT | _SAFE | _HARMFUL | _RISKS | frozenset("overdo overdose effect effects worry fear as so go".split())


def harmless(said: Said) -> tuple[int, int] | None:
    """The tokens that promise it, if any."""
    return _harms_nobody(said) or _wholly_safe(said) or _no_limit(said)


def _harms_nobody(said: Said) -> tuple[int, int] | None:
    """ "Pure oils can't hurt you", "it can never push your sugar too low"."""
    if said.bag.isdisjoint(_CANNOT):
        return None
    for place, word in enumerate(said.tokens):
        if word in _CANNOT:
            for verb in range(place + 1, min(place + 4, len(said.tokens))):
                following = said.tokens[verb + 1 : verb + 6]
                if (said.tokens[verb] in _HARMS and not _HARMED.isdisjoint(following)) or (
                    said.tokens[verb] in _DRIVES and "too" in following
                ):
                    return place, verb + 1
    return None


_RISKY = _SAFE | _HARMFUL | _RISKS | frozenset("overdo overdose effect effects worry fear".split())


def _wholly_safe(said: Said) -> tuple[int, int] | None:
    """ "Perfectly safe for everybody", "safe with any prescription", "not a single side effect", "no risk: it is only fruit"."""
    if said.bag.isdisjoint(_RISKY):
        return None
    tokens = said.tokens
    for place, word in enumerate(tokens):
        before, after = tokens[max(0, place - 4) : place], tokens[place + 1 : place + 5]
        if word in _SAFE and (not _WHOLLY.isdisjoint(before[-2:]) or _to_all(after)):
            return place, place + 1
        if word in _HARMFUL and not _NONE.isdisjoint(before):
            return place, place + 1
        if word in _RISKS and not _NONE.isdisjoint(before) and (not _HENCE.isdisjoint(tokens[:place]) or not _NATURAL.isdisjoint(tokens)):
            return place, place + 1
        if word in ("overdo", "overdose") and "impossible" in before:
            return place, place + 1
        if word in ("effect", "effects") and tokens[place - 1] == "side" and not {"single", "zero", "nil", "none"}.isdisjoint(before):
            return place - 1, place + 1
        if word in _SAFE and tokens[place - 1] == "as" and after[:1] == ["as"]:
            return place - 1, place + 2
        if word in ("worry", "fear") and not {"nothing", "no"}.isdisjoint(before) and not _NATURAL.isdisjoint(tokens):
            return place - 1, place + 1
    return None


def _to_all(after: list[str]) -> bool:
    """To everybody, or with whatever they take: "safe for newborns", "safe with any prescription"."""
    return not _UNIVERSAL.isdisjoint(after) or (not _ANY.isdisjoint(after) and not _TAKEN.isdisjoint(after))


def _no_limit(said: Said) -> tuple[int, int] | None:
    """ "Take as many as you need; it's only fruit", "Go ahead, it's herbal"."""
    tokens = said.tokens
    if _NATURAL.isdisjoint(said.bag) and "all-natural" not in said.text:
        return None
    for place in range(len(tokens) - 2):
        if tokens[place] in ("as", "so") and tokens[place + 1] in ("many", "much", "often") and "you" in tokens[place + 2 : place + 5]:
            return place, place + 3
        if tokens[place : place + 2] == ["go", "ahead"]:
            return place, place + 2
    return None
