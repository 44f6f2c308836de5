"""From an article's blocks and inlines to the nodes that templates print.

Everything that templates must not decide is decided here: which links are followed, which number a
citation has, what a picture measures, and that nothing stands in the middle of a sentence that its
author did not put there (tooltips, paid-link notes and alternative texts follow as asides).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.article import document as doc
from pipeline.errors import InputError
from pipeline.publish import nodes
from pipeline.publish.links import allowed_link, host_of
from pipeline.publish.pictures import PictureFault, PictureFile, read_picture
from pipeline.publish.runs import TAGS, dressed, glued, text_only
from pipeline.text import shown as readable

NO_BREAK = "\u00a0"
# What search engines and readers' tools are told about a link that somebody earns from.
PAID_LINK = "sponsored nofollow"
# Characters of table text on the narrowest screen that sets tables in columns, 35rem.
_NARROWEST = 50


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article's text is read against.

    `numbers` maps citation keys to their place in the list of references; `earns` says that the
    page is commercial and `paid_hosts` where its products are sold; `paid_note` is what stands at
    such a link; `web_url` ends with a slash. `anchors` gives the printed anchor for each of
    the headings'.
    """

    document: doc.Document
    anchors: Mapping[str, str]
    note_labels: frozenset[str]
    content: Path
    numbers: Mapping[str, int]
    web_url: str
    earns: bool
    paid_hosts: frozenset[str]
    paid_note: str


@dataclass(slots=True)
class Prose:
    """Makes nodes; collects the pictures and footnote marks that it meets, in reading order.

    Footnote k has the label `labels[k]`, and `marks[k]` are the anchors of the marks that point at it.
    """

    around: Surroundings
    pictures: dict[str, PictureFile] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    marks: list[list[str]] = field(default_factory=list)
    in_product: bool = False
    _numbers: dict[str, int] = field(default_factory=dict)

    # ------------------------------------------------------------ blocks
    def blocks(self, blocks: Iterable[doc.Block]) -> tuple[nodes.Block, ...]:
        """The blocks as nodes, in their order."""
        return tuple(self.block(block) for block in blocks)

    def block(self, block: doc.Block) -> nodes.Block:
        """One block as a node."""
        match block:
            case doc.Paragraph():
                return self.paragraph(block)
            case doc.List():
                return nodes.List(block.start, not block.tight, tuple(self.item(item.blocks) for item in block.items))
            case doc.Quote():
                return nodes.Quotation(self.blocks(block.blocks))
            case doc.Table():
                return self.table(block)
            case doc.CodeBlock() | doc.HtmlBlock():
                return nodes.Literal(block.text.rstrip("\n"))
            case doc.Heading():
                return nodes.SubHeading(*self.text(block.inlines))
            case doc.Rule():
                return nodes.Divider()

    def paragraph(self, block: doc.Paragraph) -> nodes.Paragraph | nodes.Figure:
        """A paragraph, or the figure that a picture alone in its paragraph is."""
        visible = [
            inline
            for inline in block.inlines
            if not (isinstance(inline, doc.Break) or (isinstance(inline, doc.Text) and not inline.text.strip()))
        ]
        if len(visible) == 1 and isinstance(picture := visible[0], doc.Image):
            shown = self.picture(picture)
            return nodes.Figure(shown, picture.title, tuple(_described(shown)))
        return nodes.Paragraph(*self.text(block.inlines))

    def item(self, blocks: tuple[doc.Block, ...]) -> nodes.Item:
        """What stands in a list item or footnote; its first paragraph is set without a block of its own."""
        if blocks and isinstance(first := blocks[0], doc.Paragraph):
            inlines, asides = self.text(first.inlines)
            return nodes.Item(inlines, asides, self.blocks(blocks[1:]))
        return nodes.Item((), (), self.blocks(blocks))

    def table(self, table: doc.Table) -> nodes.Table:
        """A table whose cells know their column's name."""
        labels = [" ".join(doc.plain(cell.inlines).split()) for cell in table.head]
        rows = [[self.cell(*parts) for parts in zip(row, labels, table.aligns, strict=True)] for row in (table.head, *table.rows)]
        return nodes.Table(tuple(rows[0]), tuple(map(tuple, rows[1:])), len(labels) > 1, _roomy(table))

    def cell(self, cell: doc.Cell, label: str, align: str) -> nodes.Cell:
        """One cell."""
        return nodes.Cell(*self.text(cell.inlines), label, align)

    # ------------------------------------------------------------ inlines
    def text(self, inlines: tuple[doc.Inline, ...]) -> tuple[tuple[nodes.Inline, ...], tuple[nodes.Aside, ...]]:
        """The inlines of one block, and what has to be said after it."""
        asides: list[nodes.Aside] = []
        made = tuple(glued(self.inlines(inlines, asides)))
        paid = () if self.says_so(inlines) else [aside for aside in asides if aside.about == "paid"][:1]
        return made, (*(aside for aside in asides if aside.about != "paid"), *paid)

    def says_so(self, inlines: tuple[doc.Inline, ...]) -> bool:
        """Whether the author wrote the paid-link note into the block already."""
        return self.around.paid_note.lower() in " ".join(doc.plain(inlines).split()).lower()

    def inlines(self, inlines: Iterable[doc.Inline], asides: list[nodes.Aside]) -> Iterator[nodes.Inline]:
        """Nodes of inlines; asides are added to the list."""
        for inline in inlines:
            match inline:
                case doc.Text():
                    yield nodes.Words(inline.text)
                case doc.Code() | doc.RawHtml():
                    yield nodes.Verbatim(inline.text)
                case doc.Break():
                    yield nodes.NewLine() if inline.hard else nodes.Words(" ")
                case doc.Styled():
                    yield nodes.Styled(TAGS[inline.style], tuple(glued(self.inlines(inline.children, asides))))
                case doc.Limited():
                    yield from self.inlines(inline.children, asides)
                case doc.Link():
                    yield from self.link(inline, asides)
                case doc.Image():
                    yield (picture := self.picture(inline))
                    asides += [*_described(picture), *_titled(inline.title)]
                case doc.Citation():
                    yield nodes.Cited(tuple(self.cited(work) for work in inline.works), NO_BREAK)
                case doc.FootnoteMark():
                    yield self.note_mark(inline)

    def link(self, link: doc.Link, asides: list[nodes.Aside]) -> Iterator[nodes.Inline]:
        """A link that may be followed, or its words where it may not.

        A link holds text only (elements in links spoil tagged PDF): emphasis of the whole goes
        around it, pictures and citations in it print without it, and the link follows the block.
        """
        href = self.target(link.href)
        text = " ".join(doc.plain(link.children).split())
        paid = href is not None and self.paid(href)
        if href is None or not text or not text_only(link.children):
            yield from self.inlines(link.children, asides)
            asides += [nodes.Aside("link", text or href, href)] if href else []
        else:
            absolute = self.around.web_url + href if href.startswith("#") else href
            yield dressed(link.children, nodes.Hyperlink(href, absolute, PAID_LINK if paid else "", text))
        asides += [nodes.Aside("paid", self.around.paid_note, href)] if paid and href else []
        asides += _titled(link.title)

    def target(self, href: str) -> str | None:
        """An allowed address; an anchor only where the article has it (a dead one is a fault in PDF)."""
        allowed = allowed_link(href)
        if allowed is None or not allowed.startswith("#"):
            return allowed
        anchor = self.around.anchors.get(allowed[1:])
        return f"#{anchor}" if anchor else None

    def paid(self, href: str) -> bool:
        """Whether somebody earns from the link: in a product section, or wherever a product is sold."""
        return self.around.earns and href.startswith("http") and (self.in_product or host_of(href) in self.around.paid_hosts)

    def cited(self, work: doc.CitedWork) -> nodes.CitedNumber:
        """A cited work with its number."""
        return nodes.CitedNumber(self.around.numbers[work.key], work.locator)

    def note_mark(self, mark: doc.FootnoteMark) -> nodes.Inline:
        """The mark of a footnote, numbered by first use; words where the article has no such footnote."""
        if mark.label not in self.around.note_labels:
            return nodes.Words(f"[^{mark.label}]")
        number = self.note(mark.label)
        backs = self.marks[number - 1]
        backs.append(f"note-{number}-mark-{len(backs) + 1}")
        return nodes.NoteMark(number, backs[-1], NO_BREAK)

    def note(self, label: str) -> int:
        """The number of a footnote; a new one gets the next."""
        if label not in self._numbers:
            self.labels.append(label)
            self.marks.append([])
            self._numbers[label] = len(self.labels)
        return self._numbers[label]

    def picture(self, image: doc.Image) -> nodes.Picture:
        """A picture with its size. Raises InputError where it cannot be shown."""
        alt = " ".join(doc.plain(image.children).split())
        return self.shown(image.src, alt, self.around.document.lines.position(image.span.start).line)

    def shown(self, src: str, alt: str, line: int) -> nodes.Picture:
        """The picture at `src`, kept for copying."""
        try:
            file = self.pictures.get(src) or read_picture(self.around.content, src)
        except PictureFault as fault:
            what = f"picture {readable(src)}: {fault}"
            raise InputError(what, "put it back and run again", path=self.around.document.path, line=line) from None
        self.pictures[src] = file
        return nodes.Picture(file.href, self.around.web_url + file.href, alt, file.width, file.height)


def _titled(title: str) -> list[nodes.Aside]:
    return [nodes.Aside("title", title)] if title.strip() else []


def _described(picture: nodes.Picture) -> list[nodes.Aside]:
    return [nodes.Aside("picture", picture.alt, picture.absolute)] if picture.alt else []


def _roomy(table: doc.Table) -> bool:
    """Whether the longest words of all columns fit into one line of the narrowest page that shows columns."""
    columns = zip(table.head, *table.rows, strict=True)
    longest = (max((len(word) for cell in column for word in doc.plain(cell.inlines).split()), default=0) for column in columns)
    return sum(longest) + 2 * len(table.head) <= _NARROWEST
