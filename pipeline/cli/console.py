"""Standard output and standard error: encodings, colour, closed pipes, signals, and a line of progress."""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import TextIO

from pipeline.errors import InputErrors, NostrumError, ToolError
from pipeline.report.plain import tame
from pipeline.report.terminal import Look

CLEAN, FOUND, NOT_DONE, INTERRUPTED = 0, 1, 2, 130

# Text is hard to read in longer lines, however wide the window is.
MAX_WIDTH = 110
PROGRESS_AFTER = 1.0  # seconds


def prepare() -> None:
    """UTF-8 whatever the machine's locale, and a clean end on SIGTERM."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    signal.signal(signal.SIGTERM, _terminated)


def _terminated(number: int, _: FrameType | None) -> None:
    """End like an exception does, so that unfinished files are cleared away."""
    raise SystemExit(128 + number)


def look() -> Look:
    """How text is to look: as wide as the terminal and coloured if it can, plain in a pipe or a file."""
    if not _is_terminal(sys.stdout):
        return Look()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Look(min(_columns(sys.stdout), MAX_WIDTH), not plain)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _columns(stream: TextIO) -> int:
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit() and int(asked):
        return max(int(asked), 40)
    with suppress(OSError, ValueError):
        return max(os.get_terminal_size(stream.fileno()).columns, 40)
    return 80


def show(text: str, output: Path | None = None) -> None:
    """A result: to a file if one is named, else to standard output. See `delivery`."""
    with delivery(output) as out:
        out(text)


@contextmanager
def delivery(output: Path | None = None) -> Iterator[Callable[[str], None]]:
    """Takes a result piece by piece: to a file if one is named, else to standard output.

    The file is there when all is well and whole, and not before. A reader who has gone (`nostrum
    lint | head`) is no error: what was checked was checked. Raises ToolError when the result could
    not be delivered otherwise, such as to a full disk.
    """
    if output:
        part = _Part(output)
        try:
            yield part.write
            part.finish()
        finally:
            part.drop()
    elif sys.stdout is None:
        raise ToolError("standard output is closed", "give the result somewhere to go")
    else:
        yield _print
        _print("")


def _print(text: str) -> None:
    """Write to standard output; an empty text flushes it."""
    try:
        if text:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
    except OSError as fault:
        _abandon(sys.stdout)
        raise ToolError(f"standard output cannot be written: {fault.strerror}", "check the disk or the program that reads it") from fault


class _Part:
    """A file that takes its place when it is whole; if nothing is written, what was there stays."""

    def __init__(self, output: Path) -> None:
        self._output, self._path = output, output.with_name(f".{output.name}.part")
        self._stream: TextIO | None = None

    def write(self, text: str) -> None:
        try:
            self._stream = self._stream or self._path.open("w", encoding="utf-8", newline="\n")
            self._stream.write(text)
        except OSError as fault:
            raise self._refused(fault) from fault

    def finish(self) -> None:
        try:
            if self._stream:
                self._stream.close()
                self._path.replace(self._output)
        except OSError as fault:
            raise self._refused(fault) from fault

    def drop(self) -> None:
        """Leave nothing half-written behind."""
        with suppress(OSError):
            if self._stream:
                self._stream.close()
                self._path.unlink(missing_ok=True)

    def _refused(self, fault: OSError) -> ToolError:
        return ToolError(f"{self._output}: cannot be written: {fault.strerror}", "name a file in a folder that is there")


def _abandon(stream: TextIO) -> None:
    """Keep Python from writing to the closed stream again when it exits (as the signal module's page advises)."""
    with suppress(OSError, ValueError):
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, stream.fileno())
        os.close(devnull)


def say(text: str) -> None:
    """A message to the person, never a result; a closed standard error is no reason to stop."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"{tame(text)}\n")
            sys.stderr.flush()
        except OSError:
            _abandon(sys.stderr)


def tell(error: NostrumError) -> None:
    """An error on standard error, each of several on its own line."""
    for one in error.errors if isinstance(error, InputErrors) else (error,):
        say(" ".join(str(one).splitlines()))


def finish() -> None:
    """Flush what help and version texts left behind."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError:
            _abandon(sys.stdout)


class Progress:
    """One line on a terminal that says what a long run is doing; nothing in a pipe or a log.

    Calls name the next step. The line appears after a second and is wiped at the end.
    """

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._on = _is_terminal(sys.stderr)
        self._step = ""
        self._drawn = False

    def __call__(self, step: str) -> None:
        self._step = step
        if self._on and time.monotonic() - self._begin >= PROGRESS_AFTER:
            self._draw()

    def __enter__(self) -> Progress:
        if self._on:
            from threading import Timer

            self._timer = Timer(PROGRESS_AFTER, self._draw)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._on:
            self._timer.cancel()
            self._on = False
        if self._drawn:
            self._write("\r\x1b[2K")

    def aside(self, out: Callable[[str], None]) -> Callable[[str], None]:
        """`out` for results that come while the line may be drawn: it is wiped before them."""

        def write(text: str) -> None:
            if self._drawn:
                self._drawn = False
                self._write("\r\x1b[2K")
            out(text)

        return write

    def _draw(self) -> None:
        if self._on and self._step:
            self._drawn = True
            words = " ".join(tame(self._step).split())
            self._write(f"\r\x1b[2K{words[: _columns(sys.stderr) - 2]} …")

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()
