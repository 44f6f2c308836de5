"""Does anything stand behind a claim? The register of authorised claims, or works cited for it that can carry it."""

from __future__ import annotations

from pipeline.claims.types import ClaimKind, Status
from pipeline.evidence.ladder import Rung
from pipeline.evidence.register import Register

# What is said of a page rather than of the body needs words, not works.
_NO_WORK = frozenset(
    {ClaimKind.ABSOLUTE, ClaimKind.SUPERLATIVE, ClaimKind.ENDORSEMENT, ClaimKind.FEAR, ClaimKind.TESTIMONIAL, ClaimKind.DIAGNOSIS}
)


def status_of(kind: ClaimKind, keys: tuple[str, ...], register: Register, *, made: bool, mild: bool, row: str) -> Status:
    """What stands behind a claim.

    `made` is whether the author says it; `mild` whether it is denied, hedged or reported, which
    weaker work can carry; `row` the authorised wording that it has the meaning of.
    """
    if not made and not keys:
        return Status.NOT_NEEDED
    if row or not keys:
        return Status.SUPPORTED if row else Status.UNSUPPORTED
    works = [register.references[key] for key in keys if key in register.references]
    if not works:
        return Status.UNSUPPORTED
    if kind in _NO_WORK:
        return Status.WEAK
    carried = mild or kind is ClaimKind.NUMBER or any(work.rung >= Rung.SMALL_TRIAL for work in works)
    return Status.SUPPORTED if carried else Status.WEAK
