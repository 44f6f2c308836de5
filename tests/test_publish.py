"""The whole way, as users run it: publish, read back, alter, verify."""

from __future__ import annotations

import email
import email.policy
import json
import re
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from tests.project import ARTICLE, fingerprints, make_project, nostrum

SELLING = """---
title: Zinc tablets
slug: zinc-tablets
description: What one tablet holds.
author: {name: Example editors, kind: organization}
reviewed_by: {name: Example reviewers, kind: organization}
date: 2026-01-15
last_reviewed: 2026-01-15
relationship: affiliate
products: [{name: Examplon, url: "https://example.com/examplon", ingredients: [zinc], directions: One tablet a day.}]
markets: [US, EU, UK]
disclaimers: [medical-advice, material-connection, fda-structure-function, eu-food-information]
ai_use: none
---

## In short {.in-short}

- One tablet holds 10 mg of zinc.

## Examplon {.product}

Zinc contributes to the maintenance of normal skin.\\*

No more than one tablet a day: more than the limit lowers copper. Ask a doctor if you are pregnant or take medicines.

[See Examplon](https://example.com/examplon) (paid link: we earn a commission)
"""
FDA = (
    "This statement has not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
ALL = [
    "findings.json",
    "handout-letter.pdf",
    "handout.pdf",
    "index.html",
    "manifest.json",
    "newsletter.eml",
    "newsletter.html",
    "newsletter.txt",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("whole"), ("zinc-in-food.md", ARTICLE), ("zinc-tablets.md", SELLING))
    done = nostrum(folder, "publish")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return folder


def test_the_files_are_there(project: Path) -> None:
    for slug in ("zinc-in-food", "zinc-tablets"):
        names = {path.name for path in (project / "build" / slug).iterdir()}
        assert set(ALL) <= names
    assert (project / "build" / "index.html").is_file()


def test_the_message_has_two_alternatives(project: Path) -> None:
    message = email.message_from_bytes((project / "build/zinc-tablets/newsletter.eml").read_bytes(), policy=email.policy.default)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]


def test_statements_are_in_every_text(project: Path) -> None:
    for name in ("index.html", "newsletter.html", "newsletter.txt"):
        text = (project / "build/zinc-tablets" / name).read_text(encoding="utf-8")
        words = " ".join(re.sub(r"<[^>]+>", " ", text).split())
        assert FDA in words, name
        assert words.index("Advertisement.") < words.rindex("Zinc contributes to the maintenance of normal skin"), name


def test_verify_is_content(project: Path) -> None:
    done = nostrum(project, "verify")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["index.html", "handout.pdf", "newsletter.txt", "findings.json"])
def test_one_altered_byte_is_noticed(project: Path, name: str) -> None:
    path = project / "build/zinc-in-food" / name
    whole = path.read_bytes()
    try:
        path.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:])
        done = nostrum(project, "verify")
    finally:
        path.write_bytes(whole)
    assert done.returncode == 1
    assert f"build/zinc-in-food/{name} is not the file that was published: its SHA-256 differs." in done.stdout


def test_a_changed_article_is_noticed(project: Path) -> None:
    path = project / "content/zinc-in-food.md"
    try:
        path.write_text(ARTICLE.replace("It gives no advice.", "It gives none."), encoding="utf-8")
        done = nostrum(project, "verify")
    finally:
        path.write_text(ARTICLE, encoding="utf-8")
    assert done.returncode == 1
    assert "build/zinc-in-food/ was made before content/zinc-in-food.md changed." in done.stdout


def test_a_second_run_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    folder = make_project(tmp_path, ("zinc-in-food.md", ARTICLE), ("zinc-tablets.md", SELLING))
    done = nostrum(folder, "publish", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7", LC_ALL="C")
    assert done.returncode == 0, done.stdout + done.stderr
    assert fingerprints(folder / "build") == fingerprints(project / "build")


def test_parts_made_one_by_one_are_the_same_set(project: Path, tmp_path: Path) -> None:
    folder = make_project(tmp_path, ("zinc-in-food.md", ARTICLE), ("zinc-tablets.md", SELLING))
    for part in ("web", "handout", "newsletter"):
        assert nostrum(folder, "publish", "--only", part).returncode == 0
    assert fingerprints(folder / "build") == fingerprints(project / "build")


BAD = ARTICLE.replace("slug: zinc-in-food", "slug: cure").replace("It gives no advice.", "Our zinc tablets cure eczema for good.")


def test_a_blocked_article_leaves_and_the_others_stay(tmp_path: Path) -> None:
    folder = make_project(tmp_path, ("a.md", ARTICLE), ("b.md", BAD.replace("Our zinc tablets cure eczema for good.", "Fine.")))
    assert nostrum(folder, "publish", "--only", "web").returncode == 0
    assert (folder / "build/cure/index.html").exists()
    (folder / "content/b.md").write_text(BAD, encoding="utf-8")
    done = nostrum(folder, "publish", "--only", "web")
    assert done.returncode == 1
    assert sorted(path.name for path in (folder / "build").iterdir() if path.is_dir()) == ["zinc-in-food"]
    assert "cure" not in (folder / "build/index.html").read_text(encoding="utf-8")


def test_a_blocked_article_alone_writes_nothing(tmp_path: Path) -> None:
    folder = make_project(tmp_path, ("b.md", BAD))
    done = nostrum(folder, "publish")
    assert done.returncode == 1
    assert not (folder / "build").exists()


def test_a_draft_is_stamped_on_every_page(tmp_path: Path) -> None:
    folder = make_project(tmp_path, ("b.md", BAD))
    assert nostrum(folder, "publish", "--draft").returncode == 1
    made = folder / "build/cure"
    for name in ("index.html", "newsletter.html", "newsletter.txt"):
        assert "DRAFT, NOT CLEARED" in (made / name).read_text(encoding="utf-8"), name
    assert json.loads((made / "manifest.json").read_bytes())["draft"] is True
    assert nostrum(folder, "verify").returncode == 0
    for name in ("handout.pdf", "handout-letter.pdf"):
        pages = extract_text(made / name).split("\f")[:-1]
        assert len(pages) > 0
        assert ["DRAFT, NOT CLEARED" in page for page in pages] == [True] * len(pages), name
