"""An article after reading: typed nodes, sections and sentences, each with its place in the source.

Nothing in here judges or renders; both do so from these types, so that the linter and the renderer
cannot read one markup in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pipeline.article.metadata import Metadata
from pipeline.article.nodes import (
    Block,
    Break,
    Cell,
    Citation,
    CitedWork,
    Code,
    CodeBlock,
    FootnoteMark,
    Heading,
    HtmlBlock,
    Image,
    Inline,
    Item,
    Limited,
    Link,
    List,
    Markets,
    Paragraph,
    Quote,
    RawHtml,
    Rule,
    Style,
    Styled,
    Table,
    Text,
    plain,
)
from pipeline.text import LineIndex, Span

__all__ = [
    "Block",
    "Break",
    "Cell",
    "Citation",
    "CitedWork",
    "Code",
    "CodeBlock",
    "Comment",
    "Document",
    "Footnote",
    "FootnoteMark",
    "Heading",
    "HtmlBlock",
    "Image",
    "Inline",
    "Item",
    "Limited",
    "Link",
    "List",
    "Markets",
    "Paragraph",
    "Place",
    "Quote",
    "RawHtml",
    "Rule",
    "Section",
    "Sentence",
    "Style",
    "Styled",
    "Table",
    "Text",
    "plain",
]


class Footnote(Struct, frozen=True):
    """The text of a footnote."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


class Comment(Struct, frozen=True):
    """An HTML comment of the source. Readers never see it; inline waivers live here."""

    text: str
    span: Span


# ---------------------------------------------------------------- structure
class Section(Struct, frozen=True):
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


Offsets: TypeAlias = tuple[int, ...] | range


class Sentence(Struct, frozen=True):
    """One sentence as the reader sees it, mapped to the source.

    `text` holds the visible characters, without citations and markup. `starts[i]` and `ends[i]` are
    the source range of character i, so a range of `text` maps back exactly; `span` is the source
    range of the whole. `keys` are the works cited in it. `field` names the front matter key it
    stands in (`title`, `subject`, …) and is empty in the body. `block` numbers the block of text the
    sentence belongs to, `section` the Section (-1 for front matter). `edges` holds starts and ends;
    it is None where the text stands in the source as it reads, as it nearly always does.
    """

    text: str
    span: Span
    place: Place
    section: int
    block: int
    keys: tuple[str, ...] = ()
    field: str = ""
    struck: bool = False
    edges: tuple[Offsets, Offsets] | None = None

    @property
    def starts(self) -> Offsets:
        """Where each character begins in the source."""
        return self.edges[0] if self.edges else range(self.span.start, self.span.end)

    @property
    def ends(self) -> Offsets:
        """Where each character ends in the source."""
        return self.edges[1] if self.edges else range(self.span.start + 1, self.span.end + 1)

    def source_span(self, start: int, end: int) -> Span:
        """The source range of text[start:end]."""
        if not self.edges and start < end <= len(self.text):
            return Span(self.span.start + start, self.span.start + end)
        starts, ends = self.starts, self.ends
        if start >= end:
            return Span(starts[start], starts[start]) if start < len(starts) else Span(self.span.end, self.span.end)
        return Span(starts[start], ends[end - 1])


class Document(Struct, frozen=True):
    """A whole article. `source` is the decoded file (BOM removed); all spans count its characters.

    `path` is relative to the working directory with forward slashes; `sha256` is of the file's bytes; `codes` is
    where code stands inside text.
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
    lines: LineIndex
    codes: tuple[Span, ...] = ()

    @property
    def words(self) -> int:
        """Words a reader reads, front matter included."""
        return sum(_words(sentence.text) for sentence in self.sentences)

    def body(self) -> Iterator[Sentence]:
        """The sentences below the front matter."""
        return (sentence for sentence in self.sentences if sentence.place is not Place.FRONT)


def _words(text: str) -> int:
    """How many words there are in text without blanks at its ends; where single blanks divide it, they are counted instead."""
    return text.count(" ") + 1 if text and text.isprintable() and "  " not in text else len(text.split())
