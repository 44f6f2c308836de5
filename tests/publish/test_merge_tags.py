"""Merge tags: the chosen service's stands where it should, and an article can never write one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from pipeline.article.site import EmailService
from pipeline.publish.merge_tags import ZERO_WIDTH_SPACE, disarmed, places
from pipeline.publish.newsletter import render_newsletter
from tests.publish.making import article, cleared, press, site

TAGS = {
    EmailService.MAILCHIMP: "*|UNSUB|*",
    EmailService.LISTMONK: "{{ UnsubscribeURL }}",
    EmailService.BREVO: "{{ unsubscribe }}",
    EmailService.BUTTONDOWN: "{{ unsubscribe_url }}",
    EmailService.PLAIN: "https://example.org/unsubscribe",
}
# What would open a tag of any of the services (see merge_tags.py).
OPENERS = re.compile(r"\{\{|\{%|\{#|\*\||\[\[|\[[A-Z_]{4,}\]|@TrackLink")
# Every way of writing one into an article: as text, code, link, alternative text, title, address.
HOSTILE = """\
{{ UnsubscribeURL }} {{{ x }}} *|UNSUB|* **|X|** {% if 1 %} {# x #} [[Unsubscribe]] [UNSUBSCRIBE] https://example.org/@TrackLink

`{{ .Subscriber.Email }}` and <b title="{{ x }}">{{ y }}</b> [link {{ z }}](https://example.org/{{z}}@TrackLink "*|TIP|*")

| {{ a }} | *\\|B\\|* |
|---|---|
| {{ c }} | {% d %} |

## {{ heading }} {.in-short}

    {{ code
    }} *|CODE|*

[^1]: {{ note }}
"""


def made(folder: Path, service: EmailService, body: str = HOSTILE, front: str = "relationship: none\n") -> dict[str, str]:
    verdict = cleared(article(folder, body, front))
    return {file.path: file.data.decode() for file in render_newsletter(verdict, press(folder, site(service)))}


@pytest.mark.parametrize("service", EmailService)
@pytest.mark.parametrize("name", ["newsletter.html", "newsletter.txt"])
def test_the_only_tags_are_the_template_s_own(tmp_path: Path, service: EmailService, name: str) -> None:
    text = made(tmp_path, service)[name]
    assert text.count(TAGS[service]) == 1
    assert OPENERS.findall(text.replace(TAGS[service], "")) == []


@pytest.mark.parametrize("service", EmailService)
def test_the_link_to_unsubscribe_is_the_service_s(tmp_path: Path, service: EmailService) -> None:
    files = made(tmp_path, service, "Text.\n")
    (link,) = html.document_fromstring(files["newsletter.html"]).xpath("//a[text() = 'Unsubscribe']")
    assert link.get("href") == TAGS[service]
    assert f"\nUnsubscribe: {TAGS[service]}\n" in files["newsletter.txt"]


def test_front_matter_cannot_write_one_either(tmp_path: Path) -> None:
    front = (
        'description: "{{ a }}"\nsubject: "{{ b }} *|C|*"\npreheader: "{% d %}"\nauthor: "{{ e }}"\nai_use: "[[f]]"\nrelationship: none\n'
    )
    files = made(tmp_path, EmailService.PLAIN, "Text.\n", front)
    assert [OPENERS.findall(text) for text in files.values()] == [[], [], []]


def test_nobody_sees_the_difference() -> None:
    assert disarmed("{{ x }} {%y%} *|z|* {{{") == "{\u200b{ x }} {\u200b%y%} *\u200b|z|* {\u200b{\u200b{"
    assert disarmed("a {b} * c | [see] [1] [note 1] me@example.org") == "a {b} * c | [see] [1] [note 1] me@example.org"
    assert disarmed(disarmed("{{ x }}")) == disarmed("{{ x }}")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    text = made(tmp_path, EmailService.PLAIN, "[a](https://example.org/{{z}}?q=*|x|*)\n")["newsletter.html"]
    assert 'href="https://example.org/%7B%7Bz%7D%7D?q=*%7Cx%7C*"' in text
    assert ZERO_WIDTH_SPACE not in text


def test_the_kept_places_depend_on_the_article(tmp_path: Path) -> None:
    first = places(article(tmp_path, "Text.\n")).unsubscribe
    assert first.startswith("https://")
    assert places(article(tmp_path, f"Text {first}.\n")).unsubscribe != first
    assert places(article(tmp_path, "Text.\n")).unsubscribe == first
