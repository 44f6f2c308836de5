"""Imported blocks in short, for the tests: one line a block."""

from __future__ import annotations

from pipeline.importing.arrange import arrange
from pipeline.importing.blocks import Block, Draft, Heading, Items, Para, Quote, Table, words


def outline(draft: Draft, title: str = "") -> list[str]:
    """The arranged article: its title, then `h2 …`, `p …`, `- …`, `1. …`, `> …`, `| …`."""
    arranged = arrange(draft, title, "the-slug")
    return [f"title {arranged.title}", *(line for block in arranged.blocks for line in _lines(block))]


def headings(draft: Draft, title: str = "") -> list[str]:
    """Title and headings only."""
    return [line for line in outline(draft, title) if line[0] in "th"]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"h{block.level} {words(block.runs)}{''.join(f' .{name}' for name in block.classes)}"]
        case Para():
            return [f"p {words(block.runs)}"]
        case Items():
            marks = [
                "-" if block.start is None else f"{number}." for number in range(block.start or 0, (block.start or 0) + len(block.items))
            ]
            return [
                f"{mark} {' / '.join(line for inner in item for line in _lines(inner))}"
                for mark, item in zip(marks, block.items, strict=True)
            ]
        case Quote():
            return [f"> {line}" for inner in block.blocks for line in _lines(inner)]
        case Table():
            return ["| " + " | ".join(words(cell) for cell in row) for row in block.rows]
