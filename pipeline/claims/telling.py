"""Claims that need no effect and object: telling phrases, times, stories and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims import senses as s
from pipeline.claims.kinds import effect_named
from pipeline.claims.lexicon import Hit
from pipeline.claims.modality import negated
from pipeline.claims.scene import Scene, Spoken, claim_at
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import organ_before
from pipeline.claims.types import Agent, Claim, ClaimKind, Topic, Topicality

# What a thing is made of, or holds of a daily need, is no result.
_MADE_OF = (
    r"(?!\s*(?:(?:lotion|solution|cream|gel|ointment|spray|shampoo|alcohol|cotton|natural|organic|recycled|vegan|plant|pure|juice|cocoa|fat|off|"
    r"discount|vegetable|fruit|wool|silk)\b|of\s+(?:the|your|an?)\s+(?:adult\s+|recommended\s+)?(?:reference|daily|recommended|nrv|rda|ri)\b"
    r"|of\s+(?:our|the|its|their|all)\s+(?:sales|profits?|revenue|price|proceeds|turnover|takings)\b))"
)
_COUNT = r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))"
_QUANTITY = re.compile(rf"{_COUNT}\s?(?:%|per ?cent\b){_MADE_OF}|\b\d+(?:\.\d+)?[- ]?fold\b|\b\d+ (?:in|out of) \d+\b|\b\d+ times\b")
# A number is a health number where the sentence speaks of a body or an illness.
_BODILY = s.DISEASE | s.SYMPTOM | s.STRUCTURE | s.FUNCTION | s.IMMUNITY | s.MARKER | s.WEIGHT | s.APPEARANCE | s.DAMAGE | s.STATE


_TELLING = s.CLAIM | s.DURATION | s.SPEAKER


def may_tell(said: Said) -> bool:
    """Whether the sentence has a telling phrase, a time, a first person or a number of the body."""
    return bool(said.mask & _TELLING) or (bool(said.mask & _BODILY) and said.has_number)


def told(scene: Scene) -> Iterator[Claim]:
    """Every claim of the sentence that is made without naming what is done to what."""
    said = scene.said
    if said.mask & s.CLAIM:
        yield from _phrases(scene)
    if said.mask & s.DURATION and said.mask & _RESULTS and (scene.anchored or scene.promotional):
        yield from _timed(scene)
    if said.mask & s.SPEAKER and _tells_a_story(scene):
        yield _story(scene)
    if said.mask & _BODILY and said.has_number and (found := _QUANTITY.search(said.text)):
        yield _counted(scene, found)


# Phrases of these kinds are about health in whatever company; all others need a word of health in their section.
_SPEAKS_FOR_ITSELF = sum(
    s.BITS[f"claim.{kind}"] for kind in ("anti-medicine", "diagnosis", "disease", "symptom", "drug-class", "immune", "weight", "detox")
)


def _phrases(scene: Scene) -> Iterator[Claim]:
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


def _phrase(scene: Scene, hit: Hit, senses: int) -> Iterator[Claim]:
    denied = negated(scene.said, hit) or (bool(senses & _SUPPOSED) and _is_supposed(scene.said, hit))
    for bit, kind in s.KINDS:
        if senses & bit and not (kind is ClaimKind.ABSOLUTE and _is_lasting_harm(scene)):
            yield _worded(scene, hit, kind, _topic_of(scene, hit, kind), denied)


_SUPPOSED = s.BITS["claim.establishment"] | s.BITS["claim.anti-medicine"] | s.BITS["claim.safety"]
_SUPPOSING = frozenset("if when whether until unless once".split())


def _is_supposed(said: Said, phrase: Hit) -> bool:
    """ "When clinical trials show …", "if you stop using your mask": a case that is put, not a claim that is made."""
    return not _SUPPOSING.isdisjoint(said.tokens[max(0, phrase.start - 2) : phrase.start])


def _is_lasting_harm(scene: Scene) -> bool:
    """ "Loud noise can permanently damage the ear": nothing is promised."""
    said = scene.said
    return bool(said.mask & s.CAUSE) and not (scene.brand or said.mask & (s.PRODUCT | s.INGREDIENT | s.STAND_IN | s.READER))


def _worded(scene: Scene, hit: Hit, kind: ClaimKind, topic: Topicality, denied: bool = False) -> Claim:
    """A claim that stands in the words of one hit."""
    said = scene.said
    organ = organ_before(said, hit.start)
    spoken = Spoken(said.words(hit.start, hit.end), agent=Agent.BODY if organ else Agent.NONE, effect=effect_named(hit.senses))
    return claim_at(scene, said.source(hit.start, hit.end), kind, topic, spoken, denied)


# Set phrases that only sellers use, where nobody else is spoken of in a short sentence.
_BOLD = frozenset({ClaimKind.WEIGHT, ClaimKind.DISEASE, ClaimKind.IMMUNE})
_BRIEF = 12
# Phrases that promise a change ("unlock your potential") are a seller's, whoever is named.
_PROMISED = frozenset({ClaimKind.WELLBEING, ClaimKind.STRUCTURE_FUNCTION})


def _topic_of(scene: Scene, hit: Hit, kind: ClaimKind) -> Topicality:
    """The sentence's topic; words for a class of drugs speak of the product unless somebody else speaks."""
    if scene.topic.topic is Topic.NONE and not _in_neutral_company(scene.said, hit):
        if kind is ClaimKind.DRUG_CLASS or (kind in _PROMISED and hit.senses & s.BOOST):
            return Topicality(Topic.FRAGMENT, "words of a label")
        if (
            kind in _BOLD
            and len(scene.said.tokens) <= _BRIEF
            and not scene.said.mask & (s.CLINICAL | s.STUDY | s.CONSULT | s.HEDGE | s.BODY)
        ):
            return Topicality(Topic.FRAGMENT, "words of an advertisement")
    return scene.topic


_COMPLAINTS = s.DISEASE | s.SYMPTOM | s.UNRECOGNISED | s.STATE | s.GERM | s.MARKER


# A story has a turn: something began, ended or changed. "I have asthma" tells none.
_HAPPENED = frozenset(
    """was were had did gone went no never since after until again finally cured cleared healed vanished stopped started became got
    lost dropped fell disappeared helped saved changed improved felt found tried used took came off free better thanks love loved fixed
    is are""".split()
)


def _tells_a_story(scene: Scene) -> bool:
    """Somebody says "I" or "my" of an illness, in a statement of running text: a testimonial on a page that sells."""
    said = scene.said
    if scene.manner.question or scene.manner.advises or said.is_heading or not _HAPPENED.intersection(said.tokens):
        return False
    return any(hit.senses & _COMPLAINTS and not hit.senses & s.WEAK_OBJECT for hit in said.hits)


def _story(scene: Scene) -> Claim:
    hit = next(hit for hit in scene.said.hits if hit.senses & _COMPLAINTS)
    return _worded(scene, hit, ClaimKind.TESTIMONIAL, scene.topic)


_RESULTS = s.RESULT | s.CURE | s.RELIEVE | s.BEAUTIFY | s.APPEARANCE | s.BITS["claim.appearance"] | s.BITS["claim.symptom"]


def _timed(scene: Scene) -> Iterator[Claim]:
    """A result and the time it takes: "changes in their skin within 4 to 12 weeks"."""
    said = scene.said
    hit = next(hit for hit in said.hits if hit.senses & s.DURATION)
    if _is_natural_course(scene) or not _LOGISTICS.isdisjoint(said.tokens):
        return
    if any(other.senses & _RESULTS and not other.senses & s.AFTER and abs(other.start - hit.start) <= 12 for other in said.hits):
        yield _worded(scene, hit, ClaimKind.TIME, scene.topic)


# What is sent, paid back or answered within days is goods, money or mail.
_LOGISTICS = frozenset(
    """delivery deliver delivered deliveries dispatch dispatched despatched ship ships shipped shipping parcel parcels warehouse
    refund refunds refunded order orders reply replies answer answered posted courier publication""".split()
)
_SOMEBODY = s.PRODUCT | s.INGREDIENT | s.STAND_IN | s.FOOD | s.PRACTICE | s.READER | s.SPEAKER | s.PUBLISHER | s.OTHERS


def _is_natural_course(scene: Scene) -> bool:
    """ "Most ear infections clear up within three days": on a page that sells nothing, an illness that passes promises nothing."""
    said = scene.said
    return not (scene.promotional or scene.brand or said.mask & _SOMEBODY) and any(hit.senses & _COMPLAINTS for hit in said.hits[:2])


def _counted(scene: Scene, found: re.Match[str]) -> Claim:
    """A percentage, ratio or multiple in a sentence about the body."""
    said = scene.said
    begin, end = _word_around(said.text, found.start()), found.end()
    source = (begin, end) if said.origins is None else said.origins.span(begin, end)
    return claim_at(scene, said.sentence.source_span(*source), ClaimKind.NUMBER, scene.topic, Spoken(said.text[begin:end]))


def _word_around(text: str, at: int) -> int:
    """Where the number that holds `at` begins: "70-80%" is one."""
    while at and not text[at - 1].isspace():
        at -= 1
    return at
