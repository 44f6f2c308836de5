"""References are numbered in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.article.document import Citation, Document


def numbers(document: Document) -> Mapping[str, int]:
    """The number of each cited key, from 1, in order of first use; footnotes are read after the text.

    Every key counts, known to the register or not: what is unknown is a finding, never a gap.
    """
    ordered = sorted(document.citations, key=lambda citation: (_in_footnote(document, citation), citation.span))
    keys = dict.fromkeys(work.key for citation in ordered for work in citation.works)
    return MappingProxyType({key: number for number, key in enumerate(keys, start=1)})


def _in_footnote(document: Document, citation: Citation) -> bool:
    return any(footnote.span.holds(citation.span) for footnote in document.footnotes)
