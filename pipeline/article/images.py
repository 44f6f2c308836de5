"""Pictures are looked at when an article is read: there, inside its folder, whole, and not too large."""

from __future__ import annotations

import stat
import warnings
from collections.abc import Iterator
from pathlib import Path

from pipeline.article.document import Document
from pipeline.errors import InputError
from pipeline.text import Span, shown

MAX_PIXELS = 40_000_000
MAX_BYTES = 20_000_000
MAX_COUNT = 100
# Formats that browsers, mail clients and PDF writers all show, and that cannot hold scripts.
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


def picture_names(document: Document) -> Iterator[tuple[str, Span]]:
    """Each picture's name as written, with its place."""
    for image in document.images:
        yield image.src, image.span
    if document.meta.image:
        yield document.meta.image.src, document.meta.spans["image"]


def check_images(document: Document, folder: Path) -> None:
    """Raise InputError for the first picture that cannot be published."""
    names = list(picture_names(document))
    for number, (name, span) in enumerate(names):
        line = document.lines.position(span.start).line
        if number >= MAX_COUNT:
            raise InputError(f"more than {MAX_COUNT} pictures", "split the article", path=document.path, line=line)
        fault = _fault(name, folder)
        if fault:
            raise InputError(f"picture {shown(name)}: {fault[0]}", fault[1], path=document.path, line=line)


def _fault(name: str, folder: Path) -> tuple[str, str] | None:
    """What is wrong with a picture, and what to do; None when nothing is."""
    path = Path(name)
    if "://" in name or name.startswith(("//", "data:")) or path.is_absolute() or "\\" in name:
        return "it is not a file of this project", "save it under content/images/ and name it relative to the article"
    try:
        real = (folder / path).resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            return "it lies outside the article's folder", "move it under content/images/"
        info = real.stat()
    except (OSError, ValueError):
        return "no such file", "put it there, or correct the name"
    if not stat.S_ISREG(info.st_mode) or info.st_size > MAX_BYTES:
        return f"it is no regular file of at most {MAX_BYTES // 1_000_000} MB", "export it smaller"
    return _undecodable(real)


def _undecodable(path: Path) -> tuple[str, str] | None:
    # Pillow takes 60 ms to import: only articles with pictures pay for it.
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    return f"{image.width} x {image.height} pixels; at most {MAX_PIXELS} are allowed", "export it smaller"
                image.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return "it cannot be decoded", f"save it as one of {', '.join(FORMATS)}"
    return None
