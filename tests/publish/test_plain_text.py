"""The plain-text part, to the letter."""

from __future__ import annotations

from pathlib import Path

from pipeline.publish.plain_text import WIDTH, plain_text
from pipeline.publish.words import read_words
from tests.publish.making import TEMPLATES, view_of
from tests.publish.sample import BODY, COMMERCIAL

WORDS = read_words(TEMPLATES, "en")


def typed(folder: Path, body: str, front: str = "relationship: none\n") -> str:
    return plain_text(view_of(folder, body, front), WORDS, "You asked for this.", "https://example.org/out")


def between(text: str, first: str, last: str) -> str:
    return text[text.index(first) : text.index(last)].rstrip("\n")


def test_a_commercial_article_from_end_to_end(tmp_path: Path) -> None:
    text = typed(tmp_path, BODY, COMMERCIAL)
    assert text.replace("\u00a0", " ") == (Path(__file__).parent / "sample.txt").read_text(encoding="utf-8")


def test_no_line_is_longer_than_it_has_to_be(tmp_path: Path) -> None:
    text = typed(tmp_path, f"{'word ' * 60}\n\n- {'item ' * 40}\n  - {'inner ' * 40}\n\n> {'quoted ' * 30}\n\n{'x' * 100}\n")
    assert [line for line in text.splitlines() if len(line) > WIDTH] == ["x" * 100]


def test_links_follow_their_block_and_the_sentence_stays_whole(tmp_path: Path) -> None:
    body = 'See [here](https://example.org/a "Tip"), or [**write**](mailto:a@example.org). <https://example.org/bare>\n'
    assert between(typed(tmp_path, body), "See here", "\n\n\nPrint") == (
        "See here, or write. https://example.org/bare\n  here: https://example.org/a\n  write: a@example.org\n(Tip)"
    )


def test_a_link_alone_is_not_said_twice(tmp_path: Path) -> None:
    assert (
        between(typed(tmp_path, "**[Read on](https://example.org/a)**\n"), "Read on", "\n\n\nPrint") == "Read on\n  https://example.org/a"
    )


def test_struck_words_and_hard_breaks(tmp_path: Path) -> None:
    assert between(typed(tmp_path, "~~Not~~ so.  \nNext\nline.\n"), "~~", "\n\n\nPrint") == "~~Not~~ so.\nNext line."


def test_nothing_is_escaped(tmp_path: Path) -> None:
    assert 'A & <b>b</b> "c"' in typed(tmp_path, 'A &amp; <b>b</b> "c"\n')


def test_tables_without_rows_or_row_heads(tmp_path: Path) -> None:
    assert between(typed(tmp_path, "| A | B |\n|---|---|\n"), "A\n", "\n\n\nPrint") == "A\nB"
    assert between(typed(tmp_path, "| A |\n|---|\n| b |\n| c |\n"), "A\n", "\n\n\nPrint") == "A\nb\n\nc"
