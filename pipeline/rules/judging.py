"""What many rules ask of a claim: is it made, of what, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from pipeline.article.document import Document, Place, Sentence
from pipeline.claims.types import Claim, ClaimKind, Topic
from pipeline.findings import Market
from pipeline.rules.base import Context
from pipeline.text import Span


def promotes(context: Context, claim: Claim) -> bool:
    """Whether the claim is made of something sold: by name on any page, by other words on a promotional one."""
    return claim.topicality.always or (context.reading.page.promotional and claim.topicality.promotes)


# Topics that point at the thing for sale, not merely at the reader or the section.
_POINTED = frozenset(
    {Topic.BRAND, Topic.PRODUCT_WORD, Topic.PUBLISHER, Topic.INGREDIENT, Topic.STAND_IN, Topic.ELIDED, Topic.FRAGMENT, Topic.TESTIMONY}
)


def points_at_goods(claim: Claim) -> bool:
    """Whether the sentence itself shows that it speaks of goods."""
    return claim.topicality.topic in _POINTED


def made(context: Context, *kinds: ClaimKind) -> Iterator[Claim]:
    """The claims of these kinds that the author makes."""
    return (claim for claim in context.reading.of(kinds) if claim.stands)


def by_sentence(claims: Iterable[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The claims of each sentence together, so that a rule speaks once of a sentence."""
    for _, group in groupby(claims, key=attrgetter("sentence")):
        yield tuple(group)


def span_of(claims: Iterable[Claim]) -> Span:
    """From the first word of the claims to the last."""
    spans = [claim.span for claim in claims]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def sentence_of(context: Context, claim: Claim) -> Sentence:
    """The sentence that makes the claim."""
    return context.document.sentences[claim.sentence]


def quoted(claims: tuple[Claim, ...], most: int = 3) -> str:
    """The telling words of some claims: “heal gut lining”, “clear acne” and 2 more."""
    words = tuple(dict.fromkeys(f"“{' '.join(filter(None, (claim.effect_text, claim.object_text)))}”" for claim in claims))
    return ", ".join(words[:most]) + (f" and {len(words) - most} more" if len(words) > most else "")


def of_what(claim: Claim) -> str:
    """What the claim is made of, for a message."""
    topic = claim.topicality
    named = {
        Topic.BRAND: f"of {topic.reason}",
        Topic.PRODUCT_WORD: f"of a product (“{topic.reason}”)",
        Topic.INGREDIENT: f"of something that is sold (“{topic.reason}”)",
        Topic.STAND_IN: f"of what “{topic.reason}” stands for",
        Topic.PUBLISHER: "of the publisher's own product",
        Topic.ELIDED: "of the product (the sentence leaves its subject out)",
        Topic.FRAGMENT: "of the product (label copy)",
        Topic.SECTION: "in a section that names a product",
    }
    return named.get(topic.topic, "on a page that sells")


def title_span(document: Document) -> Span:
    """Where findings about the whole article stand: the title in the front matter, else line 1."""
    return document.meta.spans.get("title") or Span(0, max(1, document.source.find("\n")))


def sold_in(context: Context, *markets: Market) -> tuple[Market, ...]:
    """Those of the markets that the article is meant for."""
    return tuple(market for market in markets if market in context.document.meta.markets)


def visible(sentence: Sentence) -> bool:
    """Whether a reader sees the sentence as text: not struck out, not code, not raw HTML, not a tooltip."""
    return not sentence.struck and sentence.place not in (Place.CODE, Place.HTML, Place.ALT, Place.TITLE, Place.FRONT)


def cited_nearby(context: Context, claim: Claim) -> bool:
    """Whether the claim's sentence, or one after it in the same paragraph, cites a work."""
    sentences = context.document.sentences
    block = sentences[claim.sentence].block
    for sentence in sentences[claim.sentence :]:
        if sentence.block != block:
            return False
        if sentence.keys:
            return True
    return False


def product_of(context: Context) -> str:
    """The page's product as its text writes it."""
    page = context.reading.page
    if page.first_product is None:
        return page.products[0] if page.products else "the product"
    return context.document.source[page.first_product.start : page.first_product.end]
