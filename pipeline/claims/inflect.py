"""Entries of the word lists become every form a reader may meet: inflected, in British and American spelling.

An entry is a phrase in a small notation: `word~` is a verb and `word+` a noun, each in all its
forms; `a|b` are alternatives, `[word]` may be absent, `#` is any number and `_` any one word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product

Irregular = Mapping[str, tuple[str, ...]]

_VOWELS = "aeiou"
# British spellings and what America writes for them; the first that fits is replaced, one at a time.
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"haem", "hem"),
        (r"(?<=.)aem", "em"),
        (r"oea\b", "ea"),
        (r"oedem", "edem"),
        (r"oestr", "estr"),
        (r"oesoph", "esoph"),
        (r"coeliac", "celiac"),
        (r"faec", "fec"),
        (r"paed", "ped"),
        (r"gynae", "gyne"),
        (r"anaes", "anes"),
        (r"(?<=\w\w)is(e|es|ed|er|ers|ing|ation|ations)\b", r"iz\1"),
        (r"lys(e|es|ed|ing)\b", r"lyz\1"),
        (r"(col|od|tum|fav|behavi|vap|vig|flav|lab|hum|harb)our", r"\1or"),
        (r"fibre", "fiber"),
        (r"(cent|lit|met|calib)re\b", r"\1er"),
        (r"ageing", "aging"),
        (r"(\w)ll(ed|ing)\b", r"\1l\2"),
        (r"sulph", "sulf"),
        (r"yoghurt", "yogurt"),
        (r"defence", "defense"),
        (r"programme", "program"),
        (r"grey", "gray"),
        (r"ageless", "ageless"),
        (r"mould", "mold"),
        (r"caesar", "cesar"),
        (r"foet", "fet"),
        (r"diarrhoe", "diarrhe"),
    )
)
# Words of these spellings that every English writes alike, so no American form is made of them.
_ALIKE = re.compile(
    r"(ris|wis|exercis|surpris|advis|pris|comprom|revis|superv|prom|dis|vis|no|rais|prais|brui|brais|poi|crui|precis|paradis|diseas)(ise|es|ed|ing|e)?"
)


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def noun_forms(noun: str, irregular: Irregular) -> tuple[str, ...]:
    """Singular and plural."""
    others = irregular.get(noun, ())
    return (noun, *(others if len(others) == 1 else (plural(noun),)))  # several forms are those of a verb: drinks drank drunk


def verb_forms(verb: str, irregular: Irregular) -> tuple[str, ...]:
    """Infinitive, third person, past and gerund."""
    if verb in irregular:
        return (verb, *irregular[verb])
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", (verb[:-1] if not verb.endswith("ee") else verb) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if _doubles(verb) else verb
    return verb, plural(verb), stem + "ed", stem + "ing"


def _doubles(verb: str) -> bool:
    """Whether the last letter doubles: one short syllable such as trim, stop, plump without its p."""
    return bool(re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb))


def spellings(phrase: str) -> Iterator[str]:
    """The phrase as the British write it and, where they differ, as Americans do."""
    yield phrase
    american = " ".join(map(_american, phrase.split(" ")))
    if american != phrase:
        yield american


def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        if british.search(word) and not (american.startswith("iz") and _ALIKE.match(word)):
            word = british.sub(american, word)
    return word


def expand(entry: str, irregular: Irregular) -> Iterator[str]:
    """Every phrase that an entry stands for, words joined by one blank."""
    options = [_options(part, irregular) for part in re.findall(r"\[[^\]]*\]|\S+", entry)]
    for words in product(*options):
        yield from spellings(" ".join(filter(None, words)))


def _options(part: str, irregular: Irregular) -> tuple[str, ...]:
    """What may stand in one place of an entry."""
    if part.startswith("["):
        return ("", *(form for choice in part[1:-1].split("|") for form in _forms(choice, irregular)))
    return tuple(form for choice in part.split("|") for form in _forms(choice, irregular))


def _forms(word: str, irregular: Irregular) -> tuple[str, ...]:
    maker: Callable[[str, Irregular], tuple[str, ...]] | None = {"~": verb_forms, "+": noun_forms}.get(word[-1:])
    return maker(word[:-1], irregular) if maker else (word,)
