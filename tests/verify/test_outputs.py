"""Whole articles, rendered by the real renderers: hidden, moved, wrong and missing things are findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article.document import Document
from pipeline.findings import Severity
from pipeline.gate import DRAFT_STAMP
from pipeline.text import Position, Span
from pipeline.verify.pdf import read_pdf
from tests.publish.making import REFERENCES, cleared
from tests.verify.sample import everything, findings, messages, newsletter

SHOWING = ("index.html", "handout.pdf", "handout-letter.pdf", "newsletter.html", "newsletter.txt")


def test_a_finding_names_the_output_the_words_and_the_place(document: Document, files: dict[str, bytes]) -> None:
    page = files["index.html"].replace(b"Nobody can say.", b"")
    (finding,) = findings(document, files | {"index.html": page}, "web")
    assert (finding.rule, finding.severity, finding.path) == ("HE105", Severity.ERROR, "build/a-test/index.html")
    assert (finding.span, finding.start, finding.end, finding.excerpt) == (Span(0, 0), Position(1, 1), Position(1, 1), "")
    line = document.source[: document.source.index("Nobody can say.")].count("\n") + 1
    assert finding.message == f"index.html does not show the sentence “Nobody can say.” ({document.path}:{line})."
    assert finding.fingerprint


def altered(files: dict[str, bytes], name: str, *pairs: tuple[str, str]) -> dict[str, bytes]:
    """The files with replacements in one of them, each of which has to apply."""
    text = files[name].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return files | {name: text.encode()}


FDA = "This statement has not been evaluated by the Food and Drug Administration."
STYLED = "</style>"


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("</style>", ".statutory{display:none}</style>")], ["does not show the statement"]),
        ([("</style>", ".statutory{font-weight:400!important}</style>")], ["does not print the statement", "in bold"]),
        ([("</style>", "@media print{.statutory{display:none}}</style>")], ["hides the statement", "under @media print"]),
        (
            [("</style>", "@media (max-width:30em){.disclosure{visibility:hidden}}</style>")],
            ["hides the statement", "(material-connection)"],
        ),
        ([("</style>", ".statutory p{text-decoration:line-through}</style>")], ["strikes out the statement"]),
        ([("</style>", ".statutory{color:#fff;background:#fff}</style>")], ["does not show the statement"]),
        ([("</style>", "@media (max-width:20em){.claim{display:none}}</style>")], ["hides the", "under @media (max-width:20em)"]),
        ([("has not been evaluated", "has not been evaluated\u200b yet")], ["does not show the statement"]),
        ([("Food and Drug", "Ｆood and Drug")], ["character for character"]),
        ([(">[", ">(")], ["does not show"]),
    ],
)
def test_hidden_and_altered_statements_are_named(
    document: Document, files: dict[str, bytes], pairs: list[tuple[str, str]], said: list[str]
) -> None:
    found = messages(document, altered(files, "index.html", *pairs), "web")
    assert any(all(part in message for part in said) for message in found), found


def test_a_disclosure_below_the_title_is_named(document: Document, files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    start, end = page.index('<div class="disclosure">'), page.index("<h1>")
    moved = page[:start] + page[end:].replace("</h1>", "</h1>" + page[start:end], 1)
    assert messages(document, files | {"index.html": moved.encode()}, "web") == [
        "index.html shows the statement “Advertisement. We earn a commission if you buy through links on this …”"
        " (material-connection) in another place than above the title."
    ]


def test_a_required_statement_outside_the_product_section_is_named(document: Document, files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    start = page.index('<div class="required statutory">')
    end = page.index("</div>", start) + len("</div>")
    moved = page[:start] + page[end:].replace("</main>", page[start:end] + "</main>", 1)
    (message,) = messages(document, files | {"index.html": moved.encode()}, "web")
    assert "(fda-structure-function) in another place than in the section of the product" in message


def test_numbers_that_point_at_the_wrong_work_are_named(document: Document, files: dict[str, bytes]) -> None:
    found = messages(document, altered(files, "newsletter.txt", ("[1].", "[2].")), "newsletter")
    assert [message for message in found if message.startswith("newsletter.txt")] == [
        "newsletter.txt prints [2] where the article cites doe2020, which is number 1: “Some people eat bread late at night.”."
    ]


def test_references_in_another_order_than_the_numbers_are_named(document: Document, folder: Path) -> None:
    page = newsletter(cleared(document), folder)
    first, second = REFERENCES["doe2020"].title, REFERENCES["roe2021"].title
    text = page["newsletter.txt"].decode()
    swapped = text.replace(first, "@@").replace(second, first).replace("@@", second)
    found = messages(document, page | {"newsletter.txt": swapped.encode()}, "newsletter")
    assert any("which is number" in message or "does not list" in message for message in found)


def test_descriptions_of_pictures_are_wanted(document: Document, files: dict[str, bytes]) -> None:
    page = altered(files, "index.html", ('alt="A round loaf. It is brown."', 'alt=""'))
    assert [message.split(" (")[0] for message in messages(document, page, "web")] == [
        "index.html does not show the image.alt “A round loaf.”",
        "index.html does not show the image.alt “It is brown.”",
    ]


def test_drafts_say_so_on_every_page(document: Document, folder: Path, files: dict[str, bytes]) -> None:
    stamped = everything(document, folder, as_draft=True)
    assert messages(document, stamped, as_draft=True) == []
    found = messages(document, files, as_draft=True)
    assert {message.split(" ")[0] for message in found} == set(SHOWING)
    pages = len(read_pdf(files["handout.pdf"]).shown.pages)
    assert [message for message in found if message.startswith("handout.pdf")] == [
        f"handout.pdf does not say “{DRAFT_STAMP}” on page {number}." for number in range(1, pages + 1)
    ]


def test_missing_and_broken_files_are_findings(document: Document, files: dict[str, bytes]) -> None:
    assert messages(document, {}) == [
        f"{name} is missing."
        for name in ("index.html", "handout.pdf", "handout-letter.pdf", "newsletter.html", "newsletter.txt", "newsletter.eml")
    ]
    (message,) = messages(document, files | {"handout.pdf": b"%PDF-1.7 broken"}, "handout")
    assert message.startswith("handout.pdf cannot be read: ")
    assert (
        messages(document, files | {"index.html": b""}, "web")[0]
        == "index.html does not show the title “Bread and sleep” (" + document.path + ":2)."
    )
    assert messages(document, files | {"newsletter.txt": b"\xff\xfe"}, "newsletter")


def test_when_all_is_gone_only_the_first_sentences_are_named(document: Document, files: dict[str, bytes]) -> None:
    found = [message for message in messages(document, files | {"index.html": b"<p>nothing"}, "web") if "does not show" in message]
    assert len([message for message in found if "the sentence" in message or "list item" in message]) <= 20
    assert any("more sentences" in message for message in found)


def test_a_newsletter_owes_an_address_and_a_way_out(document: Document, files: dict[str, bytes]) -> None:
    assert "newsletter.html does not show the postal address “1 Example Street, Example Town”." in messages(
        document, altered(files, "newsletter.html", ("1 Example Street", "2 Example Street")), "newsletter"
    )
    tag = "{{ UnsubscribeURL }}"
    for name in ("newsletter.html", "newsletter.txt"):
        said = messages(document, altered(files, name, (tag, "https://example.org/elsewhere")), "newsletter")
        assert f"{name} has no visible link to unsubscribe ({tag})." in said
    hidden = altered(files, "newsletter.html", (f'href="{tag}"', f'style="display:none" href="{tag}"'))
    assert any("newsletter.html has no visible link to unsubscribe" in message for message in messages(document, hidden, "newsletter"))
