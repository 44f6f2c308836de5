"""A sentence as the engine sees it: folded, cut into tokens once, scanned once."""

from __future__ import annotations

import re

from pipeline.article.document import Place, Sentence
from pipeline.claims.lexicon import Hit, Words, scan
from pipeline.text import Span, fold

# Words with inner apostrophes and full stops (crohn's, e.g), numbers with separators, single-letter
# abbreviations with their stop (l. rhamnosus), and the marks that end a clause or carry a number.
_TOKEN = re.compile(r"[a-z](?=\. [a-z])\.|[0-9]+(?:[.,][0-9]+)*|[a-z0-9]+(?:['.][a-z0-9]+)*|[.,;:!?()%$£€*#•·…]")
# A claim does not reach over these.
STOPS = frozenset(".;!?:()•·…")
# Typographic marks of one character each, so that most text keeps its length and needs no map.
_PLAIN = str.maketrans("‘’‛“”‟‐‑‒–—−\u00a0\u2009\u202f", "'''\"\"\"------   ")
# Words broken by a hyphen that only a typesetter needs: "ecze‑ma".
_BROKEN = re.compile(r"(?<=[^\W\d_])[\u2010\u2011\u00ad](?=[^\W\d_])")


_DIGIT = re.compile("[0-9]")
# A name of nobody's lexicon that acts: "Hongolin® alleviates". Case is read from the source.
_NAME = re.compile(r"\b[A-Z][a-z]+[A-Z]\w+|\w+[™®]")


class Said:
    """One sentence under judgement.

    `tokens` are folded words and clause marks, `hits` the known phrases among them by token, `mask`
    every sense that occurs, `brand` the product that it names (set when the page is known).
    """

    __slots__ = ("_name", "_spans", "brand", "hits", "index", "mask", "origins", "sentence", "text", "tokens")

    def __init__(self, sentence: Sentence, index: int, words: Words) -> None:
        self.sentence, self.index = sentence, index
        plain = sentence.text.translate(_PLAIN)
        if plain.isascii():
            self.text, self.origins = plain.lower(), None
        else:
            folded = fold(sentence.text)
            self.text, self.origins = folded.text, folded
        self.tokens: list[str] = _TOKEN.findall(self.text)
        self.hits: list[Hit] = scan(self.tokens, words)
        mask = 0
        for hit in self.hits:
            mask |= hit[2]
        self.mask = mask
        self._spans: list[tuple[int, int]] | None = None
        self._name: str | None = None
        self.brand = ""

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands in the folded text; looked up only when something is reported."""
        if self._spans is None:
            self._spans = [match.span() for match in _TOKEN.finditer(self.text)]
        return self._spans

    def source(self, start: int, end: int) -> Span:
        """The place in the file of tokens[start:end]."""
        begin, finish = self.spans[start][0], self.spans[end - 1][1]
        if self.origins is not None:
            begin, finish = self.origins.span(begin, finish)
        return self.sentence.source_span(begin, finish)

    def words(self, start: int, end: int) -> str:
        """The reader's words of tokens[start:end], folded."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    @property
    def first(self) -> Hit | None:
        """The first known phrase."""
        return self.hits[0] if self.hits else None

    @property
    def name(self) -> str:
        """The first coined or trade-marked name (GlowBiome, Zincol®) as it is written; empty where there is none."""
        if self._name is None:
            found = _NAME.search(self.sentence.text)
            self._name = found[0].strip() if found else ""
        return self._name

    @property
    def brand_written(self) -> str:
        """The product that it names, as it is written."""
        at = self.text.index(self.brand)
        begin, end = (at, at + len(self.brand)) if self.origins is None else self.origins.span(at, at + len(self.brand))
        return self.sentence.text[begin:end]

    @property
    def has_number(self) -> bool:
        """Whether a digit stands in it."""
        return bool(_DIGIT.search(self.text))

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.rstrip("\"')* ").endswith("?")

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a heading or a front matter text, which have no sentence of their own to close."""
        return self.sentence.place in (Place.HEADING, Place.FRONT)
