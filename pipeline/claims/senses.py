"""What a word can mean to the engine: one bit each, so that a sentence's words are judged by plain integer arithmetic.

The names are those that pipeline/data/lexicon/*.yaml uses. A word may have several senses at once.
"""

from __future__ import annotations

from pipeline.claims.types import Agent, ClaimKind, Effect, Object

_NAMES = (
    # agents
    "agent.product",
    "agent.ingredient",
    "agent.food",
    "agent.practice",
    "agent.stand-in",
    "agent.clinical",
    "agent.body",
    # effects
    "effect.cure",
    "effect.treat",
    "effect.prevent",
    "effect.relieve",
    "effect.repair",
    "effect.reduce",
    "effect.reduce-risk",
    "effect.support",
    "effect.boost",
    "effect.cause",
    "effect.beautify",
    "effect.detox",
    "effect.kill",
    "effect.contain",
    # objects
    "object.disease",
    "object.symptom",
    "object.unrecognised-condition",
    "object.damaged-organ",
    "object.marker",
    "object.natural-state",
    "object.structure",
    "object.function",
    "object.immunity",
    "object.appearance",
    "object.wellbeing",
    "object.weight",
    "object.germ",
    "object.toxin",
    "object.nutrient",
    "object.drug",
    # phrases that make a claim without an object
    "claim.establishment",
    "claim.absolute",
    "claim.superlative",
    "claim.monocausal",
    "claim.extrapolation",
    "claim.time-to-result",
    "claim.testimonial",
    "claim.endorsement",
    "claim.safety",
    "claim.fear",
    "claim.anti-medicine",
    "claim.drug-class",
    "claim.detox",
    "claim.weight",
    "claim.immune",
    "claim.wellbeing",
    "claim.appearance",
    "claim.nutrient-content",
    "claim.diagnosis",
    "claim.disease",
    "claim.symptom",
    "claim.structure-function",
    # frames and modality
    "frame.negation",
    "frame.wide-negation",
    "frame.not-negation",
    "frame.hedge",
    "frame.study",
    "frame.definition",
    "frame.consult",
    "frame.status",
    "frame.myth",
    "frame.affirm",
    "frame.statute",
    "frame.result",
    "frame.duration",
    "frame.normal",
    "frame.commerce",
    "frame.recommend",
    # a phrase whose words would mislead one by one: it says nothing
    "other",
    # persons
    "person.reader",
    "person.speaker",
    "person.publisher",
    "person.others",
    # modifiers of a word's own reading
    "weak.agent",
    "weak.effect",
    "weak.object",
    "weak.claim",
    "mends",
    # an effect only where it stands behind its object: "hay fever, finished"
    "after",
    # what claims without an object are known by (pipeline/claims/persuading.py)
    "expert",
    "comparing",
    "abandoning",
    "coined",
    "medicine",
    "selling",
    "shopping",
    # how advertisements sound (pipeline/claims/tone.py)
    "puff",
    # care that readers are talked out of (pipeline/claims/deterring.py)
    "care",
    "disparaging",
    "shelved",
    "agreeing",
    # opens one of the frames without an object (pipeline/data/lexicon/hooks.yaml)
    "hook",
)
BITS = {name: 1 << number for number, name in enumerate(_NAMES)}


def _of(kind: str) -> int:
    """Every sense of one family."""
    return sum(bit for name, bit in BITS.items() if name.startswith(kind))


AGENT, EFFECT, OBJECT, CLAIM = _of("agent."), _of("effect."), _of("object."), _of("claim.")

PRODUCT, INGREDIENT, FOOD = BITS["agent.product"], BITS["agent.ingredient"], BITS["agent.food"]
PRACTICE, STAND_IN, CLINICAL, BODY = BITS["agent.practice"], BITS["agent.stand-in"], BITS["agent.clinical"], BITS["agent.body"]

DISEASE, SYMPTOM, UNRECOGNISED = BITS["object.disease"], BITS["object.symptom"], BITS["object.unrecognised-condition"]
DAMAGE, MARKER, STATE = BITS["object.damaged-organ"], BITS["object.marker"], BITS["object.natural-state"]
STRUCTURE, FUNCTION, IMMUNITY = BITS["object.structure"], BITS["object.function"], BITS["object.immunity"]
APPEARANCE, WELLBEING, WEIGHT = BITS["object.appearance"], BITS["object.wellbeing"], BITS["object.weight"]
GERM, TOXIN, NUTRIENT, DRUG = BITS["object.germ"], BITS["object.toxin"], BITS["object.nutrient"], BITS["object.drug"]

CURE, TREAT, PREVENT, RELIEVE = BITS["effect.cure"], BITS["effect.treat"], BITS["effect.prevent"], BITS["effect.relieve"]
REPAIR, REDUCE, REDUCE_RISK = BITS["effect.repair"], BITS["effect.reduce"], BITS["effect.reduce-risk"]
SUPPORT, BOOST, CAUSE, BEAUTIFY = BITS["effect.support"], BITS["effect.boost"], BITS["effect.cause"], BITS["effect.beautify"]
DETOX, KILL, CONTAIN = BITS["effect.detox"], BITS["effect.kill"], BITS["effect.contain"]

NEGATION, WIDE_NEGATION, NOT_NEGATION = BITS["frame.negation"], BITS["frame.wide-negation"], BITS["frame.not-negation"]
HEDGE, STUDY, DEFINITION, CONSULT = BITS["frame.hedge"], BITS["frame.study"], BITS["frame.definition"], BITS["frame.consult"]
STATUS, MYTH, AFFIRM, STATUTE = BITS["frame.status"], BITS["frame.myth"], BITS["frame.affirm"], BITS["frame.statute"]
RESULT, DURATION, NORMAL, COMMERCE = BITS["frame.result"], BITS["frame.duration"], BITS["frame.normal"], BITS["frame.commerce"]
RECOMMEND = BITS["frame.recommend"]
EXPERT, COMPARING, ABANDONING, COINED = BITS["expert"], BITS["comparing"], BITS["abandoning"], BITS["coined"]
PUFF = BITS["puff"]
MEDICINE, SELLING, SHOPPING = BITS["medicine"], BITS["selling"], BITS["shopping"]
CARE, DISPARAGING, SHELVED, AGREEING = BITS["care"], BITS["disparaging"], BITS["shelved"], BITS["agreeing"]
HOOK = BITS["hook"]

READER, SPEAKER, PUBLISHER, OTHERS = BITS["person.reader"], BITS["person.speaker"], BITS["person.publisher"], BITS["person.others"]
WEAK_AGENT, WEAK_EFFECT, WEAK_OBJECT = BITS["weak.agent"], BITS["weak.effect"], BITS["weak.object"]
WEAK_CLAIM, MENDS, AFTER = BITS["weak.claim"], BITS["mends"], BITS["after"]

AGENTS = tuple((BITS[f"agent.{agent.value}"], agent) for agent in Agent if agent is not Agent.NONE)
EFFECTS = tuple((BITS[f"effect.{effect.value}"], effect) for effect in Effect if effect is not Effect.NONE)
OBJECTS = tuple((BITS[f"object.{thing.value}"], thing) for thing in Object if thing is not Object.NONE)
KINDS = tuple((BITS[f"claim.{kind.value}"], kind) for kind in ClaimKind if f"claim.{kind.value}" in BITS)
