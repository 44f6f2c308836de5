"""One Markdown parse: pulldown-cmark's events with their source ranges become typed blocks.

Events are folded with an explicit stack, so that deep nesting costs no recursion here; it is
refused beyond MAX_DEPTH because nobody reads it and every later step would have to recurse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyromark

from pipeline.article import document as doc
from pipeline.article.making import Maker, Open, Parsed, blocks_of
from pipeline.errors import InputError
from pipeline.text import Span, character_offsets, spanned

MAX_DEPTH = 24
_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)


def parse(source: str, start: int, path: str, line_of: Callable[[int], int]) -> Parsed:
    """Blocks of source[start:]; all spans count characters of `source`."""
    maker = Maker(source)
    stack = [Open("Root", None, Span(start, len(source)), [])]
    children = stack[0].children  # of the node that was opened last
    body = source[start:]
    offsets = character_offsets(body, start)
    event: Any
    data: Any
    for event, place in pyromark.events_with_range(body, options=_OPTIONS):
        kind, data = (event, None) if isinstance(event, str) else event.popitem()
        if kind == "End":
            node = maker.node(stack.pop())
            children = stack[-1].children
        else:
            span = spanned((offsets[place["start"]], offsets[place["end"]]))
            if kind == "Start":
                if len(stack) > MAX_DEPTH:
                    raise _too_deep(path, line_of(span.start))
                kind, data = (data, None) if isinstance(data, str) else data.popitem()
                children = []
                stack.append(Open(kind, data, span, children))
                continue
            node = doc.Text(data, span) if kind == "Text" else maker.leaf(kind, data, span)
        if node is not None:
            children.append(node)
    maker.parsed.blocks = blocks_of(stack[0].children)
    return maker.parsed


def _too_deep(path: str, line: int) -> InputError:
    what = f"text is nested more than {MAX_DEPTH} levels deep"
    return InputError(what, "flatten lists and quotations", path=path, line=line)
