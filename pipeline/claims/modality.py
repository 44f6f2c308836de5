"""What turns a frame off or down. Each reason is a named function.

Hedges ("may help") are recorded and never turn a claim off: FTC and FDA read the claim behind them.
"""

from __future__ import annotations

from msgspec import Struct

from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit
from pipeline.claims.tokens import STOPS, Said

# A denial reaches this many words forward: "does not really treat".
_SCOPE = 4
_PAST = frozenset(
    """found showed reported concluded improved reduced lowered compared observed saw had was were did included
    tested measured looked enrolled gave""".split()
)


class Manner(Struct, frozen=True):
    """How a whole sentence is said; `denied_from` is the token after which everything is denied (-1: nothing)."""

    hedged: bool
    attributed: bool
    advises: bool
    question: bool
    denied: bool


def manner(said: Said) -> Manner:
    """What holds for every claim of the sentence."""
    mask = said.mask
    return Manner(
        hedged=bool(mask & s.HEDGE),
        attributed=_reports_a_study(said),
        advises=bool(mask & s.CONSULT),
        question=said.is_question and not _is_rhetorical(said),
        denied=bool(mask & (s.WIDE_NEGATION | s.MYTH | s.STATUS)) and not _denies_nothing(said),
    )


# Openings of questions that a seller answers by asking: "Did you know that garlic clears arteries?", "Ready to end eczema?"
_PITCHED = frozenset("ready tired want wish fed sick need looking imagine fancy dreaming remember".split())
_PAIRS = frozenset(
    (first, second)
    for first, seconds in {
        "did": "you",
        "why": "not suffer put live wait swallow risk pay let accept spend settle bother endure inject",
        "what": "if",
        "isn't": "it",
        "wouldn't": "you it",
        "who": "needs said knew says would",
        "have": "you",
        "how": "about",
        "could": "this it",
        "would": "you",
    }.items()
    for second in seconds.split()
)
_TELLING = {("did", "you"): ("know", "realise", "realize"), ("have", "you"): ("heard",), ("would", "you"): ("like", "love")}


def _is_rhetorical(said: Said) -> bool:
    """ "Why swallow statins when garlic does the job?", "Tired of psoriasis?" ask nothing."""
    tokens = said.tokens
    if len(tokens) < 3:
        return False
    pair = (tokens[0], tokens[1])
    if pair in _PAIRS:
        return pair not in _TELLING or tokens[2] in _TELLING[pair]
    return tokens[0] in _PITCHED or (tokens[0] == "why" and "when" in tokens)


def _reports_a_study(said: Said) -> bool:
    """A study is the subject, the verb is past, and the work is cited: a report, not a promise (regulation notes, 0.6)."""
    return bool(said.mask & s.STUDY) and bool(said.sentence.keys) and not _PAST.isdisjoint(said.tokens)


def _denies_nothing(said: Said) -> bool:
    """ "No side effects" and "not only" sound like denials and promise something instead."""
    return bool(said.mask & s.NOT_NEGATION) and not said.mask & s.MYTH


_NEGATING = s.NEGATION | s.NOT_NEGATION


# "To find out if it prevents", "whether they are safe": asked, not said.
_ASKING = frozenset(
    """out know known knows ask asks asked asking see determine determines learn tell tells check checks sure unclear test tests decide
    understand wonder wondering show""".split()
)


_EITHER = frozenset("you you're you've you'd it's".split())


def _is_asked_about(said: Said, effect: Hit) -> bool:
    """An indirect question stands before the effect in its sentence."""
    before = said.tokens[: effect.start]
    if "whether" in before:  # "whether you have gout or sciatica, we …" asks nothing
        return before.index("whether") + 1 == len(before) or before[before.index("whether") + 1] not in _EITHER
    if before and before[-1] == "what":
        return True
    return "if" in before and before[before.index("if") - 1] in _ASKING


def negated(said: Said, effect: Hit) -> bool:
    """Whether a denial stands shortly before the effect, in the same clause, or governs its subject; or it is asked about."""
    if _is_asked_about(said, effect):
        return True
    if not said.mask & _NEGATING:
        return False
    hits = [hit for hit in said.hits if hit.end <= effect.start and hit.senses & _NEGATING]
    if not hits or hits[-1].senses & s.NOT_NEGATION:
        return False
    last = hits[-1]
    between = said.tokens[last.end : effect.start]
    if not STOPS.isdisjoint(between):
        return False
    return len(between) <= _SCOPE or (said.tokens[last.start] == "no" and last.start <= 1 and len(between) <= 8)


def is_statute(said: Said) -> bool:
    """The fixed statements themselves: "has not been evaluated by …", "is not intended to diagnose …"."""
    text = said.text
    return (
        ("evaluated by the food and drug administration" in text)
        or (
            "diagnose" in text
            and "prevent" in text
            and "disease" in text
            and (" not " in text or "n't " in text or text.startswith("not "))
        )
        or "read the label and follow the directions" in text
    )
