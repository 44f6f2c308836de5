"""What machines read on the page: schema.org as JSON-LD, for search engines and archives.

MedicalWebPage and FAQPage, by https://schema.org; only facts that the page also shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from pipeline.article.document import Document
from pipeline.article.metadata import Author
from pipeline.publish import nodes
from pipeline.publish.parts import Section
from pipeline.publish.references import PrintedReference
from pipeline.publish.view import ArticleView

Data: TypeAlias = dict[str, Any]


def linked_data(view: ArticleView, document: Document) -> Data:
    """The page, and its questions where it has any, as one graph."""
    graph = [_page(view, document)]
    if questions := [question for section in view.sections for question in _questions(section)]:
        graph.append(
            {"@type": "FAQPage", "@id": f"{view.web_url}#faq", "url": view.web_url, "inLanguage": view.lang, "mainEntity": questions}
        )
    return {"@context": "https://schema.org", "@graph": graph}


def _page(view: ArticleView, document: Document) -> Data:
    meta = document.meta
    dates = {"datePublished": meta.date, "dateModified": meta.updated, "lastReviewed": meta.last_reviewed}
    people = {"author": meta.author, "reviewedBy": meta.reviewed_by}
    return {
        "@type": "MedicalWebPage",
        "@id": view.web_url,
        "url": view.web_url,
        "name": view.title,
        "headline": view.title,
        **({"description": view.description} if view.description else {}),
        "inLanguage": view.lang,
        "identifier": view.material_id,
        **{name: day.isoformat() for name, day in dates.items() if day},
        **{name: _person(person) for name, person in people.items() if person},
        "publisher": {"@type": "Organization", "name": view.publisher, "address": view.postal_address},
        "image": [f"{view.web_url}share.png", *(view.web_url + picture.href for picture in view.pictures)],
        "isAccessibleForFree": True,
        **({"citation": [_work(reference) for reference in view.references]} if view.references else {}),
        **({"keywords": list(meta.tags)} if meta.tags else {}),
    }


def _person(person: Author) -> Data:
    return {
        "@type": "Organization" if person.kind == "organization" else "Person",
        "name": person.name,
        **({"honorificSuffix": person.credentials} if person.credentials and person.kind != "organization" else {}),
        **({"url": person.url} if person.url.startswith("https://") else {}),
    }


def _work(reference: PrintedReference) -> Data:
    words = "".join(run.text for run in reference.runs).strip()
    return {"@type": "CreativeWork", "name": words, **({"url": reference.link.href} if reference.link else {})}


def _questions(section: Section) -> Iterator[Data]:
    """The questions of FAQ sections, wherever they stand."""
    for child in section.children:
        if section.component == "faq" and (answer := " ".join(_said(child))):
            yield {"@type": "Question", "name": child.title, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        elif section.component != "faq":
            yield from _questions(child)


def _said(section: Section) -> Iterator[str]:
    yield from (text for block in section.blocks if (text := " ".join(spoken(block).split())))
    for child in section.children:
        yield from (child.title, *_said(child))


def spoken(block: nodes.Block) -> str:
    """A block's words without marks, links or citations."""
    match block:
        case nodes.Paragraph() | nodes.SubHeading():
            return _words(block.inlines)
        case nodes.List():
            return " ".join(" ".join((_words(item.inlines), *map(spoken, item.blocks))) for item in block.entries)
        case nodes.Quotation():
            return " ".join(map(spoken, block.blocks))
        case nodes.Literal():
            return block.text
        case nodes.Table():
            return ". ".join(", ".join(_words(cell.inlines) for cell in row) for row in (block.head, *block.rows))
        case nodes.Figure():
            return block.caption
    return ""


def _words(inlines: tuple[nodes.Inline, ...]) -> str:
    return "".join(_word(inline) for inline in inlines)


def _word(inline: nodes.Inline) -> str:
    match inline:
        case nodes.Words() | nodes.Verbatim() | nodes.Hyperlink():
            return inline.text
        case nodes.Styled():
            return _words(inline.children)
        case nodes.NewLine():
            return " "
    return ""
