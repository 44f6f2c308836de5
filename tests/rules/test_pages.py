"""Every rule whose finding depends on the page against its table of small articles: what it says, how gravely, and where."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pipeline.article.read import document_of
from pipeline.article.site import STRAY, Site
from pipeline.article.source import Source
from pipeline.claims.detect import read
from pipeline.evidence.register import Register, load_register
from pipeline.findings import Finding
from pipeline.rules.base import Context
from pipeline.rules.catalogue import RULES
from pipeline.rules.run import active_rules, run_rules
from pipeline.text import LineIndex
from tests.rules.judged import REGISTER, TODAY

FOLDER = Path(__file__).parent / "pages"
# Reported words stand in braces; those of a heading's classes stay.
_MARKED = re.compile(r"\{(?![.#])([^{}]*)\}")


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A small article and what it is judged by.

    `page` names one of the table's front matters and `front` adds lines to it; `title`, `front` and
    `body` may hold reported words in braces. `site` changes the neutral settings, `works` is the text of
    an evidence file, and `repeat` writes the body several times.
    """

    body: str
    title: str = "Page"
    page: str = ""
    front: str = ""
    site: dict[str, Any] = {}
    works: str = ""
    today: date = TODAY
    repeat: int = 1


class Fires(Article, frozen=True, kw_only=True):
    """`says` has one entry for each finding, in reading order: `severity: words of the message`.

    One mark can carry several findings; otherwise each finding has its own.
    """

    says: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of articles; `pages` are front matters that several of them share."""

    rule: str
    fires: tuple[Fires, ...]
    quiet: tuple[Article, ...]
    pages: dict[str, str] = {}


TABLES = {path.stem: msgspec.yaml.decode(path.read_bytes(), type=Table) for path in sorted(FOLDER.glob("*.yaml"))}
FIRES = [pytest.param(table, case, id=f"{table.rule} {number}") for table in TABLES.values() for number, case in enumerate(table.fires, 1)]
QUIET = [pytest.param(table, case, id=f"{table.rule} {number}") for table in TABLES.values() for number, case in enumerate(table.quiet, 1)]


def written(table: Table, case: Article) -> tuple[str, list[tuple[str, int, int]]]:
    """The article as its author writes it, and the marked words with their lines and columns."""
    parts = ("---\ntitle: ", "\n" + (table.pages[case.page] if case.page else ""), "---\n\n")
    source, marks = "", []
    for fixed, marked in zip(parts, (case.title, case.front, "\n\n".join([case.body] * case.repeat)), strict=True):
        source += fixed
        for number, found in enumerate(_MARKED.finditer(marked)):
            marks.append((found[1], len(source) + found.start() - 2 * number))
        source += _MARKED.sub(r"\1", marked)
    lines = LineIndex(source)
    return source + "\n", [(words, *lines.position(at)) for words, at in marks]


def judged(table: Table, case: Article, folder: Path) -> tuple[str, tuple[Finding, ...]]:
    """The article's source, and what its rule finds in it."""
    source, _ = written(table, case)
    settings, register = _settings(case.site), _register(case, folder)
    document = document_of(Source("article.md", source, "0" * 64), settings)
    context = Context(document, read(document, register), register, settings, case.today)
    return source, run_rules(context, active_rules((table.rule,), ()))


def _register(case: Article, folder: Path) -> Register:
    """The works of the case, or those that all cases share."""
    if not case.works:
        return REGISTER
    path = folder / "evidence.yaml"
    path.write_text(case.works, encoding="utf-8", newline="\n")
    return load_register(path, "content/evidence.yaml")


def _settings(changes: dict[str, Any]) -> Site:
    """The neutral settings, with single values of their groups changed."""
    fields = msgspec.to_builtins(STRAY)
    for name, value in changes.items():
        fields[name] = fields[name] | value if isinstance(value, dict) else value
    return msgspec.convert(fields, Site)


@pytest.mark.parametrize(("table", "case"), FIRES)
def test_reports_exactly_this(table: Table, case: Fires, tmp_path: Path) -> None:
    _, marks = written(table, case)
    said = [entry.split(": ", 1) for entry in case.says]
    places = marks * len(said) if len(marks) == 1 else marks
    _, found = judged(table, case, tmp_path)
    expected = [(table.rule, severity, *place) for (severity, _), place in zip(said, places, strict=True)]
    assert [(f.rule, f.severity.value, f.excerpt, *f.start) for f in found] == expected
    assert [words for (_, words), finding in zip(said, found, strict=True) if words not in finding.message] == []


@pytest.mark.parametrize(("table", "case"), QUIET)
def test_says_nothing(table: Table, case: Article, tmp_path: Path) -> None:
    source, found = judged(table, case, tmp_path)
    assert (written(table, case)[1], found) == ([], ()), source


def test_every_table_belongs_to_a_rule() -> None:
    names = {rule.code: rule.name for rule in RULES}
    assert {stem: names[table.rule] for stem, table in TABLES.items()} == {stem: stem for stem in TABLES}
