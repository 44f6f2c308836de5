"""Which links and pictures an output may point at. Everything else prints as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit, urlunsplit

from pipeline.article.document import Document

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
# What may stand in a URL as it is (RFC 3986's reserved and unreserved characters, and % of what is
# encoded already). Braces and bars are not among them: they would open an e-mail service's merge tag.
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\\]")
_FRAGMENT = re.compile(r"#[A-Za-z][\w.-]*")

# Anchors that the outputs make: references, footnotes and their marks, and the fixed sections.
_RESERVED = re.compile(r"ref-\d+|note-\d+(?:-mark-\d+)?|article|contents|about|notes|references")


def allowed_link(href: str) -> str | None:
    """The link as it may be printed, or None: a scheme of the list, or an anchor of the page.

    Browsers drop controls and take backslashes for slashes before they look at the scheme, so a
    link that holds either is refused, not mended.
    """
    if _FRAGMENT.fullmatch(href):
        return href
    if _CONTROLS.search(href):
        return None
    try:
        parts = urlsplit(href)
        host = _ascii_host(parts.netloc)
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES or (parts.scheme.lower().startswith("http") and not parts.hostname):
        return None
    return urlunsplit((parts.scheme.lower(), host, *(quote(piece, safe=_SAFE) for piece in (parts.path, parts.query, parts.fragment))))


def host_of(href: str) -> str:
    """The host of a web address, empty for anything else."""
    try:
        return (urlsplit(href).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _ascii_host(netloc: str) -> str:
    if netloc.isascii():
        return quote(netloc, safe="@:[]")
    return netloc.encode("idna").decode("ascii")


def printed_anchors(document: Document) -> Mapping[str, str]:
    """The anchor that each heading prints: its own, unless an output needs that name for itself."""
    own = [section.heading.anchor for section in document.sections if section.heading]
    taken = set(own)
    printed: dict[str, str] = {}
    for anchor in own:
        name = anchor
        while _RESERVED.fullmatch(name) or (name != anchor and name in taken):
            name = f"s-{name}"
        printed[anchor] = name
        taken.add(name)
    return printed
