"""The web page of one article, with everything it needs beside it."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from pipeline.gate import Publishable
from pipeline.publish.environment import render
from pipeline.publish.files import File, Press
from pipeline.publish.linked_data import linked_data
from pipeline.publish.share_image import icon, share_image
from pipeline.publish.tokens import read_tokens
from pipeline.publish.view import ArticleView, article_view
from pipeline.publish.webfonts import FACES, web_fonts


def render_web(piece: Publishable, press: Press) -> tuple[File, ...]:
    """`index.html`, its fonts, share image and icon, and the article's pictures under `images/`.

    Raises RenderError for a template's fault and InputError for a picture's.
    """
    view = article_view(piece, press)
    tokens = read_tokens(press.templates)
    share = share_image(view, tokens)
    style = style_sheet(press, view.lang, "")
    page = render(
        press.templates,
        view.lang,
        "web/page.html.jinja",
        view=view,
        style=style,
        style_hash=style_hash(style),
        share=share,
        locale=_locale(view),
        linked_data=linked_data(view, piece.document),
    )
    pictures = (File(picture.path, picture.data) for picture in view.pictures)
    return (File("index.html", page.encode()), share.file, icon(view, tokens), *web_fonts(), *pictures)


def style_sheet(press: Press, lang: str, fonts_at: str) -> Markup:
    """The page's style; `fonts_at` is the relative path to the folder that holds `fonts/`.

    Not escaped again: the template escapes what it prints, and no word of an article is in it.
    """
    return Markup(render(press.templates, lang, "web/page.css.jinja", faces=FACES, fonts_at=fonts_at))  # noqa: S704


def style_hash(style: str) -> str:
    """What the content security policy allows as style: the sheet's SHA-256 in Base64 (CSP level 3)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _locale(view: ArticleView) -> str:
    """Open Graph's spelling of the language: en, or en_GB."""
    return view.lang.replace("-", "_")
