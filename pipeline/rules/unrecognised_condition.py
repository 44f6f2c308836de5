"""A condition that no medical body recognises is spoken of as a fact.

What
    Leaky gut (syndrome), adrenal fatigue, candida overgrowth, toxin overload and their like, named
    without saying in the same paragraph, with a reference, that they are no recognised diagnosis.

Why
    Readers look for a diagnosis in their complaints, and are sold its treatment.

Bad
    Leaky gut syndrome causes rashes.

Good
    "Leaky gut syndrome" is not a recognised diagnosis [@lacy2024].

Legal basis
    FTC Health Products Compliance Guidance (2022), substantiation: read in quotations by others; nobody here
    has checked the official page.
    CAP Code 3.1 and 12.1: 12.1 read on the regulator's page; 3.1 nobody here has checked.
    Lacy 2024 and Camilleri 2019 on leaky gut: read on public pages.

What cures it
    A sentence in the same paragraph that says what is and is not known, with a reference.

What does not
    Quotation marks, "so-called" without a reference.

Fix
    Add the sentence with its reference, drop "syndrome", and make no claim of cause.
    No wording is suggested unless content/evidence.yaml holds a work that says so of this condition: such a sentence
    needs its reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.reading import Mention, Noted
from pipeline.findings import Confidence, Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.rewriting.context import unrecognised


def check(context: Context) -> Iterator[Problem]:
    """One problem for each condition, where it is named first without its status."""
    honest = {_block(context, mention) for mention in context.reading.noted(Noted.STATUS)} & _cited_blocks(context)
    explained: set[str] = set()
    for mention in context.reading.noted(Noted.UNRECOGNISED):
        name = mention.text.removesuffix(" syndrome")
        if _block(context, mention) in honest:
            explained.add(name)
        elif name not in explained and not _is_asked(context, mention):
            yield Problem(
                mention.span, f"“{mention.text}” is spoken of as a fact; no medical body recognises it as a diagnosis.", group=name
            )


def _block(context: Context, mention: Mention) -> int:
    return context.document.sentences[mention.sentence].block


def _cited_blocks(context: Context) -> set[int]:
    """Blocks of text with at least one citation."""
    return {sentence.block for sentence in context.document.sentences if sentence.keys}


def _is_asked(context: Context, mention: Mention) -> bool:
    """A question about the condition states nothing; its answer is judged by itself."""
    return context.document.sentences[mention.sentence].text.rstrip("”\"' ").endswith("?")


RULE = Rule(
    code="HC104",
    name="unrecognised-condition",
    title="Unrecognised condition stated as fact",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(
        Basis("FTC Health Products Compliance Guidance (2022)"),
        Basis("CAP Code 3.1"),
        Basis("CAP Code 12.1", "2026-11-23"),
        Basis("Lacy 2024", "2026-11-23"),
    ),
    fix="Say in the same paragraph, with a reference, that it is not a recognised diagnosis; drop “syndrome” and make no claim of cause.",
    check=check,
    page=__doc__ or "",
    confidence=Confidence.MEDIUM,
    rewrite=unrecognised,
)
