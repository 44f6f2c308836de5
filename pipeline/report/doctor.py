"""What `nostrum doctor` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pipeline.report.plain import one_line, tame
from pipeline.report.terminal import Look


class Check(Protocol):
    """One thing that was looked at (pipeline.doctor.Check, which stands in a layer above)."""

    @property
    def name(self) -> str: ...
    @property
    def good(self) -> bool: ...
    @property
    def detail(self) -> str: ...
    @property
    def remedy(self) -> str: ...


def as_text(checks: Sequence[Check], look: Look) -> str:
    """One line for each thing, the command that mends what is missing under it, and a summary."""
    lines = [line for check in checks for line in _lines(check, look)]
    wrong = sum(not check.good for check in checks)
    ending = "Everything is there." if not wrong else f"{wrong} of {len(checks)} to mend."
    return "".join(f"{line}\n" for line in [*lines, look.paint(ending, "1")])


def _lines(check: Check, look: Look) -> list[str]:
    mark = look.paint("ok     ", "32") if check.good else look.paint("missing", "1;31")
    line = f"{mark}  {check.name:<9} {tame(one_line(check.detail))}"
    return [line, *([f"{'':>9}mend it: {tame(check.remedy)}"] if check.remedy and not check.good else [])]
