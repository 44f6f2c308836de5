"""The nodes of a parsed article: inlines and blocks, each with the `span` of source it was made from."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pipeline.findings import Market
from pipeline.text import Span

Markets: TypeAlias = tuple[Market, ...]


# ---------------------------------------------------------------- inlines
class Text(Struct, frozen=True):
    """Words as the reader sees them: entities and escapes are resolved."""

    text: str
    span: Span


class Code(Struct, frozen=True):
    """Inline code, shown literally."""

    text: str
    span: Span


class RawHtml(Struct, frozen=True):
    """HTML in the Markdown. It is never passed through: readers see it as text, and it is a finding."""

    text: str
    span: Span


class Break(Struct, frozen=True):
    """A line end inside a block: a blank to the reader, or (`hard`) a new line."""

    hard: bool
    span: Span


class Style(StrEnum):
    """How a run of words is set."""

    EMPHASIS = "em"
    STRONG = "strong"
    STRUCK = "del"


class Styled(Struct, frozen=True):
    """Emphasis, strong or struck-out words."""

    style: Style
    children: tuple[Inline, ...]
    span: Span


class Link(Struct, frozen=True):
    """A link; `title` is the tooltip and is judged like text."""

    href: str
    title: str
    children: tuple[Inline, ...]
    span: Span


class Image(Struct, frozen=True):
    """A picture; `src` is relative to content/, `children` is the alternative text, `title` the caption."""

    src: str
    title: str
    children: tuple[Inline, ...]
    span: Span


class CitedWork(Struct, frozen=True):
    """One key of a Pandoc citation. `key` has no @; ledger entries look like `claim:zinc-skin`."""

    key: str
    locator: str
    span: Span


class Citation(Struct, frozen=True):
    """`[@key; @key2, p. 3]`: prints as numbers, is not part of what a sentence says."""

    works: tuple[CitedWork, ...]
    span: Span


class FootnoteMark(Struct, frozen=True):
    """`[^1]` in the text."""

    label: str
    span: Span


class Limited(Struct, frozen=True):
    """`[words]{markets=US}`: words that only some markets' editions carry."""

    markets: Markets
    children: tuple[Inline, ...]
    span: Span


Inline: TypeAlias = Text | Code | RawHtml | Break | Styled | Link | Image | Citation | FootnoteMark | Limited


# ---------------------------------------------------------------- blocks
class Heading(Struct, frozen=True):
    """A heading. `classes` choose the component for its section; `anchor` is unique in the document.

    `certainty` (high, moderate, low, very-low, cannot-say or empty) is how sure the evidence makes
    us of the claim that an h3 of an evidence section heads; the words are GRADE's.
    """

    level: int
    inlines: tuple[Inline, ...]
    classes: tuple[str, ...]
    markets: Markets
    anchor: str
    span: Span
    certainty: str = ""


class Paragraph(Struct, frozen=True):
    """Running text."""

    inlines: tuple[Inline, ...]
    span: Span


class Item(Struct, frozen=True):
    """One item of a list; a tight item holds one Paragraph that prints without its own spacing."""

    blocks: tuple[Block, ...]
    span: Span


class List(Struct, frozen=True):
    """A list; `start` is None for bullets."""

    start: int | None
    tight: bool
    items: tuple[Item, ...]
    span: Span


class Quote(Struct, frozen=True):
    """A block quotation."""

    blocks: tuple[Block, ...]
    span: Span


class CodeBlock(Struct, frozen=True):
    """Fenced or indented code, shown literally and judged like text."""

    text: str
    info: str
    span: Span


class Cell(Struct, frozen=True):
    """A table cell."""

    inlines: tuple[Inline, ...]
    span: Span


class Table(Struct, frozen=True):
    """A pipe table: `aligns` holds left, right, center or an empty string, one per column."""

    aligns: tuple[str, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


class Rule(Struct, frozen=True):
    """A thematic break."""

    span: Span


class HtmlBlock(Struct, frozen=True):
    """A block of raw HTML, comments apart; see RawHtml."""

    text: str
    span: Span


Block: TypeAlias = Heading | Paragraph | List | Quote | CodeBlock | Table | Rule | HtmlBlock


def plain(inlines: tuple[Inline, ...]) -> str:
    """The visible words of inlines, without citations and footnote marks."""
    return "".join(_plain_one(inline) for inline in inlines)


def _plain_one(inline: Inline) -> str:
    match inline:
        case Text() | Code() | RawHtml():
            return inline.text
        case Break():
            return "\n" if inline.hard else " "
        case Styled() | Link() | Limited() | Image():
            return plain(inline.children)
    return ""
