"""References as they print: plain text, one style, in order of first use."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.evidence.ladder import Design
from pipeline.evidence.register import Kind, Person, Reference, Register, load_register
from pipeline.publish.references import PrintedReference, Run, Target, numbered, target

REGISTER = load_register(Path(__file__).parents[2] / "content" / "evidence.yaml", "content/evidence.yaml")


def printed(*keys: str, register: Register = REGISTER) -> tuple[PrintedReference, ...]:
    body = " ".join(f"Words [@{key}]." for key in keys)
    return numbered(document_of(Source("a.md", f"---\ntitle: A\n---\n{body}\n", "0")), register)


def shown(reference: PrintedReference) -> str:
    """The text with asterisks round italics."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in reference.runs)


def only(**fields: object) -> Register:
    work = Reference(**{"type": Kind.ARTICLE, "title": "A title", "design": Design.TRIAL, **fields})  # type: ignore[arg-type]
    return Register("x", MappingProxyType({"x": work}), MappingProxyType({"x": 1}))


def test_numbers_follow_first_use() -> None:
    found = printed("wang2019", "camilleri2019", "wang2019", "hill2014")
    assert [(item.number, item.key) for item in found] == [(1, "wang2019"), (2, "camilleri2019"), (3, "hill2014")]


def test_runs_and_link() -> None:
    (found,) = printed("camilleri2019")
    assert found == PrintedReference(
        1,
        "camilleri2019",
        (
            Run("Camilleri M. Leaky gut: mechanisms, measurement and clinical implications in humans. ", False),
            Run("Gut", True),
            Run(". 2019;68(8):1516-1526.", False),
        ),
        Target("https://doi.org/10.1136/gutjnl-2019-318427", "doi:10.1136/gutjnl-2019-318427"),
    )


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (
            "makrgeorgou2018",
            "Makrgeorgou A, Leonardi-Bee J, Bath-Hextall FJ, et al. Probiotics for treating eczema. "
            "*Cochrane Database Syst Rev*. 2018;(11):CD006135.",
        ),
        (
            "hollander2020",
            "Hollander D, Kaunitz JD. The “Leaky Gut”: Tight Junctions but Loose Associations? *Dig Dis Sci*. 2020;65(5):1277-1287.",
        ),
        ("lacy2024", "Lacy BE, Wise JL, Cangemi DJ. Leaky Gut Syndrome: Myths and Management. *Gastroenterol Hepatol (N Y)*. 2024;20(5)."),
        (
            "eu432_2012_zinc",
            "European Commission. Commission Regulation (EU) No 432/2012 of 16 May 2012 establishing a list of permitted health claims "
            "made on foods, other than those referring to the reduction of disease risk and to children’s development and health. "
            "*Official Journal of the European Union*. 2012;L 136:1.",
        ),
        (
            "scf2003zinc",
            "Scientific Committee on Food. *Opinion of the Scientific Committee on Food on the Tolerable Upper Intake Level of Zinc*. "
            "European Commission, Health & Consumer Protection Directorate-General, SCF/CS/NUT/UPPLEV/62 Final; 2003.",
        ),
        (
            "livertox_elm",
            "National Institute of Diabetes and Digestive and Kidney Diseases. Slippery Elm. "
            "In: *LiverTox: Clinical and Research Information on Drug-Induced Liver Injury [Internet]*. "
            "National Institute of Diabetes and Digestive and Kidney Diseases.",
        ),
        (
            "ods_zinc",
            "National Institutes of Health, Office of Dietary Supplements. Zinc - Health Professional Fact Sheet. "
            "NIH Office of Dietary Supplements. 2026.",
        ),
    ],
)
def test_kinds_of_work(key: str, text: str) -> None:
    assert shown(printed(key)[0]) == text


def test_authors_that_are_not_all_known() -> None:
    assert shown(printed("navarro2018")[0]).startswith("Navarro-López V, et al. Effect of Oral")


def test_every_reference_we_have_prints_in_full() -> None:
    found = printed(*REGISTER.references)
    assert len(found) == len(REGISTER.references) == 32
    for item in found:
        text = "".join(run.text for run in item.runs)
        work = REGISTER.references[item.key]
        assert work.title in text
        assert (str(work.year) in text) == (work.year is not None)
        assert text.endswith(".")
        assert not any(bad in text for bad in ("..", "?.", "&amp;", "&#", "<", "None", " ,", " .", "  ", "\x0e", "\x0f"))
        assert item.link is not None and item.link.href.startswith("https://")


def test_text_is_taken_as_it_stands() -> None:
    title = "A \"quoted\" & <b>bold</b> 'thing' -- is it so?"
    register = only(title=title, authors=(Person(family="O'Brien", given="Jean-Luc M"),), year=2020, journal="Journal & <Co>", volume="1")
    assert shown(printed("x", register=register)[0]) == f"O'Brien JLM. {title} *Journal & <Co>*. 2020;1."


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        (
            {"doi": "10.1002/(SICI)1097-4636<1::AID>3.0.CO;2-#", "pmid": "12"},
            Target("https://doi.org/10.1002/(SICI)1097-4636%3C1::AID%3E3.0.CO;2-%23", "doi:10.1002/(SICI)1097-4636<1::AID>3.0.CO;2-#"),
        ),
        (
            {"doi": "doi:10.1/x", "pmid": "39193076", "pmcid": "PMC1"},
            Target("https://pubmed.ncbi.nlm.nih.gov/39193076/", "PubMed 39193076"),
        ),
        ({"pmcid": "PMC2820120", "url": "https://a.example"}, Target("https://pmc.ncbi.nlm.nih.gov/articles/PMC2820120/", "PMC2820120")),
        ({"url": "https://www.a.example/b/"}, Target("https://www.a.example/b/", "a.example/b")),
        ({"url": "javascript:alert(1)"}, None),
        ({}, None),
    ],
)
def test_links(fields: dict[str, object], link: Target | None) -> None:
    assert target(only(**fields).references["x"]) == link


def test_an_unknown_key_prints_as_itself() -> None:
    unknown, known = printed("nobody2020", "hill2014")
    assert unknown == PrintedReference(1, "nobody2020", (Run("nobody2020 (not in the list of evidence)", False),), None)
    assert (known.number, known.key) == (2, "hill2014")


def test_nothing_cited() -> None:
    assert printed() == ()


@pytest.mark.parametrize("kind", [Kind.ARTICLE, Kind.WEBPAGE, Kind.BOOK])
def test_a_work_without_authors_prints_its_title_once(kind: Kind) -> None:
    register = only(type=kind, title="Walking to work", authors=(), year=2020, publisher="Example Press")
    (reference,) = printed(next(iter(register.references)), register=register)
    assert shown(reference).count("Walking to work") == 1
