"""Blocks and inlines as templates get them: exact nodes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import InputError
from pipeline.publish.nodes import (
    Aside,
    Block,
    Cited,
    CitedNumber,
    Divider,
    Figure,
    Hyperlink,
    Inline,
    Literal,
    NewLine,
    NoteMark,
    Paragraph,
    Picture,
    Quotation,
    Styled,
    SubHeading,
    Verbatim,
    Words,
)
from pipeline.publish.nodes import List as ListNode
from pipeline.publish.nodes import Table as TableNode
from pipeline.publish.view import article_view
from tests.publish.making import article, cleared, press, view_of

NB = "\u00a0"
AFFILIATE = "relationship: affiliate\nproducts: [{name: Loaf, url: https://shop.example.com/loaf}]\n"
PAID = "paid link: we earn a commission"


def lead(folder: Path, body: str, front: str = "relationship: none\n") -> tuple[Block, ...]:
    return view_of(folder, body, front).lead


def inlines(folder: Path, body: str) -> tuple[Inline, ...]:
    block = lead(folder, body)[0]
    assert isinstance(block, Paragraph)
    return block.inlines


def test_words_run_together_and_breaks_are_kept(tmp_path: Path) -> None:
    assert inlines(tmp_path, "One &amp; two\nthree *four*  \n`five` ~~six~~ <i>seven</i>\n") == (
        Words("One & two three "),
        Styled("em", (Words("four"),)),
        NewLine(),
        Verbatim("five"),
        Words(" "),
        Styled("s", (Words("six"),)),
        Words(" "),
        Verbatim("<i>"),
        Words("seven"),
        Verbatim("</i>"),
    )


def test_citations_are_numbered_by_first_use_and_glued(tmp_path: Path) -> None:
    assert inlines(tmp_path, "One  [@roe2021].\nTwo[@doe2020, p. 3; @roe2021] three.\n") == (
        Words("One"),
        Cited((CitedNumber(1, ""),), NB),
        Words(". Two"),
        Cited((CitedNumber(2, "p. 3"), CitedNumber(1, "")), NB),
        Words(" three."),
    )


def test_a_citation_at_the_start_has_nothing_to_be_glued_to(tmp_path: Path) -> None:
    assert inlines(tmp_path, "[@doe2020] says so.\n") == (Cited((CitedNumber(1, ""),), ""), Words(" says so."))


def test_a_comma_separates_works_and_a_semicolon_where_one_has_a_locator() -> None:
    assert Cited((CitedNumber(1, ""), CitedNumber(2, "")), "").separator == ", "
    assert Cited((CitedNumber(1, ""), CitedNumber(2, "p. 3")), "").separator == "; "


def test_an_unknown_key_has_a_number_too(tmp_path: Path) -> None:
    view = view_of(tmp_path, "One [@nobody1999].\n")
    assert [(reference.number, reference.key, reference.link) for reference in view.references] == [(1, "nobody1999", None)]


def test_links_hold_text_only_and_emphasis_goes_around_them(tmp_path: Path) -> None:
    url = "https://example.org/a"
    assert inlines(tmp_path, f"[one *two*]({url}) [**three**]({url}) [`four`]({url})\n") == (
        Hyperlink(url, url, "", "one two"),
        Words(" "),
        Styled("strong", (Hyperlink(url, url, "", "three"),)),
        Words(" "),
        Hyperlink(url, url, "", "four"),
    )


def test_anchors_are_followed_where_they_lead_somewhere(tmp_path: Path) -> None:
    assert inlines(tmp_path, "[a](#rye) [b](#oats) [c](javascript:x)\n\n## Rye\n\nText.\n") == (
        Hyperlink("#rye", "https://example.org/health/a-test/#rye", "", "a"),
        Words(" b c"),
    )


def test_tooltips_follow_the_block(tmp_path: Path) -> None:
    url = "https://example.org/a"
    (block,) = lead(tmp_path, f'See [a]({url} "A tip") for more.\n')
    assert block == Paragraph((Words("See "), Hyperlink(url, url, "", "a"), Words(" for more.")), (Aside("title", "A tip"),))


@pytest.mark.parametrize(
    ("body", "asides"),
    [
        ("[Buy](https://shop.example.com/other) now.", (Aside("paid", PAID, "https://shop.example.com/other"),)),
        ("[Buy](https://www.shop.example.com/loaf) now.", (Aside("paid", PAID, "https://www.shop.example.com/loaf"),)),
        ("[Read](https://example.org/a) more.", ()),
        ("[Buy](https://shop.example.com/loaf) (Paid link: we earn a commission)", ()),
        ("[Ask](mailto:a@shop.example.com)", ()),
    ],
)
def test_links_that_somebody_earns_from_say_so(tmp_path: Path, body: str, asides: tuple[Aside, ...]) -> None:
    (block,) = lead(tmp_path, body, AFFILIATE)
    assert isinstance(block, Paragraph)
    assert block.asides == asides
    link = next(node for node in block.inlines if isinstance(node, Hyperlink))
    assert link.rel == ("sponsored nofollow" if "shop.example" in link.href and link.href.startswith("http") else "")


def test_every_web_link_of_a_product_section_is_a_paid_one(tmp_path: Path) -> None:
    (section,) = view_of(tmp_path, "## Loaf {.product}\n\n[Maker](https://maker.example/)\n", AFFILIATE).sections
    assert section.blocks == (
        Paragraph(
            (Hyperlink("https://maker.example/", "https://maker.example/", "sponsored nofollow", "Maker"),),
            (Aside("paid", PAID, "https://maker.example/"),),
        ),
    )


def test_nobody_earns_from_an_editorial_page(tmp_path: Path) -> None:
    (section,) = view_of(tmp_path, "## Loaf {.product}\n\n[Maker](https://maker.example/)\n").sections
    assert section.blocks == (Paragraph((Hyperlink("https://maker.example/", "https://maker.example/", "", "Maker"),)),)


def test_footnotes_are_numbered_by_first_mark_and_unmarked_ones_come_last(tmp_path: Path) -> None:
    body = "One[^b] two[^a] three[^b].\n\n[^c]: Unmarked.[^d]\n\n[^a]: Alpha.\n\n[^b]: Beta.\n\n[^d]: Delta.\n"
    view = view_of(tmp_path, body)
    (block,) = view.lead
    assert isinstance(block, Paragraph)
    assert [node for node in block.inlines if isinstance(node, NoteMark)] == [
        NoteMark(1, "note-1-mark-1", NB),
        NoteMark(2, "note-2-mark-1", NB),
        NoteMark(1, "note-1-mark-2", NB),
    ]
    assert [(note.number, note.inlines[0], note.backs) for note in view.notes] == [
        (1, Words("Beta."), ("note-1-mark-1", "note-1-mark-2")),
        (2, Words("Alpha."), ("note-2-mark-1",)),
        (3, Words("Unmarked."), ()),
        (4, Words("Delta."), ("note-4-mark-1",)),
    ]


def test_lists_set_their_first_paragraph_without_a_block(tmp_path: Path) -> None:
    (block,) = lead(tmp_path, "- one\n\n  two\n- three\n  1. four\n")
    assert isinstance(block, ListNode)
    assert (block.start, block.loose, block.ordered) == (None, True, False)
    first, second = block.entries
    assert (first.inlines, first.blocks) == ((Words("one"),), (Paragraph((Words("two"),)),))
    (nested,) = second.blocks
    assert isinstance(nested, ListNode)
    assert (second.inlines, nested.start, nested.entries[0].inlines) == ((Words("three"),), 1, (Words("four"),))


def test_other_blocks(tmp_path: Path) -> None:
    assert lead(tmp_path, "> # Quoted\n> text\n\n---\n\n    code\n\n<div>\nraw\n</div>\n") == (
        Quotation((SubHeading((Words("Quoted"),), ()), Paragraph((Words("text"),)))),
        Divider(),
        Literal("code"),
        Literal("<div>\nraw\n</div>"),
    )


def test_code_keeps_its_indent_where_white_space_folds() -> None:
    assert Literal("a\n  b\n\tc").lines == ("a", f"{NB}{NB}b", f"{NB * 4}c")


def test_cells_know_their_column(tmp_path: Path) -> None:
    (block,) = lead(tmp_path, "| A *b* | C |\n|---|--:|\n| d | e |\n")
    assert isinstance(block, TableNode)
    assert [(cell.label, cell.align) for row in (block.head, *block.rows) for cell in row] == [("A b", ""), ("C", "right")] * 2
    assert (block.row_heads, block.roomy) == (True, True)


def test_a_table_of_long_words_may_break_them(tmp_path: Path) -> None:
    (block,) = lead(tmp_path, f"| A | B |\n|---|---|\n| {'x' * 40} | {'y' * 10} |\n")
    assert isinstance(block, TableNode)
    assert not block.roomy


# ---------------------------------------------------------------- pictures
def picture(folder: Path, name: str = "loaf.png", size: tuple[int, int] = (30, 20)) -> None:
    (folder / "images").mkdir(exist_ok=True)
    Image.new("RGB", size).save(folder / "images" / name)


def test_a_picture_alone_is_a_figure(tmp_path: Path) -> None:
    picture(tmp_path)
    view = view_of(tmp_path, '![A *brown* loaf](images/loaf.png "Baked today")\n')
    href = "https://example.org/health/a-test/images/loaf.png"
    shown = Picture("images/loaf.png", href, "A brown loaf", 30, 20)
    assert view.lead == (Figure(shown, "Baked today", (Aside("picture", "A brown loaf", href),)),)
    assert [(file.path, file.width, file.height) for file in view.pictures] == [("images/loaf.png", 30, 20)]


def test_a_linked_picture_prints_beside_its_link(tmp_path: Path) -> None:
    picture(tmp_path)
    (block,) = lead(tmp_path, "Look: [![Loaf](images/loaf.png)](https://example.org/a)\n")
    href = "https://example.org/health/a-test/images/loaf.png"
    assert block == Paragraph(
        (Words("Look: "), Picture("images/loaf.png", href, "Loaf", 30, 20)),
        (Aside("picture", "Loaf", href), Aside("link", "Loaf", "https://example.org/a")),
    )


def test_the_same_picture_under_two_names_is_copied_once_each_to_its_own_place(tmp_path: Path) -> None:
    picture(tmp_path)
    picture(tmp_path, "a b.png", (3, 4))
    view = view_of(tmp_path, "![A](images/loaf.png) ![B](<images/a b.png>) ![C](images/../images/loaf.png)\n")
    (block,) = view.lead
    assert isinstance(block, Paragraph)
    assert [node.href for node in block.inlines if isinstance(node, Picture)] == ["images/loaf.png", "images/a%20b.png", "images/loaf.png"]
    assert [(file.path, file.width) for file in view.pictures] == [("images/loaf.png", 30), ("images/a b.png", 3)]


def test_a_picture_that_went_away_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    picture(tmp_path)
    document = article(tmp_path, "Text.\n\n![Loaf](images/loaf.png)\n")
    (tmp_path / "images" / "loaf.png").unlink()
    with pytest.raises(InputError) as caught:
        article_view(cleared(document), press(tmp_path))
    assert str(caught.value) == "a-test.md:8: picture images/loaf.png: it cannot be read any more; put it back and run again"
