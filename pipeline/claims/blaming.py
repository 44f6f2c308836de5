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
    return _by_a_test(said) or _by_a_sign(said) or _flatly(said, before) or _told(said)


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
    if before is None or not before.is_question or said.is_question or not _UNSURE.isdisjoint(said.tokens[:6]) or len(said.tokens) > 12:
        return None
    first = said.tokens[0]
    if first in _POINTS and _VERDICT_WORDS.isdisjoint(said.tokens[3:]) and "your" in said.tokens[1:2] and said.mask & (_PARTS | s.BODY):
        return 0, min(3, len(said.tokens))
    if first in ("you", "you've", "you're", "that's", "that", "it's", "this", "blame"):
        ill = next((hit for hit in said.hits if hit.senses & _ILLS and not hit.senses & s.WEAK_OBJECT and hit.start <= 5), None)
        short = next((hit for hit in said.hits if hit.senses & s.NUTRIENT), None) if not _SHORTAGE.isdisjoint(said.bag) else None
        found = ill or short
        return (0, found.end) if found is not None else None
    if first == "your" and said.mask & _PARTS and not _FAULTY.isdisjoint(said.tokens):
        return 0, len(said.tokens) - 1
    return None


# "Blame your liver", "That's your hormones": what a complaint is put down to, where a doctor is not what follows.
_POINTS = frozenset("it's that's blame".split())
_VERDICT_WORDS = frozenset("doctor gp choice decision turn right".split())
# What leads to a verdict: a complaint that means it, a score, a "yes".
_LEADS = frozenset(
    """mean means sign signs proof tell tells telling signals signalling shows nod score scored answered ticked tick chances probably
    sound sounds crave recognise recognize yes quiz if""".split()
)
_HAVING = frozenset("have you've suffering suffer probably is are lack lacking deficient short low you're need harbour living".split())
_SHORTAGE = frozenset("short low lack lacking deficient deficiency need missing starved".split())
_UNWELL = (
    _FAULTY | _WRONG | frozenset("underactive overactive strain imbalance imbalanced unbalanced balance inflamed swamped starved".split())
)
# A risk, an advice or a doubt is no verdict; nor is a law, a price or a journey.
_NO_VERDICT = frozenset(
    """may might could risk risks likely often should ask see doctor doctors gp pharmacist nurse before avoid stop seek diagnosed allergic
    not don't call unless please test tests pregnant taking results""".split()
)


def _told(said: Said) -> tuple[int, int] | None:
    """ "Ridges on your nails mean you're short of magnesium", "if you crave salt, you have adrenal fatigue": the reader, and a verdict."""
    if said.bag.isdisjoint(_LEADS) or not said.mask & s.READER or said.mask & s.OTHERS or len(said.tokens) > 20:
        return None
    tokens = said.tokens
    lead = next(place for place, word in enumerate(tokens) if word in _LEADS)
    if lead > 9 or not _NO_VERDICT.isdisjoint(tokens) or (said.is_question and tokens[lead] != "quiz"):
        return None
    after = tokens[lead + 1 :]
    if not {"you", "your", "you're", "you've"}.intersection(after) or (_HAVING.isdisjoint(after) and _UNWELL.isdisjoint(after)):
        return None
    if (tokens[lead] == "if" and _is_put(said, lead)) or (tokens[lead] == "chances" and tokens[: lead + 2] != ["chances", "are"]):
        return None
    begin = tokens.index(",") if tokens[lead] == "if" else lead
    blamed = (hit for hit in reversed(said.hits) if hit.senses & _VERDICTS and hit.start > begin)
    told = next((hit for hit in blamed if hit.senses & _NAMED or _is_unwell(tokens, lead, hit)), None)
    return (lead, told.end) if told is not None else None


def _is_put(said: Said, lead: int) -> bool:
    """ "If you have asthma, …", "if you take metformin, …": the case of somebody who knows the illness."""
    comma = said.tokens.index(",") if "," in said.tokens else len(said.tokens)
    known = s.DISEASE | s.MARKER | s.CLINICAL | s.MEDICINE
    return (
        comma == len(said.tokens)
        or "take" in said.tokens[lead:comma]
        or any(hit.senses & known and lead < hit.start < comma for hit in said.hits)
    )


_NAMED = _ILLS | s.GERM
_VERDICTS = _NAMED | _PARTS | s.NUTRIENT | s.BODY


def _is_unwell(tokens: list[str], lead: int, part: Hit) -> bool:
    """An organ that is said to be at fault, or a nutrient that is said to be short."""
    return not _UNWELL.isdisjoint(tokens[part.end : part.end + 5]) or not _SHORTAGE.isdisjoint(
        tokens[max(lead, part.start - 5) : part.end + 2]
    )


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
