"""Where outputs are staged before they are shown, and whether they can be.

The workshop of `build` is `.build.nostrum` beside it, or `build/.nostrum` where build/ is a mount
point or the folder around it cannot be written. It exists only while a run is at work (and after
one was killed, until the next).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ConfigError


def check_folder(build: Path) -> None:
    """Raise ConfigError when outputs cannot go there by its nature, PermissionError when they may not."""
    shown = build.as_posix()
    if build.is_symlink():
        raise ConfigError(f"{shown} is a symbolic link", "remove it: outputs are written to a real folder only")
    if build.exists() and not build.is_dir():
        raise ConfigError(f"{shown} is a file", "remove or rename it: outputs go into a folder of this name")
    if build.exists() and not os.access(build, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "it is read-only", shown)
    if build.exists():
        return
    if not build.absolute().parent.is_dir():
        raise ConfigError(f"the folder around {shown} does not exist", "make it first")
    if not os.access(build.absolute().parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "the folder around it is read-only", shown)


def choose_workshop(build: Path) -> Path:
    """Where this run stages. Every run on this machine comes to the same answer, so one lock serves all."""
    beside, inside = workshops(build)
    chosen = beside if not _mounted(build) and os.access(beside.parent, os.W_OK | os.X_OK) else inside
    if os.path.lexists(chosen) and (chosen.is_symlink() or not chosen.is_dir()):
        raise ConfigError(f"{chosen.name} beside or in {build.as_posix()} is not a folder", "remove it: Nostrum works there")
    return chosen


def workshops(build: Path) -> tuple[Path, Path]:
    """Both places a run may have staged in: beside build/ and in it."""
    return build.absolute().parent / f".{build.absolute().name}.nostrum", build / ".nostrum"


def _mounted(build: Path) -> bool:
    """Whether build/ or something in it is a mount point: such a folder cannot be exchanged for another."""
    if not build.exists():
        return False
    real = os.path.realpath(build)
    return os.path.ismount(real) or any(point == real or point.startswith(f"{real}/") for point in _mount_points())


def _mount_points() -> Iterator[str]:
    """Linux's list (proc_pid_mountinfo(5)): bind mounts look like folders to everything else."""
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        yield line.split(" ")[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def shown_place(workshop: Path, build: Path) -> str:
    """The workshop as it is named to people: relative where build/ is."""
    return (build / workshop.name if workshop.parent == build else build.parent / workshop.name).as_posix()
