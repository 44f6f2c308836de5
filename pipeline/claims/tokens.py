"""A sentence as the engine sees it: folded, cut into tokens once, scanned once."""

from __future__ import annotations

import re
from functools import reduce
from itertools import accumulate
from operator import or_

from pipeline.article.document import Place, Sentence
from pipeline.claims import senses as s
from pipeline.claims.lexicon import Hit, Words, scan
from pipeline.text import Folded, Span, fold

# Words with inner apostrophes and full stops (crohn's, e.g), the marks that end a clause or carry a number, single-letter
# abbreviations with their stop (l. rhamnosus), numbers with separators. What is met most often stands first. Possessive
# repeats would be a quarter faster, but lose words that a full stop ends in Python 3.11.2 ("digestion.*").
_TOKEN = re.compile(
    r"([a-z][a-z0-9]+(?:['.][a-z0-9]+)*|[.,;:!?()%$£€*#•·…]|[a-z](?=\. [a-z])\.|[0-9]+(?:[.,][0-9]+)*|[a-z0-9]+(?:['.][a-z0-9]+)*)"
)
# A claim does not reach over these.
STOPS = frozenset(".;!?:()•·…")
# Typographic marks of one character each, so that most text keeps its length and needs no map.
_PLAIN = str.maketrans("‘’‛“”‟‐‑‒–—−\u00a0\u2009\u202f", "'''\"\"\"------   ")
# An illness in a product's name is a claim (21 CFR 101.93(g)(2)(iv)(A)).
_NAMED_ILLS = s.DISEASE | s.SYMPTOM | s.UNRECOGNISED | s.DAMAGE | s.STATE | s.GERM | s.COINED
# Words broken by a hyphen that only a typesetter needs: "ecze‑ma".
_BROKEN = re.compile(r"(?<=[^\W\d_])[\u2010\u2011\u00ad](?=[^\W\d_])")


_DIGIT = re.compile("[0-9]")
# A name of nobody's lexicon that acts: "Hongolin® alleviates". Case is read from the source. That no letter stands before
# the capital is looked at last: a pattern that begins with a letter is searched for twice as fast.
_COINED = re.compile(r"[A-Z](?<!\w.)[a-z]+[A-Z]\w+")
_NAME = re.compile(rf"{_COINED.pattern}|\w+[™®]")


def _folded(text: str) -> tuple[str, Folded | None]:
    """The text as it is read, and its map to the characters as they are written where their number differs."""
    plain = text if text.isascii() else text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower(), None
    folded = fold(text)
    return folded.text, folded


class Said:
    """One sentence under judgement.

    `tokens` are folded words and clause marks, `hits` the known phrases among them by token, `mask`
    every sense that occurs, `brand` the product that it names (set when the page is known).
    """

    __slots__ = ("_bag", "_edges", "_name", "_number", "_parts", "brand", "hits", "index", "mask", "origins", "sentence", "text", "tokens")

    def __init__(self, sentence: Sentence, index: int, words: Words) -> None:
        self.sentence, self.index = sentence, index
        self.text, self.origins = _folded(sentence.text)
        # What lies between the tokens, and every second one a token.
        self._parts: list[str] = _TOKEN.split(self.text)
        self.tokens = self._parts[1::2]
        self.hits, self.mask = scan(self.tokens, words)
        self._bag: frozenset[str] | None = None
        self._edges: list[int] | None = None
        self._name: str | None = None
        self._number: bool | None = None
        self.brand = ""

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """Where tokens[start:end] stand in the folded text; the edges are added up only when something is reported."""
        if self._edges is None:
            self._edges = list(accumulate(map(len, self._parts)))
        return self._edges[2 * start], self._edges[2 * end - 1]

    def source(self, start: int, end: int) -> Span:
        """The place in the file of tokens[start:end]."""
        return self.located(*self._place(start, end))

    def located(self, begin: int, finish: int) -> Span:
        """The place in the file of text[begin:finish]."""
        if self.origins is not None:
            begin, finish = self.origins.span(begin, finish)
        return self.sentence.source_span(begin, finish)

    def cited(self, start: int, end: int) -> tuple[Span, str]:
        """The place in the file and the reader's words of tokens[start:end]."""
        begin, finish = self._place(start, end)
        return self.located(begin, finish), self.text[begin:finish]

    def words(self, start: int, end: int) -> str:
        """The reader's words of tokens[start:end], folded."""
        begin, finish = self._place(start, end)
        return self.text[begin:finish]

    @property
    def bag(self) -> frozenset[str]:
        """The tokens without their order: a frame whose telling words are not among them need not be looked for."""
        if self._bag is None:
            self._bag = frozenset(self.tokens)
        return self._bag

    @property
    def first(self) -> Hit | None:
        """The first known phrase."""
        return self.hits[0] if self.hits else None

    @property
    def name(self) -> str:
        """The first coined or trade-marked name (GlowBiome, Zincol®) as it is written; empty where there is none."""
        if self._name is None:
            text = self.sentence.text
            found = (_NAME if "™" in text or "®" in text else _COINED).search(text)
            self._name = found[0].strip() if found else ""
        return self._name

    def place_of(self, name: str, start: int = 0) -> int:
        """Where the folded text has the name as words of their own, -1 where it has not: "ease" is not in "disease"."""
        at = self.text.find(name, start)
        while at >= 0 and (self.text[max(0, at - 1) : at].isalnum() or self.text[at + len(name) : at + len(name) + 1].isalnum()):
            at = self.text.find(name, at + 1)
        return at

    def writes(self, name: str) -> bool:
        """Whether the name stands in it as a name: a common word ("calm") only where it is written with a capital letter."""
        at = self.place_of(name)
        if at < 0 or " " in name:
            return at >= 0
        begin = at if self.origins is None else self.origins.span(at, at + 1)[0]
        return self.sentence.text[begin : begin + 1].isupper() or all(self._place(hit.start, hit.end)[0] != at for hit in self.hits)

    def give_brand(self, name: str) -> None:
        """Note the product that it names; the words of a name say nothing by themselves, unless one of them is an illness."""
        self.brand = name
        at, inside = self.place_of(name), []
        while at >= 0:
            places = ((hit, *self._place(hit.start, hit.end)) for hit in self.hits)
            inside += [hit for hit, begin, end in places if at <= begin and end <= at + len(name)]
            at = self.place_of(name, at + 1)
        if inside and not any(hit.senses & _NAMED_ILLS for hit in inside):
            self.hits = [hit for hit in self.hits if hit not in inside]
            self.mask = reduce(or_, (hit.senses for hit in self.hits), 0)

    @property
    def brand_written(self) -> str:
        """The product that it names, as it is written."""
        at = self.place_of(self.brand)
        begin, end = (at, at + len(self.brand)) if self.origins is None else self.origins.span(at, at + len(self.brand))
        return self.sentence.text[begin:end]

    @property
    def has_number(self) -> bool:
        """Whether a digit stands in it."""
        if self._number is None:
            self._number = _DIGIT.search(self.text) is not None
        return self._number

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.rstrip("\"')* ").endswith("?")

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a heading or a front matter text, which have no sentence of their own to close."""
        return self.sentence.place in (Place.HEADING, Place.FRONT)
