"""How advertising opens a sentence about a complaint: with what the thing does, an order to the reader, a pitch, a founder's tale."""

from __future__ import annotations

from pipeline.claims import senses as s
from pipeline.claims.tokens import Said
from pipeline.claims.types import Topic, Topicality

_SHORT = 18
# Verbs of a label whose subject is in the reader's hand: "Puts diabetes in reverse", "Gives migraines the slip".
_DOES = frozenset(
    """puts makes helps brings takes keeps gives lets gets leaves turns sends shows drives pulls pushes knocks holds sets works goes cuts
    picks drains dissolves unblocks opens closes steadies straightens shifts moves draws wakes breaks melts washes sweeps locks lowers
    protects guards covers hits reaches targets tackles finds hunts eats starves outsmarts means replaces returns restores rescues frees
    saves spares tames trains teaches tells allows enables readies arms cools warms lights feeds wraps hugs cradles lifts carries softens
    quiets quietens hushes wins beats ends stops starts tucks slips binds traps filters scrubs rinses irons presses props""".split()
)
# What a reader is told to do about a complaint, and a clinic would not tell.
_ORDERS = frozenset(
    """give forget wave kiss send show put lose ditch meet outrun outsmart leave turn switch call say bid wipe melt drown starve tell trade
    swap drop shrug face conquer defeat banish end escape break free reclaim bring pull bury shut close open catch""".split()
)


# How a pitch asks: "Need a memory boost?", "Bird flu: are you ready?", "Tired of psoriasis?"
_ASKING = frozenset(
    "need want looking ready tired struggling suffering fed sick plagued troubled bothered craving battling dreaming".split()
)
_READY = frozenset("ready prepared protected covered defended".split())
# Why a founder made the thing: "After years of migraines, Ida created a tea."
_MADE = frozenset("decided vowed created developed formulated founded invented launched designed concocted".split())
_STRICKEN = frozenset("after when struggling suffering battling frustrated own years".split())


def pitches(said: Said) -> bool:
    """ "Need a memory boost?", "Bird flu: are you ready?" """
    return said.tokens[0] in _ASKING or ("are" in said.tokens and "you" in said.tokens and not _READY.isdisjoint(said.tokens))


def founds(said: Said) -> bool:
    """Somebody's illness is why the thing was made."""
    return not _MADE.isdisjoint(said.tokens) and not _STRICKEN.isdisjoint(said.tokens) and not said.mask & s.STUDY


def leading(said: Said) -> Topicality | None:
    """The sentence opens with what the thing does, or with what the reader does by its means; or says for whom it is."""
    first = said.tokens[0]
    if len(said.tokens) > _SHORT:
        return None
    if first in _DOES and not said.mask & s.BODY:
        return Topicality(Topic.ELIDED, first)
    if said.mask & s.OTHERS:
        return Topicality(Topic.ELIDED, first) if first in ("for", "made") and "with" in said.tokens[1:4] else None
    return Topicality(Topic.ELIDED, first) if first in _ORDERS else None
