"""The word lists: compiled as they stand, found longest first, broad enough."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from pipeline.claims import senses as s
from pipeline.claims.compile import DATA, FORMS, TABLE, Group, compiled, digest, entries
from pipeline.claims.lexicon import Hit, lexicon, scan, table


def test_the_table_is_what_the_lists_say() -> None:
    assert table().digest == digest()
    assert compiled() == msgspec.json.decode(TABLE.read_bytes())


def groups() -> list[Group]:
    return [
        group
        for path in sorted(DATA.glob("*.yaml"))
        if path.name != FORMS
        for group in msgspec.yaml.decode(path.read_bytes(), type=tuple[Group, ...])
    ]


def count(*senses: str) -> int:
    return len({entry for group in groups() if group.senses[0] in senses for entry in entries(group)})


def test_the_lists_are_as_broad_as_the_field() -> None:
    assert count("object.disease") >= 600
    assert count("agent.product", "agent.ingredient", "agent.food", "agent.practice") >= 400
    assert count(*(name for name in s.BITS if name.startswith("object."))) >= 1800


def test_every_group_names_its_source() -> None:
    assert [group.senses for group in groups() if len(group.source) < 8] == []


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("high blood pressure", [(0, 3, "object.disease")]),
        ("leaky gut syndrome", [(0, 3, "object.unrecognised-condition")]),
        ("crohn's disease", [(0, 2, "object.disease")]),
        ("myocarditis", [(0, 1, "object.disease")]),
        ("l. rhamnosus", [(0, 2, "agent.ingredient")]),
        ("lose 12 pounds", [(0, 3, "claim.weight")]),
        ("rosuvastatin", [(0, 1, "agent.clinical")]),
        ("diarrhea", [(0, 1, "object.symptom")]),
    ],
)
def test_known_phrases(text: str, hits: list[tuple[int, int, str]]) -> None:
    found = scan(text.split(), lexicon())
    assert [(hit.start, hit.end) for hit in found] == [hit[:2] for hit in hits]
    assert all(found[number].senses & s.BITS[hit[2]] for number, hit in enumerate(hits))


@pytest.mark.parametrize("word", ["aroma", "academia", "diploma", "homeopathy", "table", "stroma"])
def test_words_that_only_end_like_diseases(word: str) -> None:
    assert not any(hit.senses & s.DISEASE for hit in scan([word], lexicon()))


def test_hits_never_overlap() -> None:
    tokens = "this supplement helps to reduce the risk of high blood pressure and heart disease in older adults".split()
    found: list[Hit] = scan(tokens, lexicon())
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_the_lists_are_found_beside_the_code() -> None:
    assert Path(DATA / FORMS).is_file()
