"""The JSON writer against the standard library's."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Severity
from pipeline.report.json_text import text_of

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
)


@given(VALUES)
def test_as_the_library_writes_it(value: object) -> None:
    assert text_of(value) == json.dumps(value, indent=2)


def test_words_of_an_enumeration_are_text() -> None:
    assert text_of({"severity": Severity.ERROR}) == '{\n  "severity": "error"\n}'


def test_no_number_is_not_json() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        text_of([float("nan")])
