"""What reading an article for claims yields: typed claims, what each one speaks of, and what kind of page it is.

A claim is a proposition about health that a reader would take from a sentence. Whether it may stand
is for the rules to say; nothing here has a severity.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from pipeline.text import Span


class ClaimKind(StrEnum):
    """What is said, in the terms of the law that governs it."""

    DISEASE = "disease"  # treats, cures, prevents a disease or mends a damaged organ
    SYMPTOM = "symptom"  # acts on a characteristic sign or symptom
    RISK = "risk-reduction"  # reduces the risk of a disease
    STRUCTURE_FUNCTION = "structure-function"  # a role in a normal structure or function
    IMMUNE = "immune"  # strengthens the immune system
    APPEARANCE = "appearance"  # how somebody looks
    WELLBEING = "wellbeing"  # general, non-specific benefit
    NUTRIENT = "nutrient-content"  # how much of a nutrient there is
    CAUSE = "cause"  # causes or worsens a condition
    WEIGHT = "weight"  # loss or control of weight
    DETOX = "detox"
    DRUG_CLASS = "drug-class"  # works like, with or instead of a medicine
    ESTABLISHMENT = "establishment"  # "clinically proven"
    ABSOLUTE = "absolute"  # cure, guarantee, for everyone
    SUPERLATIVE = "superlative"
    MONOCAUSAL = "monocausal"  # "the root cause"
    EXTRAPOLATION = "extrapolation"  # from an ingredient to a product, without strain or dose
    TIME = "time-to-result"
    NUMBER = "number"
    TESTIMONIAL = "testimonial"
    ENDORSEMENT = "endorsement"
    SAFETY = "safety"
    FEAR = "fear"
    ANTI_MEDICINE = "anti-medicine"  # discourages or disparages medical care
    DIAGNOSIS = "diagnosis"  # tells readers what they suffer from


class Agent(StrEnum):
    """Who or what is said to act."""

    PRODUCT = "product"
    INGREDIENT = "ingredient"
    FOOD = "food"
    PRACTICE = "practice"
    STAND_IN = "stand-in"  # "this approach", "a targeted supplement"
    CLINICAL = "clinical"  # clinicians, medicines, operations: the agents of neutral medical prose
    BODY = "body"  # an organ, a process, a microbe
    NONE = "none"


class Effect(StrEnum):
    """What it is said to do."""

    CURE = "cure"
    TREAT = "treat"
    PREVENT = "prevent"
    RELIEVE = "relieve"
    REPAIR = "repair"
    REDUCE = "reduce"
    REDUCE_RISK = "reduce-risk"
    SUPPORT = "support"
    BOOST = "boost"
    CAUSE = "cause"
    BEAUTIFY = "beautify"
    DETOX = "detox"
    KILL = "kill"
    CONTAIN = "contain"
    NONE = "none"


class Object(StrEnum):
    """What it is said to act on."""

    DISEASE = "disease"
    SYMPTOM = "symptom"
    UNRECOGNISED = "unrecognised-condition"
    DAMAGE = "damaged-organ"
    MARKER = "marker"  # cholesterol, blood pressure, blood sugar
    NATURAL_STATE = "natural-state"  # ageing, menopause, noncystic acne
    STRUCTURE = "structure"
    FUNCTION = "function"
    IMMUNITY = "immunity"
    APPEARANCE = "appearance"
    WELLBEING = "wellbeing"
    WEIGHT = "weight"
    GERM = "germ"
    TOXIN = "toxin"
    NUTRIENT = "nutrient"
    DRUG = "drug"
    NONE = "none"


class Strength(StrEnum):
    """How it is said."""

    ABSOLUTE = "absolute"
    SUPERLATIVE = "superlative"
    ESTABLISHMENT = "establishment"


class Topic(StrEnum):
    """Why a sentence speaks of something that is sold, or that it does not."""

    BRAND = "brand"  # the product's name
    PRODUCT_WORD = "product word"  # "this supplement", "our formula"
    PUBLISHER = "publisher"  # "we", "our"
    INGREDIENT = "ingredient"
    STAND_IN = "stand-in"  # "it", "these ingredients", "this approach"
    ELIDED = "elided subject"  # "Lowers cholesterol."
    FRAGMENT = "fragment"  # label copy: no verb of its own
    READER = "reader"  # "you", "your"
    TESTIMONY = "testimony"  # "I", "my"
    SECTION = "section"  # the product was named earlier in the section
    REMEDY = "remedy language"  # "healing the gut": the words of a seller, whoever acts
    NONE = "none"


# Words that speak of a product on whatever page they stand.
_ALWAYS = frozenset({Topic.BRAND, Topic.PRODUCT_WORD, Topic.PUBLISHER})


class Topicality(Struct, frozen=True):
    """Whether a sentence speaks of something sold: `topic`, and the words that show it."""

    topic: Topic
    reason: str = ""

    @property
    def promotes(self) -> bool:
        """Whether it does on a page that sells something."""
        return self.topic is not Topic.NONE

    @property
    def always(self) -> bool:
        """Whether it does on any page, declared or not."""
        return self.topic in _ALWAYS


class Status(StrEnum):
    """What stands behind a claim."""

    SUPPORTED = "supported"
    WEAK = "weak"
    UNSUPPORTED = "unsupported"
    NOT_NEEDED = "not-needed"


class Claim(Struct, frozen=True):
    """One proposition about health.

    `sentence` is the index in Document.sentences and `span` its words in the source. `agent_text`,
    `effect_text` and `object_text` are the reader's words, folded to lower case. `attributed` means
    reported of a cited study in neutral words; `question` that it is asked, not said. `authorised`
    is the register row whose meaning it has, `near` the row whose function it speaks of, `capped` whether
    it keeps to the register's form ("contributes to …"), which makes it no treatment claim. `evidence` holds the keys cited for it.
    """

    sentence: int
    span: Span
    kind: ClaimKind
    agent: Agent = Agent.NONE
    effect: Effect = Effect.NONE
    object: Object = Object.NONE
    agent_text: str = ""
    effect_text: str = ""
    object_text: str = ""
    strength: tuple[Strength, ...] = ()
    topicality: Topicality = Topicality(Topic.NONE)
    hedged: bool = False
    negated: bool = False
    attributed: bool = False
    question: bool = False
    authorised: str = ""
    near: str = ""
    capped: bool = False
    evidence: tuple[str, ...] = ()
    status: Status = Status.UNSUPPORTED
    claim_id: str = ""

    @property
    def stands(self) -> bool:
        """Whether the author says it: not denied, not asked, not reported of a study."""
        return not (self.negated or self.attributed or self.question)
