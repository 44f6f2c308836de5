"""One Markdown parse: pulldown-cmark's events with their source ranges become typed blocks.

Events are folded with an explicit stack, so that deep nesting costs no recursion here; it is
refused beyond MAX_DEPTH because nobody reads it and every later step would have to recurse.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pyromark
from msgspec import Struct, field

from pipeline.article import document as doc
from pipeline.article.attributes import Attributes, heading_attributes
from pipeline.article.inlines import finished
from pipeline.errors import InputError
from pipeline.text import Span, character_offsets

MAX_DEPTH = 24
_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_COMMENT = re.compile(r"\s*<!--(?P<text>(?:(?!-->).)*)-->\s*", re.S)
_BLOCKS = (doc.Heading, doc.Paragraph, doc.List, doc.Quote, doc.CodeBlock, doc.Table, doc.Rule, doc.HtmlBlock)
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


class _Open(Struct):
    """A node whose end has not come yet."""

    kind: str
    data: Any
    span: Span
    children: list[Any] = field(default_factory=list)


def parse(source: str, start: int, path: str, line_of: Callable[[int], int]) -> Parsed:
    """Blocks of source[start:]; all spans count characters of `source`."""
    return _Builder(source, start, path, line_of).run()


class _Builder:
    def __init__(self, source: str, start: int, path: str, line_of: Callable[[int], int]) -> None:
        self.source, self.start, self.path, self.line_of = source, start, path, line_of
        self.parsed = Parsed()
        self.anchors: Counter[str] = Counter()
        self.stack = [_Open("Root", None, Span(start, len(source)))]

    def run(self) -> Parsed:
        body = self.source[self.start :]
        offsets = character_offsets(body, self.start)
        for event, place in pyromark.events_with_range(body, options=_OPTIONS):
            span = Span(offsets[place["start"]], offsets[place["end"]])
            self.take(event, span)
        self.parsed.blocks = _blocks(self.stack[0].children)
        return self.parsed

    def take(self, event: Any, span: Span) -> None:
        if isinstance(event, str):
            self.add(doc.Rule(span) if event == "Rule" else doc.Break(_IS_HARD[event], span))
            return
        [(kind, data)] = event.items()
        if kind == "Text":
            self.add(doc.Text(data, span))
        elif kind == "Start":
            self.open(data, span)
        elif kind == "End":
            opened = self.stack.pop()
            node = getattr(self, f"make_{opened.kind.lower()}")(opened)
            if node is not None:
                self.add(node)
        else:
            self.leaf(kind, data, span)

    def open(self, tag: Any, span: Span) -> None:
        kind, data = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if len(self.stack) > MAX_DEPTH:
            what = f"text is nested more than {MAX_DEPTH} levels deep"
            raise InputError(what, "flatten lists and quotations", path=self.path, line=self.line_of(span.start))
        self.stack.append(_Open(kind, data, span))

    def add(self, node: Any) -> None:
        self.stack[-1].children.append(node)

    def leaf(self, kind: str, data: Any, span: Span) -> None:
        if kind == "Code":
            self.add(doc.Code(data, self.code_span(data, span)))
        elif kind == "FootnoteReference":
            self.add(doc.FootnoteMark(data, span))
        elif kind == "InlineHtml" and (comment := _COMMENT.fullmatch(data)):
            self.parsed.comments.append(doc.Comment(comment["text"], span))
        elif kind == "InlineHtml":
            self.raw(doc.RawHtml(data, span))
        else:
            self.add(doc.Text(data, span))

    def raw(self, node: doc.RawHtml | doc.HtmlBlock) -> None:
        self.parsed.raw_html.append(node)
        self.add(node)

    def code_span(self, text: str, span: Span) -> Span:
        """The code without its backticks, where it stands in the source as it reads."""
        at = self.source.find(text, span.start, span.end)
        return Span(at, at + len(text)) if at >= 0 else span

    def inlines(self, opened: _Open) -> tuple[doc.Inline, ...]:
        done = finished(opened.children, self.source)
        self.parsed.citations += [inline for inline in done if isinstance(inline, doc.Citation)]
        for limited in done:
            if isinstance(limited, doc.Limited):
                self.parsed.citations += [inline for inline in limited.children if isinstance(inline, doc.Citation)]
        return done

    # ------------------------------------------------------------ one method for each kind of node
    def make_paragraph(self, opened: _Open) -> doc.Paragraph | None:
        inlines = self.inlines(opened)
        return doc.Paragraph(inlines, opened.span) if inlines else None

    def make_heading(self, opened: _Open) -> doc.Heading | None:
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
        base = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60].strip("-") or "section"
        base = base if base[0].isalpha() else f"s-{base}"
        self.anchors[base] += 1
        return base if self.anchors[base] == 1 else f"{base}-{self.anchors[base]}"

    def make_list(self, opened: _Open) -> doc.List:
        tight = all(not item.loose for item in opened.children)
        return doc.List(opened.data, tight, tuple(item.item for item in opened.children), opened.span)

    def make_item(self, opened: _Open) -> _ItemDraft:
        loose = any(isinstance(child, doc.Paragraph) for child in opened.children)
        return _ItemDraft(doc.Item(self.flow(opened), opened.span), loose)

    def flow(self, opened: _Open) -> tuple[doc.Block, ...]:
        """Blocks of an item; runs of bare inlines (tight lists) become paragraphs."""
        out: list[Any] = []
        run: list[Any] = []
        for child in [*opened.children, None]:
            if child is not None and not isinstance(child, _BLOCKS):
                run.append(child)
                continue
            if run:
                holder = _Open("Paragraph", None, Span(run[0].span.start, run[-1].span.end), run)
                out.append(self.make_paragraph(holder))
                run = []
            out.append(child)
        return _blocks(out)

    def make_blockquote(self, opened: _Open) -> doc.Quote:
        return doc.Quote(_blocks(opened.children), opened.span)

    def make_codeblock(self, opened: _Open) -> doc.CodeBlock:
        info = opened.data["Fenced"] if isinstance(opened.data, dict) else ""
        inner = [child.span for child in opened.children]
        span = Span(inner[0].start, inner[-1].end) if inner else opened.span
        return doc.CodeBlock("".join(child.text for child in opened.children), info, span)

    def make_htmlblock(self, opened: _Open) -> None:
        text = "".join(child.text for child in opened.children)
        if comment := _COMMENT.fullmatch(text):
            self.parsed.comments.append(doc.Comment(comment["text"], opened.span))
        else:
            self.raw(doc.HtmlBlock(text, opened.span))

    def make_table(self, opened: _Open) -> doc.Table:
        aligns = tuple("" if align == "None" else align.lower() for align in opened.data)
        head, *rows = opened.children
        return doc.Table(aligns, head, tuple(rows), opened.span)

    def make_tablehead(self, opened: _Open) -> tuple[doc.Cell, ...]:
        return tuple(opened.children)

    make_tablerow = make_tablehead

    def make_tablecell(self, opened: _Open) -> doc.Cell:
        return doc.Cell(self.inlines(opened), opened.span)

    def make_footnotedefinition(self, opened: _Open) -> None:
        self.parsed.footnotes.append(doc.Footnote(opened.data, self.flow(opened), opened.span))

    def styled(self, opened: _Open) -> doc.Styled:
        return doc.Styled(_STYLES[opened.kind], self.inlines(opened), opened.span)

    make_emphasis = make_strong = make_strikethrough = styled

    def make_link(self, opened: _Open) -> doc.Link:
        link = doc.Link(opened.data["dest_url"], opened.data["title"], self.inlines(opened), opened.span)
        self.parsed.links.append(link)
        return link

    def make_image(self, opened: _Open) -> doc.Image:
        image = doc.Image(opened.data["dest_url"], opened.data["title"], self.inlines(opened), opened.span)
        self.parsed.images.append(image)
        return image


class _ItemDraft(Struct):
    """An item, and whether its list has to be set loosely."""

    item: doc.Item
    loose: bool


def _blocks(children: list[Any]) -> tuple[doc.Block, ...]:
    return tuple(child for child in children if isinstance(child, _BLOCKS))
