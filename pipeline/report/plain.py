"""Text that nothing acts on: no terminal, no log viewer, no CI runner.

Everything an article's author wrote may end up in a report. Control and bidirectional characters
are escaped (pipeline.text.shown), and what GitHub's runner would take for a workflow command is
broken up: a line that begins with `::`, and `##[` anywhere in a line (the runner's older syntax).
Source: github.com/actions/runner, src/Runner.Common/ActionCommand.cs (TryParseV2, TryParse).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.text import shown

_COMMAND_LINE = re.compile(r"^(\s*):(?=:)", re.M)


def tame(text: str) -> str:
    """Any text for a console: lines stay lines, and none of them is a command."""
    plain = shown(text)
    if "::" in plain:
        plain = _COMMAND_LINE.sub(r"\1\\u{3a}", plain)
    return plain.replace("##[", "#\\u{23}[")


def one_line(text: str) -> str:
    """Words of a message on one line: white space folded, the rest as `shown`."""
    return shown(" ".join(text.split()))


def name(path: str) -> str:
    """A file name or path on one line; a line end or tab in it is escaped, not folded away."""
    return shown(path).replace("\n", "\\u{a}").replace("\t", "\\u{9}")


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def count(number: int, one: str, many: str = "") -> str:
    """`1 file`, `1,204 files`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
