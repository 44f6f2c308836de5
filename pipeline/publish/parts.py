"""The parts of an article above running text: sections, footnotes, fixed statements."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.publish.nodes import Aside, Block, Inline


@dataclass(frozen=True, slots=True)
class Statement:
    """A fixed statement. `mark` is the asterisk that ties it to sentences; statutory ones print bold in a box."""

    id: str
    title: str
    mark: str
    statutory: bool
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. `level` is 2 to 6 without gaps, whatever the author wrote.

    `component` names the component that prints it (`prose`, `in-short`, `red-flags`, `evidence`,
    `faq`, `product`). `certainty` is 0 to 4 squares, None where the heading says nothing; `sure` is
    the same in words. `statements` stand inside the section, at its end.
    """

    component: str
    level: int
    anchor: str
    title: str
    inlines: tuple[Inline, ...]
    asides: tuple[Aside, ...]
    blocks: tuple[Block, ...]
    children: tuple[Section, ...]
    certainty: int | None = None
    sure: str = ""
    statements: tuple[Statement, ...] = ()
    directions: tuple[str, ...] = ()

    @property
    def rated(self) -> bool:
        """Whether squares stand beside any of its claims."""
        return any(child.sure for child in self.children)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, its first paragraph as inlines; `backs` are the anchors of the marks that point at it."""

    number: int
    inlines: tuple[Inline, ...]
    asides: tuple[Aside, ...]
    blocks: tuple[Block, ...]
    backs: tuple[str, ...]
