"""A cause said as the link that it is, in the sentence's own words; or what the cited work carries."""

from __future__ import annotations

import re

from pipeline.claims.types import Claim, ClaimKind, Object
from pipeline.rules.rewriting.functions import rewording
from pipeline.rules.rewriting.ladder import carried, whole
from pipeline.rules.rewriting.told import Told


def linked(told: Told) -> str:
    """The sentence with its causes as links; empty where works are cited of which none is in the register."""
    causes, text = told.of(ClaimKind.CAUSE), told.sentence.text
    if causes[0].evidence:
        return carried(told.context, causes[0], told.subject, whole(text, causes[0].object_text))
    for cause in causes:
        text = _softened(text, cause)
    return text


def _softened(text: str, cause: Claim) -> str:
    """The text with a word of cause replaced by one of a link; unchanged where the word is no verb that governs the object."""
    effect = cause.effect_text
    at = _word_at(text.lower(), effect)
    if at < 0 or not cause.object_text:
        return text
    head, tail = text[:at], text[at + len(effect) :]
    if effect.endswith((" by", " from")):
        return f"{head}linked to{tail.replace(' or by ', ' or to ').replace(' and by ', ' and to ')}"
    if effect.endswith((" for", " of", " behind", " to")) and (being := _IS_THE.search(head)):
        return f"{head[: being.end(1)]} linked to{tail}"
    link = _link(head, cause, tail)
    return f"{_verb(head, effect.split()[0], link)}{tail}" if link else text


def _word_at(text: str, words: str) -> int:
    """Where words stand that are no part of another; -1 where they do not. A pattern for each would have to be compiled."""
    at = text.find(words)
    while at >= 0 and (text[at - 1 : at].isalnum() or text[at + len(words) : at + len(words) + 1].isalnum()):
        at = text.find(words, at + 1)
    return at


# "Is the driving force behind", "are a known trigger for", "is responsible for".
_IS_THE = re.compile(r"\b(is|are|was|were|be|been) (?:(?:the|an?|one) (?:\w+ ){0,2})?$", re.I)
_RISK = re.compile(r"\w+ (?:the|your|their|our) (risk|chance|chances|odds) of")
_CHANGES = "linked to changes in"
_MORE = ("worse", "weaker", "less", "lower", "higher", "more", "faster")
_PARTS = frozenset({Object.STRUCTURE, Object.FUNCTION, Object.IMMUNITY})


def _link(head: str, cause: Claim, tail: str) -> str:
    """The words of the link; empty where the word of cause is a noun, or its object lies too far off."""
    effect = cause.effect_text
    if (risk := _RISK.fullmatch(effect)) and not head.rstrip().lower().endswith((" not", " that")):
        return f"linked to a higher {risk[1]} of"
    if not _is_a_verb(head, effect, tail) or not _is_object(tail.lower(), cause.object_text):
        return ""
    verb = effect.split()[0]
    link = next((words for stem, words in rewording().links.items() if verb.startswith(stem)), "")
    if link.endswith(_MORE) and _DETERMINER.match(tail):
        link = _CHANGES  # "worse the illness" is no English
    # "Poisons your liver": nothing is linked to a liver, but to what becomes of it.
    link = link or (_CHANGES if cause.object in _PARTS and _stands_next(tail, cause.object_text) else "linked to")
    return f"{link} your" if effect.endswith(" your") else link


_MODALS = frozenset("can could may might will would must should to not also often sometimes usually".split())


def _verb(head: str, verb: str, link: str) -> str:
    """What stands before the object: the link with "is" or "are", in the verb's number and tense."""
    before = head.rstrip().rsplit(" ", 1)[-1]
    if before.lower() in ("can", "could"):
        return f"{head.rstrip()[: -len(before)]}may be {link}"
    if before.lower() in _MODALS:
        return f"{head}be {link}"
    if verb.endswith("ed") or verb in _PAST:
        return f"{head}{'were' if _plural_before(head) else 'was'} {link}"
    return f"{head}{'is' if verb.endswith('s') else 'are'} {link}"


# Before these a word of cause is a noun: "the most likely cause", "a known trigger"; beside "and" it shares its object.
_NOMINAL = frozenset("the a an this that these its their known likely common main possible major of other and or what".split())
_PAST = frozenset("led broke made gave".split())
# Words of cause that are nouns as often as verbs: "heart damage due to …".
_BOTH = frozenset("damage harm cause trigger stress change block strain age".split())
_DETERMINER = re.compile(r" (?:to )?(?:the|an?|his|her|their|its|your|our|my|many|some|most|more)\b", re.I)
_NO_OBJECT = re.compile(r" (?:due|to|from|in|that|which|occurs?|is|are|and|or)\b", re.I)
_PURPOSE = re.compile(r"(?<!likely)(?<!shown)(?<!known)(?<!seem)(?<!seems)(?<!appears)(?<!thought)(?<!believed) to $", re.I)


def _is_a_verb(head: str, effect: str, tail: str) -> bool:
    """Whether a word of cause acts: no article or "and" before it, no "of" behind it, no clause just ended, no purpose told."""
    before, verb = head.rstrip().rsplit(" ", 1)[-1].lower(), effect.split()[0]
    if not before or before in _NOMINAL or before[-1] in ",;:.()" or _PURPOSE.search(head):
        return False
    if verb in _NOMINAL or verb.endswith("ing") or effect.endswith((" of", " for")):
        return False
    if verb.endswith("ed") or verb in _PAST:
        return bool(_DETERMINER.match(tail))  # else it describes: "damaged kidneys"
    return not (verb in _BOTH and _NO_OBJECT.match(tail)) and not tail.startswith((" or ", " and "))


_DIRECT = 4
_APART = re.compile(r"[,.:;()]")


def _is_object(tail: str, thing: str) -> bool:
    """Whether the thing stands right behind the verb and does nothing itself: not "causes a clot to form"."""
    at = tail.find(thing)
    near = at >= 0 and tail[:at].count(" ") <= _DIRECT and not _APART.search(tail[:at])
    return near and not re.match(r"\w* to \w", tail[at + len(thing) :])


def _stands_next(tail: str, thing: str) -> bool:
    """Whether nothing but a determiner stands between the verb and the thing."""
    return tail.lower().partition(thing)[0].strip() in ("", "the", "your", "our", "their")


def _plural_before(head: str) -> bool:
    words = head.split()
    return bool(words) and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
