"""Claims are read wherever a reader, an inbox or a search engine shows words: each place with the exact words of the finding."""

from __future__ import annotations

import pytest

from tests.rules.judged import PAGES, STATED, findings

BODY = [
    ("![](a.png 'Cures shingles')", "![](a.png 'Cures shingles')"),
    ("![Cures hepatitis](a.png)", "Cures hepatitis"),
    ("[![Cures hepatitis](a.png)](https://example.org)", "Cures hepatitis"),
    ("More on [what cures malaria fast](https://example.org).", None),
    ("Our tea: [it cures malaria](https://example.org).", "cures malaria"),
    ("[Here](https://example.org 'Cures cystitis') is more.", "[Here](https://example.org 'Cures cystitis')"),
    ("See [the list][l].\n\n[l]: https://example.org 'Cures cystitis'", "[the list][l]"),
    ("<https://example.org/cures-gout>", "cures-gout"),
    ("A note.[^1]\n\n[^1]: Our tea cures sciatica.", "cures sciatica"),
    ("A note.[^1]\n\n[^1]: A note.\n\n    Our tea cures sciatica.", "cures sciatica"),
    ("Tea\n: Our tea cures bronchitis.", "cures bronchitis"),
    ("| Our tea cures colitis | Price |\n|---|---|\n| a tin | 4 |", "cures colitis"),
    ("| Tin | Price |\n|---|---|\n| Our tea cures colitis | 4 |", "cures colitis"),
    ("*[RA]: Our tea cures arthritis", "cures arthritis"),
    ("> Our tea cures pneumonia.", "cures pneumonia"),
    ("- [ ] Our tea cures migraine.", "cures migraine"),
    ("`Our tea cures gastritis.`", "cures gastritis"),
    ("    Our tea cures gastritis.", "cures gastritis"),
    ("<div>Our tea cures tinnitus.</div>", "cures tinnitus"),
    ("~~Our tea cures jaundice.~~", "cures jaundice"),
    ("### Our tea cures rosacea", "cures rosacea"),
    ("Our tea [cures rosacea]{markets=US}.", "cures rosacea"),
]
FRONT = [
    "description: Cures gout",
    "subject: Cures psoriasis",
    "preheader: Cures eczema",
    "author: {name: Anna Berg, credentials: Cures asthma}",
]


@pytest.mark.parametrize(("body", "words"), BODY)
def test_claims_are_read_in_every_place_of_the_text(body: str, words: str | None) -> None:
    found = findings(PAGES["seller"] + STATED, f"## Part\n\n{body}", "HC101")
    assert [finding.excerpt for finding in found] == ([words] if words else [])


@pytest.mark.parametrize("line", FRONT)
def test_claims_are_read_in_the_front_matter(line: str) -> None:
    found = findings(PAGES["seller"] + STATED + line + "\n", "Peas are sweet in June.", "HC101")
    assert [finding.excerpt for finding in found] == [line[line.index("Cures") :].rstrip("}")]


def test_products_are_read_in_name_and_directions() -> None:
    front = "relationship: seller\nproducts: [{name: Gout Gone, directions: one a day cures asthma}]\nmarkets: [US]\n"
    found = findings(front + STATED, "Peas are sweet in June.", "HC101")
    assert [finding.excerpt for finding in found] == ["Gout Gone", "cures asthma"]
