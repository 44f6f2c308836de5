"""The words of suggestions: what each law and each piece of evidence lets a sentence say."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.article.site import STRAY
from pipeline.claims.lexicon import table
from pipeline.evidence.ladder import Design
from pipeline.evidence.register import Kind, Reference, Register
from pipeline.rules.base import Context
from pipeline.rules.rewriting.functions import functions_of, listed, rewording
from pipeline.rules.rewriting.ladder import carried
from pipeline.rules.rewriting.phrases import Subject
from tests.rules.judged import PAGES, STATED, TODAY, findings, reading, replace

FDA = "fda-structure-function"
NUTRIENTS = "relationship: seller\nproducts: [{name: PrimaDerm Daily, ingredients: [zinc 10 mg, vitamin C, magnesium]}]\nmarkets: [%s]\n"
US, EU, ALL = PAGES["US"], NUTRIENTS % "EU, UK", PAGES["seller"]


@pytest.mark.parametrize(
    ("front", "body", "rule", "wording"),
    [
        # a disease becomes the normal function of the same part of the body, by the law of each market
        (US, "PrimaDerm Daily cures eczema.", "HC101", "PrimaDerm Daily helps maintain healthy skin.\\*"),
        (US, "Our capsules treat arthritis.", "HC101", "Our capsules help support joint and cartilage function.\\*"),
        (ALL, "PrimaDerm Daily cures eczema.", "HC101", "[PrimaDerm Daily helps maintain healthy skin.\\*]{markets=US}"),
        (EU, "PrimaDerm Daily cures eczema.", "HC101", "Zinc contributes to the maintenance of normal skin."),
        (NUTRIENTS % "US, EU", "PrimaDerm Daily cures eczema.", "HC101", "Zinc contributes to the maintenance of normal skin.\\*"),
        (PAGES["EU"], "PrimaDerm Daily cures eczema.", "HC101", None),
        (US, "PrimaDerm Daily cures cancer.", "HC101", None),
        (US, "This cream cures eczema.", "HC101", None),
        (US, "Our light therapy cures eczema.", "HC101", None),
        (US, "- Lowers cholesterol", "HC102", "Helps maintain cholesterol levels that are already within the normal range\\*"),
        # praise goes, the rest of the sentence stays
        (US, "Our clinically proven blend cures eczema.", "HC101", "Our blend helps maintain healthy skin.\\*"),
        (US, "PrimaDerm Daily is the most advanced drink on the market.", "HC303", "PrimaDerm Daily is a drink."),
        (US, "Our detox tea is back.", "HC802", "Our tea is back."),
        # words that turn readers away, frighten or promise too much
        (US, "Throw away your inhaler.", "HC804", rewording().plain["keep-treatment"]),
        (US, "No need to see a GP.", "HC804", rewording().plain["see-a-doctor"]),
        (US, "Guaranteed results or your money back.", "HC301", rewording().plain["refund"]),
        (ALL, "Food is not enough.", "HC701", rewording().plain["varied-diet"]),
        # where nothing is sold, words say what evidence there is
        (PAGES["E"], "Turmeric cures arthritis.", "HC101", "No evidence is cited here that turmeric helps with arthritis."),
        (PAGES["E"], "Stress triggers eczema in some adults.", "HC402", "Stress is linked to eczema in some adults."),
        (PAGES["E"], "Gluten can cause migraine.", "HC402", "Gluten may be linked to migraine."),
        (PAGES["E"], "Migraine is caused by gluten.", "HC402", "Migraine is linked to gluten."),
        (PAGES["E"], "Pollution breaks down collagen.", "HC402", "Pollution is linked to the breakdown of collagen."),
        # numbers from nowhere
        (US, "70-80% of the immune system is in the gut.", "HC502", "Much of the immune system is in the gut."),
        (US, "Nearly 60% of people with eczema itch at night.", "HC502", "Many people with eczema itch at night."),
        (US, "Collagen falls by 1% each year.", "HC502", "Collagen falls each year."),
        # many causes
        (US, "The root cause of acne is the gut.", "HC302", "One possible factor in acne is the gut."),
        (US, "It all starts in the gut.", "HC302", "The gut is one possible factor among several."),
    ],
)
def test_the_words_of_a_suggestion(front: str, body: str, rule: str, wording: str | None) -> None:
    found = findings(front + STATED, f"## Part\n\n{body}", rule)
    assert [finding.suggestion for finding in found] == [wording]


def test_a_statement_of_function_says_what_it_needs() -> None:
    (found,) = findings(US + STATED, "PrimaDerm Daily cures eczema.", "HC101")
    assert found.fix.endswith("The suggested wording needs fda-structure-function under disclaimers in the front matter.")
    (stated,) = findings(US + STATED.replace("]", f", {FDA}]"), "PrimaDerm Daily cures eczema.", "HC101")
    assert (stated.suggestion, "needs" in stated.fix) == (found.suggestion, False)


def test_citations_and_emphasis_stay_where_the_words_stay() -> None:
    (marked,) = findings(US + STATED, "PrimaDerm Daily *supports* healthy digestion [@trial].", "HC201")
    assert marked.suggestion == "PrimaDerm Daily *supports* healthy digestion [@trial].\\*"


def work(design: Design, n: int | None = None) -> Reference:
    return Reference(type=Kind.ARTICLE, title="T", design=design, n=n)


SMALL = replace(work(Design.TRIAL, 20), population="Adults with acne", duration="12 weeks")
RUNGS = {
    "mice": (work(Design.ANIMAL), "In animals, zinc was studied for acne; whether this holds for people is not known"),
    "talk": (work(Design.NARRATIVE_REVIEW), "A narrative review discusses zinc and acne; it tests nothing itself"),
    "link": (work(Design.COHORT, 900), "In a cohort study of 900 people, zinc was linked to acne; such a study cannot show the cause"),
    "small": (SMALL, "In one small trial of 20 adults over 12 weeks, zinc was tested for acne; its result needs repeating"),
    "large": (work(Design.TRIAL, 200), "In a randomised trial of 200 people, zinc was tested for acne"),
    "whole": (work(Design.SYSTEMATIC_REVIEW), "A systematic review of trials has looked at zinc for acne"),
    "body": (work(Design.GUIDELINE), "A guideline speaks of zinc and acne"),
}


@pytest.mark.parametrize("key", RUNGS)
def test_only_what_the_register_holds_is_said(key: str) -> None:
    cited, words = RUNGS[key]
    register = Register("content/evidence.yaml", {key: cited}, {key: 1})
    made, reading_of = reading(PAGES["E"], f"Zinc cures cystic acne [@{key}].", register)
    context = Context(made, reading_of, register, STRAY, TODAY)
    claim = reading_of.claims[0]
    assert carried(context, claim, Subject("Zinc"), "acne") == f"{words} [@{key}]."


def test_an_unrecognised_condition_gets_its_standing_from_the_register() -> None:
    told = Reference(
        type=Kind.ARTICLE, title="Leaky Gut Syndrome", design=Design.NARRATIVE_REVIEW, finding="It is not an accepted diagnosis."
    )
    register = Register("content/evidence.yaml", {"myths": told}, {"myths": 1})
    body = "Many people live with leaky gut syndrome."
    (found,) = findings(PAGES["E"], body, "HC104", register=register)
    assert found.suggestion == "Leaky gut syndrome is not a recognised diagnosis [@myths]."
    assert found.replaces is not None
    assert findings(PAGES["E"], found.suggestion, "HC104", register=register) == ()
    assert [other.suggestion for other in findings(PAGES["E"], body, "HC104")] == [None]


def test_front_matter_lines_stand_over_the_old_ones_or_at_the_end() -> None:
    (added,) = findings("relationship: none\nproducts: []\n", "Words.", "HD101")
    (merged,) = findings("disclaimers: [material-connection]\ntags: [a]\n", "Words.", "HD101")
    assert (added.suggestion, merged.suggestion) == (
        "disclaimers: [medical-advice]\n",
        "disclaimers: [material-connection, medical-advice]",
    )
    (author, reviewer) = findings("", "Words.", "HD103")
    assert {author.replaces, reviewer.replaces} == {None}


def test_the_words_for_functions_are_listed_once_and_known_to_the_register() -> None:
    listed_words = [word for function in rewording().functions for word in listed(function.words)]
    assert [word for word, count in Counter(listed_words).items() if count > 1] == []
    claims = [claim for _, claim in table().register]
    effects = [effect for function in rewording().functions for effect in function.register]
    assert [effect for effect in effects if not any(claim.endswith(effect) for claim in claims)] == []
    assert functions_of(["cystic acne", "itchy skin", "unknown"])[0].id == "skin"
