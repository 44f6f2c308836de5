"""The article as every output prints it: one frozen value, made once, without markup.

Templates arrange an ArticleView and decide nothing. Verification never looks at it: it reads the
finished bytes against the Document.
"""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from pipeline.article.document import Block, Document
from pipeline.article.metadata import Author, Relationship
from pipeline.evidence.disclaimers import Position, statements
from pipeline.evidence.register import Register
from pipeline.gate import DRAFT_STAMP, Draft, Publishable
from pipeline.publish import nodes
from pipeline.publish.environment import checked_words
from pipeline.publish.files import Press
from pipeline.publish.links import allowed_link, host_of, printed_anchors
from pipeline.publish.outline import outline
from pipeline.publish.parts import Note, Section, Statement
from pipeline.publish.pictures import PictureFile
from pipeline.publish.prose import Prose, Surroundings
from pipeline.publish.references import PrintedReference, numbered
from pipeline.publish.runs import of_statement
from pipeline.publish.words import Catalogue

# Scripts that are written from right to left, by the language tags that use them.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the pairs under the title. `href` (an author's page) and `date` (ISO 8601) may be empty."""

    label: str
    value: str
    href: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that a template may print, in the order in which outputs print it.

    `stamp` is empty or DRAFT_STAMP and goes on every page. `disclosure` stands above the title.
    `note` holds what an In short section would have carried where the article has none, `required`
    the same for product sections. `label` is "Advertisement" on a commercial page, else empty.
    `imprint` is who publishes and where; `web_url` ends with a slash.
    """

    lang: str
    direction: str
    slug: str
    stamp: str
    label: str
    disclosure: tuple[Statement, ...]
    title: str
    description: str
    subject: str
    preheader: str
    facts: tuple[Fact, ...]
    lead: tuple[nodes.Block, ...]
    note: tuple[Statement, ...]
    sections: tuple[Section, ...]
    required: tuple[Statement, ...]
    directions: tuple[str, ...]
    notice: tuple[Statement, ...]
    ai_use: str
    demonstration: str
    notes: tuple[Note, ...]
    references: tuple[PrintedReference, ...]
    contents: tuple[Entry, ...]
    pictures: tuple[PictureFile, ...]
    publisher: str
    purpose: str
    postal_address: str
    imprint: str
    feedback_url: str
    material_id: str
    next_check: str
    web_url: str


def article_view(piece: Publishable, press: Press) -> ArticleView:
    """Everything that the outputs of one article print. Raises InputError for a picture that cannot be shown."""
    document, site = piece.document, press.site
    words = checked_words(press.templates, document.meta.lang)
    references = numbered(document, press.register)
    by_position = _statements(document)
    prose = Prose(_surroundings(document, press, words, references))
    shape = outline(prose, document, words, by_position)
    notes = _notes(prose, document)
    return ArticleView(
        lang=document.meta.lang,
        direction="rtl" if document.meta.lang.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr",
        slug=document.meta.slug,
        stamp=DRAFT_STAMP if isinstance(piece, Draft) else "",
        label=words.advertisement if document.meta.relationship is not Relationship.NONE else "",
        disclosure=by_position[Position.BEFORE_TITLE],
        title=document.meta.title,
        description=document.meta.description,
        subject=document.meta.subject or document.meta.title,
        preheader=document.meta.preheader or document.meta.description,
        facts=_facts(document, words),
        lead=shape.lead,
        note=shape.note,
        sections=shape.sections,
        required=shape.required,
        directions=shape.directions,
        notice=by_position[Position.NOTICE],
        ai_use=words.ai_use.format(text=document.meta.ai_use) if document.meta.ai_use else "",
        demonstration=site.demonstration,
        notes=notes,
        references=references,
        contents=tuple(Entry(section.anchor, section.title) for section in shape.sections),
        pictures=tuple({picture.path: picture for picture in prose.pictures.values()}.values()),
        publisher=site.publisher,
        purpose=site.purpose,
        postal_address=site.postal_address,
        imprint=imprint(site.publisher, site.postal_address),
        feedback_url=site.feedback_url,
        material_id=words.material.format(id=material_id(document, press.register, site.material_prefix)),
        next_check=_next_check(document, site.review_months, words),
        web_url=web_url(site.base_url, document.meta.slug),
    )


def imprint(publisher: str, address: str) -> str:
    """Publisher and postal address in one line; an address that begins with the publisher's name keeps it."""
    line = " ".join(address.split())
    return line if line.startswith(publisher) else f"{publisher}, {line}"


def web_url(base_url: str, slug: str) -> str:
    """The address of an article's web page, with a slash at its end."""
    return f"{base_url}/{slug}/"


def material_id(document: Document, register: Register, prefix: str) -> str:
    """`NOS-1A2B3C-EN`: names one text with one state of its evidence, and changes with either."""
    cited = sorted({work.key for citation in document.citations for work in citation.works} & set(register.references))
    records = msgspec.json.encode([(key, register.references[key]) for key in cited], order="deterministic")
    digest = hashlib.sha256(document.sha256.encode() + b"\n" + records).hexdigest()
    return f"{prefix}-{digest[:6]}-{document.meta.lang}".upper()


def _statements(document: Document) -> Mapping[Position, tuple[Statement, ...]]:
    chosen = statements(document)
    return {
        position: tuple(
            Statement(item.id, item.title, item.mark, item.statutory, of_statement(item.text))
            for item in chosen
            if item.position is position
        )
        for position in Position
    }


def _surroundings(document: Document, press: Press, words: Catalogue, references: tuple[PrintedReference, ...]) -> Surroundings:
    earns = document.meta.relationship is not Relationship.NONE
    return Surroundings(
        document=document,
        anchors=printed_anchors(document),
        note_labels=frozenset(footnote.label for footnote in document.footnotes),
        content=press.content,
        numbers={reference.key: reference.number for reference in references},
        web_url=web_url(press.site.base_url, document.meta.slug),
        earns=earns,
        paid_hosts=frozenset(filter(None, (host_of(product.url) for product in document.meta.products))),
        paid_note=words.paid_link_note(document.meta.relationship),
    )


def _facts(document: Document, words: Catalogue) -> tuple[Fact, ...]:
    meta = document.meta
    checked = words.date_of(meta.last_reviewed) if meta.last_reviewed else words.not_checked
    return (
        _person(words.written_by, meta.author, words.nobody_named),
        Fact(words.last_checked, checked, date=meta.last_reviewed.isoformat() if meta.last_reviewed else ""),
        _person(words.clinical_review, meta.reviewed_by, words.no_review),
        Fact(words.who_paid, words.who_pays(meta.relationship)),
    )


def _person(label: str, person: Author | None, nobody: str) -> Fact:
    if person is None:
        return Fact(label, nobody)
    href = allowed_link(person.url) or ""
    return Fact(label, ", ".join(filter(None, (person.name, person.credentials))), href=href if href.startswith("http") else "")


def _next_check(document: Document, months: int, words: Catalogue) -> str:
    last = document.meta.last_reviewed
    return words.next_check.format(date=words.month_of(later(last, months))) if last else ""


def later(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _notes(prose: Prose, document: Document) -> tuple[Note, ...]:
    """Footnotes by first mark, then those that nothing points at: their text was judged like any other."""
    waiting: dict[str, list[Block]] = {}
    for footnote in document.footnotes:
        waiting.setdefault(footnote.label, []).extend(footnote.blocks)
    made: list[nodes.Item] = []
    while waiting:
        if len(made) == len(prose.marks):
            prose.note(next(iter(waiting)))
        made.append(prose.item(tuple(waiting.pop(prose.labels[len(made)]))))
    pairs = enumerate(zip(made, prose.marks, strict=True), 1)
    return tuple(Note(number, item.inlines, item.asides, item.blocks, tuple(backs)) for number, (item, backs) in pairs)
