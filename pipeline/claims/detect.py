"""Document in, Reading out: every health claim, and what kind of page it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from pipeline.article.document import Document, Place
from pipeline.claims import senses as s
from pipeline.claims.context import Surroundings, affirmed, healthy_sections
from pipeline.claims.frames import Pair, pairs
from pipeline.claims.kinds import agent_named, effect_named, kind_of, object_named
from pipeline.claims.lexicon import Hit, lexicon
from pipeline.claims.mentioning import mentions
from pipeline.claims.modality import is_statute, manner, negated
from pipeline.claims.page import page_of
from pipeline.claims.persuading import FRAMING, persuaded
from pipeline.claims.scene import Scene, Spoken, claim_at
from pipeline.claims.selling import BENEFITS, COMPLAINTS, implied
from pipeline.claims.telling import told
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import PRONOUNS, agent_of, topicality
from pipeline.claims.types import Agent, Claim, ClaimKind, Mention, Reading, Topic
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
        named.extend(mentions(one, brand))
        found = tuple(_claims_of(one, following, brand, around, register))
        claims += found
        pointed = any(_points(claim) for claim in found)
        around.leave(one, brand, pointed or (bool(one.mask & s.PRODUCT) and bool(one.name)))
    return Reading(page, tuple(claims), tuple(named))


# Senses that can make a claim without an effect and its object.
_CLAIMING = s.CLAIM | s.DURATION | s.SPEAKER


def _claims_of(said: Said, following: Said | None, brand: str, around: Surroundings, register: Register) -> Iterator[Claim]:
    """The claims of one sentence, most of which say nothing about health."""
    shown = (around.page.promotional or bool(said.mask & s.SELLING)) and bool(
        said.mask & (COMPLAINTS | BENEFITS | FRAMING) or said.text[:1] == '"'
    )
    if (
        shown
        or said.mask & _CLAIMING
        or (said.mask & s.OBJECT and (said.mask & s.EFFECT or said.has_number or said.sentence.place is Place.ITEM))
    ):
        after = following.text if following is not None and following.sentence.block == said.sentence.block else ""
        scene = Scene(
            said,
            manner(said),
            brand,
            around.sells,
            around.anchored(said) or bool(brand),
            around.page.promotional,
            affirmed(following),
            after,
            register,
        )
        found = tuple(_claims(scene, around))
        yield from found
        if shown:
            yield from implied(scene, found, around.over(said))
            yield from persuaded(scene, around.before(said))


def _claims(scene: Scene, around: Surroundings) -> Iterator[Claim]:
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
    yield from told(scene)


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
