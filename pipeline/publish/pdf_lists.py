"""Lists as ISO 32000-1, table 336 wants them."""

from __future__ import annotations

from pikepdf import Pdf

from pipeline.publish.pdf_tree import Kid, Node, first_mark, new_node


def mend_lists(pdf: Pdf, document: Node) -> None:
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
            _pair_terms(node)


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
    first = first_mark(nested)
    for place, kid in enumerate(kids):
        mark = first_mark(kid)
        if first and mark and mark.page == first.page and mark.mcid > first.mcid:
            return [*kids[:place], nested, *kids[place:]]
    return [*kids, nested]


def _pair_terms(outer: Node) -> None:
    """Make one item of each term and its description: the term is the label.

    WeasyPrint makes an item without a label of every dt and every dd. The handout has no other
    list whose items all lack one.
    """
    items = outer.nodes
    if len(items) % 2 or any([node.role for node in item.nodes] != ["LBody"] for item in items):
        return
    for term, description in zip(items[::2], items[1::2], strict=True):
        label = term.nodes[0]
        label.rename("Lbl")
        term.replace([label, *description.kids])
    outer.replace(list(items[::2]))
