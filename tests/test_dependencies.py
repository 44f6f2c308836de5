"""Every dependency has its reason on file and its hashes in the lock, and the lock names no place to get them from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def declared() -> set[str]:
    given = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*given["project"]["dependencies"], *given["dependency-groups"]["dev"]]
    return {re.split(r"[<>=;\[ ]", line)[0] for line in lines}


def test_each_has_a_reason() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    named = {name.strip() for row in re.findall(r"^\| ([\w., -]+?) \|", page, re.M) for name in row.split(",")} - {"package"}
    assert named == declared()


def test_each_is_locked_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", lock.split("\n", 2)[2])
    assert [block.split(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []
    locked = {block.split("==")[0] for block in blocks}
    assert {name.replace(".", "-") for name in declared()} <= locked
    assert "://" not in lock
