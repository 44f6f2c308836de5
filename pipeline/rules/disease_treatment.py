"""A product is said to treat, cure or prevent a disease.

What
    Words that say or imply that something sold treats, cures, prevents, relieves or mends a disease,
    a damaged organ ("heals a compromised gut lining") or a condition that no medical body recognises,
    or lowers the risk of one. The product may be named, pointed at ("this supplement"), stood in for
    ("it", "these ingredients") or left out ("Cures eczema"). Passives, lists and headings count.

Why
    In the United States such a claim makes a supplement an unapproved drug. In the European Union and
    the United Kingdom no food may be said to prevent, treat or cure a human disease.

Bad
    PrimaDerm Daily clears up eczema.
    This formula heals a compromised gut lining.

Good
    Eczema is a common skin disease. Dermatologists treat it with moisturisers and prescription creams.
    In one small trial of 20 adults, acne improved more with the strain than with placebo [@trial]. (On a page
    that sells nothing.)

Legal basis
    21 USC 343(r)(6); 21 CFR 101.93(g)(1) and (g)(2)(i), (x): read in a stored copy.
    Regulation (EU) No 1169/2011 art. 7(3): read in a stored copy.
    Directive 2005/29/EC Annex I(17): read in a stored copy of the Commission's case database.
    CAP Code 15.6.2 and the Therapeutic Goods Act 1989 (Australia) s. 42DD: sense only; nobody here has checked
    their wording.

What cures it
    Nothing but other words: delete the claim, or move neutral reporting to a page that sells nothing.

What does not
    A disclaimer, a citation, "may help", "not medical advice".

Fix
    Delete it. Speak of the normal function that the evidence and the register allow, or report the study in the
    past tense away from any product.
    No wording is suggested for diseases that no statement about a healthy body comes near to (cancer, infections that
    need treatment, mental illness), nor for creams, devices and practices: delete the claim. A suggestion that ends
    in an asterisk needs the FDA statement; one in [...]{markets=US} is lawful in the United States only.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.types import Agent, Claim, ClaimKind, Status
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, of_what, promotes, quoted, span_of
from pipeline.rules.rewriting.claims import body

KINDS = (ClaimKind.DISEASE, ClaimKind.RISK)
# On a page that sells nothing these agents make a claim that wants evidence; clinicians and medicines are ordinary prose.
_WANT_EVIDENCE = frozenset({Agent.INGREDIENT, Agent.FOOD, Agent.STAND_IN})


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence that makes such a claim."""
    for claims in by_sentence(claim for claim in made(context, *KINDS) if not claim.capped):
        sold = tuple(claim for claim in claims if promotes(context, claim))
        if sold:
            yield Problem(span_of(sold), f"A claim to treat, cure or prevent disease, made {of_what(sold[0])}: {quoted(sold)}.")
        elif bare := tuple(claim for claim in claims if _wants_evidence(context, claim)):
            message = f"Says without evidence that something acts on a disease: {quoted(bare)}."
            yield Problem(
                span_of(bare), message, severity=Severity.WARNING, fix="Cite the study that shows it and say how sure it is, or delete it."
            )


def _wants_evidence(context: Context, claim: Claim) -> bool:
    """A health food or ingredient is said to work, on an editorial page, and nothing is cited."""
    label = claim.effect_text in ("for", "against")  # "probiotics for eczema" names a topic where nothing is sold
    return not context.reading.page.promotional and not label and claim.agent in _WANT_EVIDENCE and claim.status is Status.UNSUPPORTED


RULE = Rule(
    code="HC101",
    name="disease-treatment",
    title="Disease treatment or prevention claim",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(
        Basis("21 USC 343(r)(6)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(1)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(i)", "2026-11-23"),
        Basis("21 CFR 101.93(g)(2)(x)", "2026-11-23"),
        Basis("Regulation (EU) No 1169/2011 art. 7(3)", "2026-11-23"),
        Basis("Directive 2005/29/EC Annex I(17)", "2026-11-23"),
        Basis("CAP Code 15.6.2"),
        Basis("Therapeutic Goods Act 1989 (Australia) s. 42DD"),
    ),
    fix="Delete it. No disclaimer, citation or hedge cures it: speak of a normal function, or report the study away from any product.",
    check=check,
    page=__doc__ or "",
    locked=True,
    rewrite=body,
)
