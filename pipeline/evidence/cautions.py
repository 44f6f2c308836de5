"""What is known against an ingredient (pipeline/data/cautions.yaml): who should ask first, what does not mix."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).resolve().parent.parent / "data" / "cautions.yaml"


class Firmness(StrEnum):
    """How firm a caution is."""

    SHOWN = "shown"  # studies in people
    REPORTED = "reported"  # cases, or an authority's warning
    POSSIBLE = "possible"  # a mechanism, or too little known


class Caution(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One caution. `text` can be printed as it stands; `evidence` names works of a register.

    An article that holds one of `words` carries the caution; without words it is not asked for.
    `checked` is None where nobody compared it with its source.
    """

    about: str
    text: str
    firmness: Firmness
    source: str
    evidence: tuple[str, ...]
    checked: date | None
    words: tuple[str, ...] = ()


class Ingredient(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An ingredient by the words that name it, in lower case."""

    id: str
    names: tuple[str, ...]
    cautions: tuple[Caution, ...]


@cache
def ingredients() -> tuple[Ingredient, ...]:
    """Every ingredient with a caution on file, in the file's order."""
    return msgspec.yaml.decode(DATA.read_bytes(), type=tuple[Ingredient, ...])
