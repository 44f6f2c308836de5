"""Everything that can stop the job, as one small tree.

    NostrumError            the job could not be done; the command ends with exit code 2
    ├── InputError          an article is at fault; its author can mend it
    ├── ConfigError         the site's settings, its evidence file or the command line is at fault
    ├── RenderError         a template, font or image is at fault, or an output could not be made
    └── ToolError           something this machine needs is missing or died

    InputErrors             several of them at once, so that one run names every broken file

Bugs are not in the tree: they crash. An error is raised at the edge where it is noticed, with the
place in the file, what is wrong and what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable


class NostrumError(Exception):
    """The job could not be done.

    `path` is relative to the working directory, `line` is 1-based; both may be None where the fault
    has no place in a file. `str(error)` is the one line that is shown: `path:line: what; remedy`.
    """

    def __init__(self, what: str, remedy: str = "", *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(what)
        self.what, self.remedy, self.path, self.line = what, remedy, path, line

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return "; ".join(filter(None, [f"{place}: {self.what}" if place else self.what, self.remedy]))


class InputError(NostrumError):
    """An article cannot be read as one: encoding, front matter, a missing image."""


class ConfigError(NostrumError):
    """The site's settings, evidence, waivers or the command line are at fault."""


class RenderError(NostrumError):
    """An output could not be made from a cleared article."""


class ToolError(NostrumError):
    """Something outside the project is missing or died: Pango, proselint, a child process."""


class InputErrors(NostrumError):
    """Several files are at fault; `errors` holds one error each, in reading order."""

    def __init__(self, errors: Iterable[NostrumError]) -> None:
        self.errors = tuple(errors)
        super().__init__(f"{len(self.errors)} problems")

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)
