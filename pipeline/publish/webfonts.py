"""Web fonts: small woff2 files beside the page, cut from the packages' fonts, the same bytes every time.

Literata's variable file is fixed at optical size 28 and weight 600 for titles. Everything is cut
down to Latin: other scripts fall back to the reader's own fonts. Both are under the SIL Open Font
License 1.1, which asks for its text beside the files and, naming no reserved font name, allows this.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.publish.files import File
from pipeline.publish.fonts import font_folder

# Latin-1, Latin Extended-A, and the punctuation, mathematics and currency of running text.
_CHARACTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "ƒȘșȚțˆ˚˜μ–—‘’‚“”„†‡•…‰′″‹›⁄€™−≈≠≤≥"))
_FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "calt")
_TITLE_AXES = {"opsz": 28, "wght": 600}


@dataclass(frozen=True, slots=True)
class Face:
    """One file: its name beside the page, the family it belongs to (a token's name), weight and style."""

    name: str
    family: str
    weight: int
    style: str
    package: str
    source: str


FACES = (
    Face("literata-600", "title", 600, "normal", "fontpkg_literata", "Literata[opsz,wght].ttf"),
    Face("atkinson-400", "text", 400, "normal", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    Face("atkinson-400-italic", "text", 400, "italic", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Italic.ttf"),
    Face("atkinson-700", "text", 700, "normal", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
)
_LICENCES = {"literata": "fontpkg_literata", "atkinson": "fontpkg_atkinson_hyperlegible"}


@cache
def web_fonts() -> tuple[File, ...]:
    """The faces as woff2 and their licences, in `fonts/`."""
    faces = (File(f"fonts/{face.name}.woff2", _compressed(drawing_font(face))) for face in FACES)
    licences = (
        File(f"fonts/{name}-LICENSE.txt", (font_folder(package).parent / "LICENSE").read_bytes()) for name, package in _LICENCES.items()
    )
    return (*faces, *licences)


@cache
def drawing_font(face: Face) -> bytes:
    """The face as TrueType with its axes fixed, Latin alone: what the web font is made of, and what pictures are drawn with."""
    from fontTools import subset  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    font = TTFont(font_folder(face.package) / face.source, recalcTimestamp=False)
    options = subset.Options(layout_features=list(_FEATURES), hinting=False, notdef_outline=True, recalc_timestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_CHARACTERS)
    cutter.subset(font)
    return _saved(instancer.instantiateVariableFont(font, _TITLE_AXES, inplace=True) if "fvar" in font else font)


def _compressed(data: bytes) -> bytes:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.flavor = "woff2"
    return _saved(font)


def _saved(font: Any) -> bytes:
    """A font's file. Any: fontTools is untyped."""
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
