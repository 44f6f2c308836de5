"""Whether a page that names no price and no shop is an advertisement all the same: the net impression of its sentences.

A regulator asks what the whole says to a reader, not whether one word is missing (FTC Policy Statement on Deception, 1983, on net
impression; UCPD article 7(2) on commercial intent that is not identified). One such sentence stands in many a sober article, so a
page is held for an advertisement only where signs of several kinds stand in a good share of its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.article.document import Place
from pipeline.claims import senses as s
from pipeline.claims.frames import Pair, pairs
from pipeline.claims.modality import negated
from pipeline.claims.tokens import Said
from pipeline.claims.tone import is_advertising
from pipeline.claims.topicality import agent_of, topicality
from pipeline.claims.types import Topic

# So many different signs, in so large a share of the sentences, of so many kinds, of which so many are an advertisement's own.
# The share lies between what was measured: at most 0.09 in a thousand sober medical articles, 0.13 and more in quoted advertisements.
_LEAST, _SHARE, _KINDS, _OWN_KINDS = 5, 0.12, 3, 2
# Other people, care and doubt: what is told of them is told, not sold.
_SOBER = s.CONSULT | s.STUDY | s.DEFINITION | s.MYTH | s.STATUS | s.WIDE_NEGATION | s.STATUTE | s.CLINICAL | s.OTHERS
_GOOD = s.CURE | s.RELIEVE | s.REPAIR | s.MENDS | s.TREAT | s.PREVENT | s.REDUCE | s.SUPPORT | s.BOOST | s.BEAUTIFY | s.KILL | s.DETOX
_GOODS = s.PRODUCT | s.INGREDIENT | s.STAND_IN
# What is not the article's own running text.
_APART = frozenset({Place.FRONT, Place.CODE, Place.FOOTNOTE})
_LABEL, _ACTING, _NAME = "label copy", "goods that act on the body", "a name that acts on the body"
_STORY, _ORDER, _TONE = "a satisfied customer", "a call to buy", "the tone of an advertisement"
_OWN = frozenset({_LABEL, _ACTING, _NAME, _STORY, _ORDER, _TONE})
# Phrases that sober prose uses as well: they count, and never alone.
_PHRASES = {
    "claim.testimonial": _STORY,
    "claim.establishment": "proof that is not shown",
    "claim.endorsement": "praise by experts",
    "claim.safety": "a promise without limits",
    "claim.absolute": "a promise without limits",
    "claim.drug-class": "comparison with medicines",
}
_BENEFITS = "symptom structure-function weight wellbeing appearance detox disease time-to-result".split()
_KIND_OF = tuple((s.BITS[name], kind) for name, kind in _PHRASES.items()) + tuple(
    (s.BITS[f"claim.{name}"], "a promised benefit") for name in _BENEFITS
)
_CAPITALISED = re.compile(r"[A-Z][a-z]{4,}")


class Sign(NamedTuple):
    """A sign of advertising: what kind, and the folded words."""

    kind: str
    words: str


def impression(said: Iterable[Said]) -> str:
    """What makes the page an advertisement, in words an editor can check; empty where it is none."""
    signs: dict[Sign, None] = {}
    sentences = 0
    for one in said:
        place = one.sentence.place
        if place in _APART:
            continue
        found = () if one.mask & _SOBER or one.sentence.keys else tuple(signs_of(one))
        sentences += place is not Place.HEADING or bool(found)
        if found:
            signs.setdefault(found[0])
    return _told(tuple(signs), sentences)


def _told(signs: tuple[Sign, ...], sentences: int) -> str:
    """The reason with one example of each kind, where there are enough of them."""
    kinds = {sign.kind: sign.words for sign in reversed(signs)}
    if len(signs) < max(_LEAST, _SHARE * sentences) or len(kinds) < _KINDS or len(_OWN & kinds.keys()) < _OWN_KINDS:
        return ""
    shown = ", ".join(f"{kind} (“{words}”)" for kind, words in reversed(kinds.items()))
    return f"{len(signs)} of {sentences} sentences read as an advertisement: {shown}"


def signs_of(said: Said) -> Iterator[Sign]:
    """The signs of one sentence, the most telling first; most sentences have none of the words that a sign needs."""
    if said.mask & s.EFFECT and said.mask & s.OBJECT:
        yield from _acting(said)
    if said.mask & s.SELLING:
        yield Sign(_ORDER, _first(said, s.SELLING))
    if said.mask & (s.OBJECT | _GOODS) and is_advertising(said):
        yield Sign(_TONE, _first(said, s.PUFF) or said.text[:40])
    if said.mask & s.CLAIM:
        yield from _phrases(said)


def _acting(said: Said) -> Iterator[Sign]:
    """Something sold acts on the body: by its name, as goods, or left out."""
    for pair, _ in pairs(said):
        if pair.effect.senses & _GOOD and not negated(said, pair.effect):
            words = said.words(pair.start, pair.end)
            if name := said.name or _unknown(said, pair):
                yield Sign(_NAME, f"{name}: {words}")
            elif kind := _by_topic(said, pair):
                yield Sign(kind, words)


_SAYS = {Topic.ELIDED: _LABEL, Topic.PRODUCT_WORD: _ACTING, Topic.TESTIMONY: _STORY}


def _by_topic(said: Said, pair: Pair) -> str:
    """What kind of sign it is that the sentence speaks of something sold; a list's items leave out who acts on any page."""
    topic = topicality(said, pair, agent_of(said, pair), "", False).topic
    if topic is Topic.FRAGMENT:
        return "" if said.sentence.place in (Place.ITEM, Place.HEADING) else _LABEL
    return _SAYS.get(topic, "")


def _unknown(said: Said, pair: Pair) -> str:
    """A capitalised word of nobody's lexicon right before what it does: "Zylotrim melts fat"."""
    if not 0 < pair.effect.start < 4 or pair.inverted or not said.tokens[pair.effect.end - 1].endswith("s"):
        return ""
    if said.hits[0].start < pair.effect.start or not (found := _CAPITALISED.match(said.sentence.text)):
        return ""
    return found[0] if not found[0].endswith(_ORDINARY) else ""


# How English nouns end: what so ends is taken for a word.
_ORDINARY = tuple("ing tion sion ment ness ity ance ence ship hood ism ists ers ors ure ogy ics they these those which there".split())


def _phrases(said: Said) -> Iterator[Sign]:
    """Set phrases of advertisements, where a common word of the same sound does not count."""
    for hit in said.hits:
        if hit.senses & s.CLAIM and not hit.senses & s.WEAK_CLAIM:
            for bit, kind in _KIND_OF:
                if hit.senses & bit:
                    yield Sign(kind, said.words(hit.start, hit.end))


def _first(said: Said, senses: int) -> str:
    """The first words of that sense, folded."""
    return next((said.words(hit.start, hit.end) for hit in said.hits if hit.senses & senses), "")
