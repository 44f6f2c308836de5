"""What a finding points at, as its rewriting needs it: the sentence, the claims that it makes, and who acts."""

from __future__ import annotations

from msgspec import Struct

from pipeline.article.document import Place, Sentence
from pipeline.claims.types import Agent, Claim, ClaimKind, Topic
from pipeline.findings import Market
from pipeline.rules.base import Context, Problem
from pipeline.rules.judging import promotes
from pipeline.rules.markets import jurisdictions
from pipeline.rules.rewriting.functions import Function, functions_of
from pipeline.rules.rewriting.phrases import Subject, subject_of

# Words that say nothing about the body; in a subject they would go on saying what they must not.
PRAISE = frozenset(
    {
        ClaimKind.ABSOLUTE,
        ClaimKind.SUPERLATIVE,
        ClaimKind.ESTABLISHMENT,
        ClaimKind.EXTRAPOLATION,
        ClaimKind.TIME,
        ClaimKind.ENDORSEMENT,
        ClaimKind.DRUG_CLASS,
        ClaimKind.DETOX,
        ClaimKind.APPEARANCE,
        ClaimKind.IMMUNE,
    }
)
BODILY = (ClaimKind.DISEASE, ClaimKind.SYMPTOM, ClaimKind.RISK, ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE)
_POINTED = frozenset({Topic.BRAND, Topic.PRODUCT_WORD, Topic.PUBLISHER, Topic.INGREDIENT})
# Where the page has a product, "it" and "these ingredients" stand for it.
_GOODS = _POINTED | {Topic.STAND_IN}
_TO_READERS = frozenset({Topic.READER, Topic.REMEDY})
_LABELS = frozenset({Topic.ELIDED, Topic.FRAGMENT})
_LABEL_LENGTH = 12
_REGISTERED = frozenset({Market.EU, Market.UK})
_UNNAMED = frozenset({Agent.NONE, Agent.BODY, Agent.CLINICAL})


class Told(Struct, gc=False):
    """A sentence and the claims that its author makes in it, in reading order."""

    context: Context
    sentence: Sentence
    claims: tuple[Claim, ...]
    _subject: Subject | None = None
    _functions: tuple[Function, ...] | None = None
    _markets: frozenset[Market] | None = None

    def of(self, *kinds: ClaimKind) -> tuple[Claim, ...]:
        """The claims of some kinds."""
        return tuple(claim for claim in self.claims if claim.kind in kinds)

    @property
    def goods(self) -> bool:
        """Whether it speaks of goods that it names or points at, or is the copy of a label: only then can it be said anew of them."""
        known = _GOODS if self.context.reading.page.products else _POINTED
        return (
            self.is_label
            or self._of_declared
            or any(claim.topicality.topic in known and claim.agent not in _OTHERS for claim in self.claims)
        )

    @property
    def points(self) -> bool:
        """Whether it names the goods, or is the copy of a label: looks are said of nothing vaguer."""
        return self.is_label or any(claim.topicality.topic in _POINTED and claim.agent not in _OTHERS for claim in self.claims)

    @property
    def _of_declared(self) -> bool:
        """Whether it is a short promise to the reader on a page that declares its product: "Heal your gut today"."""
        declared = bool(self.context.document.meta.products) and self.is_short
        return declared and any(claim.topicality.topic in _TO_READERS for claim in self.claims)

    @property
    def of_ingredient(self) -> bool:
        """Whether an ingredient acts in it, which needs no article: "zinc"."""
        return any(claim.agent is Agent.INGREDIENT for claim in self.claims)

    @property
    def sells(self) -> bool:
        """Whether the page has a product that words can stand for, or the sentence points at goods itself."""
        return bool(self.context.reading.page.products) or self.goods

    @property
    def is_short(self) -> bool:
        """Whether it is so short that it cannot explain anything."""
        return self.sentence.text.count(" ") < _LABEL_LENGTH

    @property
    def is_label(self) -> bool:
        """Whether it is a short line that leaves out what it speaks of: "Lowers cholesterol."."""
        if not self.context.reading.page.products or not self.is_short:
            return False
        return any(claim.topicality.topic in _LABELS for claim in self.claims)

    @property
    def promoted(self) -> bool:
        """Whether any of it is said of something sold."""
        return any(promotes(self.context, claim) for claim in self.claims)

    @property
    def markets(self) -> frozenset[Market]:
        """Whose readers see the sentence."""
        if self._markets is None:
            notes = self.context.notes
            if notes.places is None:
                notes.places = jurisdictions(self.context.document)
            self._markets = notes.places.at(self.sentence.span) if notes.places.limits else notes.places.page
        return self._markets

    @property
    def functions(self) -> tuple[Function, ...]:
        """The normal functions that its claims about the body speak of."""
        if self._functions is None:
            self._functions = functions_of([claim.object_text or claim.effect_text for claim in self.claims if claim.kind in BODILY])
        return self._functions

    @property
    def us(self) -> bool:
        """Whether readers in the United States see it."""
        return Market.US in self.markets

    @property
    def registered(self) -> bool:
        """Whether readers see it where a register decides what may be said of a food."""
        return not self.markets.isdisjoint(_REGISTERED)

    @property
    def marked(self) -> bool:
        """Whether a mark can stand at the sentence's end: texts of front matter and of pictures carry none."""
        return self.sentence.place not in (Place.FRONT, Place.ALT, Place.TITLE)

    @property
    def written(self) -> str:
        """The sentence as it stands in the source, with its emphasis and citations."""
        return self.context.document.source[self.sentence.span.start : self.sentence.span.end]

    @property
    def subject(self) -> Subject:
        """Who acts in the claims: of those that name somebody the one that sells."""
        if self._subject is None:
            unsaid = [claim.effect_text for claim in self.claims if not claim.object_text and claim.kind in PRAISE]
            ranked = sorted(self.claims, key=_unnamed) if len(self.claims) > 1 else self.claims
            found = (subject_of(self.sentence.text, claim, unsaid) for claim in ranked)
            declared = Subject(self.context.document.meta.products[0].name) if self._of_declared else _NOBODY
            self._subject = next((subject for subject in found if subject.words), declared)
        return self._subject


_NOBODY = Subject()
_OTHERS = frozenset({Agent.BODY, Agent.CLINICAL})


def _unnamed(claim: Claim) -> tuple[bool, bool]:
    """Sort key: claims of something sold that is named come first."""
    return claim.agent in _UNNAMED, claim.topicality.topic in (Topic.NONE, Topic.READER)


def told(context: Context, problem: Problem) -> Told | None:
    """The sentence that holds the first claim in the problem's place; None where no claim stands there."""
    start, end = problem.span
    for claim in context.reading.claims:
        if start <= claim.span.start < end:
            return Told(context, context.document.sentences[claim.sentence], _made_beside(context, claim))
    return None


def _made_beside(context: Context, claim: Claim) -> tuple[Claim, ...]:
    """What the author says in the claim's sentence; the claim itself where that is nothing."""
    number = claim.sentence
    beside = [one for one in context.reading.claims if one.sentence == number and not (one.negated or one.attributed)]
    return tuple(beside) or (claim,)
