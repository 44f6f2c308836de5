"""The evidence register (content/evidence.yaml): what each cited work is, and what it can carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from pipeline.article.strict_yaml import Mapping as YamlMapping
from pipeline.article.strict_yaml import Node, Scalar, Sequence, convert, read
from pipeline.errors import ConfigError
from pipeline.evidence.ladder import Design, Rung

# What Pandoc accepts as a citation key, less its punctuation: a key is also an anchor.
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# The form that Crossref recommends for matching DOIs: https://www.crossref.org/blog/dois-and-matching-regular-expressions/
DOI = re.compile(r"10\.\d{4,9}/\S+")
PMID = re.compile(r"[1-9]\d{0,8}")
PMCID = re.compile(r"PMC\d+")

# Fewer people than this in a trial, and its result needs repeating before anyone leans on it.
SMALL_TRIAL = 50


class Kind(StrEnum):
    """What kind of publication it is, in the terms of CSL."""

    ARTICLE = "article-journal"
    BOOK = "book"
    CHAPTER = "chapter"
    LEGISLATION = "legislation"
    REPORT = "report"
    WEBPAGE = "webpage"


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An author: `family` and `given`, or `literal` for an organisation."""

    family: str = ""
    given: str = ""
    literal: str = ""


class Intervention(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was given, to what it was compared. A result holds for this strain and dose, not for its genus."""

    agent: str
    species: str = ""
    strain: str = ""
    dose: str = ""
    comparator: str = ""


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One work. Absent facts are empty, never guessed; `unchecked` names the fields nobody could check.

    `n` is the number of people studied, `studies` says how many studies a review holds,
    `finding` says in our own words what the work shows. `authors_incomplete` prints et al. after
    the authors given. `checked_on` is the day the record was last compared with pages that show it.
    """

    type: Kind
    title: str
    design: Design
    authors: tuple[Person, ...] = ()
    authors_incomplete: bool = False
    year: int | None = None
    journal: str = ""
    journal_short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    publisher: str = ""
    place: str = ""
    isbn: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    n: int | None = None
    studies: str = ""
    population: str = ""
    intervention: Intervention | None = None
    outcome: str = ""
    result: str = ""
    duration: str = ""
    funding: str = ""
    finding: str = ""
    unchecked: tuple[str, ...] = ()
    retraction_checked: bool = False
    checked_on: date | None = None

    @property
    def rung(self) -> Rung:
        """The work's place on the ladder: a randomised trial of fewer than 50 people is a small one."""
        small = self.design is Design.TRIAL and (self.n is None or self.n < SMALL_TRIAL)
        return Rung.SMALL_TRIAL if small else self.design.rung


class Malformed(NamedTuple):
    """An identifier that cannot be right: the reference's key, the line it stands on, what is wrong."""

    key: str
    line: int
    what: str


class Register(msgspec.Struct, frozen=True):
    """All references by key, with the line of content/evidence.yaml where each starts."""

    path: str
    references: Mapping[str, Reference]
    lines: Mapping[str, int]
    malformed: tuple[Malformed, ...] = ()


def load_register(path: Path, shown_path: str) -> Register:
    """The references in a file. Raises ConfigError with path and line for whatever does not fit the schema.

    Identifiers of the wrong form are kept and listed in `malformed`, for a rule to report.
    """
    root = read(path, shown_path)
    references: dict[str, Reference] = {}
    lines: dict[str, int] = {}
    malformed: list[Malformed] = []
    for name, node in root.value:
        key = _key(name, shown_path)
        references[key], lines[key] = _reference(node, name, shown_path), name.line
        malformed += _malformed(key, references[key], node, name.line)
    return Register(shown_path, MappingProxyType(references), MappingProxyType(lines), tuple(malformed))


def _key(name: Scalar, path: str) -> str:
    key = str(name.value)
    if KEY.fullmatch(key):
        return key
    raise ConfigError(f"`{key}` cannot be cited as a key", "use letters, digits, _ and -", path=path, line=name.line)


def _reference(node: Node, name: Scalar, path: str) -> Reference:
    if not isinstance(node, YamlMapping):
        raise ConfigError(f"`{name.value}` holds no reference", "write `title: …` and the rest below it", path=path, line=name.line)
    reference = convert(node, Reference, path)
    _check_unchecked(reference, node, path)
    if not reference.title.strip():
        raise ConfigError("`title` is blank", "write the work's title", path=path, line=_line_of(node, "title", name.line))
    return reference


def _check_unchecked(reference: Reference, node: YamlMapping, path: str) -> None:
    """`unchecked` names fields that exist: a misspelt one would pass for checked."""
    listed = node.get("unchecked")
    known = {*Reference.__struct_fields__, *(f"intervention.{field}" for field in Intervention.__struct_fields__)}
    for item in listed.value if isinstance(listed, Sequence) else ():
        if isinstance(item, Scalar) and item.value not in known:
            raise ConfigError(f"`unchecked` names `{item.value}`, which is no field", "name a field", path=path, line=item.line)


def _malformed(key: str, reference: Reference, node: Node, line: int) -> Iterator[Malformed]:
    for field, form, like in (("doi", DOI, "10.1136/gutjnl-2019-318427"), ("pmid", PMID, "31076401"), ("pmcid", PMCID, "PMC6790068")):
        value = getattr(reference, field)
        if value and not form.fullmatch(value):
            what = f"{field.upper()} `{value}` has not the form of one, such as {like}"
            yield Malformed(key, _line_of(node, field, line), what)


def _line_of(node: Node, field: str, line: int) -> int:
    pairs = node.value if isinstance(node, YamlMapping) else ()
    return next((name.line for name, _ in pairs if name.value == field), line)
