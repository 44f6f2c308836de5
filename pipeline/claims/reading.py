"""An article read for claims: what it claims, what it merely names, and what kind of page it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from pipeline.claims.types import Claim, ClaimKind
from pipeline.text import Span


class Noted(StrEnum):
    """What is merely named."""

    PRODUCT = "product"
    DISEASE = "disease"
    UNRECOGNISED = "unrecognised-condition"
    SYMPTOM = "symptom"
    CONSULT = "consult"  # an instruction to see a clinician
    STATUS = "status"  # says that something is unproven or not recognised
    COMMERCE = "commerce"  # price, buy link, trade mark
    COINED = "coined"  # a name made of a disease: "ArthroEase"


class Heard(Protocol):
    """A sentence as the engine reads it: folded, and cut into words and marks."""

    text: str
    tokens: list[str]


class Located(Protocol):
    """What can say where its words stand in the file."""

    def cited(self, start: int, end: int) -> tuple[Span, str]:
        """The place in the file and the folded words from `start` to `end`."""


class Mention(Struct, frozen=True):
    """Words that name something without saying anything about it.

    Medical prose names an illness in every line and few of them are ever pointed at, so the place is found when it is asked for.
    """

    sentence: int
    what: Noted
    _said: Located
    _start: int
    _end: int

    @property
    def span(self) -> Span:
        """The words in the source."""
        return self._said.cited(self._start, self._end)[0]

    @property
    def text(self) -> str:
        """The words, folded."""
        return self._said.cited(self._start, self._end)[1]


class Page(Struct, frozen=True):
    """Whether the page promotes something, and how that is known.

    `declared` is whether front matter says so; an undeclared page is read strictly. `products` are
    the names that count as the product, folded; `inferred` those of them found in the text.
    """

    promotional: bool
    why: str
    declared: bool = True
    products: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    first_product: Span | None = None


class Reading(Struct):
    """An article read for claims, in the order of its sentences; `heard` holds one entry for each of them."""

    page: Page
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    heard: Sequence[Heard] = ()
    _kinds: frozenset[ClaimKind] | None = None
    _noted: dict[Noted, list[Mention]] | None = None

    def noted(self, what: Noted) -> tuple[Mention, ...]:
        """The mentions of one kind."""
        if self._noted is None:
            self._noted = {}
            for mention in self.mentions:
                self._noted.setdefault(mention.what, []).append(mention)
        return tuple(self._noted.get(what, ()))

    def of(self, kinds: tuple[ClaimKind, ...]) -> Iterator[Claim]:
        """The claims of these kinds."""
        if self._kinds is None:
            self._kinds = frozenset(claim.kind for claim in self.claims)
        return iter(()) if self._kinds.isdisjoint(kinds) else (claim for claim in self.claims if claim.kind in kinds)
