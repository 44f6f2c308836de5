"""Word documents, written here part by part as Word writes them."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.errors import InputError
from pipeline.importing.from_docx import read_docx
from tests.importing.outline import outline

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)


def paragraph(text: str, style: str = "", *, bold: bool = False, level: int | None = None, bullets: bool = True) -> str:
    """One w:p; `level` makes it a list item."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{1 if bullets else 2}"/></w:numPr>' if level is not None else ""
    return f"<w:p><w:pPr>{name}{number}</w:pPr><w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t>{text}</w:t></w:r></w:p>"


def document(*body: str) -> bytes:
    """A .docx whose styles and lists are named as Word names them."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Titel", "Title"), ("berschrift1", "heading 1"), ("Heading2", "heading 2"))
    )
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="%s"/></w:lvl>' for level in (0, 1))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels.replace("%s", kind)}</w:abstractNum>'
        for key, kind in ((1, "bullet"), (2, "decimal"))
    )
    numbers = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in (1, 2))
    links = f'<Relationship Id="rL" Type="{OFFICE}/hyperlink" Target="https://example.org/tea" TargetMode="External"/>'
    parts = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for key, kind in (("rS", "styles"), ("rN", "numbering"))
    )
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>',
        "word/document.xml": f"<w:document {NS}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}{parts}</Relationships>',
        "word/styles.xml": f"<w:styles {NS}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NS}>{lists}{numbers}</w:numbering>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def test_a_word_document() -> None:
    link = '<w:hyperlink r:id="rL"><w:r><w:t>this page</w:t></w:r></w:hyperlink>'
    link = f'<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r>{link}<w:r><w:t>.</w:t></w:r></w:p>'
    table = f"<w:tbl><w:tr>{cell('Tea')}{cell('mg')}</w:tr><w:tr>{cell('Green')}{cell('30')}</w:tr></w:tbl>"
    draft = read_docx(
        document(
            paragraph("Tea and sleep", "Titel"),
            paragraph("A drink &lt;b&gt; for [many]."),
            paragraph("What is in it", "berschrift1"),
            paragraph("caffeine", level=0),
            paragraph("a little", level=1),
            paragraph("theanine", level=0),
            paragraph("wash", level=0, bullets=False),
            paragraph("dry", level=0, bullets=False),
            paragraph("A closer look", "Heading2"),
            link,
            table,
            paragraph("Frequently asked questions", "berschrift1"),
            paragraph("Is it safe?", "berschrift1"),
            paragraph("Mostly."),
        )
    )
    assert outline(draft) == [
        "title Tea and sleep",
        "p A drink <b> for [many].",
        "h2 What is in it",
        "- p caffeine / - p a little",
        "- p theanine",
        "1. p wash",
        "2. p dry",
        "h3 A closer look",
        "p See this page.",
        "| Tea | mg",
        "| Green | 30",
        "h2 Frequently asked questions .faq",
        "h3 Is it safe?",
        "p Mostly.",
    ]


def test_a_draft_pasted_into_word_without_styles() -> None:
    long = "Tea is a drink that many people like, and some of them drink it late in the evening."
    draft = read_docx(
        document(paragraph(long), paragraph("Does It Keep You Awake?"), paragraph(long), paragraph("What to do"), paragraph(long))
    )
    assert outline(draft) == ["title The slug", f"p {long}", "h2 Does It Keep You Awake?", f"p {long}", "h2 What to do", f"p {long}"]


def test_bold_lines_in_a_document_without_styles() -> None:
    draft = read_docx(document(paragraph("Intro."), paragraph("Good to know", bold=True), paragraph("Tea is a drink.")))
    assert outline(draft)[1:] == ["p Intro.", "h2 Good to know", "p Tea is a drink."]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_what_is_no_word_document(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_docx(data)
    assert str(caught.value) == "this is not a Word document; save it as .docx, or as plain text"


def test_a_zip_that_is_no_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    with pytest.raises(InputError, match="this Word document cannot be read"):
        read_docx(out.getvalue())


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(InputError, match="this Word document unpacks to 68,1"):
        read_docx(out.getvalue())
