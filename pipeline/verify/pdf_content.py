"""The text of one PDF page: which words, of which marked content, and whether they can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import pikepdf

from pipeline.verify.pdf_fonts import Font, read_font

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

# Type smaller than this, in points, is not there to be read; the smallest of the handout is 9.
SMALLEST = 4.5
_FAINTEST = 0.1
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_OPERATORS = "q Q cm BT ET Tf Tm Td TD T* Tr gs BDC BMC EMC Tj TJ ' \" Do"
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """One string as it is drawn. `mark` is its marked content's number; None for page furniture."""

    mark: int | None
    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = _UNIT
    font: Font | None = None
    size: float = 0.0
    mode: int = 0
    alpha: float = 1.0
    group: float = 1.0


def read_page(page: pikepdf.Page, fonts: dict[tuple[int, int], Font]) -> tuple[Piece, ...]:
    """What a page shows, in the order in which it is painted. `fonts` keeps fonts between pages."""
    box = [float(edge) for edge in page.mediabox]
    return tuple(_Painter((box[0], box[1], box[2], box[3]), fonts).paint(page, page.obj.get("/Resources"), _State(), 0))


class _Painter:
    def __init__(self, box: tuple[float, float, float, float], fonts: dict[tuple[int, int], Font]) -> None:
        self.box, self.fonts = box, fonts
        self.marks: list[int | None] = []

    def paint(self, content: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None, state: _State, depth: int) -> Iterator[Piece]:
        stack: list[_State] = []
        line = _UNIT
        for instruction in pikepdf.parse_content_stream(content, operators=_OPERATORS):
            name, operands = str(instruction.operator), list(instruction.operands)
            if name == "q":
                stack.append(state)
            elif name == "Q":
                state = stack.pop() if stack else state
            elif name in ("BDC", "BMC", "EMC"):
                self.mark(name, operands, resources)
            elif name in ("cm", "Tf", "Tr", "gs"):
                state = self.changed(state, name, operands, resources)
            elif name in ("BT", "Tm", "Td", "TD"):
                line = _line(line, name, operands)
            elif name == "Do":
                yield from self.form(_entry(resources, "/XObject", operands[0]), resources, state, depth)
            elif name in ("Tj", "TJ", "'", '"'):
                yield from self.show(operands[-1], state, line)

    def mark(self, name: str, operands: list[pikepdf.Object], resources: pikepdf.Object | None) -> None:
        if name == "EMC":
            if self.marks:
                self.marks.pop()
            return
        within = self.marks[-1] if self.marks else None
        properties = operands[1] if name == "BDC" else None
        if isinstance(properties, pikepdf.Name):
            properties = _entry(resources, "/Properties", properties)
        number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
        artifact = str(operands[0]) == "/Artifact"
        self.marks.append(None if artifact else int(number) if number is not None else within)

    def changed(self, state: _State, name: str, operands: list[pikepdf.Object], resources: pikepdf.Object | None) -> _State:
        if name == "cm":
            return replace(state, matrix=_times(_matrix(operands), state.matrix))
        if name == "Tf":
            return replace(state, font=self.font(_entry(resources, "/Font", operands[0])), size=float(operands[1]))
        if name == "Tr":
            return replace(state, mode=int(operands[0]))
        graphics = _entry(resources, "/ExtGState", operands[0])
        return replace(state, alpha=float(graphics.get("/ca", state.alpha))) if graphics is not None else state

    def font(self, font: pikepdf.Object | None) -> Font | None:
        if font is None:
            return None
        if font.objgen not in self.fonts or font.objgen == (0, 0):
            self.fonts[font.objgen] = read_font(font)
        return self.fonts[font.objgen]

    def form(self, form: pikepdf.Object | None, resources: pikepdf.Object | None, state: _State, depth: int) -> Iterator[Piece]:
        """The text of a form, drawn in its place (groups with opacity, transformed boxes)."""
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form" and depth < _DEEPEST:
            own = form.get("/Matrix")
            matrix = _times(_matrix(own), state.matrix) if own is not None else state.matrix
            inner = replace(state, matrix=matrix, group=state.group * state.alpha, alpha=1.0)
            yield from self.paint(form, form.get("/Resources", resources), inner, depth + 1)

    def show(self, strings: pikepdf.Object, state: _State, line: Matrix) -> Iterator[Piece]:
        if state.font is None or not self.seen(state, line):
            return
        parts = strings if isinstance(strings, pikepdf.Array) else [strings]
        text = "".join(state.font.read(bytes(part)) for part in parts if isinstance(part, pikepdf.String))
        yield Piece(self.marks[-1] if self.marks else None, text, state.font.bold)

    def seen(self, state: _State, line: Matrix) -> bool:
        a, b, c, d, x, y = _times(line, state.matrix)
        height = abs(a * d - b * c) ** 0.5 * abs(state.size)
        inside = self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]
        return inside and height >= SMALLEST and state.mode not in (3, 7) and state.group * state.alpha >= _FAINTEST


def _entry(resources: pikepdf.Object | None, kind: str, name: pikepdf.Object) -> pikepdf.Object | None:
    group = resources.get(kind) if resources is not None else None
    return group.get(str(name)) if group is not None else None


def _line(line: Matrix, name: str, operands: list[pikepdf.Object]) -> Matrix:
    if name == "BT":
        return _UNIT
    if name == "Tm":
        return _matrix(operands)
    return _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)


def _matrix(numbers: Iterable[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in numbers)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
