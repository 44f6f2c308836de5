"""Style advice by proselint.

What
    What the checks of proselint say of the visible text: clichés, redundancy, corporate speak,
    typography and their like. The message ends with the name of proselint's own check.

Why
    Plain words are easier to read and harder to hide behind. None of this is about health or law.

Bad
    At the end of the day, this is very unique.

Good
    This is unusual.

Legal basis
    None: taste, by the authors that proselint collects.

What cures it
    Plain words, or ignoring the advice: `--ignore HS` keeps proselint from running at all.

What does not
    Nothing here blocks publication.

Fix
    Follow the advice where it helps the reader.
    No wording of ours is suggested: the message holds proselint's own advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.errors import ToolError
from pipeline.findings import Confidence, Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.proselint_repeats import KNOWN, windows
from pipeline.rules.proselint_text import Laid

if TYPE_CHECKING:
    from pipeline.rules.proselint_needs import Sieve

# Typewriter marks that the publisher sets properly, advice on dates that every style guide contradicts,
# and a check that takes "e.g." in prose for an error of the language.
_OFF = ("typography.symbols", "typography.punctuation.hyperbole", "dates_times.dates", "misc.waxed", "hedging")
# This one check takes 70% of proselint's time. Its pattern needs one of these words; most articles have few.
_SLOW = "uncomparables"
_COMPARED = re.compile(r"\b(?:extremely|increasingly|kind of|largely|less|mildly|more|quite|very|least|most)\s+\w+", re.I)


def check(context: Context) -> Iterator[Problem]:
    """One problem for each piece of advice, without those in quoted speech and those about code."""
    laid = Laid(context.document.sentences)
    quoted = _quotes(laid.text)
    for advice in _needed(laid.text):
        for name, message, start, end in _results(advice, laid.text):
            span = laid.source(start, end)
            if (
                span is not None
                and not any(low <= start < high for low, high in quoted)
                and not any(map(span.touches, context.document.codes))
            ):
                level = (
                    Severity.WARNING if name.startswith(("spelling", "nonwords", "malapropisms", "lexical_illusions")) else Severity.INFO
                )
                yield Problem(span, f"{message.strip()} (proselint: {name})", severity=level)


@cache
def _checks() -> tuple[Any, ...]:
    """The checks that proselint enables by default, once each. Raises ToolError where proselint is missing or has changed."""
    try:
        from proselint.checks import __register__  # type: ignore[import-untyped]
        from proselint.config import DEFAULT  # type: ignore[import-untyped]

        enabled = tuple(name for name, on in DEFAULT["checks"].items() if on)
        wanted = {advice.path + repr(advice.check_type)[:80]: advice for advice in __register__ if _wanted(advice.path, enabled)}
    except (ImportError, AttributeError, KeyError) as error:
        raise ToolError(f"proselint cannot be used: {error}", "install it, or run with --ignore HS") from error
    return tuple(advice for advice in __register__ if advice in wanted.values())


@cache
def _sieve() -> Sieve:
    from pipeline.rules.proselint_needs import Sieve

    return Sieve(_checks(), _SLOW)


def _needed(text: str) -> tuple[Any, ...]:
    """The checks that can find anything in the text."""
    passed = _sieve().passed(text)
    return tuple(advice for number, advice in enumerate(_checks()) if number in passed)


def _wanted(path: str, enabled: tuple[str, ...]) -> bool:
    return path.startswith(enabled) and not path.startswith(_OFF)


def _results(advice: Any, text: str) -> Iterator[tuple[str, str, int, int]]:
    """Name, message and place of what one check finds."""
    if advice.path.startswith(_SLOW):
        for window in _COMPARED.finditer(text):
            piece = f"\n{window[0]}\n"
            for found in advice.check_with_flags(piece):
                yield found.check_path, found.message, window.start() + found.span[0] - 1, window.start() + found.span[1] - 1
        return
    for low, high in windows(text) if KNOWN in getattr(advice.check_type, "pattern", "") else ((0, len(text)),):
        for found in advice.check_with_flags(text[low:high]):
            yield found.check_path, found.message, low + found.span[0], low + found.span[1]


def _quotes(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of quoted speech: other people's style."""
    return tuple(found.span() for found in re.finditer(r"[“\"][^”\"\n]*[”\"]", text))


RULE = Rule(
    code="HS101",
    name="style",
    title="Style advice (proselint)",
    severity=Severity.INFO,
    markets=tuple(Market),
    basis=(Basis("Taste"),),
    fix="Follow the advice where it helps the reader.",
    check=check,
    page=__doc__ or "",
    confidence=Confidence.LOW,
)
