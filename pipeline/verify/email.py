"""The message as a mail program takes it apart, and what a newsletter owes its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage

from pipeline.article.site import Site
from pipeline.text import shown
from pipeline.verify.expectations import MAIL, PLAIN, Expectations, opt_out
from pipeline.verify.reading import Shown, squeeze
from pipeline.verify.sight import quoted

_ONCE = ("From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Content-Type")
_PARTS = ("text/plain", "text/html")
# RFC 8058, 3.1: the value, and an https address that takes it.
_ONE_CLICK = "List-Unsubscribe=One-Click"
_HTTPS = re.compile(r"<https://[^<>\s]+>")
_MESSAGE_ID = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")


def message_complaints(data: bytes, files: Mapping[str, bytes], expected: Expectations) -> Iterator[str]:
    """What is wrong with the message: its structure, its headers, and parts that are not the files beside it."""
    mail = message_from_bytes(data, policy=policy.default)
    yield from _structure(mail)
    yield from _headers(mail, expected)
    for part, name in zip(mail.iter_parts() if mail.is_multipart() else (), (PLAIN, MAIL), strict=False):
        text = part.get_content() if part.get_content_maintype() == "text" else None
        if text is None or _lines(text) != _lines(files.get(name, b"").decode("utf-8", "replace")):
            yield f"does not hold the text of {name}"


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").rstrip("\n").split("\n")


def _structure(mail: EmailMessage) -> Iterator[str]:
    kinds = tuple(part.get_content_type() for part in mail.iter_parts()) if mail.is_multipart() else ()
    if mail.get_content_type() != "multipart/alternative" or kinds != _PARTS:
        made = f"{mail.get_content_type()} of {' and '.join(kinds) or 'nothing'}"
        yield f"is {made} instead of multipart/alternative of {' and '.join(_PARTS)}"
    for part in mail.walk():
        for defect in part.defects:
            yield f"has the defect {type(defect).__name__}"
        if part.get_content_maintype() == "text" and (part.get_content_charset() or "").lower() != "utf-8":
            yield f"has a part {part.get_content_type()} that is not UTF-8"


def _headers(mail: EmailMessage, expected: Expectations) -> Iterator[str]:
    for name in _ONCE:
        count = len(mail.get_all(name) or ())
        if count != 1:
            yield f"has {count or 'no'} {name} headers" if count else f"has no {name} header"
    meta, letter = expected.document.meta, expected.site.newsletter
    if squeeze(meta.subject or meta.title) not in squeeze(str(mail["Subject"] or "")):
        yield f"does not have the subject {quoted(meta.subject or meta.title)}"
    if letter.from_email not in str(mail["From"] or "") or squeeze(letter.from_name) not in squeeze(str(mail["From"] or "")):
        yield f"is not from {shown(letter.from_name)} <{shown(letter.from_email)}>"
    if mail["Date"] is not None and mail["Date"].datetime is None:
        yield "has a Date that is none"
    if not _MESSAGE_ID.fullmatch(str(mail["Message-ID"] or "").strip()):
        yield "has a Message-ID that is none"
    if not _HTTPS.search(str(mail["List-Unsubscribe"] or "")):
        yield "has no https address in List-Unsubscribe"
    if str(mail["List-Unsubscribe-Post"] or "").strip() != _ONE_CLICK:
        yield f"has a List-Unsubscribe-Post that is not {_ONE_CLICK}"


def newsletter_complaints(seen: Shown, site: Site) -> Iterator[str]:
    """A newsletter names the sender's postal address and a way out that can be seen (15 USC 7704(a)(3) and (5))."""
    text = squeeze("".join(run.text for run in seen.runs))
    if not site.postal_address.strip() or squeeze(site.postal_address) not in text:
        yield f"does not show the postal address {quoted(site.postal_address)}"
    way = opt_out(site.newsletter)
    in_text = squeeze(way) in text
    if not in_text and not any(link.href.strip() == way and link.words for link in seen.links):
        yield f"has no visible link to unsubscribe ({shown(way)})"
