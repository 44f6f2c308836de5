"""The page in a real browser, where there is one: fonts, policy, phone width, paper."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.publish.tokens import read_tokens
from pipeline.publish.web import render_web
from tests.publish.making import TEMPLATES, article, cleared, press
from tests.publish.sample import BODY, FRONT

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rendered article on disk."""
    out = tmp_path_factory.mktemp("web")
    for file in render_web(cleared(article(out, BODY, FRONT)), press(out)):
        path = out / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return out


def browse(folder: Path, *options: str) -> str:
    """Open the page; what the browser has to say comes back."""
    base = (
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--enable-logging=stderr",
        f"--user-data-dir={folder / 'profile'}",
    )
    done = subprocess.run([*base, *options, (folder / "index.html").as_uri()], capture_output=True, text=True, timeout=120, check=True)
    return "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


@pytest.mark.parametrize("width", [320, 1280])
def test_it_paints_with_its_own_style_and_says_nothing(folder: Path, width: int) -> None:
    shot = folder / f"{width}.png"
    assert browse(folder, f"--window-size={max(width, 500)},2000", f"--screenshot={shot}") == ""
    image = Image.open(shot).convert("RGB")
    brand = tuple(bytes.fromhex(read_tokens(TEMPLATES).light["brand"][1:]))
    assert image.getpixel((image.width // 2, 2)) == brand
    assert image.getpixel((image.width // 2, 8)) == (255, 255, 255)


def test_it_prints_in_its_own_fonts(folder: Path) -> None:
    paper = folder / "print.pdf"
    browse(folder, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    with pikepdf.open(paper) as pdf:
        names = [str(font["/BaseFont"]) for page in pdf.pages for _, font in page["/Resources"]["/Font"].items()]
        assert len(pdf.pages) <= 4
    assert any("Literata" in name for name in names)
    assert any("Atkinson" in name for name in names)
