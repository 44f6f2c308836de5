"""A health claim on a food that is not on the register of authorised claims.

What
    A specific benefit of something sold, in the EU or the UK, that has the meaning of no authorised
    claim: "supports gut health", "boosts immunity". "Probiotic" and "prebiotic" count as health claims.
    A benefit that the register knows for some nutrient, said without naming it, is a warning, unless it is said of
    a substance that has no authorised claim ("ginkgo maintains normal vision"); so is a benefit of a
    substance that has authorised claims which the shipped extract of the register does not hold (creatine, DHA, protein).

Why
    In the EU and Great Britain every health claim on food is forbidden that is not authorised, however true.

Bad
    Contains probiotics for a balanced gut.

Good
    Zinc contributes to the maintenance of normal skin. (With the article 10(2) information, at the condition of use.)

Legal basis
    Regulation (EC) No 1924/2006 art. 10(1): read in a stored copy.
    Regulation (EU) No 432/2012: claim wordings read in an export of January 2020.
    CAP Code 15.1.1: read on the regulator's page. Commission guidance of 2007 on "probiotic": confirmed in an answer to Parliament.

What cures it
    The register's wording for the named nutrient, at its condition of use; or leaving EU and UK out of `markets`.

What does not
    A study, a US disclaimer, "may".

Fix
    Name the nutrient and use the register's wording, or limit the words to other markets.
    No wording is suggested where the product holds no nutrient with an authorised claim on that function: then no
    lawful wording exists in the EU and the UK, and the claim has to go.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.registers import BEYOND, may_claim, unlisted
from pipeline.claims.types import Agent, Claim, ClaimKind, Effect
from pipeline.findings import Confidence, Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, of_what, promotes, quoted, sold_in, span_of
from pipeline.rules.rewriting.claims import body

KINDS = (ClaimKind.STRUCTURE_FUNCTION, ClaimKind.IMMUNE, ClaimKind.WEIGHT, ClaimKind.SYMPTOM)


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence with a benefit that the register does not know."""
    if not sold_in(context, Market.EU, Market.UK):
        return
    for claims in by_sentence(claim for claim in made(context, *KINDS) if _is_benefit(claim) and promotes(context, claim)):
        near = next((claim.near for claim in claims if claim.near), "")
        stranger = next((claim.agent_text for claim in claims if _is_stranger(claim)), "")
        if (near and not stranger) or any(claim.capped for claim in claims):
            yield Problem(
                span_of(claims), f"Not the wording of an authorised claim: {quoted(claims)}.{_nearest(near)}", severity=Severity.WARNING
            )
        elif substance := _unlisted(context, claims):
            message = (
                f"{substance} has authorised claims that are not in the extract that ships with this tool: "
                f"check the register for {quoted(claims)}."
            )
            yield Problem(span_of(claims), message, severity=Severity.WARNING, confidence=Confidence.LOW)
        else:
            level = None if any(map(_is_specific, claims)) else Severity.WARNING
            yield Problem(
                span_of(claims), f"A health claim that no register authorises, made {of_what(claims[0])}: {quoted(claims)}.", severity=level
            )


def _nearest(row: str) -> str:
    """Where to look for a lawful wording."""
    if row == BEYOND:
        return " The register has claims on it that are not in the extract that ships with this tool."
    return f" The nearest is “{row}”." if row else ""


def _is_benefit(claim: Claim) -> bool:
    """Whether the register has to answer for it; a complaint only where HC102 lets the register's function pass."""
    return not claim.authorised and (claim.kind is not ClaimKind.SYMPTOM or bool(claim.near and not claim.capped))


# What a food is made of; whatever else acts (a device, a practice, the body) has no register.
_SUBSTANCES = frozenset({Agent.INGREDIENT, Agent.FOOD})
# Words for what has the vitamins in it: the claim is theirs.
_VESSELS = (
    "nutrient",
    "vitamin",
    "mineral",
    "multivitamin",
    "antioxidant",
    "electrolyte",
    "fibre",
    "fiber",
    "milk",
    "cereal",
    "amino acid",
)


def _is_stranger(claim: Claim) -> bool:
    """The benefit is said of a substance for which nothing is authorised, such as a herb: another nutrient's claim is not its own."""
    named = claim.agent_text
    return claim.agent in _SUBSTANCES and not any(word in named for word in _VESSELS) and not may_claim(named)


def _unlisted(context: Context, claims: tuple[Claim, ...]) -> str:
    """The substance that may lawfully be said to do this, as far as the shipped extract of the register can tell."""
    name = unlisted(context.reading.heard[claims[0].sentence].text)
    return name[:1].upper() + name[1:]


def _is_specific(claim: Claim) -> bool:
    """Something is done to a function, or immunity is strengthened; another bare phrase is judged as a general benefit (HC204)."""
    return bool(claim.object_text) or claim.effect is not Effect.NONE or claim.kind is ClaimKind.IMMUNE


RULE = Rule(
    code="HC203",
    name="unauthorised-claim",
    title="Health claim not on the authorised register",
    severity=Severity.ERROR,
    markets=(Market.EU, Market.UK),
    basis=(
        Basis("Regulation (EC) No 1924/2006 art. 10(1)", "2026-11-23"),
        Basis("Regulation (EU) No 432/2012", "2026-11-23"),
        Basis("CAP Code 15.1.1", "2026-11-23"),
    ),
    fix="Name the nutrient and use the register's wording, or limit the words to other markets.",
    check=check,
    page=__doc__ or "",
    rewrite=body,
)
