"""Pairs of what is done and what it is done to, inside one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pipeline.claims import senses as s
from pipeline.claims.kinds import kind_of
from pipeline.claims.lexicon import Hit
from pipeline.claims.scope import acts_itself, is_blamed, is_modifier, is_next_subject, is_parted, merely_happens, reaches
from pipeline.claims.tokens import Said
from pipeline.claims.tone import is_advertising
from pipeline.claims.types import ClaimKind

# An effect governs objects up to this many tokens behind it ("reduces the redness, swelling and irritation").
_AHEAD = 12
# Objects that precede their effect stand close to it ("acne-fighting", "wrinkles are smoothed").
_BEHIND = 5
_LINKING = frozenset("is are was were be been being get gets will can may naturally quickly gently that which and , to the".split())
# Advertisements say how: "wrinkles have drastically reduced".
_LOOSELY = _LINKING | frozenset("has have had become becomes more so visibly drastically dramatically noticeably massively really".split())
_FAMILY = s.EFFECT | s.OBJECT
_BROAD = s.MARKER | s.STRUCTURE | s.FUNCTION | s.APPEARANCE | s.WELLBEING | s.IMMUNITY | s.WEIGHT


class Pair(Struct, frozen=True):
    """An effect and its object; `inverted` where the object comes first. `carried`: the effect stands in another sentence."""

    effect: Hit
    thing: Hit
    inverted: bool = False
    carried: bool = False

    @property
    def start(self) -> int:
        """First token of the two."""
        return self.thing.start if self.carried else min(self.effect.start, self.thing.start)

    @property
    def end(self) -> int:
        """Token after the two."""
        return self.thing.end if self.carried else max(self.effect.end, self.thing.end)


def pairs(said: Said) -> Iterator[tuple[Pair, ClaimKind]]:
    """Every effect with every object that it governs, and the claim it makes; each object is governed once, by the nearest effect.

    Effects in a row share their objects: "supports and maintains digestion".
    """
    relevant = [hit for hit in said.hits if hit[2] & _FAMILY]
    if len(relevant) < 2:
        return
    for place, thing in enumerate(relevant):
        if thing[2] & s.OBJECT:
            pair = _governed(said, relevant, place, thing) or _led(said, relevant, place, thing)
            if pair is not None and (kind := kind_of(pair.effect.senses, pair.thing.senses)) and _strong_enough(said, pair):
                yield pair, kind


def _governed(said: Said, relevant: list[Hit], place: int, thing: Hit) -> Pair | None:
    """The nearest effect before the object in its clause; a common word only where no stronger one stands before it."""
    weak, at, wanted = None, thing[0], thing[2]
    if is_modifier(said, thing) or (0 < place < len(relevant) - 1 and is_next_subject(said, *relevant[place - 1 : place + 2])):
        return None
    for before in relevant[place - 1 :: -1] if place else ():
        _, end, senses = before
        if at - end > _AHEAD:
            break
        if not senses & s.EFFECT or senses & s.AFTER or not _plausible(senses, wanted):
            continue
        if end < at and is_parted(said.tokens[end:at]):
            break
        if reaches(said, before, thing):
            if not senses & s.WEAK_EFFECT:
                return Pair(before, thing)
            weak = weak or before
    return Pair(weak, thing) if weak else None


def _led(said: Said, relevant: list[Hit], place: int, thing: Hit) -> Pair | None:
    """The effect right after the object: passives and compounds."""
    if place + 1 >= len(relevant):
        return None
    after = relevant[place + 1]
    if not after[2] & s.EFFECT or (after[2] & s.WEAK_EFFECT and after[2] & s.SUPPORT):  # "the eye helps": what helps is no object
        return None
    if place + 2 < len(relevant) and relevant[place + 2][0] < after[1]:  # "mucus that keeps ‹germs› away" has its own object
        return None
    gap = said.tokens[thing[1] : after[0]]
    if gap and gap[-1] in ("the", "a", "an"):  # "with the syndrome, the decreased number …"
        return None
    if len(gap) > _BEHIND or not _links(said, gap) or not _plausible(after[2], thing[2]) or is_modifier(said, thing):
        return None
    return (
        None
        if acts_itself(said, gap, after) or merely_happens(said, after) or not is_blamed(said, gap, after)
        else Pair(after, thing, inverted=True)
    )


def _links(said: Said, gap: list[str]) -> bool:
    """Whether the words between an object and its effect hold the two together."""
    return _LINKING.issuperset(gap) or (_LOOSELY.issuperset(gap) and is_advertising(said))


@cache
def _plausible(effect: int, thing: int) -> bool:
    """Whether the two can be verb and object: nobody contains an illness or detoxifies a wrinkle."""
    if effect & s.EFFECT == s.CONTAIN & effect and not effect & (s.EFFECT ^ s.CONTAIN):
        return bool(thing & s.NUTRIENT)
    if thing & s.OBJECT == s.NUTRIENT:
        return bool(effect & s.CONTAIN)
    if not effect & (s.EFFECT ^ s.KILL ^ s.DETOX):
        return bool(thing & (s.GERM | s.TOXIN | s.DISEASE))
    return True


# Words that are verbs ("clears acne") and, after "is", adjectives ("the link is clear").
_ADJECTIVES = frozenset("clear firm smooth free calm cool better balance sharp lower target lean".split())
_BE = frozenset("is are was were be been it's that's very so not more quite become becomes make makes feel feels".split())


def _is_adjective(said: Said, effect: Hit) -> bool:
    """ "Is clear" describes; it does nothing to anything."""
    start = effect[0]
    if start == 0:
        return False
    word, before = said.tokens[start], said.tokens[start - 1]
    return (word in _ADJECTIVES and before in _BE) or (word == "steady" and before == "a")  # "a steady hand"


def _opens(said: Said, pair: Pair) -> bool:
    """Label copy: the verb opens the sentence and its subject is in the reader's hand ("Supports eyes")."""
    return pair.effect.start <= 2 and said.tokens[0].endswith("s") and said.hits[0].start == 0 and not pair.inverted


def _labels(said: Said, preposition: Hit) -> bool:
    """ "Turmeric shots for joint pain", "NerveEze for shingles": what is sold stands right before the preposition."""
    if preposition.start and said.name and said.tokens[preposition.start - 1] == said.name.lower():
        return True
    return any(
        hit[2] & (s.PRODUCT | s.INGREDIENT | s.STAND_IN) and not hit[2] & s.WEAK_AGENT and 0 <= preposition.start - hit[1] <= 2
        for hit in said.hits
    )


_GOODS = s.PRODUCT | s.INGREDIENT | s.STAND_IN | s.FOOD


def _is_backed(said: Said, pair: Pair) -> bool:
    """Something that is sold is named beside the two, in unmistakable words or as the seller's own: "our drops"."""
    return any(
        hit[2] & _GOODS and hit is not pair.thing and (not hit[2] & s.WEAK_AGENT or (hit[0] > 0 and said.tokens[hit[0] - 1] == "our"))
        for hit in said.hits
    )


# Organs with common names that, mended, can only be the reader's.
_ORGANS = frozenset({"gut", "skin"})


_TENDS = s.MENDS | s.BEAUTIFY | s.SUPPORT
_HELPS = frozenset({"help", "helps"})
_KEEPS = frozenset({"keep", "keeps", "keeping", "kept"})


def _mends_the_reader(said: Said, pair: Pair) -> bool:
    """ "Heals your gut", "heal the gut": a common word for an organ, but the reader's own."""
    verb, senses = said.tokens[pair.effect.start], pair.effect.senses
    tends = verb in _HELPS or (senses & _TENDS and not senses & s.WEAK_EFFECT and verb not in _KEEPS)
    if pair.thing.start == 0 or not tends:
        return False
    before = said.tokens[pair.thing.start - 1]
    return (before == "your" and pair.thing.start - pair.effect.end <= 2) or (
        bool(pair.effect.senses & s.MENDS) and before == "the" and said.tokens[pair.thing.start] in _ORGANS
    )


def _near(pair: Pair) -> bool:
    """The two stand in one phrase; a common verb only right before its object."""
    gap = pair.end - pair.start - (pair.effect.end - pair.effect.start) - (pair.thing.end - pair.thing.start)
    return gap <= (1 if pair.effect.senses & s.WEAK_EFFECT else 4)


def _strong_enough(said: Said, pair: Pair) -> bool:
    """Common words count only beside a telling one: an agent, "normal" or "healthy", or a second strong word."""
    if _is_adjective(said, pair.effect):
        return False
    effect = pair.effect.senses
    if effect & s.WEAK_EFFECT and effect & s.TREAT:
        return _labels(said, pair.effect)
    weak = bool(effect & s.WEAK_EFFECT) + bool(pair.thing.senses & s.WEAK_OBJECT)
    if not weak or (weak == 1 and _near(pair) and is_advertising(said)) or (said.mask & _GOODS and _is_backed(said, pair)):
        return True
    if weak == 1 and (said.brand or _opens(said, pair) or _mends_the_reader(said, pair)):
        return True
    return weak == 1 and bool(said.mask & s.NORMAL) and bool(pair.thing.senses & _BROAD)
