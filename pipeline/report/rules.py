"""What `nostrum rules` and `nostrum explain` print."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from pipeline.findings import Severity
from pipeline.report.json_report import VERSION, dump
from pipeline.report.plain import count
from pipeline.report.terminal import COLOURS, Look
from pipeline.rules.base import Rule
from pipeline.text import shown

_WIDTH = 100


def as_json(rules: Sequence[Rule]) -> str:
    """Every rule with what a script may want to know of it."""
    return dump({"version": VERSION, "rules": [_object(rule) for rule in rules]})


def _object(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.code,
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "markets": list(rule.markets),
        "basis": [{"citation": basis.citation, "checked": basis.checked} for basis in rule.basis],
        "fix": rule.fix,
        "curable_by": list(rule.curable_by),
        "locked": rule.locked,
    }


def as_text(rules: Sequence[Rule], look: Look) -> str:
    """Two lines a rule: what it is, and by what law."""
    blocks = [line for rule in rules for line in _lines(rule, look)]
    return "".join(f"{line}\n" for line in [*blocks, f"{count(len(rules), 'rule')}. For more about one: nostrum explain {rules[0].code}"])


def _lines(rule: Rule, look: Look) -> list[str]:
    severity = look.paint(f"{rule.severity:<8}", COLOURS[rule.severity])
    head = f"{look.paint(rule.code, '1')}  {severity} {rule.name} ({', '.join(rule.markets)})"
    indent = " " * 16
    basis = "; ".join(item.citation for item in rule.basis)
    return [head, *(look.paint(line, "2") for line in _wrapped(basis, look, indent))]


def _wrapped(text: str, look: Look, indent: str) -> list[str]:
    width = look.width or _WIDTH
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def page(rule: Rule, look: Look) -> str:
    """A rule's page as its module tells it, under what the rule's fields say."""
    waiving = "cannot be waived" if rule.locked else "can be waived with a reason, a name and a date"
    facts = [f"severity  {_severity(rule.severity)}; {waiving}", f"markets   {', '.join(rule.markets)}"]
    if rule.curable_by:
        facts.append(f"mended by {' or '.join(rule.curable_by)}, named in the front matter's disclaimers")
    head = look.paint(f"{rule.code} {rule.name}", "1")
    return "\n".join([head, *(look.paint(fact, "2") for fact in facts), "", shown(rule.page.strip()), ""])


def _severity(severity: Severity) -> str:
    return f"{severity} (blocks publication)" if severity is Severity.ERROR else str(severity)
