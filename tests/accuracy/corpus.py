"""The labelled sentences, read strictly: what does not fit the schema is an error with its file and line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pipeline.article.strict_yaml import Mapping, Sequence, convert, read
from pipeline.errors import ConfigError
from pipeline.findings import Market
from tests.accuracy.labels import FROZEN_SHARE, NEUTRAL_KINDS, Page, Product, Register, Split, Verdict

HOME = Path(__file__).parent
CORPUS = HOME / "corpus"


class OtherReading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What another careful reviewer could decide, and why."""

    verdict: Verdict
    reason: str


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sentence and its labels.

    `before` is the sentence in front of it, judged together with it; `under` is the heading it stands
    under. `kinds` says what kinds of claim it makes (or what kind of neutral text it is), `rules` what
    must be found.
    """

    id: str
    text: str
    page: Page
    markets: tuple[Market, ...]
    product: Product
    register: Register
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    verdict: Verdict
    reason: str
    before: str = ""
    under: str = ""
    disputed: OtherReading | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    topic: str
    brand: str
    items: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with what its file says of it; `brand` is the product of a page that sells."""

    row: Row
    topic: str
    brand: str
    split: Split
    path: str
    line: int

    @property
    def neutral(self) -> bool:
        """Whether it makes no claim that anybody would object to."""
        return self.row.kinds[0] in NEUTRAL_KINDS

    @property
    def words(self) -> str:
        """All that is judged: the sentence, after the one in front of it."""
        return f"{self.row.before} {self.row.text}".strip()


def split_of(identifier: str) -> Split:
    """Tuned on or frozen, by a hash of the id alone, so that nobody picks."""
    number = int(hashlib.sha256(identifier.encode()).hexdigest()[:8], 16)
    return Split.FROZEN if number % 100 < FROZEN_SHARE else Split.TUNE


def load_corpus(folder: Path = CORPUS) -> tuple[Labelled, ...]:
    """Every labelled sentence. Raises ConfigError with path and line for what does not fit the schema."""
    return tuple(item for split in Split for path in sorted((folder / split).glob("*.yaml")) for item in _items(path, split))


def _items(path: Path, split: Split) -> Iterator[Labelled]:
    shown = f"{split}/{path.name}"
    root = read(path, shown)
    file = convert(root, _File, shown)
    if file.topic != path.stem:
        raise ConfigError(f"topic {file.topic} is in a file of another name", f"call the file {file.topic}.yaml", path=shown, line=1)
    for row, line in zip(file.items, _lines(root), strict=True):
        yield Labelled(row, file.topic, file.brand, split, shown, line)


def _lines(root: Mapping) -> list[int]:
    """The line of each sentence."""
    items = root.get("items")
    return [node.line for node in items.value] if isinstance(items, Sequence) else []
