"""build/index.html: what has been published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.article.metadata import Relationship
from pipeline.gate import DRAFT_STAMP, Draft, Publishable
from pipeline.publish.environment import render
from pipeline.publish.files import Press
from pipeline.publish.view import imprint, web_url
from pipeline.publish.web import style_hash, style_sheet
from pipeline.publish.words import Catalogue, read_words


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One published article: `commercial` ones are marked as advertisements, drafts as drafts."""

    slug: str
    title: str
    description: str
    last_checked: date | None
    commercial: bool
    draft: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry as it prints; what does not apply is empty."""

    slug: str
    title: str
    description: str
    last_checked: str
    checked: str
    label: str
    stamp: str


def index_entry(piece: Publishable) -> IndexEntry:
    """The entry for an article."""
    meta = piece.document.meta
    commercial = meta.relationship is not Relationship.NONE
    return IndexEntry(meta.slug, meta.title, meta.description, meta.last_reviewed, commercial, isinstance(piece, Draft))


def render_index(entries: tuple[IndexEntry, ...], press: Press) -> bytes:
    """The index in the order of the titles. Fonts and icon are those beside the first article."""
    site, lang = press.site, press.site.lang
    words = read_words(press.templates, lang)
    ordered = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.slug))
    style = style_sheet(press, lang, f"{ordered[0].slug}/" if ordered else "")
    page = render(
        press.templates,
        lang,
        "web/index.html.jinja",
        site=site,
        imprint=imprint(site.publisher, site.postal_address),
        entries=tuple(_line(entry, words) for entry in ordered),
        style=style,
        style_hash=style_hash(style),
        linked_data=_linked_data(ordered, press),
    )
    return page.encode()


def _line(entry: IndexEntry, words: Catalogue) -> _Line:
    checked = entry.last_checked
    return _Line(
        entry.slug,
        entry.title,
        entry.description,
        checked.isoformat() if checked else "",
        words.date_of(checked) if checked else "",
        words.advertisement if entry.commercial else "",
        DRAFT_STAMP if entry.draft else "",
    )


def _linked_data(entries: list[IndexEntry], press: Press) -> dict[str, object]:
    """The list as schema.org's CollectionPage."""
    site = press.site
    parts = [{"@type": "MedicalWebPage", "name": entry.title, "url": web_url(site.base_url, entry.slug)} for entry in entries]
    page = {"@context": "https://schema.org", "@type": "CollectionPage", "name": site.publisher, "description": site.purpose}
    return {**page, "url": f"{site.base_url}/", "inLanguage": site.lang, "hasPart": parts}
