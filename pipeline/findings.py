"""What a rule found: typed, placed to the character, and recognisable after lines have moved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr

from pipeline.text import LineIndex, Position, Span


class Severity(StrEnum):
    """How much a finding weighs. `error` blocks publication; `warning` and `info` do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting puts errors first."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure the rule is that it read the words right. Apart from severity, as in zizmor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Market(StrEnum):
    """Whose law an article is judged by."""

    US = "US"
    EU = "EU"
    UK = "UK"
    CA = "CA"
    AU = "AU"


class Finding(Struct, frozen=True):
    """One problem at one place.

    `span` counts characters of the decoded file, 0-based and half-open; `start` and `end` are the
    same place as 1-based lines and columns. `excerpt` is always `source[span.start:span.end]`.
    `basis` cites the law or standard, `curable_by` names the disclaimers that would mend it, and
    `suggestion` is the nearest wording that evidence and law allow, never applied by itself; `replaces` is what it would
    stand in place of (an empty span: where it would be inserted), None where it belongs elsewhere or has gaps to fill.
    """

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    path: str
    span: Span
    start: Position
    end: Position
    excerpt: str
    message: str
    fix: str
    basis: tuple[str, ...] = ()
    markets: tuple[Market, ...] = ()
    curable_by: tuple[str, ...] = ()
    suggestion: str | None = None
    replaces: Span | None = None
    fingerprint: str = ""


class Waived(Struct, frozen=True):
    """A finding that somebody took responsibility for: `reason`, who (`by`) and until when."""

    finding: Finding
    reason: str
    by: str
    until: str


def locate(index: LineIndex, span: Span) -> tuple[Position, Position]:
    """Start and end of a span as 1-based positions."""
    return index.position(span.start), index.position(span.end)


def fingerprinted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, just made, with fingerprints that survive shifted lines.

    A fingerprint hashes rule, path, the excerpt with its white space folded, and a running number
    for equal ones, so two findings of one file never share it.
    """
    made, seen = tuple(findings), dict[str, int]()
    for finding in made:
        key = "\0".join((finding.rule, finding.path, finding.message, " ".join(finding.excerpt.split())))
        seen[key] = number = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}\0{number}".encode("utf-8", "surrogatepass")).hexdigest()
        force_setattr(finding, "fingerprint", digest[:16])  # nobody has seen it yet; a copy of each takes a third of the time
    return made


def by_place(finding: Finding) -> tuple[str, int, int, str]:
    """Sort key: file, then place, then the wider span first, then the code."""
    return finding.path, finding.span.start, -finding.span.end, finding.rule
