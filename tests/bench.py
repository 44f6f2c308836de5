"""`nox -s bench`: the linter beside proselint, on articles made here, in one run.

Each command is one process over all articles; runs alternate, so that a machine that drifts drifts
for all. CPU seconds and ratios are the figures to quote; wall time depends on what else runs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
_SUBJECTS = (
    "The gut",
    "Skin",
    "A varied diet",
    "Sleep",
    "This mineral",
    "Our daily capsule",
    "The study",
    "A doctor",
    "Fibre",
    "The trial",
)
_VERBS = (
    "is studied in",
    "supports",
    "was linked to",
    "contains",
    "may change",
    "is measured in",
    "treats",
    "can be part of",
    "differs in",
)
_OBJECTS = (
    "many adults",
    "normal digestion",
    "eczema",
    "small amounts of zinc",
    "the immune system",
    "people over sixty",
    "healthy skin",
    "12 volunteers",
)
_TAILS = (
    ".",
    ", as one review found.",
    ", but nobody knows why.",
    " when the weather is cold.",
    " for about 12 weeks.",
    ", and more work is needed.",
)


def article(number: int, sentences: int) -> str:
    """A Markdown article of short made-up sentences, the same for the same number."""
    pick = random.Random(number)  # noqa: S311 - text, not secrets
    lines = [f"---\ntitle: Article {number}\nslug: article-{number}\nlang: en\n---\n"]
    for count in range(sentences):
        if count % 12 == 0:
            lines.append(f"\n\n## Part {count // 12 + 1}\n\n")
        lines.append(f"{pick.choice(_SUBJECTS)} {pick.choice(_VERBS)} {pick.choice(_OBJECTS)}{pick.choice(_TAILS)} ")
    return "".join(lines)


def measure(command: list[str], cwd: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak megabytes of one run."""
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, stdin=quiet, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"{command[:4]} ended with {child.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print tables: start-up, a fifth of the articles, all articles."""
    ask = argparse.ArgumentParser(description=main.__doc__)
    ask.add_argument("--files", type=int, default=300)
    ask.add_argument("--runs", type=int, default=3)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(given.files):
            (folder / f"article-{number}.md").write_text(article(number, 120), encoding="utf-8")
        (folder / "tiny.md").write_text("---\ntitle: Tiny\n---\n\nTwo words.\n", encoding="utf-8")
        files = [path.name for path in sorted(folder.glob("article-*.md"))]
        check(folder, files)
        table("start-up", ["tiny.md"], folder, given.runs)
        for some in (files[: len(files) // 5], files):  # what memory an article costs shows in the difference
            table(f"{len(some)} articles", some, folder, given.runs)


def check(folder: Path, files: list[str]) -> None:
    """Stop unless the linter reads every article: a command that dies early would look fast."""
    command = [sys.executable, "-m", "pipeline", "lint", "--format", "json", "--ignore", "HS", *files]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    if len(json.loads(done.stdout)["files"]) != len(files):
        raise SystemExit("the linter did not read every article")


def table(title: str, files: list[str], folder: Path, runs: int) -> None:
    """Alternate the commands and print their medians."""
    words = sum(len((folder / file).read_text(encoding="utf-8").split()) for file in files)
    nostrum = [sys.executable, "-m", "pipeline", "lint"]
    commands = {
        "nostrum": [*nostrum, "--ignore", "HS", *files],
        "nostrum with style": [*nostrum, *files],
        "proselint": [sys.executable, "-m", "proselint", "check", *files],
    }
    figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            figures[name].append(measure(command, folder))
    base = statistics.median(row[1] for row in figures["proselint"])
    print(f"{title}, {words} words")
    for name, rows in figures.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*rows, strict=True))
        times = f"wall {wall:7.3f} s  cpu {cpu:7.3f} s  peak {peak:5.0f} MB"
        print(f"  {name:20} {times}  {words / cpu:10,.0f} words/cpu-s  proselint/this {base / cpu:6.1f}")


if __name__ == "__main__":
    main()
