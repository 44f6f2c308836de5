"""Nothing that is there is called lost: any Markdown, long articles, many scripts."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.article.document import Document
from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.errors import NostrumError
from pipeline.publish.handout import render_handout
from tests.publish.making import cleared, press, site
from tests.verify.sample import FRONT, everything, messages, newsletter, written

WORDS = (
    "zinc skin gut the Yes. No. 20 [12] [3,4] e.g. 70-80% *em* **bold** `code` ~~struck~~ [link](https://example.org/a_(b)) "
    "[link](https://x.org) [@doe2020] [@roe2021;@doe2020] [^n] ![alt](images/loaf.png) ![](images/loaf.png) &amp; &nbsp; <i>raw</i> "
    "“quoted” (see) > < | \\* 1. - + _ שלום العالم 👩\u200d⚕️ soft&shy;hyphen long-hyphenated-word ﬁ ½ … — <!--x--> ] [ ) ( ! ? :"
).split()
line = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=9)),
    min_size=1,
    max_size=12,
).map(" ".join)
OPENINGS = ["", "", "# ", "### ", "- ", "  - ", "1. ", "> ", "> - ", "    ", "[^n]: ", ">> "]
prefix = st.sampled_from([*OPENINGS, "## In short {.in-short}\n\n", "## P {.product}\n\n"])
block = st.tuples(prefix, line, st.sampled_from(["", "\n", "\n\n"])).map("".join)
table = st.lists(st.lists(line, min_size=2, max_size=3), min_size=1, max_size=4).map(
    lambda rows: "\n| a | b | c |\n|---|---|---|\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"
)
markdown = st.lists(st.one_of(block, block, table), min_size=1, max_size=10).map("\n".join)


def read(document: Document, body: str) -> Document | None:
    """The article with another body; None where it cannot be read."""
    front = document.source[: document.source.index("\n---\n") + 5]
    try:
        return document_of(Source(document.path, front + body, document.sha256), site())
    except NostrumError:
        return None


def test_no_false_alarm_on_any_markdown(document: Document, folder: Path) -> None:
    """The mail prints every kind of block; index.html and the handout print them by one set of templates."""

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(markdown)
    def check(body: str) -> None:
        other = read(document, body)
        assert other is None or messages(other, newsletter(cleared(other), folder), "newsletter") == []

    check()


MANY = {
    "unique": lambda: "\n\n".join(
        f"Paragraph {i}. The gut and the skin are studied, and a varied diet helps many people feel well." for i in range(2700)
    ),
    "equal": lambda: "The gut and the skin are studied by researchers. " * 4000,
    "short": lambda: "\n\n".join("Yes. No. Zinc." for _ in range(2000)),
    "cells": lambda: "| a | b | c |\n|---|---|---|\n" + "| yes | no | 5 |\n" * 1000,
    "cited": lambda: "\n\n".join(f"Statement {i} of bread [@doe2020; @roe2021, p. {i}] was studied [@doe2020]." for i in range(1500)),
}


@pytest.mark.parametrize("kind", MANY)
def test_long_articles_are_read_back_in_seconds(document: Document, folder: Path, kind: str) -> None:
    body: Callable[[], str] = MANY[kind]
    long = read(document, body() + "\n")
    assert long is not None
    files = newsletter(cleared(long), folder)
    begun = time.process_time()
    assert messages(long, files, "newsletter") == []
    assert time.process_time() - begun < 12
    cut = body()
    for words in ("Zinc.", "no |", "Statement 700 of bread", "are studied"):
        cut = cut.replace(words, "|" if words == "no |" else "", 1)
    gone = read(document, cut + "\n")
    assert gone is not None
    lost = messages(long, newsletter(cleared(gone), folder), "newsletter")
    assert {message.split(" ")[0] for message in lost} == {"newsletter.html", "newsletter.txt"}


SCRIPTS = """\
Hebrew שלום עולם in English, and Arabic مرحبا بالعالم too. Greek αβγ, Cyrillic Привет, Vietnamese Tiếng Việt.

זהו משפט שלם בעברית. וזה עוד משפט, עם מספר 42 בתוכו.

هذه جملة كاملة باللغة العربية. وهذه جملة أخرى فيها رقم 17.

हिन्दी में एक वाक्य। यह दूसरा वाक्य है।

Emoji 🙂, a family 👩\u200d👩\u200d👧 and ❤️. Ligatures: office, affluent, flow, ﬁsh. Soft hy\u00adphen, ½, x², H₂O, ™, e\u0301.

A word: Pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopic.
"""


def test_scripts_that_pdf_turns_round_are_found(tmp_path: Path) -> None:
    document = written(tmp_path, SCRIPTS, FRONT)
    assert messages(document, everything(document, tmp_path)) == []
    for words in ("זהו משפט שלם בעברית.", "هذه جملة كاملة باللغة العربية. وهذه جملة أخرى فيها رقم 17.", "in English, and"):
        other = written(tmp_path, SCRIPTS.replace(words, ""), FRONT)
        pdfs = {file.path: file.data for file in render_handout(cleared(other), press(tmp_path))}
        assert {message.split(" ")[0] for message in messages(document, pdfs, "handout")} == {"handout.pdf", "handout-letter.pdf"}, words
