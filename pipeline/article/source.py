"""Finding and reading article files: regular files, UTF-8, of a size somebody can read."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from msgspec import Struct

from pipeline.errors import ConfigError, InputError, InputErrors, NostrumError
from pipeline.text import shown

MAX_BYTES = 1_048_576
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# The same as bytes, which are no part of any other character in UTF-8: leaving them out is quicker than searching.
_CONTROL_BYTES = bytes(code for code in range(128) if _CONTROL.match(chr(code)))


class Source(Struct, frozen=True):
    """A decoded file: `path` as it is shown, `text` without a byte order mark, hash of the raw bytes."""

    path: str
    text: str
    sha256: str


def shown_path(path: Path) -> str:
    """The path relative to the working directory, with forward slashes and nothing that a terminal acts on."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive on Windows
        relative = path.name
    return shown(relative.replace(os.sep, "/")).replace("\n", "\\u{a}").replace("\t", "\\u{9}")


def find_articles(paths: tuple[Path, ...], content: Path) -> tuple[Path, ...]:
    """The article files meant by `paths` (files or folders), or all of content/ when there are none.

    Raises ConfigError when there is nothing to check: a run that checked nothing is never green.
    """
    if not paths and not content.is_dir():
        raise ConfigError("there is no folder content/ here", "run the command in the project's folder, or name the files to check")
    found = [article for path in paths or (content,) for article in _articles_at(path)]
    if not found:
        where = ", ".join(shown_path(path) for path in paths) or "content/"
        raise ConfigError(f"no article (*.md) in {where}", "write one, or start with: nostrum new SLUG")
    return tuple(dict.fromkeys(found))


def _articles_at(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(child for child in path.glob("*.md") if not child.is_dir())
    if not os.path.lexists(path):
        raise ConfigError(f"{shown_path(path)}: no such file or folder", "check the spelling of the path")
    return [path]


def read_source(path: Path) -> Source:
    """The file as text.

    Raises InputError for what is not a regular file, larger than MAX_BYTES, not UTF-8, or holds
    control characters; the message names line and byte.
    """
    name = shown_path(path)
    if shown(path.name) != path.name:
        raise InputError("the file's name holds characters that nobody can see", "rename the file", path=name)
    data = _bytes_of(path, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        what = f"byte {fault.start} (0x{data[fault.start]:02x}) is not UTF-8"
        raise InputError(what, "save the file with the encoding UTF-8", path=name, line=line) from None
    if len(data.translate(None, _CONTROL_BYTES)) < len(data) and (control := _CONTROL.search(text)):
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(f"control character U+{ord(control[0]):04X}", "delete it; readers cannot see it", path=name, line=line)
    return Source(name, text, hashlib.sha256(data).hexdigest())


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise InputError("this is not a regular file", "an article is a plain text file", path=name)
        if info.st_size > MAX_BYTES:
            raise InputError(f"{info.st_size} bytes; an article may have {MAX_BYTES}", "split it into several articles", path=name)
        return path.read_bytes()
    except OSError as fault:
        raise InputError(f"cannot be read: {fault.strerror}", "check the file and its permissions", path=name) from None


def all_or_errors(results: list[NostrumError]) -> None:
    """Raise the errors that were collected, together, so that one run names every broken file."""
    if len(results) == 1:
        raise results[0]
    if results:
        raise InputErrors(results)
