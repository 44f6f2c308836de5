"""The medical disclaimer is missing or buried.

What
    The article neither names `medical-advice` in its front matter nor says, where readers see it, that
    it is not medical advice and that they should talk to a clinician; or says so only after it has
    named a product. Struck-out words, code, raw HTML, comments and tooltips do not count.

Why
    Readers act on health articles. What limits them has to be read before what persuades.

Bad
    This article is for general information only.

Good
    disclaimers: [medical-advice] in the front matter.
    This is general information, not medical advice. Talk to your doctor before you change your treatment.

Legal basis
    16 CFR 255.0(f) on placement, by analogy: read in a stored copy.
    FTC .com Disclosures (2013), DISCERN and CDC Clear Communication Index: good practice; nobody here has
    checked their wording.

What cures it
    Both statements, visible, before any product. Naming `medical-advice` prints them in every output.

What does not
    "For information only"; a link to a policy; the same words after the product.

Fix
    Add medical-advice to disclaimers in the front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.document import Sentence
from pipeline.claims.reading import Noted
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span, visible
from pipeline.rules.rewriting.front import naming

ID = "medical-advice"
_NOT_ADVICE = re.compile(
    r"\b(?:not|no|never|nothing|\w+n['’]t|nor)\b(?:\W+\w+){0,5}?\W+(?:medical|professional|health)\s+(?:advice|diagnosis|opinion)"
    r"|(?:\bnot|n['’]t)\s+(?:\w+\s+to\s+)?(?:(?:be\s+)?(?:a\s+)?(?:substitute|replacement)\s+for|replace)\b"
    r".{0,40}\b(?:medical|professional|doctor|physician)",
    re.I,
)
_DENIES_ITSELF = re.compile(r"\bnot (?:only|just|merely|simply)\b", re.I)


def check(context: Context) -> Iterator[Problem]:
    """At most one problem: what is missing, or that both come too late."""
    if ID in context.document.meta.disclaimers:
        return
    advice, clinician = _advice(context), _clinician(context)
    missing = [
        words for words, found in (("that it is not medical advice", advice), ("to talk to a clinician", clinician)) if found is None
    ]
    if missing:
        yield Problem(title_span(context.document), f"The article does not say {' or '.join(missing)}.")
    elif advice is not None and clinician is not None and _too_late(context, advice, clinician):
        yield Problem(advice.span, "The medical disclaimer comes after the product.")


def _advice(context: Context) -> Sentence | None:
    """The first visible sentence that says it is not medical advice."""
    both = zip(context.document.sentences, context.reading.heard, strict=True)
    cued = (sentence for sentence, heard in both if _is_cued(heard.text) and visible(sentence))
    return next((s for s in cued if _NOT_ADVICE.search(s.text) and not _DENIES_ITSELF.search(s.text)), None)


def _is_cued(text: str) -> bool:
    """Whether a folded text has words that the pattern needs: it is costly, and most sentences have none of them."""
    return "advice" in text or "diagnosis" in text or "opinion" in text or "substitute" in text or "replace" in text


def _clinician(context: Context) -> Sentence | None:
    """The first visible sentence that sends readers to a clinician."""
    sentences = (context.document.sentences[mention.sentence] for mention in context.reading.noted(Noted.CONSULT))
    return next((sentence for sentence in sentences if visible(sentence)), None)


def _too_late(context: Context, advice: Sentence, clinician: Sentence) -> bool:
    product = context.reading.page.first_product
    return product is not None and max(advice.span.start, clinician.span.start) > product.start


RULE = Rule(
    code="HD101",
    name="missing-medical-disclaimer",
    title="Medical disclaimer missing or buried",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(Basis("16 CFR 255.0(f), by analogy (placement)", "2026-11-23"), Basis("FTC .com Disclosures (2013)"), Basis("DISCERN")),
    fix="Add medical-advice to disclaimers in the front matter.",
    check=check,
    page=__doc__ or "",
    curable_by=(ID,),
    locked=True,
    rewrite=naming(ID),
)
