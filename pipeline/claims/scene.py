"""What all claims of one sentence share, and the claim that follows from a sentence alone."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from pipeline.claims import senses as s
from pipeline.claims.appraise import status_of
from pipeline.claims.context import affirmed
from pipeline.claims.modality import Manner, manner
from pipeline.claims.registers import NO_STANDING, Standing, standing
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import topicality
from pipeline.claims.types import Agent, Claim, ClaimKind, Effect, Object, Strength, Topic, Topicality
from pipeline.evidence.register import Register
from pipeline.text import Span

_STRENGTHS = tuple((s.BITS[f"claim.{strength.value}"], strength) for strength in Strength)
_STRONG = sum(bit for bit, _ in _STRENGTHS)
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


# A clinician may be advised against, but not what the sentence says of a product by name.
_NAMED = frozenset({Topic.BRAND, Topic.PRODUCT_WORD})


class Spoken(Struct, frozen=True):
    """The parts of a claim as they stand in the text, folded."""

    effect_text: str
    object_text: str = ""
    agent_text: str = ""
    agent: Agent = Agent.NONE
    effect: Effect = Effect.NONE
    object: Object = Object.NONE


class Scene(Struct):
    """A sentence with what is known of its surroundings.

    `after` is the sentence behind it; `brand` the product that it names; `sells` whether its section
    named one before; `anchored` whether the section speaks of health. What few sentences are asked
    for is found out when it is asked for.
    """

    said: Said
    after: Said | None
    brand: str
    sells: bool
    anchored: bool
    promotional: bool
    register: Register
    _manner: Manner | None = None
    _topic: Topicality | None = None
    _standing: Standing | None = None

    @property
    def manner(self) -> Manner:
        """How the sentence is said."""
        if self._manner is None:
            self._manner = manner(self.said)
        return self._manner

    @property
    def answered(self) -> bool:
        """Whether the next sentence affirms it, as one that answers a question does."""
        return affirmed(self.after)

    @property
    def following(self) -> str:
        """The folded next sentence of the paragraph."""
        after = self.after
        return after.text if after is not None and after.sentence.block == self.said.sentence.block else ""

    @property
    def topic(self) -> Topicality:
        """Of what the sentence speaks as a whole, for claims that have no effect and object."""
        if self._topic is None:
            self._topic = topicality(self.said, None, None, self.brand, self.sells)
        return self._topic

    def standing(self, kind: ClaimKind) -> Standing:
        """Where the sentence stands with the register of authorised claims."""
        if kind not in _REGISTRABLE:
            return NO_STANDING
        if self._standing is None:
            self._standing = standing(self.said.text, self.following)
        return self._standing


@cache
def _strengths(mask: int) -> tuple[Strength, ...]:
    """The kinds of strong words in a sentence."""
    return tuple(strength for bit, strength in _STRENGTHS if mask & bit)


def _claim_id(keys: tuple[str, ...]) -> str:
    """The entry of the claims ledger that the sentence points at."""
    return next((key.removeprefix("claim:") for key in keys if key.startswith("claim:")), "")


def claim_at(scene: Scene, span: Span, kind: ClaimKind, topic: Topicality, spoken: Spoken, denied: bool = False) -> Claim:
    """A claim with all that follows from its sentence and what stands behind it."""
    said, how = scene.said, scene.manner
    row, near, capped = scene.standing(kind) if topic.promotes or kind is ClaimKind.ESTABLISHMENT else NO_STANDING
    negated = denied or how.denied or (how.advises and topic.topic not in _NAMED)
    attributed = how.attributed and not scene.brand
    question = how.question and not scene.answered
    keys = said.sentence.keys
    return Claim(
        sentence=said.index,
        span=span,
        kind=kind,
        agent=spoken.agent,
        effect=spoken.effect,
        object=spoken.object,
        agent_text=spoken.agent_text,
        effect_text=spoken.effect_text,
        object_text=spoken.object_text,
        strength=_strengths(said.mask & _STRONG),
        topicality=topic,
        hedged=how.hedged,
        negated=negated,
        attributed=attributed,
        question=question,
        authorised=row,
        near=near,
        capped=capped,
        evidence=keys,
        status=status_of(kind, keys, scene.register, made=not (negated or question), mild=negated or attributed or how.hedged, row=row),
        claim_id=_claim_id(keys) if keys else "",
    )
