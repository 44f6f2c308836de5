"""Plain sentences in the place of those that cannot be saved; the words stand in pipeline/data/rewording.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.claims.types import ClaimKind
from pipeline.rules.judging import product_of
from pipeline.rules.rewriting.counting import one_of_several, uncounted
from pipeline.rules.rewriting.cutting import stripped
from pipeline.rules.rewriting.functions import rewording
from pipeline.rules.rewriting.phrases import Subject, inner
from pipeline.rules.rewriting.told import Told


def plain(name: str, **parts: str) -> str:
    """A sentence of the file by its name, with its parts filled in."""
    return rewording().plain[name].format(**parts)


def asking_first(told: Told) -> str:
    """In place of a promise of safety: who should ask before using it."""
    return plain("ask-first", what=_it(told)) if told.sells else ""


def keeping_care(told: Told) -> str:
    """In place of words that turn readers away from care."""
    if not (told.sells or told.is_short):
        return ""
    if re.search(r"\b(?:gp|doctors?|physicians?|clinic|hospital|specialist|dentist|appointment)\b", told.sentence.text, re.I):
        return plain("see-a-doctor")
    return plain("keep-treatment")


_REFUND = re.compile(r"\bmoney[ -]back\b|\brefund", re.I)
_EVERYONE = re.compile(r"\b(?:everyone|everybody|anyone|anybody|every (?:body|person|skin type|age)|all ages|always)\b", re.I)


def bounded(told: Told) -> str:
    """In place of a guarantee the refund that was meant, in place of "works for everyone" what holds of everything."""
    text = told.sentence.text
    if _REFUND.search(text):
        return plain("refund")
    return plain("not-everyone") if _EVERYONE.search(text) else stripped(told, ClaimKind.ABSOLUTE)


def no_medicine(told: Told) -> str:
    """In place of a comparison with a medicine: what the product is not; the word for the class alone is taken out."""
    if text := stripped(told, ClaimKind.DRUG_CLASS):
        return text
    if not told.sells:
        return ""
    subject = told.subject
    subject = subject if subject.words else Subject("this product")
    return f"{subject.has('does', 'do')} not {plain('no-medicine')}."


def enough_food(told: Told) -> str:
    """In place of fear of a lack: what a varied diet does. Other fears have no calm wording."""
    words = " ".join(claim.effect_text for claim in told.of(ClaimKind.FEAR))
    lack = re.search(r"\b(?:deficien\w*|lack\w*|enough|nutrients?|vitamins?|minerals?|without \w+|diet|food|depleted)\b", words)
    return plain("varied-diet") if lack else ""


def own_clearance(told: Told) -> str:
    """In place of unnamed toxins: what clears waste from a body. A mere adjective is taken out."""
    return stripped(told, ClaimKind.DETOX) or (plain("no-cleanse") if told.sells else "")


def weighing(told: Told) -> str:
    """In place of a promise to lose weight."""
    return plain("weight") if told.sells or told.is_short else ""


def one_person(told: Told) -> str:
    """In place of a story: what stories cannot show, 16 CFR 255.2(a)."""
    return plain("one-person", **{"from": _from(told)}) if told.sells else ""


def _from(told: Told) -> str:
    page = told.context.reading.page
    return f" from {product_of(told.context)}" if page.first_product is not None else ""


def _it(told: Told) -> str:
    words = told.subject.words
    return inner(words) if " " in words or told.of_ingredient else "this product"


INSTEAD: Mapping[ClaimKind, Callable[[Told], str]] = MappingProxyType(
    {
        ClaimKind.SAFETY: asking_first,
        ClaimKind.ANTI_MEDICINE: keeping_care,
        ClaimKind.DRUG_CLASS: no_medicine,
        ClaimKind.FEAR: enough_food,
        ClaimKind.ABSOLUTE: bounded,
        ClaimKind.DETOX: own_clearance,
        ClaimKind.WEIGHT: weighing,
        ClaimKind.TESTIMONIAL: one_person,
        ClaimKind.MONOCAUSAL: one_of_several,
        ClaimKind.NUMBER: uncounted,
    }
)
