"""Reading files: what is refused, and how it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from pipeline.article.read import read_document
from pipeline.article.source import find_articles, read_source
from pipeline.errors import ConfigError, InputError

GOOD = b"---\ntitle: Page\n---\n\nText.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    return tmp_path


def write(name: str, data: bytes) -> Path:
    path = Path("content", name)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data, message",
    [
        (GOOD + b"caf\xe9\n", "content/a.md:6: byte 30 (0xe9) is not UTF-8; save the file with the encoding UTF-8"),
        (GOOD + b"a\x00b\n", "content/a.md:6: control character U+0000; delete it; readers cannot see it"),
        (b"x" * 1_048_577, "content/a.md: 1048577 bytes; an article may have 1048576; split it into several articles"),
    ],
)
def test_refused_bytes(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_source(write("a.md", data))
    assert str(caught.value) == message


def test_byte_order_mark_is_dropped() -> None:
    assert read_source(write("a.md", b"\xef\xbb\xbf" + GOOD)).text == GOOD.decode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this platform")
def test_a_named_pipe_is_refused_without_hanging() -> None:
    os.mkfifo("content/pipe.md")
    with pytest.raises(InputError, match=r"content/pipe\.md: this is not a regular file"):
        read_source(Path("content/pipe.md"))


def test_nothing_to_check_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r"no article \(\*\.md\) in content/"):
        find_articles((), Path("content"))
    with pytest.raises(ConfigError, match="there is no folder content/ here"):
        find_articles((), Path("elsewhere"))
    with pytest.raises(ConfigError, match=r"gone\.md: no such file or folder"):
        find_articles((Path("gone.md"),), Path("content"))


def test_articles_are_found_in_order_and_once() -> None:
    for name in ("b.md", "a.md", "notes.txt"):
        write(name, GOOD)
    assert find_articles((Path("content"), Path("content/a.md")), Path("content")) == (Path("content/a.md"), Path("content/b.md"))


def test_a_file_name_cannot_drive_the_terminal() -> None:
    path = write("a\x1b[31m.md", b"\xff")
    with pytest.raises(InputError) as caught:
        read_source(path)
    assert str(caught.value) == "content/a\\u{1b}[31m.md: the file's name holds characters that nobody can see; rename the file"


def picture(name: str, size: tuple[int, int] = (4, 4)) -> None:
    Path("content", name).parent.mkdir(exist_ok=True)
    Image.new("1", size).save(Path("content", name))


@pytest.mark.parametrize(
    "markup, message",
    [
        ("![a](images/gone.png)", "content/a.md:7: picture images/gone.png: no such file; put it there, or correct the name"),
        ("![a](https://example.org/a.png)", "picture https://example.org/a.png: it is not a file of this project"),
        ("![a](../secret.png)", "content/a.md:7: picture ../secret.png: it lies outside the article's folder"),
        ("![a](images/bad.png)", "content/a.md:7: picture images/bad.png: it cannot be decoded"),
        ("![a](images/huge.png)", "content/a.md:7: picture images/huge.png: 7000 x 7000 pixels"),
        ("![a](images)", "content/a.md:7: picture images: it is no regular file"),
    ],
)
def test_pictures(markup: str, message: str) -> None:
    Path("secret.png").write_bytes(b"x")
    picture("images/ok.png")
    picture("images/huge.png", (7000, 7000))
    Path("content/images/bad.png").write_bytes(b"\x89PNG\r\n\x1a\n....")
    article = write("a.md", GOOD + f"\n![fine](images/ok.png) {markup}\n".encode())
    with pytest.raises(InputError) as caught:
        read_document(article)
    assert message in str(caught.value)
