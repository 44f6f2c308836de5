"""Pictures that an article shows: read, measured, and copied beside the page."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from PIL import Image, UnidentifiedImageError

MAX_BYTES = 10_000_000
MAX_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


class PictureFault(Exception):
    """A picture cannot be shown; who knows the line makes an InputError of it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's bytes, its place beside the page (`images/…`) and its size in px."""

    path: str
    data: bytes
    width: int
    height: int

    @property
    def href(self) -> str:
        """The path as a relative URL."""
        return quote(self.path)


def read_picture(content: Path, src: str) -> PictureFile:
    """The picture that `src` (relative to content/) names. Raises PictureFault."""
    file = _inside(content, src)
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_BYTES else b""
    except OSError as fault:
        raise PictureFault(f"the image {src} cannot be read ({fault.strerror})", "check its path below content/") from None
    if not data:
        raise PictureFault(f"the image {src} is empty or larger than {MAX_BYTES // 1_000_000} MB", "make it smaller")
    width, height = _size(data, src)
    return PictureFile("images/" + PurePosixPath(src).as_posix().removeprefix("images/"), data, width, height)


def _inside(content: Path, src: str) -> Path:
    """The file, which lies below content/ also after links were followed."""
    if ":" in src or "\\" in src or PurePosixPath(src).is_absolute() or ".." in PurePosixPath(src).parts:
        raise PictureFault(f"the image {src} is not below content/", "put the file into content/images and name it images/…")
    file = (content / src).resolve()
    if not file.is_relative_to(content.resolve()):
        raise PictureFault(f"the image {src} is not below content/", "put the file into content/images and name it images/…")
    if not file.is_file():
        raise PictureFault(f"the image {src} is missing", f"put it at {(content / src).as_posix()} or correct its path")
    return file


def _size(data: bytes, src: str) -> tuple[int, int]:
    """Width and height in px, from the file's head; nothing is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                width, height = image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise PictureFault(f"the image {src} is none of {', '.join(FORMATS)}, or is broken", "save it again as PNG or JPEG") from None
    if width * height > MAX_PIXELS:
        raise PictureFault(f"the image {src} has {width} x {height} pixels", f"make it smaller than {MAX_PIXELS // 1_000_000} megapixels")
    return width, height
