"""What a sentence merely names: products, diseases, advice to see a clinician, calls to buy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit
from pipeline.claims.modality import is_statute
from pipeline.claims.reading import Mention, Noted
from pipeline.claims.tokens import Said
from pipeline.text import Span

_NOTED = (
    (s.UNRECOGNISED, Noted.UNRECOGNISED),
    (s.DISEASE, Noted.DISEASE),
    (s.SYMPTOM, Noted.SYMPTOM),
    (s.CONSULT, Noted.CONSULT),
    (s.STATUS, Noted.STATUS),
    (s.COMMERCE | s.SELLING | s.SHOPPING, Noted.COMMERCE),
    (s.COINED, Noted.COINED),
)
ANY_NOTED = s.UNRECOGNISED | s.DISEASE | s.SYMPTOM | s.CONSULT | s.STATUS | s.COMMERCE | s.SELLING | s.SHOPPING | s.COINED


class _Named(NamedTuple):
    """A product's name, which need not be words of the lists: its place in the folded text."""

    said: Said
    name: str

    def cited(self, start: int, end: int) -> tuple[Span, str]:
        """The place in the file, and the name."""
        return self.said.located(start, end), self.name


def _product(said: Said, brand: str) -> Mention:
    at = said.place_of(brand)
    return Mention(said.index, Noted.PRODUCT, _Named(said, brand), at, at + len(brand))


def mentions(said: Said, brand: str) -> Iterator[Mention]:
    """What the sentence merely names; the fixed statements and advice to see a clinician name no disease."""
    if brand:
        yield _product(said, brand)
    if not said.mask & ANY_NOTED or is_statute(said):
        return
    for hit in said.hits:
        if hit[2] & ANY_NOTED:
            what = _noted(hit.senses)
            if _is_so(said, hit, what):
                yield Mention(said.index, what, said, hit.start, hit.end)


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
