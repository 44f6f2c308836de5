"""Whether a page promotes something: from its front matter, and from its words whatever it declares.

An undeclared page is read strictly, as a seller's. A page that declares no relationship and still
names a price, a buy link and a brand is one all the same; so is one whose sentences read as an
advertisement (pipeline/claims/impression.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from pipeline.article.document import Document, Place
from pipeline.article.metadata import Relationship
from pipeline.claims import senses as s
from pipeline.claims.impression import impression
from pipeline.claims.reading import Page
from pipeline.claims.tokens import Said
from pipeline.text import Span, fold

_GOODS = "supplement formula product probiotic capsule serum cream drink powder blend gummy tonic brand remedy solution".split()
_THING = rf"(?:{'|'.join(_GOODS)})s?"
# A quick test for the costly pattern.
_THINGS = frozenset((*_GOODS, *(f"{word}s" for word in _GOODS)))
_NAMED = r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z0-9][\w’'-]*){0,3})"
# How advertorials introduce what they sell: "one supplement … is NAME", "a formula called NAME".
_INTRODUCED = re.compile(
    rf"\b(?:[Oo]ne|[Aa]|[Oo]ur|[Tt]he best|[Ff]avou?rite)\s(?:\w+\s){{0,3}}{_THING}\b[^.?!]{{0,90}}?"
    rf"\b(?:is|called|named)\s(?:called\s)?{_NAMED}"
)
_TRIED = re.compile(rf"\b[Tt]ry\s{_NAMED}(?=\s*(?:today|now|,|\.|$))")
_MARKED = re.compile(r"(?P<name>[A-Z][\w’'-]*(?:\s[A-Z0-9][\w’'-]*){0,3})\s?[™®]")
_COINED = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]\w*")
_PRICE = re.compile(r"[$£€]\s?\d|\b\d+(?:\.\d\d)?\s?(?:USD|EUR|GBP|dollars|euros)\b")
_BUY_LINK = re.compile(
    r"[?&](?:ref|aff|affid|affiliate|tag|hop|coupon|promo)=|/(?:buy|shop|cart|checkout|order|store|go)(?:[/?]|$)|\bamzn\.to\b", re.I
)
_OUR = re.compile(rf"\b(?:our|my company's)\s(?:\w+\s){{0,2}}{_THING}\b")
# Names that introductions catch by accident.
_NOT_NAMES = frozenset("the a an it this that these those there if when what how and but for in on as to you your we our with".split())


class Signal(Struct, frozen=True):
    """A sign of selling: what kind, and the words."""

    kind: str
    words: str


_INTRODUCING = s.PRODUCT | s.STAND_IN | s.RECOMMEND


def _may_introduce(said: Said) -> bool:
    """Whether goods, a trade mark or "try" stand in the sentence, without which nothing is introduced."""
    return bool(said.mask & _INTRODUCING) or said.origins is not None or "ry " in said.text


def page_of(document: Document, said: Iterable[Said]) -> Page:
    """What kind of page the article is."""
    said = tuple(said)
    meta = document.meta
    signals = tuple(_signals(document, said))
    recommended = tuple(name for one in said if _may_introduce(one) for name in introduced(one))
    inferred = tuple(dict.fromkeys(map(_folded, recommended)))
    declared = "relationship" not in meta.undeclared
    promotional, why = _verdict(meta.relationship, declared, bool(meta.products), signals, recommended)
    if not promotional and (ad := impression(said)):
        promotional, why = True, ad
    marked = tuple(_marked(said)) if promotional else ()
    products = tuple(dict.fromkeys([*(_folded(product.name) for product in meta.products), *inferred, *marked]))
    return Page(promotional, why, declared, products, inferred, _first(said, products))


def _verdict(
    relationship: Relationship, declared: bool, products: bool, signals: tuple[Signal, ...], recommended: tuple[str, ...]
) -> tuple[bool, str]:
    """Promotional or not, and the reason in words a reader can check."""
    if declared and relationship is not Relationship.NONE:
        return True, f"front matter says relationship: {relationship}"
    if products:
        return True, "front matter names a product"
    if recommended:
        return True, f"the text recommends {recommended[0]}"
    kinds = {signal.kind: signal.words for signal in signals}
    if len(kinds) >= 2:
        return True, "the text sells: " + ", ".join(f"{kind} ({words})" for kind, words in kinds.items())
    if not declared:
        return True, "front matter does not say who earns from the page, so it is read as a seller's"
    return False, "front matter says relationship: none, and nothing in the text sells"


_TRADING = s.PRODUCT | s.COMMERCE


def _signals(document: Document, said: tuple[Said, ...]) -> Iterator[Signal]:
    """Signs of selling in the text and its links."""
    for link in document.links:
        if _BUY_LINK.search(link.href):
            yield Signal("buy link", link.href[:60])
    for one in said:
        if one.mask & _TRADING:
            yield from _offers(one)
        text = one.sentence.text
        if not text.isascii() and ("™" in text or "®" in text):
            yield Signal("trade mark", text[:40])
        if "our " in one.text and (ours := _OUR.search(one.text)):
            yield Signal("the publisher's own product", ours[0])


def _offers(one: Said) -> Iterator[Signal]:
    """A call to buy, and a price beside goods."""
    if one.mask & s.COMMERCE:
        yield Signal("call to buy", next(one.words(h.start, h.end) for h in one.hits if h.senses & s.COMMERCE))
    if price := _PRICE.search(one.sentence.text):
        yield Signal("price", price[0])


def _marked(said: tuple[Said, ...]) -> Iterator[str]:
    """Names with a trade mark: products of a page that sells, other people's anywhere else."""
    for one in said:
        if "®" in one.sentence.text or "™" in one.sentence.text:
            yield from (_folded(found["name"]) for found in _MARKED.finditer(one.sentence.text))


def introduced(said: Said) -> Iterator[str]:
    """Names that the sentence introduces as a product."""
    text = said.sentence.text
    if said.sentence.place is Place.CODE:
        return
    if not _THINGS.isdisjoint(said.tokens):
        yield from (found["name"] for found in _INTRODUCED.finditer(text) if _is_name(said, found["name"]))
    if "ry " in text:
        yield from (found["name"] for found in _TRIED.finditer(text) if _is_name(said, found["name"]))


def _is_name(said: Said, name: str) -> bool:
    """Coined, or recommended; not a common word that the pattern caught."""
    return _folded(name.split()[0]) not in _NOT_NAMES and (_COINED.search(name) is not None or _is_recommended(said, name))


def _is_recommended(said: Said, name: str) -> bool:
    """A plain capitalised word counts as a brand only where the sentence recommends it and no list knows it."""
    words = {token for hit in said.hits for token in said.tokens[hit.start : hit.end]}
    return bool(said.mask & s.RECOMMEND) and not words.intersection(_folded(name).split())


def _folded(name: str) -> str:
    return fold(name).text.strip()


def brand_in(said: Said, products: tuple[str, ...]) -> str:
    """The product that the sentence names, or an empty string."""
    return next((name for name in products if name in said.text and said.writes(name)), "")


def _first(said: tuple[Said, ...], products: tuple[str, ...]) -> Span | None:
    """Where the body names a product first."""
    for one in said:
        name = brand_in(one, products) if products and one.sentence.place is not Place.FRONT else ""
        if name:
            at = one.place_of(name)
            begin, end = (at, at + len(name)) if one.origins is None else one.origins.span(at, at + len(name))
            return one.sentence.source_span(begin, end)
    return None
