"""Waivers, in their file and in comments: what counts as one, and what is reported instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.errors import ConfigError
from pipeline.evidence.waivers import BadWaiver, Waiver, inline_waivers, load_waivers
from pipeline.text import Span

NAME = "content/waivers.yaml"
ONE = """\
waivers:
  - rule: HD103
    article: zinc-and-skin
    reason: A demonstration.
    by: editor
    until: 2027-11-23
"""


def load(tmp_path: Path, text: str) -> tuple[Waiver, ...]:
    file = tmp_path / "waivers.yaml"
    file.write_text(text, encoding="utf-8")
    return load_waivers(file, NAME)


def test_an_entry(tmp_path: Path) -> None:
    expected = Waiver("HD103", "A demonstration.", "editor", date(2027, 11, 23), NAME, 2, slug="zinc-and-skin")
    assert load(tmp_path, ONE) == (expected,)
    (with_excerpt,) = load(tmp_path, ONE + "    excerpt: of zinc\n")
    assert with_excerpt.excerpt == "of zinc"


@pytest.mark.parametrize("text", ["", "# none yet\n", "waivers:\n", "waivers: []\n"])
def test_none(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == ()
    assert load_waivers(tmp_path / "absent.yaml", NAME) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ONE.replace("    by: editor\n", ""), "2: `by` is missing; add `by: …`"),
        (ONE.replace("    until: 2027-11-23\n", ""), "2: `until` is missing; add `until: …`"),
        (ONE.replace("2027-11-23", "next year"), "6: `until` is not a date; write it as 2026-11-23"),
        (ONE.replace("A demonstration.", "' '"), "2: `reason` is blank; a waiver needs rule, article, reason, by and until"),
        (ONE.replace("HD103", "HD*"), "2: `HD*` is no rule's code; write a code such as HC402"),
        (ONE.replace("article:", "articles:"), "3: unknown key `articles`; did you mean `article`?"),
        (ONE.replace("waivers:", "waiver:"), "1: unknown key `waiver`; list everything under `waivers:`"),
        ("waivers: HD103\n", "1: `waivers` must be a list; start each waiver with - rule: …"),
    ],
)
def test_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert str(caught.value) == f"{NAME}:{message}"


def inline(comment: str) -> tuple[tuple[Waiver, ...], tuple[BadWaiver, ...]]:
    return inline_waivers(document_of(Source("a.md", f"---\ntitle: A\n---\nWords. {comment} More.\n", "0")))


def test_a_comment() -> None:
    comment = "<!-- lint-ok HC402: quoted; from the law; by: AB; until: 2027-01-31 -->"
    waivers, bad = inline(comment)
    start = len("---\ntitle: A\n---\nWords. ")
    expected = Waiver("HC402", "quoted; from the law", "AB", date(2027, 1, 31), "a.md", 4, span=Span(start, start + len(comment)))
    assert (waivers, bad) == ((expected,), ())


@pytest.mark.parametrize(
    ("comment", "what"),
    [
        ("<!-- lint-ok -->", "this waiver names no rule"),
        ("<!-- lint-ok HC4: x; by: AB; until: 2027-01-31 -->", "this waiver names no rule"),
        ("<!-- Lint-OK HC402: x; by: AB; until: 2027-01-31 -->", "this waiver names no rule"),
        ("<!-- lint-ok HC402: by: AB; until: 2027-01-31 -->", "this waiver lacks reason"),
        ("<!-- lint-ok HC402: x; until: 2027-01-31 -->", "this waiver lacks by"),
        ("<!-- lint-ok HC402: x -->", "this waiver lacks by and until"),
        ("<!-- lint-ok HC402: x; by: AB; until: 31 January -->", "this waiver's until is not a date: 31 January"),
    ],
)
def test_a_malformed_comment_waives_nothing(comment: str, what: str) -> None:
    waivers, (bad,) = inline(comment)
    assert waivers == ()
    assert (bad.path, bad.line, bad.what) == ("a.md", 4, what)


def test_other_comments_are_left_alone() -> None:
    assert inline("<!-- see lint-ok in the manual -->") == ((), ())
