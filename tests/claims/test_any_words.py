"""Whatever words stand in a row, and wherever a sentence ends: the engine reads them and nothing breaks."""

from __future__ import annotations

import random
from datetime import date

import msgspec
import pytest

from pipeline.article.read import document_of
from pipeline.article.site import STRAY
from pipeline.article.source import Source
from pipeline.claims.detect import read
from pipeline.claims.lexicon import table
from pipeline.evidence.register import Register
from pipeline.rules.base import Context
from pipeline.rules.run import active_rules, run_rules

PAGES = ("relationship: none", "relationship: seller\nproducts:\n  - {name: Zincolin}\nmarkets: [US, EU, UK]")
SMALL = 'the a your our it is are can not no for of and with without why when if never always every before after ? ! : , " 3 10%'.split()
ENDS = (".", "?", "!", "", ":")


def phrases() -> list[str]:
    """Every listed phrase, a continuation for each first word."""
    found = []
    for word, node in table().words.items():
        tree, path = msgspec.json.decode(node), [word]
        while isinstance(tree, list) and tree[1]:
            step, tree = sorted(tree[1].items())[0]
            path.append({"#": "12", "_": "thing"}.get(step, step))
        found += [word, " ".join(path)]
    return found


@pytest.mark.parametrize("front", PAGES)
@pytest.mark.parametrize("seed", range(4))
def test_any_words_in_any_order(front: str, seed: int) -> None:
    chance, words = random.Random(seed), phrases()  # noqa: S311 - picks words, guards nothing
    lines = []
    for _ in range(1500):
        picked = [chance.choice(SMALL) if chance.random() < 0.4 else chance.choice(words) for _ in range(chance.randint(1, 7))]
        lines.append(chance.choice(("", "", "- ", "## ", "> ")) + " ".join(picked) + chance.choice(ENDS))
    text = f"---\ntitle: Words\nslug: words\nlang: en\n{front}\n---\n\n" + "\n\n".join(lines) + "\n"
    document = document_of(Source("words.md", text, ""), STRAY)
    register = Register("", {}, {})
    reading = read(document, register)
    findings = run_rules(Context(document, reading, register, STRAY, date(2026, 1, 1)), active_rules(ignore=("HS",)))
    assert reading.claims
    assert all(0 <= finding.span.start < finding.span.end <= len(text) for finding in findings)
