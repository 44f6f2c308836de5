"""What all claims of one sentence share, and the claim that follows from a sentence alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.claims import senses as s
from pipeline.claims.modality import Manner
from pipeline.claims.registers import standing
from pipeline.claims.tokens import Said
from pipeline.claims.topicality import topicality
from pipeline.claims.types import Claim, ClaimKind, Strength, Topicality

_STRENGTHS = tuple((s.BITS[f"claim.{strength.value}"], strength) for strength in Strength)
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


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what is known of its surroundings.

    `brand` is the product that it names; `sells` whether its section named one before; `anchored`
    whether the section speaks of health; `answered` whether it is a question that the next sentence
    affirms; `following` the folded next sentence of the paragraph.
    """

    said: Said
    manner: Manner
    brand: str
    sells: bool
    anchored: bool
    promotional: bool
    answered: bool
    following: str

    @property
    def topic(self) -> Topicality:
        """Of what the sentence speaks as a whole, for claims that have no effect and object."""
        return topicality(self.said, None, None, self.brand, self.sells)


def claim_at(scene: Scene, start: int, end: int, kind: ClaimKind, topic: Topicality) -> Claim:
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


def registered(scene: Scene, claim: Claim) -> Claim:
    """The claim with its standing in the register."""
    if claim.kind not in _REGISTRABLE:
        return claim
    row, near, capped = standing(scene.said.text, scene.following)
    return replace(claim, authorised=row, near=near, capped=capped)
