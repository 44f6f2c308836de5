"""The child process that makes PDFs: `python -m pipeline.publish.pdf_worker`.

A Job comes in on standard input and an Answer goes out on standard output, both as MessagePack.
Limits are set before anything is imported that could break them.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

import msgspec

from pipeline.publish.pdf import Answer, Job


def main() -> None:
    """Read one job, answer it, end."""
    reply = _private_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
    _end_with_parent()
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    _limit(job.seconds, job.megabytes)
    with os.fdopen(reply, "wb") as stream:
        stream.write(msgspec.msgpack.encode(_answer(job)))


def _private_output() -> int:
    """The standard output for the answer alone: what libraries print goes to standard error."""
    reply = os.dup(1)
    os.dup2(2, 1)
    return reply


def _end_with_parent() -> None:
    """Do not outlive a parent that was killed. Only POSIX tells a process that its parent has gone."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()


def _limit(seconds: int, megabytes: int) -> None:
    """Processor time and address space; Windows has no such limits, there the parent's clock is the only one."""
    try:
        import resource
    except ImportError:
        return
    for kind, wanted in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, megabytes * 1_000_000)):
        _, hard = resource.getrlimit(kind)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(kind, (most, hard))
        except (OSError, ValueError):
            # macOS takes no limit on address space.
            continue


def _answer(job: Job) -> Answer:
    try:
        from pipeline.publish.pdf_layout import Refused, lay_out
    except OSError as error:
        return Answer(fault=str(error).splitlines()[0], pango=True)
    try:
        return Answer(documents=lay_out(job))
    except Refused as refused:
        return Answer(fault=str(refused))
    except MemoryError:
        return Answer(fault=f"it needs more than {job.megabytes} MB of memory")
    except RecursionError:
        return Answer(fault="lists, quotations or other elements are nested too deeply")
    except Exception as error:
        # Whatever WeasyPrint stumbles over is a fault of the page to the person who wrote it.
        return Answer(fault=f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
