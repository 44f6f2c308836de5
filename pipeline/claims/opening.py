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


# What a body can do again: "Climb the stairs without stopping for breath".
_ABLE = frozenset(
    """climb walk read sleep bend run kneel smile breathe hear wake eat stand sit drive laugh sneeze jump dance chew swim get move see lift
    reach turn type sing play enjoy bends move moves work works""".split()
)
_HINDERED = frozenset(
    """stopping squinting pain pains wincing gasping aching ache glasses waking limping hurting panting stick coughing leaking itching
    swelling stiffness bathroom breath breathless discomfort wheezing stumbling shaking struggling fear sound creaking clicking cracking
    grinding hands covering hiding embarrassment pads puffing""".split()
)


def enabled(said: Said) -> tuple[int, int] | None:
    """The tokens that say what the body can do again, which tells the complaint that hinders it (21 CFR 101.93(g)(2)(ii))."""
    tokens = said.tokens
    if len(tokens) > _SHORT or said.mask & (s.OTHERS | s.CONSULT):
        return None
    if tokens[0] in _ABLE and tokens[-2:-1] == ["again"]:
        return 0, len(tokens) - 1
    if "without" not in tokens or not (tokens[0] in _ABLE or ("that" in tokens[:3] and not _ABLE.isdisjoint(tokens[2:5]))):
        return None
    place = tokens.index("without")
    found = next((at for at in range(place + 1, min(place + 5, len(tokens))) if tokens[at] in _HINDERED), None)
    return (0, found + 1) if found is not None else None
