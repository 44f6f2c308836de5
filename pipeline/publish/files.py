"""What rendering makes and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.article.site import Site
from pipeline.evidence.register import Register


@dataclass(frozen=True, slots=True)
class File:
    """A finished file. `path` is relative to the article's folder in build/, with forward slashes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Press:
    """The fixed means of rendering, the same for every article of a run."""

    site: Site
    register: Register
    templates: Path
    content: Path
