"""Web fonts: small, the same bytes every time, and they have what running text needs."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from pipeline.publish.webfonts import FACES, Face, drawing_font, web_fonts

FILES = {file.path: file.data for file in web_fonts()}
RUNNING_TEXT = "ABCXYZabcxyz0123456789 “”‘’–—… × ± ≥ ≤ − • é ñ ß ø ł ő ž € µ %"


def test_the_files_are_these_and_small() -> None:
    assert sorted(FILES) == [
        "fonts/atkinson-400-italic.woff2",
        "fonts/atkinson-400.woff2",
        "fonts/atkinson-700.woff2",
        "fonts/atkinson-LICENSE.txt",
        "fonts/literata-600.woff2",
        "fonts/literata-LICENSE.txt",
    ]
    assert max(map(len, FILES.values())) < 30_000


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_face_is_what_it_is_called(face: Face) -> None:
    data = FILES[f"fonts/{face.name}.woff2"]
    font = TTFont(io.BytesIO(data))
    assert data[:4] == b"wOF2"
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == face.weight
    assert bool(font["OS/2"].fsSelection & 1) == (face.style == "italic")
    assert [char for char in RUNNING_TEXT if ord(char) not in font.getBestCmap()] == []


def test_licences_are_the_open_font_license() -> None:
    assert all(b"SIL OPEN FONT LICENSE Version 1.1" in FILES[path] for path in FILES if path.endswith(".txt"))


def test_another_process_makes_the_same_bytes() -> None:
    code = "import hashlib; from pipeline.publish.webfonts import *; print(hashlib.sha256(drawing_font(FACES[0])).hexdigest())"
    root = Path(__file__).resolve().parents[2]
    out = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"})
    assert out.stdout.strip() == hashlib.sha256(drawing_font(FACES[0])).hexdigest()
