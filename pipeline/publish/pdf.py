"""HTML to PDF in a child process that may take only so much time and memory.

WeasyPrint is kept out of the run itself: some style sheets never end, a machine without fonts ends
it with a segmentation fault, and it takes half a second to import. The child gets a private font
configuration (see fonts.py), reads nothing but what the job hands it, and reaches no network.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from pipeline.errors import RenderError, ToolError
from pipeline.publish.fonts import fontconfig_file
from pipeline.system import mending_command
from pipeline.text import shown

_PROJECT = Path(__file__).resolve().parent.parent.parent
_WORKER = "pipeline.publish.pdf_worker"


class Resource(msgspec.Struct, frozen=True):
    """A file that exists in memory only: the address that the HTML calls it by, its media type and bytes."""

    url: str
    media_type: str
    data: bytes


class Shelf(msgspec.Struct, frozen=True):
    """Files below `folder` are read where the HTML asks for an address that starts with `url`."""

    url: str
    folder: str


class Job(msgspec.Struct, frozen=True):
    """One HTML page and a style sheet for each PDF that is to be made of it.

    Relative addresses in the page are resolved against `base_url`. `seconds` of processor time and
    `megabytes` of address space are all that the child may take.
    """

    html: str
    sheets: tuple[str, ...]
    base_url: str
    seconds: int
    megabytes: int
    resources: tuple[Resource, ...] = ()
    shelves: tuple[Shelf, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """The PDFs, one for each style sheet, or why there are none. `pango` says that a library is missing."""

    documents: tuple[bytes, ...] = ()
    fault: str = ""
    pango: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article's PDFs may cost: seconds of wall time and MB of address space."""

    seconds: int
    megabytes: int = 1_200

    @classmethod
    def for_page(cls, html: str) -> Limits:
        """40 s and another 0.2 s for each 1,000 characters: some ten times what a slow machine needs.

        A page of 300,000 characters takes 10 s of processor time (measured); one that is short and still takes
        40 s is a trap, not an article.
        """
        return cls(40 + len(html) // 5_000)


def print_pdfs(job: Job, limits: Limits, path: str) -> tuple[bytes, ...]:
    """The finished PDFs of a job, one for each of its style sheets.

    `path` is the article's, for messages. Raises RenderError if the page cannot be laid out within
    the limits or anything on it is missing, ToolError if this machine lacks Pango.
    """
    try:
        with TemporaryDirectory(prefix="nostrum-", ignore_cleanup_errors=True) as name:
            answer = _ask(msgspec.msgpack.encode(job), _environment(Path(name)), limits, path)
    except OSError as error:
        raise ToolError(f"the process that makes PDFs cannot be started: {error}", "free some memory or disk space") from error
    if answer.pango:
        raise ToolError(f"PDFs need Pango: {shown(answer.fault)}", f"run: {mending_command()}")
    if answer.fault:
        raise RenderError(f"the handout cannot be made: {shown(answer.fault)}", path=path)
    return answer.documents


def _environment(folder: Path) -> dict[str, str]:
    """This process's environment with what would change the pages fixed: fonts, language, hash order and clock."""
    (folder / "fonts.conf").write_text(fontconfig_file(folder), encoding="utf-8", newline="\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FONTCONFIG_", "LC_", "FC_", "PANGO_"))}
    path = os.pathsep.join(filter(None, [str(_PROJECT), kept.get("PYTHONPATH", "")]))
    return {
        **kept,
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "FC_LANG": "en",
        "LANG": "C.UTF-8",
        "LANGUAGE": "",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": path,
        # fontTools stamps the fonts it makes with this time instead of now.
        "SOURCE_DATE_EPOCH": "0",
    }


def _ask(job: bytes, environment: dict[str, str], limits: Limits, path: str) -> Answer:
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", _WORKER], input=job, env=environment, capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise RenderError(f"the handout took longer than {limits.seconds} s to lay out", _REMEDY, path=path) from None
    if done.returncode:
        why = next((line for line in reversed(done.stderr.decode("utf-8", "replace").splitlines()) if line.strip()), "no message")
        raise RenderError(f"the process that makes PDFs died ({_cause(done.returncode)}: {shown(why.strip())})", _REMEDY, path=path)
    return msgspec.msgpack.decode(done.stdout, type=Answer)


_REMEDY = "look for a very long word, list or table, or for a style sheet that never ends"


def _cause(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
