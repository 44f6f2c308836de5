"""Runs that meet others, and runs that are told to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from pipeline.errors import ToolError
from pipeline.publish.lock import locked
from pipeline.publish.output import transaction
from tests.publish.sets import empty_build, publish_old, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, forks and limits of Unix")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build/ with nothing but its .gitignore."""
    return empty_build(tmp_path)


JOB = """
import sys, time
from pathlib import Path
from pipeline.publish.lock import locked
from pipeline.publish.output import transaction
from tests.publish.sets import article, site
build, words, pause = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
with transaction(build, waiting=lambda message: print(message, flush=True)) as tx:
    print("holding", flush=True)
    time.sleep(pause)
    for slug in ("alpha", "beta"):
        tx.put(slug, article(slug, words))
    tx.put_site(site(words))
    tx.commit()
"""


def started(build: Path, words: str, pause: float) -> subprocess.Popen[str]:
    """Another process that publishes."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(JOB), str(build), words, str(pause)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_runs_at_once_wait_for_each_other(build: Path) -> None:
    first = started(build, "old", 0.7)
    assert first.stdout is not None
    assert first.stdout.readline() == "holding\n"
    second = started(build, "new", 0)
    out, error = second.communicate(timeout=60)
    assert (second.returncode, error) == (0, "")
    assert out == f"waiting for the run that holds {build}\nholding\n"
    assert first.wait(timeout=60) == 0
    assert {data for path, data in tree(build).items() if path.endswith("index.html")} == {b"<p>new", b"new"}
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_many_runs_at_once_leave_one_whole_set(build: Path) -> None:
    runs = [started(build, f"run {number}", 0) for number in range(6)]
    assert [run.wait(timeout=120) for run in runs] == [0] * 6
    assert [run.communicate()[1] for run in runs] == [""] * 6
    assert len({(build / slug / "pictures/a.png").read_bytes() for slug in ("alpha", "beta")} | {(build / "feed.xml").read_bytes()}) == 1
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_a_run_that_will_not_wait_names_the_lock(build: Path) -> None:
    first = started(build, "old", 30)
    assert first.stdout is not None
    assert first.stdout.readline() == "holding\n"
    try:
        with pytest.raises(ToolError, match=r"another run holds .*/\.build\.nostrum/lock; wait"), transaction(build, wait=0.1):
            pass
    finally:
        first.kill()
        first.wait()
    publish_old(build)
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_a_lock_without_a_folder_to_stand_in_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "none/workshop", "none/workshop", 60, lambda: None):
        pass


def test_a_lock_that_is_no_file_is_refused(build: Path) -> None:
    (build.parent / ".build.nostrum").mkdir()
    os.mkfifo(build.parent / ".build.nostrum/lock")
    with pytest.raises(ToolError, match="lock is not a regular file; remove it"):
        publish_old(build)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, -signal.SIGINT)])
def test_a_signal_leaves_nothing_staged(build: Path, number: signal.Signals, code: int) -> None:
    publish_old(build)
    before = tree(build)
    run = started(build, "new", 30)
    assert run.stdout is not None
    assert run.stdout.readline() == "holding\n"
    begun = time.monotonic()
    run.send_signal(number)
    assert run.wait(timeout=20) == code
    assert time.monotonic() - begun < 5
    assert tree(build) == before
    assert [path.name for path in build.parent.iterdir()] == ["build"]
