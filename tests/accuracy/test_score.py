"""Figures: the intervals, what counts as right, and that nothing frozen is ever printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from pipeline.findings import Market, Severity
from tests.accuracy.__main__ import misses, told
from tests.accuracy.corpus import load_corpus
from tests.accuracy.judge import Outcome, outcomes
from tests.accuracy.labels import Page, Register, Split, Verdict
from tests.accuracy.pages import apart, together
from tests.accuracy.score import CLAIM_COLUMNS, DISPUTED_COLUMNS, NEUTRAL_COLUMNS, Column, Share, report, share, wilson

ITEMS = load_corpus()
STOP = next(item for item in ITEMS if item.row.verdict is Verdict.ERROR and not item.row.disputed)
ASK = next(item for item in ITEMS if item.row.verdict is Verdict.WARNING and not item.row.disputed)
FINE = next(item for item in ITEMS if item.row.verdict is Verdict.FINE and not item.row.disputed)
DISPUTED = next(
    item for item in ITEMS if item.row.disputed and item.row.verdict is Verdict.ERROR and item.row.disputed.verdict is Verdict.WARNING
)
SOME = tuple(item for item in ITEMS if item.topic in ("joints", "veins"))


def column(columns: tuple[Column, ...], title: str) -> Column:
    return next(one for one in columns if one.title == title)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"), [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)]
)
def test_wilson_intervals_are_those_of_the_formula(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)


def test_a_share_is_printed_with_its_interval() -> None:
    assert str(Share(8, 10)) == " 0.800 [0.490,0.943]"
    assert str(Share(0, 0)).strip() == "-"


def test_claims_are_right_where_severity_follows_the_verdict() -> None:
    rule = STOP.row.rules[0]
    judged = (
        Outcome(STOP, True, ((rule, Severity.ERROR),)),
        Outcome(STOP, True, ((rule, Severity.WARNING),)),
        Outcome(STOP, False, ()),
        Outcome(ASK, True, ()),
        Outcome(ASK, False, (("HC101", Severity.ERROR),)),
        Outcome(ASK, False, ()),
    )
    figures = {one.title: share(judged, one) for one in CLAIM_COLUMNS}
    assert figures == {
        "detected": Share(4, 6),
        "right verdict": Share(2, 6),
        "errors found": Share(1, 3),
        "warnings kept": Share(1, 3),
        "named rule": Share(2, 6),
    }


def test_alarms_on_neutral_text_are_counted_with_and_without_the_rule_of_the_page() -> None:
    judged = (
        Outcome(FINE, True, (("HC103", Severity.ERROR),)),
        Outcome(FINE, True, (("HC101", Severity.ERROR), ("HC103", Severity.ERROR))),
        Outcome(FINE, False, (("HR101", Severity.WARNING),)),
        Outcome(FINE, False, ()),
    )
    figures = {one.title: share(judged, one) for one in NEUTRAL_COLUMNS}
    assert figures == {"error": Share(2, 4), "error not HC103": Share(1, 4), "any finding": Share(3, 4), "detected": Share(3, 4)}


def test_disputed_sentences_stand_apart() -> None:
    labelled, other = Outcome(DISPUTED, True, (("HC101", Severity.ERROR),)), Outcome(DISPUTED, True, ())
    assert share((labelled, other), column(DISPUTED_COLUMNS, "as labelled")) == Share(1, 2)
    assert share((labelled, other), column(DISPUTED_COLUMNS, "as the other reading")) == Share(1, 2)
    assert "Claims, here\n" in report((labelled,), "here")
    assert " 1 " not in report((labelled,), "here").split("Disputed")[0]


def test_misses_say_what_was_wanted_and_what_was_found() -> None:
    row = msgspec.structs.replace(STOP.row, id="joints-001", under="", before="", text="It heals.", rules=("HC101",))
    missed = replace(STOP, row=row)
    markets = "+".join(row.markets)
    assert list(misses([Outcome(missed, False, ()), Outcome(missed, True, (("HC204", Severity.WARNING),))], 5)) == [
        f"  not detected: joints-001 {markets} [HC101 / nothing] It heals.",
        f"  no error: joints-001 {markets} [HC101 / HC204:w] It heals.",
    ]
    assert len(list(misses([Outcome(missed, False, ())] * 9, 3))) == 3
    assert next(misses([Outcome(FINE, False, (("HC101", Severity.ERROR),))], 5)).startswith("  wrong alarm: ")


def test_of_the_frozen_part_only_figures_are_told(tmp_path: Path) -> None:
    judged = tuple(outcomes(apart(SOME), tmp_path))
    assert [outcome.item for outcome in judged] == list(SOME)
    # Every outcome made a miss, so that everything that may be printed is.
    silent = tuple(replace(outcome, claimed=False, raised=()) for outcome in judged)
    alarmed = tuple(replace(outcome, raised=(("HC101", Severity.ERROR),)) for outcome in judged)
    printed = "\n".join((*told(judged, 1000), *told(silent, 1000), *told(alarmed, 1000)))
    for item in SOME:
        if item.split is Split.FROZEN:
            assert item.row.text not in printed and f"{item.row.id} " not in printed
    assert sum(item.row.text in printed for item in SOME if item.split is Split.TUNE) > 20


def test_the_real_engine_judges(tmp_path: Path) -> None:
    row = msgspec.structs.replace(STOP.row, text=f"{STOP.brand} cures arthritis.", before="", under="", page=Page.PROMOTIONAL)
    claim = replace(STOP, row=msgspec.structs.replace(row, register=Register.WEB_COPY, markets=tuple(Market)))
    plain = replace(claim, row=msgspec.structs.replace(claim.row, text="Each kidney has a million filters."))
    for sheets in (apart((claim, plain)), together((claim, plain))):
        cures, filters = outcomes(sheets, tmp_path)
        assert (cures.claimed, "HC101" in cures.errors) == (True, True)
        assert filters == Outcome(plain, False, ())
