"""The handout as a whole: sheets, metadata, bookmarks, furniture, stamp, QR code, stable bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.errors import RenderError
from pipeline.publish.handout import css_string, render_handout
from tests.publish.making import article, draft, press, site
from tests.publish.pdfs import bookmarks, cleared, elements, page_texts, role

FRONT = """description: A standfirst.
author: {name: "Ann Example", credentials: "RD"}
date: 2026-01-02
updated: 2026-03-04
last_reviewed: 2026-11-20
relationship: affiliate
products: [{name: Glow, url: "https://shop.example.com/glow"}]
disclaimers: [medical-advice, material-connection, fda-structure-function]
markets: [US]
"""
BODY = """## In short {.in-short}

- One answer.

## When to get medical help {.red-flags}

### Call your emergency number now for

- trouble breathing

### See a doctor soon for

- blood

## What the evidence says {.evidence}

### Bread and sleep {certainty=moderate}

**Linked, cause unknown.** In 400 people, bread came before sleep [@doe2020].

### Walking {certainty=cannot-say}

**Not known.** Nobody looked [@roe2021].

## Questions people ask {.faq}

### Why?

Because it is so.

## Glow {.product}

Glow supports healthy sleep.\\* See [the shop](https://shop.example.com/glow).
"""
FOOT = "General information, not medical advice. Advertisement."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Both sheets of one commercial article that has every component."""
    folder = tmp_path_factory.mktemp("content")
    piece = cleared(article(folder, BODY, FRONT, title="Bread & sleep: what is known"))
    return {file.path: file.data for file in render_handout(piece, press(folder))}


def test_there_is_one_file_for_each_sheet(made: dict[str, bytes]) -> None:
    sizes = {}
    for name, data in made.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            sizes[name] = {(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in pdf.pages}
    assert sizes == {"handout.pdf": {(595, 842)}, "handout-letter.pdf": {(612, 792)}}


def test_metadata_says_what_it_is_and_nothing_of_the_day_it_was_made(made: dict[str, bytes]) -> None:
    for data in made.values():
        with pikepdf.open(BytesIO(data)) as pdf:
            info = {str(name): str(value) for name, value in pdf.docinfo.items() if name != "/Producer"}
            assert info == {
                "/Title": "Bread & sleep: what is known",
                "/Author": "Ann Example",
                "/Subject": "A standfirst.",
                "/CreationDate": "D:20260102",
                "/ModDate": "D:20260304",
            }
            assert str(pdf.Root.Lang) == "en"
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert bool(pdf.Root.MarkInfo.Marked)
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
                assert metadata["dc:title"] == "Bread & sleep: what is known"


def test_bookmarks_are_the_title_and_the_sections(made: dict[str, bytes]) -> None:
    wanted = [
        (0, "Bread & sleep: what is known"),
        (1, "In short"),
        (1, "When to get medical help"),
        (1, "What the evidence says"),
        (1, "Questions people ask"),
        (1, "Glow"),
        (1, "About this information"),
        (1, "References"),
    ]
    assert [bookmarks(data) for data in made.values()] == [wanted, wanted]


def test_only_the_packages_fonts_are_used_and_all_are_embedded(made: dict[str, bytes]) -> None:
    for data in made.values():
        with pikepdf.open(BytesIO(data)) as pdf:
            fonts = [entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/Subtype") == "/CIDFontType2"]
            assert {str(font.BaseFont).split("+")[1] for font in fonts} == {
                "Atkinson-Hyperlegible",
                "Atkinson-Hyperlegible-Bold",
                "Atkinson-Hyperlegible-Italic",
                "Literata-Semi-Bold",
            }
            assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_every_page_has_its_foot_and_number(made: dict[str, bytes]) -> None:
    for data in made.values():
        texts = page_texts(data)
        assert len(texts) > 1
        for number, text in enumerate(texts, 1):
            assert FOOT in text
            assert "version of 4 March 2026. Last checked 20 November 2026." in text
            assert f"Page {number} of {len(texts)}" in text


def test_the_running_head_changes_after_the_first_page(made: dict[str, bytes]) -> None:
    first, *others = page_texts(made["handout.pdf"])
    assert "Patient handout" in first
    assert not any("Patient handout" in text for text in others)
    assert all("Example Health" in text and "Bread & sleep: what is…" in text for text in others)


def test_page_one_holds_disclosure_answer_and_red_flags_in_this_order(made: dict[str, bytes]) -> None:
    for data in made.values():
        text = page_texts(data)[0]
        order = ["We earn a commission", "Bread & sleep", "One answer.", "This is general information", "trouble breathing", "blood"]
        places = [text.index(words) for words in order]
        assert places == sorted(places)


def test_references_are_numbered_endnotes(made: dict[str, bytes]) -> None:
    for data in made.values():
        text = " ".join(page_texts(data))
        assert text.index("1. Doe J. Bread and sleep") < text.index("2. Walking to work")


def test_running_heads_and_feet_are_no_part_of_the_reading_order(made: dict[str, bytes]) -> None:
    for data in made.values():
        with pikepdf.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                content = page.Contents.read_bytes()
                assert content.count(b"/Subtype/Header") == 2
                assert content.count(b"/Subtype/Footer") == 3
                owners = pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.StructParents) + 1]
                assert sum(owner is None for owner in owners) == 5


def test_the_code_leads_to_the_page_and_says_so(made: dict[str, bytes]) -> None:
    for data in made.values():
        with pikepdf.open(BytesIO(data)) as pdf:
            figures = [element for element in elements(pdf) if role(element) == "Figure"]
            assert [str(figure.Alt) for figure in figures] == ["QR code: opens example.org/health/a-test"]
            left, bottom, right, top = (float(value) for value in figures[0].A.BBox)
            assert (round(right - left, 1), round(top - bottom, 1)) == (79.4, 79.4)  # 28 mm
            assert 0 < bottom < top < float(pdf.pages[0].mediabox[3])
            targets = [str(note.A.URI) for note in pdf.pages[0].Annots if "/A" in note]
            assert "https://example.org/health/a-test/" in targets


def test_the_same_article_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the clock, the hash seed, the language and the fonts of the machine."""
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    changes = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "he_IL.UTF-8", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "99"}
    for name, value in {**changes, "FONTCONFIG_FILE": str(empty), "HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"}.items():
        monkeypatch.setenv(name, value)
    piece = cleared(article(tmp_path, BODY, FRONT, title="Bread & sleep: what is known"))
    assert {file.path: file.data for file in render_handout(piece, press(tmp_path))} == made


def test_a_draft_says_so_on_every_page_in_its_text_and_to_the_ear(tmp_path: Path) -> None:
    for file in render_handout(draft(article(tmp_path, BODY, FRONT)), press(tmp_path)):
        first, *others = page_texts(file.data)
        assert first.count("DRAFT, NOT CLEARED") == 2
        assert [text.count("DRAFT, NOT CLEARED") for text in others] == [1] * len(others)
        with pikepdf.open(BytesIO(file.data)) as pdf:
            assert next(role(element) for element in elements(pdf) if role(element) in ("P", "H1")) == "P"
            # Head, foot, page number, and the same stamp once more in large letters up the margin.
            assert {page.Contents.read_bytes().count(b"/Type/Pagination") for page in pdf.pages} == {6}


def test_a_cleared_page_is_not_stamped(made: dict[str, bytes]) -> None:
    assert not any("DRAFT" in text for data in made.values() for text in page_texts(data))


def test_a_page_that_sells_nothing_is_not_labelled(tmp_path: Path) -> None:
    piece = cleared(article(tmp_path, "Text.\n", "relationship: none\ndisclaimers: [medical-advice]\n"))
    texts = page_texts(render_handout(piece, press(tmp_path))[0].data)
    assert not any("Advertisement" in text for text in texts)
    assert all("General information, not medical advice." in text and "Not yet checked." in text for text in texts)


def test_names_cannot_leave_the_style_sheet(tmp_path: Path) -> None:
    publisher = 'A "B" \\ } @import url(x); </style> é'
    piece = cleared(article(tmp_path, "Text.\n", "relationship: none\n"))
    texts = page_texts(render_handout(piece, press(tmp_path, site(publisher=publisher)))[0].data)
    assert publisher in texts[0]


@pytest.mark.parametrize(
    ("text", "string"),
    [
        ("plain, 1.", '"plain, 1."'),
        ('say "no"', '"say \\22 no\\22 "'),
        ("a\\b\nc", '"a\\5c b\\a c"'),
        ("</style>", '"\\3c /style\\3e "'),
        ("é中", '"é中"'),
    ],
)
def test_css_strings(text: str, string: str) -> None:
    assert css_string(text) == string


def test_a_character_without_a_glyph_stops_the_run_with_its_place(tmp_path: Path) -> None:
    piece = cleared(article(tmp_path, "One line.\n\nThe word 中 has no glyph.\n"))
    with pytest.raises(RenderError) as error:
        render_handout(piece, press(tmp_path))
    assert error.value.what == "the handout's fonts have no U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D)"
    assert (error.value.path, error.value.line) == (piece.document.path, 8)
    assert error.value.remedy == "write it in words, or use another character"
