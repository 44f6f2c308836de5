"""Whose law holds at a place: the page's markets, less those that its words are kept from.

A heading (`## For Europe {markets=EU}`) limits its section with all that stands below it, and words (`[…]{markets=US}`)
limit themselves. What readers in a market never see breaks no law there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.article.document import Block, Document, Heading, Inline, Limited, Link, List, Paragraph, Quote, Section, Styled, Table
from pipeline.findings import Market
from pipeline.text import Span


class Limit(NamedTuple):
    """Words that only these markets' editions carry."""

    span: Span
    markets: frozenset[Market]


class Jurisdictions(NamedTuple):
    """The markets of a page, and the limits inside it."""

    page: frozenset[Market]
    limits: tuple[Limit, ...]

    def at(self, span: Span) -> frozenset[Market]:
        """The markets whose readers see the words. Words that reach over the edge of a limit are seen where either part is."""
        seen = self.page
        for limit in self.limits:
            if limit.span.start <= span.start and span.end <= limit.span.end:
                seen &= limit.markets
        return seen


def jurisdictions(document: Document) -> Jurisdictions:
    """The page's markets and the limits in it; few articles have any, so their words are searched for the key first."""
    limited = "markets=" in document.source
    return Jurisdictions(frozenset(document.meta.markets), tuple(_limits(document)) if limited else ())


def _limits(document: Document) -> Iterator[Limit]:
    for section in document.sections:
        if section.heading is not None and section.heading.markets:
            yield Limit(_reach(document, section), frozenset(section.heading.markets))
    yield from _within(document.blocks)
    for footnote in document.footnotes:
        yield from _within(footnote.blocks)


def _reach(document: Document, section: Section) -> Span:
    """A section with those below it."""
    below = (other.span.end for other in document.sections if section.index in other.path)
    return Span(section.span.start, max((section.span.end, *below)))


def _within(blocks: Iterable[Block]) -> Iterator[Limit]:
    """The limited words of some blocks."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from _words(block.inlines)
            case List():
                for item in block.items:
                    yield from _within(item.blocks)
            case Quote():
                yield from _within(block.blocks)
            case Table():
                for cell in (*block.head, *(cell for row in block.rows for cell in row)):
                    yield from _words(cell.inlines)


def _words(inlines: Iterable[Inline]) -> Iterator[Limit]:
    for inline in inlines:
        if isinstance(inline, Limited):
            yield Limit(inline.span, frozenset(inline.markets))
        elif isinstance(inline, Styled | Link):
            yield from _words(inline.children)
