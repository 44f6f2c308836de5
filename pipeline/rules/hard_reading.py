"""The article reads at too high a school grade.

What
    The Flesch-Kincaid grade of the visible running text is above the site's target (8 by default; 12 is an error).
    Headings, references, statements and texts under 100 words are left out.

Why
    Half of all adults read below the eighth grade. The AMA advises sixth grade for patients, the NIH eighth at most.

Bad
    Dysbiosis-associated perturbations of immunological homeostasis precipitate dermatological manifestations.

Good
    Changes in gut bacteria are linked to some skin diseases.

Legal basis
    None: good practice. Formula: Kincaid and others 1975. The advice of AMA and NIH was seen in abstracts (PMID
    34179407).
    Syllables are counted by rule, so the grade is good to about half a grade.

What cures it
    Short sentences and common words.

What does not
    Cutting sentences in two while the words stay.

Fix
    Split long sentences and replace long words.
    No wording is suggested: a shorter text is another text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.article.document import Place, Sentence
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.judging import title_span, visible

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^aeiouydt]ed|[^l]e)$")
_FEWEST = 100
# Shorter scraps (labels, list items) are no sentences for the formula.
_SHORTEST = 4


def check(context: Context) -> Iterator[Problem]:
    """At most one problem, about the whole article."""
    both = zip(context.document.sentences, context.reading.heard, strict=True)
    grade = grade_of(heard.tokens for sentence, heard in both if _runs(sentence))
    limits = context.site.readability
    if grade is not None and grade > limits.warn_above:
        level = Severity.ERROR if grade > limits.error_above else Severity.WARNING
        message = f"Reads at grade {grade:.1f}; the target is {limits.warn_above:g}."
        yield Problem(title_span(context.document), message, severity=level)


def _runs(sentence: Sentence) -> bool:
    """Whether it is running text that readers see."""
    return sentence.place is not Place.HEADING and visible(sentence)


def grade_of(sentences: Iterable[list[str]]) -> float | None:
    """The Flesch-Kincaid grade of sentences cut into words and marks; None for a text too short to have one.

    0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others 1975).
    """
    count = _COUNTS.__getitem__
    counts = [number for tokens in sentences if (number := sum(map(count, tokens))) >= _SHORTEST << _HALF]
    total = sum(counts)
    words, syllables = total >> _HALF, total & (1 << _HALF) - 1
    if words < _FEWEST:
        return None
    return 0.39 * words / len(counts) + 11.8 * syllables / words - 15.59


def syllables_in(word: str) -> int:
    """Groups of vowels, less a silent ending; at least one."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    return max(1, groups - bool(groups > 1 and _SILENT.search(lower)))


# Words stand in the upper half of a count and syllables in the lower, so that one addition does for both.
_HALF = 32


class _Counts(dict[str, int]):
    """Token -> its words (none for a mark or a number) and syllables; beyond this many distinct ones they are counted each time."""

    most = 50_000

    def __missing__(self, text: str) -> int:
        words = _WORD.findall(text)
        number = (len(words) << _HALF) + sum(map(syllables_in, words))
        if len(self) < self.most:
            self[text] = number
        return number


_COUNTS = _Counts()


RULE = Rule(
    code="HX101",
    name="hard-reading",
    title="Reading grade above target",
    severity=Severity.WARNING,
    markets=tuple(Market),
    basis=(Basis("AMA and NIH readability advice (abstracts)", "2026-11-23"), Basis("Kincaid and others 1975, Flesch-Kincaid grade")),
    fix="Split long sentences and replace long words.",
    check=check,
    page=__doc__ or "",
)
