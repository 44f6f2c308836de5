"""Whether a sentence speaks of something that is sold, and by which words.

Every severity reads this. A disease claim is an offence of the seller's page when it is made of the
product; the same words about a surgeon or a drug are ordinary medical prose.
"""

from __future__ import annotations

from pipeline.article.document import Place
from pipeline.claims import senses as s
from pipeline.claims.elided import PRONOUNS, VERBS, is_barrier, is_fragment, is_joined, is_listed, stands_in
from pipeline.claims.frames import Pair
from pipeline.claims.lexicon import Hit
from pipeline.claims.scope import is_care
from pipeline.claims.tokens import STOPS, Said
from pipeline.claims.tone import is_advertising
from pipeline.claims.types import Topic, Topicality

_POINTING = frozenset("this these our one new unique targeted right".split())
_PREPOSITIONS = frozenset("for from of to against".split())
_OPENERS = frozenset(
    """a an the it also may can could will temporarily naturally gently quickly effectively
    clinically proven designed formulated to and for , helps help""".split()
)
# How label copy begins: "Indicated for", "Formulated to", "For the relief of".
_LABEL = frozenset(
    "for anti indicated recommended formulated designed ideal great perfect effective proven useful suitable relief may can could".split()
)
_SOLD = s.PRODUCT | s.INGREDIENT | s.FOOD | s.STAND_IN
_NONE = Topicality(Topic.NONE)
_SICK = s.DISEASE | s.SYMPTOM | s.DAMAGE | s.UNRECOGNISED | s.STATE
_CURES = s.CURE | s.RELIEVE | s.REPAIR | s.MENDS
_GOOD = _CURES | s.TREAT | s.PREVENT | s.REDUCE | s.SUPPORT | s.BOOST | s.BEAUTIFY | s.KILL | s.DETOX
_ACTING = s.AGENT ^ s.BODY  # what bodies suffer from does nothing by itself: "the discomfort of injuries"


def agent_of(said: Said, pair: Pair) -> Hit | None:
    """Who acts: the nearest agent before the effect in its clause, else one behind "with" or "by"."""
    best = None
    for hit in said.hits if said.mask & s.AGENT else ():
        if not hit[2] & s.AGENT or hit is pair.thing or hit is pair.effect or _is_acted_on(said, hit):
            continue
        if hit.end <= pair.effect.start:
            if STOPS.isdisjoint(said.tokens[hit.end : pair.effect.start]):
                best = hit
        elif best is None and said.tokens[hit.start - 1] in ("with", "by", "using", "from", "of", "through") and hit[2] & _ACTING:
            return hit
    return best or organ_before(said, pair.effect.start, pair.thing)


ORGANS = s.STRUCTURE | s.FUNCTION | s.IMMUNITY | s.BODY
_TRADED = s.PRODUCT | s.INGREDIENT | s.STAND_IN
_CLAUSE = STOPS | {",", "and", "but", "while", "because", "when"}


def organ_before(said: Said, start: int, thing: Hit | None = None) -> Hit | None:
    """The part or process of the body that opens the clause and does what begins at `start`: "The kidneys filter waste"."""
    if not said.mask & ORGANS:
        return None
    begin = next((place + 1 for place in range(start - 1, -1, -1) if said.tokens[place] in _CLAUSE), 0)
    begin = 0 if begin == start < len(said.tokens) and said.tokens[start].endswith("ing") else begin  # "… while blocking germs"
    if (
        (first := next((hit for hit in said.hits if hit.start >= begin), None)) is None
        or first is thing
        or first.start > begin + 3
        or first.end > start
    ):
        return None
    return first if first.senses & ORGANS and not first.senses & _TRADED else None


def _is_acted_on(said: Said, hit: Hit) -> bool:
    """Collagen is sold and is part of the skin: behind a verb it is what something happens to."""
    return bool(hit.senses & (s.APPEARANCE | s.STRUCTURE)) and any(h.senses & s.EFFECT for h in said.hits if h.start < hit.start)


def topicality(said: Said, pair: Pair | None, agent: Hit | None, brand: str, section_sells: bool) -> Topicality:
    """Why the sentence speaks of something sold. `brand` is the product named in it, if any."""
    if brand:
        return Topicality(Topic.BRAND, said.brand_written if said.brand else brand)
    if said.mask & s.SELLING and not said.mask & (s.CONSULT | s.MYTH | s.STATUS):
        return Topicality(Topic.PUBLISHER, "the publisher sells it")
    if agent is not None and agent.senses & s.CLINICAL and not agent.senses & _SOLD:
        return (_by_name(said) if agent.senses & s.EXPERT else None) or _NONE  # "GPs recommend NerveEze for shingles"
    if section_sells and said.tokens and said.tokens[0] in PRONOUNS and (agent is None or not agent.senses & _SOLD):
        return Topicality(Topic.STAND_IN, said.tokens[0])
    return (
        _by_agent(said, agent)
        or _by_name(said)
        or _by_shape(said, pair, agent)
        or _by_place(section_sells)
        or _by_remedy(said, pair, agent)
        or (None if _is_nature(agent) else _by_tone(said, pair))
        or _NONE
    )


def _by_agent(said: Said, agent: Hit | None) -> Topicality | None:
    """A product word, an ingredient or a stand-in acts."""
    if not said.mask & _SOLD:
        return None
    strong = agent is not None and not agent.senses & s.WEAK_AGENT
    hits = [hit for hit in ((agent,) if agent is not None and strong else said.hits) if hit.senses & _SOLD]
    if not hits:
        return None
    pointed = {hit.start for hit in hits if not _POINTING.isdisjoint(said.tokens[max(0, hit.start - 3) : hit.start])}
    for hit in hits:
        if hit.senses & s.PRODUCT and hit.start in pointed and not is_care(said, hit):
            return Topicality(Topic.PRODUCT_WORD, said.words(hit.start, hit.end))
    for hit in hits:
        if hit.senses & s.WEAK_AGENT and hit.start not in pointed:
            continue
        if agent is not None or hit.senses & (s.PRODUCT | s.STAND_IN):
            topic = Topic.STAND_IN if hit.senses & s.STAND_IN else Topic.INGREDIENT
            return Topicality(topic, said.words(hit.start, hit.end))
    return None


def _by_name(said: Said) -> Topicality | None:
    """A coined or trade-marked name stands in the sentence."""
    return Topicality(Topic.STAND_IN, said.name) if said.name else None


def _by_shape(said: Said, pair: Pair | None, agent: Hit | None) -> Topicality | None:
    """Label copy and elided subjects: who acts is left out because the reader holds it in hand."""
    if agent is None and pair is not None and _subject_is_left_out(said, pair):
        return Topicality(Topic.ELIDED, said.words(pair.effect.start, pair.effect.end))
    if is_fragment(said) or (pair is None and agent is None and _opens_with_a_phrase(said)):
        return Topicality(Topic.FRAGMENT, "no verb")
    if said.mask & s.SPEAKER and said.sentence.place is not Place.HEADING:
        return Topicality(Topic.TESTIMONY, "I")
    return None


def _subject_is_left_out(said: Said, pair: Pair) -> bool:
    """ "Lowers cholesterol", "Helps relieve itching": the verb in the third person opens the clause."""
    before = said.tokens[: pair.effect.start]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in STOPS:
            before = before[place + 1 :]
            break
    opening = (before + said.tokens[pair.effect.start :])[:1]
    if not opening or not _OPENERS.issuperset(before):
        return is_listed(said, pair, before) or is_joined(said, pair, before)
    return opening[0].endswith("s") or opening[0] in _LABEL or bool(pair.effect.senses & (s.MENDS | s.CONTAIN))


def _opens_with_a_phrase(said: Said) -> bool:
    """ "Indicated for …", "Clinically proven …": nobody is said to do it."""
    first = said.hits[0]
    verb = first.senses & s.EFFECT and said.tokens[0].endswith("s")
    return first.start == 0 and bool(first.senses & s.CLAIM or verb) and not said.mask & (s.OTHERS | s.STUDY)


def _by_place(section_sells: bool) -> Topicality | None:
    """After a product was named in its section, sentences without another subject go on about it."""
    return Topicality(Topic.SECTION, "product in the section") if section_sells else None


def _by_tone(said: Said, pair: Pair | None) -> Topicality | None:
    """Who acts is left out, and the tone is an advertisement's."""
    if _somebody_else(said, pair) or not is_advertising(said):
        return None
    return Topicality(Topic.FRAGMENT, "the tone of an advertisement")


def _by_remedy(said: Said, pair: Pair | None, agent: Hit | None) -> Topicality | None:
    """Nobody else acts: neither clinicians nor medicines nor a study stand before the words, and they are not about other people."""
    if said.mask & (s.CONSULT | s.STUDY | s.DEFINITION) or _somebody_else(said, pair) or (pair is not None and is_barrier(said, pair)):
        return None
    if pair is None or pair.effect.senses & s.CAUSE & ~_GOOD:
        return _addressed(said)
    if (said.tokens[0] in PRONOUNS or stands_in(said, pair)) and pair.effect.senses & _GOOD:
        return Topicality(Topic.STAND_IN, said.tokens[0])
    if _describes(said, pair):
        return Topicality(Topic.FRAGMENT, said.words(pair.effect.start, pair.effect.end))
    if _commands(said, pair):
        return Topicality(Topic.ELIDED, said.words(pair.effect.start, pair.effect.end))
    if pair.thing.senses & s.UNRECOGNISED and pair.effect.senses & _GOOD:  # nobody but sellers treats what no clinician diagnoses
        named = pair.effect if pair.carried else pair.thing  # what a list's lead-in carries stands in another sentence
        return Topicality(Topic.REMEDY, said.words(named.start, named.end))
    gravely = pair.effect.senses & (_CURES | s.BEAUTIFY | s.KILL) and pair.thing.senses & _SICK
    if (gravely or (pair.effect.senses & s.MENDS and not _is_nature(agent))) and not said.mask & s.OTHERS:
        return Topicality(Topic.REMEDY, said.words(pair.effect.start, pair.effect.end))
    guards = _is_nature(agent) and pair.thing.senses & (s.GERM | s.TOXIN)  # "your gut's lining blocks germs"
    return None if guards or _tells_of_harm(said, pair) else _addressed(said)


def _is_nature(agent: Hit | None) -> bool:
    """ "Cartilage cushions the joints", "stem cells repair tissue": the body mends itself."""
    return agent is not None and bool(agent.senses & ORGANS) and not agent.senses & _TRADED


def _tells_of_harm(said: Said, pair: Pair) -> bool:
    """ "Smoking breaks down elastin, which keeps your skin firm": biology, although it speaks of the reader's skin."""
    return any(hit.senses & s.CAUSE and not hit.senses & (_GOOD | s.WEAK_EFFECT) for hit in said.hits if hit.start < pair.effect.start)


def _somebody_else(said: Said, pair: Pair | None) -> bool:
    """A clinician or a medicine stands in the sentence before the effect, or anywhere where there is none."""
    if not said.mask & s.CLINICAL:
        return False
    return pair is None or any(hit.senses & s.CLINICAL for hit in said.hits if hit.start < pair.effect.start)


def _describes(said: Said, pair: Pair) -> bool:
    """A thing without a verb of its own that acts on an illness: "Nasal strips that treat …", "Drug-free relief from …"."""
    if not (pair.thing.senses & _SICK and pair.effect.senses & _GOOD) or said.mask & (s.BODY | s.OTHERS):
        return False
    before = said.tokens[max(0, pair.effect.start - 2) : pair.effect.start]
    noun = said.tokens[pair.effect.end - 1] in _PREPOSITIONS and VERBS.isdisjoint(said.tokens)
    return noun or "that" in before or "which" in before


# What only a product carries out; clinics say "treat" and "prevent", and advice says "reduce" and "increase" with the means ("by").
_CARRIED_OUT = _CURES | s.BOOST | s.BEAUTIFY | s.KILL | s.DETOX
_ADVERBS = frozenset(
    "help helps quickly naturally gently safely effectively instantly permanently visibly dramatically finally fast to".split()
)


def _commands(said: Said, pair: Pair) -> bool:
    """ "Ease period cramps", "Help rebuild collagen": an order to the reader that only a product carries out."""
    verb = said.tokens[pair.effect.start]
    if pair.inverted or verb.endswith(("ing", "ed", "er")) or pair.effect.senses & s.WEAK_EFFECT or not pair.effect.senses & _CARRIED_OUT:
        return False
    return _ADVERBS.issuperset(said.tokens[: pair.effect.start]) and (bool(pair.effect.senses & _CURES) or "by" not in said.tokens)


def _addressed(said: Said) -> Topicality | None:
    """The reader or the publisher is spoken of."""
    if said.mask & (s.READER | s.PUBLISHER):
        return Topicality(Topic.READER, "you" if said.mask & s.READER else "we")
    return None
