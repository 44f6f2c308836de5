"""HTML to blocks: the article's own words, without menus, footers, scripts and what is hidden.

The parser reads as browsers do (tinyhtml5). Links keep only web and mail addresses; pictures are
left out and counted, because their files have to be brought into content/images/ by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from pipeline.errors import InputError
from pipeline.importing.blocks import Block, Draft, Heading, Items, Para, Quote, Run, Table
from pipeline.importing.lexicon import lexicon

Element: TypeAlias = Any  # xml.etree's, whose stubs cannot say that tags are text here

MAX_DEPTH = 100
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_RAISED_NUMBER = re.compile(r"[+−-]?\d+")
_STRONG, _EMPHASIS = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn"})
_HEADINGS = {f"h{number}": number for number in range(1, 7)} | {"summary": 6}
_FLOW = frozenset(
    "address article aside body blockquote caption center dd details div dl dt fieldset figcaption figure footer header hgroup "
    "html li main ol p pre section table tbody td tfoot th thead tr ul".split()
)


@dataclass(slots=True)
class LeftOut:
    """What did not come along: words by reason, and pictures."""

    words: Counter[str] = field(default_factory=Counter)
    pictures: int = 0

    def notes(self) -> tuple[str, ...]:
        """One sentence each."""
        notes = [f"left out {number} word{'s' * (number > 1)} of {reason}" for reason, number in sorted(self.words.items()) if number]
        if self.pictures == 1:
            notes.append("left out 1 picture; bring its file into content/images/ and add it with alternative text")
        elif self.pictures:
            notes.append(f"left out {self.pictures} pictures; bring their files into content/images/ and add them with alternative text")
        return tuple(notes)


def read_html(markup: str) -> Draft:
    """The blocks of a web page or of what a word processor saved as one."""
    import tinyhtml5  # type: ignore[import-untyped]

    page = tinyhtml5.parse(markup, namespace_html_elements=False)
    root = _root(page)
    left_out = LeftOut()
    walker = _Walker(left_out, outside=root.tag == "body")
    walker.flow(root, Run(""), 0)
    walker.flush()
    title = " ".join("".join(page.find("head/title").itertext()).split()) if page.find("head/title") is not None else ""
    return Draft(tuple(walker.blocks), title, page.get("lang", ""), left_out.notes())


def _root(page: Element) -> Element:
    """The element that holds the article: the longest <article>, else <main>, else the body."""
    for found in (list(page.iter("article")), [*page.iter("main"), *(el for el in page.iter() if el.get("role") == "main")]):
        if found:
            return max(found, key=_length)
    return page.find("body")


def _length(element: Element) -> int:
    return sum(map(len, element.itertext()))


@dataclass(slots=True)
class _Walker:
    """Collects blocks; inline words gather in `runs` until a block ends."""

    left_out: LeftOut
    outside: bool
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def flow(self, element: Element, style: Run, depth: int) -> None:
        """Everything inside an element."""
        if depth > MAX_DEPTH:
            raise InputError(f"elements are nested more than {MAX_DEPTH} levels deep", "simplify the page")
        self.say(element.text, style)
        for child in element:
            if isinstance(child.tag, str):
                self.child(child, style, depth + 1)
            self.say(child.tail, style)

    def say(self, text: str | None, style: Run) -> None:
        if text:
            self.runs.append(replace(style, text=_BLANKS.sub(" ", text)))

    def child(self, element: Element, style: Run, depth: int) -> None:
        if element.tag in lexicon().silent:
            return
        if reason := self.unwanted(element):
            self.left_out.words[reason] += len(" ".join(element.itertext()).split())
        elif make := _MAKERS.get(element.tag):
            self.flush()
            self.blocks += make(self, element, depth)
        elif element.tag in _FLOW:
            self.flush()
            self.flow(element, replace(style, strong=style.strong or element.tag == "dt"), depth)
            self.flush()
        else:
            self.inline(element, style, depth)

    def unwanted(self, element: Element) -> str:
        """Why an element's words are no part of the article, empty if they are."""
        lists = lexicon()
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style", "")):
            return "hidden text"
        if element.tag in lists.boilerplate or element.get("role") == "navigation":
            return "menus, forms and embedded media"
        if self.outside and element.tag in lists.page_furniture:
            return "page headers and footers"
        return ""

    def inline(self, element: Element, style: Run, depth: int) -> None:
        tag = element.tag
        if tag == "br":
            self.runs.append(replace(style, text="\n"))
        elif tag == "img":
            self.left_out.pictures += 1
        elif tag == "sup":
            self.raised(element, style, depth)
        elif tag == "hr":
            self.flush()
        else:
            link = element.get("href", "").strip() if tag == "a" else ""
            style = replace(style, strong=style.strong or tag in _STRONG, emphasis=style.emphasis or tag in _EMPHASIS)
            self.flow(element, replace(style, href=link) if _LINK.fullmatch(link) else style, depth)

    def raised(self, element: Element, style: Run, depth: int) -> None:
        """Raised numbers: a power after a digit (10^6 is not 106), else a note's number in brackets."""
        text = " ".join("".join(element.itertext()).split())
        if not _RAISED_NUMBER.fullmatch(text):
            self.flow(element, style, depth)
            return
        after_digit = bool(self.runs) and self.runs[-1].text[-1:].isdigit()
        self.runs.append(replace(style, text=f"^{text}" if after_digit else f"[{text}]"))

    def inner(self, element: Element, depth: int) -> tuple[Block, ...]:
        """The blocks inside an element."""
        walker = _Walker(self.left_out, self.outside)
        walker.flow(element, Run(""), depth)
        walker.flush()
        return tuple(walker.blocks)

    def flush(self) -> None:
        """End the paragraph that inline words have made."""
        if runs := _trimmed(self.runs):
            self.blocks.append(Para(runs))
        self.runs = []


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without doubled blanks between them or blanks and breaks at the ends."""
    out: list[Run] = []
    for run in runs:
        text = run.text.lstrip(" ") if not out or out[-1].text.endswith((" ", "\n")) else run.text
        if text == "\n" and not out:
            continue
        if text:
            out.append(replace(run, text=text))
    while out and not out[-1].text.strip(" \n"):
        out.pop()
    if out:
        out[-1] = replace(out[-1], text=out[-1].text.rstrip(" "))
    return tuple(out)


def _heading(walker: _Walker, element: Element, depth: int) -> Iterator[Block]:
    runs = [run for block in walker.inner(element, depth) if isinstance(block, Para) for run in (*block.runs, Run(" "))]
    if trimmed := _trimmed([replace(run, strong=False, text=run.text.replace("\n", " ")) for run in runs]):
        yield Heading(_HEADINGS[element.tag], trimmed)


def _list(walker: _Walker, element: Element, depth: int) -> Iterator[Block]:
    """Items; what stands between them (a list right inside a list, stray words) becomes an item of its own."""
    items: list[tuple[Block, ...]] = []
    for child in [None, *element]:
        if child is not None and isinstance(child.tag, str):
            holder = _Walker(walker.left_out, walker.outside)
            holder.child(child, Run(""), depth + 1)
            holder.flush()
            items.append(_without_headings(tuple(holder.blocks)))
        items.append(_stray(element.text if child is None else child.tail))
    start = element.get("start", "1")
    if found := tuple(item for item in items if item):
        yield Items((int(start) if start.isdigit() and len(start) < 9 else 1) if element.tag == "ol" else None, found)


def _stray(text: str | None) -> tuple[Block, ...]:
    return (Para(_trimmed([Run(_BLANKS.sub(" ", text))])),) if text and text.strip() else ()


def _without_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings inside items and quotations are bold words: an article's outline does not run through them."""
    return tuple(Para(tuple(replace(run, strong=True) for run in block.runs)) if isinstance(block, Heading) else block for block in blocks)


def _quote(walker: _Walker, element: Element, depth: int) -> Iterator[Block]:
    if blocks := _without_headings(walker.inner(element, depth)):
        yield Quote(blocks)


def _table(walker: _Walker, element: Element, depth: int) -> Iterator[Block]:
    """A table of words as a table; one that only lays out the page (one column, or lists in cells) as text."""
    caption = element.find("caption")
    if caption is not None:
        yield from walker.inner(caption, depth)
    cells = [[walker.inner(cell, depth) for cell in row if cell.tag in ("td", "th")] for row in _rows(element)]
    rows = [row for row in cells if any(row)]
    simple = all(isinstance(block, Para) for row in rows for cell in row for block in cell)
    if simple and rows and max(map(len, rows)) > 1 and len(rows) > 1:
        yield Table(tuple(tuple(_one_cell(cell) for cell in row) for row in rows))
    else:
        yield from (block for row in rows for cell in row for block in cell)


def _rows(table: Element) -> Iterator[Element]:
    """The table's own rows, not those of tables inside it."""
    for child in table:
        yield from (row for row in (child if child.tag in ("thead", "tbody", "tfoot") else [child]) if row.tag == "tr")


def _one_cell(blocks: tuple[Block, ...]) -> tuple[Run, ...]:
    runs = [run for block in blocks if isinstance(block, Para) for run in (*block.runs, Run(" "))]
    return _trimmed([replace(run, text=run.text.replace("\n", " ")) for run in runs])


_Maker: TypeAlias = Callable[[_Walker, Element, int], Iterator[Block]]
_MAKERS: dict[str, _Maker] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "table": _table,
}
