"""Where the FDA statement stands in an article, and in what shape. Shared by HC201 and HC202; not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pipeline.article.document import Sentence
from pipeline.claims.types import ClaimKind
from pipeline.evidence.disclaimers import disclaimers
from pipeline.rules.base import Context
from pipeline.rules.judging import visible

ID = "fda-structure-function"
KINDS = (ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE)
# How like the statement a sentence must be to be taken for an attempt at it.
_ALIKE = 0.55
_WORD = re.compile(r"[\w']+")
_NOT = re.compile(r"n['’]t\b")


def halves() -> tuple[str, ...]:
    """The sentences of the statement, both numbers: 21 CFR 101.93(c)(1) and (c)(2)."""
    texts = (part.text.replace("**", "") for item in disclaimers() if item.id == ID for part in item.parts)
    return tuple(dict.fromkeys(half.strip() + "." for text in texts for half in text.split(".") if half.strip()))


def written(context: Context) -> Iterator[tuple[Sentence, str, bool]]:
    """Visible sentences that are, or try to be, half of the statement: the half, and whether word for word."""
    if not _attempts(context.document.source.lower()):
        return
    for sentence in context.document.body():
        if visible(sentence) and _attempts(sentence.text.lower()):
            text = " ".join(sentence.text.split()).strip("*†‡ ")
            half = max(halves(), key=lambda half: _likeness(text, half))
            if text.rstrip(".") == half.rstrip("."):
                yield sentence, half, True
            elif _likeness(text, half) >= _ALIKE:
                yield sentence, half, False


def _attempts(text: str) -> bool:
    """Whether the telling words of a half stand in the text, so that it is worth comparing."""
    return ("evaluated" in text and any(name in text for name in ("fda", "food and drug", "food & drug"))) or (
        "diagnose" in text and "cure" in text
    )


def _likeness(text: str, half: str) -> float:
    """0 to 1: how many of the words stand in the same order."""
    return SequenceMatcher(None, _WORD.findall(_NOT.sub(" not", text.lower())), _WORD.findall(half.lower()), autojunk=False).ratio()


def carried(context: Context) -> bool:
    """Whether the statement is named in front matter, or stands whole and word for word in the body."""
    if ID in context.document.meta.disclaimers:
        return True
    exact = {half for _, half, same in written(context) if same}
    return any("evaluated" in half for half in exact) and any("intended" in half for half in exact)
