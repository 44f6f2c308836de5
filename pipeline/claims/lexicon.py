"""The word lists in use: one look-up for each word of a text, longest phrase first."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_
from typing import Any, NamedTuple

import msgspec

from pipeline.claims.compile import TABLE, compiled, digest
from pipeline.claims.senses import COINED, EFFECT, OBJECT

# A word met often is judged once; beyond this many distinct words they are judged each time.
_REMEMBERED = 200_000
_ANY, _NUMBER = "_", "#"
# Words that a phrase may have after its first.
_FARTHEST = 9
# A node of three parts goes on with any word or any number.
_WILD = 3


class Hit(NamedTuple):
    """A known word or phrase: tokens[start:end] with all its senses."""

    start: int
    end: int
    senses: int


class Table(msgspec.Struct, frozen=True):
    """The compiled lists as they are read: the tree below each first word stays JSON until a text has the word.

    An article has a few hundred of the 7,000 first words, and all trees take six times as long to read as these.
    """

    digest: str
    words: dict[str, msgspec.Raw]
    open: tuple[tuple[int, tuple[str, ...], frozenset[str]], ...]
    coined: tuple[tuple[str, ...], tuple[str, ...]]
    register: tuple[tuple[str, str], ...]
    beyond: tuple[tuple[str, str], ...]


class Words(dict[str, Any]):
    """First words of phrases -> what they mean, or None for a word that says nothing.

    A word that no phrase goes on from has its senses (an integer); any other has [senses,
    continuations] (and a 1 where a wildcard goes on), where a continuation is again one or the other.
    A word that is asked for the first time is looked up, else judged by its ending, and remembered; a
    number may begin the phrases that begin with any number.
    """

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._listed, self._endings = table.words, table.open
        self._stems, self._ordinary = table.coined

    def __missing__(self, word: str) -> int | list[Any] | None:
        listed = self._listed.get(word)
        node = self._unlisted(word) if listed is None else msgspec.json.decode(listed)
        if len(self) < _REMEMBERED:
            self[word] = node
        return node

    def lists(self, word: str) -> bool:
        """Whether the word stands in a list or begins a phrase that does."""
        return word in self._listed

    def _unlisted(self, word: str) -> int | list[Any] | None:
        return self._by_ending(word) or (self[_NUMBER] if word[0].isdigit() else None)

    def _by_ending(self, word: str) -> int:
        """The senses of an open class: -itis, -statin and their like."""
        known = sum(mask for mask, ends, but in self._endings if word.endswith(ends) and word not in but and len(word) > 6)
        return known or (COINED if self._may_be_coined(word) else 0)

    def _may_be_coined(self, word: str) -> bool:
        """A disease's stem in a word that ends as no ordinary word does: "arthroease". Whether it is a name, its capital letter tells."""
        return len(word) > 6 and word.isalpha() and not word.endswith(self._ordinary) and any(stem in word for stem in self._stems)


@cache
def table() -> Table:
    """The compiled lists, from the file where it is as new as they are."""
    read = msgspec.json.Decoder(Table).decode
    stored = read(TABLE.read_bytes()) if TABLE.is_file() else None
    return stored if stored is not None and stored.digest == digest() else read(msgspec.json.encode(compiled()))


@cache
def lexicon() -> Words:
    """The words of every list."""
    return Words(table())


def scan(tokens: list[str], words: Words) -> tuple[list[Hit], int]:
    """Every known phrase of a token list, and all their senses; the longest wins, and none overlaps another.

    Only what an effect holds between its words ("keeps ‹gout› at bay") is read as well: it is what the effect acts on.
    """
    hits: list[Hit] = []
    ahead, free, mask = [*tokens[1:], ""], 0, 0
    for start, node in enumerate(map(words.__getitem__, tokens)):
        if node is None or start < free:
            continue
        if type(node) is list:
            if ahead[start] in node[1] or len(node) == _WILD:
                senses, end, gap = _longest(tokens, start + 1, node)
                if senses:
                    hits.append(_new(Hit, (start, end, senses)))
                    mask |= senses
                    free = end
                    if gap and senses & EFFECT:
                        held = _held(tokens, gap, words)
                        hits += held
                        mask = reduce(or_, (hit[2] for hit in held), mask)
                continue
            node = node[0]
        if node:
            hits.append(_new(Hit, (start, start + 1, node)))
            mask |= node
    return hits, mask


# A named tuple's own constructor is a Python function, which takes twice as long.
_new = tuple.__new__


def _held(tokens: list[str], gap: range, words: Words) -> list[Hit]:
    """The objects among the words that stand where a phrase leaves room for any."""
    inside = scan(tokens[gap.start : gap.stop], words)[0]
    return [Hit(gap.start + start, gap.start + end, senses) for start, end, senses in inside if senses & OBJECT]


def _longest(tokens: list[str], at: int, node: list[Any]) -> tuple[int, int, range | None]:
    """The senses and the end of the longest phrase that goes on from a first word, and where any words stand in it."""
    senses, end = node[0], at
    gap: range | None = None
    for place, token in enumerate(tokens[at : at + _FARTHEST], at + 1):
        after = node[1].get(token)
        if after is None:
            after = _wild(token, node[1]) if len(node) == _WILD else None
            if after is None:
                break
            gap = range(gap.start if gap else place - 1, place)
        if type(after) is int:
            return after, place, gap
        node = after
        if node[0]:
            senses, end = node[0], place
    return senses, end, gap if gap and gap.stop < end else None


def _wild(token: str, following: dict[str, Any]) -> Any:
    """What a phrase goes on to with a word that it does not name: any number, any word, or nothing."""
    if _NUMBER in following and token[0].isdigit():
        return following[_NUMBER]
    return following[_ANY] if _ANY in following and token[0].isalnum() else None
