"""Signals while files are staged: a run that is told to end clears up first, and never stops half-way through a swap."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

# What tells a run to end: Ctrl-C, a service manager, a closed terminal (not on Windows).
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextlib.contextmanager
def ending_cleanly() -> Iterator[None]:
    """Signals that would end the process at once raise SystemExit(128 + number) instead, so that `finally` runs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    fatal = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    for number in fatal:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in fatal:
            signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Signals that ask the run to end are held back until the block is through."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pending: list[int] = []
    before = {number: signal.signal(number, lambda number, _: pending.append(number)) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in pending[:1]:
        signal.raise_signal(number)
