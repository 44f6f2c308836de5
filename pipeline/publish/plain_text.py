"""The plain-text part, set as a person would type it: 72 columns, addresses under the words they belong to."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from pipeline.publish import nodes
from pipeline.publish.parts import Section, Statement
from pipeline.publish.references import PrintedReference
from pipeline.publish.view import ArticleView
from pipeline.publish.words import Catalogue

WIDTH = 72


def plain_text(view: ArticleView, words: Catalogue, why: str, unsubscribe: str) -> str:
    """The whole article as text; `unsubscribe` is an address or what will become one."""
    return "\n".join(_Typist(words).mail(view, why, unsubscribe)) + "\n"


class _Typist:
    """Types blocks as lines. Each method yields lines; a block begins with an empty one."""

    def __init__(self, words: Catalogue) -> None:
        self.words = words

    # ------------------------------------------------------------ the mail
    def mail(self, view: ArticleView, why: str, unsubscribe: str) -> Iterator[str]:
        if view.stamp:
            yield from (view.stamp, "")
        yield from _wrapped(view.preheader)
        yield from (f"{self.words.in_browser}: {view.web_url}", "", "", view.publisher, *_wrapped(view.purpose), "")
        yield from self.statements(view.disclosure)
        yield from ("", *_underlined(view.title, "="))
        yield from ("", *_wrapped(view.description)) if view.description else ()
        yield ""
        for fact in view.facts:
            yield from _wrapped(f"{fact.label}: {fact.value}", "", "  ")
        yield from self.statements(view.note)
        yield from self.blocks(view.lead)
        for section in view.sections:
            yield from self.section(section)
        yield from self.obligations(view.directions, view.required)
        yield from self.closing(view)
        yield from self.foot(view, why, unsubscribe)

    def closing(self, view: ArticleView) -> Iterator[str]:
        """Handout, notice, notes and references."""
        yield from ("", "", f"{self.words.handout_button}:", f"{view.web_url}handout.pdf")
        extra = tuple(filter(None, (view.ai_use, view.demonstration)))
        if view.notice or extra:
            yield from ("", "", *_underlined(self.words.about, "-"))
            yield from self.statements(view.notice)
            for text in extra:
                yield from ("", *_wrapped(text))
        if view.notes:
            yield from ("", "", *_underlined(self.words.notes, "-"))
            for note in view.notes:
                yield from ("", *self.entry(f"{note.number}. ", nodes.Item(note.inlines, note.asides, note.blocks), ""))
        if view.references:
            yield from ("", "", *_underlined(self.words.references, "-"))
            for reference in view.references:
                yield from ("", *_reference(reference))

    def foot(self, view: ArticleView, why: str, unsubscribe: str) -> Iterator[str]:
        yield from ("", "", "-- ", *_wrapped(why))
        yield from (f"{self.words.unsubscribe}: {unsubscribe}", f"{self.words.feedback}: {view.feedback_url}", "")
        yield from _wrapped(" ".join(filter(None, (f"{view.label}." if view.label else "", f"{view.imprint}."))))
        yield from _wrapped(" ".join(f"{text}." for text in (view.material_id, view.next_check) if text))
        if view.stamp:
            yield from ("", view.stamp)

    # ------------------------------------------------------------ sections
    def section(self, section: Section) -> Iterator[str]:
        text = _typed(section.inlines)
        yield ""
        yield from ("", *_underlined(text, "-")) if section.level == 2 else _wrapped(text)
        yield from self.asides(section.asides, "")
        yield from self.blocks(section.blocks, tight=section.level > 2)
        if section.rated:
            yield from ("", *_wrapped(self.words.certainty_key))
        if section.sure:
            yield from _wrapped(f"{self.words.how_sure} {section.sure}")
        for child in section.children:
            yield from self.section(child)
        yield from self.obligations(section.directions, section.statements)

    def statements(self, statements: Iterable[Statement]) -> Iterator[str]:
        for statement in statements:
            yield from ("", *_wrapped(" ".join(filter(None, (statement.mark, _typed(statement.inlines))))))

    def obligations(self, directions: Iterable[str], statements: Iterable[Statement]) -> Iterator[str]:
        for text in directions:
            yield from ("", *_wrapped(text))
        yield from self.statements(statements)

    # ------------------------------------------------------------ blocks
    def blocks(self, blocks: Iterable[nodes.Block], indent: str = "", *, tight: bool = False) -> Iterator[str]:
        """Blocks with an empty line before each; `tight` leaves the first one out."""
        for number, block in enumerate(blocks):
            lines = list(self.block(block, indent))
            if lines and not (tight and number == 0):
                yield ""
            yield from lines

    def block(self, block: nodes.Block, indent: str) -> Iterator[str]:
        match block:
            case nodes.Paragraph() | nodes.SubHeading():
                yield from _wrapped(_typed(block.inlines), indent, indent)
                yield from self.links(block.inlines, indent)
                yield from self.asides(block.asides, indent)
            case nodes.List():
                yield from self.list(block, indent)
            case nodes.Quotation():
                yield from (f"{indent}> {line}".rstrip() for line in self.blocks(block.blocks, tight=True))
            case nodes.Literal():
                yield from (f"{indent}    {line}".rstrip() for line in block.text.splitlines())
            case nodes.Table():
                yield from self.table(block, indent)
            case nodes.Figure():
                yield from _wrapped(block.caption, indent, indent)
                yield from self.asides(block.asides, indent)
            case nodes.Divider():
                yield f"{indent}* * *"

    def list(self, block: nodes.List, indent: str) -> Iterator[str]:
        for number, item in enumerate(block.entries, block.start or 0):
            if block.loose and number != (block.start or 0):
                yield ""
            yield from self.entry(f"{number}. " if block.ordered else "* ", item, indent)

    def entry(self, mark: str, item: nodes.Item, indent: str) -> Iterator[str]:
        """A list item: its mark, its words, and the rest under the words."""
        inner = indent + " " * len(mark)
        yield from _wrapped(_typed(item.inlines), indent + mark, inner) if item.inlines else (indent + mark.rstrip(),)
        yield from self.links(item.inlines, inner)
        yield from self.asides(item.asides, inner)
        for block in item.blocks:
            if not isinstance(block, nodes.List):
                yield ""
            yield from self.block(block, inner)

    def table(self, table: nodes.Table, indent: str) -> Iterator[str]:
        """Each row a block: its name, then every cell with its column's name."""
        if not (table.rows and table.row_heads):
            yield from (line for cell in table.head for line in _wrapped(_typed(cell.inlines), indent, indent))
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            for cell in row:
                label = f"{cell.label}: " if cell.label and table.row_heads else ""
                yield from _wrapped(label + _typed(cell.inlines), indent, indent + "  ")
                yield from self.links(cell.inlines, indent + "  ")
                yield from self.asides(cell.asides, indent + "  ")

    def links(self, inlines: tuple[nodes.Inline, ...], indent: str) -> Iterator[str]:
        """The addresses of a block's links, after its words: nothing stands in the middle of a sentence."""
        for link in _links(inlines):
            address = link.absolute.removeprefix("mailto:").removeprefix("tel:")
            if address != link.text:
                label = "" if _typed(inlines).strip() == link.text else f"{link.text}: "
                yield from _wrapped(label + address, indent + "  ", indent + "  ")

    def asides(self, asides: Iterable[nodes.Aside], indent: str) -> Iterator[str]:
        for aside in asides:
            text = f"{self.words.picture} {aside.text}" if aside.about == "picture" else aside.text
            yield from _wrapped(f"({text})" if aside.about != "link" else f"{text}: {aside.href}", indent, indent)


def _reference(reference: PrintedReference) -> Iterator[str]:
    mark = f"{reference.number}. "
    yield from _wrapped("".join(run.text for run in reference.runs), mark, " " * len(mark))
    if reference.link:
        words = () if reference.link.text in reference.link.href else (reference.link.text,)
        yield from (" " * len(mark) + text for text in (*words, reference.link.href))


def _links(inlines: Iterable[nodes.Inline]) -> Iterator[nodes.Hyperlink]:
    for inline in inlines:
        if isinstance(inline, nodes.Hyperlink):
            yield inline
        elif isinstance(inline, nodes.Styled):
            yield from _links(inline.children)


def _typed(inlines: Iterable[nodes.Inline]) -> str:
    return "".join(_typed_one(inline) for inline in inlines)


def _typed_one(inline: nodes.Inline) -> str:
    match inline:
        case nodes.Words() | nodes.Verbatim() | nodes.Hyperlink():
            return inline.text
        case nodes.Styled():
            words = _typed(inline.children)
            return f"~~{words}~~" if inline.tag == "s" else words
        case nodes.NewLine():
            return "\n"
        case nodes.Cited():
            works = inline.separator.join(f"{work.number}, {work.locator}" if work.locator else str(work.number) for work in inline.works)
            return f"{inline.glue}[{works}]"
        case nodes.NoteMark():
            return f"{inline.glue}[note {inline.number}]"
    return ""


def _wrapped(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """The text in lines of 72 columns; its own line ends are kept, words and addresses are never cut."""
    for number, line in enumerate(text.splitlines() or [""]):
        if line.strip():
            yield from textwrap.wrap(
                line,
                WIDTH,
                initial_indent=rest if number else first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )


def _underlined(text: str, mark: str) -> Iterator[str]:
    lines = list(_wrapped(text))
    yield from lines
    yield mark * max(map(len, lines), default=0)
