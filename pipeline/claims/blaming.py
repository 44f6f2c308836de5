"""Readers are told what they suffer from, or what they have to fear, by no one who has seen them.

CAP Code rule 12.2 and the Therapeutic Goods Advertising Code forbid to diagnose by advertisement; Regulation (EC) No 1924/2006
arts. 3 and 12 and CAP Code 15.6 forbid to play on fear. A verdict is an illness or a failing organ that follows a complaint, a
question or a test; a threat is a loss that befalls the reader's own body or child.
"""

from __future__ import annotations

from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit
from pipeline.claims.tokens import STOPS, Said

_ILLS = s.DISEASE | s.UNRECOGNISED | s.DAMAGE
_PARTS = s.STRUCTURE | s.FUNCTION | s.IMMUNITY | s.MARKER
_SIGNS = _ILLS | s.SYMPTOM | s.STATE
# What is said to tell an illness that nobody examined.
_TESTS = frozenset(
    """quiz questionnaire test tests selfie photo camera app scan scanner hair tongue nail nails iris saliva drop sample strand fingertip
    eyes pulse answers score checklist machine""".split()
)
_TELLS = frozenset("tells tell shows show reveals reveal see learn find discover detects pinpoints says identifies spots sees".split())
_WHAT = frozenset("which what whether if where how your you".split())
_WRONG = frozenset(
    """failing lack lacks lacking wrong deficient deficiency deficiencies missing intolerant sick ill broken blocked allergic low hungry
    suffer suffering inflamed toxic overloaded""".split()
)
_OF_BODIES = frozenset(
    "intolerant deficient deficiency deficiencies allergic lack lacks lacking organ blood vitamins hormone hormones".split()
)
_MEANS = frozenset("mean means reveal reveals signals spells betrays indicates proves equals".split())
_FAULTY = frozenset(
    """failing broken burnt burned exhausted tired clogged starving begging blocked overloaded sluggish calling crying screaming struggling
    leaking leaky toxic acidic stagnant congested drained depleted shot asleep lazy overworked worn fried culprit blame""".split()
)
_UNSURE = frozenset("may might could can if whether not don't unless think ask should before when".split())
_LOSING = frozenset(
    """loses lose losing shrinks shrink dies die ages age rots rot crumbles rusts fades starves clogs weakens slips leaks drowning breathing
    swallowing eating drinking absorbing undo pay pays stolen robbed poison poisoned""".split()
)
_LOVED = frozenset("your you children child kids baby family".split())
_TAKEN_IN = frozenset("breathing swallowing eating drinking absorbing".split())
_YOUNG = frozenset("children child kids baby".split())
_HOLLOW = frozenset("empty poor dead depleted worthless hollow shells nothing".split())
_FOODS = frozenset("food foods soil soils vegetables fruit supermarket meals meal diet bread produce".split())


def diagnosed(said: Said, before: Said | None) -> tuple[int, int] | None:
    """The tokens that tell readers what they suffer from."""
    return _by_a_test(said) or _by_a_sign(said) or _flatly(said, before)


def _by_a_test(said: Said) -> tuple[int, int] | None:
    """ "Our quiz tells you which hormone is failing", "upload a selfie and see which vitamins you lack"."""
    if said.bag.isdisjoint(_TESTS):
        return None
    tokens = said.tokens
    test = next((place for place, word in enumerate(tokens) if word in _TESTS), None)
    if test is None or _WRONG.isdisjoint(tokens[test:]) or not _CLINIC.isdisjoint(tokens):
        return None
    if not said.mask & (_PARTS | _SIGNS | s.NUTRIENT | s.BODY) and _OF_BODIES.isdisjoint(tokens):
        return None
    for place in range(test + 1, len(tokens) - 1):
        if tokens[place] in _TELLS and not _WHAT.isdisjoint(tokens[place + 1 : place + 4]):
            return test, len(tokens) - (tokens[-1] in STOPS)
    return None


_CLINIC = frozenset("doctor gp hospital nurse laboratory lab clinic doctors biopsy".split())


_SIGNED = _MEANS | _FAULTY


def _by_a_sign(said: Said) -> tuple[int, int] | None:
    """ "Bloated by evening means a leaky gut", "three yeses mean your adrenals are burnt out", "if …, your cortisol is broken"."""
    if said.bag.isdisjoint(_SIGNED):
        return None
    if said.is_question or said.mask & s.OTHERS or not {"you", "your", "yes", "yeses"}.intersection(said.tokens) | _short(said):
        return None
    for hit in said.hits:
        if hit.senses & _ILLS and not hit.senses & s.WEAK_OBJECT and not _MEANS.isdisjoint(said.tokens[max(0, hit.start - 3) : hit.start]):
            return max(0, hit.start - 3), hit.end
        if hit.senses & _PARTS and hit.start and said.tokens[hit.start - 1] == "your":
            after = said.tokens[hit.end : hit.end + 5]
            if after[:1] and after[0] in ("is", "are", "has") and not _FAULTY.isdisjoint(after[1:]) and _leads_on(said, hit):
                return hit.start - 1, hit.end + 2
    return None


def _short(said: Said) -> frozenset[str]:
    return frozenset(said.tokens[:1]) if len(said.tokens) < 10 else frozenset()


def _leads_on(said: Said, organ: Hit) -> bool:
    """Something stands in front that the verdict is drawn from: "if …", a complaint and a colon, "mean"."""
    head = said.tokens[: organ.start]
    return (
        (said.tokens[0] == "if" and "," in head)
        or ":" in head
        or not _MEANS.isdisjoint(head)
        or any(h.senses & _SIGNS for h in said.hits if h.end < organ.start)
    )


def _flatly(said: Said, before: Said | None) -> tuple[int, int] | None:
    """After a question: "You have insulin resistance", "That's Candida", "Your liver is calling"."""
    if before is None or not before.is_question or said.is_question or not _UNSURE.isdisjoint(said.tokens) or len(said.tokens) > 12:
        return None
    first = said.tokens[0]
    if first in ("you", "you've", "you're", "that's", "that", "it's", "this", "blame"):
        ill = next((hit for hit in said.hits if hit.senses & _ILLS and not hit.senses & s.WEAK_OBJECT and hit.start <= 5), None)
        return (0, ill.end) if ill is not None else None
    if first == "your" and said.mask & _PARTS and not _FAULTY.isdisjoint(said.tokens):
        return 0, len(said.tokens) - 1
    return None


_DIRE = _LOSING | _HOLLOW | {"late"}


def threatened(said: Said) -> tuple[int, int] | None:
    """The tokens that frighten: a loss of the reader's own body or child, food that feeds no more, a moment that is too late."""
    if said.bag.isdisjoint(_DIRE):
        return None
    tokens = said.tokens
    if said.mask & (s.CONSULT | s.STUDY) or len(tokens) > 18:
        return None
    for place, word in enumerate(tokens):
        near = tokens[max(0, place - 4) : place]
        if word in _LOSING and not _LOVED.isdisjoint(near) and (said.mask & _PARTS or (word in _TAKEN_IN and not _YOUNG.isdisjoint(near))):
            return max(0, place - 2), place + 1
        if word == "late" and place and tokens[place - 1] == "too" and (said.mask & _SIGNS or "you" in tokens):
            return place - 1, place + 1
        if (
            word in _HOLLOW
            and not _FOODS.isdisjoint(tokens[:place])
            and not {"your", "modern", "our", "today's"}.isdisjoint(tokens[:place])
        ):
            return place, place + 1
    return None
