"""Front matter: typed, strict, with the place of every text."""

from __future__ import annotations

import datetime
import hashlib

import pytest

from pipeline.article.document import Document
from pipeline.article.metadata import Author, Picture, Product, Relationship
from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.errors import InputError
from pipeline.findings import Market


def read(text: str, path: str = "content/my-page.md") -> Document:
    return document_of(Source(path, text, hashlib.sha256(text.encode()).hexdigest()))


FULL = """---
title: "Zinc: what it does"
slug: zinc
lang: en-GB
description: A short text.
author: {name: Nostrum editors, kind: organization, url: "https://example.org/about"}
reviewed_by: Dr A. Person
date: 2026-01-15
updated: 2026-02-01
last_reviewed: 2026-02-02
relationship: affiliate
products:
  - name: Example Zinc
    url: https://example.com/zinc
    ingredients: [zinc]
    directions: One tablet a day.
markets: [US, EU]
disclaimers: [medical-advice]
tags: [skin, minerals]
image: {src: images/a.png, alt: A tablet}
---

Text.
"""


def test_every_key() -> None:
    meta = read(FULL).meta
    assert meta.title == "Zinc: what it does"
    assert (meta.slug, meta.lang, meta.description) == ("zinc", "en-GB", "A short text.")
    assert meta.author == Author("Nostrum editors", "", "https://example.org/about", "organization")
    assert meta.reviewed_by == Author("Dr A. Person")
    assert (meta.date, meta.updated) == (datetime.date(2026, 1, 15), datetime.date(2026, 2, 1))
    assert meta.last_reviewed == datetime.date(2026, 2, 2)
    assert meta.relationship is Relationship.AFFILIATE
    assert meta.products == (Product("Example Zinc", "https://example.com/zinc", ("zinc",), "One tablet a day."),)
    assert meta.markets == (Market.US, Market.EU)
    assert meta.image == Picture("images/a.png", "A tablet")
    assert meta.undeclared == frozenset()


def test_what_is_left_out_is_read_strictly_and_named() -> None:
    meta = read("---\ntitle: Page\n---\n\nText.\n").meta
    assert (meta.slug, meta.relationship, meta.products, meta.markets) == ("my-page", Relationship.SELLER, (), tuple(Market))
    assert meta.undeclared == {"relationship", "products", "markets", "disclaimers"}


def test_texts_know_their_place() -> None:
    document = read(FULL)
    for text in document.meta.texts:
        assert document.source[slice(*text.span)] == text.text
    assert [text.name for text in document.meta.texts] == [
        "title",
        "slug",
        "description",
        "author.name",
        "reviewed_by",
        "products.0.name",
        "products.0.ingredients.0",
        "products.0.directions",
        "tags.0",
        "tags.1",
        "image.alt",
    ]


def test_a_folded_text_maps_through_its_folds() -> None:
    document = read("---\ntitle: T\ndescription: >\n  One line\n  and more.\n---\n")
    sentence = next(s for s in document.sentences if s.field == "description")
    assert sentence.text == "One line and more."
    assert document.source[slice(*sentence.span)] == "One line\n  and more."
    assert document.source[slice(*sentence.source_span(9, 12))] == "and"


@pytest.mark.parametrize(
    "text, message",
    [
        (
            "Text only.\n",
            "content/my-page.md:1: there is no front matter; start the file with a line of ---, then title: …, then a line of ---",
        ),
        ("---\ntitle: x\n", "content/my-page.md:1: the front matter is never closed; end it with a line of ---"),
        ("---\ntitle: ' '\n---\n", "content/my-page.md:2: title is blank; write what the article is about"),
        (
            "---\ntitle: no\n---\n",
            "content/my-page.md:2: title: YAML reads the bare value 'no' as something other than text; write \"no\" in quotes",
        ),
        (
            "---\nlang: en\ntitle: 010\n---\n",
            "content/my-page.md:3: title: YAML reads the bare value '010' as something other than text; write \"010\" in quotes",
        ),
        (
            "---\ntitle: x\nslug: ../up\n---\n",
            "content/my-page.md:3: slug '../up' cannot name a folder; "
            "use lower-case letters, digits and single hyphens, at most 80, such as zinc-and-skin",
        ),
        (
            '---\ntitle: x\nauthor: "A\\nBcc: everybody"\n---\n',
            "content/my-page.md:3: author goes over more than one line; write it on one line",
        ),
        ("---\ntitle: x\nlang: English!\n---\n", "content/my-page.md:3: lang 'English!' is not a language tag; write en, or en-GB"),
        (
            "---\ntitle: x\ndate: 2026-01-01\npublished: 2026-01-01\n---\n",
            "content/my-page.md:4: date and published say the same thing twice; keep one of them",
        ),
    ],
)
def test_faults(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "text, line, words",
    [
        ("---\ntitle: a\ntitle: b\n---\n", 3, "title"),
        ("---\ntitle: a\nautor: b\n---\n", 3, "author"),
        ("---\ntitle: [a]\n---\n", 2, "title"),
        ("---\ntitle: null\n---\n", 2, "title"),
        ("---\nslug: a\n---\n", 2, "title"),
        ("---\ntitle: a\ndate: soon\n---\n", 3, "date"),
        ("---\ntitle: &a x\nsubject: *a\n---\n", 2, ""),
        ("---\ntitle: !x y\n---\n", 2, ""),
        ("---\ntitle: a\nrelationship: afiliate\n---\n", 3, "affiliate"),
    ],
)
def test_faults_of_yaml_and_schema_name_line_and_key(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.line == line
    assert words in str(caught.value)


def test_windows_line_ends() -> None:
    document = read("---\r\ntitle: Page\r\nslug: p\r\n---\r\n\r\nOne.\r\n")
    assert document.meta.title == "Page"
    assert [s.text for s in document.body()] == ["One."]
