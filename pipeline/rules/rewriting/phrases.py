"""Pieces of a sentence: its subject, its end, and what is left when words are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.claims.types import Agent, Claim, Topic

_DETERMINERS = frozenset("our this these those the a an my your every each both all its their one two three four".split())
# A determiner stands at most two words before the noun, and no farther off than this.
_WORDS, _NEAR = 3, 40
# What can stand between a subject and its verb and is no part of either.
_BETWEEN = frozenset(
    "may can might could will would should also really truly to help helps that which who has have is are and it you they".split()
)
_PLURAL = re.compile(r"(?<![su])s$|^(?:they|we|these|those|you|people|women|men|children|bacteria)$", re.I)
_SINGULAR = re.compile(r"(?:ss|us|is|'s|’s)$|^(?:every|each|this|that)\b", re.I)
_ENDS = re.compile(r"[.!?…]+[\"”']*$")
_NAMED = frozenset({Topic.BRAND, Topic.PRODUCT_WORD, Topic.INGREDIENT, Topic.STAND_IN})


_MADE_OF = re.compile(r" of (?!your\b|the\b|our\b|this\b)[\w-]+(?: and [\w-]+)?")
# What stands behind these is compared with the subject, or stands beside it.
_COMPARED = ("than ", "like ", "instead of ", "without ", "of ", "with ", "in ")


class Subject(NamedTuple):
    """Who acts, as the sentence writes it; without words where label copy leaves it out ("Lowers cholesterol.")."""

    words: str = ""
    plural: bool = False

    def does(self, verb: str) -> str:
        """The subject and a regular verb, given in its base form: "these drops help", "Helps"."""
        spoken = verb if self.plural else f"{verb}s"
        return capital(f"{self.words} {spoken}".strip())

    def has(self, singular: str, plural: str) -> str:
        """The subject and a form of an irregular verb."""
        return capital(f"{self.words} {plural if self.plural else singular}".strip())


def subject_of(text: str, claim: Claim, unsaid: Iterable[str] = ()) -> Subject:
    """The subject of a claim with its determiner, less the words in `unsaid`, which may not be said either."""
    named = claim.agent_text or (claim.topicality.reason.lower() if claim.topicality.topic in _NAMED else "")
    low = text.lower()
    at = low.find(named) if named else -1
    if at < 0 or low[:at].endswith(_COMPARED):
        return Subject()
    end, determined = at + len(named), _determined(text, at)
    if (not determined and _is_qualified(low[:at])) or low[: at - len(determined)].rstrip().endswith((" is", " are")):
        return Subject()
    words = f"{determined}{text[at:end]}{_goes_on(text, end, low.find(claim.effect_text, end))}"
    for phrase in unsaid:
        words = _plain(words, phrase)
    brand = claim.topicality.topic is Topic.BRAND
    if not brand and claim.agent is Agent.PRODUCT and " " not in words:
        return Subject()  # a label: "Fast-acting capsules for your gut"
    return Subject(words, not brand and is_plural(words)) if words else Subject()


def _is_qualified(before: str) -> bool:
    """Whether a word stands before the noun that may change what it is: "radioactive iodine"."""
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    return bool(word) and word[-1].isalnum() and word not in _BEFORE


_BEFORE = frozenset("taking using try drinking eating and or that how why when if does do can will because so but then get".split())


def _determined(text: str, at: int) -> str:
    """The determiner before a noun with what stands between the two; nothing where none stands near."""
    before = text[max(0, at - _NEAR) : at].split()[-_WORDS:]
    for place in range(len(before)):
        if before[place].lower() in _DETERMINERS and all(word[-1].isalnum() for word in before[place:]):
            return " ".join(before[place:]) + " "
    return ""


def _plain(words: str, phrase: str) -> str:
    """A noun phrase without words of praise; a noun that ends them stays: "our proprietary blend" is "our blend"."""
    for unsaid in (phrase, phrase.rpartition(" ")[0]):
        less = " ".join(re.sub(rf"\b{re.escape(unsaid)}\s*", "", words, flags=re.I).split()) if unsaid else words
        if len(less.split()) > 1 or " " not in words:
            return less
    return words


def _goes_on(text: str, end: int, verb: int) -> str:
    """The rest of a compound subject: "zinc" of "zinc drops ward off"; nothing where other words stand between."""
    if made_of := _MADE_OF.match(text, end):
        return made_of[0]
    between = text[end:verb].split() if verb > end else []
    while between and (between[-1].lower() in _BETWEEN or between[-1].endswith("ly")):
        between.pop()
    return f" {between[0]}" if len(between) == 1 and between[0].isalpha() and between[0].lower() not in _BETWEEN else ""


def is_plural(words: str) -> bool:
    """Whether a noun phrase takes a plural verb."""
    if " and " in words:
        return True
    head = re.split(r" (?:of|for|in|with) ", words)[0]
    return bool(_PLURAL.search(head.split()[-1] if head else "")) and not _SINGULAR.search(head)


def capital(text: str) -> str:
    """With a capital letter at its head."""
    return text[:1].upper() + text[1:]


def inner(words: str) -> str:
    """A subject in the middle of a sentence: without the capital of its determiner or of a common word."""
    first = words.split(" ", 1)[0]
    is_name = not first[1:].islower() or any(word[:1].isupper() and len(word) > 1 for word in words.split()[1:])
    return words if is_name else words[:1].lower() + words[1:]


def ended_like(text: str, original: str) -> str:
    """With a full stop where the original ends in one: headings and labels have none."""
    bare = text.rstrip(".")
    return bare + "." if _ENDS.search(original.strip()) else bare


def without(text: str, phrases: Iterable[str]) -> str:
    """The text less some phrases, mended: spaces, stray commas, "a" and "an", the capital."""
    for phrase in phrases:
        text = re.sub(rf"(?:\b|(?<=\s)){re.escape(phrase)}(?!\w)", " ", text, flags=re.I)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r"^[,;:.\s–—-]+|,(?=[.;:!?])", "", text)
    text = re.sub(r"\b([Aa])n (?=[^aeiouAEIOU\W])", r"\1 ", text)
    return capital(re.sub(r"\b([Aa]) (?=[aeioAEIO])", r"\1n ", text))
