"""A process that dies at its n-th change of the disk: the fault that a power cut or an impatient admin makes."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

CHANGES = {"os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.chown", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Countdown:
    """An audit hook that kills its process before change number `after` below `root`."""

    def __init__(self, root: Path, after: int) -> None:
        self.root, self.left = str(root), after

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Called by Python for every audited event."""
        opened = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & WRITING)
        if not (opened or event in CHANGES) or not self._here(str(arguments[0])):
            return
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def _here(self, path: str) -> bool:
        """Folders are emptied by relative names."""
        return path.startswith(self.root) or not path.startswith("/")


def run_until_change(root: Path, after: int, job: Callable[[], None]) -> bool:
    """Run the job in a child that dies before its n-th change below `root`; whether it lived to the end."""
    child = os.fork()
    if child == 0:
        sys.addaudithook(Countdown(root, after))
        try:
            job()
        except BaseException:
            traceback.print_exc()
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the job failed by itself"
    return not os.WIFSIGNALED(status)
