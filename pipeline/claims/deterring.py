"""Words that turn readers away from care: what treats them is talked down, put away, left waiting, or needed no longer.

Each frame is a relation between a word for care (a clinician, a medicine, a test, an appliance) and a word that
belittles, shelves or ends it, so that it holds for care that no phrase names: "the inhaler stays in the drawer".
Advertising says so in short sentences without a hedge; "chemotherapy can damage healthy cells" informs.
"""

from __future__ import annotations

from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit
from pipeline.claims.modality import negated
from pipeline.claims.tokens import STOPS, Said

TARGETS = s.MEDICINE | s.CARE | s.EXPERT
# Care and what is said of it stand at most so many tokens apart.
_NEAR = 5
_SHORT = 16
_SOBER = s.CONSULT | s.STUDY | s.MYTH | s.STATUS | s.WIDE_NEGATION | s.DEFINITION
# "Creams only mask it": what care is said to do no more than.
_MERELY = frozenset("only just merely simply".split())
_COVERS = frozenset(
    "mask masks hide hides cover covers numb numbs silence silences suppress suppresses dull paper push guess patch".split()
)
# "The inhaler stays in the drawer."
_PLACES = frozenset("drawer bin cupboard cabinet shelf trash garbage attic garage loft museum closet wardrobe landfill".split())
_STORES = frozenset("keep store not never should".split())
_WHERE = frozenset("in into on to at".split())
# What care is said to do to people, or what it is, by those who dislike it.
_HURTS = frozenset(
    """numb numbs destroy destroys ruin ruins wreck wrecks poison poisons kill kills cripple cripples waste wastes rob robs
    hook hooks trap traps addict addicts scar scars burn burns sedate sedates fog fogs bloat bloats weaken weakens damage damages harm harms
    hurt hurts overload overloads enslave enslaves bully bullies scare scares rush rushes dismiss dismisses ignore ignores fail fails failed
    forget forgets lie lies profit profits milk milks hate hates fear fears dread dreads guess guesses shrug shrugs miss misses push pushes
    pretend pretends mask masks cover covers hide hides suppress suppresses silence silences delay delays paid bribed lied cost
    costs""".split()
)
_IS = frozenset("is are was were aren't isn't".split())
_MEAN = frozenset(
    """plaster plasters crutch crutches trap traps business industry gamble racket band-aid bandaid patch tax lie poison poisons joke dead
    treadmill lottery guesswork paid allowed permitted bribed clueless blind wrong stuck overworked ignorant forbidden afraid scared
    optional history over""".split()
)
_IMPERATIVE = frozenset(
    """leave drop forget refuse question skip ditch bin quit cancel toss dump hang escape dodge hide retire throw swap trade
    shelve""".split()
)
_ENDING = frozenset(
    """stop stopped stopping come came get got take taken wean weaned taper tapered quit reduce reduced halve halved drop dropped cut phase
    ditch ditched bin binned cancel cancelled canceled refuse refused skip skipped leave throw threw refill renew""".split()
)
_OFF = frozenset("off down out without away less half".split())
_NO_MORE = frozenset("never longer nobody fewer".split())
_USING = frozenset(
    """need needed needing buy refill renew take wear see book visit pay queue wait fill order inject swallow use used reach touch carry
    depend rely""".split()
)
_WAITS = frozenset("wait queue pay book swallow inject suffer risk spend live rely poison bother beg".split())
_MINE = frozenset("your their my his her".split())


def deterred(said: Said, before: Said | None) -> tuple[int, int] | None:
    """The tokens that turn the reader away from care, if any; `before` is the sentence in front of it in the paragraph."""
    if said.mask & _SOBER:
        return None
    if said.mask & TARGETS:
        words = _belittled(said) or _asked_why(said) or _ended(said)
        if words is None and len(said.tokens) <= _SHORT and not said.mask & s.HEDGE:
            words = _told_off(said)
        if words is not None:
            return words
    if before is not None and said.mask & s.AGREEING and _asks_to_stop(before) and not said.mask & s.NEGATION:
        return 0, len(said.tokens)
    return None


def _cares(said: Said) -> tuple[Hit, ...]:
    return tuple(hit for hit in said.hits if hit.senses & TARGETS)


def _belittled(said: Said) -> tuple[int, int] | None:
    """Care and, after it in the same clause, what belittles or shelves it."""
    for care in _cares(said):
        if end := _slight(said, care):
            return care.start, end
    return None


def _slight(said: Said, care: Hit) -> int:
    """The word after what belittles the care, 0 where nothing does."""
    for hit in said.hits:
        if hit.senses & (s.DISPARAGING | s.SHELVED) and _follows(said, care, hit.start) and not negated(said, hit):
            return hit.end
    for place in range(care.end, min(care.end + _NEAR, len(said.tokens) - 1)):
        word, following = said.tokens[place], said.tokens[place + 1 : place + 4]
        if word in STOPS:
            return 0
        if word in _MERELY and following[0] in _COVERS:
            return place + 2
        if word in _WHERE and not _PLACES.isdisjoint(following) and not _STORES.intersection(said.tokens):
            return place + 1 + next(at for at, word in enumerate(following, 1) if word in _PLACES)
    return 0


def _follows(said: Said, care: Hit, start: int) -> bool:
    return care.end <= start <= care.end + _NEAR and STOPS.isdisjoint(said.tokens[care.end : start])


def _asked_why(said: Said) -> tuple[int, int] | None:
    """ "Why inject insulin when cinnamon does it?", "Why wait months for a specialist?": the care is the folly."""
    if said.tokens[0] != "why" or not ("when" in said.tokens[1:] or (len(said.tokens) > 2 and said.tokens[1] in _WAITS)):
        return None
    return 0, len(said.tokens)


def _ended(said: Said) -> tuple[int, int] | None:
    """ "You may be able to stop your tablets", "never refill their prescriptions"; of the reader's or users' own care only."""
    if said.mask & s.NEGATION and {"not", "don't"} & frozenset(said.tokens):
        return None
    for care in _cares(said):
        if care.senses & (s.MEDICINE | s.CARE):
            before = said.tokens[max(0, care.start - 4) : care.start]
            if not _MINE.intersection(before[-3:]) or not STOPS.isdisjoint(before):
                continue
            verb = next((place for place, word in enumerate(before) if word in _ENDING), None)
            if verb is not None and (before[verb] in ("stop", "stopped", "ditch", "bin", "quit", "refill", "renew") or _OFF & set(before)):
                return max(0, care.start - 4) + verb, care.end
    return None


def _told_off(said: Said) -> tuple[int, int] | None:
    """The frames of short sentences that state flatly."""
    for care in _cares(said):
        if care.start <= 3 and _is_blamed(said.tokens[care.end : care.end + 4]):
            return care.start, care.end + 1
        if care.senses & (s.MEDICINE | s.CARE) and _dropped(said, care):
            return 0, care.end
    return None


def _is_blamed(after: list[str]) -> bool:
    """What follows care: a verb or a noun of those who dislike it."""
    return bool(after) and (after[0] in _HURTS or (after[0] in _IS and not _MEAN.isdisjoint(after[1:])) or after[:2] == ["can", "wait"])


def _dropped(said: Said, care: Hit) -> bool:
    """ "Leave the inhaler at home", "no prescription? no problem", "what if you never needed another pill?" """
    tokens, before = said.tokens, said.tokens[: care.start]
    if tokens[0] in _IMPERATIVE and care.start <= 4:
        return True
    if tokens[0] == "no" and care.start == 1 and care.end < len(tokens) and tokens[care.end] == "?":
        return True
    near = before[-5:]
    return not _NO_MORE.isdisjoint(near) and not _USING.isdisjoint(near) and STOPS.isdisjoint(near)


_STOPPING = frozenset(
    "stop skip come coming get off without taper cancel avoid quit ditch bin need needed replace cut reduce throw".split()
)


def _asks_to_stop(before: Said) -> bool:
    """ "Can I come off my tablets?" """
    return before.is_question and bool(before.mask & TARGETS) and not _STOPPING.isdisjoint(before.tokens)
