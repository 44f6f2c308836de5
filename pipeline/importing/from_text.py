"""Plain text to blocks: paragraphs, lists, and the headings that are marked as such.

Paragraphs may be single lines, with or without blank lines between, or wrapped at a width. Marked
headings are lines under which a rule of `=` or `-` stands, and lines that begin with `# `. All
other words are taken literally: nothing in a draft is read as Markdown, HTML or front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.importing.blocks import Block, Draft, Heading, Items, Para, plain
from pipeline.importing.headings import heading_like

# Editors and mail programs wrap between these widths. Wider lines are paragraphs, narrower ones verses.
MIN_WRAP, MAX_WRAP = 40, 120
# Lines of one wrapped paragraph are at least this share of its longest line.
EVEN = 0.7
# A sentence that goes on in lower case on the next line was broken by hand.
MIN_BROKEN = 40

_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028]")
_ITEM = re.compile(r"(?P<indent> *)(?:(?P<bullet>[-*+•–·▪◦‣●○∙■]|o(?= {2}))|(?P<number>\d{1,3})[.)]) +(?P<text>\S.*)")
_RULE = re.compile(r" {0,3}(?:([-=~_*#—–])\s*(?:\1\s*){2,})")
_MARKED = re.compile(r"(?P<marks>#{1,6}) +(?P<text>\S.*?)(?: +#+)?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line. `bullet` is `-` for bullets, `1` for numbers, empty for text; `gap` says that a blank line came before."""

    text: str
    raw: str
    gap: bool
    indent: int = 0
    bullet: str = ""
    number: int = 0


def read_text(text: str) -> Draft:
    """The blocks of a plain text."""
    return Draft(tuple(_blocks(_joined(list(_lines(text))))))


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold something, tabs as four columns."""
    gap = True
    for raw in _LINE_ENDS.split(text.replace("\u2029", "\n\n")):
        line = "".join(char for char in raw.expandtabs(4) if char >= " " and not "\x7f" <= char <= "\x9f").rstrip()
        if not line.strip():
            gap = True
            continue
        found = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
        if found:
            bullet = "1" if found["number"] else "-"
            yield _Line(found["text"], line, gap, len(found["indent"]), bullet, int(found["number"] or 0))
        else:
            yield _Line(line.strip(), line, gap, len(line) - len(line.lstrip()))
        gap = False


def _joined(lines: list[_Line]) -> list[_Line]:
    """The lines, with those that were only wrapped put together again."""
    width = max((len(line.raw) for line in lines), default=0)
    wrapped = _is_wrapped(lines, width)
    ragged = _ragged(lines)
    out: list[_Line] = []
    last = ""
    for number, line in enumerate(lines):
        if out and (number in ragged or _continues(out[-1], last, line, width if wrapped else 0)):
            out[-1] = replace(out[-1], text=f"{out[-1].text} {line.text}")
        else:
            out.append(line)
        last = line.raw
    return out


def _is_wrapped(lines: list[_Line], width: int) -> bool:
    """Whether most lines end where the next word would not have fitted: then an editor wrapped them."""
    pairs = [(above, below) for above, below in pairwise(lines) if not (below.gap or below.bullet)]
    full = sum(_full(above.raw, below.text, width) for above, below in pairs)
    return MIN_WRAP <= width <= MAX_WRAP and bool(pairs) and 2 * full > len(pairs)


def _ragged(lines: list[_Line]) -> frozenset[int]:
    """Numbers of lines that go on a paragraph which was wrapped by hand, or at another width than the rest.

    Such a paragraph stands between blank lines; its lines, but for the last, are of much the same
    length, and most of them end inside a sentence. A heading may stand right above it.
    """
    found: set[int] = set()
    starts = [number for number, line in enumerate(lines) if line.gap]
    for start, end in pairwise([*starts, len(lines)]):
        for begin in (start, start + 1):
            if _evenly_filled(lines[begin:end]):
                found.update(range(begin + 1, end))
                break
    return frozenset(found)


def _evenly_filled(lines: list[_Line]) -> bool:
    if len(lines) < 3 or any(line.bullet or _RULE.fullmatch(line.raw) or _MARKED.fullmatch(line.raw) for line in lines):
        return False
    width = max(len(line.raw) for line in lines)
    filled = all(len(line.raw) >= EVEN * width for line in lines[:-1])
    inside = sum(line.text[-1] not in ".!?:" for line in lines[:-1])
    return MIN_WRAP <= width <= MAX_WRAP and filled and 2 * inside > len(lines) - 1


def _full(above: str, below: str, width: int) -> bool:
    return len(above) + 1 + len(below.split(None, 1)[0]) > width


def _continues(opened: _Line, last: str, line: _Line, width: int) -> bool:
    """Whether a line goes on with what stands above it. `width` is that of wrapped text, else 0."""
    if line.gap or line.bullet or _RULE.fullmatch(line.raw) or _RULE.fullmatch(last) or _MARKED.fullmatch(last):
        return False
    if opened.bullet and line.indent > opened.indent:
        return True
    if width and _full(last, line.text, width):
        return True
    return line.text[0].islower() and len(last) >= MIN_BROKEN and last[-1] not in ".!?:;"


def _blocks(lines: list[_Line]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        if line.bullet and (end := _list_end(lines, at)) > at:
            yield _items(lines[at:end])
            at = end
            continue
        at += 1
        if below and (rank := _underlined(line, below)):
            yield Heading(rank, plain(line.text))
            at += 1
        elif found := _MARKED.fullmatch(line.text):
            yield Heading(len(found["marks"]), plain(found["text"]))
        elif not _RULE.fullmatch(line.raw):
            yield Para(plain(line.raw.strip() if line.bullet else line.text))


def _underlined(line: _Line, below: _Line) -> int:
    """The rank of a line under which a rule stands, 0 if none does."""
    mark = below.text[0]
    if below.gap or mark not in "=-~" or not _RULE.fullmatch(below.raw) or not heading_like(line.text):
        return 0
    return 1 if mark == "=" else 2


def _list_end(lines: list[_Line], start: int) -> int:
    """Where the list that starts here ends; `start` itself when it is no list.

    One numbered line alone is a numbered heading or a paragraph, and so are numbers with text
    between them, and numbers that do not count up (Markdown would count them anew).
    """
    first, end = lines[start], start
    while end < len(lines) and lines[end].bullet and (lines[end].bullet == first.bullet or lines[end].indent > first.indent):
        end += 1
    numbers = [line.number for line in lines[start:end] if line.indent <= first.indent + 1]
    counts_up = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return start if first.bullet == "1" and not counts_up else end


def _items(lines: list[_Line]) -> Items:
    """A list; lines that are indented further belong to the item above them."""
    items: list[tuple[Block, ...]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].indent > lines[0].indent + 1:
            end += 1
        inner: tuple[Block, ...] = (_items(lines[at + 1 : end]),) if end > at + 1 else ()
        items.append((Para(plain(lines[at].text)), *inner))
        at = end
    return Items(lines[0].number if lines[0].bullet == "1" else None, tuple(items))
