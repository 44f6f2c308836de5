"""What is not the document's own text becomes an artifact: running heads, feet and decoration.

WeasyPrint paints margin boxes as tagged content that no element of the tree owns. Left alone, a
screen reader may read the running head of every page; ISO 14289-1, 7.8 wants Pagination artifacts
of the subtype Header or Footer.
"""

from __future__ import annotations

import re

from pikepdf import Array, Pdf

from pipeline.publish.pdf_tree import Mark, Node, PageId

# How WeasyPrint 70 writes a marked sequence and the place of the text in it. Text is written in hex,
# so neither can occur inside a string.
_BEGIN = re.compile(rb"/(\w+)\n<</MCID (\d+)>>\nBDC\n")
_PLACE = re.compile(rb"\n1 0 0 -1 [-\d.]+ ([-\d.]+) Tm\n")


class UnknownContent(ValueError):
    """A page is not written as WeasyPrint 70 writes pages, so its marks cannot be told apart."""


def mark_artifacts(pdf: Pdf, document: Node, decoration: frozenset[tuple[PageId, int]]) -> None:
    """Turn every marked sequence that no element owns into an artifact, page by page."""
    owned = {(kid.page, kid.mcid) for node in document.walk() for kid in node.kids if isinstance(kid, Mark)}
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[place]): place + 1 for place in range(0, len(numbers), 2)}
    for page in pdf.pages:
        place = parents[int(page.StructParents)]
        marks = len(numbers[place])
        orphans = [mcid for mcid in range(marks) if (page.obj.objgen, mcid) not in owned]
        content = page.Contents.read_bytes()
        if len(_BEGIN.findall(content)) != marks:
            raise UnknownContent("the page's marked content is not written as expected")
        if orphans:
            middle = float(page.MediaBox[3]) / 0.75 / 2
            page.Contents.write(_rewritten(content, page.obj.objgen, frozenset(orphans), decoration, middle))
            kept = [None if mcid in orphans else parent for mcid, parent in enumerate(numbers[place])]
            numbers[place] = Array(kept)


def _rewritten(content: bytes, page: PageId, orphans: frozenset[int], decoration: frozenset[tuple[PageId, int]], middle: float) -> bytes:
    def begin(match: re.Match[bytes]) -> bytes:
        mcid = int(match[2])
        if mcid not in orphans:
            return match[0]
        if (page, mcid) in decoration:
            return b"/Artifact\n<</Type/Layout>>\nBDC\n"
        place = _PLACE.search(content, match.end())
        kind = b"Header" if place and float(place[1]) < middle else b"Footer"
        return b"/Artifact\n<</Type/Pagination/Subtype/" + kind + b">>\nBDC\n"

    return _BEGIN.sub(begin, content)
