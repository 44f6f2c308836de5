"""Two sets of outputs, old and new, and what lies in a folder."""

from __future__ import annotations

from pathlib import Path

from pipeline.publish import swap
from pipeline.publish.files import File
from pipeline.publish.output import transaction


def article(slug: str, words: str) -> list[File]:
    """A folder's files; the manifest is one by name only."""
    files = {"index.html": f"<p>{words}", "handout.pdf": f"%PDF {words}", "pictures/a.png": words, "manifest.json": f'{{"slug": "{slug}"}}'}
    return [File(path, data.encode()) for path, data in files.items()]


def site(words: str) -> list[File]:
    """The files beside the articles."""
    return [File("index.html", words.encode()), File("feed.xml", words.encode())]


def publish_old(build: Path) -> None:
    """Two articles and the site."""
    with transaction(build) as tx:
        tx.put("alpha", article("alpha", "old"))
        tx.put("beta", article("beta", "old"))
        tx.remove("gamma")
        tx.put_site(site("old"))
        tx.commit()


def publish_new(build: Path) -> None:
    """One changed, one gone, one added, one site file less."""
    with transaction(build) as tx:
        tx.put("alpha", article("alpha", "new"))
        tx.put("gamma", article("gamma", "new"))
        tx.remove("beta")
        tx.put_site(site("new")[:1])
        tx.commit()


def empty_build(folder: Path) -> Path:
    """A build/ with nothing but its .gitignore."""
    (folder / "build").mkdir()
    (folder / "build/.gitignore").write_text("*\n!.gitignore\n")
    return folder / "build"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def staged(root: Path) -> tuple[Path, Path]:
    """A build/ and a workshop with the next version of its entries: one changed, one added, one gone, one file."""
    build, workshop = root / "build", root / "workshop"
    for folder, words in ((build, "old"), (workshop / swap.NEXT, "new")):
        for slug in ("alpha", "beta" if words == "old" else "gamma"):
            (folder / slug).mkdir(parents=True)
            for file in ("a", "b"):
                (folder / slug / file).write_text(f"{words} {file}")
        (folder / "index.html").write_text(words)
    return build, workshop


NAMES = ("alpha", "beta", "gamma", "index.html")
OLD = {"alpha/a": b"old a", "alpha/b": b"old b", "beta/a": b"old a", "beta/b": b"old b", "index.html": b"old"}
NEW = {"alpha/a": b"new a", "alpha/b": b"new b", "gamma/a": b"new a", "gamma/b": b"new b", "index.html": b"new"}


def of_entry(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The part of a tree that one entry of build/ holds."""
    return {path: data for path, data in files.items() if path.split("/")[0] == name}
