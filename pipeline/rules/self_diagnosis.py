"""A list of everyday complaints tells readers what they suffer from.

What
    A list of three or more items, half of them symptoms, under a heading or a sentence that speaks to the reader ("Do any
    of these sound familiar?", "signs of an unhealthy gut"), or a sentence that draws the conclusion for
    them ("it's highly likely your gut …"). Lists that send the reader to a clinician are the opposite and stay.

Why
    Complaints that everybody has become proof of what the page sells against; real disease goes unexamined.

Bad
    Do any of these sound familiar? - Bloating - Tiredness - Joint pain. Then your gut is out of balance.

Good
    These complaints have many causes. See a doctor if you have blood in your stool or lose weight without trying.

Legal basis
    CAP Code 12.2 in sense (diagnosis without a suitably qualified professional): read on the regulator's page.
    15 USC 45; Therapeutic Goods Advertising Code (Australia); Directive 2001/83/EC art. 90(i) by analogy:
    nobody here has checked their wording.

What cures it
    Saying that the complaints have many causes, and when to see a clinician.

What does not
    "Consult your doctor" at the end of the page.

Fix
    Say that these have many causes and name the signs that need a doctor, or delete the list.
    No wording is suggested for a single sentence outside a list that tells readers what they suffer from: delete it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.article.document import Place, Sentence, plain
from pipeline.claims.reading import Mention, Noted
from pipeline.claims.types import Claim, ClaimKind, Object
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.rewriting.context import checklist
from pipeline.text import Span

# Fewer items are an example, not a checklist.
_LIST = 3
_YOU = re.compile(r"\byou", re.I)
_ASKS = re.compile(
    r"\b(?:are|do|have|could|might) (?:you|your|it be your|any of these)\b[^.?]*(?=\?)"
    r"|\byou (?:may|might|could) (?:be suffering|suffer|have)\b"
    r"|\bappl(?:y|ies) to you\b|\brecogni[sz]e (?:yourself|any of these)\b",
    re.I,
)


def check(context: Context) -> Iterator[Problem]:
    """The lists that diagnose, then the sentences outside such lists that do."""
    told = {
        context.document.sentences[claim.sentence].section: claim
        for claim in context.reading.claims
        if claim.kind is ClaimKind.DIAGNOSIS and (context.reading.page.promotional or _speaks_to_readers(context, claim))
    }
    listed: set[int] = set()
    promotional = context.reading.page.promotional
    for section, items in _symptom_lists(context).items() if told or promotional else ():
        claim = told.get(section)
        words = claim.effect_text if claim else _asked(context, items[0]) if promotional else ""
        if words and not _sends_to_a_clinician(context, section, items[0]):
            listed.add(section)
            count = len({item.block for item in items})
            message = f"A list of {count} everyday complaints, and “{words}”: readers diagnose themselves."
            yield Problem(_checklist(context, section, items, claim.span.end if claim else 0), message)
    for claim in told.values():
        section = context.document.sentences[claim.sentence].section
        complaint = claim.object is Object.DISEASE or any(abs(mention.sentence - claim.sentence) <= 1 for mention in _complaints(context))
        if section not in listed and promotional and complaint and not claim.negated:
            yield Problem(claim.span, f"“{claim.effect_text}” tells readers what they suffer from.")


def _asked(context: Context, first: Sentence) -> str:
    """Words that make patients of readers, in the sentence over a list of a page that sells."""
    over = [sentence for sentence in context.document.sentences if sentence.section == first.section and sentence.block == first.block - 1]
    found = _ASKS.search(over[-1].text) if over else None
    return found[0] if found else ""


def _checklist(context: Context, section: int, items: list[Sentence], told: int) -> Span:
    """The whole device: the heading that asks, the list, and the sentence that draws the conclusion."""
    heading = context.document.sections[section].heading
    start, end = items[0].span.start, max(items[-1].span.end, told)
    return Span(heading.inlines[0].span.start if heading and plain(heading.inlines).rstrip().endswith("?") else start, end)


def _complaints(context: Context) -> tuple[Mention, ...]:
    return (*context.reading.noted(Noted.SYMPTOM), *context.reading.noted(Noted.UNRECOGNISED), *context.reading.noted(Noted.DISEASE))


def _symptom_lists(context: Context) -> dict[int, list[Sentence]]:
    """The first list of each section that has three or more items, half of which name a symptom."""
    sentences, found = context.document.sentences, dict[int, list[Sentence]]()
    naming = {sentences[mention.sentence].block for mention in _complaints(context)}
    for (section, place), run in groupby(sentences, key=lambda sentence: (sentence.section, sentence.place)):
        items = list(run) if place is Place.ITEM else []
        blocks = {item.block for item in items}
        if len(blocks) >= _LIST and 2 * len(blocks & naming) >= len(blocks):
            found.setdefault(section, items)
    return found


def _sends_to_a_clinician(context: Context, section: int, first: Sentence) -> bool:
    """The heading or the words before the list say to get help: the list is a warning, not a diagnosis."""
    if "red-flags" in context.document.sections[section].classes:
        return True
    promotional = context.reading.page.promotional  # a seller's "ask your doctor" under the list cures nothing
    consults = (context.document.sentences[mention.sentence] for mention in context.reading.noted(Noted.CONSULT))
    return any(sentence.section == section and (not promotional or sentence.span.start <= first.span.start) for sentence in consults)


def _speaks_to_readers(context: Context, claim: Claim) -> bool:
    """Whether the sentence says "you": a page that sells nothing may list the signs of an illness."""
    return bool(_YOU.search(context.document.sentences[claim.sentence].text))


RULE = Rule(
    code="HC106",
    name="self-diagnosis",
    title="Self-diagnosis checklist",
    severity=Severity.ERROR,
    markets=(Market.UK, Market.AU, Market.US),
    basis=(
        Basis("CAP Code 12.2", "2026-11-23"),
        Basis("15 USC 45"),
        Basis("Therapeutic Goods Advertising Code (Australia)"),
        Basis("Directive 2001/83/EC art. 90(i), by analogy"),
    ),
    fix="Say that these have many causes and name the signs that need a doctor, or delete the list.",
    check=check,
    page=__doc__ or "",
    rewrite=checklist,
)
