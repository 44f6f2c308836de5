"""Claims that need no effect and object: who vouches for a thing, what it replaces, what it frees from, what it foretells.

Each frame is two or three words in a fixed relation, not a phrase, so that it holds for words nobody listed:
an expert who trusts "it", a medicine after "kinder than", a medicine after "skip the", an organ that is "running out".
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.claims import senses as s
from pipeline.claims.assuring import ASSURING, assured
from pipeline.claims.blaming import diagnosed, threatened
from pipeline.claims.deterring import TARGETS, deterred
from pipeline.claims.elided import VERBS
from pipeline.claims.lexicon import Hit
from pipeline.claims.opening import enabled
from pipeline.claims.recounting import recounted
from pipeline.claims.rivals import followed, rival
from pipeline.claims.scene import Scene, Spoken, claim_at
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import organ_before
from pipeline.claims.types import Claim, ClaimKind, Object, Topic, Topicality

# What may open one of these frames; a sentence without any is not looked at.
_HINTS = sum(
    s.BITS[f"claim.{kind}"]
    for kind in ("absolute", "safety", "testimonial", "diagnosis", "fear", "monocausal", "anti-medicine", "superlative", "drug-class")
)
FRAMING = (
    s.EXPERT
    | s.MEDICINE
    | s.READER
    | s.BOOST
    | s.REDUCE
    | s.CARE
    | s.SPEAKER
    | s.PUBLISHER
    | s.AGREEING
    | s.DURATION
    | s.HOOK
    | _HINTS
    | ASSURING
)
# These tell of care and of studies, not of goods.
_SOBER = s.CONSULT | s.STUDY | s.MYTH | s.STATUS | s.WIDE_NEGATION | s.DEFINITION
_SOBER_STORY = s.STUDY | s.MYTH | s.STATUS | s.DEFINITION
_VOUCH = frozenset(
    """trust trusts trusted recommend recommends recommended love loves loved swear swears use uses used choose chooses chosen keep keeps
    take takes give gives prescribe prescribes rate rates rated endorse endorses endorsed approve approves approved back backs backed pick
    picks favour favours prefer prefers preferred reach rely adore adores rave raves admire formulated created developed designed invented
    drink drinks wear wears apply praise praises pack packs stock stocks buy buys order orders praised adored""".split()
)
_GOODS_AFTER = frozenset("it them this these ours our himself herself themselves itself own".split())
_PLAIN = frozenset("your a an the his her another any qualified if".split())
_FAILING = frozenset(
    """starving starved shrinking dying failing crying screaming begging rusting crumbling rotting ageing aging fading wasting
    grinding drying clogging drowning suffering struggling shutting leaking thinning hardening weakening collapsing
    depleted parched exhausted overloaded poisoned starve shrink crumble choking suffocating decaying corroding weary
    clogged wearing worn drained running""".split()
)
_REPORTS = frozenset("that that's this these it it's you you're your you've chances then blame sounds meet".split())
_LABEL = Topicality(Topic.FRAGMENT, "words of a label")


def persuaded(scene: Scene, before: Said | None) -> Iterator[Claim]:
    """The claims of these frames, on a page that sells; `before` is the sentence in front in the same paragraph."""
    said = scene.said
    if _is_quoted_story(scene) or (not said.mask & _SOBER_STORY and recounted(said) and not _phrased(scene, ClaimKind.TESTIMONIAL)):
        yield _claim(scene, ClaimKind.TESTIMONIAL, 0, len(said.tokens))
    if said.mask & _SOBER:
        return
    if said.mask & (ASSURING | s.HOOK | _HINTS):
        yield from (_claim(scene, kind, start, end) for kind, start, end in assured(said) if not _phrased(scene, kind))
    if said.mask & s.EXPERT and (voucher := _voucher(scene)) is not None:
        yield _claim(scene, ClaimKind.ENDORSEMENT, *voucher)
    if said.mask & (s.MEDICINE | s.CARE) and (other := rival(said)) is not None:
        yield _claim(scene, ClaimKind.DRUG_CLASS, *other)
    if (left := _left(scene, before)) is not None:  # "Why wait for a specialist?" asks nothing
        yield replace(_claim(scene, ClaimKind.ANTI_MEDICINE, *left), question=False)
    if (threat := (_failing(said) if said.mask & s.READER else None) or threatened(said)) is not None:
        yield _claim(scene, ClaimKind.FEAR, *threat)
    if said.mask & (s.BOOST | s.REDUCE) and (slogan := _slogan(scene)) is not None:
        yield slogan
    if before is not None and _answers_when(said, before):
        yield _claim(scene, ClaimKind.TIME, 0, len(said.tokens))
    if (able := enabled(said)) is not None:
        yield _claim(scene, ClaimKind.SYMPTOM, *able)
    verdict = (_verdict(said, before) if before is not None else None) or diagnosed(said, before)
    if verdict is not None:
        yield replace(_claim(scene, ClaimKind.DIAGNOSIS, *verdict), object=Object.DISEASE, question=False)


_SOON = frozenset("fast soon quickly long when".split())
_BODILY = s.DISEASE | s.SYMPTOM | s.STRUCTURE | s.FUNCTION | s.WEIGHT | s.APPEARANCE | s.RESULT


def _answers_when(said: Said, before: Said) -> bool:
    """ "How fast will my knees stop hurting?" is answered with a time."""
    return before.is_question and bool(said.mask & s.DURATION) and bool(before.mask & _BODILY) and not _SOON.isdisjoint(before.tokens[:3])


_BITS = {kind: bit for bit, kind in s.KINDS}


def _phrased(scene: Scene, kind: ClaimKind) -> bool:
    """Whether a phrase of the sentence makes such a claim by itself (pipeline/claims/telling.py)."""
    bit, said = _BITS[kind], scene.said
    return bool(said.mask & bit) and any(hit.senses & bit and (scene.anchored or not hit.senses & s.WEAK_CLAIM) for hit in said.hits)


def _left(scene: Scene, before: Said | None) -> tuple[int, int] | None:
    """Care that is talked down or left: "ditch the inhaler", "the inhaler stays in the drawer"."""
    said = scene.said
    if not said.mask & (TARGETS | s.AGREEING) or _phrased(scene, ClaimKind.ANTI_MEDICINE):
        return None
    if said.mask & TARGETS and said.mask & s.ABANDONING and (left := followed(said, s.ABANDONING, 4, leads=True)) is not None:
        return left
    return deterred(said, before)


def _is_quoted_story(scene: Scene) -> bool:
    """Somebody speaks in quotation marks of a body, a complaint or a time, in the first person."""
    said = scene.said
    if said.text[:1] != '"' or not said.mask & (s.SPEAKER | s.PUBLISHER) or said.mask & (_SOBER & ~s.CONSULT):
        return False
    return scene.anchored or bool(said.mask & s.DURATION) or any(h.senses & s.OBJECT and not h.senses & s.WEAK_OBJECT for h in said.hits)


def _claim(scene: Scene, kind: ClaimKind, start: int, end: int) -> Claim:
    topic = scene.topic if scene.topic.topic is not Topic.NONE else _LABEL
    return claim_at(scene, scene.said.source(start, end), kind, topic, Spoken(scene.said.words(start, end)))


def _voucher(scene: Scene) -> tuple[int, int] | None:
    """ "Trusted by physios", "the cream surgeons use", "my dentist takes it herself"; not "ask your doctor", "a nurse gives"."""
    said = scene.said
    for hit in said.hits:
        if not hit.senses & s.EXPERT:
            continue
        if hit.start >= 2 and said.tokens[hit.start - 1] not in _PLAIN and _passive(said, hit):
            return _passive_from(said, hit), hit.end
        verb = next((place for place in range(hit.end, min(hit.end + 4, len(said.tokens))) if said.tokens[place] in _VOUCH), None)
        if verb is not None and (
            scene.brand or said.name or _goods_before(said, hit) or not _GOODS_AFTER.isdisjoint(said.tokens[verb : verb + 5])
        ):
            return hit.start, verb + 1
    return None


def _passive(said: Said, expert: Hit) -> bool:
    """A past participle and "by" stand before the expert."""
    before = said.tokens[max(0, expert.start - 8) : expert.start]
    return "by" in before[-6:] and any(token in _VOUCH and token.endswith(("ed", "en")) for token in before)


def _passive_from(said: Said, expert: Hit) -> int:
    """Where the participle stands: "recommended by nine out of ten dentists"."""
    by = next((place for place in range(expert.start - 1, max(0, expert.start - 7), -1) if said.tokens[place] == "by"), expert.start - 1)
    return max(0, min(by - 1, expert.start - 2))


def _goods_before(said: Said, expert: Hit) -> bool:
    """What is vouched for opens the sentence: "the mattress chiropractors choose"."""
    return (
        said.tokens[0] in ("the", "a", "an", "our", "what", "why")
        and expert.start > 1
        and bool(said.mask & (s.PRODUCT | s.STAND_IN | s.FOOD))
    )


_ORGANS = s.STRUCTURE | s.FUNCTION | s.IMMUNITY | s.WELLBEING | s.APPEARANCE


def _failing(said: Said) -> tuple[int, int] | None:
    """Something of the reader's that decays: "your joints are grinding"."""
    for hit in said.hits:
        if hit.senses & _ORGANS and hit.start and said.tokens[hit.start - 1] == "your":
            for place in range(hit.end, min(hit.end + 4, len(said.tokens))):
                if said.tokens[place] in _FAILING:
                    return hit.start - 1, place + 1
    return None


# Questions of a text that explains.
_ASKS = frozenset("what how why when where who which is are can does".split())
_ILLS = s.DISEASE | s.UNRECOGNISED | s.DAMAGE


def _verdict(said: Said, before: Said) -> tuple[int, int] | None:
    """After complaints that were asked about or strung together, an illness is told: "That is adrenal fatigue"."""
    if (
        not said.tokens
        or said.tokens[0] not in _REPORTS
        or before.tokens[0] in _ASKS
        or not before.mask & (s.SYMPTOM | s.DISEASE | s.STATE)
        or said.is_question
    ):
        return None
    ill = next((hit for hit in said.hits if hit.senses & _ILLS), None)
    return (0, ill.end) if ill is not None and (before.is_question or len(before.tokens) < 12) else None


_COMPARED = s.BOOST | s.REDUCE
_SLOGAN_LENGTH = 9


def _slogan(scene: Scene) -> Claim | None:
    """Two comparatives in a row, or one before a body's business: "fewer cramps, calmer days", "stronger nails"."""
    said = scene.said
    if len(said.tokens) > _SLOGAN_LENGTH or said.is_question or not VERBS.isdisjoint(said.tokens):
        return None
    more = [hit for hit in said.hits if hit.senses & s.WEAK_EFFECT and hit.senses & _COMPARED and not organ_before(said, hit.start)]
    thing = next((hit for hit in said.hits if hit.senses & s.OBJECT & ~s.NUTRIENT and more and hit.start >= more[0].end), None)
    if not more or more[0].start > 1 or thing is None or (len(more) < 2 and thing.start > more[0].end + 1):
        return None
    kind = ClaimKind.SYMPTOM if thing.senses & s.SYMPTOM and not thing.senses & s.WEAK_OBJECT else ClaimKind.STRUCTURE_FUNCTION
    spoken = Spoken(said.words(more[0].start, more[0].end), said.words(thing.start, thing.end))
    return claim_at(scene, said.source(more[0].start, thing.end), kind, Topicality(Topic.FRAGMENT, "slogan"), spoken)
