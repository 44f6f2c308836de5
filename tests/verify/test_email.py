"""The message is exactly what a mail program and an e-mail service expect."""

from __future__ import annotations

import pytest

from pipeline.article.document import Document
from tests.verify.sample import messages


def said(document: Document, files: dict[str, bytes], mail: bytes) -> list[str]:
    """What is found when the message is this one."""
    return messages(document, files | {"newsletter.eml": mail}, "newsletter")


def test_the_real_message_is_right(document: Document, files: dict[str, bytes]) -> None:
    assert messages(document, files, "newsletter") == []


def header(mail: bytes, name: str) -> bytes:
    """The lines of a header."""
    start = mail.index(f"\n{name}: ".encode()) + 1
    end = start
    while True:
        end = mail.index(b"\n", end) + 1
        if mail[end : end + 1] not in (b" ", b"\t"):
            return mail[start:end]


@pytest.mark.parametrize("name", ["To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version"])
def test_each_header_is_there_once(document: Document, files: dict[str, bytes], name: str) -> None:
    mail = files["newsletter.eml"]
    line = header(mail, name)
    assert f"newsletter.eml has no {name} header." in said(document, files, mail.replace(line, b"", 1))
    assert f"newsletter.eml has 2 {name} headers." in said(document, files, line + mail)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("Subject", "Bread and sheep: a short read", "does not have the subject “Bread and sleep: a short read”"),
        ("From", "Example Health <evil@example.com>", "is not from Example Health <news@example.org>"),
        ("From", "Evil <news@example.org>", "is not from Example Health <news@example.org>"),
        ("Date", "yesterday", "has a Date that is none"),
        ("Message-ID", "none", "has a Message-ID that is none"),
        ("List-Unsubscribe", "<mailto:unsubscribe@example.org>", "has no https address in List-Unsubscribe"),
        ("List-Unsubscribe", "<http://example.org/unsubscribe>", "has no https address in List-Unsubscribe"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=OneClick", "has a List-Unsubscribe-Post that is not List-Unsubscribe=One-Click"),
    ],
)
def test_each_header_says_what_it_has_to(document: Document, files: dict[str, bytes], name: str, value: str, message: str) -> None:
    mail = files["newsletter.eml"]
    line = header(mail, name) if name != "From" else mail[: mail.index(b"\n") + 1]
    assert f"newsletter.eml {message}." in said(document, files, mail.replace(line, f"{name}: {value}\r\n".encode(), 1))


def test_parts_are_the_files_beside_it(document: Document, files: dict[str, bytes]) -> None:
    for name in ("newsletter.txt", "newsletter.html"):
        changed = files | {name: files[name].replace(b"Some people eat bread", b"All people eat bread", 1)}
        assert f"newsletter.eml does not hold the text of {name}." in messages(document, changed, "newsletter")


def test_nothing_else_is_in_it(document: Document, files: dict[str, bytes]) -> None:
    mail = files["newsletter.eml"]
    mixed = mail.replace(b"multipart/alternative", b"multipart/mixed", 1)
    assert any("is multipart/mixed of text/plain and text/html instead of" in message for message in said(document, files, mixed))
    boundary = mail.split(b'boundary="')[1].split(b'"')[0]
    attachment = b"--" + boundary + b"\r\nContent-Type: application/pdf\r\n\r\nx\r\n--" + boundary + b"--"
    added = mail.replace(b"--" + boundary + b"--", attachment)
    assert any("text/plain and text/html and application/pdf instead of" in message for message in said(document, files, added))
    plain = b"Content-Type: text/plain\r\n\r\nwords\r\n"
    assert any("is text/plain of nothing instead of" in message for message in said(document, files, plain))
    latin = mail.replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    assert any("text/plain that is not UTF-8" in message for message in said(document, files, latin))
    assert said(document, files, b"")
    assert said(document, files, mail[: len(mail) // 2])
