"""Does anything stand behind a claim? The register of authorised claims, or works cited for it that can carry it."""

from __future__ import annotations

from pipeline.claims.types import Claim, ClaimKind, Status
from pipeline.evidence.ladder import Design
from pipeline.evidence.register import Register

# Designs that show an effect in people; all others show links, mechanisms or opinions (OCEBM 2011, GRADE).
_SHOW_EFFECTS = frozenset(
    {
        Design.TRIAL,
        Design.SYSTEMATIC_REVIEW,
        Design.GUIDELINE,
        Design.TRIAL_PILOT,
        Design.TRIAL_OPEN,
        Design.CONSENSUS,
        Design.REGULATORY_OPINION,
        Design.REFERENCE_VALUES,
        Design.SYSTEMATIC_REVIEW_MIXED,
    }
)
# What is said of a page rather than of the body needs words, not works.
_NO_WORK = frozenset(
    {ClaimKind.ABSOLUTE, ClaimKind.SUPERLATIVE, ClaimKind.ENDORSEMENT, ClaimKind.FEAR, ClaimKind.TESTIMONIAL, ClaimKind.DIAGNOSIS}
)


def status_of(claim: Claim, register: Register) -> Status:
    """What stands behind the claim; a claim that the author does not make needs nothing."""
    if (claim.negated and not claim.evidence) or claim.question:
        return Status.NOT_NEEDED
    if claim.authorised:
        return Status.SUPPORTED
    works = [register.references[key] for key in claim.evidence if key in register.references]
    if not works:
        return Status.UNSUPPORTED
    if claim.kind in _NO_WORK:
        return Status.WEAK
    carried = claim.negated or claim.attributed or claim.hedged or claim.kind is ClaimKind.NUMBER
    return Status.SUPPORTED if carried or any(work.design in _SHOW_EFFECTS for work in works) else Status.WEAK
