"""The newsletter as a message (RFC 5322), the same bytes every time."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from pipeline.article.document import Document
from pipeline.article.site import Newsletter
from pipeline.errors import InputError

# Defects raise instead of being written down in the message. UTF-8 goes as RFC 2047 and quoted-printable.
POLICY = SMTP.clone(raise_on_defect=True)
# Nobody's address (RFC 2606): the service puts each subscriber's there.
_SUBSCRIBER = Address("Subscriber", "subscriber", "example.com")


def message(document: Document, newsletter: Newsletter, subject: str, text: str, html: str) -> bytes:
    """multipart/alternative of exactly text/plain and text/html, with one-click unsubscription (RFC 8058).

    The date is the article's, the Message-ID and the boundary come from a hash of what is sent.
    Raises InputError for a subject of more than one line.
    """
    digest = hashlib.sha256(f"{subject}\0{text}\0{html}".encode("utf-8", "surrogatepass")).hexdigest()
    user, domain = newsletter.from_email.rsplit("@", 1)
    mail = EmailMessage(policy=POLICY)
    mail["From"] = Address(newsletter.from_name, user, domain)
    mail["To"] = _SUBSCRIBER
    mail["Subject"] = _one_line(subject, document)
    mail["Date"] = _moment(document)
    mail["Message-ID"] = f"<{digest[:32]}@{domain}>"
    mail["List-Id"] = f"<{newsletter.list_id}>"
    mail["List-Unsubscribe"] = f"<{newsletter.unsubscribe_url}>, <mailto:{newsletter.unsubscribe_email}?subject=unsubscribe>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail.set_boundary(f"=_{digest[32:]}")
    return mail.as_bytes()


def _one_line(subject: str, document: Document) -> str:
    """The subject, which no line end or control character may turn into a second header (RFC 5322, 2.2)."""
    if all(unicodedata.category(char) not in ("Cc", "Zl", "Zp") for char in subject):
        return subject
    name = "subject" if "subject" in document.meta.spans else "title"
    span = document.meta.spans.get(name)
    line = document.lines.position(span.start).line if span else 1
    raise InputError(f"{name}: a line end or control character", "write it in one line", path=document.path, line=line)


def _moment(document: Document) -> datetime:
    """Noon of the day on which the article was last changed; an article without dates gets the epoch."""
    day = document.meta.updated or document.meta.date or date(1970, 1, 1)
    return datetime.combine(day, time(12), UTC)
