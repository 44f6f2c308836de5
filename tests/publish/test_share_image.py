"""The share image and the icon."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.publish.share_image import icon, share_image
from pipeline.publish.tokens import read_tokens
from tests.publish.making import TEMPLATES, view_of

TOKENS = read_tokens(TEMPLATES)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def colours(data: bytes, box: tuple[int, int, int, int]) -> set[tuple[int, ...]]:
    return {colour for _, colour in opened(data).crop(box).getcolors(1_000_000) or []}  # type: ignore[misc]


def rgb(name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(TOKENS.light[name][1:]))


TITLE = (80, 160, 1200, 490)
FOOT = (80, 510, 1200, 600)


def test_it_shows_bar_title_and_foot(tmp_path: Path) -> None:
    view = view_of(tmp_path, "Text.\n")
    share = share_image(view, TOKENS)
    assert opened(share.file.data).size == (share.width, share.height) == (1200, 630)
    assert share.alt == "Example Health: A test"
    assert opened(share.file.data).getpixel((600, 10)) == rgb("brand")
    assert rgb("ink") in colours(share.file.data, TITLE)
    assert rgb("ink-soft") in colours(share.file.data, FOOT)
    assert len(share.file.data) < 100_000
    assert share_image(view, TOKENS) == share


def test_adverts_and_drafts_say_so(tmp_path: Path) -> None:
    view = view_of(tmp_path, "Text.\n", "relationship: seller\n")
    assert rgb("caution") in colours(share_image(view, TOKENS).file.data, FOOT)
    draft = share_image(replace(view, stamp="DRAFT"), TOKENS)
    assert rgb("danger-text") in colours(draft.file.data, FOOT)
    assert draft.alt == "DRAFT: Example Health: A test"


@pytest.mark.parametrize("title", ["עור ומעיים", "皮膚と腸", "Skin 🙂"])
def test_a_title_that_the_font_lacks_is_left_out_not_boxed(tmp_path: Path, title: str) -> None:
    share = share_image(replace(view_of(tmp_path, "Text.\n"), title=title), TOKENS)
    assert colours(share.file.data, TITLE) == {rgb("paper")}
    assert title in share.alt


@pytest.mark.parametrize("title", ["long " * 60, "x" * 300])
def test_a_long_title_stays_inside(tmp_path: Path, title: str) -> None:
    share = share_image(replace(view_of(tmp_path, "Text.\n"), title=title.strip()), TOKENS)
    assert colours(share.file.data, (0, 492, 1200, 501)) == {rgb("paper")}


def test_the_icon_is_the_publisher_s_letter(tmp_path: Path) -> None:
    file = icon(view_of(tmp_path, "Text.\n"), TOKENS)
    assert file.path == "icon.png"
    assert opened(file.data).size == (96, 96)
    assert {rgb("brand"), rgb("on-brand")} <= colours(file.data, (0, 0, 96, 96))
