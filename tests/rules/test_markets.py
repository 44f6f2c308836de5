"""Words that only some markets' readers see are judged by those markets' law alone."""

from __future__ import annotations

from pipeline.findings import Market
from tests.rules.judged import STATED, findings

SELLER = "relationship: seller\nproducts: [{name: PrimaDerm Daily}]\nmarkets: [US, EU, UK]\n" + STATED


def judged(body: str, front: str = SELLER) -> list[tuple[str, str]]:
    """Rule and words of each finding on an American statement, an unauthorised claim or a disease."""
    return [(f.rule, f.excerpt) for f in findings(front, body, "HC101", "HC201", "HC203")]


def test_a_section_for_americans_owes_nothing_to_european_law() -> None:
    body = "## At home {markets=US}\n\nAshwagandha supports restful sleep.\n\n### More\n\nGinkgo enhances memory and focus."
    assert judged(body) == [("HC201", "supports restful sleep"), ("HC201", "enhances memory and focus")]


def test_a_section_for_europeans_needs_no_american_statement() -> None:
    body = '## Abroad {markets="EU UK"}\n\nAshwagandha supports restful sleep.\n\n## Here\n\nGinkgo enhances memory and focus.'
    assert judged(body) == [
        ("HC203", "supports restful sleep"),
        ("HC201", "enhances memory and focus"),
        ("HC203", "enhances memory and focus"),
    ]


def test_limited_words_are_judged_by_their_own_law() -> None:
    body = "## Part\n\n[Ginkgo enhances memory and focus.]{markets=US}\n\n- [Ashwagandha supports restful sleep.]{markets=EU}"
    assert judged(body) == [("HC201", "enhances memory and focus"), ("HC203", "supports restful sleep")]


def test_a_limit_inside_a_limit_holds_both() -> None:
    body = "## Part {markets=US}\n\n[Ginkgo enhances memory and focus.]{markets=EU}"
    assert judged(body) == []


def test_a_disease_is_claimed_in_every_market_that_reads_it() -> None:
    body = "## Part {markets=EU}\n\nThis tea cures eczema."
    (found,) = findings(SELLER, body, "HC101")
    assert (found.excerpt, found.markets) == ("cures eczema", (Market.EU,))


def test_a_finding_names_the_markets_of_the_page_alone() -> None:
    front = SELLER.replace("[US, EU, UK]", "[UK]")
    (found,) = findings(front, "## Part\n\nAshwagandha supports restful sleep.", "HC203")
    assert found.markets == (Market.UK,)


def test_a_rule_of_another_market_is_silent() -> None:
    front = SELLER.replace("[US, EU, UK]", "[CA]")
    assert judged("## Part\n\nAshwagandha supports restful sleep. This tea cures eczema.", front) == [("HC101", "cures eczema")]
