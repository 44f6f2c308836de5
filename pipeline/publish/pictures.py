"""Pictures that an article shows: measured, and copied beside the page.

Reading has looked at them already (pipeline/article/images.py: there, inside the article's folder,
whole, not too large); what is found wrong here went wrong since then.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


class PictureFault(Exception):
    """A picture is not what it was when the article was read; who knows the line makes an InputError of it."""


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
    from PIL import Image

    folder = content.resolve()
    file = (folder / src).resolve()
    if not file.is_relative_to(folder):
        raise PictureFault("it lies outside the article's folder")
    try:
        data = file.read_bytes()
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            width, height = image.size
    except (OSError, ValueError, SyntaxError):
        raise PictureFault("it cannot be read any more") from None
    return PictureFile("images/" + file.relative_to(folder).as_posix().removeprefix("images/"), data, width, height)
