"""Disks that are full, broken or read-only: the old set stays and nothing staged is left."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import ToolError
from pipeline.publish import swap
from pipeline.publish.files import File
from pipeline.publish.output import transaction
from tests.publish.sets import NAMES, NEW, OLD, empty_build, publish_new, publish_old, staged, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, forks and limits of Unix")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build/ with nothing but its .gitignore."""
    return empty_build(tmp_path)


@pytest.mark.parametrize("limit", [0, 5, 40, 200])
def test_a_full_disk_leaves_the_old_set_and_nothing_staged(build: Path, limit: int) -> None:
    publish_old(build)
    before = tree(build)
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            with transaction(build) as tx:
                tx.put("alpha", [File("index.html", b"x" * 300), File("manifest.json", b"{}")])
                tx.commit()
        except ToolError as error:
            os._exit(0 if "the disk is full" in str(error) and "free some space" in str(error) else 4)
        os._exit(5)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert tree(build) == before
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_an_fsync_that_fails_at_any_moment_leaves_the_old_set(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_new(build)
    new = tree(build)
    publish_old(build)
    old = tree(build)
    real, failures = os.fsync, 0
    for number in range(1, 100):
        left = [number]

        def failing(handle: int, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(errno.EIO, "Input/output error")
            real(handle)

        monkeypatch.setattr(os, "fsync", failing)
        try:
            publish_new(build)
            break
        except ToolError as error:
            failures += 1
            why = "cannot be written: Input/output error; mend that and run again; what was published before is untouched"
            assert str(error) == f"{build.as_posix()} {why}"
            assert tree(build) == old, f"fsync {number}"
            assert [path.name for path in build.parent.iterdir()] == ["build"]
    assert failures >= 12
    assert tree(build) == new


@pytest.mark.parametrize("open_file", NAMES)
def test_an_entry_that_cannot_be_replaced_brings_all_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_file: str) -> None:
    """Windows refuses to move a file that is open elsewhere."""
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    build, workshop = staged(tmp_path)
    real = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if self.name == open_file and build in (self.parent, target.parent):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(PermissionError):
        swap.replace_each(build, workshop, NAMES)
    assert tree(build) == OLD
    assert not (workshop / swap.JOURNAL).exists()


def test_an_exchange_that_fails_brings_all_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build, workshop = staged(tmp_path)
    real = swap.exchange
    if not real(build / "alpha", workshop / "next/alpha") or not real(build / "alpha", workshop / "next/alpha"):
        pytest.skip("this file system cannot exchange names")

    def failing(one: Path, other: Path) -> bool:
        if one.name == "index.html":
            raise OSError(errno.EIO, "Input/output error")
        return real(one, other)

    monkeypatch.setattr(swap, "exchange", failing)
    with pytest.raises(OSError, match="Input/output error"):
        swap.replace_each(build, workshop, NAMES)
    assert tree(build) == OLD
    assert not (workshop / swap.JOURNAL).exists()


def test_entries_of_another_layer_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an overlay file system holds in a lower layer can be neither exchanged nor renamed."""
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    build, workshop = staged(tmp_path)
    (build / "beta/link").symlink_to("a")
    real = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if self.parent == build:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    swap.replace_each(build, workshop, NAMES)
    assert tree(build) == NEW
    assert (workshop / swap.OLD / "beta/link").is_symlink()


def test_a_read_only_build_is_named_and_stays(build: Path) -> None:
    publish_old(build)
    before = tree(build)
    build.chmod(0o555)
    try:
        if os.access(build, os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(ToolError, match="build cannot be written"):
            publish_new(build)
    finally:
        build.chmod(0o755)
    assert tree(build) == before


def mounted(*options: str) -> None:
    """Mount, or skip where that is not allowed."""
    if os.geteuid() or subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount")


def test_a_read_only_mount_is_named_and_stays(build: Path) -> None:
    publish_old(build)
    before = tree(build)
    mounted("--bind", str(build), str(build))
    try:
        mounted("-o", "remount,ro,bind", str(build))
        with pytest.raises(ToolError, match="build cannot be written: it is read-only"):
            publish_new(build)
    finally:
        subprocess.run(["umount", str(build)], check=True)
    assert tree(build) == before


def test_a_build_that_is_a_mount_point_is_served_inside_itself(build: Path) -> None:
    mounted("-t", "tmpfs", "none", str(build))
    try:
        publish_old(build)
        publish_new(build)
        assert {path.split("/")[0] for path in tree(build)} == {"alpha", "gamma", "index.html", "manifest.json"}
        assert (build / "alpha/index.html").read_bytes() == b"<p>new"
        assert [path.name for path in build.parent.iterdir()] == ["build"]
    finally:
        subprocess.run(["umount", str(build)], check=True)


def test_a_bind_mount_is_served_inside_itself(build: Path) -> None:
    mounted("--bind", str(build), str(build))
    try:
        publish_old(build)
        publish_new(build)
        assert {path.split("/")[0] for path in tree(build)} == {".gitignore", "alpha", "gamma", "index.html", "manifest.json"}
    finally:
        subprocess.run(["umount", str(build)], check=True)


def test_a_full_file_system_leaves_the_old_set(build: Path) -> None:
    mounted("-t", "tmpfs", "-o", "size=256k", "none", str(build))
    try:
        publish_old(build)
        before = tree(build)
        with pytest.raises(ToolError, match="the disk is full"), transaction(build) as tx:
            tx.put("alpha", [File("index.html", b"x" * 400_000), File("manifest.json", b"{}")])
        assert tree(build) == before
    finally:
        subprocess.run(["umount", str(build)], check=True)
