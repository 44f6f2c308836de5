"""Renames that change what is published, so that a run killed in between loses nothing.

Linux and macOS can exchange two names in one atomic step. Where the whole of build/ can be
exchanged, readers see the old set or the new one and nothing else. Where it cannot (build/ is a
mount point, another system, an old file system), the entries are exchanged one by one after a
journal of all of them was written: the next run ends what a killed run began.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from pipeline.publish.digest import tree_digest

JOURNAL = "journal.json"
NEXT = "next"
OLD = "old"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h; the same number as RENAME_SWAP in macOS's sys/stdio.h
# What the kernel answers where it knows the call but not for these names: unsupported file system,
# mount point, another layer of an overlay, a sticky folder.
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES})


def exchange(one: Path, other: Path) -> bool:
    """Swap two names that both exist, in one atomic step; False where this system or file system cannot."""
    if sys.platform not in ("linux", "darwin"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameat2" if sys.platform == "linux" else "renamex_np", None)
    if call is None:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    # Whoever watches renames (a security monitor, the tests' kill sweep) sees this one like any other.
    sys.audit("os.rename", str(one), str(other), -1, -1)
    if sys.platform == "linux":
        failed = call(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    else:
        failed = call(first, second, _RENAME_EXCHANGE)
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(one))


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut. Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_durably(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it. FileExistsError if the name is taken."""
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


class Change(msgspec.Struct, frozen=True):
    """An entry of build/ and the digest of what it shall hold, empty when it shall be gone."""

    name: str
    digest: str


class Journal(msgspec.Struct, frozen=True):
    """All the changes of one run, in the order in which they are made."""

    version: int
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Moves:
    """Moves that were made, so that they can be unmade: from, to, and whether the two were exchanged."""

    done: list[tuple[Path, Path, bool]] = field(default_factory=list)

    def rename(self, source: Path, target: Path) -> None:
        _rename(source, target)
        self.done.append((source, target, False))

    def replace_file(self, new: Path, live: Path, old: Path) -> None:
        """One file over another, in one step even where two names cannot be exchanged."""
        shutil.copy2(live, old, follow_symlinks=False)
        new.replace(live)
        self.done.append((live, old, False))

    def exchange(self, one: Path, other: Path) -> bool:
        if not exchange(one, other):
            return False
        self.done.append((one, other, True))
        return True

    def undo(self) -> None:
        """Unmake all that can be unmade. OSError if something could not: the journal is then for the next run."""
        faults = []
        for source, target, exchanged in reversed(self.done):
            try:
                if not exchanged:
                    _rename(target, source)
                elif not exchange(source, target):
                    raise OSError(errno.EBUSY, "it cannot be exchanged back", str(source))
            except OSError as fault:
                faults.append(fault)
        if faults:
            raise faults[0]


def _rename(source: Path, target: Path) -> None:
    """Rename, over a file if there is one; copy and remove where the source lies in another layer of the file system."""
    try:
        source.replace(target)
    except OSError as fault:
        if fault.errno != errno.EXDEV:
            raise
        if source.is_dir() and not source.is_symlink():
            shutil.copytree(source, target, symlinks=True)
            shutil.rmtree(source)
        else:
            shutil.copy2(source, target, follow_symlinks=False)
            source.unlink()


def replace_each(build: Path, workshop: Path, names: tuple[str, ...]) -> None:
    """Make each named entry of build/ what it is in the workshop's `next`; what is not there leaves.

    OSError when an entry cannot be replaced: all are then as they were.
    """
    journal = Journal(1, tuple(Change(name, tree_digest(workshop / NEXT / name)) for name in names))
    (workshop / OLD).mkdir()
    _write_journal(workshop, journal)
    moves = _Moves()
    try:
        for change in journal.changes:
            _replace(change.name, build, workshop, moves)
        fsync_folder(build)
    except BaseException:
        moves.undo()
        (workshop / JOURNAL).unlink()
        raise
    (workshop / JOURNAL).unlink()


def _write_journal(workshop: Path, journal: Journal) -> None:
    draft = workshop / f"{JOURNAL}.new"
    _discard(draft)
    write_durably(draft, msgspec.json.encode(journal))
    draft.replace(workshop / JOURNAL)
    fsync_folder(workshop)


def _replace(name: str, build: Path, workshop: Path, moves: _Moves) -> None:
    live, new, old = build / name, workshop / NEXT / name, workshop / OLD / name
    if _there(live) and _there(new):
        if moves.exchange(live, new):
            return
        if live.is_file() and new.is_file():
            moves.replace_file(new, live, old)
            return
    if _there(live):
        moves.rename(live, old)
    if _there(new):
        moves.rename(new, live)


def _there(path: Path) -> bool:
    return os.path.lexists(path)


def heal(build: Path, workshop: Path) -> None:
    """End what a killed run began: carry out its journal, then clear the workshop."""
    journal = _read_journal(workshop)
    (workshop / OLD).mkdir(exist_ok=True)
    for change in journal.changes if journal else ():
        _carry_out(change, build, workshop)
    (workshop / JOURNAL).unlink(missing_ok=True)
    clear(workshop)


def _carry_out(change: Change, build: Path, workshop: Path) -> None:
    """One change of a journal, unless it was made already; the old entry comes back where the new one is damaged."""
    live, new, old = build / change.name, workshop / NEXT / change.name, workshop / OLD / change.name
    if tree_digest(live) == change.digest:
        return
    if change.digest and tree_digest(new) != change.digest:
        if _there(old) and not _there(live):
            _rename(old, live)
        return
    if _there(live) and not (change.digest and exchange(live, new)):
        _discard(old)
        _rename(live, old)
    if change.digest and not _there(live):
        _rename(new, live)


def _read_journal(workshop: Path) -> Journal | None:
    """The journal, if one was finished; names that could leave build/ make it none."""
    try:
        journal = msgspec.json.decode((workshop / JOURNAL).read_bytes(), type=Journal)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return journal if all(plain_name(change.name) for change in journal.changes) else None


def plain_name(name: str) -> bool:
    """Whether it names an entry of a folder and nothing else."""
    return bool(name) and not name.startswith(".") and not any(char in name for char in "/\\:\0")


def clear(workshop: Path) -> None:
    """Remove what was staged or replaced. Nothing in there is published."""
    for name in (NEXT, OLD, f"{JOURNAL}.new"):
        _discard(workshop / name)


def _discard(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
