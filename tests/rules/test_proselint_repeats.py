"""The windows must lose nothing: proselint's own check, run on the whole text, is the measure."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proselint.checks.lexical_illusions import check  # type: ignore[import-untyped]

from pipeline.rules.proselint_repeats import KNOWN, windows

WORDS = st.sampled_from(["the", "The", "in", "a", "skin", "don't", "5", "x-ray", "é", "_", "had", "that", "1", "10", "the5", "5the"])
GAPS = st.sampled_from([" ", "\n", "  ", ", ", "-", ". ", "\n\n", "\u00a0", " \u2014 ", "'"])


def whole(text: str) -> list[tuple[Any, ...]]:
    """What the check finds by itself."""
    return [(found.span, found.message) for found in check.check_with_flags(text)]


def windowed(text: str) -> list[tuple[Any, ...]]:
    """What it finds in the windows."""
    return [
        ((low + found.span[0], low + found.span[1]), found.message)
        for low, high in windows(text)
        for found in check.check_with_flags(text[low:high])
    ]


def test_the_pattern_is_the_one_that_was_read() -> None:
    assert KNOWN in check.check_type.pattern


@given(st.lists(st.tuples(WORDS, GAPS), max_size=30))
def test_windows_lose_nothing_and_add_nothing(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    assert windowed(text) == whole(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest your skin today.", ()),
        ("Rest the the skin of the arm today.", ((0, 20),)),
        ("A cream in the in the morning helps.", ((0, 35),)),
        ("Ελλάδα ist schön schön.", ((0, 23),)),
    ],
)
def test_windows(text: str, expected: tuple[tuple[int, int], ...]) -> None:
    assert windows(text) == expected
