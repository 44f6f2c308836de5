"""From what stands between a start and an end of pulldown-cmark's events to a typed node: one method for each kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct, field

from pipeline.article import document as doc
from pipeline.article.attributes import Attributes, heading_attributes
from pipeline.article.inlines import finished
from pipeline.text import Span

_COMMENT = re.compile(r"\s*<!--(?P<text>(?:(?!-->).)*)-->\s*", re.S)
_BLOCKS = frozenset({doc.Heading, doc.Paragraph, doc.List, doc.Quote, doc.CodeBlock, doc.Table, doc.Rule, doc.HtmlBlock})
_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9]+")
_CITING = frozenset({doc.Citation, doc.Limited})
_IS_HARD = {"SoftBreak": False, "HardBreak": True}
_STYLES = {"Emphasis": doc.Style.EMPHASIS, "Strong": doc.Style.STRONG, "Strikethrough": doc.Style.STRUCK}


class Parsed(Struct):
    """What one parse found, in reading order."""

    blocks: tuple[doc.Block, ...] = ()
    footnotes: list[doc.Footnote] = field(default_factory=list)
    comments: list[doc.Comment] = field(default_factory=list)
    citations: list[doc.Citation] = field(default_factory=list)
    images: list[doc.Image] = field(default_factory=list)
    links: list[doc.Link] = field(default_factory=list)
    raw_html: list[doc.RawHtml | doc.HtmlBlock] = field(default_factory=list)
    codes: list[Span] = field(default_factory=list)


class Open(Struct):
    """A node whose end has not come yet; `kind` and `data` are pulldown-cmark's."""

    kind: str
    data: Any
    span: Span
    children: list[Any]


class Maker:
    """Makes the nodes of one article, and takes down in `parsed` those that are asked for by their kind."""

    def __init__(self, source: str) -> None:
        self.source, self.parsed = source, Parsed()
        self.anchors: Counter[str] = Counter()

    def node(self, opened: Open) -> Any:
        """The node that has ended; None for what readers do not see in this place."""
        return _MAKERS[opened.kind](self, opened)

    def leaf(self, kind: str, data: Any, span: Span) -> Any:
        """A node without an end of its own; None for a comment."""
        match kind:
            case "SoftBreak" | "HardBreak":
                return doc.Break(_IS_HARD[kind], span)
            case "Rule":
                return doc.Rule(span)
            case "Code":
                code = doc.Code(data, self.code_span(data, span))
                self.parsed.codes.append(code.span)
                return code
            case "FootnoteReference":
                return doc.FootnoteMark(data, span)
            case "InlineHtml":
                return self.raw(doc.RawHtml(data, span))
        return doc.Text(data, span)

    def raw(self, node: doc.RawHtml | doc.HtmlBlock) -> doc.RawHtml | doc.HtmlBlock | None:
        if comment := _COMMENT.fullmatch(node.text):
            self.parsed.comments.append(doc.Comment(comment["text"], node.span))
            return None
        if isinstance(node, doc.HtmlBlock) and (comment := _COMMENT.match(node.text)):
            return self.raw(self.after_comment(node, comment))
        self.parsed.raw_html.append(node)
        return node

    def after_comment(self, block: doc.HtmlBlock, comment: re.Match[str]) -> doc.HtmlBlock:
        """What follows a comment that opens a line: Markdown takes both for one block of HTML, and a waiver would be lost in it."""
        start = self.source.find("<!--", block.span.start)
        end = self.source.find("-->", start) + len("-->")
        self.parsed.comments.append(doc.Comment(comment["text"], Span(start, end)))
        end += len(self.source[end : block.span.end]) - len(self.source[end : block.span.end].lstrip())
        return doc.HtmlBlock(block.text[comment.end() :], Span(end, block.span.end))

    def code_span(self, text: str, span: Span) -> Span:
        """The code without its backticks, where it stands in the source as it reads."""
        at = self.source.find(text, span.start, span.end)
        return Span(at, at + len(text)) if at >= 0 else span

    def inlines(self, opened: Open) -> tuple[doc.Inline, ...]:
        children = opened.children
        if len(children) == 1 and isinstance(only := children[0], doc.Text) and "[" not in only.text:
            return (only,)
        done = finished(children, self.source)
        if not _CITING.isdisjoint(map(type, done)):
            self.cite(done)
        return done

    def cite(self, done: tuple[doc.Inline, ...]) -> None:
        """Take down the citations of a block, then those in words limited to markets."""
        self.parsed.citations += [inline for inline in done if isinstance(inline, doc.Citation)]
        for limited in done:
            if isinstance(limited, doc.Limited):
                self.parsed.citations += [inline for inline in limited.children if isinstance(inline, doc.Citation)]

    def make_paragraph(self, opened: Open) -> doc.Paragraph | None:
        inlines = self.inlines(opened)
        return doc.Paragraph(inlines, opened.span) if inlines else None

    def make_heading(self, opened: Open) -> doc.Heading | None:
        inlines = self.inlines(opened)
        if not inlines:
            return None
        given = Attributes()
        if opened.data["id"] or opened.data["classes"] or opened.data["attrs"]:
            given = heading_attributes(self.source[opened.span.start : opened.span.end], opened.span.start)
        return doc.Heading(
            level=int(opened.data["level"][1]),
            inlines=inlines,
            classes=given.classes,
            markets=given.markets,
            anchor=self.anchor(given.anchor or doc.plain(inlines)),
            span=opened.span,
            certainty=given.certainty,
        )

    def anchor(self, words: str) -> str:
        """An id that is valid in HTML and PDF, unique in the document, and the same in every run."""
        base = _NOT_IN_ANCHORS.sub("-", words.lower()).strip("-")[:60].strip("-") or "section"
        base = base if base[0].isalpha() else f"s-{base}"
        self.anchors[base] += 1
        return base if self.anchors[base] == 1 else f"{base}-{self.anchors[base]}"

    def make_list(self, opened: Open) -> doc.List:
        tight = all(not item.loose for item in opened.children)
        return doc.List(opened.data, tight, tuple(item.item for item in opened.children), opened.span)

    def make_item(self, opened: Open) -> _ItemDraft:
        loose = doc.Paragraph in map(type, opened.children)
        return _ItemDraft(doc.Item(self.flow(opened), opened.span), loose)

    def flow(self, opened: Open) -> tuple[doc.Block, ...]:
        """Blocks of an item; runs of bare inlines (tight lists) become paragraphs."""
        if _BLOCKS.issuperset(map(type, opened.children)):
            return tuple(opened.children)
        out: list[Any] = []
        for are_blocks, group in groupby(opened.children, _is_block):
            children = list(group)
            span = Span(children[0].span.start, children[-1].span.end)
            out += children if are_blocks else filter(None, [self.make_paragraph(Open("Paragraph", None, span, children))])
        return tuple(out)

    def make_blockquote(self, opened: Open) -> doc.Quote:
        return doc.Quote(blocks_of(opened.children), opened.span)

    def make_codeblock(self, opened: Open) -> doc.CodeBlock:
        info = opened.data["Fenced"] if isinstance(opened.data, dict) else ""
        inner = [child.span for child in opened.children]
        span = Span(inner[0].start, inner[-1].end) if inner else opened.span
        return doc.CodeBlock("".join(child.text for child in opened.children), info, span)

    def make_htmlblock(self, opened: Open) -> doc.RawHtml | doc.HtmlBlock | None:
        return self.raw(doc.HtmlBlock("".join(child.text for child in opened.children), opened.span))

    def make_table(self, opened: Open) -> doc.Table:
        aligns = tuple("" if align == "None" else align.lower() for align in opened.data)
        head, *rows = opened.children
        return doc.Table(aligns, head, tuple(rows), opened.span)

    def make_cells(self, opened: Open) -> tuple[doc.Cell, ...]:
        return tuple(opened.children)

    def make_tablecell(self, opened: Open) -> doc.Cell:
        return doc.Cell(self.inlines(opened), opened.span)

    def make_footnotedefinition(self, opened: Open) -> None:
        self.parsed.footnotes.append(doc.Footnote(opened.data, self.flow(opened), opened.span))

    def make_styled(self, opened: Open) -> doc.Styled:
        return doc.Styled(_STYLES[opened.kind], self.inlines(opened), opened.span)

    def make_link(self, opened: Open) -> doc.Link:
        link = doc.Link(opened.data["dest_url"], opened.data["title"], self.inlines(opened), opened.span)
        self.parsed.links.append(link)
        return link

    def make_image(self, opened: Open) -> doc.Image:
        image = doc.Image(opened.data["dest_url"], opened.data["title"], self.inlines(opened), opened.span)
        self.parsed.images.append(image)
        return image


class _ItemDraft(Struct):
    """An item, and whether its list has to be set loosely."""

    item: doc.Item
    loose: bool


def _is_block(node: Any) -> bool:
    return type(node) in _BLOCKS


def blocks_of(children: list[Any]) -> tuple[doc.Block, ...]:
    """The blocks among some nodes."""
    return tuple(filter(_is_block, children))


# By pulldown-cmark's names for the tags.
_MAKERS: Mapping[str, Callable[[Maker, Open], Any]] = {
    "Paragraph": Maker.make_paragraph,
    "Heading": Maker.make_heading,
    "List": Maker.make_list,
    "Item": Maker.make_item,
    "BlockQuote": Maker.make_blockquote,
    "CodeBlock": Maker.make_codeblock,
    "HtmlBlock": Maker.make_htmlblock,
    "Table": Maker.make_table,
    "TableHead": Maker.make_cells,
    "TableRow": Maker.make_cells,
    "TableCell": Maker.make_tablecell,
    "FootnoteDefinition": Maker.make_footnotedefinition,
    "Emphasis": Maker.make_styled,
    "Strong": Maker.make_styled,
    "Strikethrough": Maker.make_styled,
    "Link": Maker.make_link,
    "Image": Maker.make_image,
}
