"""Articles, settings and verdicts for the tests of the outputs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from pipeline.article.document import Document
from pipeline.article.read import read_document
from pipeline.article.site import EmailService, Newsletter, Site
from pipeline.evidence.ladder import Design
from pipeline.evidence.register import Kind, Person, Reference, Register
from pipeline.gate import Cleared, Draft, as_draft, judge
from pipeline.publish.files import Press
from pipeline.publish.view import ArticleView, article_view

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

REFERENCES = {
    "doe2020": Reference(
        title="Bread and sleep: a cohort study",
        type=Kind.ARTICLE,
        year=2020,
        authors=(Person(family="Doe", given="Jane"),),
        journal="Journal of Examples",
        volume="3",
        pages="1-9",
        doi="10.1000/example.2020",
        design=Design.COHORT,
        checked_on=date(2026, 11, 23),
    ),
    "roe2021": Reference(title="Walking to work", type=Kind.ARTICLE, year=2021, journal="Example Letters", design=Design.TRIAL),
}


def site(service: EmailService = EmailService.LISTMONK, **changes: object) -> Site:
    """Settings of a publisher; keyword arguments replace single ones."""
    newsletter = Newsletter(
        service=service,
        from_name="Example Health",
        from_email="news@example.org",
        list_id="articles.example.org",
        unsubscribe_url="https://example.org/unsubscribe",
        unsubscribe_email="unsubscribe@example.org",
        why="You get this because you signed up at example.org.",
    )
    settings: dict[str, object] = {
        "publisher": "Example Health",
        "purpose": "Health information, with its evidence shown",
        "base_url": "https://example.org/health",
        "postal_address": "1 Example Street, Example Town",
        "feedback_url": "https://example.org/feedback",
        "material_prefix": "EXA",
        "newsletter": newsletter,
    }
    return Site(**(settings | changes))  # type: ignore[arg-type]


def press(content: Path, settings: Site | None = None, templates: Path = TEMPLATES) -> Press:
    """The means of rendering, with two references on file."""
    lines = dict.fromkeys(REFERENCES, 1)
    return Press(
        site=settings or site(), register=Register("content/evidence.yaml", REFERENCES, lines), templates=templates, content=content
    )


def article(folder: Path, body: str, front: str = "", title: str = "A test", slug: str = "a-test") -> Document:
    """A document read from a file with this body; `front` holds further lines of front matter."""
    path = folder / f"{slug}.md"
    path.write_text(
        f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nslug: {slug}\n{front}---\n\n{body}", encoding="utf-8", newline="\n"
    )
    return read_document(path, site())


def view_of(folder: Path, body: str, front: str = "relationship: none\n", **settings: object) -> ArticleView:
    """The view of a small article that was cleared."""
    return article_view(cleared(article(folder, body, front)), press(folder, site(**settings)))  # type: ignore[arg-type]


def cleared(document: Document) -> Cleared:
    """The document as it is when nothing was found."""
    verdict = judge(document, (), ())
    assert isinstance(verdict, Cleared)
    return verdict


def draft(document: Document) -> Draft:
    """The document as a draft."""
    return as_draft(cleared(document))
