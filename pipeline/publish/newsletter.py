"""The newsletter of one article: HTML part, plain-text part, and a message to look at or to send."""

from __future__ import annotations

from markupsafe import Markup

from pipeline.gate import Publishable
from pipeline.publish.environment import render
from pipeline.publish.files import File, Press
from pipeline.publish.merge_tags import Places, disarmed, inert, merged, places
from pipeline.publish.message import message
from pipeline.publish.plain_text import plain_text
from pipeline.publish.view import ArticleView, article_view
from pipeline.publish.words import read_words


def render_newsletter(piece: Publishable, press: Press) -> tuple[File, ...]:
    """`newsletter.html`, `newsletter.txt` and `newsletter.eml`; the last holds the other two.

    Raises RenderError for a template's fault and InputError for a picture's.
    """
    view = article_view(piece, press)
    settings = press.site.newsletter
    kept = places(piece.document)
    subject = disarmed(" ".join(filter(None, (f"{view.stamp}:" if view.stamp else "", view.subject))))
    html = merged(_html(view, press, subject, kept), kept, settings)
    typed = plain_text(view, read_words(press.templates, view.lang), settings.why, kept.unsubscribe)
    text = merged(inert(typed), kept, settings)
    mail = message(piece.document, settings, inert(subject), text, html)
    return (File("newsletter.html", html.encode()), File("newsletter.txt", text.encode()), File("newsletter.eml", mail))


def _html(view: ArticleView, press: Press, subject: str, kept: Places) -> str:
    """The page with its styles written into the tags."""
    import css_inline

    head = render(press.templates, view.lang, "newsletter/head.css.jinja")
    page = render(
        press.templates,
        view.lang,
        "newsletter/newsletter.html.jinja",
        view=view,
        subject=subject,
        why=press.site.newsletter.why,
        merge=kept,
        head_style=Markup(head),  # noqa: S704  the template escapes what it prints, and no word of an article is in it
    )
    start = "right" if view.direction == "rtl" else "left"
    sheet = render(press.templates, view.lang, "newsletter/inline.css.jinja", start=start)
    inliner = css_inline.CSSInliner(inline_style_tags=False, keep_style_tags=True, load_remote_stylesheets=False, extra_css=sheet)
    return inliner.inline(page).rstrip() + "\n"
