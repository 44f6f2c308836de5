"""What the tests of the handout read out of a PDF, with libraries that had no part in making it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pdfminer.high_level import extract_text
from pikepdf import Array, Dictionary, Object

from pipeline.article.document import Document
from pipeline.gate import Cleared, judge


def cleared(document: Document) -> Cleared:
    """The document, judged to have no findings."""
    verdict = judge(document, (), ())
    assert isinstance(verdict, Cleared)
    return verdict


def page_texts(data: bytes) -> list[str]:
    """The text of each page, white space folded."""
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
    return [" ".join(extract_text(BytesIO(data), page_numbers=[page]).split()) for page in range(count)]


def kids(element: Object) -> list[Object | int]:
    """What an element of the structure tree holds."""
    held = element.get("/K")
    return list(held) if isinstance(held, Array) else [] if held is None else [held]


def elements(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """The elements of the structure tree in reading order."""
    waiting: list[Object | int] = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/Obj" not in element:
            if "/S" in element:
                yield element
            waiting += reversed(kids(element))


def role(element: Object) -> str:
    """The name of an element's kind, such as `LI`."""
    return str(element.S)[1:]


def outline_of(element: Object, hidden: frozenset[str] = frozenset({"Span", "NonStruct"})) -> str:
    """Roles as nested brackets, `L(LI(Lbl LBody))`, without those that say nothing."""
    inner = " ".join(filter(None, (outline_of(kid, hidden) for kid in kids(element) if isinstance(kid, Dictionary) and "/S" in kid)))
    if role(element) in hidden:
        return inner
    return f"{role(element)}({inner})" if inner else role(element)


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Depth and title of each bookmark."""
    found: list[tuple[int, str]] = []

    def collect(items: list[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            found.append((depth, item.title))
            collect(list(item.children), depth + 1)

    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        collect(list(outline.root), 0)
    return found
