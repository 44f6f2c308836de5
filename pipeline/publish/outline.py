"""Sections as a tree of components, each fixed statement in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.article import document as doc
from pipeline.evidence.disclaimers import Position
from pipeline.publish import nodes
from pipeline.publish.parts import Section, Statement
from pipeline.publish.prose import Prose
from pipeline.publish.words import CERTAINTIES, Catalogue

# h1 is the title's; h6 is the last that HTML and PDF know.
_TOP, _DEEPEST = 2, 6
_BEFORE_EXPLANATION = ("in-short", "red-flags")

Placed = Mapping[Position, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """The lead and the sections; `note`, `required` and `directions` hold what found no section of its kind."""

    lead: tuple[nodes.Block, ...]
    sections: tuple[Section, ...]
    note: tuple[Statement, ...]
    required: tuple[Statement, ...]
    directions: tuple[str, ...]


def outline(prose: Prose, document: doc.Document, words: Catalogue, placed: Placed) -> Shape:
    """The article's sections as components, with the statements that belong inside them."""
    return _Outline(prose, document, words, placed).shape()


class _Outline:
    def __init__(self, prose: Prose, document: doc.Document, words: Catalogue, placed: Placed) -> None:
        self.prose, self.document, self.words = prose, document, words
        self.note = placed[Position.IN_SHORT]
        self.required = placed[Position.PRODUCT]
        self.directions = tuple(
            words.directions.format(product=item.name, text=item.directions) for item in document.meta.products if item.directions
        )
        self.has_product = False
        self.below: dict[int, list[doc.Section]] = defaultdict(list)
        for section in document.sections:
            if section.path:
                self.below[section.path[-1]].append(section)

    def shape(self) -> Shape:
        lead = [block for section in self.document.sections if section.heading is None for block in section.blocks]
        made_lead = self.prose.blocks(lead)
        made = tuple(self.section(section, 0) for section in self.document.sections if section.heading and not section.path)
        pictured = self.pictured(made_lead, made)
        return Shape(*pictured, self.note, () if self.has_product else self.required, () if self.has_product else self.directions)

    def section(self, section: doc.Section, depth: int) -> Section:
        """A section and those below it, read in the order of the text (footnotes number themselves)."""
        heading = section.heading
        assert heading is not None
        component = heading.classes[0] if heading.classes else "prose"
        outer, self.prose.in_product = self.prose.in_product, self.prose.in_product or component == "product"
        inlines, asides = self.prose.text(heading.inlines)
        blocks = self.prose.blocks(section.blocks)
        children = tuple(self.section(child, depth + 1) for child in self.below[section.index])
        self.prose.in_product = outer
        made = Section(
            component=component,
            level=min(_TOP + depth, _DEEPEST),
            anchor=self.prose.around.anchors[heading.anchor],
            title=" ".join(doc.plain(heading.inlines).split()),
            inlines=inlines,
            asides=asides,
            blocks=blocks,
            children=children,
            certainty=CERTAINTIES.index(heading.certainty) if heading.certainty else None,
            sure=self.words.how_sure_in_words(heading.certainty) if heading.certainty else "",
        )
        return self.with_statements(made)

    def with_statements(self, made: Section) -> Section:
        """The first In short section carries the note; every product box carries what the law requires of it."""
        if made.component == "in-short":
            note, self.note = self.note, ()
            return replace(made, statements=note)
        if made.component == "product":
            self.has_product = True
            return replace(made, statements=self.required, directions=self.directions)
        return made

    def pictured(self, lead: tuple[nodes.Block, ...], made: tuple[Section, ...]) -> tuple[tuple[nodes.Block, ...], tuple[Section, ...]]:
        """The article's own picture opens the first section after the answer and the red flags, or closes the lead."""
        image = self.document.meta.image
        if image is None:
            return lead, made
        span = self.document.meta.spans.get("image")
        line = self.document.lines.position(span.start).line if span else 1
        picture = self.prose.shown(image.src, image.alt, line)
        figure = nodes.Figure(picture, "", (nodes.Aside("picture", image.alt, picture.absolute),) if image.alt else ())
        for number, section in enumerate(made):
            if section.component not in _BEFORE_EXPLANATION:
                return lead, (*made[:number], replace(section, blocks=(figure, *section.blocks)), *made[number + 1 :])
        return (*lead, figure), made
