"""Forms and spellings of the word lists' entries."""

from __future__ import annotations

import pytest

from pipeline.claims.inflect import expand, plural, spellings, verb_forms

IRREGULAR = {"fight": ("fights", "fought", "fighting"), "woman": ("women",)}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("relieve", ("relieve", "relieves", "relieved", "relieving")),
        ("treat", ("treat", "treats", "treated", "treating")),
        ("trim", ("trim", "trims", "trimmed", "trimming")),
        ("remedy", ("remedy", "remedies", "remedied", "remedying")),
        ("fight", ("fight", "fights", "fought", "fighting")),
        ("banish", ("banish", "banishes", "banished", "banishing")),
    ],
)
def test_verbs(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb, IRREGULAR) == forms


@pytest.mark.parametrize(("noun", "many"), [("allergy", "allergies"), ("rash", "rashes"), ("diagnosis", "diagnoses"), ("gut", "guts")])
def test_nouns(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("diarrhoea", "diarrhea"),
        ("leukaemia", "leukemia"),
        ("haemorrhoid", "hemorrhoid"),
        ("oestrogen", "estrogen"),
        ("high fibre", "high fiber"),
        ("tumour", "tumor"),
        ("moisturise", "moisturize"),
        ("coeliac disease", "celiac disease"),
    ],
)
def test_both_spellings(british: str, american: str) -> None:
    assert list(spellings(british)) == [british, american]


@pytest.mark.parametrize("alike", ["exercise", "disease", "promise", "rise", "surprise", "raised", "advise"])
def test_words_that_everybody_spells_alike(alike: str) -> None:
    assert list(spellings(alike)) == [alike]


def test_the_notation() -> None:
    assert list(expand("calm~ the|your [irritated] skin", IRREGULAR))[:4] == [
        "calm the skin",
        "calm the irritated skin",
        "calm your skin",
        "calm your irritated skin",
    ]
    assert sorted(expand("wise woman+", IRREGULAR)) == ["wise woman", "wise women"]
