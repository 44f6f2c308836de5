"""What Markdown's own inlines do not know: Pandoc citations and words limited to markets.

Works on finished inlines of one block, from left to right, without recursion: nested inlines were
made before the ones that hold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.article.attributes import markets_of
from pipeline.article.document import Citation, CitedWork, Inline, Limited, Text
from pipeline.text import Span

# A key may hold what Pandoc allows inside; it ends with a letter, a digit or an underscore.
_KEY = r"@[A-Za-z0-9_](?:[\w:.#$%&+?<>~/-]*[A-Za-z0-9_])?"
_CITATION = re.compile(rf"\[\s*{_KEY}(?:,[^\[\];@]*)?(?:;\s*{_KEY}(?:,[^\[\];@]*)?)*\s*\]")
_WORK = re.compile(rf"(?P<key>{_KEY})(?:,\s*(?P<locator>[^;\]]*?))?\s*(?=[;\]])")
_LIMIT_END = re.compile(r"\]\{markets=(?P<markets>\"[^\"{}]*\"|[A-Za-z]+)\}")


def finished(inlines: Sequence[Inline], source: str) -> tuple[Inline, ...]:
    """The inlines of a block with citations and market limits recognised."""
    if not any(isinstance(inline, Text) and "[" in inline.text for inline in inlines):
        return tuple(_joined(inlines))
    cited = [part for inline in _joined(inlines) for part in _with_citations(inline, source)]
    return _with_limits(cited, source)


def literal(text: Text) -> bool:
    """Whether each character stands in the source as it reads (no entity or escape between)."""
    return len(text.text) == text.span.end - text.span.start


def _joined(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Neighbouring pieces of literal text as one piece: the parser splits at every bracket."""
    held: Text | None = None
    for inline in inlines:
        if held and isinstance(inline, Text) and inline.span.start == held.span.end and literal(held) and literal(inline):
            held = Text(held.text + inline.text, Span(held.span.start, inline.span.end))
            continue
        if held:
            yield held
        held = inline if isinstance(inline, Text) else None
        if held is None:
            yield inline
    if held:
        yield held


def _with_citations(inline: Inline, source: str) -> Iterator[Inline]:
    if not isinstance(inline, Text) or "[" not in inline.text or not literal(inline):
        yield inline
        return
    at = 0
    for match in _CITATION.finditer(inline.text):
        if match.start() == 0 and _escaped(source, inline.span.start):
            continue
        yield from _piece(inline, at, match.start())
        yield _citation(match, inline.span.start)
        at = match.end()
    yield from _piece(inline, at, len(inline.text))


def _escaped(source: str, offset: int) -> bool:
    return offset > 0 and source[offset - 1] == "\\"


def _piece(text: Text, start: int, end: int) -> Iterator[Text]:
    if start < end:
        yield Text(text.text[start:end], Span(text.span.start + start, text.span.start + end))


def _citation(match: re.Match[str], base: int) -> Citation:
    first = base + match.start()
    works = tuple(
        CitedWork(work["key"][1:], (work["locator"] or "").strip(), Span(first + work.start(), first + work.end()))
        for work in _WORK.finditer(match[0])
    )
    return Citation(works, Span(first, base + match.end()))


def _with_limits(inlines: list[Inline], source: str) -> tuple[Inline, ...]:
    """`[words]{markets=US}` as one inline; the words may hold other inlines, but no brackets."""
    out: list[Inline] = []
    for inline in inlines:
        while isinstance(inline, Text) and literal(inline) and (end := _LIMIT_END.search(inline.text)):
            before = list(_piece(inline, 0, end.start()))
            if not _close(out, before, inline, end, source):
                break
            rest = list(_piece(inline, end.end(), len(inline.text)))
            if not rest:
                break
            inline = rest[0]
        else:
            out.append(inline)
            continue
        if not (isinstance(out[-1] if out else None, Limited) and out[-1].span.end == inline.span.end):
            out.append(inline)
    return tuple(out)


def _close(out: list[Inline], before: list[Text], last: Text, end: re.Match[str], source: str) -> bool:
    """Wrap what stands between the open bracket and `end`; False when there is no open bracket."""
    run: list[Inline] = [*out, *before]
    for at in range(len(run) - 1, -1, -1):
        opener = run[at]
        if isinstance(opener, Text) and literal(opener) and "[" in opener.text:
            cut = opener.text.rindex("[")
            children = (*_piece(opener, cut + 1, len(opener.text)), *run[at + 1 :])
            span = Span(opener.span.start + cut, last.span.start + end.end())
            markets = markets_of(end["markets"].strip('"'), source, span.start)
            out[:] = [*run[:at], *_piece(opener, 0, cut), Limited(markets, children, span)]
            return True
    return False
