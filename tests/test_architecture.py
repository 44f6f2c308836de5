"""The plan of the house, held: who imports whom, how long functions and files are, what a lint run loads."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "pipeline"

# From the bottom up. A module imports from its own row's package or from rows below, never sideways or up.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "text"),
    ("system",),
    ("findings",),
    ("article",),
    ("evidence",),
    ("claims",),
    ("rules",),
    ("gate",),
    ("publish", "verify", "report", "review"),
    ("production",),
    ("importing",),
    ("workflow",),
    ("doctor", "serve", "lsp", "audit"),
    ("cli",),
    ("__main__",),
)
ROW = {name: number for number, row in enumerate(LAYERS) for name in row}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts != ("__init__",):
            yield parts[0], path


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Top-level names below `pipeline` that a file imports, type-checking imports included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "pipeline":
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline."):
            yield (node.module or "").split(".")[1], node.lineno
        elif isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[1], node.lineno) for alias in node.names if alias.name.startswith("pipeline."))


def test_layers_import_downwards_only() -> None:
    wrong = []
    for home, path in modules():
        assert home in ROW, f"{path}: put {home} into a layer"
        for name, line in imported(path):
            if name != "__version__" and name != home and ROW.get(name, 99) >= ROW[home]:
                wrong.append(f"{path.relative_to(ROOT)}:{line}: {home} must not import {name}")
    assert wrong == []


def test_no_import_cycles_inside_packages() -> None:
    graph: dict[str, set[str]] = {}
    for _, path in modules():
        name = "pipeline." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        targets = set()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline"):
                targets |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
        graph[name] = targets
    graph = {name: {target for target in targets if target in graph and target != name} for name, targets in graph.items()}
    while leaves := {name for name, targets in graph.items() if not targets}:
        graph = {name: targets - leaves for name, targets in graph.items() if name not in leaves}
    assert graph == {}


def functions() -> Iterator[tuple[str, int]]:
    """Every function with the number of its lines, docstring and blank lines apart."""
    for path in [*PACKAGE.rglob("*.py"), ROOT / "noxfile.py", ROOT / "bootstrap.py"]:
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                first = body[0].lineno if body else node.lineno
                lines = source.splitlines()[first - 1 : node.end_lineno]
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", sum(1 for line in lines if line.strip())


def test_functions_are_short() -> None:
    sizes = dict(functions())
    assert [name for name, size in sizes.items() if size > 40] == []
    assert statistics.median(sizes.values()) < 10


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): n for path in PACKAGE.rglob("*.py") if (n := len(path.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert long == {}


HEAVY = ("weasyprint", "rich", "jinja2", "citeproc", "pikepdf", "lxml", "PIL", "mammoth", "proselint", "fontTools", "css_inline")


@pytest.mark.parametrize("command", [("lint", "--ignore", "HS"), ("claims",)])
def test_a_lint_run_loads_nothing_heavy(command: tuple[str, ...]) -> None:
    code = (
        "import sys; from pipeline.__main__ import main\n"
        f"sys.argv = ['nostrum', *{command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr.splitlines()[-1] == "[]", done.stderr
