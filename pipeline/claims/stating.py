"""Whether a sentence states something, or only shows words as a label does."""

from __future__ import annotations

from pipeline.claims.scope import NO_OBJECT
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import ORGANS, organ_before

# Verbs without which English states little: where none of them and no effect stands, nothing is said, only shown.
_FINITE = frozenset(
    """is are was were am be been being has have had do does did can could may might will would shall should must it's that's they're
    affect affects occur occurs happen happens include includes mean means develop develops appear appears become becomes seem seems
    spread spreads begin begins start starts lead leads involve involves depend depends vary varies range ranges result results
    experience experiences feel feels know knows think thinks need needs ask asks say says tell tells get gets go goes come comes
    take takes give gives show shows found use uses used follow follows require requires live lives suffer suffers remain remains
    pass passes last lasts
    change changes bind binds fall falls turn turns form forms join joins divide divides travel travels gave sent left
    held ran circulate circulates consist consists weigh weighs belong belongs exist exists arise arises carry carries store stores
    kill kills die dies died rose rises fell grew grows makes make made want wants let lets call calls keep keeps found told said""".split()
)


def states(said: Said) -> bool:
    """A finite verb stands in it: a common one, one behind an organ, or one in the third person that no list knows."""
    return not _FINITE.isdisjoint(said.tokens) or _tells_of_an_organ(said) or _has_a_predicate(said)


def _tells_of_an_organ(said: Said) -> bool:
    """ "Red blood cells carry oxygen.": an organ with a verb and its object in a whole sentence."""
    first = next((hit for hit in said.hits if hit.senses & ORGANS), None)
    organ = organ_before(said, first.end) if first is not None else None
    if organ is None or not said.text.endswith(".") or organ.end + 2 > len(said.tokens):
        return False
    verb = said.tokens[organ.end]
    return verb.isalpha() and verb not in NO_OBJECT and not verb.endswith(("ing", "ed", "er", "free"))


# What stands right behind a verb, and seldom behind the plural of a noun that no list knows.
_BEHIND_VERBS = frozenset("the a an every each its their his her from into through up down when after before often".split())


def _has_a_predicate(said: Said) -> bool:
    """ "The virus mutates every year.": a whole sentence, with a verb in the third person that no list knows."""
    if not said.text.endswith("."):
        return False
    known = {place for hit in said.hits for place in range(hit.start, hit.end)}
    words = enumerate(zip(said.tokens[1:], said.tokens[2:], strict=False), 1)
    return any(word.endswith("s") and len(word) > 3 and after in _BEHIND_VERBS and place not in known for place, (word, after) in words)
