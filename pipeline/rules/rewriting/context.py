"""Wordings that follow from the page rather than from a claim: what stands beside a claim, over a list, in a subject line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.claims.types import ClaimKind, Topic
from pipeline.evidence.ladder import Rung
from pipeline.rules.base import Context, Problem, Rewrite
from pipeline.rules.judging import product_of
from pipeline.rules.rewriting.framed import starred
from pipeline.rules.rewriting.front import naming
from pipeline.rules.rewriting.functions import contained, functions_of, rewording
from pipeline.rules.rewriting.phrases import capital
from pipeline.rules.rewriting.plain import plain
from pipeline.rules.rewriting.told import Told, told
from pipeline.text import Span, fold

_TELLS = re.compile(r"\b(?:not|no|never|unproven)\b.{0,60}\b(?:diagnos\w+|recogni[sz]ed|disease|condition|validated)", re.I)


def accompanied(context: Context, problem: Problem) -> Rewrite | None:
    """A general benefit with an authorised claim right behind it; for the missing information, the statement that gives it."""
    if problem.group:
        return naming("eu-food-information")(context, problem)
    found = told(context, problem)
    if found is None or not found.marked or not any(claim.topicality.topic in _NAMED for claim in found.claims):
        return None
    claim = _beside(found, contained(context, found.subject.words))
    if not claim:
        return None
    beside = starred(f"{claim}.") if found.us else f"{claim}."
    return Rewrite(f"{_closed(found.written)} {beside}", found.sentence.span)


# The benefit names what is sold, so that the claim behind it is read as one of the product.
_NAMED = frozenset({Topic.BRAND, Topic.PRODUCT_WORD, Topic.PUBLISHER, Topic.SECTION})


def _beside(found: Told, held: tuple[str, ...]) -> str:
    """The authorised claim nearest to a general benefit, else the first that speaks of a function by its common name."""
    near = functions_of(claim.object_text or claim.effect_text for claim in found.of(ClaimKind.WELLBEING))
    effects = (effect for function in (*near, *rewording().functions) for effect in function.register)
    return next((claim for effect in effects for claim in held if claim.endswith(effect)), "")


def _closed(text: str) -> str:
    return text if text.rstrip('*_"” ').endswith((".", "!", "?")) else f"{text}."


def measured(context: Context, problem: Problem) -> Rewrite | None:
    """A nutrient with the amount that front matter declares among the product's ingredients."""
    found = told(context, problem)
    if found is None:
        return None
    text = fold(found.sentence.text).text
    for product in context.document.meta.products:
        for ingredient in product.ingredients:
            amount = _AMOUNT.search(ingredient)
            name = _AMOUNT.sub("", ingredient).strip(" ,:()")
            if amount and name and re.search(rf"\b{re.escape(name.lower())}\b", text):
                return Rewrite(f"{product.name} contains {amount[0]} of {name}.", found.sentence.span)
    return None


_AMOUNT = re.compile(r"\b\d+(?:[.,]\d+)?\s?(?:mg|g|µg|mcg|iu|kcal|ml)\b", re.I)


def unrecognised(context: Context, problem: Problem) -> Rewrite | None:
    """A sentence on the condition's standing, cited from the register; None where the register holds no work that says it."""
    words = context.document.source[problem.span.start : problem.span.end]
    name = fold(words).text.removesuffix(" syndrome")
    works = context.register.references.items()
    told_by = (key for key, work in works if name in work.title.lower() or name in work.finding.lower() if _TELLS.search(work.finding))
    key = next(iter(sorted(told_by, key=lambda key: -Rung(context.register.references[key].rung))), "")
    sentence = next((one for one in context.document.sentences if one.span.holds(problem.span)), None)
    if not key or sentence is None:
        return None
    return Rewrite(f"{capital(words)} is not a recognised diagnosis [@{key}].", sentence.span)


def checklist(context: Context, problem: Problem) -> Rewrite | None:
    """In place of a list from which readers diagnose themselves: that complaints have many causes, and whom to see."""
    heading = next((s.heading for s in context.document.sections if s.heading and s.heading.span.touches(problem.span)), None)
    start = problem.span.start if heading is None else max(problem.span.start, heading.span.end)
    if not problem.message.startswith("A list"):
        return None
    items = [one for one in context.document.sentences if one.span.start >= start and one.span.start < problem.span.end]
    if not items or max(one.text.count(" ") for one in items) > _LONG_ITEM:
        return None
    first = context.document.source.rfind("\n", 0, items[0].span.start) + 1
    whole = context.document.source[first : items[0].span.start].strip(" \t-*+0123456789.)") == ""
    return Rewrite(plain("many-causes"), Span(first if whole else items[0].span.start, max(items[-1].span.end, problem.span.end)))


# Items of more words than this explain; they are not complaints to tick off.
_LONG_ITEM = 20
_REPLY = re.compile(r"^\W*(?:re|fwd?|aw|wg|antw|tr|rv|sv|vs|odp)(?:\s?\[\d+\])?\s?:\s*", re.I)


def subject(context: Context, problem: Problem, pretends: Callable[[str], bool]) -> Rewrite | None:
    """A subject that answers nothing loses its "RE:"; one that claims or still pretends says what the message is about."""
    sentence = next((one for one in context.document.sentences if one.span.touches(problem.span)), None)
    if sentence is None:
        return None
    honest = (text for text in _subjects(context, sentence.text) if text != sentence.text and not pretends(text))
    return next((Rewrite(text, sentence.span) for text in honest), None)


def _subjects(context: Context, text: str) -> Iterator[str]:
    if _REPLY.match(text):
        yield capital(_REPLY.sub("", text))
    declared = context.document.meta.products
    if context.reading.page.products:
        yield f"About {declared[0].name if declared else product_of(context)}"


_TAGS = {"b": "**", "strong": "**", "i": "*", "em": "*", "br": " "}


def markdown(context: Context, problem: Problem) -> Rewrite | None:
    """The Markdown of a tag that has one."""
    tag = re.fullmatch(r"</?\s*([a-z]+)\s*/?>", context.document.source[problem.span.start : problem.span.end].lower())
    return Rewrite(_TAGS[tag[1]], problem.span) if tag and tag[1] in _TAGS else None


def spelled(context: Context, problem: Problem) -> Rewrite | None:
    """A word as readers see it, in one script and without what hides in it."""
    source = context.document.source
    start, end = problem.span
    while start and (source[start - 1].isalpha()):
        start -= 1
    while end < len(source) and source[end].isalpha():
        end += 1
    seen = re.sub("[-\u2010\u2011]", "", fold(source[start:end]).text)
    if not seen.isascii() or not seen.isalpha():
        return None
    return Rewrite(seen.capitalize() if source[start].isupper() else seen, Span(start, end))
