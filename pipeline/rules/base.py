"""What a rule is, what it sees and what it may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import force_setattr

from pipeline.article.document import Document
from pipeline.article.site import Site
from pipeline.claims.reading import Reading
from pipeline.evidence.register import Register
from pipeline.findings import Confidence, Finding, Market, Severity, locate
from pipeline.rules.markets import Jurisdictions
from pipeline.text import Span


class Basis(Struct, frozen=True):
    """A citation of law, guidance or a standard. `checked` is the day its official text (or a stored
    copy of it) was read, None where nobody has: the rule's page then says so."""

    citation: str
    checked: str | None = None


class Rewrite(NamedTuple):
    """Words to offer in place of what was found: Markdown that can be pasted over `span`.

    Where `span` is empty they are inserted there; where it is None they belong into another file, or somebody has to
    fill them in first. `needs` is a sentence on what has to be done beside it.
    """

    text: str
    span: Span | None = None
    needs: str = ""


class Problem(Struct, frozen=True):
    """What a check reports: a place and a sentence. What is None is taken from the rule.

    Problems of one rule with the same `group` become one finding that counts them.
    """

    span: Span
    message: str
    fix: str | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    markets: tuple[Market, ...] | None = None
    rewrite: Rewrite | None = None
    group: str = ""


class Notes(Struct):
    """The lawful wording of a sentence, by its index, which several rules ask for; and whose law holds where."""

    reworded: dict[int, str] = field(default_factory=dict)
    places: Jurisdictions | None = None


class Context(Struct, frozen=True):
    """All that a check may look at. `reading` holds the claims and what kind of page this is.

    `notes` keeps what rewriting found out, so that it is found out once.
    """

    document: Document
    reading: Reading
    register: Register
    site: Site
    today: date
    notes: Notes = field(default_factory=Notes)


class Rule(Struct, frozen=True):
    """A rule: constants, one generator and, where one exists, the way to a lawful wording.

    `page` is the module's docstring, its public page. `locked` rules cannot be waived; `curable_by` names the
    disclaimers that mend the problem. `rewrite` is asked only for what is reported, after problems were grouped.
    """

    code: str
    name: str
    title: str
    severity: Severity
    markets: tuple[Market, ...]
    basis: tuple[Basis, ...]
    fix: str
    check: Callable[[Context], Iterator[Problem]]
    page: str
    confidence: Confidence = Confidence.HIGH
    curable_by: tuple[str, ...] = ()
    locked: bool = False
    rewrite: Callable[[Context, Problem], Rewrite | None] | None = None
    citations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """What every finding of the rule says of its basis, put together once."""
        force_setattr(self, "citations", tuple(basis.citation for basis in self.basis))


def placed(rule: Rule, problem: Problem, document: Document, rewrite: Rewrite | None = None) -> Finding:
    """The finding that a rule's problem amounts to: name, level, place, the words it points at and the nearest lawful ones."""
    start, end = locate(document.lines, problem.span)
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=problem.severity or rule.severity,
        confidence=problem.confidence or rule.confidence,
        path=document.path,
        span=problem.span,
        start=start,
        end=end,
        excerpt=document.source[problem.span.start : problem.span.end],
        message=problem.message,
        fix=_remedy(rule, problem, rewrite),
        basis=rule.citations,
        markets=rule.markets if problem.markets is None else problem.markets,
        curable_by=rule.curable_by,
        suggestion=rewrite and rewrite.text,
        replaces=rewrite and rewrite.span,
    )


def _remedy(rule: Rule, problem: Problem, rewrite: Rewrite | None) -> str:
    """What to do, and what the suggested wording needs beside it."""
    fix = rule.fix if problem.fix is None else problem.fix
    return f"{fix} {rewrite.needs}" if rewrite is not None and rewrite.needs else fix
