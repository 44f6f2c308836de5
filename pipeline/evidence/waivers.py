"""Waivers: somebody takes responsibility for a finding, with a reason, a name and a day on which it ends.

They stand in content/waivers.yaml or, for one place, in a comment of the article. Which findings
they cover is for the gate to say; here they are only read.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from pipeline.article.document import Comment, Document
from pipeline.article.strict_yaml import Mapping, Node, Sequence, convert, read
from pipeline.errors import ConfigError
from pipeline.text import Span

RULE = re.compile(r"[A-Z]{2}\d{3}")
_INLINE = re.compile(r"lint-ok\b", re.IGNORECASE)
_CODE = re.compile(r"lint-ok\s+(?P<rule>[A-Z]{2}\d{3})\s*:(?P<rest>.*)", re.DOTALL)
_FORM = "write <!-- lint-ok HC402: reason; by: initials; until: 2027-01-31 -->"


class Waiver(Struct, frozen=True):
    """One finding, or several of one rule in one article, that somebody answers for.

    A waiver of content/waivers.yaml has the article's `slug`, and an `excerpt` if it covers only
    findings whose words hold it; one in the article has the `span` of its comment. It no longer
    counts on the day after `until`.
    """

    rule: str
    reason: str
    by: str
    until: date
    path: str
    line: int
    span: Span | None = None
    slug: str | None = None
    excerpt: str = ""


class BadWaiver(Struct, frozen=True):
    """A comment that means to be a waiver and is none: it waives nothing, and its author has to know."""

    path: str
    line: int
    span: Span
    what: str
    remedy: str = _FORM


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of content/waivers.yaml."""

    rule: str
    article: str
    reason: str
    by: str
    until: date
    excerpt: str = ""


def load_waivers(path: Path, shown_path: str) -> tuple[Waiver, ...]:
    """The waivers in a file, none if there is no file. Raises ConfigError with path and line."""
    if not path.exists():
        return ()
    root = read(path, shown_path)
    for key, _ in root.value:
        if key.value != "waivers":
            raise ConfigError(f"unknown key `{key.value}`", "list everything under `waivers:`", path=shown_path, line=key.line)
    return tuple(_entry(node, shown_path) for node in _entries(root, shown_path))


def _entries(root: Mapping, path: str) -> tuple[Node, ...]:
    listed = root.get("waivers")
    if listed is None or listed.value is None:
        return ()
    if not isinstance(listed, Sequence):
        raise ConfigError("`waivers` must be a list", "start each waiver with - rule: …", path=path, line=listed.line)
    return listed.value


def _entry(node: Node, path: str) -> Waiver:
    given = convert(node, _Entry, path)
    for field in ("rule", "article", "reason", "by"):
        if not getattr(given, field).strip():
            raise ConfigError(f"`{field}` is blank", "a waiver needs rule, article, reason, by and until", path=path, line=node.line)
    if not RULE.fullmatch(given.rule):
        raise ConfigError(f"`{given.rule}` is no rule's code", "write a code such as HC402", path=path, line=node.line)
    return Waiver(given.rule, given.reason, given.by, given.until, path, node.line, slug=given.article, excerpt=given.excerpt)


def inline_waivers(document: Document) -> tuple[tuple[Waiver, ...], tuple[BadWaiver, ...]]:
    """The waivers in the article's comments, and the comments that are malformed ones."""
    read_ones = [_inline(document, comment) for comment in document.comments if _INLINE.match(comment.text.strip())]
    waivers = tuple(item for item in read_ones if isinstance(item, Waiver))
    return waivers, tuple(item for item in read_ones if isinstance(item, BadWaiver))


def _inline(document: Document, comment: Comment) -> Waiver | BadWaiver:
    line = document.lines.position(comment.span.start).line
    found = _CODE.fullmatch(comment.text.strip())
    if not found:
        return BadWaiver(document.path, line, comment.span, "this waiver names no rule")
    fields = _fields(found["rest"])
    missing = [name for name in ("reason", "by", "until") if not fields.get(name)]
    if missing:
        return BadWaiver(document.path, line, comment.span, f"this waiver lacks {' and '.join(missing)}")
    try:
        until = date.fromisoformat(fields["until"])
    except ValueError:
        return BadWaiver(document.path, line, comment.span, f"this waiver's until is not a date: {fields['until']}")
    return Waiver(found["rule"], fields["reason"], fields["by"], until, document.path, line, span=comment.span)


def _fields(rest: str) -> dict[str, str]:
    """reason, by and until. The reason comes first and may itself hold semicolons."""
    fields = {"reason": ""}
    for part in rest.split(";"):
        name, colon, value = part.partition(":")
        if colon and name.strip() in ("by", "until"):
            fields[name.strip()] = value.strip()
        else:
            fields["reason"] = f"{fields['reason']};{part}" if fields["reason"] else part
    fields["reason"] = " ".join(fields["reason"].split())
    return fields
