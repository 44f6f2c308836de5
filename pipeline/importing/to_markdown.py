"""Blocks to Markdown that says the same words, and nothing else.

Whatever Markdown, HTML, Pandoc citations or market limits would be read from is escaped. Emphasis
that CommonMark could not close where the author closed it is dropped: words count, styles do not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.importing.blocks import Block, Heading, Items, Para, Quote, Run, Table

_ANYWHERE = re.compile(r"[\\`*\[\]<{}|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=]+\s*$|>|:)")
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_URL_UNSAFE = re.compile(r"[\s()<>\\\x00-\x1f]")


def to_markdown(blocks: Sequence[Block], *, styled: bool = True) -> str:
    """The body of an article; `styled=False` leaves out emphasis and links."""
    return "\n\n".join(_written(blocks, styled)) + "\n"


def _written(blocks: Sequence[Block], styled: bool) -> Iterator[str]:
    other = False
    before: Block | None = None
    for block in blocks:
        # Two lists in a row would be read as one; another bullet keeps them apart.
        other = isinstance(block, Items) and isinstance(before, Items) and not other
        before = block
        if text := _block(block, styled, other):
            yield text


def _block(block: Block, styled: bool, other: bool) -> str:
    match block:
        case Heading():
            return _heading(block, styled)
        case Para():
            return _lines(_inline(block.runs, styled))
        case Items():
            return _list(block, styled, other)
        case Quote():
            inner = to_markdown(block.blocks, styled=styled).rstrip("\n")
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case Table():
            return _table(block, styled)


def _heading(heading: Heading, styled: bool) -> str:
    text = re.sub(r"(#+)$", r"\\\1", " ".join(_inline(heading.runs, styled).replace("\\\n", " ").split()))
    classes = "".join(f" .{name}" for name in heading.classes)[1:]
    return f"{'#' * (heading.level or heading.rank)} {text}{f' {{{classes}}}' if classes else ''}"


def _lines(text: str) -> str:
    """A paragraph whose lines begin nothing but text."""
    return "\n".join(_NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\\\g<0>", line.strip(" "))) for line in text.strip().split("\n"))


def _list(items: Items, styled: bool, other: bool) -> str:
    start = 1 if items.start is None else items.start
    loose = any(_needs_room(item) for item in items.items)
    texts = []
    for number, item in enumerate(items.items, start):
        mark = (("*" if other else "-") if items.start is None else f"{number}{')' if other else '.'}") + " "
        inner = ("\n\n" if loose else "\n").join(_written(item, styled)) or "\\"
        texts.append(mark + inner.replace("\n", "\n" + " " * len(mark)))
    return re.sub(r"\n +(?=\n)", "\n", ("\n\n" if loose else "\n").join(texts))


def _needs_room(item: Sequence[Block]) -> bool:
    """Whether an item's blocks need blank lines between: two paragraphs do, and a list that starts elsewhere than at 1."""
    paragraphs = sum(not isinstance(block, Items) for block in item)
    return paragraphs > 1 or any(isinstance(block, Items) and block.start not in (None, 1) for block in item)


def _table(table: Table, styled: bool) -> str:
    width = max(len(row) for row in table.rows)
    rows = [
        [*(" ".join(_inline(cell, styled).replace("\\\n", " ").split()) for cell in row), *[""] * (width - len(row))] for row in table.rows
    ]
    rows.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _inline(runs: Sequence[Run], styled: bool) -> str:
    """Runs as Markdown; equal neighbours are written as one."""
    out = ""
    parts = [(key, "".join(run.text for run in same)) for key, same in groupby(runs, key=lambda run: (run.href, run.strong, run.emphasis))]
    for number, ((href, strong, emphasis), text) in enumerate(parts):
        following = parts[number + 1][1][:1] if number + 1 < len(parts) else ""
        marks = "*" * (2 * strong + emphasis) if styled else ""
        out = _joined(out, text, marks, href if styled else "", following)
    return out


def _joined(out: str, text: str, marks: str, href: str, following: str) -> str:
    """`out` with one more run; blanks at its ends stay outside of its marks."""
    core = text.strip()
    if not core:
        return out + _escaped(text)
    lead, tail = text[: text.index(core[0])], text[text.rindex(core[-1]) + 1 :]
    inner = _escaped(core)
    if href:
        before = (out + lead).removesuffix("!") + ("\\!" if (out + lead).endswith("!") else "")
        return f"{before}[{inner}]({_URL_UNSAFE.sub(_percent, href)}){tail}"
    if marks and not (_can_open(out + lead, core) and _can_close(core, tail or following)):
        marks = ""
    return f"{out}{lead}{marks}{inner}{marks}{tail}"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _can_open(before: str, core: str) -> bool:
    """CommonMark's left-flanking run, and no star of another run right before it."""
    return not before.endswith("*") and (not _punctuation(core[0]) or not before or before[-1].isspace() or _punctuation(before[-1]))


def _can_close(core: str, after: str) -> bool:
    return not _punctuation(core[-1]) or not after or after[0].isspace() or _punctuation(after[0])


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _escaped(text: str) -> str:
    """Text in which no character marks anything; a line break of the author's becomes a hard one."""
    lines = (_ANYWHERE.sub(r"\\\g<0>", line) for line in text.split("\n"))
    return (
        "\\\n".join(line.strip() if number else line.rstrip() for number, line in enumerate(lines)) if "\n" in text else next(iter(lines))
    )
