"""A draft while it is being imported: what the three file formats have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. A line break that the author made is a run of its own, holding `\\n`."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `rank` orders headings of one file (1 is the highest); `level` is Markdown's, 0 until decided."""

    rank: int
    runs: tuple[Run, ...]
    level: int = 0
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is None for bullets."""

    start: int | None
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its head."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]


Block: TypeAlias = Heading | Para | Items | Table | Quote


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file holds. `title` is empty where the format has no place for one; `notes` tell what was left out."""

    blocks: tuple[Block, ...]
    title: str = ""
    lang: str = ""
    notes: tuple[str, ...] = ()


def words(runs: tuple[Run, ...]) -> str:
    """The words of runs on one line."""
    return " ".join("".join(run.text for run in runs).split())


def plain(text: str) -> tuple[Run, ...]:
    """Text without any style."""
    return (Run(text),)


def all_words(blocks: tuple[Block, ...]) -> str:
    """Every word of the blocks, in order."""
    return " ".join(filter(None, map(_block_words, blocks)))


def _block_words(block: Block) -> str:
    match block:
        case Heading() | Para():
            return words(block.runs)
        case Items():
            return " ".join(map(all_words, block.items))
        case Quote():
            return all_words(block.blocks)
        case Table():
            return " ".join(words(cell) for row in block.rows for cell in row)
