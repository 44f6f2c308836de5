"""Mends what WeasyPrint 70 tags wrongly or leaves out, so that the handout is PDF/UA-1 (ISO 14289-1) for any article.

Each pass says what WeasyPrint does and what the standard wants. The file is then written anew, the
same bytes for the same page. Imported by the child process alone.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from pipeline.publish.pdf_artifacts import mark_artifacts
from pipeline.publish.pdf_fonts import name_all_glyphs
from pipeline.publish.pdf_markup import DECORATION
from pipeline.publish.pdf_tree import Annotation, Kid, Mark, Node, PageId, new_node, read_tree, write_tree

_PRINT = 4  # annotation flag, ISO 32000-1 table 165
_CSS_PX = 0.75  # points


def repaired(data: bytes) -> bytes:
    """The PDF with its tag tree mended, page furniture taken out of it, and stable bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        document = read_tree(pdf)
        decoration = _drop_decoration(document)
        _mend_lists(pdf, document)
        _mend_links(pdf, document)
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


# ---------------------------------------------------------------- lists
def _mend_lists(pdf: Pdf, document: Node) -> None:
    """An LI holds an Lbl and an LBody and nothing else; a list inside a list stands in the LBody.

    WeasyPrint puts block children and inline text beside the label, the label of an item that starts
    with a block into the body, and a nested list into the outer list (32000-1, table 336).
    """
    for node in list(document.walk()):
        if node.role == "LI":
            _mend_item(pdf, node)
    for node in list(document.walk()):
        if node.role == "L":
            _nest_lists(pdf, node)


def _mend_item(pdf: Pdf, item: Node) -> None:
    labels = [node for node in item.nodes if node.role == "Lbl"]
    bodies = [node for node in item.nodes if node.role == "LBody"]
    hoisted = [node for body in bodies for node in body.nodes if node.role == "Lbl"]
    loose: list[Kid] = [kid for kid in item.kids if kid not in (*labels, *bodies)]
    if bodies and not loose and not hoisted and len(bodies) == 1:
        return
    body = bodies[0] if bodies else new_node(pdf, "LBody", item)
    inner: list[Kid] = [kid for own in bodies for kid in own.kids if kid not in hoisted]
    body.replace([*inner, *loose])
    item.replace([*labels, *hoisted, body])


def _nest_lists(pdf: Pdf, outer: Node) -> None:
    """Move each list that stands directly in a list into the item before it."""
    kids: list[Kid] = []
    for kid in outer.kids:
        if not (isinstance(kid, Node) and kid.role == "L"):
            kids.append(kid)
            continue
        last = kids[-1] if kids else None
        if not (isinstance(last, Node) and last.role == "LI"):
            last = new_node(pdf, "LI", outer)
            last.replace([new_node(pdf, "LBody", last)])
            kids.append(last)
        body = last.nodes[-1]
        body.replace(_inserted(body.kids, kid))
    if kids != outer.kids:
        outer.replace(kids)


def _inserted(kids: list[Kid], nested: Node) -> list[Kid]:
    """The kids with the list among them where it was painted: text after it in the item stays after it."""
    first = _first_mark(nested)
    for place, kid in enumerate(kids):
        mark = _first_mark(kid)
        if first and mark and mark.page == first.page and mark.mcid > first.mcid:
            return [*kids[:place], nested, *kids[place:]]
    return [*kids, nested]


def _first_mark(kid: Kid) -> Mark | None:
    """What was painted first on the kid's first page (the labels of a list are painted after its text)."""
    if not isinstance(kid, Node):
        return kid if isinstance(kid, Mark) else None
    marks = [mark for node in kid.walk() for mark in node.kids if isinstance(mark, Mark)]
    return min((mark for mark in marks if mark.page == marks[0].page), key=lambda mark: mark.mcid, default=None)


# ---------------------------------------------------------------- links
def _mend_links(pdf: Pdf, document: Node) -> None:
    """One Link owns all annotations of an `a`, and each has the Print flag (14289-1, 7.18.5; Matterhorn 28-011).

    WeasyPrint makes another annotation for every element inside the link and ties it to that
    element. The link's own annotation covers the same place, so the inner ones go.
    """
    dropped = set()
    for link in document.walk():
        if link.role == "Link" and not _inside_link(link):
            dropped |= _inner_annotations(link)
            _name_pictured(link)
    for page in pdf.pages:
        annotations = page.get("/Annots")
        if annotations is not None:
            page.Annots = Array([entry for entry in annotations if entry.objgen not in dropped])
            for entry in page.Annots:
                entry.F = int(entry.get("/F", 0)) | _PRINT
    _forget_annotations(pdf, dropped)


def _name_pictured(link: Node) -> None:
    """A link that shows nothing but a picture is called by the picture's name."""
    figures = [node for node in link.walk() if node.role == "Figure"]
    marks = [kid for node in link.walk() if node.role != "Figure" for kid in node.kids if isinstance(kid, Mark)]
    if figures and not marks:
        link.element.Alt = String(" ".join(str(figure.element.get("/Alt", "")) for figure in figures))


def _inside_link(node: Node) -> bool:
    above = node.parent
    while above is not None and above.role != "Link":
        above = above.parent
    return above is not None


def _inner_annotations(link: Node) -> set[tuple[int, int]]:
    """Take the annotations of a link's descendants out of the tree; an inner Link is plain text of the outer one."""
    found = set()
    for node in list(link.walk())[1:]:
        inner = [kid for kid in node.kids if isinstance(kid, Annotation)]
        found |= {kid.reference.Obj.objgen for kid in inner}
        if inner:
            node.replace([kid for kid in node.kids if kid not in inner])
        if node.role == "Link":
            node.rename("Span")
    return found


def _forget_annotations(pdf: Pdf, dropped: set[tuple[int, int]]) -> None:
    """Take annotations that are gone out of the parent tree, whose entries are number, value, number, value."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    alive = {int(entry.StructParent) for page in pdf.pages for entry in page.get("/Annots", []) if "/StructParent" in entry}
    kept = [
        (int(numbers[place]), numbers[place + 1])
        for place in range(0, len(numbers), 2)
        if not dropped or isinstance(numbers[place + 1], Array) or int(numbers[place]) in alive
    ]
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([part for pair in kept for part in pair])
    pdf.Root.StructTreeRoot.ParentTreeNextKey = max((number for number, _ in kept), default=-1) + 1


# ---------------------------------------------------------------- tables, headings, boxes
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
    return _first_mark(node) is not None


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
