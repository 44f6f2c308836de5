"""How files are named to people."""

from __future__ import annotations

from pathlib import Path


def shown_path(file: Path) -> str:
    """The file relative to the working directory where it lies below it, with forward slashes."""
    try:
        return file.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return file.as_posix()
