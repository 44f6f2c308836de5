"""Every character of a YAML text points at where it was written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article.strict_yaml import Mapping, Scalar, load
from pipeline.article.yaml_places import places


def written(text: str) -> tuple[str, list[str]]:
    """The value of the key t and what each of its characters was written as."""
    scalar = load(text, path="x.yaml").get("t")
    assert isinstance(scalar, Scalar)
    return scalar.value or "", [text[span.start : span.end] for span in places(text, scalar)]


@pytest.mark.parametrize(
    ("text", "value", "pieces"),
    [
        ("t: a é😀  # c\n", "a é😀", ["a", " ", "é", "😀"]),
        ("t: 'it''s'\n", "it's", ["i", "t", "''", "s"]),
        ('t: "a\\u00e9\\"b"\n', 'aé"b', ["a", "\\u00e9", '\\"', "b"]),
        ("t: one \r\n  two\n", "one two", ["o", "n", "e", " \r\n  ", "t", "w", "o"]),
        ("t: a\n\n\n  b\n", "a\n\nb", ["a", "\n", "\n", "b"]),
        ('t: "a\\\n  b"\n', "ab", ["a", "b"]),
        ("t: >-\n  a\n  b\n", "a b", ["a", "\n", "b"]),
        ("t: |\n   a\n    b\n\nz: 1\n", "a\n b\n", ["a", "\n", " ", "b", "\n"]),
        ("t:\n", "", []),
    ],
)
def test_places(text: str, value: str, pieces: list[str]) -> None:
    assert written(text) == (value, pieces)


@given(
    value=st.text(alphabet=" \nab:#'\"\\é😀,-[{", max_size=40),
    style=st.sampled_from(["'", '"', "|", ">", None]),
    width=st.integers(10, 60),
    unicode=st.booleans(),
)
def test_every_character_once_in_order(value: str, style: str | None, width: int, unicode: bool) -> None:
    text = yaml.dump({"k": {"t": value, "z": "end"}}, default_style=style, width=width, allow_unicode=unicode)
    outer = load(text, path="x.yaml").get("k")
    assert isinstance(outer, Mapping)
    scalar = outer.get("t")
    assert isinstance(scalar, Scalar)
    spans = places(text, scalar)
    assert len(spans) == len(scalar.value or "")
    ends = [scalar.start, *(span.end for span in spans), scalar.end]
    assert all(before <= span.start < span.end for before, span in zip(ends, spans, strict=False))
    for char, span in zip(scalar.value or "", spans, strict=True):
        piece = text[span.start : span.end]
        assert piece == char or piece.startswith("\\") or piece == "''" or "\n" in piece
