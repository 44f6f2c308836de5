"""The fixed statements (pipeline/data/disclaimers.yaml) and which of them an article names."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from pipeline.article.document import Document
from pipeline.article.metadata import Relationship
from pipeline.errors import InputError
from pipeline.findings import Market
from pipeline.text import shown

DATA = Path(__file__).resolve().parent.parent / "data" / "disclaimers.yaml"


class Position(StrEnum):
    """Where a statement stands in every output."""

    BEFORE_TITLE = "before-title"
    IN_SHORT = "in-short"
    NOTICE = "notice"
    PRODUCT = "product"


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One printed piece. `relationship` and `count` limit it to the pages it is worded for."""

    position: Position
    text: str
    relationship: Relationship | None = None
    count: Literal["one", "many"] | None = None


class Disclaimer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One statement. `text` may hold `**bold**`; `mark` links it to the sentences it belongs to."""

    id: str
    title: str
    statutory: bool
    basis: tuple[str, ...]
    basis_checked: str | None
    when: tuple[str, ...]
    parts: tuple[Part, ...]
    markets: tuple[Market, ...] = ()
    mark: str = ""


class Statement(Struct, frozen=True):
    """A part chosen for one article: what has to be read, where, and by what law."""

    id: str
    position: Position
    text: str
    statutory: bool
    mark: str
    title: str

    @property
    def words(self) -> str:
        """The text without bold marks, as a reader reads it."""
        return self.text.replace("**", "")


@cache
def disclaimers() -> tuple[Disclaimer, ...]:
    """Every known statement, in the file's order."""
    return msgspec.yaml.decode(DATA.read_bytes(), type=tuple[Disclaimer, ...])


# A statement of nutritional support ends in an asterisk that points at the FDA statement, 21 CFR 101.93(d).
_STARRED = re.compile(r"(?<=\w)[.!?]?[”\"]?\*(?=\s|$)")


def starred_statements(document: Document) -> int:
    """How many sentences of the body carry the mark of the FDA statement."""
    return sum(len(_STARRED.findall(sentence.text)) for sentence in document.body())


def check_names(document: Document) -> Document:
    """The document, when its front matter names known statements only; else InputError with a hint."""
    known = [item.id for item in disclaimers()]
    for name in document.meta.disclaimers:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            span = document.meta.spans.get("disclaimers")
            line = document.lines.position(span.start).line if span else 1
            raise InputError(f"unknown disclaimer {shown(name)!r}", hint, path=document.path, line=line)
    return document


def statements(document: Document) -> tuple[Statement, ...]:
    """The statements that the article's front matter (or the site) names, worded for this article."""
    named = document.meta.disclaimers
    count: Literal["one", "many"] = "one" if starred_statements(document) == 1 else "many"
    return tuple(
        Statement(item.id, part.position, part.text, item.statutory, item.mark, item.title)
        for item in disclaimers()
        if item.id in named
        for part in item.parts
        if part.relationship in (None, document.meta.relationship) and part.count in (None, count)
    )
