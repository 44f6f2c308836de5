"""Whatever is dropped from a finished output is noticed and named: each sentence, reference, statement, person, date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.article.document import Document, Place
from pipeline.text import Span
from pipeline.verify.checks import complaints
from pipeline.verify.expectations import Expectations
from pipeline.verify.html import read_html
from pipeline.verify.pdf import read_pdf
from pipeline.verify.plain import read_plain
from pipeline.verify.reading import Reading
from pipeline.verify.sight import Output, look, quoted
from pipeline.verify.wanted import Zone
from tests.publish.making import REFERENCES, cleared
from tests.verify.sample import dropped, messages, newsletter, web, without

# Sentences that the article holds more than once: it is noticed that one is gone, but it may be another.
REPEATED = ("Yes.", "Same sentence.", "Rye", "yes", "no")
SHOWING = ("index.html", "handout.pdf", "handout-letter.pdf", "newsletter.html", "newsletter.txt")


def output(name: str, data: bytes) -> Output:
    """A finished file as it is read."""
    if name.endswith(".pdf"):
        read = read_pdf(data)
        return Output(name, read.shown, Reading(read.shown.runs), exact=False, visual=True)
    shown = read_html(data, {}) if name.endswith(".html") else read_plain(data)[1]
    return Output(name, shown, Reading(shown.runs), sets_type=name.endswith(".html"))


def less(whole: Output, spans: list[Span]) -> Output:
    """The output without the words at these places."""
    return Output(whole.name, whole.shown, Reading(dropped(whole.reading, spans)), (), whole.sets_type, whole.exact, whole.visual)


def test_nothing_is_lost(document: Document, files: dict[str, bytes]) -> None:
    assert messages(document, files) == []


@pytest.mark.parametrize("name", SHOWING)
def test_every_sentence_that_is_dropped_is_named(name: str, files: dict[str, bytes], expected: Expectations) -> None:
    whole = output(name, files[name])
    sight = look(whole, expected)
    checked = 0
    for item, found in zip(sight.wanted, sight.found, strict=True):
        if found is not None:
            # The mail repeats the head of a column with each cell: it is lost when all of them are.
            column = list(item.found(whole.reading.text, 0, len(whole.reading.text))) if item.zone is Zone.COLUMN else []
            said = list(complaints(less(whole, [found.span, *column]), expected))
            assert any(what.startswith("does not show") for what in said), item.words
            assert item.words in REPEATED or any(quoted(item.words) in what for what in said), item.words
            checked += 1
    assert checked >= 46


@pytest.mark.parametrize("name", SHOWING)
def test_every_reference_that_is_dropped_is_named(name: str, files: dict[str, bytes], expected: Expectations) -> None:
    whole = output(name, files[name])
    for key, reference in REFERENCES.items():
        title = "".join(reference.title.split())
        spans = [Span(match.start(), match.end()) for match in re.finditer(re.escape(title), whole.reading.text)]
        said = list(complaints(less(whole, spans), expected))
        assert len(said) == 1 and said[0].startswith(f"does not list the reference “{reference.title}” ({key}"), key


@pytest.mark.parametrize("name", ["index.html", "newsletter.html", "newsletter.txt"])
def test_an_identifier_has_to_be_there_as_text_or_as_a_link(name: str, document: Document, files: dict[str, bytes]) -> None:
    text, link = b"doi:10.1000/example.2020", b"https://doi.org/10.1000/example.2020"
    due = "web" if name == "index.html" else "newsletter"
    complaint = f"{name} does not list the reference “Bread and sleep: a cohort study” (doe2020, 10.1000/example.2020)."
    assert text in files[name] and link in files[name]
    for old, lost in (((text,), False), ((link,), False), ((text, link), True)):
        data = files[name]
        for part in old:
            data = data.replace(part, b"doi:gone")
        assert (complaint in messages(document, files | {name: data}, due)) is lost, (name, old)


@pytest.mark.parametrize("name", SHOWING)
def test_every_statement_that_is_dropped_or_altered_is_named(name: str, files: dict[str, bytes], expected: Expectations) -> None:
    whole = output(name, files[name])
    assert [statement.id for statement in expected.statements] == [
        "medical-advice",
        "medical-advice",
        "material-connection",
        "fda-structure-function",
    ]
    for statement in expected.statements:
        words = "".join(statement.words.split())
        at = whole.reading.text.find(words)
        for span in (Span(at, at + len(words)), Span(at + 5, at + 6), Span(at + len(words) - 1, at + len(words))):
            said = list(complaints(less(whole, [span]), expected))
            assert f"does not show the statement {quoted(statement.words)} ({statement.id})" in said, statement.id


@pytest.mark.parametrize("name", SHOWING)
def test_people_and_dates_that_are_dropped_are_named(name: str, files: dict[str, bytes], expected: Expectations) -> None:
    whole = output(name, files[name])
    for words, what in (
        ("ZoeExample", "does not name “Zoë Example” above the text"),
        ("AnaRuiz", "does not name “Ana Ruiz” above the text"),
    ):
        at = whole.reading.text.find(words)
        assert list(complaints(less(whole, [Span(at, at + 1)]), expected)) == [what]
    at = whole.reading.text.find("20November2026")
    said = list(complaints(less(whole, [Span(at, at + 2)]), expected))
    assert said == ([] if name == "index.html" else ["does not show the date of the last check (2026-11-20) above the text"])


def test_sentences_cut_from_a_template_are_named(document: Document, folder: Path) -> None:
    """The way from source to bytes, without one sentence: all of the mail, some of the web page."""
    for number, sentence in enumerate(document.body()):
        if sentence.place in (Place.ALT, Place.TITLE) or sentence.text in REPEATED:
            continue
        piece = cleared(without(document, sentence.span))
        made = newsletter(piece, folder) | (web(piece, folder) if number % 16 == 0 else {})
        due = ("newsletter", "web") if number % 16 == 0 else ("newsletter",)
        said = messages(document, made, *due)
        for name in ("newsletter.html", "newsletter.txt", *(("index.html",) if number % 16 == 0 else ())):
            assert any(what.startswith(f"{name} does not show") and quoted(sentence.text) in what for what in said), (name, sentence.text)
