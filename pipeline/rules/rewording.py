"""The nearest wording that the cited evidence carries. Offered as a suggestion, never applied; not a rule itself.

After the ladder of pipeline.evidence.ladder: what a design cannot show, its words must not say.
"""

from __future__ import annotations

from pipeline.claims.types import Claim
from pipeline.evidence.ladder import Design, Rung
from pipeline.evidence.register import Reference
from pipeline.rules.base import Context

_LABORATORY = {Design.IN_VITRO: "In cells", Design.ANIMAL: "In animals"}


def carried_wording(context: Context, claim: Claim) -> str | None:
    """How the strongest cited work would let the claim be said; None where nothing is cited or the subject is not named."""
    works = [context.register.references[key] for key in claim.evidence if key in context.register.references]
    if not works or not claim.agent_text or not claim.object_text:
        return None
    return _worded(max(works, key=lambda work: work.rung), claim.agent_text, claim.object_text)


def _worded(work: Reference, agent: str, thing: str) -> str:
    """One sentence by the work's rung."""
    people = f"{work.n:,} people" if work.n else "people"
    match work.rung:
        case Rung.LABORATORY:
            where = _LABORATORY.get(work.design, "In the laboratory")
            return f"{where}, {agent} was studied for {thing}; whether it helps people is not known."
        case Rung.REPORT:
            return f"A link between {agent} and {thing} has been described; it has not been shown."
        case Rung.ASSOCIATION:
            return f"{agent[:1].upper()}{agent[1:]} is linked to {thing}; this cannot show cause."
        case Rung.SMALL_TRIAL:
            return (
                f"In one small trial of {people}, {agent} was compared for {thing}: give the result with its numbers. It needs repeating."
            )
        case Rung.TRIAL:
            return f"In a trial of {people}, {agent} was compared for {thing}: give its numbers, the dose and the time."
        case _:
            return f"Say what the review or guideline found of {agent} for {thing}, and how sure it is."
