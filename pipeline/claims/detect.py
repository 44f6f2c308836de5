"""Document in, Reading out: every health claim, and what kind of page it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from pipeline.article.document import Document, Place
from pipeline.claims import senses as s
from pipeline.claims.context import Surroundings, healthy_sections
from pipeline.claims.elided import PRONOUNS
from pipeline.claims.frames import Pair, pairs
from pipeline.claims.kinds import agent_named, effect_named, kind_of, object_named
from pipeline.claims.lexicon import Hit, lexicon
from pipeline.claims.mentioning import ANY_NOTED, mentions
from pipeline.claims.modality import is_statute, negated
from pipeline.claims.page import page_of
from pipeline.claims.persuading import FRAMING, persuaded
from pipeline.claims.reading import Mention, Reading
from pipeline.claims.scene import Scene, Spoken, claim_at
from pipeline.claims.selling import BENEFITS, COMPLAINTS, implied
from pipeline.claims.telling import may_tell, told
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import agent_of, topicality
from pipeline.claims.types import Agent, Claim, ClaimKind, Topic
from pipeline.evidence.register import Register


def read(document: Document, register: Register) -> Reading:
    """The article's claims, mentions and kind of page."""
    words = lexicon()
    said = [Said(sentence, index, words) for index, sentence in enumerate(document.sentences)]
    page = page_of(document, said)
    around = Surroundings(page, healthy_sections(said))
    claims: list[Claim] = []
    named: list[Mention] = []
    for one, following in zip_longest(said, said[1:]):
        brand = around.enter(one)
        if brand or one.mask & ANY_NOTED:
            named += mentions(one, brand)
        found = _claims_of(one, following, brand, around, register) if _may_claim(one, page.promotional) else ()
        claims += found
        around.leave(one, brand, any(map(_points, found)) or (bool(one.mask & s.PRODUCT) and bool(one.name)))
    return Reading(page, tuple(claims), tuple(named), said)


# Senses that can make a claim without an effect and its object.
_CLAIMING = s.CLAIM | s.DURATION | s.SPEAKER
_SHOWING = COMPLAINTS | BENEFITS | FRAMING


def _may_claim(said: Said, promotional: bool) -> bool:
    """Whether the sentence has the words that a claim needs; most say nothing about health."""
    mask = said.mask
    if mask & _CLAIMING or _is_shown(said, promotional):
        return True
    return bool(mask & s.OBJECT) and bool(mask & s.EFFECT or said.has_number or said.sentence.place is Place.ITEM)


def _is_shown(said: Said, promotional: bool) -> bool:
    """Whether the sentence stands where goods are sold, with words that need no verb there."""
    return (promotional or bool(said.mask & s.SELLING)) and bool(said.mask & _SHOWING or (said.tokens and said.text[:1] == '"'))


def _claims_of(said: Said, following: Said | None, brand: str, around: Surroundings, register: Register) -> tuple[Claim, ...]:
    """The claims of one sentence, which may have some."""
    if is_statute(said):
        return ()
    promotional = around.page.promotional
    scene = Scene(said, following, brand, around.sells, around.anchored(said) or bool(brand), promotional, register)
    found = (*_paired(scene, around), *(told(scene) if may_tell(said) else ()))
    if not _is_shown(said, promotional):
        return found
    return (*found, *implied(scene, found, around.over(said)), *persuaded(scene, around.before(said)))


def _paired(scene: Scene, around: Surroundings) -> Iterator[Claim]:
    """Every claim of effect and object: in the sentence itself, or with the effect in its list's lead-in."""
    said = scene.said
    if said.mask & s.EFFECT and said.mask & s.OBJECT:
        for pair, kind in pairs(said):
            yield _framed(scene, said, pair, kind)
    elif carried := around.carried(said):
        lead, pair = carried
        carries = kind_of(pair.effect.senses, pair.thing.senses)
        if carries is not None:
            yield _framed(scene, lead, pair, carries)


def _framed(scene: Scene, speaker: Said, pair: Pair, kind: ClaimKind) -> Claim:
    """The claim that a pair makes; `speaker` is the sentence in which the effect stands."""
    said, agent = scene.said, agent_of(speaker, pair)
    spoken = Spoken(
        speaker.words(pair.effect.start, pair.effect.end),
        said.words(pair.thing.start, pair.thing.end),
        speaker.words(agent.start, agent.end) if agent else scene.brand,
        _agent(scene, agent),
        effect_named(pair.effect.senses),
        object_named(pair.thing.senses),
    )
    topic = topicality(speaker, pair, agent, scene.brand, scene.sells)
    return claim_at(scene, said.source(pair.start, pair.end), kind, topic, spoken, negated(speaker, pair.effect))


def _points(claim: Claim) -> bool:
    """Whether the claim puts a product into its section, so that later sentences go on about it; a pronoun does not."""
    topic = claim.topicality
    return topic.topic in (Topic.BRAND, Topic.PRODUCT_WORD) or (topic.topic is Topic.STAND_IN and topic.reason not in PRONOUNS)


def _agent(scene: Scene, agent: Hit | None) -> Agent:
    if agent is not None:
        return agent_named(agent.senses) if agent.senses & s.AGENT else Agent.BODY
    return Agent.PRODUCT if scene.brand else Agent.NONE
