"""What stands beside something sold: which sentences are claims without saying "treats", and which are not."""

from __future__ import annotations

import pytest

from tests.rules.judged import PAGES, STATED, reading


def kinds(body: str, page: str = "seller") -> set[str]:
    return {claim.kind.value for claim in reading(PAGES[page] + STATED, body)[1].claims if claim.stands and claim.topicality.promotes}


def grave(body: str, page: str = "seller") -> bool:
    return bool(kinds(body, page) & {"disease", "symptom", "risk-reduction"})


@pytest.mark.parametrize(
    "body",
    [
        "Chilblains, finished.",
        "Send lumbago packing.",
        "Roll it on aching shoulders.",
        "For hay fever and hives.",
        "- Shingles",
        "The wrist strap for carpal tunnel.",
        "Bursitis doesn't stand a chance.",
        "Reliably treats conjunctivitis.",
        "Bunions? Slip these in.",
        "Goodbye, sciatica!",
        "Our drops for glue ear.",
    ],
)
def test_complaints_beside_what_is_sold(body: str) -> None:
    assert grave(body)


@pytest.mark.parametrize(
    "body",
    [
        "Gout is a form of arthritis.",
        "Symptoms of bursitis",
        "Shingles can be very painful.",
        "Ask a doctor about shingles.",
        "Doctors treat conjunctivitis with drops.",
        "It does not treat hives.",
        "## Call an ambulance for\n\n- swelling of the tongue\n- wheezing",
        "## Causes of hay fever\n\n- grass pollen and hives",
        "What is sciatica?",
        "Shop our shingles range.",
        "## Questions people ask about gout\n\nThere are many.",
        "## A guide to sciatica and shingles\n\nRead on.",
    ],
)
def test_complaints_that_nothing_is_sold_against(body: str) -> None:
    assert not grave(body)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The insoles podiatrists choose for themselves.", "endorsement"),
        ("Trusted by urologists.", "endorsement"),
        ("Gentler than codeine.", "drug-class"),
        ("Just as strong as naproxen.", "drug-class"),
        ("Bin the inhaler.", "anti-medicine"),
        ("Why take codeine when a cold gel will do?", "anti-medicine"),
        ("Then you can skip the operation.", "anti-medicine"),
        ("Your cartilage is crumbling.", "fear"),
        ("Weepy, wakeful, sore all over? That is lupus.", "diagnosis"),
        ('"My sciatica let me sleep at last."', "testimonial"),
        ("Sharper memory, steadier hands", "structure-function"),
        ("Joint health, in a spoon", "structure-function"),
    ],
)
def test_claims_without_an_effect(body: str, kind: str) -> None:
    assert kind in kinds(body)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Ask your podiatrist which insoles to choose.", "endorsement"),
        ("A nurse gives the injection.", "endorsement"),
        ("Doctors use codeine for strong pain.", "drug-class"),
        ("Do not skip your insulin.", "anti-medicine"),
        ("Take no more than one tablet a day.", "anti-medicine"),
        ("Your cartilage is smooth.", "fear"),
        ("What is lupus? It is a disease of the immune system.", "diagnosis"),
        ('"My parcel came on Monday."', "testimonial"),
    ],
)
def test_plain_statements_near_these_frames(body: str, kind: str) -> None:
    assert kind not in kinds(body)


@pytest.mark.parametrize(
    "body",
    [
        "We sell Quillane, and it ends psoriasis.",
        "DM me for the salve that cures shingles.",
        "The syrup from our warehouse clears bronchitis.",
    ],
)
def test_undeclared_sellers(body: str) -> None:
    assert any(claim.topicality.always for claim in reading(PAGES["E"] + STATED, body)[1].claims)


@pytest.mark.parametrize("body", ["Pharmacies sell creams that ease psoriasis.", "The hospital shop sells flowers; shingles is painful."])
def test_others_who_sell(body: str) -> None:
    assert not any(claim.topicality.always for claim in reading(PAGES["E"] + STATED, body)[1].claims)


@pytest.mark.parametrize(
    ("body", "found"), [("Try Bronchilux today.", True), ("Bronchoscopy shows the airways.", False), ("A cardinal sang.", False)]
)
def test_coined_names(body: str, found: bool) -> None:
    assert any(mention.what.value == "coined" for mention in reading(PAGES["seller"] + STATED, body)[1].mentions) is found
