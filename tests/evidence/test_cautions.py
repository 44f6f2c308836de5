"""The cautions on file: complete, sourced, and backed by the register where they say so."""

from __future__ import annotations

from pathlib import Path

from pipeline.evidence.cautions import Firmness, ingredients
from pipeline.evidence.register import load_register

CONTENT = Path(__file__).parents[2] / "content" / "evidence.yaml"


def test_ingredients() -> None:
    assert [item.id for item in ingredients()] == ["zinc", "probiotics", "slippery-elm", "st-johns-wort", "liver", "vitamin-a", "medicines"]
    names = [name for item in ingredients() for name in item.names]
    assert len(names) == len(set(names))
    assert all(name == name.lower().strip() for name in names)


def test_every_caution_has_its_source() -> None:
    cautions = [caution for item in ingredients() for caution in item.cautions]
    assert [caution for caution in cautions if not (caution.about and caution.text.endswith(".") and caution.source)] == []


def test_evidence_is_in_the_register() -> None:
    known = load_register(CONTENT, "content/evidence.yaml").references
    cited = {key for item in ingredients() for caution in item.cautions for key in caution.evidence}
    assert cited <= set(known)


def test_what_was_shown_in_people_names_its_evidence() -> None:
    shown = [caution for item in ingredients() for caution in item.cautions if caution.firmness is Firmness.SHOWN]
    assert len(shown) == 4
    assert [caution.about for caution in shown if not caution.evidence] == []
