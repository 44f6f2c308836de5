"""Text as it is compared: the same for the same words, whatever they were printed by."""

from __future__ import annotations

import pytest

from pipeline.text import Span
from pipeline.verify.reading import EDGE, Reading, Run, bare, squeeze


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("an affluent office", "an af\ufb02uent of\ufb01ce"),
        ("low-carb", "low-\ncarb"),
        ("soft hyphen", "soft hy\u00adphen"),
        ("café", "cafe\u0301"),
        ("non\u2011breaking", "non-breaking"),
        ("20 mg", "20\u00a0mg"),
        ("x²", "x2"),
        ("👩\u200d⚕\ufe0f", "👩⚕"),
        ("a\u202eb", "ab"),
        ("in five… words", "in five... words"),
    ],
)
def test_the_same_words_are_the_same(one: str, other: str) -> None:
    assert squeeze(one) == squeeze(other)


@pytest.mark.parametrize(("one", "other"), [("Zinc", "zinc"), ("1.5", "15"), ("a, b", "a b"), ("−", "-"), ("may", "many"), ("“a”", '"a"')])
def test_other_words_are_not(one: str, other: str) -> None:
    assert squeeze(one) != squeeze(other)


def test_names_and_titles_are_compared_by_letters_and_figures() -> None:
    assert bare("The Gut–Skin Axis: a “Review” (2nd ed.)") == bare("the gut-skin axis. A review, 2nd ed")


def test_a_reading_knows_words_and_how_they_are_set() -> None:
    reading = Reading([Run("A bo"), Run("ld", bold=True), Run(" word. "), Run(EDGE), Run(""), Run(EDGE), Run("Next")])
    assert reading.text == f"Aboldword.{EDGE}Next"
    assert reading.raw == "A bold word. Next"
    assert [run.text for run in reading.runs_of(Span(1, 5))] == ["A bo", "ld"]
    assert [run.text for run in reading.runs_of(Span(3, 5))] == ["ld"]
    assert reading.whole_words(Span(1, 5))
    assert not reading.whole_words(Span(1, 4))
    assert not reading.whole_words(Span(2, 5))
    assert reading.whole_words(Span(5, 10))
    assert reading.whole_words(Span(11, 15))
