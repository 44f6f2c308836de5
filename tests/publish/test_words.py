"""The fixed words: complete, used, in the article's language where there is one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from pipeline.article.metadata import Relationship
from pipeline.errors import RenderError
from pipeline.publish.words import CERTAINTIES, Catalogue, read_words
from tests.publish.making import TEMPLATES

WORDS = read_words(TEMPLATES, "en")


def test_dates_are_written_out() -> None:
    assert WORDS.date_of(date(2026, 11, 3)) == "3 November 2026"
    assert WORDS.month_of(date(2028, 2, 29)) == "February 2028"


def test_every_relationship_and_certainty_has_its_words() -> None:
    assert [WORDS.how_sure_in_words(name) for name in CERTAINTIES] == ["cannot say", "very low", "low", "moderate", "high"]
    assert all(WORDS.who_pays(relationship) for relationship in Relationship)
    assert [bool(WORDS.paid_link_note(relationship)) for relationship in Relationship] == [False, True, True, True]


def test_every_word_is_used() -> None:
    sources = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.jinja")]
    sources += [path.read_text(encoding="utf-8") for path in (TEMPLATES.parent / "pipeline" / "publish").glob("*.py")]
    text = "\n".join(sources)
    assert [name for name in Catalogue.__struct_fields__ if f"words.{name}" not in text and f"self.{name}" not in text] == []


def test_another_language_is_taken_where_it_is_there(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES / "words", tmp_path / "words")
    text = (tmp_path / "words" / "en.yaml").read_text(encoding="utf-8")
    (tmp_path / "words" / "de.yaml").write_text(text.replace("References", "Quellen"), encoding="utf-8")
    assert read_words(tmp_path, "de-AT").references == "Quellen"
    assert read_words(tmp_path, "fr").references == "References"


def test_a_missing_word_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    text = (TEMPLATES / "words" / "en.yaml").read_text(encoding="utf-8")
    (tmp_path / "words" / "en.yaml").write_text(text.replace("notes: Notes\n", ""), encoding="utf-8")
    with pytest.raises(RenderError, match=r"words/en\.yaml:\d+: .*notes"):
        read_words(tmp_path, "en")
