"""What is changed in the page's elements before WeasyPrint lays them out: what it does not know, or gets wrong.

Works on the parsed tree. No word is added, dropped or moved.
"""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from pipeline.publish.pdf_words import INLINE, open_endless_words

# The alternative text by which pdf_repair.py knows a decorative picture (WeasyPrint knows no alt="").
DECORATION = "\ue000decoration"
_BLOCK = frozenset({"blockquote", "div", "dl", "figure", "hr", "ol", "p", "pre", "table", "ul"})
# Longer words than this may be broken in a table cell; shorter ones decide how narrow a column can get.
_LONG_WORD = 24
_BLANKS = " \t\n\r\f"  # what HTML collapses


def prepare(root: Element) -> None:
    """Change the page's tree for WeasyPrint, in place."""
    open_endless_words(root)
    for title in root.iter("h1"):
        _keep_last_words(title)
    literal = {element for pre in root.iter("pre") for element in pre.iter()}
    for element in list(root.iter()):
        if element not in literal:
            _part_blanks(element)
    for image in root.iter("img"):
        _mark_decoration(image)
    for numbered in root.iter("ol"):
        _number(numbered)
    for item in root.iter("li"):
        _mark_bare(item)
    for parent in root.iter():
        _mark_leading(parent)
    for cell in (*root.iter("td"), *root.iter("th")):
        _mark_long_words(cell)


def anchor_names(root: Element) -> dict[str, str]:
    """What the page's links inside itself are called, by the anchors that they lead to."""
    links = [link for link in root.iter("a") if link.get("href", "").startswith("#")]
    return {unquote(link.get("href", "")[1:]): link.get("aria-label") or " ".join("".join(link.itertext()).split()) for link in links}


def _part_blanks(parent: Element) -> None:
    """Give the blank between words and an inline element after them an element of its own.

    WeasyPrint 70 breaks a line after its first word where the words fit on it and only the blank
    behind them does not (`split_first_line` measures with the blank, Pango without it).
    """
    for place in range(len(parent) - 1, -1, -1):
        if parent[place].tag in INLINE:
            _part(parent, place)
    if parent.tag in INLINE and (len(parent) or parent.tail):
        _part(parent, len(parent))


def _part(parent: Element, place: int) -> None:
    before = parent[place - 1].tail if place else parent.text
    if not before or not before.strip() or before[-1] not in _BLANKS:
        return
    blank = Element("span")
    blank.text = " "
    if place:
        parent[place - 1].tail = before.rstrip(_BLANKS)
    else:
        parent.text = before.rstrip(_BLANKS)
    parent.insert(place, blank)


def _mark_decoration(image: Element) -> None:
    """Give a picture without alternative text a name by which it is taken out of the tag tree afterwards."""
    if not image.get("alt", "").strip():
        image.set("alt", DECORATION)


def _number(numbered: Element) -> None:
    """Number a list from its `start`, which WeasyPrint does not look at, with room for its last number."""
    start = int(numbered.get("start", "1"))
    if start != 1:
        numbered.set("style", f"counter-reset: list-item {start - 1}")
    if start + len(numbered) > 10:
        _add_class(numbered, "two-figures")


def _mark_bare(item: Element) -> None:
    """An item that starts with a block has no line for its mark to stand in."""
    if not (item.text or "").strip() and len(item) and item[0].tag in _BLOCK:
        _add_class(item, "bare")


def _mark_long_words(cell: Element) -> None:
    if any(len(word) > _LONG_WORD for word in "".join(cell.itertext()).split()):
        _add_class(cell, "long")


def _mark_leading(parent: Element) -> None:
    """A paragraph before a list stays with it. Not left to CSS: `p:has(+ ul)` takes a minute in 2,700 paragraphs."""
    for one, after in pairwise(parent):
        if one.tag == "p" and after.tag in ("ul", "ol"):
            _add_class(one, "leads")


def _add_class(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def _keep_last_words(title: Element) -> None:
    """No single short word on a title's last line."""
    start, *last = (title.text or "").rstrip(_BLANKS).rsplit(" ", 2)
    if not len(title) and len(last) == 2 and sum(map(len, last)) < 20:
        title.text = start + " "
        together = SubElement(title, "span", style="white-space: nowrap")
        together.text = " ".join(last)
