"""Counts of the corpus as the tables of its README."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from tests.accuracy.corpus import Labelled
from tests.accuracy.labels import CLAIM_KINDS, NEUTRAL_KINDS, Page, Product, Register, Split, Verdict

Names = Callable[[Labelled], Iterable[str]]


def tables(items: Iterable[Labelled]) -> str:
    """Every table, in Markdown."""
    known = tuple(items)
    claims = tuple(item for item in known if not item.neutral)
    neutral = tuple(item for item in known if item.neutral)
    parts = (
        _table("Claims by kind (a sentence may have several)", claims, lambda item: item.row.kinds, tuple(CLAIM_KINDS)),
        _table("Neutral text by kind", neutral, lambda item: item.row.kinds, tuple(sorted(NEUTRAL_KINDS))),
        _table("Claims by page", claims, lambda item: [item.row.page], tuple(Page)),
        _table("Neutral text by page", neutral, lambda item: [item.row.page], tuple(Page)),
        _table("Claims by verdict", claims, lambda item: [item.row.verdict], tuple(Verdict)[:2]),
        _table("All by market (a sentence may have several)", known, lambda item: item.row.markets, ("US", "EU", "UK", "CA", "AU")),
        _table("All by register", known, lambda item: [item.row.register], tuple(Register)),
        _table("Claims by what is spoken of", claims, lambda item: [item.row.product], tuple(Product)),
        _table("All by topic", known, lambda item: [item.topic], tuple(sorted({item.topic for item in known}))),
        _table("Disputed", known, lambda item: [item.row.page] if item.row.disputed else [], tuple(Page)),
    )
    return "\n\n".join(parts)


def _table(title: str, items: tuple[Labelled, ...], names: Names, order: tuple[str, ...]) -> str:
    counts = Counter((name, item.split) for item in items for name in names(item))
    lines = [f"### {title}", "", "| | tune | frozen | all |", "|---|---:|---:|---:|"]
    for name in order:
        tune, frozen = counts[name, Split.TUNE], counts[name, Split.FROZEN]
        lines.append(f"| {name} | {tune} | {frozen} | {tune + frozen} |")
    return "\n".join(lines)


if __name__ == "__main__":
    from tests.accuracy.corpus import load_corpus

    print(tables(load_corpus()))
