"""The fonts of the handout: files from packages, never from the machine, and what they can show.

Titles are set in Literata, text in Atkinson Hyperlegible. Neither has arrows, ticks, superscripts
or other scripts, so Noto Sans, its companions and Inter stand behind them. All are under the SIL
Open Font License 1.1. Because fontconfig is pointed at these folders alone, a page comes out the
same on every machine, and a machine without fonts (where WeasyPrint would crash) is no exception.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.errors import ToolError

# Each package and its folder of font files, in the order in which fonts are tried.
_SHIPPED = (
    ("fontpkg_atkinson_hyperlegible", "files"),
    ("fontpkg_literata", "files"),
    ("manimgx_fonts", ""),
    ("fontpkg_inter", "files"),
)
TEXT = "Atkinson Hyperlegible"
TITLE = "Literata"
# Fontconfig would choose another optical size of the title face for every size it is set in, and each
# is a font of its own in the PDF, 0.1 s to cut and 20 KB to carry. Without a range of sizes it leaves
# the choice to the style sheet, which names one for all titles.
_ONE_OPTICAL_SIZE = f'<match target="scan"><test name="family"><string>{TITLE}</string></test><edit name="size" mode="delete_all"/></match>'
# Fallbacks in CSS order; Pango finds the other scripts' Noto fonts through fontconfig.
FALLBACKS = ("Noto Sans", "Noto Sans Symbols", "Noto Emoji", "Inter")


def font_folder(package: str, folder: str = "files") -> Path:
    """Where a font package keeps its files. ToolError if the package is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ToolError(f"the font package {package.replace('_', '-')} is not installed", "install the project's dependencies again")
    return Path(spec.submodule_search_locations[0]) / folder


@cache
def font_folders() -> tuple[Path, ...]:
    """The only folders that fonts are taken from."""
    return tuple(font_folder(package, folder) for package, folder in _SHIPPED)


@cache
def font_files() -> tuple[Path, ...]:
    """Every shipped font file, in the order in which fonts are tried."""
    return tuple(path for folder in font_folders() for path in sorted(folder.glob("*.ttf")))


def fontconfig_file(folder: Path) -> str:
    """A fontconfig configuration (fonts.conf) that knows the packages' folders alone.

    `folder` is private to one run: it also holds fontconfig's cache, so nothing is read from or
    written to the user's own.
    """
    folders = "".join(f"<dir>{escape(str(path))}</dir>" for path in font_folders())
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig>{folders}{_ONE_OPTICAL_SIZE}<cachedir>{escape(str(folder / 'fontconfig'))}</cachedir></fontconfig>\n"
    )


@cache
def _characters(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _needs_no_glyph(char: str) -> bool:
    """Whether the character prints nothing of its own, so that no font has to have it.

    Joiners, variation selectors and tags shape their neighbours (default-ignorable code points,
    Unicode Standard 5.21), spaces are an advance, line ends end a line.
    """
    return char in "\t\n\r\u2029" or unicodedata.category(char) in ("Cf", "Zs") or _is_variation_selector(char)


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _says_nothing(char: str) -> bool:
    """Private-use characters and the replacement characters: a glyph for them would mean nothing to a reader."""
    return char in "\ufffc\ufffd" or unicodedata.category(char) == "Co"


def _shown_by_parts(char: str) -> bool:
    """Whether shaping can build the character from its decomposition (HarfBuzz composes marks)."""
    parts = unicodedata.normalize("NFD", char)
    return parts != char and all(map(_is_covered, parts))


@cache
def _is_covered(char: str) -> bool:
    if _needs_no_glyph(char):
        return True
    return not _says_nothing(char) and (any(ord(char) in _characters(path) for path in font_files()) or _shown_by_parts(char))


def uncovered(text: str) -> tuple[str, ...]:
    """The characters of `text` that no shipped font can show, each once, in order of appearance."""
    return tuple(char for char in dict.fromkeys(text) if not _is_covered(char))
