"""What may be said of a healthy body instead of a disease, by part of the body and by market (pipeline/data/rewording.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.claims.lexicon import table
from pipeline.rules.base import Context

DATA = Path(__file__).resolve().parents[2] / "data" / "rewording.yaml"
_LONGEST = 4
_Known = TypeVar("_Known")


class Function(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A normal function: what may be said of it in the US after "helps", and the register's functions that come nearest."""

    id: str
    us: str
    register: tuple[str, ...]
    words: str


class Rewording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: functions, words for links, looks and single causes, plain sentences, and lists of words."""

    functions: tuple[Function, ...]
    links: Mapping[str, str]
    looks: Mapping[str, str]
    causes: Mapping[str, str]
    plain: Mapping[str, str]
    praise: Mapping[str, str]
    topical: str
    devices: str


@cache
def rewording() -> Rewording:
    """The file's content; read when the first suggestion is worked out."""
    return msgspec.yaml.decode(DATA.read_bytes(), type=Rewording)


@cache
def _by_word() -> dict[str, Function]:
    return {word: function for function in rewording().functions for word in listed(function.words)}


def listed(words: str) -> tuple[str, ...]:
    """The words of a list, in its order."""
    return tuple(" ".join(word.split()) for word in words.split(","))


def functions_of(texts: Iterable[str]) -> tuple[Function, ...]:
    """The functions that some words speak of, each once, in the order of the words."""
    return tuple(dict.fromkeys(found for text in texts if (found := _function_of(text)) is not None))


@lru_cache(maxsize=1024)  # an article speaks of few things, and of each often
def _function_of(text: str) -> Function | None:
    return longest(text, _by_word())


def longest(text: str, known: Mapping[str, _Known]) -> _Known | None:
    """What the longest known phrase of a folded text stands for; a plural counts as its singular."""
    words = re.findall(r"[a-z0-9'-]+", text)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            for form in (phrase, phrase.removesuffix("s"), phrase.removesuffix("es")):
                if form in known:
                    return known[form]
    return None


def authorised_for(context: Context, functions: Iterable[Function], said: str) -> str:
    """The wording of an authorised claim on one of the functions, of a nutrient that the product contains; else nothing."""
    held = contained(context, said)
    if not held:
        return ""
    return next((claim for function in functions for effect in function.register for claim in held if claim.endswith(effect)), "")


def contained(context: Context, said: str) -> tuple[str, ...]:
    """The authorised claims of nutrients in the product: declared as its ingredients, or named in the claim's own subject."""
    declared = (name for product in context.document.meta.products for name in product.ingredients)
    return _claims_for(" , ".join((*declared, said)).lower())


@lru_cache(maxsize=64)  # the claims of one article ask again for the same product
def _claims_for(text: str) -> tuple[str, ...]:
    """The authorised claims of the nutrients that a text names, in the text's order."""
    names = _nutrients()
    return tuple(dict.fromkeys(claim for name in _naming().findall(text) for claim in names[name]))


@cache
def _nutrients() -> dict[str, tuple[str, ...]]:
    """The register's claims by each name of their nutrient: "Riboflavin (vitamin B2)" has two."""
    found: dict[str, list[str]] = {}
    for nutrient, claim in table().register:
        for name in filter(None, re.split(r"\s*[()]\s*", nutrient.lower())):
            found.setdefault(name, []).append(claim)
    return {name: tuple(claims) for name, claims in found.items()}


@cache
def _naming() -> re.Pattern[str]:
    """Any nutrient's name, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_nutrients(), key=len, reverse=True)))})\b")


@cache
def goods(kind: str) -> frozenset[str]:
    """The words for what is spread on the body (`topical`), or for what is no food at all (`devices`)."""
    return frozenset(listed(getattr(rewording(), kind)))
