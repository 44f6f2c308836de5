"""What this machine has to have besides Python: Pango and its companions, which WeasyPrint loads.

They come from the operating system, not from PyPI. `pango_missing` looks for them as WeasyPrint
does, `mending_command` is the line that brings them on this platform, and `ensure_pango` is what a
run calls before it makes PDFs: it goes on, installs them (root on a Debian-like system: a container
or CI) or stops the run with one line.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pipeline.errors import ToolError

# The names that WeasyPrint 70 tries, library by library and in its order (weasyprint/text/ffi.py;
# a test compares the two). It can do without HarfBuzz-Subset, but then warns and embeds fonts that
# differ from machine to machine, so here it counts as needed.
LIBRARIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "GObject",
        ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ),
    ("Pango", ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    ("HarfBuzz", ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")),
    (
        "HarfBuzz-Subset",
        (
            "libharfbuzz-subset-0",
            "harfbuzz-subset",
            "harfbuzz-subset-0.0",
            "libharfbuzz-subset.so.0",
            "libharfbuzz-subset.0.dylib",
            "libharfbuzz-subset-0.dll",
        ),
    ),
    ("Fontconfig", ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")),
    (
        "PangoFT2",
        (
            "libpangoft2-1.0-0",
            "pangoft2-1.0-0",
            "pangoft2-1.0",
            "libpangoft2-1.0.so.0",
            "libpangoft2-1.0.dylib",
            "libpangoft2-1.0-0.dll",
        ),
    ),
)
_DLL_FOLDERS = "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin;C:\\Program Files\\GTK3-Runtime Win64\\bin"
_WINDOWS_SEARCH = 0x00001000  # LOAD_LIBRARY_SEARCH_DEFAULT_DIRS, as WeasyPrint asks for

DEBIAN_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
_DEBIAN = "apt-get update && apt-get install -y --no-install-recommends " + " ".join(DEBIAN_PACKAGES)
# By the ID and ID_LIKE of os-release(5), after WeasyPrint's installation page.
_LINUX = {
    "debian": _DEBIAN,
    "ubuntu": _DEBIAN,
    "fedora": "dnf install -y pango",
    "rhel": "dnf install -y pango",
    "suse": "zypper install -y libpango-1_0-0 libharfbuzz-subset0",
    "arch": "pacman -S --noconfirm pango",
    "alpine": "apk add so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libharfbuzz.so.0 so:libharfbuzz-subset.so.0 "
    "so:libfontconfig.so.1 so:libpangoft2-1.0.so.0",
}
_MACOS = "brew install pango"
_WINDOWS = "C:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango (MSYS2)"
OS_RELEASE = (Path("/etc/os-release"), Path("/usr/lib/os-release"))


def pango_missing() -> str | None:
    """The name of the first library that PDFs need and this machine cannot load, or None.

    Loads by the names and flags that WeasyPrint uses, without importing it (0.03 s against 0.5 s).
    """
    _add_windows_folders()
    return next((label for label, names in LIBRARIES if not any(map(_loads, names))), None)


def _add_windows_folders() -> None:
    if sys.platform == "win32":
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _DLL_FOLDERS).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)


def _loads(name: str) -> bool:
    import cffi  # type: ignore[import-untyped]

    ffi = cffi.FFI()
    try:
        ffi.dlopen(name, _WINDOWS_SEARCH if os.name == "nt" else ffi.RTLD_NOW)
    except OSError:
        return False
    return True


def mending_command() -> str:
    """The command that brings Pango to this platform, as its user would type it."""
    if sys.platform == "darwin":
        return _MACOS
    if sys.platform == "win32":
        return _WINDOWS
    command = next((_LINUX[name] for name in _linux_names() if name in _LINUX), None)
    if command is None:
        return "(your package manager) install pango harfbuzz-subset"
    return command if _is_root() else _as_root(command)


def _as_root(command: str) -> str:
    return " && ".join(f"sudo {part}" for part in command.split(" && "))


def _linux_names() -> tuple[str, ...]:
    """This distribution's name and those it descends from, nearest first."""
    for path in OS_RELEASE:
        with suppress(OSError, UnicodeDecodeError):
            lines = path.read_text(encoding="utf-8").splitlines()
            pairs = dict(line.split("=", 1) for line in lines if "=" in line)
            return tuple(f"{pairs.get('ID', '')} {pairs.get('ID_LIKE', '')}".replace('"', "").split())
    return ()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install_pango() -> bool:
    """Whether this run may install Pango itself: root, on a Debian-like system."""
    return _is_root() and bool({"debian", "ubuntu"} & set(_linux_names())) and shutil.which("apt-get") is not None


def install_pango() -> None:
    """Bring Pango with apt-get. Raises ToolError with apt's own last line if it does not work."""
    apt = shutil.which("apt-get") or "apt-get"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES)):
        done = subprocess.run([apt, *arguments], env=environment, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
        if done.returncode:
            why = next((line for line in reversed(done.stderr.splitlines()) if line.strip()), f"exit code {done.returncode}")
            raise ToolError(f"apt-get {arguments[0]} failed: {why.strip()}", f"run: {mending_command()}")


def _has_debian_packages() -> bool:
    """Whether dpkg thinks that they are there: then installing them again would change nothing."""
    query = shutil.which("dpkg-query")
    if query is None:
        return False
    done = subprocess.run([query, "-W", "-f", "${db:Status-Status}\n", *DEBIAN_PACKAGES], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.split() == ["installed"] * len(DEBIAN_PACKAGES)


def ensure_pango(say: Callable[[str], None]) -> None:
    """Go on if PDFs can be made here; else install what is missing, or raise ToolError with the command.

    `say` gets one line before anything is installed.
    """
    missing = pango_missing()
    if missing is None:
        return
    if can_install_pango() and not _has_debian_packages():
        say(f"Installing Pango, which PDFs need: apt-get install {' '.join(DEBIAN_PACKAGES)} (needed once on this machine)")
        install_pango()
        missing = pango_missing()
    if missing is not None:
        raise ToolError(f"PDFs need Pango, and its library {missing} cannot be loaded here", f"run: {mending_command()}")


def main() -> int:
    """`python -m pipeline.system`: get ready for PDFs, or say in one line what is missing and end with 2."""
    try:
        ensure_pango(lambda line: print(line, file=sys.stderr, flush=True))
    except ToolError as error:
        print(f"nostrum: {error}", file=sys.stderr)
        return 2
    return 0


def platform_name() -> str:
    """The platform in one line, for `nostrum doctor`."""
    return f"{platform.system()} {platform.release()} {platform.machine()}, {' '.join(_linux_names()[:1]) or platform.system()}"


if __name__ == "__main__":
    sys.exit(main())
