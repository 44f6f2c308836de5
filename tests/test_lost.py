"""A template that loses or hides something: nothing is published, and the output and the words are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import make_project, nostrum
from tests.test_publish import SELLING

CITING = SELLING.replace("One tablet holds 10 mg of zinc.", "One tablet holds 10 mg of zinc [@ods_zinc]. It is small [@saper2009].")
FLOW, MAIL = "components/references/flow.html.jinja", "components/references/mail.html.jinja"
SKIP = '{% if "It is small" not in node.text %}{{ node.text }}{% endif %}'
WORDS = '{%- if node.kind == "words" -%}\n      {{ node.text }}'

LOSSES = {
    "disclosure, mail": (
        "newsletter",
        "newsletter/newsletter.html.jinja",
        ("{{ disclosure(view) }}", ""),
        "newsletter.html",
        "Advertisement. We earn a commission if you buy through links on",
    ),
    "required statement, web": (
        "web",
        "components/product/flow.html.jinja",
        ("{{ required(statements) }}", ""),
        "index.html",
        "This statement has not been evaluated by the Food and Drug",
    ),
    "reference, web": (
        "web",
        FLOW,
        ("in view.references -%}", "in view.references[1:] -%}"),
        "index.html",
        "Zinc - Health Professional Fact Sheet",
    ),
    "reference, mail": (
        "newsletter",
        MAIL,
        ("in view.references %}", "in view.references[1:] %}"),
        "newsletter.html",
        "Zinc - Health Professional Fact Sheet",
    ),
    "reference, handout": (
        "handout",
        FLOW,
        ("in view.references -%}", "in view.references[1:] -%}"),
        "handout-letter.pdf",
        "Zinc - Health Professional Fact Sheet",
    ),
    "sentence, web": (
        "web",
        "components/text/flow.html.jinja",
        (WORDS, WORDS.replace("{{ node.text }}", SKIP)),
        "index.html",
        "It is small.",
    ),
    "sentence, handout": (
        "handout",
        "components/text/flow.html.jinja",
        (WORDS, WORDS.replace("{{ node.text }}", SKIP)),
        "handout.pdf",
        "It is small.",
    ),
    "hidden notice, web": (
        "web",
        "web/page.css.jinja",
        ("", ".notice{display:none}"),
        "index.html",
        "This article is general information.",
    ),
}


def spoil(path: Path, change: tuple[str, str]) -> None:
    """Replace a piece of a template, or append to it."""
    whole = path.read_text(encoding="utf-8")
    if not change[0]:
        spoilt = whole + change[1]
    else:
        assert whole.count(change[0]) == 1
        spoilt = whole.replace(*change)
    path.write_text(spoilt, encoding="utf-8")


@pytest.mark.parametrize("loss", LOSSES)
def test_a_loss_is_named_and_nothing_is_published(tmp_path: Path, loss: str) -> None:
    only, template, change, output, words = LOSSES[loss]
    folder = make_project(tmp_path, ("zinc-tablets.md", CITING))
    spoil(folder / "templates" / template, change)
    done = nostrum(folder, "publish", "--only", only)
    assert done.returncode == 1, done.stderr
    assert any(f"build/zinc-tablets/{output}:1:1: HE105 error" in line and words in line for line in done.stdout.splitlines()), done.stdout
    assert "Nothing was published." in done.stdout
    assert not (folder / "build").exists() or list((folder / "build").iterdir()) == []
