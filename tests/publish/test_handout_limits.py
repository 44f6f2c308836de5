"""What the child process that makes PDFs may not do: read elsewhere, take forever, fill the memory, be content with less."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import RenderError, ToolError
from pipeline.publish import pdf
from pipeline.publish.pdf import Job, Limits, Shelf, print_pdfs
from pipeline.system import mending_command

WEB = "https://example.org/a/"
STYLE = "body { font-family: Atkinson Hyperlegible }"


def printed(body: str, style: str = STYLE, seconds: int = 30, megabytes: int = 1_200, shelves: tuple[Shelf, ...] = ()) -> bytes:
    html = f'<!doctype html><html lang="en"><head><title>A test</title></head><body>{body}</body></html>'
    return print_pdfs(Job(html, (style,), WEB, seconds, megabytes, shelves=shelves), Limits(seconds, megabytes), "content/a.md")[0]


def refusal(body: str, style: str = STYLE, **how: Any) -> str:
    with pytest.raises(RenderError) as error:
        printed(body, style, **how)
    assert error.value.path == "content/a.md"
    return error.value.what


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a.png",
        "http://127.0.0.1:9/a.png",
        "ftp://example.com/a.png",
        "file:///etc/hostname",
        "data:image/png;base64,iVBORw0KGgo=",
        "https://example.org/a/missing.png",
    ],
)
def test_no_address_but_the_jobs_own_is_read(address: str) -> None:
    wanted = f"the handout cannot be made: {address} is not part of this project: pages are made from content/ and templates/ alone"
    assert refusal(f"<img src='{address}' alt='a'>") == wanted
    assert refusal("<p>a</p>", STYLE + f"p {{ background-image: url({address}) }}") == wanted
    assert refusal("<p>a</p>", STYLE + f"@font-face {{ font-family: x; src: url({address}) }}") == wanted


def test_shelves_end_at_their_folder(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "secret.css").write_text("p { color: red }", encoding="utf-8")
    (tmp_path / "shelf" / "own.css").write_text("p { color: blue }", encoding="utf-8")
    (tmp_path / "shelf" / "link.css").symlink_to(tmp_path / "secret.css")
    shelf = Shelf("https://example.org/shelf/", str(tmp_path / "shelf"))
    assert printed("<p>a</p>", "@import url(https://example.org/shelf/own.css);" + STYLE, shelves=(shelf,)).startswith(b"%PDF")
    for name in ("../secret.css", "%2e%2e/secret.css", "link.css", "..%5csecret.css"):
        with pytest.raises(RenderError, match="is not part of this project"):
            printed("<p>a</p>", f"@import url(https://example.org/shelf/{name});" + STYLE, shelves=(shelf,))


@pytest.mark.parametrize(
    ("body", "style", "words"),
    [
        ("<p>a</p>", "p{colour:red}", "Ignored `colour:red`"),
        ("<p>a</p>", "@page{size:a99}", "Ignored `size:a99`"),
        ("<p>☐</p>", "", "(U+2610)"),
        ("<p id='a'>a</p><p id='a'>b</p>", "", "Anchor defined twice: 'a'"),
    ],
)
def test_what_weasyprint_would_only_warn_about_stops_the_job(body: str, style: str, words: str) -> None:
    assert words in refusal(body, STYLE + style)


def test_a_link_to_what_a_template_dropped_is_left_to_verification() -> None:
    assert printed("<p><a href='#nowhere'>a</a></p>", STYLE).startswith(b"%PDF")


def test_a_page_that_takes_too_long_is_given_up() -> None:
    started = time.monotonic()
    what = refusal("<table><tr><td colspan='65534'>a</td></tr></table>" * 3 + "<p>a b c d e f g</p>" * 20_000, seconds=3)
    assert what in ("the handout took longer than 3 s to lay out", what if "signal 24" in what else "")
    assert time.monotonic() - started < 10


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a limit on address space")
def test_a_page_that_takes_too_much_memory_is_given_up() -> None:
    what = refusal("<p>a <b>b</b> c <i>d</i> e</p>" * 15_000, seconds=60, megabytes=300)
    assert what == "the handout cannot be made: it needs more than 300 MB of memory"


def test_elements_nested_too_deeply_are_a_fault_of_the_page() -> None:
    what = refusal("<blockquote>" * 3_000 + "a")
    assert what == "the handout cannot be made: lists, quotations or other elements are nested too deeply"


def test_a_child_that_dies_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_WORKER", "no_such_module_here")
    assert refusal("<p>a</p>").startswith("the process that makes PDFs died (exit code 1: ")


def test_without_pango_the_command_that_brings_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's loader is made to miss every library of Pango's, as on a machine without it."""
    (tmp_path / "sitecustomize.py").write_text(
        "import cffi\n"
        "dlopen = cffi.FFI.dlopen\n"
        "def missing(self, name, *rest):\n"
        "    if 'pango' in str(name): raise OSError(f'cannot load library {name}')\n"
        "    return dlopen(self, name, *rest)\n"
        "cffi.FFI.dlopen = missing\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ToolError) as error:
        printed("<p>a</p>")
    assert error.value.what == "PDFs need Pango: cannot load library libpango-1.0-0"
    assert error.value.remedy == f"run: {mending_command()}"


def test_long_pages_get_more_time_than_short_ones() -> None:
    assert Limits.for_page("") == Limits(40, 1_200)
    assert Limits.for_page("x" * 300_000) == Limits(100, 1_200)


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path))
    printed("<p>a</p>")
    refusal("<p>☐</p>")
    assert list(tmp_path.iterdir()) == []
