"""What `nostrum claims` prints: every health claim, with what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.article.document import Document, Sentence
from pipeline.claims.reading import Reading
from pipeline.claims.types import Claim, Status
from pipeline.report.json_report import VERSION, dump
from pipeline.report.plain import count, listed, name, one_line, tame
from pipeline.report.terminal import Look
from pipeline.text import Span

_STATUS_COLOURS = {Status.UNSUPPORTED: "1;31", Status.WEAK: "1;33", Status.SUPPORTED: "1;32", Status.NOT_NEEDED: "2"}


def as_json(readings: Sequence[tuple[Document, Reading]]) -> str:
    """By the contract (ARCHITECTURE.md, Contracts)."""
    return dump({"version": VERSION, "claims": [_object(document, claim) for document, reading in readings for claim in reading.claims]})


def _object(document: Document, claim: Claim) -> dict[str, Any]:
    return {
        **_place(document, claim.span),
        "kind": claim.kind,
        "agent": claim.agent,
        "effect": claim.effect,
        "object": claim.object,
        "hedged": claim.hedged,
        "negated": claim.negated,
        "attributed": claim.attributed,
        "status": claim.status,
        "evidence": list(claim.evidence),
        "claim_id": claim.claim_id,
    }


def _place(document: Document, span: Span) -> dict[str, Any]:
    """Where words stand, and the words, as every object of a report says it."""
    start, end = document.lines.position(span.start), document.lines.position(span.end)
    return {
        "path": document.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "offset": span.start,
        "end_offset": span.end,
        "excerpt": document.source[span.start : span.end],
    }


def as_text(readings: Sequence[tuple[Document, Reading]], look: Look) -> str:
    """One claim a line in reading order, then how many there are of each kind of support."""
    lines = [line for document, reading in readings for line in _lines(document, reading, look)]
    return "".join(f"{line}\n" for line in [*lines, _summary(readings)])


def _lines(document: Document, reading: Reading, look: Look) -> Iterator[str]:
    for claim in reading.claims:
        place = document.lines.position(claim.span.start)
        head = tame(f"{name(document.path)}:{place.line}:{place.column}:")
        status = look.paint(f"{claim.status:<11}", _STATUS_COLOURS[claim.status])
        how = listed([*([claim.kind]), *(word for word, said in (("hedged", claim.hedged), ("negated", claim.negated)) if said)])
        keys = f" [{', '.join(claim.evidence)}]" if claim.evidence else ""
        yield f"{look.paint(head, '2')} {status} {tame(how + keys)}"
        yield f"    {tame(one_line(document.source[claim.span.start : claim.span.end]))}"


def _summary(readings: Sequence[tuple[Document, Reading]]) -> str:
    claims = [claim for _, reading in readings for claim in reading.claims]
    kinds = [f"{number} {status.replace('-', ' ')}" for status in Status if (number := sum(claim.status is status for claim in claims))]
    return f"{count(len(claims), 'claim')} in {count(len(readings), 'file')}{f': {listed(kinds)}' if kinds else ''}."


def unflagged_json(pages: Sequence[tuple[Document, tuple[Sentence, ...]]]) -> str:
    """The sentences of promotional pages that no rule speaks of."""
    found = [{**_place(document, sentence.span), "text": sentence.text} for document, sentences in pages for sentence in sentences]
    return dump({"version": VERSION, "unflagged": found})


def unflagged_text(pages: Sequence[tuple[Document, tuple[Sentence, ...]]], look: Look) -> str:
    """One sentence a line: what rules cannot judge is for a person to read."""
    lines = []
    for document, sentences in pages:
        for sentence in sentences:
            place = document.lines.position(sentence.span.start)
            lines.append(f"{look.paint(tame(f'{name(document.path)}:{place.line}:{place.column}:'), '2')} {tame(one_line(sentence.text))}")
    number = sum(len(sentences) for _, sentences in pages)
    pages_read = count(len(pages), "promotional page")
    lines.append(f"{count(number, 'sentence')} on {pages_read} without any finding. Read them: rules do not see everything.")
    return "".join(f"{line}\n" for line in lines)
