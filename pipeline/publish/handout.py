"""The handout: one article as PDF/UA-1 on A4 and on US Letter, made to be printed and given to somebody."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.article.document import Document
from pipeline.errors import RenderError
from pipeline.gate import Publishable
from pipeline.publish.environment import render
from pipeline.publish.files import File, Press
from pipeline.publish.fonts import FALLBACKS, TEXT, TITLE, uncovered
from pipeline.publish.pdf import Job, Limits, Resource, Shelf, print_pdfs
from pipeline.publish.qr import qr_svg, squares_svg
from pipeline.publish.tokens import read_tokens
from pipeline.publish.view import ArticleView, article_view
from pipeline.publish.words import Catalogue, read_words

# Name of the file and of the sheet in handout.css.jinja.
SHEETS = (("handout.pdf", "a4"), ("handout-letter.pdf", "letter"))
_CODE = "qr-code.svg"
# The running head has room for this many words, publisher (or stamp) and title together. A longer line
# would be prose to a checker of PDF/UA, and a reader could not take it in at a glance.
_HEAD_WORDS = 7
_SQUARES = tuple(f"squares-{filled}.svg" for filled in range(5))
# What would end or escape a CSS string (CSS Syntax 3, 4.3.5), or mean something in the margin of a page.
_NOT_IN_CSS = re.compile(r"[^\w ,.:;!?()\[\]/+=@%&-]")


@dataclass(frozen=True, slots=True)
class Paper:
    """What the handout prints besides the view: running head and foot (as CSS strings), QR code, metadata.

    `page` is the wording around the two counters; `created` and `modified` are ISO 8601 dates or empty.
    """

    left: Markup
    title: Markup
    kind: Markup
    foot: Markup
    page: tuple[Markup, ...]
    stamp: Markup
    text_fonts: Markup
    title_fonts: Markup
    squares: tuple[str, ...]
    code: str
    code_alt: str
    address: str
    author: str
    publisher: str
    created: str
    modified: str


def render_handout(piece: Publishable, press: Press) -> tuple[File, ...]:
    """handout.pdf (A4) and handout-letter.pdf of one article.

    Raises InputError for a picture that cannot be shown, RenderError for a character that no font of
    the handout has and for whatever WeasyPrint would only warn about, ToolError without Pango.
    """
    document, view = piece.document, article_view(piece, press)
    paper = _paper(document, view, read_words(press.templates, view.lang))
    html = render(press.templates, view.lang, "handout/handout.html.jinja", view=view, paper=paper)
    _check_characters(html, document)
    limits = Limits.for_page(html)
    job = Job(
        html=html,
        sheets=tuple(
            render(press.templates, view.lang, "handout/handout.css.jinja", view=view, paper=paper, sheet=sheet) for _, sheet in SHEETS
        ),
        base_url=view.web_url,
        seconds=limits.seconds,
        megabytes=limits.megabytes,
        resources=_resources(view, press),
        shelves=(Shelf(press.templates.resolve().as_uri() + "/", str(press.templates.resolve())),),
    )
    documents = print_pdfs(job, limits, document.path)
    return tuple(File(name, data) for (name, _), data in zip(SHEETS, documents, strict=True))


def _resources(view: ArticleView, press: Press) -> tuple[Resource, ...]:
    """The handout's own drawings and the article's pictures, by the addresses that the page calls them by."""
    light = read_tokens(press.templates).light
    drawn = {_CODE: qr_svg(view.web_url, light["ink"], light["paper"])}
    drawn |= {name: squares_svg(filled, light["brand"], light["paper"]) for filled, name in enumerate(_SQUARES)}
    made = (Resource(view.web_url + name, "image/svg+xml", data) for name, data in drawn.items())
    return (*made, *(Resource(view.web_url + picture.href, "", picture.data) for picture in view.pictures))


def _paper(document: Document, view: ArticleView, words: Catalogue) -> Paper:
    meta = document.meta
    before, between, after = re.split(r"\{page\}|\{pages\}", words.paper.page)
    address = view.web_url.removeprefix("https://").rstrip("/")
    created = meta.date or meta.updated or meta.last_reviewed
    modified = meta.updated or created
    return Paper(
        left=css_string(view.publisher),
        title=css_string(_running_head(view)),
        kind=css_string(words.paper.kind),
        foot=css_string(_foot(document, view, words)),
        page=(css_string(before), css_string(between), css_string(after)),
        stamp=css_string(view.stamp),
        text_fonts=_families(TEXT),
        title_fonts=_families(TITLE),
        squares=_SQUARES,
        code=_CODE,
        code_alt=words.paper.code.format(address=address),
        address=address,
        author=meta.author.name if meta.author else view.publisher,
        publisher=words.paper.publisher.format(imprint=view.imprint),
        created=created.isoformat() if created else "",
        modified=modified.isoformat() if modified else "",
    )


def _running_head(view: ArticleView) -> str:
    """The title as far as the running head has room for it.

    Not left to CSS: the glyph that `text-overflow` puts in would stand for all the words that it hides.
    """
    room = max(3, _HEAD_WORDS - len((view.stamp or view.publisher).split()))
    words = view.title.split()
    return view.title if len(words) <= room else " ".join(words[:room]).rstrip(",;:") + "…"


def _families(first: str) -> Markup:
    """A CSS font-family: one of our own, then the fallbacks. All of them are names without quotes in CSS."""
    return Markup(", ").join((first, *FALLBACKS))


def _foot(document: Document, view: ArticleView, words: Catalogue) -> str:
    """The two lines at the foot of every page: what this is not, and which text it is."""
    meta = document.meta
    first = words.paper.not_advice + (f" {view.label}." if view.label else "")
    version = meta.updated or meta.date
    material = words.paper.version.format(material=view.material_id, date=words.date_of(version)) if version else f"{view.material_id}."
    checked = words.paper.checked.format(date=words.date_of(meta.last_reviewed)) if meta.last_reviewed else words.paper.unchecked
    return f"{first}\n{material} {checked}"


def css_string(text: str) -> Markup:
    """The text as a CSS string. Whatever is no letter, figure or plain punctuation is written as its code point."""
    return Markup('"' + _NOT_IN_CSS.sub(lambda match: f"\\{ord(match[0]):x} ", text) + '"')  # noqa: S704


def _check_characters(html: str, document: Document) -> None:
    """Raise RenderError for the first character that would print as an empty box."""
    for char in uncovered(html):
        place = document.source.find(char)
        raise RenderError(
            f"the handout's fonts have no U+{ord(char):04X} ({unicodedata.name(char, 'a character without a name')})",
            "write it in words, or use another character",
            path=document.path,
            line=document.lines.position(place).line if place >= 0 else None,
        )
