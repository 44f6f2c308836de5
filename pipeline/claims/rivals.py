"""Medicines that goods are measured by: "better than any painkiller", "what the cortisone did, the balm does", "skip the statin".

21 CFR 101.93(g)(2)(v) and (vi): a member of a class of drugs, or a substitute for a therapy.
"""

from __future__ import annotations

from pipeline.claims import senses as s
from pipeline.claims.deterring import TARGETS
from pipeline.claims.lexicon import Hit
from pipeline.claims.modality import negated
from pipeline.claims.tokens import STOPS, Said

_SHORT = 12
_COPIED = frozenset("copied derived made comes came modelled based extracted".split())


def rival(said: Said) -> tuple[int, int] | None:
    """ "Better than any painkiller", "what the cortisone did, the balm does", "the plant your pill was copied from"."""
    if said.mask & s.COMPARING and (rival := followed(said, s.COMPARING, 4)) is not None:
        return rival
    drug = next((hit for hit in said.hits if hit.senses & s.MEDICINE), None)
    if drug is None or len(said.tokens) > _SHORT:
        return None
    if (
        said.tokens[0] in ("what", "everything", "all")
        and drug.start <= 3
        and not {"did", "does", "do"}.isdisjoint(said.tokens[drug.end :])
    ):
        return 0, drug.end
    if not _COPIED.isdisjoint(said.tokens[drug.end :]) and "from" in said.tokens[drug.end :]:
        return drug.start, len(said.tokens) - (said.tokens[-1] in STOPS)
    return None


def followed(said: Said, opener: int, within: int, *, leads: bool = False) -> tuple[int, int] | None:
    """An opening word with a medicine shortly after it in the clause; `leads`: the word opens its clause or follows "you can"."""
    for hit in said.hits:
        if not hit.senses & opener or negated(said, hit) or (leads and not _leads(said, hit)):
            continue
        for drug in said.hits:
            gap = said.tokens[hit.end : drug.start]
            if (
                drug.senses & (TARGETS if leads else s.MEDICINE | s.CARE & ~s.EXPERT)
                and hit.end <= drug.start <= hit.end + within
                and STOPS.isdisjoint(gap)
            ):
                return hit.start, drug.end
    return None


_BEFORE_ORDERS = frozenset("and to can could then you they i we now finally just so , — \" '".split())


def _leads(said: Said, hit: Hit) -> bool:
    """An order or a promise to the reader: at the head of the clause, or after "you can"."""
    return hit.start == 0 or said.tokens[hit.start - 1] in STOPS or said.tokens[hit.start - 1] in _BEFORE_ORDERS
