"""The word lists: compiled as they stand, found longest first, broad enough."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from pipeline.claims import senses as s
from pipeline.claims.checking import faults
from pipeline.claims.compile import DATA, FORMS, TABLE, Entry, Group, compiled, digest, entries, listed, lists, refused
from pipeline.claims.lexicon import lexicon, scan, table


def test_the_table_is_what_the_lists_say() -> None:
    assert table().digest == digest()
    assert compiled() == msgspec.json.decode(TABLE.read_bytes())


def count(*senses: str) -> int:
    wanted = sum(s.BITS[sense] for sense in senses)
    return len({entry.text for entry in listed() if entry.senses & wanted})


def test_the_lists_are_as_broad_as_the_field() -> None:
    assert count("object.disease") >= 600
    assert count("agent.product", "agent.ingredient", "agent.food", "agent.practice") >= 400
    assert count(*(name for name in s.BITS if name.startswith("object."))) >= 1800


def test_nothing_is_wrong_with_the_lists() -> None:
    assert refused() == ()


DISEASE, WEAK = s.BITS["object.disease"], s.BITS["object.disease"] | s.BITS["weak.object"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("stronger|more effective|kinder than", DISEASE)],
            "a.yaml:1: “stronger|more effective|kinder than” reads as “stronger effective”",
        ),
        ([("gout", DISEASE), ("gout", DISEASE)], "a.yaml:2: “gout” adds nothing to a.yaml:1; delete it"),
        (
            [("gout", DISEASE), ("gout", WEAK)],
            "a.yaml:2: “gout” is common (weak) in one list and unmistakable in another; agree",
        ),
        ([("self-healing|repair", DISEASE)], "a.yaml:1: “self-healing|repair” can never match: no text has the word “self-healing”"),
        ([("gout & joints", DISEASE)], "a.yaml:1: “gout & joints” can never match: no text has the word “&”"),
        ([("Gout", DISEASE)], "a.yaml:1: “Gout” can never match"),
        ([("gout||joint pain", DISEASE)], "a.yaml:1: “gout||joint pain” has an empty alternative"),
        ([("[bad gout", DISEASE)], "a.yaml:1: “[bad gout” has a bracket that is not closed"),
    ],
)
def test_faults_name_place_and_remedy(rows: list[tuple[str, int]], said: str) -> None:
    found = list(faults([Entry(text, senses, f"a.yaml:{line}") for line, (text, senses) in enumerate(rows, 1)], {}))
    assert [fault[: len(said)] for fault in found] == [said]


@pytest.mark.parametrize("text", ["we|i sell|stock|ship", "ask|see a|your doctor+", "my [own|new] shop", "100 % natural", "a _ of # pills"])
def test_sound_entries_have_no_fault(text: str) -> None:
    assert list(faults([Entry(text, DISEASE, "a.yaml:1")], {})) == []


def test_entries_are_written_as_people_write() -> None:
    line = "doctors' choice, anti-wrinkle, 100% safe, damaged gut|liver [lining|wall]"
    assert list(entries("phrase", line))[:3] == ["doctors choice", "anti wrinkle", "100 % safe"]
    assert list(entries("noun", line))[3] == "damaged gut|liver [lining+|wall+]"


def test_entries_know_where_they_stand() -> None:
    first = next(listed())
    name, line = first.place.removeprefix("pipeline/data/lexicon/").split(":")
    assert (DATA / name).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip().startswith(first.text.rstrip("+~"))


def test_every_group_names_its_source() -> None:
    groups = [group for path in lists() if path.name != FORMS for group in msgspec.yaml.decode(path.read_bytes(), type=tuple[Group, ...])]
    assert [group.senses for group in groups if len(group.source) < 8] == []


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
    found, _ = scan(text.split(), lexicon())
    assert [(hit.start, hit.end) for hit in found] == [hit[:2] for hit in hits]
    assert all(found[number].senses & s.BITS[hit[2]] for number, hit in enumerate(hits))


@pytest.mark.parametrize("word", ["aroma", "academia", "diploma", "homeopathy", "table", "stroma"])
def test_words_that_only_end_like_diseases(word: str) -> None:
    assert not any(hit.senses & s.DISEASE for hit in scan([word], lexicon())[0])


def test_hits_never_overlap() -> None:
    tokens = "this supplement helps to reduce the risk of high blood pressure and heart disease in older adults".split()
    found, _ = scan(tokens, lexicon())
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_the_lists_are_found_beside_the_code() -> None:
    assert Path(DATA / FORMS).is_file()
