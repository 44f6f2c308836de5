"""Prints what the claim engine makes of the labelled sentences: `python -m tests.accuracy`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.accuracy.checks import faults
from tests.accuracy.corpus import load_corpus
from tests.accuracy.judge import Outcome, outcomes
from tests.accuracy.labels import Page, Split, Verdict
from tests.accuracy.pages import apart, together
from tests.accuracy.score import report


def main() -> int:
    """0 when every sentence was judged, 1 when the labels contradict each other."""
    given = _arguments()
    items = load_corpus()
    wrong = list(faults(items))
    if wrong:
        print(*wrong, sep="\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        judged = tuple(outcomes((together if given.together else apart)(items), Path(folder)))
    print(*told(judged, given.misses), sep="\n\n")
    return 0


def _arguments() -> argparse.Namespace:
    ask = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    ask.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N of each kind of miss, from the tune part only")
    ask.add_argument("--together", action="store_true", help="put the sentences of a page into one article instead of one each")
    return ask.parse_args()


def told(judged: tuple[Outcome, ...], most: int) -> Iterator[str]:
    """The tables of each page and split, and up to `most` misses of each kind after those of the tune part.

    Whoever sees a frozen sentence that went wrong will mend that sentence, and the figure means nothing:
    of the frozen part only figures are told.
    """
    for page in Page:
        for split in Split:
            some = tuple(outcome for outcome in judged if outcome.item.row.page is page and outcome.item.split is split)
            yield report(some, f"{page} page, {split}")
            if split is Split.TUNE and most:
                yield "\n".join(misses(some, most))


def misses(judged: Iterable[Outcome], most: int) -> Iterator[str]:
    """What went wrong, up to `most` lines of each kind. Disputed sentences are left out."""
    kinds: dict[str, list[Outcome]] = {"not detected": [], "no error": [], "needless error": [], "wrong alarm": []}
    for outcome in judged:
        name = "" if outcome.item.row.disputed else _miss(outcome)
        if name:
            kinds[name].append(outcome)
    for name, some in kinds.items():
        yield from (f"  {name}: {_line(outcome)}" for outcome in some[:most])


def _miss(outcome: Outcome) -> str:
    """What is wrong with an outcome; nothing where it is right."""
    verdict = outcome.item.row.verdict
    if not outcome.item.neutral and not outcome.detected:
        return "not detected"
    if outcome.agrees(verdict):
        return ""
    return {Verdict.ERROR: "no error", Verdict.WARNING: "needless error", Verdict.FINE: "wrong alarm"}[verdict]


def _line(outcome: Outcome) -> str:
    row = outcome.item.row
    under = f"({row.under}) " if row.under else ""
    found = " ".join(f"{rule}:{severity[0]}" for rule, severity in outcome.raised) or "nothing"
    return f"{row.id} {'+'.join(row.markets)} [{' '.join(row.rules) or row.verdict} / {found}] {under}{outcome.item.words}"


if __name__ == "__main__":
    raise SystemExit(main())
