"""An article after reading: typed blocks, inlines and sentences, each with its place in the source.

Every node carries the `span` of source characters it was made from. Nothing in here judges or
renders; both do so from these types, so that the linter and the renderer cannot read one markup
in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from pipeline.article.metadata import Metadata
from pipeline.findings import Market
from pipeline.text import LineIndex, Span

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


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment of the source. Readers never see it; inline waivers live here."""

    text: str
    span: Span


# ---------------------------------------------------------------- structure
@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next heading; the lead of an article has no heading.

    `path` holds the indexes of the sections above it, outermost first.
    """

    index: int
    heading: Heading | None
    blocks: tuple[Block, ...]
    path: tuple[int, ...]
    span: Span

    @property
    def level(self) -> int:
        """1 to 6; 0 for the lead."""
        return self.heading.level if self.heading else 0

    @property
    def classes(self) -> tuple[str, ...]:
        """The heading's classes, such as `in-short`."""
        return self.heading.classes if self.heading else ()


class Place(StrEnum):
    """What kind of text a sentence stands in."""

    FRONT = "front matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "table cell"
    QUOTE = "quotation"
    CODE = "code"
    ALT = "alternative text"
    TITLE = "link or image title"
    FOOTNOTE = "footnote"
    HTML = "raw HTML"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the reader sees it, mapped to the source.

    `text` holds the visible characters, without citations and markup. `starts[i]` and `ends[i]` are
    the source range of character i, so a range of `text` maps back exactly; `span` is the source
    range of the whole. `keys` are the works cited in it. `field` names the front matter key it
    stands in (`title`, `subject`, …) and is empty in the body. `block` numbers the block of text the
    sentence belongs to, `section` the Section (-1 for front matter).
    """

    text: str
    span: Span
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range
    place: Place
    section: int
    block: int
    keys: tuple[str, ...] = ()
    field: str = ""
    struck: bool = False

    def source_span(self, start: int, end: int) -> Span:
        """The source range of text[start:end]."""
        if start >= end:
            return Span(self.starts[start], self.starts[start]) if start < len(self.starts) else Span(self.span.end, self.span.end)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Document:
    """A whole article. `source` is the decoded file (BOM removed); all spans count its characters.

    `path` is relative to the working directory with forward slashes; `sha256` is of the file's bytes.
    """

    path: str
    source: str
    sha256: str
    meta: Metadata
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    footnotes: tuple[Footnote, ...]
    comments: tuple[Comment, ...]
    citations: tuple[Citation, ...]
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    raw_html: tuple[RawHtml | HtmlBlock, ...]
    lines: LineIndex = field(repr=False, compare=False)

    @property
    def words(self) -> int:
        """Words a reader reads, front matter included."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)

    def body(self) -> Iterator[Sentence]:
        """The sentences below the front matter."""
        return (sentence for sentence in self.sentences if sentence.place is not Place.FRONT)


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
