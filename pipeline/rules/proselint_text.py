"""The visible text of an article laid out for proselint, with the way back to the source. Used by HS101; not a rule itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from pipeline.article.document import Place, Sentence
from pipeline.text import Span

_SKIPPED = frozenset({Place.CODE, Place.HTML, Place.FRONT})


class Laid:
    """Sentences joined by a blank, blocks of text by an empty line; one line end before and after, as proselint pads."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._edges: list[int] = []
        self._sentences: list[Sentence] = []
        pieces, at, block = ["\n"], 1, None
        for sentence in sentences:
            if sentence.place in _SKIPPED or sentence.struck:
                continue
            gap = "" if block is None else " " if sentence.block == block else "\n\n"
            pieces += [gap, sentence.text]
            at, block = at + len(gap), sentence.block
            self._edges.append(at)
            self._sentences.append(sentence)
            at += len(sentence.text)
        self.text = "".join(pieces) + "\n"

    def source(self, start: int, end: int) -> Span | None:
        """The place in the file of text[start:end] without the white space round it; None for what holds no words."""
        piece = self.text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if start >= end or not self._edges or self._inside_a_word(start, end):
            return None
        first, last = self._at(start), self._at(end - 1)
        begin = self._sentences[first].source_span(*self._own(first, start, start + 1))
        finish = self._sentences[last].source_span(*self._own(last, end - 1, end))
        return Span(begin.start, finish.end)

    def _inside_a_word(self, start: int, end: int) -> bool:
        """Many of proselint's checks match inside words; what they say of a part is not true of the whole."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        return (before.isalnum() and self.text[start].isalnum()) or (after.isalnum() and self.text[end - 1].isalnum())

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._edges, offset) - 1)

    def _own(self, number: int, start: int, end: int) -> tuple[int, int]:
        edge, length = self._edges[number], len(self._sentences[number].text)
        return min(max(0, start - edge), length - 1), min(max(1, end - edge), length)
