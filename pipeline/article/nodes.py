"""The nodes of a parsed article: inlines and blocks, each with the `span` of source it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pipeline.findings import Market
from pipeline.text import Span

Markets: TypeAlias = tuple[Market, ...]


# ---------------------------------------------------------------- inlines
@dataclass(frozen=True, slots=True)
class Text:
    """Words as the reader sees them: entities and escapes are resolved."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """Inline code, shown literally."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML in the Markdown. It is never passed through: readers see it as text, and it is a finding."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Break:
    """A line end inside a block: a blank to the reader, or (`hard`) a new line."""

    hard: bool
    span: Span


class Style(StrEnum):
    """How a run of words is set."""

    EMPHASIS = "em"
    STRONG = "strong"
    STRUCK = "del"


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis, strong or struck-out words."""

    style: Style
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `title` is the tooltip and is judged like text."""

    href: str
    title: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `src` is relative to content/, `children` is the alternative text, `title` the caption."""

    src: str
    title: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One key of a Pandoc citation. `key` has no @; ledger entries look like `claim:zinc-skin`."""

    key: str
    locator: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@key; @key2, p. 3]`: prints as numbers, is not part of what a sentence says."""

    works: tuple[CitedWork, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """`[^1]` in the text."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Limited:
    """`[words]{markets=US}`: words that only some markets' editions carry."""

    markets: Markets
    children: tuple[Inline, ...]
    span: Span


Inline: TypeAlias = Text | Code | RawHtml | Break | Styled | Link | Image | Citation | FootnoteMark | Limited


# ---------------------------------------------------------------- blocks
@dataclass(frozen=True, slots=True)
class Heading:
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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; a tight item holds one Paragraph that prints without its own spacing."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class List:
    """A list; `start` is None for bullets."""

    start: int | None
    tight: bool
    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Fenced or indented code, shown literally and judged like text."""

    text: str
    info: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    inlines: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table: `aligns` holds left, right, center or an empty string, one per column."""

    aligns: tuple[str, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    span: Span


@dataclass(frozen=True, slots=True)
class HtmlBlock:
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
