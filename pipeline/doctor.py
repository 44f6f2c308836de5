"""What this machine has of what Nostrum needs: Python, packages, Pango, fonts, and a project to work on."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline import __version__
from pipeline.errors import NostrumError

OLDEST_PYTHON = (3, 11)
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?\s*(?:>=\s*(?P<least>[\d.]+))?")
_INSTALL = "python -m pip install --require-hashes --requirement requirements.lock"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `remedy` is the command or the step that mends it."""

    name: str
    good: bool
    detail: str
    remedy: str = ""


def examine() -> tuple[Check, ...]:
    """Everything, whether or not something before it is missing."""
    return (_itself(), _python(), _packages(), _pango(), _fonts(), _project())


def _itself() -> Check:
    from pipeline.system import platform_name

    return Check("nostrum", True, f"{__version__} on {platform_name()}")


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    good = sys.version_info >= OLDEST_PYTHON
    least = ".".join(map(str, OLDEST_PYTHON))
    return Check("Python", good, version, "" if good else f"install Python {least} or later")


def _packages() -> Check:
    """Every required package, at the least version that was tested."""
    wrong = [fault for requirement in _requirements() if (fault := _package_fault(requirement))]
    if wrong:
        return Check("packages", False, "; ".join(wrong), _INSTALL)
    return Check("packages", True, f"{len(_requirements())} required, all there")


def _requirements() -> list[str]:
    """What the project depends on: from its pyproject.toml in a clone, else from the installed distribution."""
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if project.is_file():
        return list(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"])
    try:
        return [line for line in metadata.requires("nostrum") or () if "extra ==" not in line]
    except metadata.PackageNotFoundError:
        return []


def _package_fault(requirement: str) -> str:
    """What is wrong with one requirement, empty if nothing is."""
    found = _REQUIREMENT.match(requirement)
    if not found:
        return ""
    try:
        version = metadata.version(found["name"])
    except metadata.PackageNotFoundError:
        return f"{found['name']} is missing"
    if found["least"] and _numbers(version) < _numbers(found["least"]):
        return f"{found['name']} is {version}, needs {found['least']}"
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0])[:4])


def _pango() -> Check:
    from pipeline.system import mending_command, pango_missing

    try:
        missing = pango_missing()
    except ModuleNotFoundError as fault:
        return Check("Pango", False, f"cannot be looked for without the package {fault.name}", _INSTALL)
    if missing:
        return Check("Pango", False, f"the library {missing} cannot be loaded; PDFs need it", mending_command())
    return Check("Pango", True, "can be loaded")


def _fonts() -> Check:
    from pipeline.publish.fonts import font_files, font_folders

    try:
        empty = [folder for folder in font_folders() if not any(folder.glob("*.ttf"))]
        files = font_files()
    except NostrumError as error:
        return Check("fonts", False, error.what, _INSTALL)
    if empty:
        return Check("fonts", False, f"{len(empty)} font packages hold no fonts", _INSTALL)
    return Check("fonts", True, f"{len(files)} files from packages")


def _project() -> Check:
    """The working directory as a project: nothing but `doctor` and `new` minds if there is none."""
    from pipeline.article.settings import load_site

    content = Path("content")
    if not content.is_dir():
        return Check("project", True, "none in this folder (no content/); lint can check single files all the same")
    try:
        site = load_site(content)
    except NostrumError as error:
        place = ":".join(str(part) for part in (error.path, error.line) if part is not None)
        return Check("project", False, f"{place}: {error.what}" if place else error.what, error.remedy)
    articles = sum(1 for path in content.glob("*.md"))
    return Check("project", True, f"{site.publisher}, {articles} article{'s' if articles != 1 else ''} in content/")
