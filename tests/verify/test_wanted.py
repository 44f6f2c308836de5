"""A sentence is wanted word for word, with what the source asks for between its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.text import Span
from pipeline.verify.reading import squeeze
from pipeline.verify.wanted import Wanted, Zone, sentences_wanted
from tests.publish.making import article


def of(folder: Path, body: str) -> list[Wanted]:
    """The sentences of a body."""
    return list(sentences_wanted(article(folder, body)))


def is_found(item: Wanted, shown: str) -> bool:
    """Whether the whole of a text is the sentence."""
    text = squeeze(shown)
    return Span(0, len(text)) in item.found(text, 0, len(text))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Plain words.", "Plain words."),
        ("Bread helps [@doe2020].", "Bread helps [1]."),
        ("Bread helps.[@doe2020]", "Bread helps. [1]"),
        ("Bread helps [@doe2020; @roe2021, p. 3] you.", "Bread helps\u00a0[1; 2, p. 3] you."),
        ("One of [12] people.", "One of [12] people."),
        ("Words.[^n]\n\n[^n]: Note.", "Words.\u00a0[note 1]"),
        ("Words.[^n]\n\n[^n]: Note.", "Words.¹"),
        ("A [link](https://example.org/a) here.", "A link here."),
        ("A [link](https://example.org/a) here.", "A link (https://example.org/a) here."),
        ("A [link](https://example.org/a_(b)) here.", "A link https://example.org/a_(b) here."),
        ("A ![loaf](images/loaf.png) here.", "A here."),
        ("A ~~struck~~ word.", "A struck word."),
        ("A ~~struck~~ word.", "A ~~struck~~ word."),
        ("~~struck~~ [^n]\n\n[^n]: Note.", "struck~~ [note 1]"),
        ("See [this](https://example.org) [@doe2020]", "See this (https://example.org) [1]"),
        ("un**believ**able *and* `code`.", "unbelievable and code."),
        ("hy&shy;phen", "hyphen"),
        ("hy&shy;phen", "hy-phen"),
        ("hy&shy;phen", "hy\u2010\nphen"),
        ("A hard\\\nbreak.", "A hard break."),
    ],
)
def test_what_outputs_print_between_the_words(tmp_path: Path, body: str, shown: str) -> None:
    from tests.verify.sample import written

    assert is_found(sentences_wanted(written(tmp_path, body, ""))[0], shown)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Plain words.", "Plain other words."),
        ("Bread helps [@doe2020].", "Bread helps."),
        ("Bread helps.[@doe2020]", "Bread helps."),
        ("One of [12] people.", "One of people."),
        ("Words[^n] here.\n\n[^n]: Note.", "Words here."),
        ("A [link](https://example.org/a) here.", "A link to shops here."),
        ("hyphen", "hy-phen"),
    ],
)
def test_what_is_not_the_sentence(tmp_path: Path, body: str, shown: str) -> None:
    assert not is_found(of(tmp_path, body)[0], shown)


def test_what_follows_a_link_is_not_swallowed(tmp_path: Path) -> None:
    first, second = of(tmp_path, "See [this](https://example.org). (And that too.)")
    text = squeeze("See this. (And that too.)")
    assert [span.end for span in first.found(text, 0, len(text))] == [8]
    assert [span.start for span in second.found(text, 0, len(text))] == [8]


def test_marks_are_handed_out_with_their_keys(tmp_path: Path) -> None:
    (item,) = of(tmp_path, "Bread [@doe2020] helps [@roe2021; @doe2020, p. 3].")
    text = squeeze("Bread [1] helps [2; 1, p. 3].")
    assert item.marks(text, Span(0, len(text))) == ((("doe2020",), "[1]"), (("roe2021", "doe2020"), "[2;1,p.3]"))


def test_a_mark_belongs_to_its_own_line(tmp_path: Path) -> None:
    items = of(tmp_path, "| One | Two |\n|---|---|\n| yes | [^n] |\n\nLast words\n\n[@doe2020] First words.\n\n[^n]: Note.")
    assert [(item.words, item.pattern) for item in items if item.words in ("yes", "Last words")] == [("yes", None), ("Last words", None)]


def test_zones_and_lines(tmp_path: Path) -> None:
    body = (
        "# Head\n\nText. More.\n\n| One | Two |\n|---|---|\n| yes | no |\n\n"
        "[link](https://example.org 'tip') word[^n]\n\n[^n]: Note.\n\n    - in a list\n"
    )
    assert [(item.words, item.zone, item.line) for item in of(tmp_path, body)] == [
        ("Head", Zone.FLOW, 6),
        ("Text.", Zone.FLOW, 8),
        ("More.", Zone.FLOW, 8),
        ("One", Zone.COLUMN, 10),
        ("Two", Zone.COLUMN, 10),
        ("yes", Zone.CELL, 12),
        ("no", Zone.CELL, 12),
        ("link word", Zone.FLOW, 14),
        ("tip", Zone.DESCRIPTION, 14),
        ("Note.", Zone.LOOSE, 16),
        ("in a list", Zone.LOOSE, 18),
    ]


def test_what_prints_nothing_is_not_wanted(tmp_path: Path) -> None:
    assert of(tmp_path, "&#8203;\n\nWords") == of(tmp_path, "&#8203;\n\nWords")[-1:]
