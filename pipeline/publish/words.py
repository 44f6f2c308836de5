"""The fixed words of the outputs: templates/words/<language>.yaml, typed.

Text with names in braces is filled in here and nowhere else, so that a template never formats.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, TypeAlias

import msgspec

from pipeline.article import strict_yaml
from pipeline.article.metadata import Relationship
from pipeline.errors import RenderError
from pipeline.publish.paths import shown_path

# What a heading's `certainty` may say, weakest first: the place in this row is the number of squares.
CERTAINTIES = ("cannot-say", "very-low", "low", "moderate", "high")

Months: TypeAlias = Annotated[tuple[str, ...], msgspec.Meta(min_length=12, max_length=12)]


class ByRelationship(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One wording for each kind of material connection."""

    none: str
    affiliate: str
    sponsored: str
    seller: str


class ByCertainty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """GRADE's four levels of certainty in words, and one for what nobody can say."""

    cannot_say: str
    very_low: str
    low: str
    moderate: str
    high: str


class OnPaper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What only the handout says: running head and foot, and what stands at its QR code."""

    kind: str
    not_advice: str
    version: str
    checked: str
    unchecked: str
    page: str
    scan: str
    code: str
    publisher: str


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's words, named by where they stand."""

    skip: str
    contents: str
    written_by: str
    last_checked: str
    clinical_review: str
    who_paid: str
    nobody_named: str
    not_checked: str
    no_review: str
    paid: ByRelationship
    paid_link: ByRelationship
    advertisement: str
    how_sure: str
    sure: ByCertainty
    squares_key: str
    certainty_key: str
    note: str
    note_back: str
    notes: str
    reference: str
    references: str
    about: str
    ai_use: str
    directions: str
    handout: str
    handout_a4: str
    handout_letter: str
    handout_button: str
    paper: OnPaper
    either: str
    material: str
    next_check: str
    feedback: str
    picture: str
    in_browser: str
    unsubscribe: str
    index_title: str
    index_empty: str
    months: Months
    day: str
    month: str

    def who_pays(self, relationship: Relationship) -> str:
        """The answer to "Who paid"."""
        return str(getattr(self.paid, relationship.value))

    def paid_link_note(self, relationship: Relationship) -> str:
        """What stands at a link that somebody earns from; empty where nobody does."""
        return str(getattr(self.paid_link, relationship.value))

    def how_sure_in_words(self, certainty: str) -> str:
        """The word for a heading's certainty."""
        return str(getattr(self.sure, certainty.replace("-", "_")))

    def date_of(self, when: date) -> str:
        """20 November 2026."""
        return self.day.format(day=when.day, month=self.months[when.month - 1], year=when.year)

    def month_of(self, when: date) -> str:
        """November 2026."""
        return self.month.format(month=self.months[when.month - 1], year=when.year)


@cache
def read_words(templates: Path, lang: str) -> Catalogue:
    """The words of a language, English where its file is missing. Raises RenderError with path and line."""
    own = templates / "words" / f"{lang.split('-')[0].lower()}.yaml"
    file = own if own.is_file() else templates / "words" / "en.yaml"
    path = shown_path(file)
    return strict_yaml.convert(strict_yaml.read(file, path, RenderError), Catalogue, path, RenderError)
