"""What style sheets do to the words of a page, as far as it can hide them.

Rules are matched by cssselect2, so selectors mean what they mean to a browser; of the cascade only
the properties that can make text vanish, strike it out or embolden it are followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import cssselect2  # type: ignore[import-untyped]
import tinycss2  # type: ignore[import-untyped]
from tinycss2.color3 import RGBA, parse_color  # type: ignore[import-untyped]

# Property -> value in lower case.
Declared = Mapping[str, str]

_FOLLOWED = frozenset(
    "display visibility opacity font font-size font-weight text-indent clip clip-path position left right top bottom color "
    "width height max-width max-height overflow overflow-x overflow-y transform scale content-visibility "
    "text-decoration text-decoration-line background background-color".split()
)
_SCOPES = frozenset({"supports", "layer", "container"})
# Closer to nothing than this, text cannot be read.
SMALLEST_PX = 9.0
_FAINTEST = 0.1
_FAR = 500.0
_POINT = 4 / 3
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)")
_KEYWORDS = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0}


@dataclass(frozen=True, slots=True)
class Rule:
    """What some elements are told, under a condition."""

    media: str
    declared: tuple[tuple[str, str, bool], ...]

    def speaks(self, media: str) -> bool:
        """Whether it says something under this condition that it does not say without."""
        return self.media == media or (not self.media and any("var(" in value for _, value, _ in self.declared))


class Styles:
    """The rules of a page. `media` lists the conditions they are under, the unconditional one ("") first."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._matcher = cssselect2.Matcher()
        self._variables: dict[str, dict[str, str]] = {"": {}}
        for sheet in sheets:
            for media, rule in _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), ""):
                self._add(media, rule)
        self.media = tuple(self._variables)

    def _add(self, media: str, rule: object) -> None:
        known = self._variables.setdefault(media, {})
        known |= dict(_variables(rule.content))  # type: ignore[attr-defined]
        declared = tuple(_declarations(rule.content))  # type: ignore[attr-defined]
        if not declared:
            return
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)  # type: ignore[attr-defined]
        except cssselect2.SelectorError:
            return
        for selector in selectors:
            if selector.pseudo_element is None:
                self._matcher.add_selector(selector, Rule(media, declared))

    def of(self, element: cssselect2.ElementWrapper) -> tuple[Rule, ...]:
        """The rules that match an element, weakest first, its style attribute last."""
        inline = element.etree_element.get("style")
        own = (_own_rule(inline),) if inline else ()
        return (*(match[3] for match in sorted(self._matcher.match(element), key=lambda match: match[:2])), *own)

    def declared(self, rules: tuple[Rule, ...], media: str) -> Declared:
        """What the rules say under one condition besides those that always hold."""
        holding = [rule for rule in rules if rule.media in ("", media)]
        out: dict[str, str] = {}
        for wanted in (False, True):
            for rule in holding:
                out.update((name, self._resolved(value, media)) for name, value, important in rule.declared if important is wanted)
        return out

    def _resolved(self, value: str, media: str) -> str:
        """The value with custom properties filled in: they are set for the whole page, on :root."""
        if "var(" not in value:
            return value
        known = self._variables[""] | self._variables[media]
        return _VARIABLE.sub(lambda match: known.get(match[1], ""), value).strip()


@lru_cache(4096)
def _own_rule(style: str) -> Rule:
    return Rule("", tuple(_declarations(tinycss2.parse_component_value_list(style))))


def _rules(nodes: Iterable[object], media: str) -> Iterator[tuple[str, object]]:
    """Style rules with their condition; `screen` and `all` are none."""
    for node in nodes:
        kind = getattr(node, "type", "")
        if kind == "qualified-rule":
            yield media, node
        elif kind == "at-rule" and node.content is not None and node.lower_at_keyword in _SCOPES | {"media"}:  # type: ignore[attr-defined]
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)  # type: ignore[attr-defined]
            condition = " ".join(tinycss2.serialize(node.prelude).lower().split()) if node.lower_at_keyword == "media" else ""  # type: ignore[attr-defined]
            own = "" if condition in ("screen", "all", "only screen") else condition
            yield from _rules(inner, " and ".join(filter(None, [media, own])))


def _declarations(content: list[object]) -> Iterator[tuple[str, str, bool]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.lower_name in _FOLLOWED:
            yield node.lower_name, tinycss2.serialize(node.value).strip().lower(), node.important


def _variables(content: list[object]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.name.startswith("--"):
            yield node.name, tinycss2.serialize(node.value).strip().lower()


# ---------------------------------------------------------------- judging
def hides(said: Declared) -> bool:
    """Whether an element and all in it is out of sight by these declarations (visibility and size apart)."""
    if said.get("display") == "none" or said.get("content-visibility") == "hidden" or said.get("scale") in ("0", "0%"):
        return True
    if "opacity" in said and _number(said["opacity"], 1.0) < _FAINTEST:
        return True
    return _clipped(said) or _shifted(said) or "scale(0" in said.get("transform", "").replace(" ", "").replace("scale(0.", "")


def _clipped(said: Declared) -> bool:
    clip, path = said.get("clip", ""), said.get("clip-path", "").replace(" ", "")
    if clip.startswith("rect") or path.startswith(("inset(50%", "inset(100%", "circle(0")):
        return True
    hidden = any(said.get(name) in ("hidden", "clip") for name in ("overflow", "overflow-x", "overflow-y"))
    return hidden and any(_px(said[name], 16, 16) <= 1 for name in ("width", "height", "max-width", "max-height") if name in said)


def _shifted(said: Declared) -> bool:
    if _px(said.get("text-indent", "0"), 16, 16) < -_FAR:
        return True
    moved = said.get("position") in ("absolute", "fixed", "relative")
    return moved and any(abs(_px(said[name], 16, 16)) > _FAR for name in ("left", "right", "top", "bottom") if name in said)


def font_px(said: Declared, parent: float, root: float) -> float:
    """The size of the type in px; the parent's where it is said in a way that is not followed."""
    if "font-size" in said:
        return _px(said["font-size"], parent, root, parent)
    parts = said.get("font", "").split()
    return next((size for part in parts if (size := _px(part.split("/")[0], parent, root, -1.0)) >= 0), parent)


@lru_cache(4096)
def _px(value: str, em: float, root: float, unknown: float = 16.0) -> float:
    """A length in px; percentages of `em`."""
    if value in _KEYWORDS:
        return _KEYWORDS[value]
    units = {
        "px": 1.0,
        "pt": _POINT,
        "em": em,
        "rem": root,
        "%": em / 100,
        "ex": em / 2,
        "ch": em / 2,
        "vw": 12.0,
        "vh": 8.0,
        "cm": 37.8,
        "mm": 3.78,
        "in": 96.0,
    }
    for token in tinycss2.parse_component_value_list(value)[:1]:
        if token.type == "dimension" and token.lower_unit in units:
            return float(token.value) * units[token.lower_unit]
        if token.type == "percentage":
            return float(token.value) * units["%"]
        if token.type == "number" and token.value == 0:
            return 0.0
    return unknown


def _number(value: str, unknown: float) -> float:
    for token in tinycss2.parse_component_value_list(value)[:1]:
        if token.type in ("number", "percentage"):
            return float(token.value) / (100 if token.type == "percentage" else 1)
    return unknown


def bold(said: Declared, parent: bool) -> bool:
    """Whether type is bold."""
    weight = said.get("font-weight") or next(
        (part for part in said.get("font", "").split() if part in ("bold", "normal") or part.isdigit()), ""
    )
    if not weight:
        return parent
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def struck(said: Declared, parent: bool) -> bool:
    """Whether type is struck out; a descendant cannot undo it."""
    return parent or "line-through" in said.get("text-decoration", "") or "line-through" in said.get("text-decoration-line", "")


@lru_cache(1024)
def color(value: str | None) -> RGBA | None:
    """A colour that is written out; None for variables and whatever else is not."""
    try:
        parsed = parse_color(value) if value else None
    except ValueError:
        return None
    return parsed if isinstance(parsed, RGBA) else None
