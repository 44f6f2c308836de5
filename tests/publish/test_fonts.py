"""What the shipped fonts can show, and that no other font is ever looked at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from pipeline.errors import ToolError
from pipeline.publish.fonts import FALLBACKS, TEXT, TITLE, font_files, font_folder, font_folders, fontconfig_file, uncovered


@pytest.mark.parametrize(
    "text",
    [
        "Café, naïve, 5 µg of B₁₂, 37 °C, “quoted” — dash… Crohn’s",
        "≤ ≥ ± × ÷ − ½ ‰ € £ § ¶ † ‡ • ™ ® © ← → ↑ ↓ ↔ ✓ ✗ ★ ☆ ● ○ α β γ Ω x² 10⁻⁹",
        "no\u00a0break, thin\u2009space, non\u2011breaking, soft\u00adhyphen, zero\u200bwidth, tab\tand\nline",
        "עור جلد Русский Ελληνικά हिन्दी ไทย Հայերեն ქართული አማርኛ বাংলা தமிழ்",
        "e\u0301 n\u0303 ḗ ệ क्षि",
        "🧬 👩‍⚕️ 👍🏽 🇬🇧 ⚠️ 1️⃣ 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_covered(text: str) -> None:
    assert uncovered(text) == ()


def test_uncovered_characters_come_once_and_in_order() -> None:
    assert uncovered("a 中 b あ 中 c 한") == ("中", "あ", "한")


@pytest.mark.parametrize("char", ["\ufffd", "\ufffc", "\ue000", "\x07", "\x7f", "\u3164", "☐"])
def test_what_says_nothing_to_a_reader_is_not_covered(char: str) -> None:
    assert uncovered(f"a{char}b") == (char,)


def test_families_are_those_that_the_files_hold() -> None:
    names = set()
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            names.add(font["name"].getBestFamilyName())
    assert {TEXT, TITLE, *FALLBACKS} <= names


def test_fonts_come_from_packages_alone(tmp_path: Path) -> None:
    root = ElementTree.fromstring(fontconfig_file(tmp_path))  # noqa: S314
    assert [Path(entry.text or "") for entry in root.iter("dir")] == list(font_folders())
    assert [Path(entry.text or "") for entry in root.iter("cachedir")] == [tmp_path / "fontconfig"]
    assert list(root.iter("include")) == []
    assert all("site-packages" in folder.parts for folder in font_folders())


def test_folders_are_escaped() -> None:
    root = ElementTree.fromstring(fontconfig_file(Path("/a & b <c>")))  # noqa: S314
    assert [entry.text for entry in root.iter("cachedir")] == [str(Path("/a & b <c>/fontconfig"))]


def test_a_missing_package_is_named() -> None:
    with pytest.raises(ToolError, match="the font package no-such-font is not installed"):
        font_folder("no_such_font")


def test_font_tables_are_not_read_before_they_are_needed() -> None:
    code = "import sys; from pipeline.publish import fonts; print('fontTools' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
