"""The look: contrast in both schemes, names that point somewhere, sizes as CSS."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import RenderError
from pipeline.publish.tokens import contrast, read_tokens
from tests.publish.making import TEMPLATES

TOKENS = read_tokens(TEMPLATES)
AA = 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TOKENS.pairs)
def test_every_text_can_be_read_on_its_ground(text: str, ground: str, scheme: str) -> None:
    colours = getattr(TOKENS, scheme)
    assert contrast(colours[text], colours[ground]) >= AA, f"{text} on {ground} in the {scheme} scheme"


def test_text_colours_are_all_paired_with_the_paper_or_their_own_ground() -> None:
    texts = {text for text, _ in TOKENS.pairs}
    grounds = {ground for _, ground in TOKENS.pairs}
    lines = {"rule", "rule-strong", "danger-line", "focus", "focus-ring"}
    assert texts | grounds | lines == set(TOKENS.light)


def test_contrast_is_wcag_s() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_properties_are_css() -> None:
    assert TOKENS.colour_properties("light").startswith("--page:#f2f5f3;--paper:#ffffff;--ink:#16262b;")
    assert "--size-text:1rem;" in TOKENS.size_properties("phone")
    assert "--size-h1:2.316rem;" in TOKENS.size_properties("wide")
    assert "--font-title:'Literata', Georgia, 'Times New Roman', serif;" in TOKENS.fixed_properties()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("page: {light: mist,", "page: {light: fogg,", "tokens.yaml: colour page: the palette has no 'fogg'; "),
        ("ink-soft: [paper,", "ink-soft: [papper,", "tokens.yaml: contrast: there is no colour 'papper'; "),
        ('mist: "#F2F5F3"', 'mist: "#F2F5F"', "tokens.yaml:5: "),
        ("root: {phone: 18,", "root: {phone: big,", "tokens.yaml:81: "),
        ('fallback: "Verdana, Geneva, sans-serif"', 'fallback: "Verdana;} body{"', "tokens.yaml:75: "),
        ("palette:\n", "palette:\n  ink: 1\n  ink: 2\n", "tokens.yaml:7: "),
    ],
)
def test_faults_have_their_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = (TEMPLATES / "tokens.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / "tokens.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RenderError) as caught:
        read_tokens(tmp_path)
    assert said in str(caught.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"tokens\.yaml: cannot be read"):
        read_tokens(tmp_path)
