"""What a sentence takes from its surroundings: headings govern lists, answers complete questions, sections remember products."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from pipeline.article.document import Place
from pipeline.claims import senses as s
from pipeline.claims.frames import Pair
from pipeline.claims.lexicon import Hit
from pipeline.claims.page import brand_in
from pipeline.claims.reading import Page
from pipeline.claims.tokens import Said

# Words that make a section one about health or products.
_BODY = s.OBJECT & ~(s.NUTRIENT | s.DRUG)
_TRADE = s.PRODUCT | s.INGREDIENT | s.STAND_IN
_TELLING = _BODY | _TRADE


def healthy_sections(said: Iterable[Said]) -> frozenset[int]:
    """The sections in which at least one unmistakable word of health or trade stands."""
    found: set[int] = set()
    for one in said:
        if one.mask & _TELLING and one.sentence.section not in found and any(_tells(one, hit) for hit in one.hits if hit[2] & _TELLING):
            found.add(one.sentence.section)
    return frozenset(found)


def _tells(said: Said, hit: Hit) -> bool:
    """An unmistakable word, or a common one that is pointed at: "your gut", "this cream"."""
    body, trade = hit.senses & _BODY, hit.senses & _TRADE
    if (body and not hit.senses & s.WEAK_OBJECT) or (trade and not hit.senses & s.WEAK_AGENT):
        return True
    before = said.tokens[hit.start - 1] if hit.start else ""
    return (before == "your" and bool(hit.senses & s.STRUCTURE)) or (before in ("this", "our", "these") and bool(hit.senses & s.PRODUCT))


class Surroundings(Struct):
    """What earlier sentences of the section leave behind for later ones."""

    page: Page
    healthy: frozenset[int] = frozenset()
    section: int = -2
    sells: bool = False
    lead: Said | None = None
    heading: Said | None = None
    previous: Said | None = None

    def enter(self, said: Said) -> str:
        """Take note of the sentence; returns the product that it names, or an empty string."""
        place = said.sentence
        if place.section != self.section:
            self.section, self.sells, self.lead, self.heading = place.section, False, None, None
        if place.place is Place.HEADING:
            self.heading = said
        elif place.place is not Place.ITEM:
            self.lead = said
        if brand := brand_in(said, self.page.products) if self.page.products else "":
            said.give_brand(brand)
        return said.brand

    def leave(self, said: Said, brand: str, pointed: bool) -> None:
        """After the sentence was judged: whether the section has a product in it from now on.

        `pointed`: a claim of the sentence was made of "this cream" or of a coined name.
        """
        self.previous = said if said.tokens else None
        if brand or pointed or said.mask & (s.COMMERCE | s.SELLING):
            self.sells = True

    def anchored(self, said: Said) -> bool:
        """Whether the section speaks of health or of something sold, so that loose talk in it does so too."""
        return self.sells or said.sentence.section in self.healthy

    def before(self, said: Said) -> Said | None:
        """The sentence in front of this one in the same paragraph, or the question that stands over it as a heading."""
        one = self.previous
        if one is None or (one.sentence.block != said.sentence.block and not (one is self.heading and one.is_question)):
            return None
        return one

    def over(self, said: Said) -> tuple[Said, ...]:
        """What stands over the sentence and governs it: its heading, and a list's lead-in over its items."""
        lead = self.lead if said.sentence.place is Place.ITEM else None
        return tuple(one for one in (self.heading, lead) if one is not None and one is not said)

    def carried(self, said: Said) -> tuple[Said, Pair] | None:
        """What a list's lead-in or heading says of this item: "This supplement cures:" … "eczema"."""
        if said.sentence.place is not Place.ITEM or not said.mask & s.OBJECT:
            return None
        thing = next(hit for hit in said.hits if hit.senses & s.OBJECT)
        for lead in (self.lead, self.heading):
            if lead is not None and lead.mask & s.EFFECT:
                effect = [hit for hit in lead.hits if hit.senses & s.EFFECT][-1]
                if not effect.senses & s.WEAK_EFFECT and _opens_a_list(lead, effect.end):
                    return lead, Pair(effect, thing, carried=True)
        return None


def _opens_a_list(lead: Said, after: int) -> bool:
    """Nothing but a colon or filler follows the effect, so that its object is the list."""
    rest = [token for token in lead.tokens[after:] if token.isalpha()]
    return len(rest) <= 3 and not any(hit.senses & s.OBJECT for hit in lead.hits if hit.start >= after) and not lead.is_question


def affirmed(following: Said | None) -> bool:
    """Whether the sentence after a question answers it with yes."""
    first = following.first if following is not None else None
    return first is not None and first.start == 0 and bool(first.senses & s.AFFIRM)
