"""The view: sections as components, statements in their places, facts, ids."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PIL import Image

from pipeline.evidence.register import Register
from pipeline.gate import DRAFT_STAMP, as_draft
from pipeline.publish.nodes import Figure, Paragraph, Words
from pipeline.publish.parts import Section, Statement
from pipeline.publish.view import Fact, article_view, imprint, later, material_id
from tests.publish.making import REFERENCES, article, cleared, press, view_of

FDA = "relationship: affiliate\ndisclaimers: [fda-structure-function]\n"


def shape(section: Section) -> tuple[object, ...]:
    return (section.level, section.component, section.title, *map(shape, section.children))


def ids(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.id for statement in statements]


def test_levels_have_no_gaps_whatever_the_author_wrote(tmp_path: Path) -> None:
    body = "# One\n\n#### Deep\n\n##### Deeper\n\n## Two {.faq}\n\n### Three\n\n# Four\n"
    assert [shape(section) for section in view_of(tmp_path, body).sections] == [
        (2, "prose", "One", (3, "prose", "Deep", (4, "prose", "Deeper")), (3, "faq", "Two", (4, "prose", "Three"))),
        (2, "prose", "Four"),
    ]


def test_seven_levels_end_at_h6(tmp_path: Path) -> None:
    body = "".join(f"{'#' * level} L{level}\n\n" for level in range(1, 7))
    (section,) = view_of(tmp_path, body).sections
    levels = []
    while True:
        levels.append(section.level)
        if not section.children:
            break
        (section,) = section.children
    assert levels == [2, 3, 4, 5, 6, 6]


def test_the_lead_is_what_stands_before_the_first_heading(tmp_path: Path) -> None:
    view = view_of(tmp_path, "Lead.\n\n## One\n\nText.\n")
    assert view.lead == (Paragraph((Words("Lead."),)),)
    assert [(entry.anchor, entry.title) for entry in view.contents] == [("one", "One")]


def test_the_note_stands_in_the_first_in_short_section_or_alone(tmp_path: Path) -> None:
    front = "relationship: none\ndisclaimers: [medical-advice]\n"
    view = view_of(tmp_path, "## A {.in-short}\n\nB.\n\n## C {.in-short}\n\nD.\n", front)
    assert [ids(section.statements) for section in view.sections] == [["medical-advice"], []]
    assert (ids(view.note), ids(view.notice)) == ([], ["medical-advice"])
    assert ids(view_of(tmp_path, "Text.\n", front).note) == ["medical-advice"]


def test_every_product_box_carries_what_the_law_requires(tmp_path: Path) -> None:
    view = view_of(tmp_path, "## A {.product}\n\nB.\n\n## C\n\n### D {.product}\n\nE.\n", FDA)
    boxes = (view.sections[0], view.sections[1].children[0])
    assert [ids(box.statements) for box in boxes] == [["fda-structure-function"]] * 2
    assert view.required == ()
    assert ids(view_of(tmp_path, "Text.\n", FDA).required) == ["fda-structure-function"]


def test_directions_of_use_stand_with_the_product(tmp_path: Path) -> None:
    front = "relationship: seller\nproducts: [{name: Loaf, directions: a slice a day.}]\n"
    text = ("How to use Loaf: a slice a day.",)
    assert view_of(tmp_path, "## A {.product}\n\nB.\n", front).sections[0].directions == text
    assert view_of(tmp_path, "Text.\n", front).directions == text


def test_bold_in_a_statement_is_its_only_markup(tmp_path: Path) -> None:
    (statement,) = view_of(tmp_path, "Text.\n", "relationship: seller\ndisclaimers: [material-connection]\n").disclosure
    assert [node.kind for node in statement.inlines] == ["styled", "words"]


def test_facts_are_never_left_out(tmp_path: Path) -> None:
    assert view_of(tmp_path, "Text.\n", "relationship: seller\n").facts == (
        Fact("Written by", "Not named"),
        Fact("Last checked", "Not yet"),
        Fact("Clinical review", "None yet"),
        Fact("Who paid", "We sell the product on this page."),
    )


def test_facts_of_a_reviewed_article(tmp_path: Path) -> None:
    front = (
        "author: {name: A. Writer, url: 'javascript:alert(1)'}\nreviewed_by: {name: B. Reader, credentials: MD, url: 'https://example.org/b'}\n"
        "last_reviewed: 2026-02-03\nrelationship: none\n"
    )
    view = view_of(tmp_path, "Text.\n", front)
    assert view.facts == (
        Fact("Written by", "A. Writer"),
        Fact("Last checked", "3 February 2026", date="2026-02-03"),
        Fact("Clinical review", "B. Reader, MD", href="https://example.org/b"),
        Fact("Who paid", "Nobody. We sell nothing."),
    )
    assert view.next_check == "Next check due by February 2028"


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [(date(2026, 11, 20), 24, date(2028, 11, 20)), (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 12, 1), 1, date(2027, 1, 1))],
)
def test_later(day: date, months: int, then: date) -> None:
    assert later(day, months) == then


def test_a_draft_is_stamped(tmp_path: Path) -> None:
    verdict = cleared(article(tmp_path, "Text.\n"))
    assert article_view(verdict, press(tmp_path)).stamp == ""
    assert article_view(as_draft(verdict), press(tmp_path)).stamp == DRAFT_STAMP


def test_the_material_id_changes_with_the_text_and_with_cited_evidence_alone(tmp_path: Path) -> None:
    register = Register("e.yaml", REFERENCES, {})
    document = article(tmp_path, "Text [@doe2020].\n", "lang: en-GB\n")
    first = material_id(document, register, "EXA")
    cited = REFERENCES | {"doe2020": msgspec.structs.replace(REFERENCES["doe2020"], n=9)}
    uncited = REFERENCES | {"roe2021": msgspec.structs.replace(REFERENCES["roe2021"], n=9)}
    assert first == "EXA-" + first[4:10] + "-EN-GB"
    assert material_id(document, Register("e.yaml", uncited, {}), "EXA") == first
    assert material_id(document, Register("e.yaml", cited, {}), "EXA") != first
    assert material_id(replace(document, sha256="0" * 64), register, "EXA") != first
    assert material_id(article(tmp_path, "Text [@doe2020].\n", "lang: en-GB\n"), register, "EXA") == first


def test_the_article_s_own_picture_comes_after_the_answer_and_the_red_flags(tmp_path: Path) -> None:
    Image.new("RGB", (8, 6)).save(tmp_path / "loaf.png")
    front = "relationship: none\nimage: {src: loaf.png, alt: A loaf}\n"
    view = view_of(tmp_path, "Lead.\n\n## A {.in-short}\n\nB.\n\n## C {.red-flags}\n\nD.\n\n## E\n\nF.\n", front)
    assert [[type(block) for block in section.blocks] for section in view.sections] == [[Paragraph], [Paragraph], [Figure, Paragraph]]
    assert [type(block) for block in view_of(tmp_path, "Lead.\n", front).lead] == [Paragraph, Figure]
    assert view.pictures[0].path == "images/loaf.png"


@pytest.mark.parametrize(
    ("address", "line"),
    [("1 Street, Town", "Bakers, 1 Street, Town"), ("Bakers, 1 Street", "Bakers, 1 Street"), ("1 Street\nTown\n", "Bakers, 1 Street Town")],
)
def test_imprint(address: str, line: str) -> None:
    assert imprint("Bakers", address) == line


def test_an_article_in_arabic_reads_from_the_right(tmp_path: Path) -> None:
    assert view_of(tmp_path, "نص.\n", "lang: ar\nrelationship: none\n").direction == "rtl"
    assert view_of(tmp_path, "Text.\n").direction == "ltr"


def test_subject_and_preheader_have_stand_ins(tmp_path: Path) -> None:
    view = view_of(tmp_path, "Text.\n", "description: Short.\nrelationship: none\n")
    assert (view.subject, view.preheader) == ("A test", "Short.")
