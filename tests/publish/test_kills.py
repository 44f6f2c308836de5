"""A run that is killed before any change of the disk leaves all old or all new, and the next run heals."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from pipeline.publish import swap
from pipeline.publish.output import transaction
from tests.publish.killing import run_until_change
from tests.publish.sets import NAMES, NEW, OLD, empty_build, of_entry, publish_new, publish_old, staged, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, forks and limits of Unix")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build/ with nothing but its .gitignore."""
    return empty_build(tmp_path)


def sweep(root: Path, prepare: Callable[[], None], job: Callable[[], None], check: Callable[[int], None]) -> int:
    """Kill the job before its 1st, 2nd, … change until it lives; how many changes it makes."""
    for number in range(1, 1000):
        prepare()
        lived = run_until_change(root, number, job)
        check(number)
        if lived:
            return number - 1
    raise AssertionError("the job never ends")


def test_killed_at_any_change_leaves_all_old_or_all_new_and_the_next_run_heals(build: Path) -> None:
    publish_old(build)
    old = tree(build)
    publish_new(build)
    new = tree(build)
    seen = set()

    def check(number: int) -> None:
        now = tree(build)
        assert now in (old, new), f"killed before change {number}: {sorted(set(now.items()) ^ set(new.items()))}"
        seen.add(now == new)
        publish_new(build)
        assert tree(build) == new
        assert [path.name for path in build.parent.iterdir()] == ["build"]

    changes = sweep(build.parent, lambda: publish_old(build), lambda: publish_new(build), check)
    assert changes > 40
    assert seen == {False, True}


def test_killed_while_build_is_made_for_the_first_time(tmp_path: Path) -> None:
    build = tmp_path / "build"
    publish_old(build)
    new = tree(build)

    def clean() -> None:
        with transaction(build) as tx:
            for slug in ("alpha", "beta"):
                tx.remove(slug)
            tx.commit()
        for path in tree(build):
            (build / path).unlink()
        build.rmdir()

    def check(number: int) -> None:
        assert not build.exists() or tree(build) == new, f"killed before change {number}"
        publish_old(build)
        assert tree(build) == new

    sweep(tmp_path, clean, lambda: publish_old(build), check)


@pytest.mark.parametrize("exchanges", [True, False])
def test_without_one_exchange_of_build_each_article_is_whole_and_the_journal_is_carried_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    """Where entries cannot be exchanged either (`exchanges` false), one may be missing until the next run."""
    if not exchanges:
        monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    runs = iter(range(1000))
    at: list[Path] = []

    def prepare() -> None:
        at[:] = staged(tmp_path / str(next(runs)))

    def check(number: int) -> None:
        build, workshop = at
        now, begun = tree(build), (workshop / swap.JOURNAL).exists()
        for name in NAMES:
            whole = (of_entry(OLD, name), of_entry(NEW, name), *(() if exchanges else ({},)))
            assert of_entry(now, name) in whole, f"killed before change {number}: {name} is mixed"
        swap.heal(build, workshop)
        assert tree(build) == (NEW if begun or now == NEW else OLD), f"healed after a kill before change {number}"
        assert tree(workshop) == {}

    changes = sweep(tmp_path, prepare, lambda: swap.replace_each(at[0], at[1], NAMES), check)
    assert changes >= 8


def test_a_kill_while_healing_is_healed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    runs = iter(range(1000))
    at: list[Path] = []

    def prepare() -> None:
        at[:] = staged(tmp_path / str(next(runs)))
        assert not run_until_change(tmp_path, 6, lambda: swap.replace_each(at[0], at[1], NAMES))
        assert (at[1] / swap.JOURNAL).exists()

    def check(number: int) -> None:
        swap.heal(*at)
        assert tree(at[0]) == NEW, f"killed before change {number} of the healing"

    assert sweep(tmp_path, prepare, lambda: swap.heal(*at), check) >= 4


def test_a_damaged_stage_leaves_what_was_not_moved_yet(tmp_path: Path) -> None:
    build, workshop = staged(tmp_path)
    for number in range(1, 20):
        assert not run_until_change(tmp_path, number, partial(swap.replace_each, build, workshop, NAMES))
        if (workshop / swap.JOURNAL).exists():
            break
        swap.clear(workshop)
        build, workshop = staged(tmp_path / str(number))
    (workshop / swap.NEXT / "alpha/a").write_text("damaged")
    swap.heal(build, workshop)
    assert of_entry(tree(build), "alpha") == of_entry(OLD, "alpha")
    assert of_entry(tree(build), "gamma") == of_entry(NEW, "gamma")


def test_a_damaged_stage_brings_the_old_entry_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    build, workshop = staged(tmp_path)
    for number in range(1, 20):
        assert not run_until_change(tmp_path, number, partial(swap.replace_each, build, workshop, NAMES))
        if not (build / "alpha").exists():
            break
        swap.clear(workshop)
        build, workshop = staged(tmp_path / str(number))
    (workshop / swap.NEXT / "alpha/a").write_text("damaged")
    swap.heal(build, workshop)
    assert of_entry(tree(build), "alpha") == of_entry(OLD, "alpha")


@pytest.mark.parametrize(
    "journal",
    [b"", b"{", b'{"version":1,"changes":[{"name":"../../x","digest":""}]}', b'{"version":1,"changes":[{"name":".git","digest":""}]}'],
)
def test_a_foreign_journal_moves_nothing(tmp_path: Path, journal: bytes) -> None:
    build, workshop = staged(tmp_path / "site/project")
    (tmp_path / "site/x").write_text("mine")
    (workshop / swap.JOURNAL).write_bytes(journal)
    swap.heal(build, workshop)
    assert tree(build) == OLD
    assert (tmp_path / "site/x").read_text() == "mine"
