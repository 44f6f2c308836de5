"""How near a sentence comes to an authorised claim."""

from __future__ import annotations

import pytest

from pipeline.claims.registers import standing, unlisted


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("zinc contributes to the maintenance of normal skin", "Zinc contributes to the maintenance of normal skin"),
        ("zinc helps to maintain healthy skin", "Zinc contributes to the maintenance of normal skin"),
        ("magnesium supports normal muscle function", "Magnesium contributes to normal muscle function"),
        ("vitamin b2 contributes to normal energy-yielding metabolism", "Riboflavin contributes to normal energy-yielding metabolism"),
    ],
)
def test_the_same_meaning_is_authorised(text: str, row: str) -> None:
    assert standing(text).row == row


@pytest.mark.parametrize("text", ["zinc boosts your skin", "zinc cures skin", "zinc skin", "ginkgo contributes to normal memory"])
def test_more_than_the_register_says_is_not(text: str) -> None:
    assert standing(text).row == ""


def test_a_function_without_its_nutrient_is_near() -> None:
    assert standing("helps maintain normal skin").near != ""
    assert standing("supports gut health").near == ""


def test_the_form_of_the_register_caps() -> None:
    assert standing("water contributes to the maintenance of normal physical functions").capped
    assert standing("plant sterols have been shown to lower blood cholesterol").capped
    assert standing("calcium slows the loss of bone", "low bone density is a risk factor for fractures").capped
    assert not standing("zinc cures acne").capped


@pytest.mark.parametrize(
    ("text", "substance"),
    [
        ("creatine increases strength", "creatine"),
        ("walnuts keep blood vessels elastic", "walnuts"),
        ("potassium supports normal muscle function", "potassium"),
    ],
)
def test_a_substance_with_claims_beyond_the_extract_is_known(text: str, substance: str) -> None:
    assert unlisted(text) == substance


@pytest.mark.parametrize("text", ["creatine supports digestion", "caffeine supports alertness", "protein boosts muscle growth"])
def test_other_subjects_substances_and_promises_are_not_excused(text: str) -> None:
    assert unlisted(text) == ""
