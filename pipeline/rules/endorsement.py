"""An expert or an authority recommends.

What
    "Dermatologist-approved", "recommended by Dr …", "FDA approved", "made in an FDA-registered facility",
    on a page that sells. One professional by title, or an authority, is an error in the EU and the UK.

Why
    In the EU and the UK no individual health professional may recommend a food. Authorities approve no
    supplements.

Bad
    FDA approved and recommended by Dr Lee.

Good
    Made under good manufacturing practice.

Legal basis
    Regulation (EC) No 1924/2006 art. 12(c): nobody here has checked the official wording.
    CAP Code 15.6.3: read on the regulator's page.
    16 CFR 255.3: nobody here has checked the official wording.
    16 CFR 255.4: nobody here has checked the official wording.

What cures it
    In the US: the expert's name, qualification and pay. In the EU and the UK: nothing.

What does not
    "Doctor" without a name.

Fix
    Delete it; in the US name and qualify the expert and disclose the pay.
    No wording is suggested where the recommendation is all that the sentence says: no lawful wording is left of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.types import Claim, ClaimKind
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import by_sentence, made, points_at_goods, quoted, sold_in, span_of
from pipeline.rules.rewriting.claims import persuasion


def check(context: Context) -> Iterator[Problem]:
    """One problem for each sentence on a page that sells."""
    for claims in by_sentence(claim for claim in made(context, ClaimKind.ENDORSEMENT) if context.reading.page.promotional):
        barred = sold_in(context, Market.EU, Market.UK) and any(map(_is_barred, claims))
        if barred:
            message = f"An endorsement by a single health professional or an authority: {quoted(claims)}."
            yield Problem(span_of(claims), message, severity=Severity.ERROR, markets=(Market.EU, Market.UK))
        else:
            yield Problem(span_of(claims), f"An endorsement: {quoted(claims)}.")


# One professional by title, or a public body, which approves neither foods nor cosmetics.
_BARRED = re.compile(
    r"^(?:dr|doctor|professor|prof|nurse) \w+ (?:\w+ )?(?:recommends|says|swears|gives|uses|takes|prescribes|trusts)\b|\b(?:by|as) dr\b"
    r"|\b(?:fda|fsa|nhs|mhra|efsa|tga|asa(?! seen)|government|ministry|eu|health canada|food standards agency|national health)\b"
)


def _is_barred(claim: Claim) -> bool:
    """Said of goods; "a drug approved by the FDA" is no endorsement of what the page sells."""
    return points_at_goods(claim) and "registered" not in claim.effect_text and bool(_BARRED.search(claim.effect_text))


RULE = Rule(
    code="HC602",
    name="endorsement",
    title="Expert or institution endorsement",
    severity=Severity.WARNING,
    markets=(Market.EU, Market.UK, Market.US),
    basis=(
        Basis("Regulation (EC) No 1924/2006 art. 12(c)"),
        Basis("CAP Code 15.6.3", "2026-11-23"),
        Basis("16 CFR 255.3"),
        Basis("16 CFR 255.4"),
    ),
    fix="Delete it; in the US name and qualify the expert and disclose the pay.",
    check=check,
    page=__doc__ or "",
    rewrite=persuasion(ClaimKind.ENDORSEMENT),
)
