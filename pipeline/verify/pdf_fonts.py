"""From the codes in a PDF's content to the characters a reader sees (ISO 32000-1, 9.7 and 9.10).

Libraries that extract text mistrust the embedded code maps that WeasyPrint writes for fonts with
ligatures and lose those texts whole, so the two small maps are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

# Printed for a code that stands for no character, or for the box that a font draws for what it lacks.
UNREADABLE = "\ufffd"
_SECTION = re.compile(rb"begin(codespacerange|cidchar|cidrange|bfchar|bfrange)(.*?)end\1", re.S)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\d+)|(\[|\])")
_IDENTITY = ("/Identity-H", "/Identity-V")


@dataclass(frozen=True, slots=True)
class Font:
    """`texts` by code, `width` in bytes of a code, whether the type is bold."""

    texts: Mapping[int, str]
    width: int
    bold: bool

    def read(self, data: bytes) -> str:
        """What a string shows."""
        codes = (int.from_bytes(data[at : at + self.width], "big") for at in range(0, len(data), self.width))
        return "".join(self.texts.get(code, UNREADABLE) for code in codes)


def read_font(font: pikepdf.Object) -> Font:
    """A font of a page's resources."""
    composite = font.get("/Subtype") == "/Type0"
    texts = dict(_texts(font["/ToUnicode"].read_bytes())) if isinstance(font.get("/ToUnicode"), pikepdf.Stream) else {}
    encoding = font.get("/Encoding")
    width = 2 if composite else 1
    if composite and isinstance(encoding, pikepdf.Stream):
        parts = _sections(encoding.read_bytes())
        width = max((len(token) // 2 for name, tokens in parts if name == "codespacerange" for token in tokens), default=2)
        texts |= dict.fromkeys((code for code, cid in _glyphs(parts) if cid == 0), UNREADABLE)
    elif composite and encoding in _IDENTITY:
        texts[0] = UNREADABLE
    return Font(texts, width, _bold(font))


def _bold(font: pikepdf.Object) -> bool:
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    weight = float(descriptor.get("/FontWeight", 400)) if descriptor is not None else 400.0
    return "bold" in str(font.get("/BaseFont", "")).lower() or weight >= 600


def _sections(data: bytes) -> list[tuple[str, list[str]]]:
    """Each section of a code map with its tokens: hex digits, decimal numbers as `#n`, brackets."""
    return [
        (
            match[1].decode(),
            [
                token[1].decode().replace(" ", "").replace("\n", "") if token[1] is not None else (token[3] or b"#" + token[2]).decode()
                for token in _TOKEN.finditer(match[2])
            ],
        )
        for match in _SECTION.finditer(data)
    ]


def _glyphs(parts: list[tuple[str, list[str]]]) -> Iterator[tuple[int, int]]:
    """Code and glyph number of each entry; of a range, its first (only the box, glyph 0, is looked for)."""
    for name, tokens in parts:
        step = {"cidchar": 2, "cidrange": 3}.get(name)
        if step:
            for at in range(0, len(tokens) - step + 1, step):
                yield int(tokens[at], 16), int(tokens[at + step - 1].lstrip("#"))


def _texts(data: bytes) -> Iterator[tuple[int, str]]:
    for name, tokens in _sections(data):
        if name == "bfchar":
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                yield int(code, 16), _text(text)
        elif name == "bfrange":
            yield from _range_texts(iter(tokens))


def _range_texts(tokens: Iterator[str]) -> Iterator[tuple[int, str]]:
    for low in tokens:
        first, last, target = int(low, 16), int(next(tokens), 16), next(tokens)
        if target == "[":
            for code in range(first, last + 1):
                yield code, _text(next(tokens))
            next(tokens)
        else:
            base = bytes.fromhex(target)
            for code in range(first, last + 1):
                number = int.from_bytes(base, "big") + code - first
                yield code, number.to_bytes(len(base), "big").decode("utf-16-be", "replace")


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace") or ""
