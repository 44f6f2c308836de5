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


def _is_rhetorical(said: Said) -> bool:
    """ "Why swallow statins when garlic does the job?" asks nothing."""
    return said.tokens[0] == "why" and "when" in said.tokens


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


def _is_asked_about(said: Said, effect: Hit) -> bool:
    """An indirect question stands before the effect in its sentence."""
    before = said.tokens[: effect.start]
    if "whether" in before:
        return True
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
