"""A PDF's structure tree (ISO 32000-1, 14.7) read into plain nodes, and written back.

pikepdf's objects are handles into the file: every look costs a call. The passes that mend the tree
work on nodes instead, and only what they changed is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Pdf

# A page's object and generation number.
PageId: TypeAlias = tuple[int, int]


@dataclass(eq=False, slots=True)
class Mark:
    """Marked content that an element owns: the number (MCID) it carries on its page."""

    page: PageId
    mcid: int


@dataclass(eq=False, slots=True)
class Annotation:
    """A reference to an annotation; `reference` is the OBJR dictionary."""

    reference: Object


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. `page` is the object number of the page it stands on."""

    element: Object
    role: str
    page: PageId
    parent: Node | None
    kids: list[Kid] = field(default_factory=list)
    touched: bool = False

    @property
    def nodes(self) -> list[Node]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order, without recursion (lists nest deeply)."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    def replace(self, kids: list[Kid]) -> None:
        """Take these kids instead of the present ones."""
        self.kids, self.touched = kids, True
        for kid in kids:
            if isinstance(kid, Node):
                kid.parent = self

    def rename(self, role: str) -> None:
        """Become another kind of element."""
        self.role = role
        self.element.S = Name("/" + role)


Kid: TypeAlias = Node | Mark | Annotation


def read_tree(pdf: Pdf) -> Node:
    """The Document element with everything below it."""
    top = pdf.Root.StructTreeRoot.K
    document = _node(top[0] if isinstance(top, Array) else top, None)
    waiting = [document]
    while waiting:
        node = waiting.pop()
        node.kids = list(_kids(node))
        waiting.extend(node.nodes)
    return document


def _node(element: Object, parent: Node | None) -> Node:
    page = element.get("/Pg")
    place = page.objgen if page is not None else (parent.page if parent else (0, 0))
    return Node(element, str(element.S)[1:], place, parent)


def _kids(node: Node) -> Iterator[Kid]:
    kids = node.element.get("/K")
    for kid in kids if isinstance(kids, Array) else [] if kids is None else [kids]:
        if isinstance(kid, int):
            yield Mark(node.page, kid)
        elif kid.get("/S") is not None:
            yield _node(kid, node)
        elif kid.get("/Type") == Name.OBJR:
            yield Annotation(kid)
        else:
            yield Mark(kid.Pg.objgen if "/Pg" in kid else node.page, int(kid.MCID))


def first_mark(kid: Kid) -> Mark | None:
    """What was painted first on the kid's first page (the labels of a list are painted after its text)."""
    if not isinstance(kid, Node):
        return kid if isinstance(kid, Mark) else None
    marks = [mark for node in kid.walk() for mark in node.kids if isinstance(mark, Mark)]
    return min((mark for mark in marks if mark.page == marks[0].page), key=lambda mark: mark.mcid, default=None)


def new_node(pdf: Pdf, role: str, parent: Node) -> Node:
    """An empty element below `parent`, on the same page; the caller puts it among the parent's kids."""
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent.element))
    if "/Pg" in parent.element:
        element.Pg = parent.element.Pg
    return Node(element, role, parent.page, parent, touched=True)


def write_tree(document: Node) -> None:
    """Put what was changed back into the file."""
    for node in document.walk():
        if node.touched:
            node.element.K = Array([_kid_object(node, kid) for kid in node.kids])
            for kid in node.nodes:
                kid.element.P = node.element


def _kid_object(node: Node, kid: Kid) -> Object | int:
    if isinstance(kid, Node):
        return kid.element
    if isinstance(kid, Annotation):
        return kid.reference
    if kid.page == node.page:
        return kid.mcid
    raise ValueError("marked content moved to an element of another page")
