"""Merge tags: what an e-mail service fills in when it sends, and how an article can never write one.

A service replaces tags wherever they stand in the raw text of a mail: Mailchimp `*|UNSUB|*`
(kb.mailchimp.com, "HTML code for footer content"), listmonk `{{ UnsubscribeURL }}` and the
shorthand `…@TrackLink` (listmonk.app/docs/templating), Brevo `{{ unsubscribe }}` and `{% … %}`
(help.sendinblue.com, "About Sendinblue Template Language"), Buttondown `{{ unsubscribe_url }}`
(its documentation's "Template variables"). Escaping for HTML does not help: these are not HTML's
characters, and editors of these services undo entities.

So a finished mail is first disarmed as a whole: between the two characters that open a tag goes a
zero-width space, which no reader sees. Only then do our own tags take the places that the templates
kept for them, under names that contain a hash of the article and so cannot occur in it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from pipeline.article.document import Document
from pipeline.article.site import EmailService, Newsletter

# The opening of a tag of any service, and the place in it where the invisible space goes. Tags in
# brackets ([[x]], [UNSUBSCRIBE]) belong to no service of the list today; older ones had them.
_OPENERS = re.compile(r"(?<=\{)(?=[{%#])|(?<=\*)(?=\|)|(?<=\[)(?=\[|[A-Z_]{4,}\])|(?<=@)(?=TrackLink)")
# What would begin a tag, a comment or a declaration of HTML.
_MARKUP = re.compile(r"(?<=<)(?=[A-Za-z/!?])")
ZERO_WIDTH_SPACE = "\u200b"

_UNSUBSCRIBE = {
    EmailService.MAILCHIMP: "*|UNSUB|*",
    EmailService.LISTMONK: "{{ UnsubscribeURL }}",
    EmailService.BREVO: "{{ unsubscribe }}",
    EmailService.BUTTONDOWN: "{{ unsubscribe_url }}",
}


@dataclass(frozen=True, slots=True)
class Places:
    """What templates print where a tag will stand."""

    unsubscribe: str


def places(document: Document) -> Places:
    """Names for the places: addresses, so that they pass for links until they are filled."""
    secret = hashlib.sha256(f"{document.path}\0{document.source}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return Places(unsubscribe=f"https://{secret}.invalid/unsubscribe")


def unsubscribe_tag(newsletter: Newsletter) -> str:
    """The service's own tag, or the publisher's address where the service has none."""
    return _UNSUBSCRIBE.get(newsletter.service, newsletter.unsubscribe_url)


def disarmed(text: str) -> str:
    """The text with every tag that it might hold broken, to the eye unchanged."""
    return _OPENERS.sub(ZERO_WIDTH_SPACE, text)


def inert(text: str) -> str:
    """Plain text that stays plain where a careless program (an archive, a preview, a filter) takes it for HTML."""
    return _MARKUP.sub(ZERO_WIDTH_SPACE, text)


def merged(text: str, kept: Places, newsletter: Newsletter) -> str:
    """The finished text: disarmed, then our own tags in their places."""
    return disarmed(text).replace(kept.unsubscribe, unsubscribe_tag(newsletter))
