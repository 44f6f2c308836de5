"""What a reader sees of an HTML page or mail: parsed as browsers do, hidden parts left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias
from urllib.parse import unquote

import cssselect2  # type: ignore[import-untyped]
import tinyhtml5  # type: ignore[import-untyped]
from tinycss2.color3 import RGBA  # type: ignore[import-untyped]

from pipeline.verify import css
from pipeline.verify.reading import EDGE, Run, Shown, Target

# Not rendered by a browser, or no running text: what stands in them is not read.
_UNSEEN = frozenset(
    "head title script style template noscript iframe object embed audio video canvas svg math select datalist textarea button area map "
    "frameset noframes plaintext xmp dialog progress meter option".split()
)
# Lists of what stands elsewhere on the page: words in them are no substitute for the words.
_DIRECTORIES = frozenset({"nav"})
_DIRECTORY_ROLES = frozenset({"navigation", "doc-toc"})
_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var "
    "wbr".split()
)
_BOLD = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
_STRUCK = frozenset({"s", "strike", "del"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class _Look:
    """How text is set at one place under one media condition."""

    hidden: bool = False
    veiled: bool = False
    px: float = 16.0
    bold: bool = False
    struck: bool = False
    ink: RGBA | None = None
    ground: RGBA | None = None

    @property
    def unseen(self) -> bool:
        if self.hidden or self.veiled or self.px < css.SMALLEST_PX:
            return True
        return self.ink is not None and (self.ink.alpha < 0.1 or (self.ground is not None and self.ink == self.ground))


_Looks: TypeAlias = tuple[_Look, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """What is known of an element: its looks under each condition, and the heading it stands in."""

    looks: _Looks
    level: int = 0


# Text, an element, or None where a link ends.
_Step: TypeAlias = "tuple[str | cssselect2.ElementWrapper | None, _Place]"


def read_html(data: bytes, files: Mapping[str, bytes]) -> Shown:
    """What the page shows. `files` are those beside it: its linked style sheets are among them.

    Never raises for bad markup: browsers do not, either.
    """
    root = cssselect2.ElementWrapper.from_html_root(tinyhtml5.parse(data.decode("utf-8", "replace"), namespace_html_elements=False))
    return _Page(root, css.Styles(_sheets(root, files))).read()


def _sheets(root: Any, files: Mapping[str, bytes]) -> Iterator[str]:
    for element in root.etree_element.iter():
        if element.tag == "style":
            yield element.text or ""
        elif element.tag == "link" and "stylesheet" in element.get("rel", "").lower().split():
            yield files.get(unquote(element.get("href", "").split("?")[0]), b"").decode("utf-8", "replace")


class _Page:
    def __init__(self, root: Any, styles: css.Styles) -> None:
        self.root, self.styles = root, styles
        self.root_px = 16.0
        self.runs: list[Run] = []
        self.descriptions: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.dates: list[str] = []

    def read(self) -> Shown:
        place = _Place((_Look(),) * len(self.styles.media))
        steps: list[_Step] = [(self.root, place)]
        while steps:
            step, place = steps.pop()
            if step is None:
                self.links.append(("", len(self.runs)))
            elif isinstance(step, str):
                self.text(step, place)
            else:
                steps += reversed(list(self.element(step, place)))
        text = "".join(run.text for run in self.runs)
        return Shown(tuple(self.runs), (text,), tuple(self.descriptions), self.targets(), tuple(self.dates))

    def targets(self) -> tuple[Target, ...]:
        """Each link with the words from its start to its end."""
        out = []
        for (href, start), (_, end) in pairwise([*self.links, ("", len(self.runs))]):
            if href:
                out.append(Target(href, "".join(run.text for run in self.runs[start:end]).strip()))
        return tuple(out)

    def text(self, text: str, place: _Place) -> None:
        base = place.looks[0]
        if base.unseen or not text:
            return
        hidden = tuple(media for media, look in zip(self.styles.media, place.looks, strict=True) if look.unseen)
        self.runs.append(Run(text, base.bold, base.struck, place.level, hidden))

    def element(self, wrapper: Any, above: _Place) -> Iterator[_Step]:
        """What an element adds: its text, its children and their tails, set apart if it is a block."""
        element = wrapper.etree_element
        tag = element.tag.rpartition("}")[2].lower()  # SVG keeps its namespace
        if tag in _UNSEEN | _DIRECTORIES or _left_out(element):
            return
        place = _Place(self.looks(wrapper, tag, above.looks), _HEADINGS.get(tag, above.level))
        self.note(element, tag, place)
        if tag == "br":
            yield "\n", place
        yield from ((EDGE, place),) if tag not in _INLINE else ()
        yield element.text or "", place
        for child, tail in _children(wrapper, tag):
            if child is not None:
                yield child, place
            yield tail, place
        if tag == "a" and element.get("href"):
            yield None, place
        yield from ((EDGE, place),) if tag not in _INLINE else ()

    def looks(self, wrapper: Any, tag: str, above: _Looks) -> _Looks:
        rules = self.styles.of(wrapper)
        ground = wrapper.etree_element.get("bgcolor")
        if not rules and not ground and tag not in _BOLD | _STRUCK:
            return above
        first = self.styles.declared(rules, "")
        if tag == "html":
            self.root_px = css.font_px(first, 16.0, 16.0)
        base = self.look(first, above[0], tag, ground)
        rest = (
            base
            if look == above[0] and not any(rule.speaks(media) for rule in rules)
            else self.look(self.styles.declared(rules, media), look, tag, ground)
            for media, look in zip(self.styles.media[1:], above[1:], strict=True)
        )
        return (base, *rest)

    def look(self, said: css.Declared, above: _Look, tag: str, ground: str | None) -> _Look:
        behind = css.color(said.get("background-color") or said.get("background") or ground)
        visibility = said.get("visibility")
        return _Look(
            hidden=above.hidden or css.hides(said),
            veiled=above.veiled if visibility is None else visibility != "visible",
            px=css.font_px(said, above.px, self.root_px),
            bold=css.bold(said, above.bold or tag in _BOLD),
            struck=css.struck(said, above.struck or tag in _STRUCK),
            ink=css.color(said["color"]) if "color" in said else above.ink,
            ground=behind if behind or "background" in said or "background-color" in said else above.ground,
        )

    def note(self, element: Any, tag: str, place: _Place) -> None:
        """Descriptions, links and dates of an element that is seen."""
        if place.looks[0].unseen:
            return
        self.descriptions += [text for name in ("alt", "title") if (text := element.get(name))]
        if tag == "a" and element.get("href"):
            self.links.append((element.get("href"), len(self.runs)))
        if tag == "time" and element.get("datetime"):
            self.dates.append(element.get("datetime"))


def _left_out(element: Any) -> bool:
    """Hidden from everybody, hidden from those who listen, or a directory."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true"
    return hidden or element.get("role", "").lower() in _DIRECTORY_ROLES or (element.tag == "input")


def _children(wrapper: Any, tag: str) -> Iterator[tuple[Any | None, str]]:
    """Each child (None for a comment) with the text after it; of details that are closed, the summary."""
    closed = tag == "details" and wrapper.etree_element.get("open") is None
    wrapped = wrapper.iter_children()
    for child in wrapper.etree_element:
        element = next(wrapped) if isinstance(child.tag, str) else None
        if not closed:
            yield element, child.tail or ""
        elif child.tag == "summary":
            yield element, ""
            return
