"""The publisher's settings (content/site.yaml), typed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from pipeline.article.metadata import Relationship
from pipeline.findings import Market


class EmailService(StrEnum):
    """Who sends the newsletter; decides the merge tags."""

    MAILCHIMP = "mailchimp"
    LISTMONK = "listmonk"
    BREVO = "brevo"
    BUTTONDOWN = "buttondown"
    PLAIN = "plain"


class Newsletter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sender and duties of the e-mail. `unsubscribe_url` (https) is used where the service has no tag."""

    service: EmailService
    from_name: str
    from_email: str
    list_id: str
    unsubscribe_url: str
    unsubscribe_email: str
    why: str


class Readability(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Flesch-Kincaid grades above which HX101 warns and fails."""

    # Bounds keep out nan, above which nothing lies.
    warn_above: Annotated[float, msgspec.Meta(gt=0, le=100)] = 8.0
    error_above: Annotated[float, msgspec.Meta(gt=0, le=100)] = 12.0


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """content/site.yaml. `base_url` has no slash at its end; `defaults` fill absent front matter."""

    publisher: str
    purpose: str
    base_url: str
    postal_address: str
    feedback_url: str
    material_prefix: str
    newsletter: Newsletter
    lang: str = "en"
    review_months: Annotated[int, msgspec.Meta(ge=1, le=120)] = 24
    demonstration: str = ""
    relationship: Relationship | None = None
    markets: tuple[Market, ...] | None = None
    disclaimers: tuple[str, ...] = ()
    readability: Readability = Readability()


# For an article outside a project: no publisher, no newsletter, every default.
STRAY = Site(
    publisher="",
    purpose="",
    base_url="https://example.org",
    postal_address="",
    feedback_url="",
    material_prefix="",
    newsletter=Newsletter(
        service=EmailService.PLAIN, from_name="", from_email="", list_id="", unsubscribe_url="", unsubscribe_email="", why=""
    ),
)
