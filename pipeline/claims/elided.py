"""Subjects that are left out or stood for: rows of benefits and pronouns inside a sentence."""

from __future__ import annotations

import re

from pipeline.claims import senses as s
from pipeline.claims.frames import Pair
from pipeline.claims.tokens import Said

PRONOUNS = frozenset("it they this these its".split())
# Verbs that give a clause a subject of its own.
VERBS = frozenset("is are was were has have had can may will would could should do does did be been might must".split())
_GAINED = s.BOOST | s.SUPPORT | s.RELIEVE | s.REDUCE | s.REPAIR


def is_listed(said: Said, pair: Pair, before: list[str]) -> bool:
    """One of several benefits in a row of label copy: "Add years to life, slows ageing, improves immunity". `before`: its clause so far."""
    verb = said.tokens[pair.effect.start]
    row = not said.text.endswith(".") and before[-1] == "," and VERBS.isdisjoint(before) and PRONOUNS.isdisjoint(before)
    gained = bool(pair.effect.senses & _GAINED) and not pair.inverted
    return row and gained and verb.endswith("s") and not said.mask & (s.OTHERS | s.BODY | s.STUDY | s.DEFINITION)


def is_joined(said: Said, pair: Pair, before: list[str]) -> bool:
    """ "Slims thighs and dissolves cellulite": the second of two verbs in the third person, with nobody named before the first."""
    verbs = before[0].endswith("s") and not before[0].endswith(("ss", "us", "is")) and said.tokens[pair.effect.start].endswith("s")
    return (
        verbs
        and before[-1] == "and"
        and not pair.inverted
        and len(before) > 2
        and VERBS.isdisjoint(before)
        and not said.mask & (s.OTHERS | s.BODY | s.STUDY | s.DEFINITION)
    )


_HELPING = frozenset("can may will could also helps help gently naturally actually really".split())


def stands_in(said: Said, pair: Pair) -> bool:
    """ "With six settings, it helps tackle acne": a pronoun opens the clause and helps, and nothing before it could act."""
    place = pair.effect.start - 1
    while place > 0 and said.tokens[place] in _HELPING:
        place -= 1
    opens = 0 < place < pair.effect.start - 1 and said.tokens[place] == "it" and said.tokens[place - 1] == ","
    return opens and not said.mask & (s.BODY | s.PRACTICE | s.OTHERS)


def is_barrier(said: Said, pair: Pair) -> bool:
    """ "The lining of your gut lets nutrients pass while blocking germs": a part of the body keeps germs out, as it does by itself."""
    kept = pair.thing.senses & (s.GERM | s.TOXIN) and pair.effect.senses & (s.PREVENT | s.RELIEVE)
    return bool(kept) and any(hit.senses & s.STRUCTURE for hit in said.hits if hit.start < pair.effect.start)


_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|•|·")


def is_fragment(said: Said) -> bool:
    """Short and without any finite verb, or strung together by bullets and dots."""
    if ("." in said.tokens[:-1] or said.origins is not None) and _ELLIPSIS.search(said.text):
        return True
    return len(said.tokens) < 12 and not said.is_heading and VERBS.isdisjoint(said.tokens) and not said.text.endswith((".", "?"))
