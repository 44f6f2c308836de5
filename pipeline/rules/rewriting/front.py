"""What to write into the front matter or the settings: whole lines, with gaps in capitals where only a person knows the answer."""

from __future__ import annotations

import re

from pipeline.rules.base import Context, Problem, Rewrite
from pipeline.rules.rewriting.claims import Rewriter
from pipeline.text import Span

_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PERSON = "{name: FULL NAME, credentials: DEGREE OR PROFESSION}"


def naming(statement: str) -> Rewriter:
    """A rewriter that adds a statement to those that the front matter names."""

    def rewrite(context: Context, _: Problem) -> Rewrite:
        meta = context.document.meta
        names = ", ".join(dict.fromkeys((*meta.disclaimers, statement)))
        return line(context, "disclaimers", f"[{names}]")

    return rewrite


def line(context: Context, key: str, value: str) -> Rewrite:
    """A line of front matter, over the one that is there or as the last."""
    source, spans = context.document.source, context.document.meta.spans
    written = f"{key}: {value}"
    if key in spans:
        start = source.rfind(f"{key}:", 0, spans[key].start)
        return Rewrite(written, Span(start, spans[key].end))
    close = _CLOSE.search(source, source.find("\n"))
    at = close.start() if close else 0
    return Rewrite(f"{written}\n", Span(at, at))


def filled(*choices: tuple[str, str]) -> Rewriter:
    """A rewriter that gives a line to fill in, by a word of the problem's message: nothing is invented, so it has no place yet."""

    def rewrite(_: Context, problem: Problem) -> Rewrite | None:
        return next((Rewrite(text) for word, text in choices if word in problem.message), None)

    return rewrite


people: Rewriter = filled(("author", f"author: {_PERSON}"), ("reviewer", f"reviewed_by: {_PERSON}"))
"""Who wrote and who checked it."""

days: Rewriter = filled(
    ("`date` is missing", "date: YYYY-MM-DD"), ("`date` lies", "date: YYYY-MM-DD"), ("review", "last_reviewed: YYYY-MM-DD")
)
"""When it was published and last reviewed."""

machine: Rewriter = filled(("not declared", "ai_use: none  # or what it was used for"), ("no person", f"reviewed_by: {_PERSON}"))
"""What AI was used for."""

relation: Rewriter = filled(
    ("nobody earns", "relationship: affiliate  # or sponsored, or seller"),
    ("seller's;", "relationship: affiliate  # or sponsored, or seller, or none"),
    ("not declared", "relationship: none  # or affiliate, sponsored, seller"),
)
"""Who earns from the page."""

address: Rewriter = filled(("", 'postal_address: "ORGANISATION, STREET AND NUMBER, TOWN AND POSTCODE, COUNTRY"'))
"""Where the sender can be reached by post: content/site.yaml."""

leaving: Rewriter = filled(("", "newsletter: {unsubscribe_url: https://YOUR.SITE/UNSUBSCRIBE, unsubscribe_email: NAME@YOUR.SITE}"))
"""How readers leave the newsletter: content/site.yaml."""

waiver: Rewriter = filled(("", "<!-- lint-ok CODE: REASON; by: INITIALS; until: YYYY-MM-DD -->"))
"""A whole waiver."""
