"""What a reader sees of a PDF, in the order of its structure, which is the order of being read aloud.

Read with pikepdf (qpdf) and our own decoding of codes, nothing of the library that wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from pipeline.verify.pdf_content import Piece, read_page
from pipeline.verify.pdf_fonts import Font
from pipeline.verify.reading import Run, Shown, Target

PageId = tuple[int, int]
_HEADINGS = {f"/H{level}": level for level in range(1, 7)}


class Unreadable(ValueError):
    """The bytes are no PDF that can be read."""


@dataclass(frozen=True, slots=True)
class PdfShown:
    """`shown` in the order of structure, `painted` in that of painting; `faults` of form in words."""

    title: str
    shown: Shown
    painted: tuple[Run, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Owned:
    """A marked piece of a page that an element of the structure owns."""

    page: PageId
    mark: int
    level: int


def read_pdf(data: bytes) -> PdfShown:
    """What the PDF shows. Raises Unreadable."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _read(pdf)
    except (pikepdf.PdfError, pikepdf.DeletedObjectError, TypeError, ValueError, KeyError, AttributeError, IndexError) as fault:
        raise Unreadable(str(fault) or type(fault).__name__) from fault


def _read(pdf: pikepdf.Pdf) -> PdfShown:
    fonts: dict[PageId, Font] = {}
    pages = {page.obj.objgen: read_page(page, fonts) for page in pdf.pages}
    owned, descriptions = _structure(pdf)
    levels = {(one.page, one.mark): one.level for one in owned}
    by_mark = {page: _by_mark(pieces) for page, pieces in pages.items()}
    told = [run for one in owned for run in _runs(by_mark.get(one.page, {}).get(one.mark, ()), one.level)]
    painted = [
        run
        for page, pieces in pages.items()
        for piece in pieces
        if piece.mark is not None and (page, piece.mark) in levels
        for run in _runs((piece,), levels[page, piece.mark])
    ]
    shown = Shown(
        runs=tuple(told),
        pages=tuple("\n".join(piece.text for piece in pieces) for pieces in pages.values()),
        descriptions=tuple(descriptions),
        links=tuple(_links(pdf)),
    )
    return PdfShown(_title(pdf), shown, tuple(painted), tuple(_faults(pdf)))


def _by_mark(pieces: tuple[Piece, ...]) -> dict[int, tuple[Piece, ...]]:
    out: dict[int, tuple[Piece, ...]] = {}
    for piece in pieces:
        if piece.mark is not None:
            out[piece.mark] = (*out.get(piece.mark, ()), piece)
    return out


def _runs(pieces: tuple[Piece, ...], level: int) -> Iterator[Run]:
    for piece in pieces:
        yield Run(piece.text, piece.bold, level=level)


def _structure(pdf: pikepdf.Pdf) -> tuple[list[_Owned], list[str]]:
    """Marked content in the order of the structure tree, and the alternative texts in it."""
    owned: list[_Owned] = []
    descriptions: list[str] = []
    root = pdf.Root.get("/StructTreeRoot")
    steps: list[tuple[pikepdf.Object | int, PageId, int]] = [(root.K, (0, 0), 0)] if root is not None and "/K" in root else []
    while steps:
        step, page, level = steps.pop()
        if isinstance(step, int):
            owned.append(_Owned(page, step, level))
        elif isinstance(step, pikepdf.Array):
            steps += [(kid, page, level) for kid in reversed(list(step))]
        elif isinstance(step, pikepdf.Dictionary) and step.get("/Type") != "/OBJR":
            page = step.Pg.objgen if "/Pg" in step else page
            if "/MCID" in step:
                owned.append(_Owned(page, int(step.MCID), level))
            if "/Alt" in step:
                descriptions.append(str(step.Alt))
            if "/K" in step:
                steps.append((step.K, page, _HEADINGS.get(str(step.get("/S", "")), level)))
    return owned, descriptions


def _links(pdf: pikepdf.Pdf) -> Iterator[Target]:
    for page in pdf.pages:
        for note in page.obj.Annots if "/Annots" in page.obj else ():
            if "/A" in note and "/URI" in note.A:
                yield Target(str(note.A.URI), "")


def _title(pdf: pikepdf.Pdf) -> str:
    return str(pdf.docinfo.get("/Title", "")).strip()


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a reader with a screen reader would miss (ISO 14289-1, 7.1 and 7.2)."""
    if "/StructTreeRoot" not in pdf.Root:
        yield "has no structure for screen readers"
    if "/MarkInfo" not in pdf.Root or not bool(pdf.Root.MarkInfo.get("/Marked", False)):
        yield "is not marked as tagged"
    if not str(pdf.Root.get("/Lang", "")).strip():
        yield "does not say its language"
    if not len(pdf.pages):
        yield "has no pages"
