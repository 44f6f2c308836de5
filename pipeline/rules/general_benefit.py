"""A general benefit for health stands alone.

What
    "Good for you", "wellness", "gut-friendly", "supports overall health", said of something sold in the
    EU or the UK with no authorised claim in the same section; an authorised claim on a page without the
    article 10(2) information. An error where a change is promised ("boosts your wellbeing"), the benefit is
    praised, or the words are claims by themselves ("probiotic", "gut-friendly").

Why
    References to general health may only stand beside a specific authorised claim.

Bad
    Great for your wellbeing.

Good
    Great for your skin: zinc contributes to the maintenance of normal skin.

Legal basis
    Regulation (EC) No 1924/2006 art. 10(2) and 10(3): read in a stored copy. CAP Code 15.2: read on the regulator's page.

What cures it
    An authorised claim next to it; the statement `eu-food-information`.

What does not
    A claim elsewhere on the site.

Fix
    Put the specific authorised claim next to it and name eu-food-information under disclaimers.
    No wording is suggested where the product holds no nutrient with an authorised claim: then no lawful wording of
    the benefit exists, and it has to go.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import Claim, ClaimKind, Effect
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, points_at_goods, promotes, quoted, sentence_of, sold_in, span_of
from pipeline.rules.rewriting.context import accompanied

INFORMATION = "eu-food-information"


def check(context: Context) -> Iterator[Problem]:
    """General benefits without company, then authorised claims without the information."""
    if not sold_in(context, Market.EU, Market.UK):
        return
    lawful = [claim for claim in context.reading.claims if claim.authorised and promotes(context, claim)]
    accompanied = {sentence_of(context, claim).section for claim in lawful}
    for claims in by_sentence(claim for claim in made(context, ClaimKind.WELLBEING) if promotes(context, claim)):
        if sentence_of(context, claims[0]).section not in accompanied:
            level = Severity.ERROR if any(map(_promises_more, claims)) else None
            yield Problem(span_of(claims), f"A general benefit without an authorised claim beside it: {quoted(claims)}.", severity=level)
    if INFORMATION not in context.document.meta.disclaimers:
        for claims in by_sentence(lawful):
            yield Problem(claims[0].span, "An authorised claim without the information that article 10(2) requires.", group="10(2)")


# Effects that change how somebody is; keeping well and being good for you are the mild form.
_CHANGES = frozenset({Effect.BOOST, Effect.CURE, Effect.REPAIR, Effect.TREAT, Effect.BEAUTIFY, Effect.REDUCE})
# Mild verbs; "releases energy" is how packs put the authorised "contributes to normal energy-yielding metabolism".
_MILD = ("provid", "deliver", "more", "better")
_YIELDS = ("releas", "unlock", "recover", "activat")


def _promises_more(claim: Claim) -> bool:
    """A change for the better, or a superlative or an absolute word beside the benefit: article 10(3) without excuse."""
    verb = claim.effect_text
    mild = verb.startswith(_MILD) or verb.endswith("ing") or (verb.startswith(_YIELDS) and "energy" in claim.object_text)
    shown = points_at_goods(claim) or not claim.object_text  # a phrase that promises a change is a seller's
    return shown and ((claim.effect in _CHANGES and not mild) or bool(claim.strength) or _is_claim_word(verb))


def _is_claim_word(words: str) -> bool:
    """ "Probiotic", "prebiotic", "gut-friendly" say by themselves that a food does the gut good (Commission guidance of 2007)."""
    return "biotic" in words or words.startswith("gut")


RULE = Rule(
    code="HC204",
    name="general-benefit",
    title="General health benefit unaccompanied",
    severity=Severity.WARNING,
    markets=(Market.EU, Market.UK),
    basis=(
        Basis("Regulation (EC) No 1924/2006 art. 10(2)", "2026-11-23"),
        Basis("Regulation (EC) No 1924/2006 art. 10(3)", "2026-11-23"),
        Basis("CAP Code 15.2", "2026-11-23"),
    ),
    fix="Put the specific authorised claim next to it and name eu-food-information under disclaimers.",
    check=check,
    page=__doc__ or "",
    curable_by=(INFORMATION,),
    rewrite=accompanied,
)
