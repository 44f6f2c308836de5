"""What the machine has to have, the command that brings it, and the installing of it."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import system
from pipeline.errors import ToolError

DEBIAN = "apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def on(monkeypatch: pytest.MonkeyPatch, folder: Path, release: str, root: bool = True) -> None:
    """Be on a Linux whose os-release says this."""
    (folder / "os-release").write_text(release, encoding="utf-8")
    monkeypatch.setattr(system, "OS_RELEASE", (folder / "none", folder / "os-release"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)


def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Need a library that no machine has."""
    monkeypatch.setattr(system, "LIBRARIES", (*system.LIBRARIES, ("Example", ("libno-such-library.so.0",))))


def test_the_names_are_those_that_weasyprint_tries() -> None:
    spec = importlib.util.find_spec("weasyprint")
    assert spec is not None and spec.origin is not None
    source = (Path(spec.origin).parent / "text" / "ffi.py").read_text(encoding="utf-8")
    tried = [
        tuple(str(argument.value) for argument in node.args[1:] if isinstance(argument, ast.Constant))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_dlopen"
    ]
    # HarfBuzz-Vector draws colour emoji alone; ours are monochrome.
    wanted = {names for names in tried if "harfbuzz-vector" not in names}
    assert {names for _, names in system.LIBRARIES} == wanted


def test_this_machine_has_them() -> None:
    """The tests of the handout need them anyhow."""
    assert system.pango_missing() is None


def test_the_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch)
    assert system.pango_missing() == "Example"


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ("ID=debian\n", DEBIAN),
        ('ID=ubuntu\nID_LIKE="debian"\n', DEBIAN),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', DEBIAN),
        ("ID=fedora\n", "dnf install -y pango"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf install -y pango"),
        ("ID=arch\n", "pacman -S --noconfirm pango"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "zypper install -y libpango-1_0-0 libharfbuzz-subset0"),
        ("ID=plan9\n", "(your package manager) install pango harfbuzz-subset"),
    ],
)
def test_commands_of_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: str, command: str) -> None:
    on(monkeypatch, tmp_path, release)
    assert system.mending_command() == command


def test_users_need_sudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, tmp_path, "ID=debian\n", root=False)
    assert system.mending_command() == DEBIAN.replace("apt-get", "sudo apt-get")
    assert not system.can_install_pango()


def test_commands_of_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system.mending_command() == "brew install pango"
    monkeypatch.setattr(sys, "platform", "win32")
    assert system.mending_command() == "C:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango (MSYS2)"


def tools(folder: Path, monkeypatch: pytest.MonkeyPatch, apt: str, status: str = "not-installed") -> Path:
    """A PATH with an apt-get that notes what it is asked, and a dpkg-query that knows one answer."""
    log = folder / "asked"
    for name, script in {"apt-get": f'echo "$@" >> {log}\n{apt}', "dpkg-query": f'for each in 1 2 3; do echo "{status}"; done'}.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return log


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
def test_root_on_debian_installs_it_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, tmp_path, "ID=debian\n")
    lacking(monkeypatch)
    log = tools(tmp_path, monkeypatch, "exit 0")
    said: list[str] = []
    with pytest.raises(ToolError) as error:
        system.ensure_pango(said.append)
    assert said == [
        "Installing Pango, which PDFs need: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        " (needed once on this machine)"
    ]
    assert log.read_text(encoding="utf-8").splitlines() == [
        "update -qq",
        "install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ]
    assert str(error.value) == f"PDFs need Pango, and its library Example cannot be loaded here; run: {DEBIAN}"


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
def test_what_dpkg_has_is_not_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, tmp_path, "ID=debian\n")
    lacking(monkeypatch)
    log = tools(tmp_path, monkeypatch, "exit 0", status="installed")
    with pytest.raises(ToolError):
        system.ensure_pango(lambda line: pytest.fail(line))
    assert not log.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
def test_a_failing_apt_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, tmp_path, "ID=debian\n")
    lacking(monkeypatch)
    tools(tmp_path, monkeypatch, "echo 'E: no network' >&2; exit 100")
    with pytest.raises(ToolError, match="apt-get update failed: E: no network"):
        system.ensure_pango(lambda line: None)


def test_users_are_told_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, tmp_path, "ID=fedora\n", root=False)
    lacking(monkeypatch)
    with pytest.raises(ToolError) as error:
        system.ensure_pango(lambda line: pytest.fail(line))
    assert str(error.value) == "PDFs need Pango, and its library Example cannot be loaded here; run: sudo dnf install -y pango"


def test_nothing_is_said_where_nothing_is_missing() -> None:
    system.ensure_pango(lambda line: pytest.fail(line))


def run_as_module(folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": str(folder), **changes}
    return subprocess.run([sys.executable, "-m", "pipeline.system"], env=environment, capture_output=True, text=True, check=False)


def test_the_module_itself_is_silent_where_all_is_there(tmp_path: Path) -> None:
    done = run_as_module(tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_module_itself_ends_with_2_and_one_line(tmp_path: Path) -> None:
    """As on a machine whose loader finds no Pango; with an empty PATH nothing can be installed."""
    (tmp_path / "sitecustomize.py").write_text(
        "import cffi\ndef missing(self, name, *rest): raise OSError(name)\ncffi.FFI.dlopen = missing\n", encoding="utf-8"
    )
    done = run_as_module(tmp_path, PYTHONPATH=os.pathsep.join([str(tmp_path), str(Path(system.__file__).parent.parent)]))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"nostrum: PDFs need Pango, and its library GObject cannot be loaded here; run: {system.mending_command()}"
    ]
