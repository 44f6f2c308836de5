"""Whatever is wrong ends with 2, one line that names the place and the remedy, and build/ as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ARTICLE, BODY, FRONT, fingerprints, make_project, nostrum


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one published article (the web page only, which is quick)."""
    folder = make_project(tmp_path_factory.mktemp("project"), ("zinc-in-food.md", ARTICLE))
    done = nostrum(folder, "publish", "--only", "web")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture
def project(published: Path) -> Iterator[Path]:
    """The project with its article mended again after a test spoilt it."""
    yield published
    for path in (published / "content").glob("*.md"):
        path.unlink()
    (published / "content" / "zinc-in-food.md").write_text(ARTICLE, encoding="utf-8")


LATIN = (FRONT + "\nCafé au lait.\n").encode("latin-1")
BROKEN = {
    "Latin-1": (
        LATIN,
        f"content/zinc-in-food.md:18: byte {LATIN.index(0xE9)} (0xe9) is not UTF-8; save the file with the encoding UTF-8",
    ),
    "duplicate key": (ARTICLE.replace("lang: en\n", "").replace("slug:", "title: Twice\nslug:").encode(), "content/zinc-in-food.md:3: "),
    "unknown key": (ARTICLE.replace("author:", "auther:").encode(), "content/zinc-in-food.md:7: "),
    "missing picture": (
        (ARTICLE + "\n![A plate](images/plate.png)\n").encode(),
        "content/zinc-in-food.md:31: picture images/plate.png: no such file; put it there, or correct the name",
    ),
    "unknown statement": (
        ARTICLE.replace("[medical-advice]", "[medical-advise]").encode(),
        "content/zinc-in-food.md:14: unknown disclaimer 'medical-advise'; did you mean medical-advice?",
    ),
    "unknown section": (
        (FRONT + BODY.replace(".in-short", ".inshort")).encode(),
        "content/zinc-in-food.md:18: unknown heading class 'inshort'; did you mean in-short?",
    ),
}


@pytest.mark.parametrize("command", ["lint", "publish", "verify"])
@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_article(project: Path, fault: str, command: str) -> None:
    data, message = BROKEN[fault]
    (project / "content" / "zinc-in-food.md").write_bytes(data)
    before = fingerprints(project / "build")
    done = nostrum(project, command)
    assert done.returncode == 2
    assert message in done.stderr
    assert fingerprints(project / "build") == before


@pytest.mark.parametrize("command", ["lint", "publish", "verify"])
def test_an_empty_folder(project: Path, command: str) -> None:
    (project / "content" / "zinc-in-food.md").unlink()
    before = fingerprints(project / "build")
    done = nostrum(project, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no article (*.md) in content/; write one, or start with: nostrum new SLUG" in done.stderr
    assert fingerprints(project / "build") == before


def test_two_articles_with_one_slug(project: Path) -> None:
    (project / "content" / "again.md").write_text(ARTICLE, encoding="utf-8")
    done = nostrum(project, "publish")
    assert done.returncode == 2
    assert "content/zinc-in-food.md:1: slug zinc-in-food is also the slug of content/again.md" in done.stderr


SPOILT = {
    "undefined variable": ("web/page.html.jinja", "{{ nowhere.to_be_found }}", "templates/web/page.html.jinja:"),
    "syntax": ("web/page.html.jinja", "{% if %}", "templates/web/page.html.jinja:"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_broken_template(project: Path, fault: str) -> None:
    name, text, message = SPOILT[fault]
    template = project / "templates" / name
    whole = template.read_text(encoding="utf-8")
    before = fingerprints(project / "build")
    try:
        template.write_text(whole + text, encoding="utf-8")
        done = nostrum(project, "publish", "--only", "web")
    finally:
        template.write_text(whole, encoding="utf-8")
    assert done.returncode == 2
    assert f"{message}{len(whole.splitlines()) + 1}: " in done.stderr
    assert fingerprints(project / "build") == before


@pytest.mark.parametrize(
    "name, text, message",
    [
        ("site.yaml", "publisher: [", "content/site.yaml:1: "),
        ("site.yaml", None, "content/site.yaml: cannot be read"),
        ("evidence.yaml", "a: {title: x}\n", "content/evidence.yaml:1: "),
        ("waivers.yaml", "waivers: [{rule: HD103}]\n", "content/waivers.yaml:1: "),
    ],
)
def test_broken_settings(tmp_path: Path, name: str, text: str | None, message: str) -> None:
    folder = make_project(tmp_path, ("zinc-in-food.md", ARTICLE))
    path = folder / "content" / name
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    done = nostrum(folder, "lint")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_missing_picture_hides_no_claim(project: Path) -> None:
    text = ARTICLE + "\n![Our drops cure eczema](https://example.org/drops.png)\n"
    (project / "content" / "zinc-in-food.md").write_text(text, encoding="utf-8")
    line = text.rstrip("\n").count("\n") + 1
    done = nostrum(project, "lint", "--select", "HC101")
    assert done.returncode == 2
    assert f"content/zinc-in-food.md:{line}: picture https://example.org/drops.png: it is not a file of this project" in done.stderr
    assert done.stdout.startswith(f"content/zinc-in-food.md:{line}:13: HC101 error:")
