"""What a sentence merely names: products, diseases, advice to see a clinician, calls to buy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit
from pipeline.claims.modality import is_statute
from pipeline.claims.tokens import Said
from pipeline.claims.types import Mention, Noted

_NOTED = (
    (s.UNRECOGNISED, Noted.UNRECOGNISED),
    (s.DISEASE, Noted.DISEASE),
    (s.SYMPTOM, Noted.SYMPTOM),
    (s.CONSULT, Noted.CONSULT),
    (s.STATUS, Noted.STATUS),
    (s.COMMERCE | s.SELLING | s.SHOPPING, Noted.COMMERCE),
    (s.COINED, Noted.COINED),
)
_ANY_NOTED = s.UNRECOGNISED | s.DISEASE | s.SYMPTOM | s.CONSULT | s.STATUS | s.COMMERCE | s.SELLING | s.SHOPPING | s.COINED


def _product(said: Said, brand: str) -> Mention:
    at = said.place_of(brand)
    begin, end = (at, at + len(brand)) if said.origins is None else said.origins.span(at, at + len(brand))
    return Mention(said.index, said.sentence.source_span(begin, end), Noted.PRODUCT, brand)


def mentions(said: Said, brand: str) -> Iterator[Mention]:
    """What the sentence merely names; the fixed statements and advice to see a clinician name no disease."""
    if brand:
        yield _product(said, brand)
    if not said.mask & _ANY_NOTED or is_statute(said):
        return
    for hit in said.hits:
        if hit.senses & _ANY_NOTED:
            what = _noted(hit.senses)
            if _is_so(said, hit, what):
                yield Mention(said.index, said.source(hit.start, hit.end), what, said.words(hit.start, hit.end))


@cache
def _noted(senses: int) -> Noted:
    """What a word with any of these senses is noted as; there are as many sets of senses as groups of words."""
    return next(what for bit, what in _NOTED if senses & bit)


def _is_so(said: Said, hit: Hit, what: Noted) -> bool:
    """Diseases by unmistakable names only, coined names by their capital letter."""
    if what is Noted.COINED:
        start = said.sentence.text.lower().find(said.words(hit.start, hit.end))
        return start >= 0 and said.sentence.text[start].isupper()
    return what is not Noted.DISEASE or _names_a_disease(said, hit)


def _names_a_disease(said: Said, hit: Hit) -> bool:
    """An unmistakable name, in a sentence that neither denies nor sends the reader to a clinician."""
    return not (hit.senses & s.WEAK_OBJECT or said.mask & (s.CONSULT | s.WIDE_NEGATION))
