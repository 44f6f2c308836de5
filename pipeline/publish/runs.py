"""Rules for the inlines of one block: what glues, what may stand in a link, what a statement's text holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.article import document as doc
from pipeline.publish import nodes

TAGS = {doc.Style.EMPHASIS: "em", doc.Style.STRONG: "strong", doc.Style.STRUCK: "s"}


def glued(inlines: Iterable[nodes.Inline]) -> Iterator[nodes.Inline]:
    """Neighbouring words as one, and no line end between a citation and the word it belongs to."""
    held = ""
    begun = False
    for inline in inlines:
        if isinstance(inline, nodes.Words):
            held += inline.text
            continue
        marks = isinstance(inline, nodes.Cited | nodes.NoteMark)
        text = held.rstrip() if marks else held
        if text:
            yield nodes.Words(text)
        begun = begun or bool(text)
        yield replace(inline, glue="") if isinstance(inline, nodes.Cited | nodes.NoteMark) and not begun else inline
        held, begun = "", True
    if held:
        yield nodes.Words(held)


def text_only(inlines: tuple[doc.Inline, ...]) -> bool:
    """Whether the inlines hold words alone, styled or not."""
    return all(
        text_only(inline.children)
        if isinstance(inline, doc.Styled | doc.Limited)
        else isinstance(inline, doc.Text | doc.Code | doc.RawHtml | doc.Break)
        for inline in inlines
    )


def dressed(children: tuple[doc.Inline, ...], link: nodes.Hyperlink) -> nodes.Inline:
    """The link inside the emphasis that all of its words share; emphasis of some of them is dropped."""
    if len(children) == 1 and isinstance(only := children[0], doc.Styled):
        return nodes.Styled(TAGS[only.style], (dressed(only.children, link),))
    return link


def of_statement(text: str) -> tuple[nodes.Inline, ...]:
    """The inlines of a fixed statement, whose only markup is `**bold**`."""
    pieces = text.split("**")
    return tuple(
        nodes.Styled("strong", (nodes.Words(piece),)) if number % 2 else nodes.Words(piece) for number, piece in enumerate(pieces) if piece
    )
