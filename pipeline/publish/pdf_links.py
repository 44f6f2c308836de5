"""Links as ISO 14289-1, 7.18.5 wants them."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Array, Object, Pdf, String

from pipeline.publish.pdf_tree import Annotation, Mark, Node

_PRINT = 4  # annotation flag, ISO 32000-1 table 165


def mend_links(pdf: Pdf, document: Node, names: Mapping[str, str]) -> None:
    """One Link owns all annotations of an `a`, and each has the Print flag (14289-1, 7.18.5; Matterhorn 28-011).

    WeasyPrint makes another annotation for every element inside the link and ties it to that
    element. The link's own annotation covers the same place, so the inner ones go. `names` gives
    the words for anchors of the document.
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
                _describe(entry, names)
    _forget_annotations(pdf, dropped)


def _describe(entry: Object, names: Mapping[str, str]) -> None:
    """Say where a link inside the document leads; WeasyPrint gives the anchor, `ref-3`, which says nothing."""
    if "/Dest" in entry and str(entry.Dest) in names:
        entry.Contents = String(names[str(entry.Dest)])


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
