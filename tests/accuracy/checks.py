"""What holds of every label, and of the labels together; a fault is told with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from tests.accuracy.corpus import Labelled, Row, split_of
from tests.accuracy.labels import CLAIM_KINDS, NEUTRAL_KINDS, SOFTENED, STOPPING, Verdict, applies

# Two sentences that share this much of their words are taken for one.
ALIKE = 0.6
_IDENTIFIER = re.compile(r"([a-z]+(?:-[a-z]+)*)-\d{3}")
_COMMON = frozenset("a the of to and in is it for your you with that on from at our by be are or".split())
# Fixed wordings differ in a word or two, and that is what is tested.
_FIXED = frozenset({"authorised-wording", "statutory-statement"})


def faults(items: Iterable[Labelled]) -> Iterator[str]:
    """Everything that is wrong with the labels, one line each."""
    known = tuple(items)
    for item in known:
        for what in (*_of_place(item), *_of_row(item.row)):
            yield f"{item.path}:{item.line}: {item.row.id}: {what}"
    yield from _repeated_ids(known)
    yield from _alike(known)


def _of_place(item: Labelled) -> Iterator[str]:
    """Id, file and split agree."""
    matched = _IDENTIFIER.fullmatch(item.row.id)
    if not matched or matched[1] != item.topic:
        yield f"the id is not {item.topic}- and three digits"
    if split_of(item.row.id) is not item.split:
        yield f"its id belongs to {split_of(item.row.id)}"


def _of_row(row: Row) -> Iterator[str]:
    """The labels of one sentence agree with each other."""
    for name in ("text", "reason"):
        if not getattr(row, name).strip():
            yield f"{name} is blank"
    if not row.kinds or not row.markets:
        yield "it has no kind or no market"
    elif set(row.kinds) <= NEUTRAL_KINDS:
        yield from _of_neutral(row)
    elif set(row.kinds) <= CLAIM_KINDS.keys():
        yield from _of_claim(row)
    else:
        yield "a kind is unknown, or claims and neutral text are mixed"
    if row.disputed and row.disputed.verdict is row.verdict:
        yield "both readings come to the same verdict"


def _of_neutral(row: Row) -> Iterator[str]:
    if row.rules or row.verdict is not Verdict.FINE:
        yield "neutral text breaks no rule"


def _of_claim(row: Row) -> Iterator[str]:
    if not row.rules or not set(row.rules) <= {CLAIM_KINDS[kind] for kind in row.kinds}:
        yield "its rules are not those of its kinds"
    for rule in row.rules:
        if not applies(rule, row.markets):
            yield f"{rule} is law in none of its markets"
    stopping = STOPPING & set(row.rules)
    if row.verdict is Verdict.ERROR and not stopping:
        yield "no rule stops it"
    if row.verdict is Verdict.WARNING and stopping - SOFTENED and not row.disputed:
        yield "a rule stops it"
    if row.verdict is Verdict.FINE:
        yield "a claim is never simply fine"


def _repeated_ids(items: tuple[Labelled, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for item in items:
        if item.row.id in seen:
            yield f"{item.path}:{item.line}: {item.row.id} is used twice"
        seen.add(item.row.id)


def _alike(items: tuple[Labelled, ...]) -> Iterator[str]:
    """Sentences that say the same in nearly the same words."""
    free = [item for item in items if not _FIXED & set(item.row.kinds)]
    texts: dict[str, str] = {}
    for item in items:
        first = texts.setdefault(" ".join(_bag(item.words, frozenset())), item.row.id)
        if first != item.row.id:
            yield f"{item.path}:{item.line}: {item.row.id} repeats {first}"
    bags = [frozenset(_bag(item.words, _COMMON)) for item in free]
    for (left, one), (right, two) in combinations(zip(free, bags, strict=True), 2):
        if min(len(one), len(two)) > 2 and len(one & two) >= ALIKE * len(one | two):
            yield f"{right.path}:{right.line}: {right.row.id} is like {left.row.id}"


def _bag(text: str, without: frozenset[str]) -> list[str]:
    return [word for word in re.findall(r"\w+", text.lower()) if word not in without]
