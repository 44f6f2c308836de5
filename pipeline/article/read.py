"""Path in, Document out: the one place where an article is put together."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from pipeline.article import document as doc
from pipeline.article.attributes import AttributeFault
from pipeline.article.frontmatter import read_front
from pipeline.article.images import check_images
from pipeline.article.making import Parsed
from pipeline.article.markdown import parse
from pipeline.article.metadata import Metadata
from pipeline.article.sentences import sentences_of_field, sentences_of_inlines, sentences_of_literal
from pipeline.article.site import Site
from pipeline.article.source import Source, read_source
from pipeline.errors import InputError
from pipeline.text import LineIndex, Span


def read_document(path: Path, site: Site | None = None) -> doc.Document:
    """The article at `path`, its pictures looked at. Raises InputError with path and line."""
    document = document_of(read_source(path), site)
    check_images(document, path.parent)
    return document


def document_of(source: Source, site: Site | None = None) -> doc.Document:
    """The article in a decoded file."""
    lines = LineIndex(source.text)
    front = read_front(source, site)
    try:
        parsed = parse(source.text, front.body_start, source.path, lambda offset: lines.position(offset).line)
    except AttributeFault as fault:
        raise InputError(fault.what, fault.remedy, path=source.path, line=lines.position(fault.offset).line) from None
    sections = _sections(parsed, front.body_start, len(source.text))
    return doc.Document(
        path=source.path,
        source=source.text,
        sha256=source.sha256,
        meta=front.meta,
        blocks=parsed.blocks,
        sections=sections,
        sentences=tuple(_sentences(front.meta, sections, parsed, source.text)),
        footnotes=tuple(parsed.footnotes),
        comments=tuple(parsed.comments),
        codes=tuple(parsed.codes),
        citations=tuple(parsed.citations),
        images=tuple(parsed.images),
        links=tuple(parsed.links),
        raw_html=tuple(parsed.raw_html),
        lines=lines,
    )


def _sections(parsed: Parsed, start: int, end: int) -> tuple[doc.Section, ...]:
    """The lead and one section for each heading at the top level of the document."""
    out: list[doc.Section] = []
    heads: list[tuple[doc.Heading | None, list[doc.Block]]] = [(None, [])]
    for block in parsed.blocks:
        if isinstance(block, doc.Heading):
            heads.append((block, []))
        else:
            heads[-1][1].append(block)
    for number, (heading, blocks) in enumerate(heads):
        begin = heading.span.start if heading else start
        following = heads[number + 1][0] if number + 1 < len(heads) else None
        span = Span(begin, following.span.start if following else end)
        out.append(doc.Section(number, heading, tuple(blocks), _above(heading, out), span))
    return tuple(out)


def _above(heading: doc.Heading | None, before: list[doc.Section]) -> tuple[int, ...]:
    """Indexes of the sections that hold the heading's section, outermost first."""
    path: list[int] = []
    level = heading.level if heading else 0
    for section in reversed(before):
        if section.heading and section.heading.level < level:
            path.insert(0, section.index)
            level = section.heading.level
    return tuple(path)


def _sentences(meta: Metadata, sections: tuple[doc.Section, ...], parsed: Parsed, source: str) -> list[doc.Sentence]:
    teller = _Teller(source)
    for number, text in enumerate(meta.texts):
        teller.out += sentences_of_field(text, -1, -1 - number)
    for section in sections:
        if section.heading:
            teller.inlines(section.heading.inlines, doc.Place.HEADING, section.index)
        for block in section.blocks:
            teller.block(block, doc.Place.PARAGRAPH, section.index)
    for footnote in parsed.footnotes:
        home = next((section.index for section in sections if section.span.holds(footnote.span)), 0)
        for block in footnote.blocks:
            teller.block(block, doc.Place.FOOTNOTE, home)
    return teller.out


class _Teller(Struct):
    """The sentences told so far, and how many blocks of text they came from."""

    source: str
    out: list[doc.Sentence] = field(default_factory=list)
    blocks: int = 0

    def inlines(self, inlines: tuple[doc.Inline, ...], place: doc.Place, section: int) -> None:
        self.out += sentences_of_inlines(inlines, place, section, self.blocks)
        self.blocks += 1

    def literal(self, block: doc.CodeBlock | doc.HtmlBlock, place: doc.Place, section: int) -> None:
        self.out += sentences_of_literal(block.text, block.span, self.source, place, section, self.blocks)
        self.blocks += 1

    def block(self, block: doc.Block, place: doc.Place, section: int) -> None:
        """Sentences of a block; `place` says what holds it (a paragraph in a list is an item)."""
        match block:
            case doc.Paragraph():
                self.inlines(block.inlines, place, section)
            case doc.Heading():
                self.inlines(block.inlines, doc.Place.HEADING, section)
            case doc.List():
                for child in (child for item in block.items for child in item.blocks):
                    self.block(child, doc.Place.ITEM, section)
            case doc.Quote():
                for child in block.blocks:
                    self.block(child, doc.Place.QUOTE, section)
            case doc.Table():
                for cell in (cell for row in (block.head, *block.rows) for cell in row):
                    self.inlines(cell.inlines, doc.Place.CELL, section)
            case doc.CodeBlock():
                self.literal(block, doc.Place.CODE, section)
            case doc.HtmlBlock():
                self.literal(block, doc.Place.HTML, section)
