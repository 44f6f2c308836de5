"""Figures from outcomes: shares with Wilson intervals, one table for each page and split."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.accuracy.judge import PAGE_RULE, Outcome
from tests.accuracy.labels import CLAIM_KINDS, NEUTRAL_KINDS, Verdict

Z = 1.959964  # two-sided 95%
ALL = "all"


class Share(NamedTuple):
    """`hits` of `n`."""

    hits: int
    n: int

    def __str__(self) -> str:
        if not self.n:
            return "     -             "
        low, high = wilson(self.hits, self.n)
        return f"{self.hits / self.n:6.3f} [{low:.3f},{high:.3f}]"


class Column(NamedTuple):
    """What is counted: of the outcomes that are `among`, those that are a `hit`."""

    title: str
    among: Callable[[Outcome], bool]
    hit: Callable[[Outcome], bool]


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95% score interval of a share (Wilson 1927)."""
    share = hits / n
    middle, half = share + Z * Z / (2 * n), Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max(0.0, (middle - half) / (1 + Z * Z / n)), min(1.0, (middle + half) / (1 + Z * Z / n))


def _always(_: Outcome) -> bool:
    return True


def _labelled(verdict: Verdict) -> Callable[[Outcome], bool]:
    return lambda outcome: outcome.item.row.verdict is verdict


CLAIM_COLUMNS = (
    Column("detected", _always, lambda outcome: outcome.detected),
    Column("right verdict", _always, lambda outcome: outcome.detected and outcome.agrees(outcome.item.row.verdict)),
    Column("errors found", _labelled(Verdict.ERROR), lambda outcome: bool(outcome.errors)),
    Column("warnings kept", _labelled(Verdict.WARNING), lambda outcome: outcome.detected and not outcome.errors),
    Column("named rule", _always, lambda outcome: bool(outcome.rules & set(outcome.item.row.rules))),
)
NEUTRAL_COLUMNS = (
    Column("error", _always, lambda outcome: bool(outcome.errors)),
    Column(f"error not {PAGE_RULE}", _always, lambda outcome: bool(outcome.errors - {PAGE_RULE})),
    Column("any finding", _always, lambda outcome: bool(outcome.raised)),
    Column("detected", _always, lambda outcome: outcome.detected),
)
DISPUTED_COLUMNS = (
    Column("as labelled", _always, lambda outcome: outcome.agrees(outcome.item.row.verdict)),
    Column("as the other reading", _always, lambda outcome: _other(outcome) and not outcome.agrees(outcome.item.row.verdict)),
)


def _other(outcome: Outcome) -> bool:
    disputed = outcome.item.row.disputed
    return disputed is not None and outcome.agrees(disputed.verdict)


def share(outcomes: Iterable[Outcome], column: Column) -> Share:
    """The column's figure for some outcomes."""
    among = [outcome for outcome in outcomes if column.among(outcome)]
    return Share(sum(column.hit(outcome) for outcome in among), len(among))


def table(title: str, outcomes: tuple[Outcome, ...], columns: tuple[Column, ...], kinds: Iterable[str]) -> str:
    """A table of fixed width: all outcomes first, then those of each kind that occurs."""
    lines = [title, "  ".join([f"  {'kind':24} {'n':>4}", *(f"{column.title:20}" for column in columns)]).rstrip()]
    for kind in (ALL, *kinds):
        some = [outcome for outcome in outcomes if kind in (ALL, *outcome.item.row.kinds)]
        if some:
            lines.append("  ".join([f"  {kind:24} {len(some):4}", *(f"{share(some, column)!s:20}" for column in columns)]).rstrip())
    return "\n".join(lines)


def report(outcomes: Iterable[Outcome], where: str) -> str:
    """The three tables of one page and split; disputed sentences stand only in the last."""
    known = tuple(outcomes)
    plain = [outcome for outcome in known if not outcome.item.row.disputed]
    claims = tuple(outcome for outcome in plain if not outcome.item.neutral)
    neutral = tuple(outcome for outcome in plain if outcome.item.neutral)
    disputed = tuple(outcome for outcome in known if outcome.item.row.disputed)
    return "\n\n".join(
        (
            table(f"Claims, {where}", claims, CLAIM_COLUMNS, CLAIM_KINDS),
            table(f"Neutral text, {where}", neutral, NEUTRAL_COLUMNS, sorted(NEUTRAL_KINDS)),
            table(f"Disputed, {where}", disputed, DISPUTED_COLUMNS, ()),
        )
    )
