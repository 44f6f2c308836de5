"""Set up everything in .venv, then run nox there. Needs nothing but Python 3.11 or later.

    python3 bootstrap.py              the main job: lint, then every output of every article
    python3 bootstrap.py -s tests     the tests
    python3 bootstrap.py --run CMD…   one command inside the environment (what the nox sessions use)

The environment is made once and again whenever requirements.lock changes; after that a call costs
a fraction of a second. Only packages with the hashes of the lock are installed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "nostrum-stamp"
LOCK = HERE / "requirements.lock"
# Sessions that print no PDF do without Pango.
PLAIN_SESSIONS = {"lint", "html", "newsletter", "types", "style", "docs"}


def main(arguments: list[str]) -> int:
    """Exit code of what was run; 2 when it could not be run."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file alone may be run by any Python
        return refuse(f"Python {sys.version.split()[0]} is too old; install Python 3.11 or later and run this again")
    if not ready() and (code := set_up()):
        return code
    if arguments[:1] == ["--run"]:
        return run([inside(arguments[1]), *arguments[2:]])
    if needs_pango(arguments) and (code := run([str(PYTHON), "-m", "pipeline.system"])):
        return code
    return run([str(PYTHON), "-m", "nox", *arguments])


def ready() -> bool:
    """Whether the environment was made from this lock by this Python."""
    return STAMP.is_file() and PYTHON.is_file() and STAMP.read_text(encoding="utf-8") == stamp()


def stamp() -> str:
    """What the environment depends on, as one hash."""
    digest = hashlib.sha256(LOCK.read_bytes() + (HERE / "pyproject.toml").read_bytes())
    return f"{digest.hexdigest()} {sys.version_info.major}.{sys.version_info.minor}\n"


def set_up() -> int:
    """Make .venv from the lock. 0, or 2 after saying what is missing."""
    print("Setting up .venv with the locked packages (once; a minute or two for downloads) …", file=sys.stderr, flush=True)
    made = run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made:
        return refuse("this Python cannot make a virtual environment; on Debian or Ubuntu: apt-get install python3-venv")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if run([*pip, "--require-hashes", "--requirement", str(LOCK)]):
        return refuse("the packages of requirements.lock could not be installed; check the network and run this again")
    if run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)]):
        return refuse("the project itself could not be installed into .venv; see pip's message above")
    # A first lint would otherwise compile every module before it reads a word.
    run([str(PYTHON), "-m", "compileall", "-q", str(HERE / "pipeline")])
    STAMP.write_text(stamp(), encoding="utf-8")
    return 0


def needs_pango(arguments: list[str]) -> bool:
    """Whether nox is asked for a session that makes PDFs (no session named means all outputs)."""
    if {"-l", "--list", "-h", "--help", "--version"} & set(arguments):
        return False
    flags = ("-s", "--session", "--sessions", "-e")
    named = {value for flag, value in pairwise(arguments) if flag in flags}
    if named:
        last = max(number for number, word in enumerate(arguments) if word in flags)
        named |= {word for word in arguments[last + 1 :] if not word.startswith("-")}
    return not named or not named <= PLAIN_SESSIONS


def inside(command: str) -> str:
    """A command's path in the environment."""
    return str(PYTHON) if command == "python" else str(BIN / command)


def run(command: list[str]) -> int:
    """Exit code of a command in the project's folder, with the environment's commands first in PATH."""
    environment = os.environ | {"PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", "")])}
    try:
        return subprocess.run(command, cwd=HERE, env=environment, check=False).returncode  # noqa: S603 - our own commands
    except KeyboardInterrupt:
        return 130


def refuse(message: str) -> int:
    """Say in one line why nothing was run."""
    print(f"bootstrap: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
