"""The nearest lawful wording of a claim: one way for each kind, tried in the order of what the law weighs most.

Every function here takes the context and the problem that a rule reports, and gives the words to offer over the whole
sentence, or None where no lawful wording comes near: the rule's remedy then says what to do.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.article.document import Place
from pipeline.claims.types import ClaimKind
from pipeline.rules.base import Context, Problem, Rewrite
from pipeline.rules.rewriting.cutting import stripped
from pipeline.rules.rewriting.framed import functional, looking, reported
from pipeline.rules.rewriting.linking import linked
from pipeline.rules.rewriting.plain import INSTEAD
from pipeline.rules.rewriting.told import BODILY, Told, told

# What no taking out of words mends, so that its plain sentence takes the whole place.
_PLAIN = (ClaimKind.SAFETY, ClaimKind.ANTI_MEDICINE, ClaimKind.TESTIMONIAL, ClaimKind.WEIGHT)

Rewriter = Callable[[Context, Problem], Rewrite | None]


def saying(word: Callable[[Told], str]) -> Rewriter:
    """A rewriter that puts some words in the place of the sentence, where they say something else."""

    def rewrite(context: Context, problem: Problem) -> Rewrite | None:
        found = told(context, problem)
        text = word(found) if found is not None and not found.sentence.struck else ""
        return Rewrite(text, found.sentence.span, _needs(found, text)) if found is not None and _stands(found, text) else None

    return rewrite


def _needs(found: Told, text: str) -> str:
    """A structure/function statement needs the FDA statement, 21 CFR 101.93(b); HC201 says so by itself."""
    document = found.context.document
    if "\\*" not in text or "fda-structure-function" in document.meta.disclaimers or "Food and Drug Administration" in document.source:
        return ""
    return "The suggested wording needs fda-structure-function under disclaimers in the front matter."


def _stands(found: Told, text: str) -> bool:
    """Whether the words can be pasted: they differ, and would not end a YAML value that is not quoted."""
    if not text or text == found.sentence.text:
        return False
    return found.sentence.place is not Place.FRONT or not any(mark in text for mark in (": ", " #", '"', "\\", "[", "]"))


def _of_the_body(found: Told) -> str:
    """Of something sold a lawful statement of function, of anything else what the evidence carries: worked out once a sentence."""
    known, number = found.context.notes.reworded, found.claims[0].sentence
    if number not in known:
        known[number] = "" if not found.of(*BODILY) else functional(found) if found.promoted else reported(found)
    return known[number]


def _of_its_kind(*kinds: ClaimKind) -> Callable[[Told], str]:
    """Bodily claims first, since taking out praise mends none, but for fear; then the plain sentence of the kind; then less praise."""

    def word(found: Told) -> str:
        says_it = bool(found.of(*kinds))  # HC301 reports cures as well
        if ClaimKind.FEAR not in kinds and (found.promoted or not says_it) and (text := _of_the_body(found)):
            return text
        beside = found.of(*_PLAIN)
        ranked = (*beside, *found.of(*kinds)) if ClaimKind.ABSOLUTE in kinds else (*found.of(*kinds), *beside)
        instead = next((INSTEAD[claim.kind] for claim in ranked if claim.kind in INSTEAD), None)
        if instead is not None:
            return instead(found)
        return (looking(found) if found.of(ClaimKind.APPEARANCE) else "") or stripped(found, *kinds)

    return word


def _of_looks(found: Told) -> str:
    """What can be said of looks; where only an adjective speaks of them, the sentence without it."""
    return looking(found) or stripped(found, ClaimKind.APPEARANCE)


def _unsupported(found: Told) -> str:
    """What can be said without a work that shows it."""
    if found.of(ClaimKind.CAUSE):
        return linked(found)
    return reported(found) if found.of(*BODILY) else ""


body: Rewriter = saying(_of_the_body)
"""For claims about diseases, signs and functions."""

looks: Rewriter = saying(_of_looks)
"""For claims about looks."""

cause: Rewriter = saying(linked)
"""For causes."""

uncited: Rewriter = saying(lambda found: "" if found.promoted else _unsupported(found))
"""For what has no reference: of something sold no wording makes up for that."""


def persuasion(*kinds: ClaimKind) -> Rewriter:
    """For praise, promises and fear of some kinds."""
    return saying(_of_its_kind(*kinds))
