"""Finished files into build/, all of a run or none.

A run stages what it made in a workshop folder, waits until the disk has it, and then exchanges
build/ with the staged twin in one atomic rename (swap.py says what happens where that cannot be
done). The twin holds the articles that the run did not touch as hard links. A run that is killed
leaves the old set or the new one, and the next run clears the workshop. A process that holds
build/ open (a shell in it, a bind mount of it elsewhere) keeps seeing the old set; open it anew.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pipeline.errors import ConfigError, ToolError
from pipeline.publish import manifest, swap
from pipeline.publish.digest import files_below
from pipeline.publish.files import File
from pipeline.publish.interrupts import ending_cleanly, undisturbed
from pipeline.publish.lock import locked
from pipeline.publish.workshop import check_folder, choose_workshop, shown_place, workshops

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_UNTOUCHED = "what was published before is untouched"


def silent(_: str) -> None:
    """Say nothing while waiting."""


@contextlib.contextmanager
def transaction(build: Path, *, wait: float = 600.0, waiting: Callable[[str], None] = silent) -> Iterator[Transaction]:
    """One change of build/. Nothing shows before `commit()`; without it, nothing ever does.

    Waits up to `wait` seconds for another run and says so once through `waiting`. Raises
    ConfigError when `build` is no folder, ToolError when it cannot be written or stays locked.
    """
    shown = build.as_posix()
    message = f"waiting for the run that holds {shown}"
    with _reported(shown):
        check_folder(build)
        workshop = choose_workshop(build)
    with contextlib.ExitStack() as stack:
        with _reported(shown):
            stack.enter_context(locked(workshop, shown_place(workshop, build), wait, lambda: waiting(message)))
            _heal(build, workshop)
        stack.enter_context(ending_cleanly())
        stack.callback(_cleared, workshop)
        yield Transaction(build, workshop)


def _cleared(workshop: Path) -> None:
    """Leave nothing staged, unless a journal says that the next run has to end this one's work."""
    if not (workshop / swap.JOURNAL).exists():
        with contextlib.suppress(OSError):
            swap.clear(workshop)


@contextlib.contextmanager
def _reported(shown: str) -> Iterator[None]:
    """OSErrors as what they mean to whoever runs the job."""
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            raise ToolError(f"{shown}: the disk is full ({fault.strerror})", f"free some space and run again; {_UNTOUCHED}") from fault
        reason = fault.strerror or type(fault).__name__
        raise ToolError(f"{shown} cannot be written: {reason}", f"mend that and run again; {_UNTOUCHED}") from fault


def _heal(build: Path, workshop: Path) -> None:
    """End or undo what killed runs began, also those that staged in the other place."""
    swap.heal(build, workshop)
    for other in workshops(build):
        if other != workshop and other.is_dir() and not other.is_symlink():
            with locked(other, shown_place(other, build), 0, lambda: None):
                swap.heal(build, other)


@dataclass(slots=True)
class Transaction:
    """What shall be in build/ when it is committed. Make one with `transaction`.

    An article's folder is replaced as a whole by `put` and leaves with `remove`; other articles
    stay as they are. The files of the site (index, feed, …) are one unit, replaced by `put_site`.
    """

    build: Path
    _workshop: Path
    _put: set[str] = field(default_factory=set)
    _removed: set[str] = field(default_factory=set)
    _site: tuple[File, ...] | None = None

    def put(self, slug: str, files: Iterable[File]) -> None:
        """Stage an article's folder. `files` must hold its manifest."""
        if not swap.plain_name(slug) or slug in self._put:
            raise ValueError(f"{slug!r} cannot be staged")
        with _reported(self.build.as_posix()):
            for file in files:
                self._stage(PurePosixPath(slug, _inner(file.path)), file.data)
        if not (self._stage_folder / slug / manifest.NAME).exists():
            raise ValueError(f"{slug} has no {manifest.NAME}")
        self._put.add(slug)

    def remove(self, slug: str) -> None:
        """Let an article's folder leave, if it is there."""
        if not swap.plain_name(slug):
            raise ValueError(f"{slug!r} is not the name of an article's folder")
        self._removed.add(slug)

    def put_site(self, files: Iterable[File]) -> None:
        """The files beside the articles' folders; those of the last run that are not among them leave."""
        self._site = tuple(files)

    def slugs(self) -> tuple[str, ...]:
        """The articles that build/ will hold."""
        return tuple(sorted((set(manifest.slugs(self.build)) - self._removed) | self._put))

    def manifests(self) -> tuple[manifest.Manifest, ...]:
        """The manifests of the articles that build/ will hold, by slug: what an index is made of."""
        return tuple(manifest.read_manifest((self._stage_folder if slug in self._put else self.build) / slug) for slug in self.slugs())

    def commit(self) -> None:
        """Show it all at once. Raises ToolError; build/ is then as it was."""
        names = self._changed()
        if not names:
            return
        with _reported(self.build.as_posix()):
            self._stage_site()
            whole = self._workshop.parent != self.build
            if whole:
                self._carry_over(names)
            _fsync_folders(self._stage_folder)
            with undisturbed():
                if not (whole and _exchanged(self.build, self._stage_folder)):
                    self.build.mkdir(exist_ok=True)
                    swap.replace_each(self.build, self._workshop, names)

    # ------------------------------------------------------------ staging
    @property
    def _stage_folder(self) -> Path:
        return self._workshop / swap.NEXT

    def _stage(self, name: PurePosixPath, data: bytes) -> None:
        """Write a file, or link the published one that holds the same bytes: its time stamp then stays."""
        target = self._stage_folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _linked_if_same(self.build / name, target, data):
            swap.write_durably(target, data)

    def _changed(self) -> tuple[str, ...]:
        """The entries of build/ that this run makes or removes; the manifest of all of them comes last."""
        gone = {slug for slug in self._removed - self._put if os.path.lexists(self.build / slug)}
        if not (self._put or gone or self._site is not None):
            return ()
        names = self._put | gone | {_top(file.path) for file in self._site or ()}
        if self._site is not None:
            names |= {_top(path) for path in manifest.site_paths(self.build)}
        return (*sorted(names - {manifest.NAME}), manifest.NAME)

    def _stage_site(self) -> None:
        for name in sorted({_top(file.path) for file in self._site or ()} & set(self.slugs())):
            raise ConfigError(f"the site needs the name {self.build.as_posix()}/{name}", "give the article another slug")
        for file in self._site or ():
            self._stage(PurePosixPath(_inner(file.path)), file.data)
        kept = () if self._site is not None else manifest.site_paths(self.build)
        folders = {slug: (self._stage_folder if slug in self._put else self.build) / slug for slug in self.slugs()}
        paths = {path: self.build / path for path in kept} | {file.path: self._stage_folder / file.path for file in self._site or ()}
        self._stage(PurePosixPath(manifest.NAME), manifest.contents(folders, paths))

    def _carry_over(self, names: tuple[str, ...]) -> None:
        """Whatever else lies in build/ (other articles, .gitignore) into the staged twin."""
        self._stage_folder.mkdir(exist_ok=True)
        if not self.build.exists():
            return
        for entry in sorted(self.build.iterdir()):
            if entry.name not in names:
                _twin(entry, self._stage_folder / entry.name)
        _same_owner(self.build, self._stage_folder)


def _inner(path: str) -> str:
    """The path, if it stays inside its folder; ValueError else (a bug: reading refuses such slugs and pictures)."""
    parts = path.split("/")
    if all(part and part not in (".", "..") and not any(char in part for char in "\\:\0") for part in parts):
        return path
    raise ValueError(f"{path!r} leaves its folder")


def _top(path: str) -> str:
    return path.split("/")[0]


def _linked_if_same(published: Path, target: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        info = published.lstat()
        if stat.S_ISREG(info.st_mode) and info.st_size == len(data) and published.read_bytes() == data:
            os.link(published, target)
            return True
    return False


def _twin(source: Path, target: Path) -> None:
    """The same entry under another name: files as hard links, or as copies where there are none."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=_link)
    else:
        _link(source, target)


def _link(source: str | Path, target: str | Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _same_owner(model: Path, folder: Path) -> None:
    info = model.stat()
    folder.chmod(stat.S_IMODE(info.st_mode))
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(folder, info.st_uid, info.st_gid)


def _fsync_folders(folder: Path) -> None:
    for parent in sorted({path.parent for _, path in files_below(folder)} | {folder}):
        swap.fsync_folder(parent)


def _exchanged(build: Path, twin: Path) -> bool:
    """The twin in the place of build/; False where it cannot be put there in one step."""
    if not build.exists():
        twin.rename(build)
        swap.fsync_folder(build.absolute().parent)
        return True
    if not swap.exchange(build, twin):
        return False
    try:
        swap.fsync_folder(build.absolute().parent)
    except OSError:
        swap.exchange(build, twin)
        raise
    return True
