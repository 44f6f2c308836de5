"""References are numbered in the order of first use."""

from __future__ import annotations

from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.evidence.numbering import numbers


def numbered(body: str) -> dict[str, int]:
    return dict(numbers(document_of(Source("a.md", f"---\ntitle: A\n---\n{body}", "0"))))


def test_order_of_first_use() -> None:
    body = "One [@b; @a, p. 3]. Two [@c] and [@a].\n\n- three [@d]\n\n| x |\n|---|\n| four [@e] |\n\n## Five [@b]\n"
    assert numbered(body) == {"b": 1, "a": 2, "c": 3, "d": 4, "e": 5}


def test_footnotes_are_read_last_wherever_they_stand() -> None:
    assert numbered("One.[^n]\n\n[^n]: A note [@late].\n\nTwo [@early].\n") == {"early": 1, "late": 2}


def test_words_for_one_market_count() -> None:
    assert numbered("One [two [@us]]{markets=US}. Three [@all].\n") == {"us": 1, "all": 2}


def test_nothing_cited() -> None:
    assert numbered("Plain words.\n") == {}
