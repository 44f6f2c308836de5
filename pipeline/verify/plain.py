"""What a reader sees of the plain-text part: all of it."""

from __future__ import annotations

import re

from pipeline.verify.reading import Run, Shown, Target

# The marks of quotations at the start of a line.
_QUOTED = re.compile(r"^[ \t]*(?:> ?)+", re.M)
_ADDRESS = re.compile(r"https?://\S+")


def read_plain(data: bytes) -> tuple[Shown, Shown]:
    """The text as it stands, and without the marks before quoted lines: a quoted sentence may run over several."""
    text = data.decode("utf-8", "replace")
    links = tuple(Target(address, address) for address in _ADDRESS.findall(text))
    return Shown(_lines(text), (text,), links=links), Shown(_lines(_QUOTED.sub("", text)), (text,), links=links)


def _lines(text: str) -> tuple[Run, ...]:
    return tuple(Run(line) for line in text.splitlines(keepends=True))
