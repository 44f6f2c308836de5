"""What templates print: an article's text after all questions about it were answered.

Made from the Document by prose.py. A node holds text and plain values only: links are allowed
ones, citations are numbers, pictures have sizes. `kind` is what a template asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


# ---------------------------------------------------------------- inlines
@dataclass(frozen=True, slots=True)
class Words:
    """Running text."""

    text: str
    kind: ClassVar[str] = "words"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Inline code or raw HTML, shown as it was typed."""

    text: str
    kind: ClassVar[str] = "verbatim"


@dataclass(frozen=True, slots=True)
class NewLine:
    """A hard line break."""

    kind: ClassVar[str] = "new-line"


@dataclass(frozen=True, slots=True)
class Styled:
    """Words in `em`, `strong` or `s`."""

    tag: str
    children: tuple[Inline, ...]
    kind: ClassVar[str] = "styled"


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link of an allowed scheme. `href` may be `#anchor`, `absolute` never is; `rel` is empty or for paid links."""

    href: str
    absolute: str
    rel: str
    text: str
    kind: ClassVar[str] = "link"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is copied beside the page. Sizes are px; an empty `alt` marks decoration."""

    href: str
    absolute: str
    alt: str
    width: int
    height: int
    kind: ClassVar[str] = "picture"


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """One work: its number in the list of references, and the place in it that the author named."""

    number: int
    locator: str


@dataclass(frozen=True, slots=True)
class Cited:
    """`[1, p. 3]`. `glue` is a no-break space, or empty at the start of a block."""

    works: tuple[CitedNumber, ...]
    glue: str
    kind: ClassVar[str] = "cited"

    @property
    def separator(self) -> str:
        """A comma between works, or a semicolon where one of them has a locator."""
        return "; " if any(work.locator for work in self.works) else ", "


@dataclass(frozen=True, slots=True)
class NoteMark:
    """`[note 1]`. `back` is the mark's own anchor."""

    number: int
    back: str
    glue: str
    kind: ClassVar[str] = "note-mark"


Inline: TypeAlias = Words | Verbatim | NewLine | Styled | Hyperlink | Picture | Cited | NoteMark


# ---------------------------------------------------------------- blocks
@dataclass(frozen=True, slots=True)
class Aside:
    """What belongs to a block of text but must not break its sentences; printed after it.

    `about` is `title` (a link's tooltip, which paper and mail would hide), `picture` (the
    alternative text, for outputs without pictures), `link` (what a linked picture leads to) or
    `paid` (somebody earns from a link above).
    """

    about: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: tuple[Inline, ...]
    asides: tuple[Aside, ...] = ()
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its first paragraph as inlines (an `li` with block children spoils tagged PDF), then the rest."""

    inlines: tuple[Inline, ...]
    asides: tuple[Aside, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """Bullets (`start` is None) or numbers; `loose` items stand apart."""

    start: int | None
    loose: bool
    entries: tuple[Item, ...]
    kind: ClassVar[str] = "list"

    @property
    def ordered(self) -> bool:
        """Whether the items are numbered."""
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    blocks: tuple[Block, ...]
    kind: ClassVar[str] = "quotation"


@dataclass(frozen=True, slots=True)
class Literal:
    """A code block or raw HTML, shown as it was typed."""

    text: str
    kind: ClassVar[str] = "literal"

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines with tabs and leading blanks as no-break spaces, for outputs that fold white space."""
        return tuple(_indented(line.expandtabs(4)) for line in self.text.splitlines())


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `label` is its column's name in plain words, `align` left, right, center or empty."""

    inlines: tuple[Inline, ...]
    asides: tuple[Aside, ...]
    label: str
    align: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    `row_heads`: the first column names its rows (every table of two columns or more). `roomy`: its
    longest words fit side by side, so that none has to be broken.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_heads: bool
    roomy: bool
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands alone; `caption` may be empty."""

    picture: Picture
    caption: str
    asides: tuple[Aside, ...]
    kind: ClassVar[str] = "figure"


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A heading inside a list or quotation: bold, and no part of the outline."""

    inlines: tuple[Inline, ...]
    asides: tuple[Aside, ...]
    kind: ClassVar[str] = "sub-heading"


@dataclass(frozen=True, slots=True)
class Divider:
    """A thematic break."""

    kind: ClassVar[str] = "divider"


Block: TypeAlias = Paragraph | List | Quotation | Literal | Table | Figure | SubHeading | Divider


def _indented(line: str) -> str:
    kept = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(kept)) + kept
