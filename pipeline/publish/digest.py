"""SHA-256 of files and of whole folders."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path


def bytes_digest(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Everything in a folder that is no folder: its name relative to it, with forward slashes, and its path.

    In the order of the names. Symbolic links are named, never followed.
    """
    found = []
    for base, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(base) / name).is_symlink()]
        found += [Path(base) / name for name in (*names, *links)]
    yield from sorted((path.relative_to(folder).as_posix(), path) for path in found)


def tree_digest(path: Path) -> str:
    """One SHA-256 for a file, a symbolic link or a folder: of the names in it and what they hold; "" where nothing is."""
    if path.is_symlink():
        return bytes_digest(b"link\0" + os.fsencode(path.readlink()))
    if path.is_dir():
        lines = (f"{name}\0{tree_digest(file)}\n" for name, file in files_below(path))
        return bytes_digest(b"folder\0" + "".join(lines).encode("utf-8", "surrogateescape"))
    return file_digest(path) if path.is_file() else ""
