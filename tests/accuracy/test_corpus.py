"""The corpus is what its README says: whole, consistent, large and varied enough, split by the hash alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from pipeline.errors import ConfigError
from pipeline.evidence.register import load_register
from pipeline.findings import Market
from tests.accuracy.checks import faults
from tests.accuracy.corpus import HOME, Labelled, load_corpus, split_of
from tests.accuracy.labels import CLAIM_KINDS, NEUTRAL_KINDS, Page, Product, Register, Split, Verdict
from tests.accuracy.tables import tables

ITEMS = load_corpus()
CLAIMS = tuple(item for item in ITEMS if not item.neutral)
NEUTRAL = tuple(item for item in ITEMS if item.neutral)

ONE = """\
topic: joints
brand: Ostrevin
items:
  - id: joints-001
    text: "Plain words."
    page: editorial
    markets: [US]
    product: none
    register: article
    kinds: [physiology]
    rules: []
    verdict: fine
    reason: "physiology"
"""


def write(folder: Path, text: str) -> Path:
    target = folder / split_of("joints-001") / "joints.yaml"
    target.parent.mkdir()
    target.write_text(text, encoding="utf-8")
    return folder


def changed(item: Labelled, **labels: object) -> Labelled:
    return replace(item, row=msgspec.structs.replace(item.row, **labels))


def test_nothing_is_wrong_with_the_labels() -> None:
    assert list(faults(ITEMS)) == []


def test_the_counts_are_those_of_the_readme() -> None:
    assert (len(CLAIMS), len(NEUTRAL)) == (933, 504)
    assert Counter(item.split for item in ITEMS) == {Split.TUNE: 939, Split.FROZEN: 498}
    assert len({item.topic for item in ITEMS}) == 48
    assert sum(item.row.kinds == ("everyday",) for item in ITEMS) == 127


def test_the_tables_of_the_readme_are_those_of_the_corpus() -> None:
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    assert tables(ITEMS) in readme


def test_every_label_is_used_on_claims_or_on_neutral_text() -> None:
    assert {kind for item in CLAIMS for kind in item.row.kinds} == CLAIM_KINDS.keys()
    assert {kind for item in NEUTRAL for kind in item.row.kinds} == NEUTRAL_KINDS
    assert {market for item in CLAIMS for market in item.row.markets} == set(Market)
    assert {item.row.product for item in CLAIMS} == set(Product)
    assert {item.row.register for item in CLAIMS} == set(Register)
    assert {item.row.page for item in NEUTRAL} == set(Page)


def test_every_citation_points_at_a_placeholder_that_says_so() -> None:
    register = load_register(HOME / "evidence.yaml", "evidence.yaml")
    cited = {key for item in ITEMS for key in re.findall(r"\[@([\w-]+)\]", item.words)}
    assert cited == set(register.references)
    assert all(reference.title.startswith("Placeholder") for reference in register.references.values())


def test_a_file_of_one_sentence_is_read_with_its_place(tmp_path: Path) -> None:
    (item,) = load_corpus(write(tmp_path, ONE))
    assert (item.row.text, item.topic, item.brand) == ("Plain words.", "joints", "Ostrevin")
    assert (item.split, item.path, item.line) == (split_of("joints-001"), f"{split_of('joints-001')}/joints.yaml", 4)


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [("page: shop", "page: editorial", 6), ("market: [US]", "markets: [US]", 7), ("topic: knees", "topic: joints", 1)],
)
def test_what_does_not_fit_is_an_error_with_its_line(tmp_path: Path, wrong: str, right: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        load_corpus(write(tmp_path, ONE.replace(right, wrong)))
    assert (caught.value.path, caught.value.line) == (f"{split_of('joints-001')}/joints.yaml", line)


@pytest.mark.parametrize(
    ("labels", "what"),
    [
        ({"id": "knees-001"}, "the id is not"),
        ({"kinds": ("physiology", "symptom")}, "mixed"),
        ({"rules": ("HC101",)}, "neutral text breaks no rule"),
        ({"kinds": ("symptom",), "rules": ("HC101",), "verdict": Verdict.ERROR}, "not those of its kinds"),
        ({"kinds": ("symptom",), "rules": ("HC102",), "verdict": Verdict.ERROR, "markets": (Market.CA,)}, "HC102 is law in none"),
        ({"kinds": ("superlative",), "rules": ("HC303",), "verdict": Verdict.ERROR}, "no rule stops it"),
        ({"kinds": ("symptom",), "rules": ("HC102",), "verdict": Verdict.WARNING}, "a rule stops it"),
        ({"kinds": ("symptom",), "rules": ("HC102",), "verdict": Verdict.FINE}, "never simply fine"),
    ],
)
def test_labels_that_contradict_each_other_are_told(tmp_path: Path, labels: dict[str, object], what: str) -> None:
    (item,) = load_corpus(write(tmp_path, ONE))
    assert any(what in fault for fault in faults([changed(item, **labels)]))


def test_sentences_that_are_alike_are_told(tmp_path: Path) -> None:
    (item,) = load_corpus(write(tmp_path, ONE))
    near = [changed(item, text=text) for text in ("Small green frogs sing loudly", "Small green frogs sing softly")]
    assert any("is like" in fault for fault in faults(near))
    assert any("is used twice" in fault for fault in faults([item, item]))
