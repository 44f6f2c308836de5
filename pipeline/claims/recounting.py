"""Stories of users, known by how they are told: who speaks, what changed, and what a body can do again.

16 CFR 255.2 takes a consumer's experience for a promise to others. A story seldom says "cured": it says "My hips haven't felt
this good since the nineties". Two signs of a story in one sentence make one; what a shop tells of itself has none of them.
"""

from __future__ import annotations

import re

from pipeline.claims import senses as s
from pipeline.claims.tokens import Said

_KIN = frozenset(
    """mum mom dad mother father husband wife partner son daughter baby toddler grandson granddaughter grandchildren grandson's sister
    brother gran grandma grandad grandpa nan boss neighbour neighbor kids boy girl colleagues girlfriend boyfriend wedding""".split()
)
_CHANGED = frozenset(
    """again anymore since finally gone stopped vanished disappeared cleared normal never zero silence clear haven't hasn't healed back
    better best easier free without until before after went dropped fell came started noticed off down over changed transformed nothing
    happier younger pain-free recovered improved reversed ended quit threw""".split()
)
_ABLE = frozenset(
    """knows recognises recognizes
    sleep slept sleeping walk walked walking run ran running dance danced dancing climb climbed breathe breathing hear heard hearing see
    read reading remember remembered move moving bend kneel knees lift play played work worked feel felt eat ate drive swim cycle hike hiked
    garden concentrate smile conceive pregnant conceived scan scans bloods results readings numbers
    weighed lump tests x-ray knees hair""".split()
)
_SPANS = frozenset("day days night nights week weeks month months year years decade decades hour hours morning evening".split())
_UNITS = _SPANS | frozenset("minutes lb lbs pounds kilos kg stone inches rounds sessions bottles packets".split())
_COUNTS = frozenset("one two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty half several".split())
_TURNED = frozenset("again back after since finally now stopped never gone first says calls laughs spoke walked slept knows".split())
# What a customer praises that is no health outcome.
_SERVICE = frozenset(
    """taste tastes tasted tasting flavour flavor delicious delivery delivered arrived parcel packaging postage price prices cheap
    website texture smell smells scent service refund recipe label bottle's courier""".split()
)
_WRITTEN = re.compile(r"(?:says|said|writes|wrote|reports|reported|shares|tells us|told us)\b|[\"']\s*[-,(]*\s*[a-z]+,? \(?\d\d\b")
# Somebody speaks inside a sentence of a narrator: fiction and news, not a review.
_DIALOGUE = re.compile(r"[,?!.]\"\s*(?:said|replied|cried|asked|answered|returned|exclaimed|added|continued|repeated|(?:he|she|they|i)\b)")
# What a story that counts its days ends in.
_ENDED = frozenset("gone over sober silence silent zero vanished cleared finally stopped healed history".split())
_USERS = frozenset(
    "customers members parents mums moms clients users readers families patients subscribers reviewers testers people".split()
)
_FOUND = frozenset(
    """found find stop stopped stops taper tapered report reported reports say said saw see felt feel notice noticed sleep slept lost
    lose came come cut halved quit threw woke wake regained return returned tell told swear rave""".split()
)
_OUTCOMES = frozenset("stop stopped taper tapered quit sleep slept halved regained swear threw woke wake".split())
_THOUSANDS = frozenset("thousands hundreds millions".split())
_PARTED = frozenset("need needs needed use uses used take takes took rely relies relied wear wears require requires suffer suffers".split())
_BODY = s.OBJECT & ~(s.NUTRIENT | s.DRUG | s.TOXIN)
_CARE = s.CARE | s.MEDICINE | s.EXPERT


# Without a first person, a quotation mark or one of these no story is told.
_STORIED = _ENDED | _THOUSANDS | frozenset("my our longer now again finally".split())


def recounted(said: Said) -> bool:
    """Whether the sentence tells what somebody went through with the thing."""
    if not said.mask & s.SPEAKER and said.text[:1] != '"' and _STORIED.isdisjoint(said.bag):
        return False
    if said.is_question or not _SERVICE.isdisjoint(said.bag) or ('"' in said.text and _DIALOGUE.search(said.text)):
        return False
    if said.text[:1] == '"':
        return _quoted(said)
    if said.is_heading:
        return False
    return (_speaks(said) and _signs(said) >= 3 and _ails(said)) or _counted(said) or _told_of_kin(said) or _told_of_users(said)


_LONG = 28
_NUMBERED = frozenset("igf type phase class stage grade factor figure table part".split())


def _speaks(said: Said) -> bool:
    """The first person in a sentence of ordinary length; "IGF-I" is no person."""
    return len(said.tokens) <= _LONG and any(
        hit.senses & s.SPEAKER and (hit.start == 0 or said.tokens[hit.start - 1] not in _NUMBERED) for hit in said.hits
    )


def _ails(said: Said) -> bool:
    """A body or a complaint in unmistakable words, or the care it had."""
    return bool(said.mask & _CARE) or any(hit.senses & _BODY and not hit.senses & s.WEAK_OBJECT for hit in said.hits)


def _quoted(said: Said) -> bool:
    """A customer's words: in the first person, or signed, or with three signs of a story."""
    signs = _signs(said)
    if len(said.tokens) > _LONG or not _bodily(said):
        return False
    return signs >= 2 or (signs == 1 and bool(said.mask & s.SPEAKER) and len(said.tokens) <= _SHORT)


_SHORT = 14


def _bodily(said: Said) -> bool:
    """A body, what it can do, or the care it had."""
    return bool(said.mask & (_BODY | _CARE)) or not _ABLE.isdisjoint(said.tokens)


def _signs(said: Said) -> int:
    """How many kinds of sign of a story stand in the sentence."""
    words = frozenset(said.tokens)
    return sum(
        (
            bool(said.mask & _CARE),
            any(hit.senses & _BODY and not hit.senses & s.WEAK_OBJECT for hit in said.hits),
            not _ABLE.isdisjoint(words),
            not _CHANGED.isdisjoint(words),
            bool(said.mask & s.DURATION) or not _SPANS.isdisjoint(words),
            not _KIN.isdisjoint(words),
        )
    )


def _counted(said: Said) -> bool:
    """ "62 days sober", "10 years of tummy misery, over in 10 days": a span at the head, and what it ended in."""
    if _ENDED.isdisjoint(said.bag):
        return False
    head = said.tokens[:4]
    counted = any((first[0].isdigit() or first in _COUNTS) and unit in _UNITS for first, unit in zip(head, said.tokens[1:5], strict=False))
    ended = not _ENDED.isdisjoint(said.tokens[2:])
    return counted and ended and (bool(said.mask & _BODY) or "sober" in said.tokens or ":" in said.tokens) and not said.mask & s.STUDY


def _told_of_kin(said: Said) -> bool:
    """ "Our son spoke his first word a week after starting the syrup", "Mrs Bell, 78, now climbs the tower"."""
    words, first = frozenset(said.tokens), said.tokens[0]
    if first in ("my", "our") and not _KIN.isdisjoint(said.tokens[1:3]):
        return not _TURNED.isdisjoint(words) and (_signs(said) >= 2 or _bodily(said))
    aged = len(said.tokens) > 3 and any(word.isdigit() and 17 < int(word) < 106 for word in said.tokens[1:5] if len(word) < 4)
    return aged and bool({"now", "again", "finally"} & words) and (_bodily(said) or first in ("mrs", "mr", "miss"))


_TELLING = _THOUSANDS | {"our", "longer"}


def _told_of_users(said: Said) -> bool:
    """ "Harold no longer needs his walker", "many of our customers found that they could"."""
    if said.bag.isdisjoint(_TELLING):
        return False
    if said.tokens[0] in _THOUSANDS and said.tokens[1:2] and said.tokens[1] in ("have", "of", "now") and said.mask & (s.CARE | s.MEDICINE):
        return not said.mask & s.STUDY
    for place, word in enumerate(said.tokens[:-2]):
        following = said.tokens[place + 1]
        if word == "our" and following in _USERS:
            then = frozenset(said.tokens[place + 2 : place + 5])
            return bool(then & _OUTCOMES) or (bool(then & _FOUND) and _ails(said))
        if (word, following) == ("no", "longer") and said.tokens[place + 2] in _PARTED:
            return not {"his", "her", "my", "their"}.isdisjoint(said.tokens[place + 3 : place + 7])
    return False
