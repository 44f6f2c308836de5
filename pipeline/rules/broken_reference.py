"""A citation points at nothing, or at a record with a malformed identifier.

What
    `[@key]` whose key is not in content/evidence.yaml; a cited work whose DOI or PMID cannot be right.

Why
    A reference that cannot be looked up is no reference.

Bad
    [@smiht2007]

Good
    [@smith2007], with a DOI like 10.1093/ajcn/86.1.107 in content/evidence.yaml.

Legal basis
    ICMJE Recommendations and COPE on references: nobody here has checked their wording.
    Form of a DOI: Crossref's recommendation; form of a PMID: digits.

What cures it
    The right key; the identifier as the publisher prints it.

What does not
    Deleting the identifier.

Fix
    Correct the key, or add the work to content/evidence.yaml from a page that shows it.
    No wording is suggested unless a key of the register is nearly the same: identifiers are not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rewrite, Rule


def check(context: Context) -> Iterator[Problem]:
    """Unknown keys and malformed identifiers, at the citation."""
    register = context.register
    malformed = {fault.key: fault for fault in register.malformed}
    for work in (work for citation in context.document.citations for work in citation.works):
        if work.key in malformed:
            fault = malformed[work.key]
            yield Problem(work.span, f"The record of “{work.key}” ({register.path}:{fault.line}) has a fault: {fault.what}.")
        elif work.key not in register.references:
            near = get_close_matches(work.key, register.references, n=1)
            meant = Rewrite(f"@{near[0]}", work.span) if near else None
            yield Problem(work.span, f"No reference “{work.key}”." + (f" Did you mean “{near[0]}”?" if near else ""), rewrite=meant)


RULE = Rule(
    code="HR104",
    name="broken-reference",
    title="Unknown or malformed reference",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(Basis("ICMJE Recommendations"), Basis("Crossref, DOI syntax")),
    fix="Correct the key, or add the work to content/evidence.yaml from a page that shows it.",
    check=check,
    page=__doc__ or "",
)
