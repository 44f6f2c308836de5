"""Mends what WeasyPrint 70 tags wrongly or leaves out, so that the handout is PDF/UA-1 (ISO 14289-1) for any article.

Each pass says what WeasyPrint does and what the standard wants. The file is then written anew, the
same bytes for the same page. Imported by the child process alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from pipeline.publish.pdf_artifacts import mark_artifacts
from pipeline.publish.pdf_fonts import name_all_glyphs
from pipeline.publish.pdf_links import mend_links
from pipeline.publish.pdf_lists import mend_lists
from pipeline.publish.pdf_markup import DECORATION
from pipeline.publish.pdf_tree import Mark, Node, PageId, first_mark, read_tree, write_tree

_CSS_PX = 0.75  # points


def repaired(data: bytes, names: Mapping[str, str]) -> bytes:
    """The PDF with its tag tree mended, page furniture taken out of it, and stable bytes.

    `names` says in words what the anchors of the document are, for links to them.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        document = read_tree(pdf)
        decoration = _drop_decoration(document)
        mend_lists(pdf, document)
        mend_links(pdf, document, names)
        _mend_tables(document)
        _mend_headings(document)
        _mend_boxes(pdf, document)
        _prune(document)
        write_tree(document)
        mark_artifacts(pdf, document, decoration)
        name_all_glyphs(pdf)
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes())  # uncompressed, so that tools can find it
        pdf.remove_unreferenced_resources()
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True, recompress_flate=True)
        return out.getvalue()


def _drop_decoration(document: Node) -> frozenset[tuple[PageId, int]]:
    """Take decorative pictures out of the tree; the marks of theirs become artifacts (14289-1, 7.3)."""
    dropped = [node for node in document.walk() if node.role == "Figure" and str(node.element.get("/Alt", "")) == DECORATION]
    for node in dropped:
        if node.parent:
            node.parent.replace([kid for kid in node.parent.kids if kid is not node])
    return frozenset((kid.page, kid.mcid) for node in dropped for kid in node.kids if isinstance(kid, Mark))


def _mend_tables(document: Node) -> None:
    """Header cells say what they head (14289-1, 7.5); an empty one heads nothing; a table has a body."""
    for table in document.walk():
        if table.role != "Table":
            continue
        groups = {node.role for node in table.nodes}
        for group in table.nodes:
            if group.role == "THead" and "TBody" not in groups:
                group.rename("TBody")
        empty = {
            str(cell.element.ID) for cell in _cells(table) if cell.role == "TH" and "/ID" in cell.element and not _says_something(cell)
        }
        for cell in _cells(table):
            _mend_cell(cell, empty)


def _cells(table: Node) -> list[Node]:
    return [node for node in table.walk() if node.role in ("TH", "TD")]


def _says_something(node: Node) -> bool:
    return first_mark(node) is not None


def _mend_cell(cell: Node, empty: set[str]) -> None:
    attributes = cell.element.get("/A")
    if not isinstance(attributes, Dictionary):
        attributes = cell.element.A = Dictionary(O=Name.Table)
    if cell.role == "TH" and "/ID" in cell.element and str(cell.element.ID) in empty:
        cell.rename("TD")
        del cell.element["/ID"]
    elif cell.role == "TH" and "/Scope" not in attributes:
        row, group = cell.parent, cell.parent.parent if cell.parent else None
        heads_column = group is not None and row is not None and (group.role == "THead" or all(node.role == "TH" for node in row.nodes))
        attributes.Scope = Name.Column if heads_column else Name.Row
    if "/Headers" in attributes:
        headers = [str(header) for header in attributes.Headers if str(header) not in empty]
        attributes.Headers = Array([String(header) for header in headers])
        if not headers:
            del attributes["/Headers"]


def _mend_headings(document: Node) -> None:
    """No level is skipped on the way down (14289-1, 7.4.2)."""
    level = 0
    for node in document.walk():
        if len(node.role) == 2 and node.role[0] == "H" and node.role[1].isdigit():
            level = min(int(node.role[1]), level + 1)
            node.rename(f"H{level}")


def _mend_boxes(pdf: Pdf, document: Node) -> None:
    """A figure's BBox is in points from the page's lower left corner; WeasyPrint gives CSS px from its upper left."""
    heights = {page.obj.objgen: float(page.MediaBox[3]) for page in pdf.pages}
    for node in document.walk():
        attributes = node.element.get("/A")
        if node.role == "Figure" and isinstance(attributes, Dictionary) and "/BBox" in attributes:
            left, top, right, bottom = (float(value) * _CSS_PX for value in attributes.BBox)
            height = heights[node.page]
            attributes.BBox = Array([round(left, 2), round(height - bottom, 2), round(right, 2), round(height - top, 2)])


def _prune(document: Node) -> None:
    """Drop NonStruct and Span elements that hold nothing: boxes drawn for their look alone."""
    for node in reversed(list(document.walk())):
        empty = [kid for kid in node.nodes if kid.role in ("NonStruct", "Span", "Div", "LBody") and not kid.kids]
        if empty and node.role != "LI":
            node.replace([kid for kid in node.kids if kid not in empty])
