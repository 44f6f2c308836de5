"""Articles made of labelled sentences, with the place of each sentence in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.findings import Market
from pipeline.text import Span
from tests.accuracy.corpus import Labelled
from tests.accuracy.labels import Page, Register

FILLER = "Details follow."
# An article that cites nothing at all gets one finding at its title in place of one at each sentence.
RECORDS = "## Records\n\nThe minutes are kept in the archive [@review].\n"
_CITATION = re.compile(r"(\[@[\w-]+\])")
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#$^{}])")
_BLOCK_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The source of one article and the places of its labelled sentences, in the order given."""

    source: str
    items: tuple[Labelled, ...]
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Writer:
    """Collects source text and remembers where labelled words begin and end."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> int:
        """The offset at which the text begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start


def apart(items: Iterable[Labelled]) -> Iterator[Sheet]:
    """One article for each sentence: nothing but its own page bears on it."""
    return (sheet_of((item,)) for item in items)


def together(items: Iterable[Labelled]) -> Iterator[Sheet]:
    """One article for each kind of page and set of markets, a section for each sentence."""
    groups: dict[tuple[Page, tuple[Market, ...]], list[Labelled]] = {}
    for item in items:
        groups.setdefault((item.row.page, item.row.markets), []).append(item)
    return (sheet_of(tuple(group)) for group in groups.values())


def sheet_of(items: tuple[Labelled, ...]) -> Sheet:
    """An article that holds the sentences, all of one page and one set of markets."""
    writer = _Writer()
    writer.add(_front(items))
    subject = _subject(items, writer)
    writer.add("---\n\n")
    spans = [subject] if subject else [_section(item, number, writer) for number, item in enumerate(items, 1)]
    writer.add(RECORDS)
    return Sheet("".join(writer.parts), items, tuple(spans))


def _front(items: tuple[Labelled, ...]) -> str:
    row = items[0].row
    sells = row.page is Page.PROMOTIONAL
    products = [{"name": brand} for brand in sorted({item.brand for item in items})] if sells else []
    lines = (
        "---",
        "title: Notes",
        "description: Notes.",
        "slug: notes",
        "author: {name: Accuracy Desk, credentials: none}",
        "published: 2026-01-01",
        "last_reviewed: 2026-01-01",
        f"relationship: {'seller' if sells else 'none'}",
        f"products: {json.dumps(products)}",
        f"markets: [{', '.join(row.markets)}]",
        f"disclaimers: [{', '.join(_statements(row.markets, sells))}]",
    )
    return "\n".join(lines) + "\n"


def _statements(markets: tuple[Market, ...], sells: bool) -> Iterator[str]:
    """Every statement that such a page can carry: none of them is missing."""
    yield "medical-advice"
    if sells:
        yield "material-connection"
        if Market.US in markets:
            yield "fda-structure-function"
        if {Market.EU, Market.UK} & set(markets):
            yield "eu-food-information"


def _subject(items: tuple[Labelled, ...], writer: _Writer) -> Span | None:
    """The place of the only sentence, if it is the subject of an e-mail."""
    if len(items) > 1 or items[0].row.register is not Register.EMAIL_SUBJECT:
        return None
    quoted = json.dumps(items[0].words, ensure_ascii=False)
    start = writer.add(f"subject: {quoted}\n") + len("subject: ")
    return Span(start, start + len(quoted))


def _section(item: Labelled, number: int, writer: _Writer) -> Span:
    """A section that holds the sentence where its register puts it."""
    row = item.row
    if row.register in (Register.HEADLINE, Register.EMAIL_SUBJECT):
        start = writer.add(f"## {escaped(item.words)}\n\n")
        writer.add(f"{FILLER}\n\n")
        return Span(start, writer.length - len(FILLER) - 2)
    writer.add(f"## {escaped(row.under or f'Part {number}')}\n\n")
    start = writer.length
    if row.before:
        writer.add(f"### {escaped(row.before)}\n\n" if row.register is Register.FAQ else f"{escaped(row.before)} ")
    writer.add(f"{'- ' if row.register is Register.LIST_ITEM else ''}{escaped(row.text)}")
    end = writer.add("\n\n")
    return Span(start, end)


def escaped(text: str) -> str:
    """Markdown that renders to the same characters; citations stay citations."""
    pieces = (piece if _CITATION.fullmatch(piece) else _MARKUP.sub(r"\\\1", piece) for piece in _CITATION.split(text))
    return _BLOCK_START.sub(lambda match: match[1] + "\\" if match[1].isdigit() else "\\" + match[1], "".join(pieces))
