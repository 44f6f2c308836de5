"""What a reader gets of a PDF, from the bytes that WeasyPrint writes."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pytest

from pipeline.verify.pdf import PdfShown, Unreadable, read_pdf
from pipeline.verify.reading import Reading, squeeze

PAGE = "@page{size:A4;margin:20mm;@top-left{content:'Running head'}@bottom-right{content:'Page ' counter(page)}}"
STYLE = PAGE + "body{font:12pt/1.4 'Noto Sans'}"


@cache
def made(body: str, style: str = "", lang: str = "en") -> bytes:
    """A PDF of some HTML."""
    from weasyprint import HTML  # type: ignore[import-untyped]

    page = f"<html lang={lang}><head><title>Titled</title><style>{STYLE}{style}</style></head><body>{body}</body></html>"
    return bytes(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def read(body: str, style: str = "") -> PdfShown:
    """What it shows."""
    return read_pdf(made(body, style))


def words(body: str, style: str = "") -> str:
    """Its text, squeezed."""
    return Reading(read(body, style).shown.runs).text


def test_text_is_read_in_the_order_of_the_structure_without_page_furniture() -> None:
    body = "<h1>Head</h1>" + "".join(f"<p>Paragraph number {number} of many." for number in range(120))
    shown = read(body)
    assert Reading(shown.shown.runs).text == squeeze("Head" + "".join(f"Paragraph number {number} of many." for number in range(120)))
    assert len(shown.shown.pages) > 2
    assert all("Running head" in page and f"Page {number}" in page for number, page in enumerate(shown.shown.pages, 1))
    assert [run.level for run in shown.shown.runs][:2] == [1, 0]
    assert shown.faults == ()
    assert shown.title == "Titled"


def test_a_sentence_that_runs_over_pages_is_whole() -> None:
    text = " ".join(f"word{number}" for number in range(2500))
    assert words(f"<p>{text}</p>") == squeeze(text)


@pytest.mark.parametrize(
    "text",
    [
        "an affluent office, a fish and a flow",
        "café naïve Ångström 20\u00a0mg x² ½ …",
        "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6,
        "a <b>bo</b>ld <i>word</i> and <code>code</code>",
    ],
)
def test_words_come_back_as_they_were_written(text: str) -> None:
    plain = text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "").replace("<code>", "").replace("</code>", "")
    assert words(f"<p>{text}</p>", "p{overflow-wrap:anywhere}") == squeeze(plain)


def test_lists_and_tables_come_row_by_row() -> None:
    table = "<table><tr><th>One</th><th>Two</th></tr><tr><td>a</td><td>b</td></tr></table>"
    assert words("<ol><li>first</li><li>second</li></ol>" + table) == "1.first2.secondOneTwoab"


def test_bold_is_read() -> None:
    runs = read("<p>light <strong>heavy</strong></p>").shown.runs
    assert [(run.text.strip(), run.bold) for run in runs] == [("light", False), ("heavy", True)]


@pytest.mark.parametrize(
    "style",
    [
        "p.x{opacity:0}",
        "p.x{font-size:2pt}",
        "p.x{position:absolute;left:-500mm}",
        "p.x{display:none}",
        "p.x{visibility:hidden}",
        "p.x{transform:scale(.1)}",
    ],
)
def test_words_that_nobody_sees_are_not_read(style: str) -> None:
    assert words("<p>one</p><p class=x>two</p><p>three</p>", style) == "onethree"


def test_words_in_groups_are_read() -> None:
    assert words("<p>one</p><p class=x>two</p>", "p.x{opacity:.9;transform:rotate(2deg)}") == "onetwo"


def test_a_character_that_no_font_has_is_not_read_as_itself() -> None:
    assert words("<p>a\U000f1234b</p>") == "a\ufffdb"


def test_pictures_and_links() -> None:
    image = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    shown = read(f'<p><a href="https://example.org/a">link</a><img src="{image}" alt="A loaf"></p>').shown
    assert shown.descriptions == ("A loaf",)
    assert [link.href for link in shown.links] == ["https://example.org/a"]


def changed(data: bytes, *keys: str) -> bytes:
    """The PDF without some entries of its root."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for key in keys:
            del pdf.Root[key]
        pdf.save(out)
    return out.getvalue()


def test_what_a_screen_reader_would_miss() -> None:
    data = made("<p>words</p>")
    assert read_pdf(changed(data, "/Lang")).faults == ("does not say its language",)
    assert read_pdf(changed(data, "/MarkInfo")).faults == ("is not marked as tagged",)
    bare = read_pdf(changed(data, "/StructTreeRoot"))
    assert bare.faults == ("has no structure for screen readers",)
    assert bare.shown.runs == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<html>", made("<p>words</p>")[:2000]])
def test_what_is_no_pdf_is_said_so(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_pdf(data)
