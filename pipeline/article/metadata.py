"""Front matter as types. What each key means is the contract with the people who write articles."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from pipeline.findings import Market
from pipeline.text import Span


class Relationship(StrEnum):
    """What the publisher earns from the page."""

    NONE = "none"
    AFFILIATE = "affiliate"
    SPONSORED = "sponsored"
    SELLER = "seller"


class Author(Struct, frozen=True):
    """A person or an organisation. `kind` is `person` or `organization`, as schema.org spells it."""

    name: str
    credentials: str = ""
    url: str = ""
    kind: str = "person"


class Product(Struct, frozen=True):
    """Something the page promotes. `directions` is the quantity and pattern of use (EU art. 10(2)(b))."""

    name: str
    url: str = ""
    ingredients: tuple[str, ...] = ()
    directions: str = ""


class Picture(Struct, frozen=True):
    """The article's own image; `src` is relative to content/."""

    src: str
    alt: str = ""


class FieldText(Struct, frozen=True):
    """A front matter text as written: its value and, for each character, its source range."""

    name: str
    text: str
    span: Span
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range


class Metadata(Struct, frozen=True):
    """Typed front matter after the site's defaults were applied.

    `relationship`, `products`, `markets` and `disclaimers` hold what is in force; `undeclared`
    names those of them that the article left out, which are then read strictly (seller, every
    market, products unknown) and reported. `spans` maps each key that is there to its place, and
    `texts` holds the texts that readers will see.
    """

    title: str
    slug: str
    lang: str = "en"
    description: str = ""
    subject: str = ""
    preheader: str = ""
    author: Author | None = None
    reviewed_by: Author | None = None
    date: datetime.date | None = None
    updated: datetime.date | None = None
    last_reviewed: datetime.date | None = None
    relationship: Relationship = Relationship.SELLER
    products: tuple[Product, ...] = ()
    markets: tuple[Market, ...] = tuple(Market)
    disclaimers: tuple[str, ...] = ()
    ai_use: str | None = None
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    undeclared: frozenset[str] = frozenset()
    spans: Mapping[str, Span] = field(default_factory=dict)
    texts: tuple[FieldText, ...] = ()
