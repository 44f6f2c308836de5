"""Reading sentences for claims: frames, manner, topic, context."""

from __future__ import annotations

import pytest

from pipeline.claims.reading import Noted
from pipeline.claims.types import Agent, Claim, ClaimKind, Status, Topic
from tests.rules.judged import PAGES, STATED, reading


def claims(body: str, page: str = "seller") -> tuple[Claim, ...]:
    return reading(PAGES[page] + STATED, body)[1].claims


def framed(body: str, page: str = "seller") -> list[tuple[str, str, str]]:
    return [(claim.kind.value, claim.effect_text, claim.object_text) for claim in claims(body, page) if claim.object_text]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It will calm inflammation, seal the junctions, and repopulate the gut flora.", [
            ("symptom", "calm", "inflammation"), ("disease", "seal", "junctions"), ("structure-function", "repopulate", "gut flora")]),
        ("Eczema is healed by this cream.", [("disease", "healed", "eczema")]),
        ("Relief from hay fever for you.", [("disease", "relief from", "hay fever")]),
        ("It supports and maintains digestion.", [("structure-function", "maintains", "digestion")]),
        ("It reduces the redness, swelling and irritation of rosacea.", [
            ("symptom", "reduces", "redness"), ("symptom", "reduces", "swelling"), ("disease", "reduces", "rosacea")]),
        ("It reduces the risk of heart disease.", [("risk-reduction", "reduces the risk of", "heart disease")]),
        ("Gluten triggers migraine.", [("cause", "triggers", "migraine")]),
    ],
)  # fmt: skip
def test_effects_and_objects(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert framed(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "This cream does not treat eczema.",
        "It has not been shown to cure eczema.",
        "There is no evidence that zinc cures eczema.",
        "No supplement has been shown to cure eczema.",
        "It is a myth that zinc cures eczema.",
        "Ask your doctor if zinc treats eczema.",
    ],
)
def test_denials(body: str) -> None:
    assert [claim.negated for claim in claims(body) if claim.kind is ClaimKind.DISEASE] == [True]


@pytest.mark.parametrize(
    "body",
    ["Not only does it cure eczema.", "It does more than not let you down: it cures eczema.", "It cures eczema without side effects."],
)
def test_what_only_sounds_like_a_denial(body: str) -> None:
    assert [claim.negated for claim in claims(body) if claim.kind is ClaimKind.DISEASE] == [False]


def test_hedges_are_noted_and_save_nothing() -> None:
    (claim,) = claims("This cream may cure eczema.")
    assert claim.hedged and claim.stands


def test_questions_and_their_answers() -> None:
    (asked,) = [claim for claim in claims("Can zinc cure eczema? Nobody has tested it well.") if claim.kind is ClaimKind.DISEASE]
    (answered,) = [claim for claim in claims("Can zinc cure eczema? Absolutely.") if claim.kind is ClaimKind.DISEASE]
    assert (asked.stands, answered.stands) == (False, True)


def test_reports_of_a_cited_study() -> None:
    (told,) = claims("In a trial of 100 adults, zinc reduced redness [@trial].", "E")
    assert told.attributed and told.status is Status.SUPPORTED and told.evidence == ("trial",)
    (bare,) = claims("In a trial of adults, zinc reduced redness.", "E")
    assert not bare.attributed and bare.status is Status.UNSUPPORTED


@pytest.mark.parametrize(
    ("body", "topic"),
    [
        ("PrimaDerm Daily cures eczema.", Topic.BRAND),
        ("This supplement cures eczema.", Topic.PRODUCT_WORD),
        ("Zinc cures eczema.", Topic.INGREDIENT),
        ("These ingredients cure eczema.", Topic.STAND_IN),
        ("Cures eczema.", Topic.ELIDED),
        ("PrimaDerm Daily is new. It cures eczema.", Topic.STAND_IN),
        ("Dermatologists treat eczema.", Topic.NONE),
        ("Patients say that creams treat eczema.", Topic.NONE),
    ],
)
def test_of_what_a_claim_is_made(body: str, topic: Topic) -> None:
    assert [claim.topicality.topic for claim in claims(body) if claim.kind is ClaimKind.DISEASE] == [topic]


def test_lists_take_their_verb_from_the_words_before() -> None:
    assert framed("This supplement cures:\n\n- eczema\n- shingles") == [("disease", "cures", "eczema"), ("disease", "cures", "shingles")]
    assert framed("## What it cures\n\n- eczema\n- shingles") == [("disease", "cures", "eczema"), ("disease", "cures", "shingles")]


@pytest.mark.parametrize(
    "hidden",
    [
        "cu\u200bres ecze\u00adma",
        "cur\u0435s eczema",
        "\uff43\uff55\uff52\uff45\uff53 eczema",
        "cures&nbsp;eczema",
        "**cu**res _eczema_",
        "cu&#114;es eczema",
    ],
)
def test_words_as_a_reader_sees_them(hidden: str) -> None:
    article, read = reading(PAGES["E"], f"This supplement {hidden}.")
    (claim,) = read.claims
    assert (claim.kind, claim.agent) == (ClaimKind.DISEASE, Agent.PRODUCT)
    assert article.source[claim.span.start : claim.span.end].strip("*_") == hidden.strip("*_")


def test_the_fixed_statements_claim_nothing() -> None:
    assert claims("This product is not intended to diagnose, treat, cure, or prevent any disease.") == ()


@pytest.mark.parametrize(
    ("front", "body", "promotional", "products"),
    [
        ("relationship: none\nproducts: []\n", "Eczema is common.", False, ()),
        ("", "Eczema is common.", True, ()),
        ("", "One supplement designed for this is GlowBiome.", True, ("glowbiome",)),
        ("relationship: none\n", "Our supplement costs $20. Order now at our shop.", True, ()),
        ("relationship: none\n", "The trial used GlowBiome® capsules.", False, ()),
        ("relationship: affiliate\nproducts: [{name: Zinc One}]\n", "Words.", True, ("zinc one",)),
    ],
)
def test_what_kind_of_page_it_is(front: str, body: str, promotional: bool, products: tuple[str, ...]) -> None:
    page = reading(front, body)[1].page
    assert (page.promotional, page.products) == (promotional, products)


def test_mentions() -> None:
    """The product counts in the front matter too: readers see it there."""
    _, read = reading(PAGES["seller"], "PrimaDerm Daily.\n\nLeaky gut is not a recognised diagnosis. See a doctor. Psoriasis itches.")
    assert [(mention.what, mention.text) for mention in read.mentions] == [
        (Noted.PRODUCT, "primaderm daily"),
        (Noted.PRODUCT, "primaderm daily"),
        (Noted.UNRECOGNISED, "leaky gut"),
        (Noted.STATUS, "not a recognised"),
        (Noted.CONSULT, "see a doctor"),
        (Noted.DISEASE, "psoriasis"),
        (Noted.SYMPTOM, "itches"),
    ]
