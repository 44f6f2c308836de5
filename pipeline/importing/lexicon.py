"""The word lists of pipeline/data/importing.yaml, typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).resolve().parent.parent / "data" / "importing.yaml"


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the file."""

    faq: frozenset[str]
    not_titles: frozenset[str]
    not_headings: frozenset[str]
    dates: frozenset[str]
    abbreviations: frozenset[str]
    boilerplate: frozenset[str]
    page_furniture: frozenset[str]
    silent: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    return msgspec.yaml.decode(DATA.read_bytes(), type=Lexicon)
