"""What is wrong with an entry of the word lists, said before a table is made of them.

Four faults: an entry whose notation means something else than its author meant, one that no text can
match, one that adds nothing to what stands before it, and one that calls a word common (weak) which
another list calls unmistakable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.claims import senses as s
from pipeline.claims.inflect import Irregular, expand

if TYPE_CHECKING:
    from pipeline.claims.compile import Entry

# What the tokens of a text look like (pipeline/claims/tokens.py), and the two wildcards.
_WORD = re.compile(r"[a-z0-9]+(?:['.][a-z0-9]+)*|[%$£€*#_]")
# Words that lean on the next one: as the last of several alternatives they were meant to go with it.
_LEANING = frozenset("more most less least very too so as not no well".split())
_FAMILIES = (
    (s.AGENT, s.WEAK_AGENT),
    (s.EFFECT, s.WEAK_EFFECT),
    (s.OBJECT, s.WEAK_OBJECT),
    (s.CLAIM, s.WEAK_CLAIM),
)


def faults(entries: Iterable[Entry], irregular: Irregular) -> Iterator[str]:
    """One line for each fault: the place, the entry, what is wrong and what to do."""
    known: dict[str, tuple[int, str]] = {}
    for entry in entries:
        what = _misread(entry.text) or _unmatchable(entry.text, irregular) or _against(entry, known, irregular)
        if what:
            yield f"{entry.place}: “{shown(entry.text)}” {what}"


def shown(text: str) -> str:
    """The entry without the mark that its form gave it."""
    return re.sub(r"(?<=\w)[~+]", "", text)


def _misread(text: str) -> str:
    """Brackets that do not close, empty alternatives, and alternatives of several words, which the bar cannot hold."""
    if text.count("[") != text.count("]"):
        return "has a bracket that is not closed; close it"
    parts = re.findall(r"\[[^\]]*\]|\S+", text)
    choices = [[choice.rstrip("~+") for choice in part.strip("[]").split("|")] for part in parts]
    if any(not word for choice in choices for word in choice):
        return "has an empty alternative; put the word into [brackets] if it may be absent"
    for here, following in pairwise([] if part.startswith("[") else choice for part, choice in zip(parts, choices, strict=True)):
        if len(here) > 1 and len(following) > 1 and here[-1] in _LEANING and here[0] not in _LEANING:
            return (
                f"reads as “{here[0]} {following[0]}”: a bar parts single words; write “{here[-1]} {following[0]}” as an entry of its own"
            )
    return ""


def _unmatchable(text: str, irregular: Irregular) -> str:
    """A word that is never a token of a text."""
    for phrase in expand(text, irregular):
        for word in phrase.split(" "):
            if not _WORD.fullmatch(word):
                return f"can never match: no text has the word “{word}” (write 100 % with a blank, doctors' as doctors, 10/10 as 10 10)"
    return ""


def _against(entry: Entry, known: dict[str, tuple[int, str]], irregular: Irregular) -> str:
    """What other entries make of this one; afterwards its phrases are `known`."""
    adds, other, clash = False, "", ""
    for phrase in expand(entry.text, irregular):
        senses, place = known.get(phrase, (0, entry.place))
        adds = adds or bool(entry.senses & ~senses)
        other = other or place
        if senses and _contradict(senses, entry.senses):
            clash = clash or place
        known[phrase] = (senses | entry.senses, place)
    if clash:
        return f"is common (weak) in one list and unmistakable in another; agree with {clash}"
    return "" if adds else f"adds nothing to {other}; delete it"


def _contradict(one: int, other: int) -> bool:
    """Whether both have senses of a family that only one of them calls weak."""
    return any(one & family and other & family and bool(one & weak) != bool(other & weak) for family, weak in _FAMILIES)
