"""Strict front matter: YAML between two lines of ---, typed, with the place of every text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pipeline.article.metadata import Author, FieldText, Metadata, Picture, Product, Relationship
from pipeline.article.site import Site
from pipeline.article.source import Source
from pipeline.article.strict_yaml import Mapping, Node, Scalar, Sequence, convert, load
from pipeline.article.yaml_places import places
from pipeline.errors import InputError
from pipeline.findings import Market
from pipeline.text import Span

MAX_FRONT_BYTES = 8192
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that Windows keeps for devices, whatever the ending.
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# Keys whose values are dates; everywhere else a bare scalar that YAML reads as something other
# than text (no, 010, 12:30, null) is refused, because what is printed would surprise its author.
_DATES = frozenset({"date", "published", "updated", "last_reviewed"})
# Everything else prints on one line, or goes into a header of the mail.
_LONG = frozenset({"description", "ai_use", "products"})
_STRICT = ("relationship", "products", "markets", "disclaimers")


class _Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    credentials: str = ""
    url: str = ""
    kind: str = "person"


class _Product(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    url: str = ""
    ingredients: tuple[str, ...] = ()
    directions: str = ""


class _Image(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    src: str
    alt: str = ""


class _Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys an author may write; see Metadata for what they mean."""

    title: str
    slug: str | None = None
    description: str | None = None
    subject: str | None = None
    preheader: str | None = None
    lang: str | None = None
    author: str | _Name | None = None
    reviewed_by: str | _Name | None = None
    date: datetime.date | None = None
    published: datetime.date | None = None
    updated: datetime.date | None = None
    last_reviewed: datetime.date | None = None
    relationship: Relationship | None = None
    products: tuple[_Product, ...] | None = None
    markets: tuple[Market, ...] | None = None
    disclaimers: tuple[str, ...] | None = None
    ai_use: str | None = None
    tags: tuple[str, ...] | None = None
    image: _Image | None = None


class Front(Struct, frozen=True):
    """The front matter of a file and the offset at which the body starts."""

    meta: Metadata
    body_start: int


def read_front(source: Source, site: Site | None) -> Front:
    """Typed front matter with the site's defaults applied. Raises InputError with path and line."""
    start, end, body = _limits(source)
    front = source.text[start:end]
    root = load(front, path=source.path, first_line=2, error=InputError)
    given = _given(root, source)
    texts = tuple(_field_text(path, node, front, start) for path, node in _scalars(root) if _is_text(path, node))
    spans = {key: Span(start + child.start, start + child.end) for key, child in _children(root)}
    return Front(replace(_metadata(given, root, source, site), spans=spans, texts=texts), body)


def _limits(source: Source) -> tuple[int, int, int]:
    opened = _OPEN.match(source.text)
    if not opened:
        remedy = "start the file with a line of ---, then title: …, then a line of ---"
        raise InputError("there is no front matter", remedy, path=source.path, line=1)
    closed = _CLOSE.search(source.text, opened.end())
    if not closed:
        raise InputError("the front matter is never closed", "end it with a line of ---", path=source.path, line=1)
    if len(source.text[opened.end() : closed.start()].encode()) > MAX_FRONT_BYTES:
        raise InputError(f"the front matter has more than {MAX_FRONT_BYTES} bytes", "move text into the body", path=source.path, line=1)
    return opened.end(), closed.start(), closed.end()


def _given(root: Mapping, source: Source) -> _Front:
    for path, node in _scalars(root):
        if node.ambiguous and path.split(".")[0] not in _DATES and node.value is not None:
            what = f"{path}: YAML reads the bare value {node.value!r} as something other than text"
            raise InputError(what, f'write "{node.value}" in quotes', path=source.path, line=node.line)
        if "\n" in (node.value or "").strip() and path.split(".")[0] not in _LONG:
            raise InputError(f"{path} goes over more than one line", "write it on one line", path=source.path, line=node.line)
    given = convert(root, _Front, path=source.path, error=InputError)
    if not given.title.strip():
        raise InputError("title is blank", "write what the article is about", path=source.path, line=_line(root, "title"))
    if given.date and given.published:
        raise InputError("date and published say the same thing twice", "keep one of them", path=source.path, line=_line(root, "published"))
    return given


def _scalars(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """All scalars with their dotted path."""
    if isinstance(node, Scalar):
        yield path, node
        return
    for name, child in _children(node):
        yield from _scalars(child, f"{path}.{name}" if path else name)


def _children(node: Mapping | Sequence) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        return ((str(key.value), value) for key, value in node.value)
    return ((str(number), item) for number, item in enumerate(node.value))


def _line(root: Mapping, name: str) -> int:
    return next((child.line for key, child in _children(root) if key == name), 1)


def _metadata(given: _Front, root: Mapping, source: Source, site: Site | None) -> Metadata:
    undeclared = {name for name in _STRICT if getattr(given, name) is None}
    if site:
        undeclared -= {name for name in ("relationship", "markets") if getattr(site, name) is not None}
    return Metadata(
        title=given.title.strip(),
        slug=_slug(given, root, source),
        lang=_lang(given.lang or (site.lang if site else "en"), root, source),
        description=(given.description or "").strip(),
        subject=(given.subject or "").strip(),
        preheader=(given.preheader or "").strip(),
        author=_author(given.author),
        reviewed_by=_author(given.reviewed_by),
        date=given.date or given.published,
        updated=given.updated,
        last_reviewed=given.last_reviewed,
        relationship=given.relationship or (site and site.relationship) or Relationship.SELLER,
        products=tuple(Product(item.name, item.url, item.ingredients, item.directions) for item in given.products or ()),
        markets=given.markets or (site and site.markets) or tuple(Market),
        disclaimers=given.disclaimers if given.disclaimers is not None else (site.disclaimers if site else ()),
        ai_use=given.ai_use,
        tags=given.tags or (),
        image=Picture(given.image.src, given.image.alt) if given.image else None,
        undeclared=frozenset(undeclared),
    )


def _is_text(path: str, node: Scalar) -> bool:
    """Whether readers see it: not a date, a code word or an address."""
    if not isinstance(node.value, str) or path.endswith((".url", ".src", ".kind")):
        return False
    return path.split(".")[0] not in _DATES | {"lang", "relationship", "markets", "disclaimers"}


def _field_text(path: str, node: Scalar, front: str, base: int) -> FieldText:
    """A text with the place of each character; `front` is the YAML, which starts at `base`."""
    value, at = str(node.value), base + node.start + (not node.plain)
    # Equal to all that was written between the quotes: nothing was escaped or folded, each character stands for itself.
    if front[at - base : node.end - (not node.plain)] == value and value and "\n" not in value:
        return FieldText(path, value, Span(at, at + len(value)), range(at, at + len(value)), range(at + 1, at + len(value) + 1))
    spans = places(front, node)
    starts, ends = tuple(base + span.start for span in spans), tuple(base + span.end for span in spans)
    return FieldText(path, value, Span(starts[0], ends[-1]) if spans else Span(base + node.start, base + node.end), starts, ends)


def _author(given: str | _Name | None) -> Author | None:
    if given is None or isinstance(given, str):
        return Author(given.strip()) if given and given.strip() else None
    return Author(given.name, given.credentials, given.url, given.kind)


def _lang(lang: str, root: Mapping, source: Source) -> str:
    if not _LANG.fullmatch(lang):
        raise InputError(f"lang {lang!r} is not a language tag", "write en, or en-GB", path=source.path, line=_line(root, "lang"))
    return lang


def _slug(given: _Front, root: Mapping, source: Source) -> str:
    slug = given.slug if given.slug is not None else PurePosixPath(source.path).stem
    if len(slug) > 80 or not SLUG.fullmatch(slug) or _DEVICES.fullmatch(slug):
        remedy = "use lower-case letters, digits and single hyphens, at most 80, such as zinc-and-skin"
        raise InputError(f"slug {slug!r} cannot name a folder", remedy, path=source.path, line=_line(root, "slug"))
    return slug
