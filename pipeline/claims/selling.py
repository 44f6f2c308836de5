"""Claims that a sentence makes by standing on a page that sells: an illness is named, and a product with it.

Advertising seldom says "treats". It puts the complaint beside the thing ("Hay fever, finished", "The
balm for tennis elbow", "Roll it on sore knees") and leaves the verb to the reader. Such words are
claims where nobody else is spoken of: no clinician, no study, no denial, no definition.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.article.document import Place
from pipeline.claims import senses as s
from pipeline.claims.kinds import object_named
from pipeline.claims.lexicon import Hit
from pipeline.claims.opening import founds, leading, pitches
from pipeline.claims.scene import Scene, Spoken, claim_at
from pipeline.claims.stating import states
from pipeline.claims.tokens import STOPS, Said
from pipeline.claims.types import Agent, Claim, ClaimKind, Topic, Topicality

GRAVE = frozenset({ClaimKind.DISEASE, ClaimKind.SYMPTOM, ClaimKind.RISK})
# On a label these name what is or what happens, not yet a promise: leaky gut (HC104), oxidative damage.
_FACTS = s.UNRECOGNISED | s.DAMAGE
_ILL = s.DISEASE | s.UNRECOGNISED | s.DAMAGE
COMPLAINTS = _ILL | s.SYMPTOM | s.STATE | s.GERM
BENEFITS = s.FUNCTION | s.IMMUNITY | s.WELLBEING | s.WEIGHT | s.APPEARANCE | s.STRUCTURE
# A shop's own words: the complaint is an address, not a promise (HC103 speaks of it).
_TRADE = s.COMMERCE | s.SHOPPING
# Somebody else speaks or is spoken of, or the sentence explains: ordinary medical prose.
_ELSEWHERE = s.CLINICAL | s.STUDY | s.CONSULT | s.DEFINITION | s.STATUS | s.WIDE_NEGATION | s.MYTH | s.STATUTE | _TRADE
_EXPLAINS = frozenset(
    """symptoms symptom causes cause caused types type kinds diagnosis diagnosed diagnosing complications complication risk risks
    signs sign tests test testing screening patients patient people who what why how when called known common history treatments
    genetics stages stage prevention living overview facts information outlook prognosis causing include includes including
    not isn't don't doesn't aren't cannot can't never nor unless if whether because although however
    chapter guide article section page story news report charity foundation association society
    """.split()
)
_LABEL_LENGTH = 12
# What a reader is told to do with the thing in hand.
_USES = frozenset(
    """rub wear drink apply roll spray massage clip wrap sip brew chew swallow dab paint peel stick gargle soak inhale sniff pop slather
    spritz diffuse smooth press bathe steep stir sprinkle dissolve glide strap slip plug drip mist swish buckle lather tap place lay
    listen breathe""".split()
)
# "A scoop a day for bone strength" measures goods out.
_PORTIONS = frozenset(
    """scoop spoonful teaspoon tablespoon capsule tablet cup shot drop sip sachet serving dose glass handful bottle jar daily little dollop
    softgel gummy spray squirt patch""".split()
)
_OURS = frozenset("our we we're we've".split())
# A heading with one of these announces a text on the subject: "Questions about gut health".
_ANNOUNCES = frozenset("about questions faq faqs guide introduction overview glossary references contents conclusion summary".split())
_THAT = frozenset("that which for to against who whose with".split())


def implied(scene: Scene, found: tuple[Claim, ...], over: tuple[Said, ...]) -> Iterator[Claim]:
    """The claim that naming a complaint makes here, unless the sentence makes a graver one in so many words.

    `over` is what governs the sentence: under "See a doctor at once for" a complaint is a warning.
    """
    said = scene.said
    if _is_neutral(said) or any(map(_said_already, found)) or (not scene.sells and _is_subject(said)):
        return
    thing = (_complaint(said) if said.mask & COMPLAINTS else None) or (_benefit(said) if not found else None)
    if thing is None:
        return
    topic = (_unspoken(found, scene) if found else None) or _offered(scene, thing)
    if topic is None or (topic.topic is Topic.FRAGMENT and (thing.senses & _FACTS or any(map(_explains, over)))):
        return
    spoken = Spoken("", said.words(thing.start, thing.end), scene.brand, Agent.PRODUCT, object=object_named(thing.senses))
    claim = claim_at(scene, said.source(thing.start, thing.end), _kind(thing), topic, spoken)
    if claim.kind is ClaimKind.DISEASE or not (claim.near or claim.authorised or claim.capped):
        yield replace(claim, question=False)  # "Gout? Roll it on." asks nothing


# Who acts in ordinary prose about health.
_NATURE = frozenset({Agent.CLINICAL, Agent.BODY, Agent.PRACTICE})
_SHORT = 18


def _unspoken(found: tuple[Claim, ...], scene: Scene) -> Topicality | None:
    """Something treats an illness, and nothing in a short sentence says that it is care, nature or other people: it is what is sold."""
    said = scene.said
    grave = next((claim for claim in found if claim.kind in GRAVE and claim.agent not in _NATURE), None)
    asked = said.is_question and not scene.answered
    if grave is None or len(said.tokens) > _SHORT or said.mask & s.OTHERS or asked or not _EXPLAINS.isdisjoint(said.tokens):
        return None
    return Topicality(Topic.REMEDY, grave.effect_text)


def _said_already(claim: Claim) -> bool:
    """A claim about the complaint that will be judged by itself, or that is denied."""
    if claim.kind is ClaimKind.CAUSE:
        return True
    asked = claim.question and not (claim.negated or claim.attributed)  # "Suffering from gout?" is judged by what answers it
    return claim.kind in GRAVE and not asked and (claim.topicality.promotes or not claim.stands)


def _is_neutral(said: Said) -> bool:
    """It explains, denies, asks, cites or sends to a clinician."""
    elsewhere = _ELSEWHERE ^ _TRADE if said.mask & s.SELLING else _ELSEWHERE
    return bool(said.mask & elsewhere) or bool(said.sentence.keys) or said.sentence.place in (Place.ALT, Place.TITLE, Place.CODE)


def _explains(heading: Said) -> bool:
    """A heading or a list's lead-in that announces facts, warnings or questions, not goods."""
    return bool(heading.mask & (_ELSEWHERE ^ _TRADE)) or heading.is_question or not _EXPLAINS.isdisjoint(heading.tokens)


_JOINING = frozenset("in and of the with or a an during , other your types type kinds chronic acute early late".split())


def _is_subject(said: Said) -> bool:
    """A heading that holds nothing but complaints is the subject of a text: "Anaemia in chronic kidney disease"."""
    if said.sentence.place is not Place.HEADING:
        return False
    named = {place for hit in said.hits if hit.senses & _SUBJECTS for place in range(hit.start, hit.end)}
    return all(place in named or token in _JOINING or token in STOPS for place, token in enumerate(said.tokens))


_SUBJECTS = COMPLAINTS | s.STRUCTURE | s.FUNCTION | s.MARKER


def _complaint(said: Said) -> Hit | None:
    """The gravest complaint that is named in unmistakable words."""
    named = [hit for hit in said.hits if hit.senses & COMPLAINTS and not hit.senses & s.WEAK_OBJECT]
    return min(named, key=lambda hit: (not hit.senses & _ILL, hit.start), default=None)


def _benefit(said: Said) -> Hit | None:
    """What a body does or how it looks, in unmistakable words."""
    return next((hit for hit in said.hits if hit.senses & BENEFITS and not hit.senses & (s.WEAK_OBJECT | s.PRODUCT | s.INGREDIENT)), None)


_BENEFIT_KINDS = (
    (s.IMMUNITY, ClaimKind.IMMUNE),
    (s.APPEARANCE, ClaimKind.APPEARANCE),
    (s.WELLBEING | s.WEIGHT, ClaimKind.WELLBEING),
)


def _kind(thing: Hit) -> ClaimKind:
    if thing.senses & _ILL or thing.senses & s.GERM:
        return ClaimKind.DISEASE
    if thing.senses & s.SYMPTOM:
        return ClaimKind.SYMPTOM
    return next((kind for bit, kind in _BENEFIT_KINDS if thing.senses & bit), ClaimKind.STRUCTURE_FUNCTION)


def _offered(scene: Scene, thing: Hit) -> Topicality | None:
    """Why the complaint is one that the product is offered for."""
    said = scene.said
    if scene.brand and _EXPLAINS.isdisjoint(said.tokens):
        return Topicality(Topic.BRAND, scene.brand)
    if said.mask & s.SELLING:
        return Topicality(Topic.PUBLISHER, "the publisher sells it")
    if thing.senses & COMPLAINTS and said.tokens[0] == "whether" and said.mask & s.NOT_NEGATION and not _OURS.isdisjoint(said.bag):
        return Topicality(Topic.PUBLISHER, "we")  # "Whether it's sciatica or a slipped disc, our table …"
    if said.tokens[0] in _USES and not said.mask & s.OTHERS:
        return Topicality(Topic.ELIDED, said.tokens[0])
    if thing.senses & COMPLAINTS and not thing.senses & _FACTS and (opens := leading(said)):
        return opens
    if (scene.promotional and said.is_question and (pitches(said) or scene.answered)) or (thing.senses & COMPLAINTS and founds(said)):
        return Topicality(Topic.READER, said.tokens[0])
    if not _EXPLAINS.isdisjoint(said.tokens) or (said.is_question and not (scene.following and _is_label(said))):
        return None
    if (goods := _goods(said)) is not None:
        return Topicality(
            Topic.PRODUCT_WORD if said.tokens[goods.start - 1] == "our" else Topic.STAND_IN, said.words(goods.start, goods.end)
        )
    if _is_label(said) and (thing.senses & COMPLAINTS or said.tokens[0] not in ("the", "a", "an") or said.tokens[1] in _PORTIONS):
        return Topicality(Topic.FRAGMENT, "label copy")
    return None


def _goods(said: Said) -> Hit | None:
    """A thing for sale that the words after it are said of: "the belt that …", "our drops for …"."""
    return next((hit for hit in said.hits if hit.senses & s.PRODUCT and hit.start <= 4 and _is_offered(said, hit)), None)


def _is_offered(said: Said, goods: Hit) -> bool:
    """An unmistakable word for goods, or a common one that is pointed at or gone on about."""
    if goods.end == len(said.tokens):
        return False
    return not goods.senses & s.WEAK_AGENT or said.tokens[goods.end] in _THAT or said.tokens[goods.start - 1] in ("our", "this", "these")


def _for_others(said: Said) -> bool:
    """ "Salt caves for children with asthma": other people are whom it is for."""
    return all(
        said.tokens[max(0, hit.start - 2)] == "for" or said.tokens[hit.start - 1] == "for" for hit in said.hits if hit.senses & s.OTHERS
    )


def _is_label(said: Said) -> bool:
    """Short, and nothing is stated: words on a label, in a list or under a picture."""
    words = [token for token in said.tokens if token.isalnum()]
    stated = states(said) or (said.mask & s.OTHERS and not _for_others(said)) or not _ANNOUNCES.isdisjoint(said.tokens)
    return len(words) <= _LABEL_LENGTH and not stated
