"""Where the FDA statement stands in an article, and in what shape. Shared by HC201 and HC202; not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache

from pipeline.article.document import Sentence
from pipeline.claims.types import ClaimKind
from pipeline.evidence.disclaimers import disclaimers
from pipeline.rules.base import Context
from pipeline.rules.judging import visible

ID = "fda-structure-function"
KINDS = (ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE)
# How like the statement a sentence must be to be taken for an attempt at it whatever it says.
_ALIKE = 0.8
# What each half says, in whatever voice: nobody at the FDA has looked at these words; the product is for no disease.
_NO = re.compile(r"\b(?:not|no|never|neither|nor|without)\b|n['’]t\b", re.I)
_LOOKED = re.compile(r"\b(?:evaluat|review|assess|approv|verif|endors|check)", re.I)
_WORDS = re.compile(r"\b(?:statement|claim|information|content|text|page|website|label)s?\b", re.I)
_DEEDS = tuple(re.compile(rf"\b{stem}", re.I) for stem in ("diagnos", "treat", r"cur(?:e|es|ing)\b", "prevent"))
_MEANT = re.compile(r"\b(?:intend|intended|intends|meant|designed|for use)\b", re.I)
_OURS = re.compile(r"\b(?:this|these|our|we|products?|any)\b|^\W*not\b", re.I)
_REGULATOR = re.compile(r"\bFDA\b|\bfood (?:and|&) drug admin", re.I)
# The law itself, told: "A supplement may not be sold to cure disease".
_LAW = re.compile(
    r"\b(?:may|can|must|cannot|should)\s*(?:not|never)?\s+be\s+(?:sold|label+ed|marketed|advertised|promoted|said|claimed)\b", re.I
)
_WORD = re.compile(r"[\w']+")
_NOT = re.compile(r"n['’]t\b")


@cache
def halves() -> tuple[str, ...]:
    """The sentences of the statement, both numbers: 21 CFR 101.93(c)(1) and (c)(2)."""
    texts = (part.text.replace("**", "") for item in disclaimers() if item.id == ID for part in item.parts)
    return tuple(dict.fromkeys(half.strip() + "." for text in texts for half in text.split(".") if half.strip()))


# A sentence, the half that it is or tries to be, and whether word for word.
Half = tuple[Sentence, str, bool]


def written(context: Context) -> Iterator[Half]:
    """Visible sentences that are, or try to be, half of the statement."""
    if not _attempts(context.document.source.lower()):
        return
    for sentence, heard in zip(context.document.sentences, context.reading.heard, strict=True):
        if _attempts(heard.text) and visible(sentence) and (half := _half(sentence.text)) is not None:
            yield sentence, *half


def _half(sentence: str) -> tuple[str, bool] | None:
    """The half of the statement that a sentence is or tries to be, and whether word for word."""
    text = " ".join(sentence.split()).strip("*†‡ ")
    likeness, half = max((_likeness(text, half), half) for half in halves())
    if text.rstrip(".") == half.rstrip("."):
        return half, True
    if likeness >= _ALIKE:
        return half, False
    key = _says(text)
    return (max((half for half in halves() if key in half), key=lambda half: _likeness(text, half)), False) if key else None


def _attempts(text: str) -> bool:
    """Whether telling words of a half stand in a folded text, so that it is worth comparing."""
    return "fda" in text or "food and drug" in text or "food & drug" in text or ("disease" in text and ("treat" in text or "cure" in text))


def _says(text: str) -> str:
    """A word of the half whose meaning the text has, in the active voice or the passive; empty where it has neither."""
    if not _NO.search(text) or _LAW.search(text):
        return ""
    deeds = sum(bool(deed.search(text)) for deed in _DEEDS)
    if "disease" in text and _OURS.search(text) and (deeds >= 3 or (deeds >= 2 and _MEANT.search(text))):
        return "intended"
    looked = _LOOKED.search(text)
    of_words = _WORDS.search(text) or text.lower().startswith("not ")  # "Not evaluated by the FDA."
    return "evaluated" if looked and of_words and _REGULATOR.search(text) else ""


def _likeness(text: str, half: str) -> float:
    """0 to 1: how many of the words stand in the same order; a part of that where so few words are shared that it cannot matter."""
    words, wanted = _WORD.findall(_NOT.sub(" not", text.lower())), _words(half)
    shared = 2 * len(wanted.intersection(words)) / (len(words) + len(wanted))
    return shared if shared < _ALIKE / 2 else SequenceMatcher(None, words, _WORD.findall(half.lower()), autojunk=False).ratio()


@cache
def _words(half: str) -> frozenset[str]:
    return frozenset(_WORD.findall(half.lower()))


def carried(context: Context) -> bool:
    """Whether the statement is named in front matter, or stands whole and word for word in the body."""
    return carries(context, () if ID in context.document.meta.disclaimers else written(context))


def carries(context: Context, found: Iterable[Half]) -> bool:
    """The same, of halves already found."""
    if ID in context.document.meta.disclaimers:
        return True
    exact = {half for _, half, same in found if same}
    return any("evaluated" in half for half in exact) and any("intended" in half for half in exact)
