"""What the sieve holds back could find nothing: proselint run whole is the measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules import style
from pipeline.rules.proselint_needs import Need, Sieve, need_of

CHECKS = style._checks()
SIEVE = Sieve(CHECKS, "uncomparables")


def found(number: int, text: str) -> list[Any]:
    return list(style._results(CHECKS[number], text))


def items() -> Iterator[tuple[int, str]]:
    """Every phrase of proselint that says what it looks for, with the number of its check."""
    for number, check in enumerate(CHECKS):
        kind = check.check_type
        terms = [*getattr(kind, "items", ()), *(term for pair in getattr(kind, "term_pairs", ()) for term in pair)]
        terms += [kind.pattern] if hasattr(kind, "pattern") else []
        yield from ((number, term) for term in terms)


ITEMS = tuple(items())
# Without what only a pattern can mean, so that nearly all of them can stand in a text as they are.
PHRASES = tuple(re.sub(r"\\[bB]|[\\?^$()]|\{[^}]*\}", "", term) for _, term in ITEMS)


def test_every_phrase_of_proselint_passes_when_it_stands_in_the_text() -> None:
    spoken = 0
    for (number, _), phrase in zip(ITEMS, PHRASES, strict=True):
        for text in (f"\nSay {phrase} now.\n", f"\n1{phrase.upper()}_ \n\n{phrase}\n"):
            if found(number, text):
                spoken += 1
                assert number in SIEVE.passed(text), (CHECKS[number].path, phrase)
    assert spoken > len(ITEMS)


_FILLERS = (
    " ",
    "\n",
    "  ",
    "\n\n",
    ", ",
    "-",
    "'",
    ".",
    "’",
    "é",
    "_",
    "7",
    "\u00a0",
    "ſ",
    "\u212a",
    "İ",
    "more ",
    "most\n",
    "the ",
    "12 pm",
)


@given(st.lists(st.sampled_from([*PHRASES, *_FILLERS, *_FILLERS]), max_size=12).map("".join))
def test_what_is_held_back_finds_nothing(text: str) -> None:
    passed = SIEVE.passed(f"\n{text}\n")
    assert [CHECKS[number].path for number in range(len(CHECKS)) if number not in passed and found(number, f"\n{text}\n")] == []


def test_plain_text_passes_few_checks() -> None:
    assert len(SIEVE.passed("\nZinc lozenges were tested in one small trial of adults with colds.\n")) < 12


@pytest.mark.parametrize(
    "pattern, need",
    [
        (r"\bvery unique\b", Need(b" very unique ", b"", frozenset({b"very", b"unique"}))),
        (r"(?<![A-Za-z'-])irregardless(?![A-Za-z'-])", Need(b" irregardless ", b"", frozenset({b"irregardless"}))),
        (r"\bmore\s+unique\b", Need(b" more unique ", b"", frozenset({b"more", b"unique"}))),
        (r"(?<!at\s)\bleast\s+true\b", Need(b" least true ", b"", frozenset({b"least", b"true"}))),
        (r"meets? with your approval", Need(b" with your approval", b"", frozenset({b"with", b"your"}))),
        (r"\s[^\s-]+ly-", Need(b"ly ", b"ly-")),
        (r"\w!", Need(b"", b"!")),
        (r"\bup to \d% ?[-\x{2014}] more\b", Need(b" more ", b"", frozenset({b"more"}))),
        (r"(?:one|two)", Need()),
        (r"\pL+", Need()),
        ("\u212aelvin", Need()),
    ],
)
def test_needs(pattern: str, need: Need) -> None:
    assert need_of(pattern) == need
