"""Document in, Reading out: every health claim, and what kind of page it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from pipeline.article.document import Document
from pipeline.claims import senses as s
from pipeline.claims.appraise import status_of
from pipeline.claims.context import Surroundings, affirmed, healthy_sections
from pipeline.claims.frames import Pair, pairs
from pipeline.claims.kinds import agent_named, effect_named, kind_of, object_named
from pipeline.claims.lexicon import Hit, lexicon
from pipeline.claims.modality import Manner, is_statute, manner, negated
from pipeline.claims.page import page_of
from pipeline.claims.registers import standing
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import agent_of, names_something, topicality
from pipeline.claims.types import Agent, Claim, ClaimKind, Effect, Mention, Noted, Object, Reading, Strength, Topic, Topicality
from pipeline.evidence.register import Register

_NOTED = (
    (s.UNRECOGNISED, Noted.UNRECOGNISED),
    (s.DISEASE, Noted.DISEASE),
    (s.SYMPTOM, Noted.SYMPTOM),
    (s.CONSULT, Noted.CONSULT),
    (s.STATUS, Noted.STATUS),
    (s.COMMERCE, Noted.COMMERCE),
)
_ANY_NOTED = s.UNRECOGNISED | s.DISEASE | s.SYMPTOM | s.CONSULT | s.STATUS | s.COMMERCE
_STRENGTHS = tuple((s.BITS[f"claim.{strength.value}"], strength) for strength in Strength)
_QUANTITY = re.compile(r"\d\s?%|\bper ?cent\b|\b\d+(?:\.\d+)?[- ]?fold\b|\b\d+ (?:in|out of) \d+\b|\b\d+ times\b")
# A number is a health number where the sentence speaks of a body or an illness.
_BODILY = s.DISEASE | s.SYMPTOM | s.STRUCTURE | s.FUNCTION | s.IMMUNITY | s.MARKER | s.WEIGHT | s.APPEARANCE | s.DAMAGE | s.STATE


@dataclass(frozen=True, slots=True)
class _Scene:
    """What all claims of one sentence share."""

    said: Said
    manner: Manner
    brand: str
    sells: bool
    anchored: bool
    promotional: bool
    answered: bool
    following: str


def read(document: Document, register: Register) -> Reading:
    """The article's claims, mentions and kind of page."""
    words = lexicon()
    said = [Said(sentence, index, words) for index, sentence in enumerate(document.sentences)]
    page = page_of(document, said)
    around = Surroundings(page, healthy_sections(said))
    claims: list[Claim] = []
    mentions: list[Mention] = []
    for one, following in zip_longest(said, said[1:]):
        brand = around.enter(one)
        mentions.extend(_mentions(one, brand))
        found = [_appraised(claim, register) for claim in _claims_of(one, following, brand, around)]
        claims += found
        pointed = any(claim.topicality.topic in _POINTED for claim in found)
        around.leave(one, brand, pointed or (bool(one.mask & s.PRODUCT) and names_something(one)))
    return Reading(page, tuple(claims), tuple(mentions))


def _claims_of(said: Said, following: Said | None, brand: str, around: Surroundings) -> Iterator[Claim]:
    """The claims of one sentence, most of which say nothing about health."""
    if said.mask or "%" in said.tokens:
        after = following.text if following is not None and following.sentence.block == said.sentence.block else ""
        scene = _Scene(
            said,
            manner(said),
            brand,
            around.sells,
            around.anchored(said) or bool(brand),
            around.page.promotional,
            affirmed(following),
            after,
        )
        yield from _claims(scene, around)


def _appraised(claim: Claim, register: Register) -> Claim:
    """The claim with what stands behind it, and the ledger entry that it points at."""
    ledger = next((key.removeprefix("claim:") for key in claim.evidence if key.startswith("claim:")), "")
    return replace(claim, status=status_of(claim, register), claim_id=ledger)


def _claims(scene: _Scene, around: Surroundings) -> Iterator[Claim]:
    """Every claim of a sentence: pairs of effect and object, what its list's lead-in carries, and telling phrases."""
    said = scene.said
    if is_statute(said):
        return
    if said.mask & s.EFFECT and said.mask & s.OBJECT:
        for pair in pairs(said):
            kind = kind_of(pair.effect.senses, pair.thing.senses)
            if kind is not None:
                yield _framed(scene, said, pair, kind)
    elif carried := around.carried(said):
        lead, pair = carried
        if kind := kind_of(pair.effect.senses, pair.thing.senses):
            yield _framed(scene, lead, pair, kind)
    if said.mask & s.CLAIM:
        yield from _phrases(scene)
    if said.mask & s.DURATION and said.mask & _RESULTS and (scene.anchored or scene.promotional):
        yield from _timed(scene)
    if said.mask & s.SPEAKER and _tells_a_story(scene):
        yield _story(scene)
    if said.mask & _BODILY and (found := _QUANTITY.search(said.text)):
        yield _counted(scene, found)


def _framed(scene: _Scene, speaker: Said, pair: Pair, kind: ClaimKind) -> Claim:
    """The claim that a pair makes; `speaker` is the sentence in which the effect stands."""
    said = scene.said
    agent = agent_of(speaker, pair)
    topic = topicality(speaker, pair, agent, scene.brand, scene.sells)
    claim = _claim(scene, pair.start, pair.end, kind, topic)
    claim = replace(
        claim,
        agent=_agent(scene, agent),
        effect=effect_named(pair.effect.senses),
        object=object_named(pair.thing.senses),
        agent_text=speaker.words(agent.start, agent.end) if agent else scene.brand,
        effect_text=speaker.words(pair.effect.start, pair.effect.end),
        object_text=said.words(pair.thing.start, pair.thing.end),
        negated=claim.negated or negated(speaker, pair.effect),
    )
    return _registered(scene, claim)


def _registered(scene: _Scene, claim: Claim) -> Claim:
    """The claim with its standing in the register."""
    if claim.kind not in _REGISTRABLE:
        return claim
    row, near, capped = standing(scene.said.text, scene.following)
    return replace(claim, authorised=row, near=near, capped=capped)


# Words that put a product into the section, so that later sentences go on about it.
_POINTED = frozenset({Topic.BRAND, Topic.PRODUCT_WORD, Topic.STAND_IN})
_REGISTRABLE = frozenset(
    {
        ClaimKind.STRUCTURE_FUNCTION,
        ClaimKind.IMMUNE,
        ClaimKind.APPEARANCE,
        ClaimKind.RISK,
        ClaimKind.SYMPTOM,
        ClaimKind.DISEASE,
        ClaimKind.WEIGHT,
        ClaimKind.WELLBEING,
        ClaimKind.ESTABLISHMENT,
    }
)


def _agent(scene: _Scene, agent: Hit | None) -> Agent:
    if agent is not None:
        return agent_named(agent.senses)
    return Agent.PRODUCT if scene.brand else Agent.NONE


def _claim(scene: _Scene, start: int, end: int, kind: ClaimKind, topic: Topicality) -> Claim:
    """A claim with all that follows from its sentence alone."""
    said, how = scene.said, scene.manner
    return Claim(
        sentence=said.index,
        span=said.source(start, end),
        kind=kind,
        strength=tuple(strength for bit, strength in _STRENGTHS if said.mask & bit),
        topicality=topic,
        hedged=how.hedged,
        negated=how.denied or (how.advises and topic.topic.value not in ("brand", "product word")),
        attributed=how.attributed and not scene.brand,
        question=how.question and not scene.answered,
        evidence=said.sentence.keys,
    )


# Phrases of these kinds are about health in whatever company; all others need a word of health in their section.
_SPEAKS_FOR_ITSELF = sum(
    s.BITS[f"claim.{kind}"] for kind in ("anti-medicine", "diagnosis", "disease", "symptom", "drug-class", "immune", "weight", "detox")
)


def _phrases(scene: _Scene) -> Iterator[Claim]:
    """Claims that a phrase makes by itself, one for each kind in the sentence."""
    seen = 0
    for hit in scene.said.hits:
        new = hit.senses & s.CLAIM & ~seen
        if new and (scene.anchored or hit.senses & _SPEAKS_FOR_ITSELF or (scene.promotional and not hit.senses & s.WEAK_CLAIM)):
            seen |= new
            yield from _phrase(scene, hit, new)


# Beside these, words for classes of drugs are ordinary medical prose.
_NEUTRAL_COMPANY = s.CLINICAL | s.STUDY | s.OTHERS | s.CONSULT | s.DEFINITION | s.BODY


def _in_neutral_company(said: Said, phrase: Hit) -> bool:
    """A clinician, a study or other people stand before the words: who speaks is not a label."""
    return any(hit.senses & _NEUTRAL_COMPANY for hit in said.hits if hit.start < phrase.start)


def _phrase(scene: _Scene, hit: Hit, senses: int) -> Iterator[Claim]:
    said = scene.said
    topic = topicality(said, None, None, scene.brand, scene.sells)
    for bit, kind in s.KINDS:
        if senses & bit:
            claim = _claim(scene, hit.start, hit.end, kind, topic)
            if kind is ClaimKind.DRUG_CLASS and topic.topic is Topic.NONE and not _in_neutral_company(said, hit):
                claim = replace(claim, topicality=Topicality(Topic.FRAGMENT, "words of a drug label"))
            claim = replace(claim, effect_text=said.words(hit.start, hit.end), negated=claim.negated or negated(said, hit))
            yield _registered(scene, claim)


_COMPLAINTS = s.DISEASE | s.SYMPTOM | s.UNRECOGNISED | s.STATE | s.GERM | s.MARKER


def _tells_a_story(scene: _Scene) -> bool:
    """Somebody says "I" or "my" of an illness, in a statement of running text: a testimonial on a page that sells."""
    said = scene.said
    if scene.manner.question or scene.manner.advises or said.is_heading:
        return False
    return any(hit.senses & _COMPLAINTS and not hit.senses & s.WEAK_OBJECT for hit in said.hits)


def _story(scene: _Scene) -> Claim:
    said = scene.said
    hit = next(hit for hit in said.hits if hit.senses & _COMPLAINTS)
    claim = _claim(scene, hit.start, hit.end, ClaimKind.TESTIMONIAL, topicality(said, None, None, scene.brand, scene.sells))
    return replace(claim, effect_text=said.words(hit.start, hit.end), negated=False)


_RESULTS = s.RESULT | s.CURE | s.RELIEVE | s.BEAUTIFY | s.BITS["claim.appearance"] | s.BITS["claim.symptom"]


def _timed(scene: _Scene) -> Iterator[Claim]:
    """A result and the time it takes: "changes in their skin within 4 to 12 weeks"."""
    said = scene.said
    hit = next(hit for hit in said.hits if hit.senses & s.DURATION)
    if any(other.senses & _RESULTS and abs(other.start - hit.start) <= 12 for other in said.hits):
        topic = topicality(said, None, None, scene.brand, scene.sells)
        yield replace(_claim(scene, hit.start, hit.end, ClaimKind.TIME, topic), effect_text=said.words(hit.start, hit.end))


def _counted(scene: _Scene, found: re.Match[str]) -> Claim:
    """A percentage, ratio or multiple in a sentence about the body."""
    said = scene.said
    topic = topicality(said, None, None, scene.brand, scene.sells)
    begin, end = _word_around(said.text, found.start()), found.end()
    claim = _claim(scene, 0, 1, ClaimKind.NUMBER, topic)
    source = (begin, end) if said.origins is None else said.origins.span(begin, end)
    return replace(claim, span=said.sentence.source_span(*source), effect_text=said.text[begin:end], effect=Effect.NONE, object=Object.NONE)


def _word_around(text: str, at: int) -> int:
    """Where the number that holds `at` begins: "70-80%" is one."""
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _product(said: Said, brand: str) -> Mention:
    at = said.text.index(brand)
    begin, end = (at, at + len(brand)) if said.origins is None else said.origins.span(at, at + len(brand))
    return Mention(said.index, said.sentence.source_span(begin, end), Noted.PRODUCT, brand)


def _mentions(said: Said, brand: str) -> Iterator[Mention]:
    """What the sentence merely names; the fixed statements and advice to see a clinician name no disease."""
    if brand:
        yield _product(said, brand)
    if not said.mask & _ANY_NOTED or is_statute(said):
        return
    for hit in said.hits:
        if hit.senses & _ANY_NOTED:
            for bit, what in _NOTED:
                if hit.senses & bit and not (
                    what is Noted.DISEASE and (hit.senses & s.WEAK_OBJECT or said.mask & (s.CONSULT | s.WIDE_NEGATION))
                ):
                    yield Mention(said.index, said.source(hit.start, hit.end), what, said.words(hit.start, hit.end))
                    break
