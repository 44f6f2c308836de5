"""Characters that make readers and machines see different words.

What
    Bidirectional controls and other invisible characters inside words; words that mix letters of two scripts.
    Whole words in Hebrew, Arabic, Greek or Cyrillic are ordinary text.

Why
    They hide a claim from a check, or a disclaimer from a reader.

Bad
    This supplement cu\\u200bres eczema. (With an invisible character inside "cures".)

Good
    In Russian, skin is кожа.

Legal basis
    Project policy, after Unicode Technical Standard 39: nobody here has checked its wording.

What cures it
    Typing the word in one script.

What does not
    A different invisible character.

Fix
    Delete the character, or type the word in one script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.claims.lexicon import lexicon
from pipeline.findings import Market, Severity
from pipeline.rules.base import Basis, Context, Problem, Rule
from pipeline.rules.rewriting.context import spelled
from pipeline.text import Span

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
# Invisible characters with a letter on both sides; joiners belong to Indic and Arabic words and to emoji.
_INSIDE = re.compile(
    "(?<=[A-Za-z])[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u115f\u1160\u3164\uffa0\u034f\u180e\U000e0000-\U000e007f]+(?=[A-Za-z])"
)
# Words with at least one letter that ASCII lacks.
_WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_HYPHENED = re.compile("[A-Za-z]+[\u2010\u2011][A-Za-z]+")
_PREFIXES = frozenset("anti non pre post re co self de over under multi pro".split())
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def check(context: Context) -> Iterator[Problem]:
    """Bidirectional controls, hidden characters, mixed words."""
    source = context.document.source
    if source.isascii():
        return
    for found in _BIDI.finditer(source):
        yield Problem(
            Span(*found.span()),
            f"A bidirectional control (U+{ord(found[0]):04X}) changes the order in which words are shown.",
            group="bidi",
        )
    for found in _INSIDE.finditer(source):
        yield Problem(
            Span(*found.span()),
            f"An invisible character (U+{ord(found[0][0]):04X}) stands inside a word.",
            severity=Severity.WARNING,
            group="hidden",
        )
    yield from _broken_words(source)
    for found in _WORD.finditer(source):
        if not found[0].isascii() and len(_scripts(found[0])) > 1:
            yield Problem(Span(*found.span()), f"“{found[0]}” mixes letters of {' and '.join(sorted(_scripts(found[0])))}.")


def _broken_words(source: str) -> Iterator[Problem]:
    """Known words that a typographic hyphen cuts in two: ecze-ma. Compounds keep theirs."""
    for found in _HYPHENED.finditer(source):
        first, second = re.split("[\u2010\u2011]", found[0].lower(), maxsplit=1)
        known = lexicon()
        if known.lists(first + second) and first not in _PREFIXES and not (known.lists(first) and known.lists(second)):
            yield Problem(Span(*found.span()), f"A hyphen cuts “{first + second}” in two.")


def _scripts(word: str) -> set[str]:
    """The alphabets of a word that look alike; small capitals count as one of their own."""
    names = (unicodedata.name(char, "") for char in word)
    return {
        script.title() if "SMALL CAPITAL" not in name else "phonetic signs"
        for name in names
        for script in _SCRIPTS
        if name.startswith(script)
    }


RULE = Rule(
    code="HX103",
    name="suspicious-characters",
    title="Suspicious characters",
    severity=Severity.ERROR,
    markets=tuple(Market),
    basis=(Basis("Project policy, after Unicode Technical Standard 39"),),
    fix="Delete the character, or type the word in one script.",
    check=check,
    page=__doc__ or "",
    rewrite=spelled,
)
