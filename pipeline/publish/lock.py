"""One run at a time: an advisory lock that dies with its process.

The lock file is removed when the lock is released, so a finished run leaves nothing behind. Whoever
waited on a removed file notices that its name now means another file, or none, and tries again.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.errors import ToolError

NAME = "lock"
_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    _HELD: tuple[type[OSError], ...] = (PermissionError,)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    _HELD = (BlockingIOError,)


@contextlib.contextmanager
def locked(folder: Path, shown: str, wait: float, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of `folder`, which is made if need be and removed with the lock if it is empty.

    Waits `wait` seconds for another run; `waiting` is called once if it has to. Raises ToolError,
    naming the lock, when that run is still at work. OSErrors of the folder itself pass through.
    """
    handle = _acquired(folder, shown, wait, waiting)
    try:
        yield
    finally:
        _release(handle, folder)


def _acquired(folder: Path, shown: str, wait: float, waiting: Callable[[], None]) -> int:
    deadline = time.monotonic() + wait
    told = False
    while True:
        handle = _try(folder, shown)
        if handle is not None:
            return handle
        if time.monotonic() >= deadline:
            raise ToolError(f"another run holds {shown}/{NAME}", "wait until it has ended, then run again")
        if not told:
            waiting()
            told = True
        time.sleep(_PAUSE)


def _try(folder: Path, shown: str) -> int | None:
    """The locked file's descriptor; None when somebody else holds it or it has just been removed."""
    try:
        folder.mkdir(exist_ok=True)
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o644)
    except FileNotFoundError:
        if not folder.parent.is_dir():
            raise
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ToolError(f"{shown}/{NAME} is not a regular file", "remove it and run again")
    try:
        _try_lock(handle)
    except _HELD:
        os.close(handle)
        return None
    except OSError as fault:
        os.close(handle)
        raise ToolError(f"{shown}/{NAME} cannot be locked: {fault.strerror}", "publish to a folder on a local disk") from None
    if not _still_named(handle, folder):
        os.close(handle)
        return None
    return handle


def _still_named(handle: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), (folder / NAME).stat())
    except FileNotFoundError:
        return False


def _release(handle: int, folder: Path) -> None:
    """Remove the name while the lock is held; Windows cannot, and does it after."""
    if sys.platform == "win32":
        os.close(handle)
    with contextlib.suppress(OSError):
        (folder / NAME).unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()
    if sys.platform != "win32":
        os.close(handle)
