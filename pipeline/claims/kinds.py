"""What a pair of effect and object claims, in the terms of the law."""

from __future__ import annotations

from functools import cache

from pipeline.claims import senses as s
from pipeline.claims.types import Agent, ClaimKind, Effect, Object

_REMEDY = s.CURE | s.TREAT | s.PREVENT | s.RELIEVE | s.REPAIR | s.REDUCE | s.KILL
_HELP = s.SUPPORT | s.BOOST
_GOOD = _REMEDY | _HELP | s.BEAUTIFY | s.REDUCE_RISK
_SICK = s.DISEASE | s.UNRECOGNISED | s.DAMAGE
_NORMALS = s.STRUCTURE | s.FUNCTION | s.MARKER
_BAD = _SICK | s.SYMPTOM | _NORMALS | s.STATE | s.APPEARANCE | s.WEIGHT

# The first row whose effect and object both fit decides.
_TABLE: tuple[tuple[int, int, ClaimKind], ...] = (
    (s.REDUCE_RISK, _SICK | s.SYMPTOM | s.STATE, ClaimKind.RISK),
    (s.CONTAIN, s.NUTRIENT, ClaimKind.NUTRIENT),
    (s.DETOX, s.TOXIN, ClaimKind.DETOX),
    (_REMEDY, s.TOXIN, ClaimKind.DETOX),
    (_REMEDY | _HELP | s.DETOX | s.BEAUTIFY, _SICK, ClaimKind.DISEASE),
    (_REMEDY, s.GERM, ClaimKind.DISEASE),
    (s.MENDS, s.STRUCTURE, ClaimKind.DISEASE),
    (_REMEDY | s.BOOST, s.SYMPTOM | s.MARKER, ClaimKind.SYMPTOM),
    (s.CURE | s.KILL, s.STATE, ClaimKind.SYMPTOM),
    (_REMEDY | _HELP, s.STATE, ClaimKind.STRUCTURE_FUNCTION),
    (_GOOD, s.IMMUNITY, ClaimKind.IMMUNE),
    (_GOOD, s.WEIGHT, ClaimKind.WEIGHT),
    (_GOOD, s.APPEARANCE, ClaimKind.APPEARANCE),
    (_HELP, s.STRUCTURE | s.FUNCTION, ClaimKind.STRUCTURE_FUNCTION),
    (s.BEAUTIFY, s.STRUCTURE | s.STATE, ClaimKind.APPEARANCE),
    (_GOOD | s.DETOX, _NORMALS | s.STATE | s.SYMPTOM, ClaimKind.STRUCTURE_FUNCTION),
    (_GOOD, s.WELLBEING, ClaimKind.WELLBEING),
    (s.CAUSE, s.WEIGHT, ClaimKind.WEIGHT),
    (s.CAUSE, _BAD, ClaimKind.CAUSE),
)


@cache
def kind_of(effect: int, thing: int) -> ClaimKind | None:
    """The kind of claim, or None where the two say nothing about health."""
    if effect & s.WEAK_EFFECT and thing & _SICK and not effect & (s.TREAT | s.CAUSE):
        return None
    if effect & s.CAUSE and thing & (_SICK | s.SYMPTOM) and not effect & (_REMEDY | s.REDUCE_RISK | s.BOOST):
        return ClaimKind.CAUSE
    for effects, things, kind in _TABLE:
        if effect & effects and thing & things:
            return kind
    return None


_EFFECT_ORDER = sorted(s.EFFECTS, key=lambda pair: (pair[1] is not Effect.REDUCE_RISK, pair[0]))
_OBJECT_ORDER = s.OBJECTS


@cache
def effect_named(mask: int) -> Effect:
    """The gravest effect among a word's senses."""
    return next((effect for bit, effect in _EFFECT_ORDER if mask & bit), Effect.NONE)


@cache
def object_named(mask: int) -> Object:
    """The gravest object among a word's senses."""
    return next((thing for bit, thing in _OBJECT_ORDER if mask & bit), Object.NONE)


@cache
def agent_named(mask: int) -> Agent:
    """Who acts, by the first sense that fits."""
    return next((agent for bit, agent in s.AGENTS if mask & bit), Agent.NONE)
