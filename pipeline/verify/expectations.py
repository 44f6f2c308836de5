"""What every output of an article has to show: from the Document, the register and the statements.

Never from what the templates were given: a sentence that was dropped on the way there would be
missing on both sides and cancel out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.article import document as doc
from pipeline.article.site import EmailService, Newsletter, Site
from pipeline.evidence.disclaimers import Position, Statement, statements
from pipeline.evidence.register import Reference, Register
from pipeline.verify.wanted import Wanted, Zone, sentences_wanted, wanted

# The finished files of an article that hold its text.
WEB, MAIL, PLAIN, MESSAGE = "index.html", "newsletter.html", "newsletter.txt", "newsletter.eml"
HANDOUTS = ("handout.pdf", "handout-letter.pdf")
# The files by the step that makes them.
OUTPUTS: dict[str, tuple[str, ...]] = {"web": (WEB,), "handout": HANDOUTS, "newsletter": (MAIL, PLAIN, MESSAGE)}

# Front matter that readers see, by the outputs that show it and where in them. What is not listed
# (tags, names of ingredients) is for machines; the subject is a header of the message.
_EVERYWHERE = (WEB, *HANDOUTS, MAIL, PLAIN)
_FRONT: dict[str, tuple[tuple[str, ...], Zone]] = {
    "title": (_EVERYWHERE, Zone.FRONT),
    "description": (_EVERYWHERE, Zone.FRONT),
    "preheader": ((MAIL, PLAIN), Zone.FRONT),
    "ai_use": (_EVERYWHERE, Zone.LOOSE),
    "image.alt": (_EVERYWHERE, Zone.DESCRIPTION),
    "directions": (_EVERYWHERE, Zone.LOOSE),
}

# The opt-out tag of each service, from its own documentation.
_OPT_OUT = {
    EmailService.MAILCHIMP: "*|UNSUB|*",
    EmailService.LISTMONK: "{{ UnsubscribeURL }}",
    EmailService.BREVO: "{{ unsubscribe }}",
    EmailService.BUTTONDOWN: "{{ unsubscribe_url }}",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A work of the list of references. `identifiers` holds the one by which it is best found, or none."""

    key: str
    title: str
    identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Numbers, in the sentences, of the heading of a section and of the last sentence below it."""

    heading: int
    last: int


@dataclass(frozen=True, slots=True)
class Expectations:
    """All that is due. `short` and `products` are where statements of those positions belong."""

    document: doc.Document
    draft: bool
    site: Site
    sentences: tuple[Wanted, ...]
    references: tuple[Cited, ...]
    statements: tuple[Statement, ...]
    short: tuple[Scope, ...]
    products: tuple[Scope, ...]
    people: tuple[str, ...]
    checked: date | None

    def sentences_in(self, output: str) -> tuple[Wanted, ...]:
        """Those that one output has to show, in the order of the article."""
        return tuple(item for item in self.sentences if not item.field or output in _FRONT[_field(item.field)][0])

    def scopes(self, position: Position) -> tuple[Scope, ...]:
        """The sections in which a statement of this position has to stand; none means anywhere after the title."""
        if position is Position.PRODUCT:
            return self.products
        return self.short[:1] if position is Position.IN_SHORT else ()


def expectations(document: doc.Document, draft: bool, register: Register, site: Site) -> Expectations:
    """What the outputs of an article have to show."""
    body = sentences_wanted(document)
    front = _front(document)
    meta = document.meta
    shift = len(front)
    return Expectations(
        document=document,
        draft=draft,
        site=site,
        sentences=(*front, *body),
        references=_references(document, register),
        statements=statements(document),
        short=_scopes(document, body, "in-short", shift),
        products=_scopes(document, body, "product", shift),
        people=tuple(part for person in (meta.author, meta.reviewed_by) if person for part in (person.name, person.credentials) if part),
        checked=meta.last_reviewed,
    )


def opt_out(newsletter: Newsletter) -> str:
    """Where the unsubscribe link of a newsletter leads, as it stands before the service sends it."""
    return _OPT_OUT.get(newsletter.service, newsletter.unsubscribe_url)


def _field(path: str) -> str:
    """A front matter path without its list's index: `products.0.directions` is `directions`."""
    return "directions" if path.startswith("products.") and path.endswith(".directions") else path


def _front(document: doc.Document) -> tuple[Wanted, ...]:
    """The sentences of front matter that readers see."""
    due = (sentence for sentence in document.sentences if sentence.place is doc.Place.FRONT and _field(sentence.field) in _FRONT)
    made = (wanted(document, sentence, (), _FRONT[_field(sentence.field)][1]) for sentence in due)
    return tuple(item for item in made if item.plain)


def _references(document: doc.Document, register: Register) -> tuple[Cited, ...]:
    """Each work that is cited, once; one that the register lacks is called by its key."""
    keys = dict.fromkeys(work.key for citation in document.citations for work in citation.works)
    return tuple(_cited(key, register.references.get(key)) for key in keys)


def _cited(key: str, reference: Reference | None) -> Cited:
    if reference is None:
        return Cited(key, key, ())
    known = (reference.doi, reference.pmid, reference.pmcid, reference.url)
    return Cited(key, reference.title, tuple(filter(None, known))[:1])


def _scopes(document: doc.Document, body: tuple[Wanted, ...], kind: str, shift: int) -> tuple[Scope, ...]:
    """The outermost sections of a kind, with all that is below them."""
    inside = {section.index for section in document.sections if kind in section.classes}
    outer = [index for index in inside if not inside & set(document.sections[index].path)]
    made = []
    for index in sorted(outer):
        held = {section.index for section in document.sections if section.index == index or index in section.path}
        numbers = [number for number, item in enumerate(body) if item.section in held and item.zone in (Zone.FLOW, Zone.CELL, Zone.COLUMN)]
        if numbers:
            made.append(Scope(numbers[0] + shift, numbers[-1] + shift))
    return tuple(made)
