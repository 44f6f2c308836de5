"""What proselint's checks need of a text before any of them can find something. Used by HS101; not a rule itself.

Nearly all of proselint's patterns are phrases. Whether a phrase can occur is seen from the letters of
the text alone: one pass makes a row of words of it, a look-up of words leaves a few phrases, and only
the checks that have one of these are run, unchanged, on the whole text. The needs are worked out from
the patterns of the checks themselves; a pattern that is not understood needs nothing, and its check is
always run. So proselint's word lists stay its own, and a new version of it is read like this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from msgspec import Struct

# Every byte but a letter is a gap: for the row of words, digits and underscores are gaps as well, so that
# `\b` and proselint's own "no letter before" mean the same, and what is asked is never more than was meant.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalpha() else 32 for code in range(256))
_NO_LETTER = re.compile(r"\(\?<?!\[A-Za-z'-\]\)")
_PHRASE = re.compile(r"(?:\\b)?[A-Za-z0-9' \0-]+(?:\\b)?")
_RE2_CODE = re.compile(r"\\x\{([0-9A-Fa-f]{4})\}")
# In a pattern reduced to what must stand in the text: white space of any kind, the edge of a word, anything else.
_BLANK, _EDGE, _ANYTHING = "\0\1\2"
# They match a letter of ASCII where case does not count (k, s and i), and would be lost with what is not ASCII.
_CASE_TWINS = re.compile("[\u0130\u0131\u017f\u212a]")


class Row(Struct, frozen=True):
    """A text as its words, in lower case; `line` has them between blanks, in order, `raw` is the text itself in ASCII."""

    words: frozenset[bytes]
    line: bytes
    raw: bytes


def row_of(text: str) -> Row | None:
    """The text as words; None for the rare text in which letters beyond ASCII stand for letters of ASCII."""
    if not text.isascii() and _CASE_TWINS.search(text):
        return None
    raw = text.encode("ascii", "replace")
    words = raw.translate(_LETTERS).split()
    return Row(frozenset(words), b" " + b" ".join(words) + b" ", raw.lower())


class Need(Struct, frozen=True):
    """What one pattern cannot do without: a `phrase` of the row, or a `literal` of the text; both may be empty."""

    phrase: bytes = b""
    literal: bytes = b""
    words: frozenset[bytes] = frozenset()

    def met(self, row: Row) -> bool:
        """Whether the text has it. Looking for a phrase in the whole text is slow, so its words are looked up first."""
        return self.words <= row.words and self.phrase in row.line and self.literal in row.raw


def need_of(pattern: str) -> Need:
    """What a pattern of RE2 or Python, padding included, needs; an empty Need where it is not understood."""
    if _CASE_TWINS.search(pattern):
        return Need()
    plain = _NO_LETTER.sub(r"\\b", pattern)
    phrase = plain.replace(r"\s+", _BLANK)
    if _PHRASE.fullmatch(phrase):
        return _need(phrase.replace(r"\b", _EDGE))
    try:
        parser: Any = import_module("re._parser")
        return _need("".join(_reduced(parser.parse(_RE2_CODE.sub(r"\\u\1", plain)))))
    except (ImportError, AttributeError, ValueError, TypeError, re.error, RecursionError):
        return Need()


def _reduced(parts: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """A parsed pattern as the characters that must stand in the text, one after the other."""
    for code, value in parts:
        match str(code):
            case "LITERAL":
                yield chr(value)
            case "AT":
                yield _EDGE if str(value) == "AT_BOUNDARY" else _ANYTHING
            case "IN":
                yield _BLANK if [str(kind) for _, kind in value] == ["CATEGORY_SPACE"] else _ANYTHING
            case "SUBPATTERN":
                yield from _reduced(value[3])
            case "MAX_REPEAT" | "MIN_REPEAT":
                once = "".join(_reduced(value[2])) if value[0] else ""
                yield once if once == _BLANK else once + _ANYTHING
            case "ASSERT" | "ASSERT_NOT":
                pass
            case _:
                yield _ANYTHING


def _need(reduced: str) -> Need:
    """The most telling phrase of a reduced pattern; only where that has no whole word, a literal."""
    phrase = max(map(_phrase, reduced.split(_ANYTHING)), key=lambda phrase: (len(_longest(_whole(phrase))), len(phrase)))
    if words := _whole(phrase):
        return Need(phrase, words=words)
    pieces = re.split(f"[{_BLANK}{_ANYTHING}]|[^\\x00-\\x7f]", reduced.replace(_EDGE, ""))
    return Need(phrase, max(pieces, key=len).lower().encode())


def _phrase(run: str) -> bytes:
    """The run as it stands in a row: its words, with a blank at an end that no letter can be beside."""
    coded = run.encode("ascii", "replace").translate(_LETTERS)
    words = coded.split()
    return b" " * (coded[:1] == b" ") + b" ".join(words) + b" " * (coded[-1:] == b" ") if words else b""


def _whole(phrase: bytes) -> frozenset[bytes]:
    """The words of a phrase that are whole: those between its first and its last blank."""
    return frozenset(phrase[phrase.find(b" ") + 1 : phrase.rfind(b" ") + 1].split())


def _longest(words: Iterable[bytes]) -> bytes:
    return max(words, key=lambda word: (len(word), word), default=b"")


class Sieve:
    """Tells for a text which of some checks can find anything in it; checks are named by their numbers."""

    def __init__(self, checks: Sequence[Any], heard: str) -> None:
        self._count = len(checks)
        self._always: set[int] = set()
        self._loose: list[tuple[int, tuple[Need, ...]]] = []
        self._by_word: dict[bytes, list[tuple[int, tuple[Need, ...]]]] = {}
        for number, check in enumerate(checks):
            for patterns in _patterns(check, heard):
                self._file(number, patterns)

    def _file(self, number: int, patterns: tuple[str, ...]) -> None:
        needs = tuple(map(need_of, patterns))
        if word := _longest(word for need in needs for word in need.words):
            self._by_word.setdefault(word, []).append((number, needs))
        elif any(need.phrase or need.literal for need in needs):
            self._loose.append((number, needs))
        else:
            self._always.add(number)

    def passed(self, text: str) -> set[int]:
        """The numbers of the checks that have to be run."""
        row = row_of(text)
        if row is None:
            return set(range(self._count))
        out = set(self._always)
        for word in self._by_word.keys() & row.words:
            out.update(number for number, needs in self._by_word[word] if number not in out and all(need.met(row) for need in needs))
        out.update(number for number, needs in self._loose if number not in out and all(need.met(row) for need in needs))
        return out


def _patterns(check: Any, heard: str) -> Iterator[tuple[str, ...]]:
    """The patterns of a check, each with its padding; of some that belong together, all have to be met.

    A check that is a function may do anything, so it has the one pattern that needs nothing; of the
    check named `heard` it is known that it only hands patterns to its engine, and those are heard there.
    """
    kind = check.check_type
    match type(kind).__name__:
        case "Existence" | "PreferredForms" | "PreferredFormsSimple":
            yield from ((kind.padding.format(item),) for item in kind.items)
        case "ExistenceSimple":
            yield (kind.pattern,)
        case "Consistency":  # a pair speaks only where both of its forms stand
            yield from kind.term_pairs
        case "function" if check.path == heard:
            ear = _Ear(check.engine)
            list(check._replace(engine=ear).check("\n\n"))
            yield from ((pattern,) for pattern in ear.patterns or [""])
        case _:
            yield ("",)


class _Ear:
    """An engine that takes down which patterns it is given."""

    def __init__(self, engine: Any) -> None:
        self._engine, self.opts, self.patterns = engine, engine.opts, list[str]()

    def make_set(self, padding: Any, patterns: Iterable[str], *more: Any) -> Any:
        self.patterns += [padding.format(pattern) for pattern in patterns]
        return self._engine.make_set(padding, patterns, *more)
