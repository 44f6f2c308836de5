"""How far a verb reaches: which nouns near an effect are its objects, and which belong to somebody else.

English grammar only; what the words mean is for frames.py and kinds.py.
"""

from __future__ import annotations

from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit
from pipeline.claims.tokens import STOPS, Said

_JOINTS = frozenset((",", "and", "but", "while"))
# Another clause begins behind these.
_PARTING = frozenset("while when because although though until unless whether whereas".split())
_SUBJECTS = frozenset("it it's it'll this that's there there's they they're you you're you'll you'd you've we we're i i'm he she".split())
# What follows a verb that has no object of its own.
NO_OBJECT = frozenset(
    """and or but with without within in into on onto of at by for from to as after before during when while if than then over under through
    up down out off away again too also faster slower more less better because so that which who is are was were be been that's""".split()
)
_QUANTITIES = frozenset("the a an more many most some several all his her their its our these those thousands millions".split())
_BE = frozenset("is are was were be been being get gets got".split())
_BEHIND_PASSIVES = frozenset("in at during within into through by with on".split())
_PLACES = frozenset("in inside within from into through throughout on onto around under across".split())
_AMOUNTS = frozenset("level levels amount amounts concentration concentrations dose doses".split())
_MODALS = frozenset("can could may might will would".split())
_SMALL = frozenset("the a an your our their its his her my this that these those some each".split())
# A disease before one of these tells what research, a ward or a charity is for.
_HEADS = frozenset(
    """research researcher researchers charity charities society foundation association clinic clinics ward wards unit units centre centres
    center centers nurse nurses specialist specialists awareness registry registries statistics guideline guidelines screening diagnosis
    campaign campaigns group groups fund funds hospice hospital helpline department""".split()
)
# A word with one of these senses alone tells of harm.
_HARMS = s.CAUSE | s.WEAK_EFFECT
_BLAMING = frozenset("the a cause causes driver drivers trigger triggers source".split())
_BEFORE_NOUNS = _SMALL | {"of", "with", "from", "for", "in", "and", "or"}
# What is done to these is not done to the illness that they are about.
_ABOUT = frozenset(
    "research researchers studies awareness knowledge understanding information education guidelines burden diagnosis".split()
)
_PARTS = s.STRUCTURE | s.FUNCTION


def is_parted(gap: list[str]) -> bool:
    """Whether the clause ends between an effect and an object; a colon right behind the effect opens its list instead."""
    if not STOPS.isdisjoint(gap):
        return not (gap[0] == ":" and STOPS.isdisjoint(gap[1:]))
    if not _PARTING.isdisjoint(gap):
        return True
    return "," in gap[:-1] and gap[gap.index(",") + 1] in _SUBJECTS


def is_next_subject(said: Said, before: Hit, thing: Hit, after: Hit) -> bool:
    """ "It cools, and the skin keeps germs out": the object's place is taken by the subject of the next clause."""
    if after[0] != thing[1] or not after[2] & s.EFFECT or _JOINTS.isdisjoint(said.tokens[before[1] : thing[0]]):
        return False
    return said.tokens[after[0]].endswith("s") and acts_itself(said, [], after)


def is_modifier(said: Said, thing: Hit) -> bool:
    """ "Cancer research", "the stroke unit": nobody acts on the disease."""
    return thing[1] < len(said.tokens) and said.tokens[thing[1]] in _HEADS


def reaches(said: Said, effect: Hit, thing: Hit) -> bool:
    """Whether an object behind an effect is its own: not where something is done, nor by whom, nor what goes with it."""
    tokens, (start, end, senses), at = said.tokens, effect, thing[0]
    if at < end:  # "keeping diabetes in check": it stands inside
        return True
    if start > 1 and tokens[start].endswith("ed") and tokens[start - 1].endswith("ly") and tokens[start - 2] in ("a", "an"):
        return False  # "a freshly cleaned wound"
    if senses & s.CAUSE and not senses & s.EFFECT & ~_HARMS and not _does_harm(tokens, effect, thing):
        return False
    if tokens[end] in _BEHIND_PASSIVES and start and tokens[start - 1] in _BE:  # "is broken down in the liver", "is removed by surgeons"
        return False
    gap = tokens[end:at]
    if not gap:
        return tokens[start] != "for" or not start or tokens[start - 1] not in _HEADS  # "a charity for people with dementia"
    if senses & s.CONTAIN and gap == ["the"]:  # "beat the eggs with the sugar"
        return False
    if "at" in (gap[0], gap[-1]):  # "melts at body heat"
        return False
    if not _ABOUT.isdisjoint(gap):  # "supports research on gout"
        return False
    return not (thing[2] & _PARTS and not thing[2] & s.OBJECT & ~_PARTS and _is_a_place(gap))


def _does_harm(tokens: list[str], effect: Hit, thing: Hit) -> bool:
    """Whether a word for harm is said of what follows it: not "the leading cause of death", "an impaired memory", "due to a virus"."""
    start, end, _ = effect
    before, verb = tokens[max(0, start - 3) : start], tokens[start]
    if tokens[end - 1] == "by" or tokens[start:end] == ["due", "to"]:  # what follows is the cause
        return False
    if tokens[end - 1] == "of" and verb in _BLAMING:
        return not _BE.isdisjoint(before)
    if verb.endswith("ed") and (tokens[end] in _BEHIND_PASSIVES or tokens[end] == "from" or (before and before[-1] in _BEFORE_NOUNS)):
        return False
    gap = [word for word in tokens[end : thing[0]] if word not in _SMALL]
    return not (gap and thing[2] & s.STRUCTURE and gap[-1] in _PLACES)


def _is_a_place(gap: list[str]) -> bool:
    """ "Raises the level of the drug in the ‹blood›": an amount of something else, then where it is."""
    return not _AMOUNTS.isdisjoint(gap) and next((word for word in reversed(gap) if word not in _SMALL), "") in _PLACES


def acts_itself(said: Said, gap: list[str], effect: Hit) -> bool:
    """ "The stomach breaks down food", "platelets stop bleeding": what stands before the verb does it, for an object of its own follows."""
    verb = said.tokens[effect[0]]
    following = said.tokens[effect[1]] if effect[1] < len(said.tokens) else ""
    if verb.endswith("ed"):
        return not gap and following in _QUANTITIES
    bare = not verb.endswith(("ing", "er", "or"))
    finite = verb.endswith("s") or (bare and (not gap or gap[-1] in _MODALS))
    return finite and following.isalpha() and following not in NO_OBJECT and not following.endswith("ly")


def merely_happens(said: Said, effect: Hit) -> bool:
    """ "While your gums are healing": it happens by itself, and nothing is said to do it."""
    if not effect[0] or said.tokens[effect[0] - 1] not in _BE:
        return False
    return bool(effect[2] & s.MENDS) and said.tokens[effect[0]].endswith("ing")


def is_blamed(said: Said, gap: list[str], effect: Hit) -> bool:
    """ "Gout is caused by crystals": behind its object, a word for harm tells the cause only in the passive, after "is"."""
    if effect[2] & s.EFFECT & ~_HARMS or not effect[2] & s.CAUSE:
        return True
    last = said.tokens[effect[1] - 1 : effect[1] + 1]
    return not _BE.isdisjoint(gap) and ("by" in last or said.tokens[effect[0] : effect[1]] == ["due", "to"])


# What clinics have as well as shops.
_CARE = frozenset(
    "treatment treatments system systems protocol protocols programme programmes program programs set sets solution solutions range".split()
)


def is_care(said: Said, goods: Hit) -> bool:
    """ "New treatments are tested", "these pills" beside the name of a medicine: the words of a clinic, unless they are "our" own."""
    if "our" in said.tokens[max(0, goods.start - 3) : goods.start]:
        return False
    return said.tokens[goods.end - 1] in _CARE or bool(said.mask & s.CLINICAL)
