"""What was published is on record, and a changed byte shows."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import msgspec
import pytest

from pipeline import __version__
from pipeline.article.document import Document
from pipeline.article.read import document_of
from pipeline.article.settings import load_site
from pipeline.article.source import Source
from pipeline.errors import ConfigError
from pipeline.evidence.register import load_register
from pipeline.findings import Confidence, Finding, Severity, Waived
from pipeline.gate import as_draft, judge
from pipeline.publish.files import File, Press
from pipeline.publish.intact import check_build, check_manifest
from pipeline.publish.manifest import Manifest, make_manifest, published, read_inputs, read_manifest, slugs
from pipeline.publish.output import transaction
from pipeline.text import Position, Span

ARTICLE = """---
title: Zinc and skin
slug: zinc-and-skin
description: What trials found.
date: 2026-03-01
last_reviewed: 2026-11-20
---
Zinc was studied [@zinc2020; @unknown].
"""
EVIDENCE = """zinc2020:
  type: article-journal
  title: Oral zinc and the skin
  design: randomised_trial
  doi: 10.1000/zinc
other2021:
  type: book
  title: Not cited
  design: monograph
"""
SITE = """publisher: Nostrum
purpose: Health information
base_url: https://example.org
postal_address: 1 Example Street
feedback_url: https://example.org/feedback
material_prefix: NOS
newsletter:
  service: plain
  from_name: Nostrum
  from_email: news@example.org
  list_id: news.example.org
  unsubscribe_url: https://example.org/unsubscribe
  unsubscribe_email: unsubscribe@example.org
  why: You signed up.
"""


def found(severity: Severity) -> Finding:
    """A finding of that weight."""
    return Finding(
        "HX101", "grade", severity, Confidence.HIGH, "content/zinc.md", Span(0, 4), Position(1, 1), Position(1, 5), "Zinc", "m", "f"
    )


def an_article() -> Document:
    """The article above, read."""
    return document_of(Source("content/zinc.md", ARTICLE, "5" * 64), None)


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """Settings, evidence and templates of a project."""
    content, templates = tmp_path / "content", tmp_path / "templates"
    for path, text in (("site.yaml", SITE), ("evidence.yaml", EVIDENCE)):
        content.mkdir(exist_ok=True)
        (content / path).write_text(text)
    (templates / "web").mkdir(parents=True)
    (templates / "web/page.html").write_text("<p>")
    return Press(load_site(content), load_register(content / "evidence.yaml", "content/evidence.yaml"), templates, content)


def made(press: Press, files: list[File]) -> File:
    """The manifest of these files."""
    waived = Waived(found(Severity.WARNING), "short words only", "AB", "2027-01-31")
    verdict = judge(an_article(), (found(Severity.WARNING), found(Severity.INFO)), (waived,))
    return make_manifest(as_draft(verdict), read_inputs(press), "NOS-1-EN", files)


FILES = [File("newsletter.txt", b"Zinc"), File("index.html", b"<p>Zinc"), File("pictures/a.png", b"PNG")]


def test_a_manifest_names_what_was_made_from_what(press: Press) -> None:
    file = made(press, FILES)
    manifest = msgspec.json.decode(file.data, type=Manifest)
    assert file.path == "manifest.json"
    assert (manifest.version, manifest.tool, manifest.slug, manifest.material_id, manifest.draft) == (
        1,
        f"nostrum {__version__}",
        "zinc-and-skin",
        "NOS-1-EN",
        True,
    )
    assert (manifest.title, manifest.description, manifest.lang) == ("Zinc and skin", "What trials found.", "en")
    assert (manifest.date, manifest.updated, manifest.last_reviewed) == (date(2026, 3, 1).isoformat(), "", "2026-11-20")
    assert (manifest.source.path, manifest.source.sha256) == ("content/zinc.md", "5" * 64)
    assert [(output.path, output.bytes) for output in manifest.outputs] == [("index.html", 7), ("newsletter.txt", 4), ("pictures/a.png", 3)]
    assert manifest.outputs[1].sha256 == hashlib.sha256(b"Zinc").hexdigest()
    assert list(manifest.evidence.records) == ["zinc2020"]
    assert manifest.findings == {"error": 0, "warning": 1, "info": 1}
    assert [(note.rule, note.reason, note.by, note.until) for note in manifest.waived] == [
        ("HX101", "short words only", "AB", "2027-01-31")
    ]


def test_a_manifest_has_the_same_bytes_each_time_and_names_no_place_of_this_machine(press: Press) -> None:
    data = made(press, FILES).data
    assert data == made(press, FILES[::-1]).data
    assert data.endswith(b"}\n")
    assert str(press.content).encode() not in data
    assert list(msgspec.json.decode(data)) == sorted(msgspec.json.decode(data))


@pytest.mark.parametrize(
    ("part", "path", "text"),
    [
        ("evidence", "content/evidence.yaml", EVIDENCE.replace("Not cited", "Not cited!")),
        ("templates", "templates/web/page.html", "<p class=x>"),
        ("templates", "templates/web/new.html", ""),
    ],
)
def test_what_an_article_was_made_from_changes_its_manifest(press: Press, part: str, path: str, text: str) -> None:
    before = msgspec.json.decode(made(press, FILES).data)
    (press.content.parent / path).write_text(text)
    after = msgspec.json.decode(made(press, FILES).data)
    assert {key for key in after if before[key] != after[key]} == {part}
    assert before["evidence"]["records"] == after["evidence"]["records"]


def test_a_changed_record_changes_its_own_digest(press: Press) -> None:
    before = msgspec.json.decode(made(press, FILES).data)["evidence"]["records"]
    changed = EVIDENCE.replace("Oral zinc", "Oral zinc,")
    (press.content / "evidence.yaml").write_text(changed)
    again = Press(press.site, load_register(press.content / "evidence.yaml", "content/evidence.yaml"), press.templates, press.content)
    after = msgspec.json.decode(made(again, FILES).data)["evidence"]["records"]
    assert before.keys() == after.keys() == {"zinc2020"}
    assert before != after


@pytest.fixture
def build(press: Press, tmp_path: Path) -> Path:
    """A published article and a site."""
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / ".gitignore").write_text("*\n")
    with transaction(folder) as tx:
        tx.put("zinc-and-skin", [*FILES, made(press, FILES)])
        tx.put_site([File("index.html", b"<h1>All"), File("feed.xml", b"<feed/>")])
        assert [manifest.slug for manifest in tx.manifests()] == ["zinc-and-skin"]
        tx.commit()
    return folder


def named(build: Path) -> list[tuple[str, str]]:
    """Rule and path, below build/, of what was found."""
    return [(finding.rule, finding.path.removeprefix(f"{build.as_posix()}/")) for finding in check_build(build)]


def test_what_was_published_is_found_intact(build: Path) -> None:
    assert check_build(build) == ()
    assert check_manifest(build / "zinc-and-skin") == ()
    assert [manifest.title for manifest in published(build)] == ["Zinc and skin"]
    assert slugs(build) == ("zinc-and-skin",)
    assert slugs(build / "nowhere") == ()


def test_only_folders_that_hold_a_manifest_are_articles(build: Path) -> None:
    for name in (".hidden", "no-manifest"):
        (build / name).mkdir()
    (build / ".hidden/manifest.json").write_text("{}")
    (build / "linked").symlink_to(build / "zinc-and-skin")
    (build / "file").write_text("x")
    assert slugs(build) == ("zinc-and-skin",)


def test_every_altered_byte_of_every_file_is_noticed(build: Path) -> None:
    files = [path for path in sorted(build.rglob("*")) if path.is_file() and path.name not in (".gitignore", "manifest.json")]
    assert len(files) == 5
    for file in files:
        data = file.read_bytes()
        for at in range(len(data)):
            file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            assert named(build) == [("HE105", file.relative_to(build).as_posix())]
        file.write_bytes(data)
    assert check_build(build) == ()


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("index.html", "was published and is missing"),
        ("zinc-and-skin/index.html", "was published and is missing"),
        ("zinc-and-skin/pictures/a.png", "was published and is missing"),
        ("zinc-and-skin/manifest.json", "was published and is missing"),
    ],
)
def test_a_missing_file_is_named(build: Path, path: str, fault: str) -> None:
    (build / path).unlink()
    assert [finding.message for finding in check_build(build)] == [f"{build.as_posix()}/{path} {fault}."]


@pytest.mark.parametrize(
    "path", ["evil.html", "zinc-and-skin/evil.html", "zinc-and-skin/.hidden", "other-article/index.html", "other-article/manifest.json"]
)
def test_an_added_file_is_named(build: Path, path: str) -> None:
    (build / path).parent.mkdir(exist_ok=True)
    (build / path).write_text("evil")
    assert [finding.message for finding in check_build(build)] == [f"{build.as_posix()}/{path} was not published: it was added later."]


def test_a_link_or_a_pipe_in_the_place_of_a_file_is_named(build: Path) -> None:
    file = build / "zinc-and-skin/index.html"
    file.rename(build.parent / "index.html")
    file.symlink_to(build.parent / "index.html")
    assert named(build) == [("HE105", "zinc-and-skin/index.html")]
    file.unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(file)
        assert named(build) == [("HE105", "zinc-and-skin/index.html")]


def test_a_forged_manifest_does_not_hide_a_forged_page(build: Path) -> None:
    folder = build / "zinc-and-skin"
    digest = next(output.sha256 for output in read_manifest(folder).outputs if output.path == "index.html")
    (folder / "index.html").write_bytes(b"forged!")
    forged = (folder / "manifest.json").read_text().replace(digest, hashlib.sha256(b"forged!").hexdigest())
    (folder / "manifest.json").write_text(forged)
    assert check_manifest(folder) == ()
    assert named(build) == [("HE105", "zinc-and-skin/manifest.json")]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', '{"version": 1}', "\xff"])
def test_an_unreadable_manifest_is_a_finding_and_for_readers_an_error(build: Path, text: str) -> None:
    path = build / "zinc-and-skin/manifest.json"
    path.write_bytes(text.encode("latin-1"))
    assert [finding.path for finding in check_manifest(path.parent)] == [path.as_posix()]
    with pytest.raises(ConfigError, match=r"manifest\.json: cannot be read.*publish all articles again"):
        published(build)
    (build / "manifest.json").write_bytes(text.encode("latin-1"))
    assert named(build) == [("HE105", "manifest.json")]


def test_a_manifest_of_another_version_is_not_guessed_at(build: Path) -> None:
    path = build / "zinc-and-skin/manifest.json"
    path.write_text(path.read_text().replace('"version": 1', '"version": 2'))
    with pytest.raises(ConfigError, match="is of version 2, this is version 1; publish all articles again"):
        published(build)
    assert "is of version 2" in check_manifest(path.parent)[0].message


def test_an_empty_build_was_never_published(tmp_path: Path) -> None:
    assert named(tmp_path) == [("HE105", "manifest.json")]
