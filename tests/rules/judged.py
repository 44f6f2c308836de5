"""Articles written in a test, read and judged as `nostrum lint` does."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from pipeline.article.document import Document
from pipeline.article.read import document_of
from pipeline.article.site import STRAY, Site
from pipeline.article.source import Source
from pipeline.claims.detect import read
from pipeline.claims.reading import Reading
from pipeline.evidence.ladder import Design
from pipeline.evidence.register import Kind, Reference, Register
from pipeline.findings import Finding
from pipeline.rules.base import Context
from pipeline.rules.run import active_rules, run_rules

TODAY = date(2026, 11, 23)
TRIAL = Reference(type=Kind.ARTICLE, title="A trial", design=Design.TRIAL, n=100, year=2025)
LINK = Reference(type=Kind.ARTICLE, title="A cohort", design=Design.COHORT, n=900, year=2024)
MOUSE = Reference(type=Kind.ARTICLE, title="In mice", design=Design.ANIMAL, year=2024)
REGISTER = Register("content/evidence.yaml", {"trial": TRIAL, "link": LINK, "mouse": MOUSE}, {"trial": 1, "link": 9, "mouse": 17})

SELLER = "relationship: seller\nproducts: [{name: PrimaDerm Daily}]\nmarkets: [%s]\n"
PAGES = {
    "seller": SELLER % "US, EU, UK, CA, AU",
    "EU": SELLER % "EU, UK",
    "US": SELLER % "US",
    "E": "relationship: none\nproducts: []\n",
    "U": "",
}
STATED = "disclaimers: [medical-advice, material-connection, eu-food-information]\n"


def document(front: str, body: str) -> Document:
    """An article with a title, more front matter, and a body."""
    return document_of(Source("article.md", f"---\ntitle: Page\n{front}---\n\n{body}\n", "0" * 64))


def reading(front: str, body: str, register: Register = REGISTER) -> tuple[Document, Reading]:
    """The article and its claims."""
    made = document(front, body)
    return made, read(made, register)


def findings(front: str, body: str, *select: str, site: Site = STRAY, register: Register = REGISTER) -> tuple[Finding, ...]:
    """The findings of the rules whose codes begin so."""
    made, read_for = reading(front, body, register)
    return run_rules(Context(made, read_for, register, site, TODAY), active_rules(select, ()))


def site(**changes: object) -> Site:
    """The neutral settings with some of them changed."""
    fields = {name: getattr(STRAY, name) for name in STRAY.__struct_fields__}
    return Site(**(fields | changes))


__all__ = ["PAGES", "REGISTER", "STATED", "TODAY", "document", "findings", "reading", "replace", "site"]
