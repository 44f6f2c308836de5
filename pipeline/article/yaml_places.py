"""Where each character of a YAML text was written: through quotes, escapes, folds and indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.strict_yaml import Scalar
from pipeline.text import Span

# A fold: blanks that YAML drops, at least one line end, the next lines' indentation.
_FOLD = re.compile(r" *(?:(?:\r\n|\n|\r) *)+")
_BREAK = re.compile(r"\r\n|\n|\r")
_LINE = re.compile(r"[^\n\r]*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPED_BREAK = re.compile(r"\\(?:\r\n|\n|\r) *")
_BLOCK_HEAD = re.compile(r"[|>][^\n\r]*(?:\r\n|\n|\r)")


def places(text: str, scalar: Scalar) -> tuple[Span, ...]:
    """The source range of each character of the scalar's value; `text` is what `load` was given.

    Ranges are in order and do not overlap. A folded line end is one blank to the reader and the
    whole fold in the source.
    """
    if scalar.value is None:
        return ()
    written = text[scalar.start : scalar.end]
    if not scalar.plain and written[:1] in "|>":
        return tuple(_block(text, scalar))
    return tuple(_flow(text, scalar, "" if scalar.plain else written[:1]))


def _flow(text: str, scalar: Scalar, quote: str) -> Iterator[Span]:
    """Plain and quoted scalars."""
    value, at = scalar.value or "", scalar.start + len(quote)
    done = 0
    while done < len(value):
        if quote == '"' and (skipped := _ESCAPED_BREAK.match(text, at)):
            at = skipped.end()
        elif fold := _FOLD.match(text, at):
            spans = _folded(fold, value, done)
            yield from spans
            done, at = done + len(spans), fold.end()
        else:
            span = _character(text, at, quote)
            yield span
            done, at = done + 1, span.end


def _character(text: str, at: int, quote: str) -> Span:
    if quote == '"' and (escape := _ESCAPE.match(text, at)):
        return Span(at, escape.end())
    return Span(at, at + 2) if quote == "'" and text.startswith("''", at) else Span(at, at + 1)


def _folded(fold: re.Match[str], value: str, done: int) -> list[Span]:
    """One line end is a blank; of more, the first is dropped and the others are line ends.

    A quoted text may also end in or begin with a fold.
    """
    breaks = [Span(*found.span()) for found in _BREAK.finditer(fold.string, fold.start(), fold.end())]
    if len(breaks) == 1:
        return [Span(fold.start(), fold.end())] if value[done] == " " else []
    return breaks[1:]


def _block(text: str, scalar: Scalar) -> Iterator[Span]:
    """Literal (|) and folded (>) scalars, line by line."""
    value, head = scalar.value or "", _BLOCK_HEAD.match(text, scalar.start)
    at = head.end() if head else scalar.end
    indent = _indentation(text, at, value)
    done = 0
    while done < len(value):
        at += _blanks(text, at, indent)
        words = _LINE.match(text, at).end() - at  # type: ignore[union-attr]  # it matches anywhere
        yield from (Span(offset, offset + 1) for offset in range(at, at + words))
        done, at = done + words, at + words
        if done < len(value):
            spans = _block_breaks(text, at, indent, value, done)
            yield from spans
            done, at = done + len(spans), spans[-1].end


def _block_breaks(text: str, at: int, indent: int, value: str, done: int) -> list[Span]:
    """The line ends at `at`, with empty lines after them, as many of them as the value kept."""
    breaks = []
    while found := _BREAK.match(text, at):
        breaks.append(Span(*found.span()))
        at = found.end() + _blanks(text, found.end(), indent)
    if value[done] != "\n":
        return breaks[-1:]
    kept = len(value[done:]) - len(value[done:].lstrip("\n"))
    return breaks[-kept:] if kept <= len(breaks) else breaks


def _indentation(text: str, at: int, value: str) -> int:
    """The blanks that YAML takes off each line: what the first line with words has more than its value."""
    first = next((line for line in value.split("\n") if line.strip(" ")), "")
    written = next((line for line in _BREAK.split(text[at:]) if line.strip(" ")), "")
    return (len(written) - len(written.lstrip(" "))) - (len(first) - len(first.lstrip(" ")))


def _blanks(text: str, at: int, most: int) -> int:
    """How many blanks stand at `at`, at most `most`."""
    count = 0
    while count < most and text.startswith(" ", at + count):
        count += 1
    return count
