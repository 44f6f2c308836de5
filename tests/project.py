"""A project in a folder, and the command as people run it in there."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FRONT = """---
title: Zinc in food
slug: zinc-in-food
description: Which foods hold zinc.
subject: Zinc in food
preheader: Which foods hold zinc, in short.
author: {name: Example editors, kind: organization}
reviewed_by: {name: Example reviewers, kind: organization}
date: 2026-01-15
last_reviewed: 2026-01-15
relationship: none
products: []
markets: [US, EU, UK]
disclaimers: [medical-advice]
ai_use: none
---
"""
BODY = """
## In short {.in-short}

- Beef and poultry hold zinc [@saper2009].
- So do grains.

## More

This page lists foods. It gives no advice.

| Food | Zinc |
|---|---|
| Beef | yes |
"""
ARTICLE = FRONT + BODY


def make_project(folder: Path, *articles: tuple[str, str]) -> Path:
    """The project's own templates and settings with other articles: pairs of file name and text."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "content").mkdir()
    for name in ("site.yaml", "evidence.yaml"):
        shutil.copy(ROOT / "content" / name, folder / "content" / name)
    for name, text in articles:
        (folder / "content" / name).write_text(text, encoding="utf-8", newline="")
    return folder


def nostrum(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One run of the command in a folder; no test may ever see a traceback."""
    command = [sys.executable, "-m", "pipeline", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    done = subprocess.run(
        command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
