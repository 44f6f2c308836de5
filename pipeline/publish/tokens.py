"""The look as data: templates/tokens.yaml, typed and checked when it is read.

Colours have two layers: a palette of hex values, and names by use that point into it for the light
and the dark scheme. Templates know only the names by use. Contrast is WCAG 2.2's formula (relative
luminance, success criterion 1.4.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, TypeAlias

import msgspec
from markupsafe import Markup

from pipeline.article import strict_yaml
from pipeline.errors import RenderError
from pipeline.publish.paths import shown_path

Name: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]*$")]
Hex: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
# A list of font names goes into style sheets and style attributes as it stands.
Families: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9 ,'-]+$")]
Family: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9 -]*$")]


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name by use: the palette's name in the light and the dark scheme."""

    light: Name
    dark: Name


class Font(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A typeface that is shipped, and what stands in for it."""

    family: Family
    fallback: Families

    @property
    def stack(self) -> str:
        """The value of `font-family`."""
        return f"'{self.family}', {self.fallback}" if self.family else self.fallback

    @property
    def mail(self) -> Markup:
        """The value of `font-family` in mail, where no font is sent."""
        return _css((self.fallback,))


class Root(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Root sizes of the web page, px."""

    phone: float
    wide: float


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes of one role of text: phone, wide and mail in px, print in pt; lines are factors."""

    phone: float
    wide: float
    line: float
    mail: int
    print: float
    print_line: float

    @property
    def mail_line(self) -> int:
        """Line height in mail, px."""
        return round(self.mail * (self.line if self.mail > 16 else 1.5))


class TokensFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written."""

    palette: Mapping[Name, Hex]
    colours: Mapping[Name, Pair]
    contrast: Mapping[Name, tuple[Name, ...]]
    fonts: Mapping[Name, Font]
    root: Root
    type: Mapping[Name, Role]
    space: tuple[int, ...]
    print_space: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours resolved to hex by name by use, fonts and sizes; `pairs` holds (text, ground) names."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...]
    fonts: Mapping[str, Font]
    root: Root
    type: Mapping[str, Role]
    space: tuple[int, ...]
    print_space: tuple[int, ...]

    def colour_properties(self, scheme: str) -> Markup:
        """CSS custom properties of the `light` or `dark` scheme: `--ink:#16262b;…`."""
        colours = self.light if scheme == "light" else self.dark
        return _css(f"--{name}:{value.lower()};" for name, value in colours.items())

    def size_properties(self, width: str) -> Markup:
        """CSS custom properties of the type roles in rem, for `phone` or `wide`."""
        root = getattr(self.root, width)
        return _css(f"--size-{name}:{getattr(role, width) / root:.4g}rem;" for name, role in self.type.items())

    def fixed_properties(self) -> Markup:
        """CSS custom properties that no screen changes: line heights, steps (rem of the phone's root), fonts."""
        lines = (f"--line-{name}:{role.line:g};" for name, role in self.type.items())
        steps = (f"--space-{step}:{step / self.root.phone:.4g}rem;" for step in self.space)
        fonts = (f"--font-{name}:{font.stack};" for name, font in self.fonts.items())
        return _css((*lines, *steps, *fonts))


def _css(pieces: Iterable[str]) -> Markup:
    """Declarations that are not escaped: names, hex values and font names were matched when they were read."""
    return Markup("".join(pieces))  # noqa: S704


@cache
def read_tokens(templates: Path) -> Tokens:
    """The tokens of a templates folder. Raises RenderError with path and line."""
    file = templates / "tokens.yaml"
    path = shown_path(file)
    node = strict_yaml.read(file, path, RenderError)
    given = strict_yaml.convert(node, TokensFile, path, RenderError)
    for fault in _faults(given):
        raise RenderError(fault, "name it in the palette or under colours, or mend the spelling", path=path)
    return Tokens(
        light={name: given.palette[pair.light] for name, pair in given.colours.items()},
        dark={name: given.palette[pair.dark] for name, pair in given.colours.items()},
        pairs=tuple((text, ground) for text, grounds in given.contrast.items() for ground in grounds),
        fonts=given.fonts,
        root=given.root,
        type=given.type,
        space=given.space,
        print_space=given.print_space,
    )


def _faults(given: TokensFile) -> Iterator[str]:
    """Names that point at nothing."""
    for name, pair in given.colours.items():
        yield from (f"colour {name}: the palette has no {shade!r}" for shade in (pair.light, pair.dark) if shade not in given.palette)
    for text, grounds in given.contrast.items():
        yield from (f"contrast: there is no colour {name!r}" for name in (text, *grounds) if name not in given.colours)


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two hex colours, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(part, 16) / 255) for part in re.findall("..", colour.removeprefix("#")))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
