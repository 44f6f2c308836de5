"""Promises without limits: of success ("solved, for ever"), and of one cause for everything.

FTC Health Products Compliance Guidance (2022) and Directive 2005/29/EC Annex I(17). Each frame is a word without limits in a fixed
relation to a complaint, a remedy or a harm, so that it holds for complaints and harms that no phrase names.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims import senses as s
from pipeline.claims.harmless import PROMISING, harmless
from pipeline.claims.lexicon import Hit
from pipeline.claims.modality import negated
from pipeline.claims.tokens import STOPS, Said
from pipeline.claims.types import ClaimKind

_ILLS = s.DISEASE | s.SYMPTOM | s.UNRECOGNISED | s.DAMAGE | s.STATE | s.GERM
_REMEDY = s.CURE | s.RELIEVE | s.REPAIR | s.TREAT | s.PREVENT | s.KILL
_BODILY = s.OBJECT & ~(s.NUTRIENT | s.DRUG | s.WEIGHT)
_OUTCOMES = sum(s.BITS[f"claim.{kind}"] for kind in ("appearance", "symptom", "disease", "weight", "immune"))
ASSURING = _REMEDY | _ILLS | s.NEGATION | s.NOT_NEGATION
_AGAIN = frozenset("again another".split())
_DEALS = frozenset("fix fixes cure cures heal heals solve solves work works help helps sort sorts beat beats treat treats end ends".split())
_TROUBLE = frozenset(
    "problem problems ails age cause condition trouble issue issues weight build complaint reason illness severity".split()
)
_GOODS_NOUN = frozenset("satisfaction delivery money price fresh freshness quality authentic genuine purity potency shelf lowest".split())
_ALL_FOR_ONE = frozenset("always all every nearly almost most only never".split())
_COMES = frozenset("traces trace boils boil comes come starts start begins begin stems stem".split())
_FROM = frozenset("to down from in with back".split())
_SINGLE = frozenset("one single sole".split())
_ROOTS = frozenset("cause reason culprit deficiency gap imbalance hormone receptor gene toxin nutrient switch enemy source organ".split())


def assured(said: Said) -> Iterator[tuple[ClaimKind, int, int]]:
    """The kinds of promise and the tokens that make them."""
    if said.bag.isdisjoint(_PROMISING):
        return
    if words := _for_ever(said) or _whatever(said) or _never_again(said) or _guaranteed(said) or _infallible(said):
        yield ClaimKind.ABSOLUTE, *words
    if words := harmless(said):
        yield ClaimKind.SAFETY, *words
    if words := _one_cause(said):
        yield ClaimKind.MONOCAUSAL, *words


def _ill(said: Said) -> Hit | None:
    return next((hit for hit in said.hits if hit.senses & _ILLS), None)


def _remedy(said: Said) -> Hit | None:
    return next((hit for hit in said.hits if hit.senses & _REMEDY and not hit.senses & s.WEAK_EFFECT), None)


_EVER = frozenset("forever permanently lifelong life".split())


def _for_ever(said: Said) -> tuple[int, int] | None:
    """ "Permanently overcome withdrawal", "Stress, solved. For ever." """
    if said.bag.isdisjoint(_EVER):
        return None
    if _remedy(said) is None and _ill(said) is None:
        return None
    ended = any(hit.senses & (s.CURE | s.RELIEVE) and not hit.senses & s.WEAK_EFFECT for hit in said.hits)
    for place, word in enumerate(said.tokens):
        if word in ("forever", "permanently"):
            return place, place + 1
        if ended and (word == "lifelong" or (word == "for" and said.tokens[place + 1 : place + 2] == ["life"])):
            return place, place + 1
    return None


_ALL = frozenset("whatever whichever every any all".split())


def _whatever(said: Said) -> tuple[int, int] | None:
    """ "Whatever the problem, it fixes it", "works whatever your age", "destroys every known virus"."""
    if said.bag.isdisjoint(_ALL):
        return None
    tokens = said.tokens
    for place, word in enumerate(tokens):
        if word in ("whatever", "whichever") and not _TROUBLE.isdisjoint(tokens[place + 1 : place + 4]) and not _DEALS.isdisjoint(tokens):
            return place, place + 1
        if word in ("whatever", "whichever") and any(h.senses & _ILLS and h.start <= place + 3 for h in said.hits if h.start > place):
            return place, place + 1
        if word in ("every", "any", "all") and place and _kills_before(said, place):
            hit = next((h for h in said.hits if h.senses & (s.DISEASE | s.GERM | s.SYMPTOM) and place < h.start <= place + 3), None)
            if hit is not None:
                return place, hit.end
    return None


def _kills_before(said: Said, place: int) -> bool:
    return any(
        hit.senses & (s.CURE | s.KILL | s.TREAT)
        and not hit.senses & s.WEAK_EFFECT
        and place - 2 <= hit.end <= place
        and not negated(said, hit)
        for hit in said.hits
    )


_SUFFERS = frozenset("catch suffer prick ache itch sneeze cough snore".split())
_BEARS = frozenset("feel have get worry need hurt struggle fear wake lie be lose take".split())


def _speaks_of_bodies(said: Said) -> bool:
    return bool(said.mask & (s.CARE | s.MEDICINE)) or any(h.senses & _BODILY and not h.senses & s.WEAK_OBJECT for h in said.hits)


def _never_again(said: Said) -> tuple[int, int] | None:
    """ "Never catch another bug", "never prick your finger again"."""
    if "never" not in said.bag:
        return None
    for place, word in enumerate(said.tokens[:-2]):
        if word == "never" and (said.tokens[place + 1] in _SUFFERS or (said.tokens[place + 1] in _BEARS and _speaks_of_bodies(said))):
            for end in range(place + 2, min(place + 8, len(said.tokens))):
                if said.tokens[end] in STOPS:
                    break
                if said.tokens[end] in _AGAIN:
                    return place, end + 1
    return None


def _guaranteed(said: Said) -> tuple[int, int] | None:
    """ "Guaranteed regrowth in 60 days"; not "satisfaction guaranteed"."""
    if "guaranteed" not in said.tokens or not (said.mask & _OUTCOMES or _remedy(said) or _speaks_of_bodies(said)):
        return None
    place = said.tokens.index("guaranteed")
    return (place, place + 1) if _GOODS_NOUN.isdisjoint(said.tokens[max(0, place - 2) : place + 3]) else None


_MARVELS = frozenset("miracle wonder magic marvel".split())
_PORTION = frozenset("bottle jar capsule spoonful drop cup scoop sip pill tube tin leaf root every each a".split())
_HURTING = frozenset("hurts ails aches".split())


_MARVELLOUS = _MARVELS | frozenset("fail fails failed no everything anything cannot can't".split())


def _infallible(said: Said) -> tuple[int, int] | None:
    """ "We have yet to see it fail", "there is no pain it can't touch", "a wonder in every spoonful"."""
    if said.bag.isdisjoint(_MARVELLOUS):
        return None
    tokens = said.tokens
    for place, word in enumerate(tokens):
        before, after = tokens[max(0, place - 6) : place], tokens[place + 1 : place + 4]
        if (
            word in ("fail", "fails", "failed")
            and after[:1] != ["to"]
            and not {"never", "yet", "cannot", "can't", "won't", "doesn't", "hasn't"}.isdisjoint(before[-5:])
        ):
            return max(0, place - 2), place + 1
        if word == "no" and _bodily_after(said, place) and not {"can't", "cannot", "won't"}.isdisjoint(tokens[place + 2 : place + 6]):
            return place, place + 2
        if word in _MARVELS and after[:1] and after[0] in ("in", "of") and not _PORTION.isdisjoint(after[1:]):
            return place, place + 2
        if word in ("everything", "anything") and after[:1] == ["that"] and not _HURTING.isdisjoint(after[1:]):
            return place, place + 3
        if word in ("cannot", "can't") and after[:1] == ["not"]:
            return place, place + 2
    return None


def _bodily_after(said: Said, place: int) -> bool:
    return any(hit.senses & _ILLS and place < hit.start <= place + 2 for hit in said.hits)


_ROOTED = _COMES | _SINGLE | {":"}


def _one_cause(said: Said) -> tuple[int, int] | None:
    """ "Shedding always traces back to one hormone receptor", "it was never your ears"."""
    if said.bag.isdisjoint(_ROOTED):
        return None
    tokens = said.tokens
    for place, word in enumerate(tokens[:-2]):
        if word in _COMES and tokens[place + 1] in _FROM and not _ALL_FOR_ONE.isdisjoint(tokens[max(0, place - 5) : place]):
            return place, place + 2
        if word in _SINGLE and not _ROOTS.isdisjoint(tokens[place + 1 : place + 4]) and _blames(said, place):
            return place, place + 2
    if (
        tokens[0] in ("it", "it's")
        and ":" in tokens
        and not {"never", "isn't", "not", "wasn't"}.isdisjoint(tokens[:4])
        and "your" in tokens[:5]
    ):
        return 0, tokens.index(":")
    return None


def _blames(said: Said, place: int) -> bool:
    return any(hit.senses & s.CAUSE and hit.end <= place for hit in said.hits)


# One of these stands in every frame of this module.
_PROMISING = _EVER | _ALL | _MARVELLOUS | _ROOTED | PROMISING | {"never", "guaranteed"}
