"""The words of the labels: kinds of claim and of neutral text, and what each rule is and where it applies."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pipeline.findings import Market

FROZEN_SHARE = 35  # of a hundred sentences


class Page(StrEnum):
    """The page on which a sentence is judged: one that sells, or one that does not say it sells anything."""

    PROMOTIONAL = "promotional"
    EDITORIAL = "editorial"


class Verdict(StrEnum):
    """What a reviewer would do with the sentence: stop publication, ask for a change, or let it stand."""

    ERROR = "error"
    WARNING = "warning"
    FINE = "fine"


class Split(StrEnum):
    """Whether the engine may be tuned on a sentence."""

    TUNE = "tune"
    FROZEN = "frozen"


class Register(StrEnum):
    """How the sentence is said, which decides where it stands in the article that is judged."""

    WEB_COPY = "web copy"
    ARTICLE = "article"
    LABEL = "label"
    SOCIAL_POST = "social post"
    FAQ = "FAQ"
    EMAIL_SUBJECT = "email subject"
    HEADLINE = "headline"
    LIST_ITEM = "list item"


class Product(StrEnum):
    """What is spoken of."""

    CAPSULES = "capsules"
    TEA = "tea"
    OIL = "oil"
    GUMMIES = "gummies"
    POWDER = "powder"
    DROPS = "drops"
    CREAM = "cream"
    PATCH = "patch"
    DEVICE = "device"
    APP = "app"
    FOOD = "food"
    PRACTICE = "practice"
    DIET = "diet"
    NONE = "none"


# The rule that a claim of each kind comes under. A kind can be labelled without its rule being
# demanded: "it eases arthritis and nothing else does" must be HC101, a superlative or not.
CLAIM_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "disease-treatment": "HC101",
        "symptom": "HC102",
        "disease-named": "HC103",
        "unrecognised-condition": "HC104",
        "drug-class": "HC105",
        "self-diagnosis": "HC106",
        "implied": "HC107",
        "structure-function": "HC201",
        "unregistered-claim": "HC203",
        "general-wellbeing": "HC204",
        "appearance": "HC205",
        "immune": "HC206",
        "nutrient-content": "HC207",
        "absolute": "HC301",
        "monocausal": "HC302",
        "superlative": "HC303",
        "establishment": "HC401",
        "causal": "HC402",
        "extrapolation": "HC403",
        "time": "HC501",
        "number": "HC502",
        "testimonial": "HC601",
        "endorsement": "HC602",
        "fear": "HC701",
        "safety": "HC801",
        "detox": "HC802",
        "discourages-care": "HC804",
        "weight": "HC901",
        "unsourced": "HR101",
    }
)

NEUTRAL_KINDS = frozenset(
    "authorised-wording clinical-description cosmetic debunked definition disclosure everyday health-advice negated "
    "open-question physiology product-fact see-a-doctor standard-care statutory-statement trial-report".split()
)

# Rules that stop publication by themselves. The others ask for a change.
STOPPING = frozenset("HC101 HC102 HC103 HC105 HC106 HC201 HC203 HC301 HC401 HC501 HC601 HC801 HC804 HC901".split())

# The page carries the statement that cures the first; wording close to the register softens the second.
SOFTENED = frozenset({"HC201", "HC203"})

_US, _EU, _UK, _AU = Market.US, Market.EU, Market.UK, Market.AU

# Markets of the rules that are not law everywhere.
MARKETS: Mapping[str, frozenset[Market]] = MappingProxyType(
    {
        "HC102": frozenset({_US, _EU, _UK}),
        "HC103": frozenset({_US, _EU, _UK, _AU}),
        "HC105": frozenset({_US, _UK, _AU}),
        "HC106": frozenset({_US, _UK, _AU}),
        "HC107": frozenset({_US}),
        "HC201": frozenset({_US}),
        "HC203": frozenset({_EU, _UK}),
        "HC204": frozenset({_EU, _UK}),
        "HC205": frozenset({_US, _EU, _UK}),
        "HC206": frozenset({_US, _EU, _UK}),
        "HC207": frozenset({_US, _EU}),
        "HC401": frozenset({_US, _EU, _UK, _AU}),
        "HC403": frozenset({_US, _EU, _UK}),
        "HC601": frozenset({_US, _UK, _AU}),
        "HC602": frozenset({_US, _EU, _UK}),
        "HC701": frozenset({_EU, _UK, _AU}),
    }
)


def applies(rule: str, markets: tuple[Market, ...]) -> bool:
    """Whether the rule is law in one of the markets."""
    return bool(MARKETS.get(rule, frozenset(Market)) & set(markets))
