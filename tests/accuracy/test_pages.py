"""Articles of labelled sentences: what is written, and where the sentences are in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from pipeline.article.metadata import Relationship
from pipeline.article.read import read_document
from pipeline.article.site import STRAY
from tests.accuracy.corpus import Labelled, load_corpus
from tests.accuracy.labels import Page, Register
from tests.accuracy.pages import FILLER, apart, escaped, sheet_of, together

ITEMS = load_corpus()
FIRST = ITEMS[0]


def item(**labels: object) -> Labelled:
    return replace(FIRST, brand="Ostrevin", row=msgspec.structs.replace(FIRST.row, **{"before": "", "under": "", **labels}))


def body(labelled: Labelled) -> tuple[str, str]:
    """What follows the front matter, and the words that count as the sentence."""
    sheet = sheet_of((labelled,))
    return sheet.source.split("---\n\n")[1].split("## Records")[0], sheet.source[slice(*sheet.spans[0])]


def test_a_sentence_is_a_paragraph_in_a_section() -> None:
    assert body(item(text="A [claim] (*).", register=Register.WEB_COPY)) == (
        "## Part 1\n\nA \\[claim\\] (\\*).\n\n",
        "A \\[claim\\] (\\*).",
    )


def test_the_sentence_in_front_belongs_to_it() -> None:
    assert body(item(before="Tired?", text="Not now.", register=Register.WEB_COPY)) == (
        "## Part 1\n\nTired? Not now.\n\n",
        "Tired? Not now.",
    )


def test_the_register_decides_where_it_stands() -> None:
    assert body(item(text="Less ache", under="Benefits", register=Register.LIST_ITEM))[0] == "## Benefits\n\n- Less ache\n\n"
    assert body(item(text="No aches", register=Register.HEADLINE)) == (f"## No aches\n\n{FILLER}\n\n", "## No aches\n\n")
    assert body(item(before="Safe?", text="Yes.", register=Register.FAQ)) == ("## Part 1\n\n### Safe?\n\nYes.\n\n", "### Safe?\n\nYes.")


def test_a_subject_stands_in_the_front_matter(tmp_path: Path) -> None:
    sheet = sheet_of((item(text='Your "cure"', register=Register.EMAIL_SUBJECT),))
    path = tmp_path / "notes.md"
    path.write_text(sheet.source, encoding="utf-8")
    assert read_document(path, STRAY).meta.subject == 'Your "cure"'
    assert sheet.source[slice(*sheet.spans[0])] == '"Your \\"cure\\""'


def test_the_page_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    for page, relationship, names in ((Page.PROMOTIONAL, Relationship.SELLER, ["Ostrevin"]), (Page.EDITORIAL, Relationship.NONE, [])):
        path.write_text(sheet_of((item(page=page),)).source, encoding="utf-8")
        meta = read_document(path, STRAY).meta
        assert (meta.relationship, [product.name for product in meta.products], meta.undeclared) == (relationship, names, frozenset())


def test_markdown_renders_to_the_words(tmp_path: Path) -> None:
    text = "1. <b> & *x* _y_ `z` [q](r) #tag 3 ~ 4 \\ {5} ^6^ $7$ | + - ="
    path = tmp_path / "notes.md"
    for start in ("", "- ", "+ ", "# ", "> ", "= ", ": "):
        path.write_text(sheet_of((item(text=start + text, register=Register.WEB_COPY),)).source, encoding="utf-8")
        sentences = [sentence.text for sentence in read_document(path, STRAY).body()]
        assert start + text in " ".join(sentences)
    assert escaped("It fell [@trial].") == "It fell [@trial]."


def test_every_sentence_is_found_in_its_article_however_they_are_laid_out() -> None:
    for sheets in (apart(ITEMS), together(ITEMS)):
        seen = 0
        for sheet in sheets:
            for labelled, span in zip(sheet.items, sheet.spans, strict=True):
                assert escaped(labelled.row.text) in sheet.source[slice(*span)] or labelled.row.register is Register.EMAIL_SUBJECT
                seen += 1
        assert seen == len(ITEMS)
