"""Pages that declare no relationship: which of them read as an advertisement all the same, and why."""

from __future__ import annotations

import pytest

from tests.rules.judged import PAGES, reading

AD = """Zylotrim melts stubborn belly fat.

Relieves aching knees fast.

Our formula rebuilds worn cartilage.

Clinically proven to calm bloating.

Soothes itchy skin overnight.

Discover sharper focus and calmer nerves!

It changed my life."""

BENEFITS = """## What walking does

- Lowers blood pressure
- Reduces stress
- Improves sleep
- Strengthens bones
- Eases back pain
- Boosts mood"""

NEUTRAL = """Gout is a kind of arthritis that comes in attacks.

Doctors treat an attack with colchicine, which reduces the pain within a day.

Regular walking lowers blood pressure and helps you sleep.

Studies show that losing weight lowers the risk of further attacks.

Ask your doctor before you take a supplement."""

LEAFLET = """Take one tablet with water after breakfast.

These tablets relieve pain and lower a fever.

Do not take them if you have ever had a stomach ulcer.

Tell your doctor if you take any other medicine.

This medicine can cause dizziness."""

RECIPE = """Whisk the eggs with a pinch of salt until they are frothy!

This soup warms you from the inside.

Add the ginger, which many people take for an upset stomach.

Try it with a slice of rye bread.

Serve at once: it is delicious."""

STORY = """I lost my keys on the morning of the operation.

My mother said that she would wait in the corridor.

My back hurt for a year afterwards, and I slept badly.

Then the physiotherapist showed me three exercises.

I still do them every day!"""

NEWS = """The agency warned a company in Ohio on Tuesday about claims for its capsules.

According to the letter, the website said that they cure diabetes.

A spokesman said that the page had been taken down.

Sales of supplements rose by 4% last year.

The company has fifteen days to answer."""


def page(body: str, front: str = PAGES["E"]) -> tuple[bool, str]:
    made = reading(front, body)[1].page
    return made.promotional, made.why


def test_an_advertisement_that_names_no_price_and_no_shop() -> None:
    assert page(AD) == (
        True,
        "7 of 7 sentences read as an advertisement: a name that acts on the body (“Zylotrim: melts stubborn belly fat”), "
        "goods that act on the body (“rebuilds worn cartilage”), proof that is not shown (“clinically proven”), "
        "label copy (“relieves aching knees”), the tone of an advertisement (“discover sharper focus and calmer nerves”), "
        "a satisfied customer (“changed my life”)",
    )


def test_the_share_counts_not_the_number() -> None:
    """Quoted in a long article, the same seven sentences make no advertisement of it."""
    filler = "\n\n".join(f"The committee met for the {number}th time in the town hall." for number in range(60))
    assert not page(f"{AD}\n\n{filler}")[0]


def test_one_kind_of_sign_is_not_enough() -> None:
    assert not page(BENEFITS)[0]


def test_repeating_one_sentence_adds_nothing() -> None:
    assert not page("\n\n".join(["Relieves aching knees fast."] * 12 + ["Our formula rebuilds worn cartilage.", "It changed my life."]))[0]


@pytest.mark.parametrize("body", [NEUTRAL, LEAFLET, RECIPE, STORY, NEWS])
def test_sober_texts_are_no_advertisements(body: str) -> None:
    assert page(body) == (False, "front matter says relationship: none, and nothing in the text sells")


def test_what_front_matter_says_comes_first() -> None:
    assert page(AD, "relationship: seller\n") == (True, "front matter says relationship: seller")
