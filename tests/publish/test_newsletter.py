"""The newsletter as mail programs take it apart."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from pipeline.errors import InputError
from pipeline.gate import as_draft
from pipeline.publish.newsletter import render_newsletter
from tests.publish.making import article, cleared, press
from tests.publish.sample import BODY, COMMERCIAL, FRONT


def files(folder: Path, body: str = BODY, front: str = FRONT, *, draft: bool = False, title: str = "Bread and sleep") -> dict[str, bytes]:
    verdict = cleared(article(folder, body, front, title=title))
    return {file.path: file.data for file in render_newsletter(as_draft(verdict) if draft else verdict, press(folder))}


@cache
def sample() -> dict[str, bytes]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return files(Path(folder))


def mail(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def page(made: dict[str, bytes]) -> Any:
    return html.document_fromstring(made["newsletter.html"].decode())


def text(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_the_message_is_two_alternatives_and_holds_the_files() -> None:
    message = mail(sample()["newsletter.eml"])
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert [part.get_content().replace("\r\n", "\n") for part in message.iter_parts()] == [
        sample()[name].decode() for name in ("newsletter.txt", "newsletter.html")
    ]
    assert [defect for part in message.walk() for defect in part.defects] == []


def test_headers() -> None:
    message = mail(sample()["newsletter.eml"])
    assert message["Subject"] == "Bread and sleep: a short read"
    assert message["From"] == "Example Health <news@example.org>"
    assert message["To"] == "Subscriber <subscriber@example.com>"
    assert message["Date"].datetime == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"])
    assert message["List-Id"] == "<articles.example.org>"
    assert message["List-Unsubscribe"] == "<https://example.org/unsubscribe>, <mailto:unsubscribe@example.org?subject=unsubscribe>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_every_line_is_short_and_ends_as_the_standard_wants() -> None:
    lines = sample()["newsletter.eml"].split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert not any(b"\n" in line for line in lines)
    assert sample()["newsletter.eml"].isascii()


@pytest.mark.parametrize("subject", ["Zwölf Brote und ein Schlaf: " + "sehr " * 30 + "lang", "נושא 皮膚"])
def test_no_subject_can_add_a_header(tmp_path: Path, subject: str) -> None:
    message = mail(files(tmp_path, front=f'subject: "{subject}"\nrelationship: none\n')["newsletter.eml"])
    assert message["Subject"] == " ".join(subject.replace("\\n", " ").split())
    assert message["Bcc"] is None


@pytest.mark.parametrize("end", ["\\r\\n", "\\n", "\\r", "\\x0b", "\\x85", "\\u2028", "\\x00"])
def test_a_subject_of_two_lines_is_refused_with_its_line(tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^a-test\.md:\d+: "):
        files(tmp_path, front=f'subject: "One{end}Bcc: everybody@example.org"\nrelationship: none\n')


def test_plain_text_cannot_be_taken_for_html(tmp_path: Path) -> None:
    made = files(tmp_path, "A <script>alert(1)</script> <!-- b --> c < d.\n\n<form></form>\n", 'subject: "<b>"\nrelationship: none\n')
    assert not re.search(r"<[A-Za-z/!?]", made["newsletter.txt"].decode())
    assert mail(made["newsletter.eml"])["Subject"] == "<\u200bb>"
    assert "<\u200bscript>alert(1)<\u200b/script>" in made["newsletter.txt"].decode()


def test_the_same_article_makes_the_same_bytes_and_another_one_other_ids(tmp_path: Path) -> None:
    assert files(tmp_path) == sample()
    other = mail(files(tmp_path, BODY + "\nMore.\n")["newsletter.eml"])
    first = mail(sample()["newsletter.eml"])
    assert other["Message-ID"] != first["Message-ID"]
    assert other.get_boundary() != first.get_boundary()


def test_an_article_without_dates_has_a_date_all_the_same(tmp_path: Path) -> None:
    assert mail(files(tmp_path, "Text.\n", "relationship: none\n")["newsletter.eml"])["Date"].datetime == datetime(
        1970, 1, 1, 12, tzinfo=UTC
    )


def test_the_html_is_what_mail_programs_can_show() -> None:
    document = page(sample())
    assert [table.get("role") for table in document.xpath("//table")] == ["presentation"] * len(document.xpath("//table"))
    assert document.xpath("//img | //script | //link | //form | //*[@id]") == []
    assert [name for node in document.iter() for name in node.attrib if name.startswith(("aria-", "on"))] == []
    inline = " ".join(document.xpath("//@style"))
    assert not re.search(r"display:\s*none|opacity|overflow|word-break|var\(|position", inline)
    assert all(re.match(r"(https|mailto):|\{\{", link) for link in document.xpath("//a/@href"))
    assert len(sample()["newsletter.html"]) < 60_000


def test_every_ground_is_also_an_attribute() -> None:
    grounds = page(sample()).xpath("//*[contains(@style, 'background-color')]")
    assert [node.tag for node in grounds if node.tag != "body" and not node.get("bgcolor")] == []
    assert [
        node.get("bgcolor")
        for node in grounds
        if node.tag != "body" and f"background-color: {node.get('bgcolor')}" not in node.get("style")
    ] == []


def test_only_outlook_s_own_comments_are_conditional() -> None:
    source = sample()["newsletter.html"].decode()
    opened, closed = re.findall(r"<!--.*?-->", source, re.S)
    assert opened.startswith('<!--[if mso]><table role="presentation" align="center" width="600" ')
    assert opened.endswith("<tr><td><![endif]-->")
    assert closed == "<!--[if mso]></td></tr></table><![endif]-->"
    assert "&lt;!--[if mso]&gt;" in source


def test_dark_colours_swap_by_class() -> None:
    source = sample()["newsletter.html"].decode()
    assert "@media (prefers-color-scheme:dark){" in source
    assert ".c-ink{color:#E4ECEA!important}" in source
    assert page(sample()).xpath("//td[contains(@class, 'c-ink')]")


def test_the_first_line_is_the_preheader_and_the_way_to_the_web() -> None:
    first = page(sample()).xpath("//td[not(.//td)]")[0]
    assert text(first) == "Four findings, and when to get help. Read in your browser"
    assert first.xpath(".//a/@href") == ["https://example.org/health/a-test/"]


def test_the_foot_says_why_who_and_how_to_leave() -> None:
    foot = text(page(sample()).xpath("//td[contains(@class, 'foot')]")[0])
    assert foot.startswith(
        "You get this because you signed up at example.org.Unsubscribe · Tell us what is wrong or unclear Example Health, 1 Example Street"
    )
    assert re.search(r"Material EXA-[0-9A-F]{6}-EN\. Next check due by November 2028\.$", foot)


def test_the_disclosure_comes_before_the_title(tmp_path: Path) -> None:
    body = text(page(files(tmp_path, front=COMMERCIAL)))
    assert 0 < body.index("Advertisement. We earn a commission") < body.index("Bread and sleep", body.index("Advertisement"))


def test_a_draft_says_so_in_subject_and_at_both_ends(tmp_path: Path) -> None:
    made = files(tmp_path, draft=True)
    assert mail(made["newsletter.eml"])["Subject"] == "DRAFT, NOT CLEARED: Bread and sleep: a short read"
    assert len(page(made).xpath("//td[contains(@class, 'stamp')]")) == 2
    lines = made["newsletter.txt"].decode().splitlines()
    assert (lines[0], lines[-1]) == ("DRAFT, NOT CLEARED", "DRAFT, NOT CLEARED")
    assert b"DRAFT" not in sample()["newsletter.txt"] + sample()["newsletter.html"]


def test_an_article_of_one_line(tmp_path: Path) -> None:
    made = files(tmp_path, "Text.\n", "relationship: none\n", title="A <title> & more")
    assert text(page(made).xpath("//h1")[0]) == "A <title> & more"
    assert text(page(made).xpath("//td[not(.//td)]")[0]) == "Read in your browser"
    assert mail(made["newsletter.eml"])["Subject"] == "A <\u200btitle> & more"
