"""The pre-commit hook and the GitHub action run the same command as people do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_cli import CLAIM, NEUTRAL, ROOT


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hook_lints_articles() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"], hook["language"]) == ("nostrum-lint", "nostrum lint", "python")
    assert [path for path in ("content/a.md", "content/images/a.png", "README.md") if re.search(hook["files"], path)] == ["content/a.md"]


def test_the_action_uses_no_other_action_and_puts_no_input_into_a_script() -> None:
    action = loaded("action.yml")
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"]
    given = action["runs"]["steps"][1]["env"]
    assert sorted(given.values()) == sorted(f"${{{{ inputs.{name} }}}}" for name in action["inputs"])


@pytest.fixture
def action_path(tmp_path: Path) -> Path:
    """An action's folder as bootstrap.py leaves it: a command in .venv, here one that runs the project itself."""
    command = tmp_path / "action" / ".venv" / "bin" / "nostrum"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path / "action"


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
@pytest.mark.parametrize(
    ("inputs", "code", "words"),
    [
        ({"NOSTRUM_PATHS": "tea.md\n"}, 0, "Nothing found in 1 file"),
        ({"NOSTRUM_PATHS": "tea.md\na claim.md\n", "NOSTRUM_SELECT": "HC101"}, 1, "::error file=a claim.md,line="),
        ({"NOSTRUM_PATHS": "a claim.md", "NOSTRUM_SELECT": "HC101", "NOSTRUM_FORMAT": "csv"}, 1, "\na claim.md,"),
        ({"NOSTRUM_PATHS": "--version\n$(touch pwned)"}, 2, ""),
        ({"NOSTRUM_PATHS": "tea.md", "NOSTRUM_FAIL_ON": "error; touch pwned"}, 2, ""),
    ],
)
def test_the_action_s_script(tmp_path: Path, action_path: Path, inputs: dict[str, str], code: int, words: str) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "tea.md").write_text(NEUTRAL, encoding="utf-8")
    (work / "a claim.md").write_text(CLAIM.replace("title: Tea", "title: Tea\nslug: a-claim"), encoding="utf-8")
    step = loaded("action.yml")["runs"]["steps"][1]
    defaults = {"NOSTRUM_FORMAT": "github", "NOSTRUM_FAIL_ON": "error"}
    given = {**dict.fromkeys(step["env"], ""), **defaults, **inputs}
    env = {**os.environ, "PYTHONPATH": str(ROOT), "GITHUB_ACTION_PATH": str(action_path), **given}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]], cwd=work, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, words in done.stdout) == (code, True), done
    assert not (work / "pwned").exists()
