"""The picture that stands for the page where it is shared, and the page's icon.

Drawn from the same tokens and fonts as the page. Pillow's own layout engine is used (not Raqm,
which machines have or lack), so the bytes do not depend on the machine.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.publish.files import File
from pipeline.publish.tokens import Tokens
from pipeline.publish.view import ArticleView
from pipeline.publish.webfonts import FACES, drawing_font

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
_MARGIN = 80
_TITLE_SIZES = (76, 68, 60, 52, 44)
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Share:
    """The share image's file and what the page says of it."""

    file: File
    width: int
    height: int
    alt: str


def share_image(view: ArticleView, tokens: Tokens) -> Share:
    """`share.png`: publisher, title, and whether it is an advertisement or a draft."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), tokens.light["paper"])
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 20), fill=tokens.light["brand"])
    name, text = _font("literata-600", 44), _font("atkinson-400", 34)
    draw.text((_MARGIN, 76), _drawable(view.publisher, "literata-600"), font=name, fill=tokens.light["ink"])
    _title(draw, _drawable(view.title, "literata-600"), tokens.light["ink"])
    draw.line((_MARGIN, HEIGHT - 128, WIDTH - _MARGIN, HEIGHT - 128), fill=tokens.light["rule"], width=2)
    foot = " · ".join(filter(None, (view.stamp, view.label, view.purpose)))
    colour = "danger-text" if view.stamp else "caution" if view.label else "ink-soft"
    draw.text((_MARGIN, HEIGHT - 104), _drawable(foot, "atkinson-400"), font=text, fill=tokens.light[colour])
    return Share(File("share.png", _png(image)), WIDTH, HEIGHT, ": ".join(filter(None, (view.stamp, view.publisher, view.title))))


def icon(view: ArticleView, tokens: Tokens) -> File:
    """`icon.png`: the publisher's first letter on the house colour, 96 px."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (96, 96), tokens.light["brand"])
    letter = _drawable(view.publisher, "literata-600")[:1].upper()
    ImageDraw.Draw(image).text((48, 50), letter, font=_font("literata-600", 66), fill=tokens.light["on-brand"], anchor="mm")
    return File("icon.png", _png(image))


def _title(draw: ImageDraw, title: str, colour: str) -> None:
    """The title in the largest size that fits, vertically centred between head and foot."""
    for size in _TITLE_SIZES:
        font = _font("literata-600", size)
        lines = _wrapped(title, font)
        if len(lines) <= _MOST_LINES:
            break
    step = round(size * 1.18)
    top = 160 + (HEIGHT - 128 - 160 - step * len(lines[:_MOST_LINES])) // 2
    for number, line in enumerate(lines[:_MOST_LINES]):
        draw.text((_MARGIN, top + number * step), line, font=font, fill=colour)


def _wrapped(title: str, font: FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * _MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _drawable(text: str, face: str) -> str:
    """The text, or nothing where the fonts lack one of its characters: boxes say less than a blank."""
    clean = " ".join(text.split())
    return clean if all(ord(char) in _characters(face) for char in clean) else ""


@cache
def _characters(face: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    return frozenset(TTFont(io.BytesIO(_data(face))).getBestCmap())


def _data(face: str) -> bytes:
    return drawing_font(next(item for item in FACES if item.name == face))


@cache
def _font(face: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(_data(face)), size, layout_engine=ImageFont.Layout.BASIC)


def _png(image: object) -> bytes:
    from PIL import Image

    assert isinstance(image, Image.Image)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
