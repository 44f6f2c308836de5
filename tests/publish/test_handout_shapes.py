"""Every shape that Markdown can take is tagged as PDF/UA-1 wants it; the trees are written out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfminer.high_level import extract_text
from PIL import Image

from pipeline.publish.handout import render_handout
from pipeline.publish.pdf import Job, Limits, Resource, print_pdfs
from tests.publish.making import article, press
from tests.publish.pdfs import cleared, elements, outline_of, page_texts, role

WEB = "https://example.org/a/"
STYLE = "@page { size: A4 } body { font-family: Atkinson Hyperlegible, Noto Sans, Noto Sans Symbols, Noto Emoji, Inter }"


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 4), "#0d5653").save(out, "PNG")
    return out.getvalue()


def printed(body: str, style: str = STYLE) -> bytes:
    """The PDF of a page with this body."""
    html = f'<!doctype html><html lang="en"><head><title>A test</title></head><body>{body}</body></html>'
    job = Job(html, (style,), WEB, seconds=30, megabytes=1_200, resources=(Resource(WEB + "dot.png", "image/png", picture()),))
    return print_pdfs(job, Limits(30), "content/a.md")[0]


def tree(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return outline_of(pdf.Root.StructTreeRoot.K[0])


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        # WeasyPrint leaves block children and inline text beside the label.
        ("<ul><li>one</li></ul>", "L(LI(Lbl LBody))"),
        ("<ul><li><p>one</p><p>two</p></li></ul>", "L(LI(Lbl LBody(P P)))"),
        ("<ul style='list-style-position: inside'><li>one</li></ul>", "L(LI(Lbl LBody))"),
        ("<ul style='list-style-position: inside'><li><p>one</p></li></ul>", "L(LI(Lbl LBody(P)))"),
        ("<ul style='list-style-type: none'><li>one</li></ul>", "L(LI(LBody))"),
        ("<ul><li></li></ul>", "L(LI(Lbl LBody))"),
        ("<ul><li><pre>one</pre><blockquote><p>two</p></blockquote></li></ul>", "L(LI(Lbl LBody(BlockQuote(P))))"),
        # A nested list belongs to the item that it stands in, between what is before and after it.
        ("<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>", "L(LI(Lbl LBody(L(LI(Lbl LBody)))) LI(Lbl LBody))"),
        ("<ol><li><p>one</p><ul><li>two</li></ul><p>three</p></li></ol>", "L(LI(Lbl LBody(P L(LI(Lbl LBody)) P)))"),
        ("<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ul>", "L(LI(Lbl LBody(L(LI(Lbl LBody(L(LI(Lbl LBody))))))))"),
        ("<dl><dt>one</dt><dd>two</dd><dt>three</dt><dd>four</dd></dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
        # A link is one element, whatever stands in it.
        ("<p>a <a href='https://e.org/'>b</a></p>", "P(Link)"),
        ("<p><a href='https://e.org/'>a <b>b <i>c</i></b></a></p>", "P(Link)"),
        ("<p><a href='https://e.org/'><img src='dot.png' alt='A dot'></a></p>", "P(Link(Figure))"),
        # Headings never skip a level.
        ("<h1>a</h1><h4>b</h4><h5>c</h5><h2>d</h2><h6>e</h6>", "H1 H2 H3 H2 H3"),
        # A decorative picture is no part of what is read.
        ("<p>a <img src='dot.png' alt=''> b</p>", "P"),
        ("<figure><img src='dot.png' alt='A dot'><figcaption>b</figcaption></figure>", "Figure Caption"),
        # A table has a body, and an empty header cell is none.
        ("<table><thead><tr><th>a</th></tr></thead></table>", "Table(TBody(TR(TH)))"),
        (
            "<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>",
            "Table(THead(TR(TD TH)) TBody(TR(TD TD)))",
        ),
    ],
)
def test_roles(body: str, roles: str) -> None:
    assert tree(printed(body)) == f"Document({roles})"


def test_header_cells_say_what_they_head() -> None:
    data = printed(
        "<table><thead><tr><td>a</td><th>b</th></tr></thead><tbody><tr><th scope='row'>c</th><td>d</td></tr></tbody></table>"
        "<table><tbody><tr><th>e</th><td>f</td></tr></tbody></table>"
    )
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(cell.A.Scope) for cell in elements(pdf) if role(cell) == "TH"] == ["/Column", "/Row", "/Row"]


def test_a_cell_names_no_empty_header() -> None:
    data = printed("<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>")
    with pikepdf.open(BytesIO(data)) as pdf:
        named = {str(cell.ID) for cell in elements(pdf) if "/ID" in cell}
        referred = [[str(header) for header in cell.A.get("/Headers", [])] for cell in elements(pdf) if role(cell) == "TD"]
    assert [len(headers) for headers in referred] == [0, 0, 1]
    assert {header for headers in referred for header in headers} == named


def test_links_print_and_have_one_owner() -> None:
    data = printed("<p><a href='https://e.org/'>one <b>two</b></a> <a href='#x' aria-label='The fourth'>three</a></p><p id='x'>four</p>")
    with pikepdf.open(BytesIO(data)) as pdf:
        notes = list(pdf.pages[0].Annots)
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
        assert len(notes) == 2
        assert all(int(note.F) & 4 for note in notes)
        assert [str(note.Contents) for note in notes] == ["https://e.org/", "The fourth"]
        assert [str(owners[int(note.StructParent)].S) for note in notes] == ["/Link", "/Link"]
        assert sorted(owners) == [0, *sorted(int(note.StructParent) for note in notes)]


def test_a_figure_has_its_words_and_its_place_in_points() -> None:
    data = printed("<p><img src='dot.png' alt='A dot' style='width: 72pt; height: 36pt; position: absolute; left: 0; top: 0'></p>")
    with pikepdf.open(BytesIO(data)) as pdf:
        figure = next(element for element in elements(pdf) if role(element) == "Figure")
        assert str(figure.Alt) == "A dot"
        left, bottom, right, top = (float(value) for value in figure.A.BBox)
        assert (round(right - left), round(top - bottom)) == (72, 36)
        assert 700 < top < 842  # near the upper edge: counted from below, as PDF does


def test_a_list_counts_from_where_it_starts() -> None:
    assert (
        "7. one 8. two"
        in page_texts(printed("<ol start='7'><li>one</li><li>two</li></ol>", STYLE + "ol { list-style-position: inside }"))[0]
    )


def test_each_glyph_stands_for_something() -> None:
    """Arabic letters are drawn as base and dots, and WeasyPrint names only one of the two."""
    with pikepdf.open(BytesIO(printed("<p>جلد हिन्दी</p>"))) as pdf:
        tables = [entry.ToUnicode.read_bytes() for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and "/ToUnicode" in entry]
    assert not any(b"<>" in table for table in tables)
    assert sum(table.count(b"<2060>") for table in tables) == 2


def test_no_line_ends_after_its_first_word() -> None:
    """WeasyPrint measures the blank before an element as if it had to fit on the line, and then breaks too early."""
    words = "Salem I, Ramser A, Isham N, Ghannoum MA. The Gut Microbiome as a Major Regulator of the Gut-Skin Axis. "
    style = STYLE.replace("A4", "210mm 2000mm; margin: 0") + "p { font-size: 10pt; margin: 0 }"
    body = "".join(f"<p style='width: {width}px'>{words}<i>Microbiologicum</i></p>" for width in range(560, 720))
    lines = [line.strip() for line in extract_text(BytesIO(printed(body, style))).splitlines()]
    assert sum(line.startswith("Salem") for line in lines) == 160
    assert "Salem" not in lines


def test_an_endless_word_is_set_in_time() -> None:
    """40,000 characters without a blank took WeasyPrint half a minute."""
    text = page_texts(printed("<p>" + "[a" * 20_000 + "</p>"))
    assert "".join("".join(text).replace("\u200b", "").split()) == "[a" * 20_000


def test_a_whole_article_of_odd_shapes_is_printed(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "dot.png").write_bytes(picture())
    body = """- one

  two

  - > three

    ```
    four
    ```

    | five | six |
    |---|---|
    | seven | [eight](https://example.org/) |

9. nine[^1]
10. ten ![](images/dot.png)

[![eleven](images/dot.png "twelve")](https://example.org/)

#### thirteen

[^1]: fourteen

    - fifteen
"""
    piece = cleared(article(tmp_path, body))
    for file in render_handout(piece, press(tmp_path)):
        with pikepdf.open(BytesIO(file.data)) as pdf:
            found = list(elements(pdf))
            for element in found:
                inside = [role(kid) for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
                if role(element) == "LI":
                    assert inside in (["Lbl", "LBody"], ["LBody"])
                if role(element) == "L":
                    assert set(inside) == {"LI"}
                if role(element) == "Figure":
                    assert str(element.Alt)
            assert {"L", "Table", "Figure", "Link", "BlockQuote"} <= {role(element) for element in found}
        words = " ".join(page_texts(file.data))
        for number in "one two three four five six seven eight nine ten twelve thirteen fourteen fifteen".split():
            assert number in words
