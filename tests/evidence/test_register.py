"""The evidence register: what loads, what is refused with its line, what is kept and reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.evidence.ladder import Design, Rung
from pipeline.evidence.register import Intervention, Kind, Malformed, Person, Reference, Register, load_register

CONTENT = Path(__file__).parents[2] / "content" / "evidence.yaml"

SMALL = """\
# A comment.
lopez2020:
  type: article-journal
  title: A trial of something
  authors:
    - {family: López, given: Ana}
    - {literal: The Study Group}
  year: 2020
  pages: 12-34
  doi: 10.1000/x.1
  pmid: 12345
  design: randomised_trial
  n: 20
  intervention:
    agent: Something
    strain: X1
  unchecked: [funding, intervention.dose]
  checked_on: 2026-11-23
"""


def load(tmp_path: Path, text: str) -> Register:
    file = tmp_path / "evidence.yaml"
    file.write_text(text, encoding="utf-8")
    return load_register(file, "content/evidence.yaml")


def test_a_reference_is_typed(tmp_path: Path) -> None:
    register = load(tmp_path, SMALL)
    assert register.references == {
        "lopez2020": Reference(
            type=Kind.ARTICLE,
            title="A trial of something",
            design=Design.TRIAL,
            authors=(Person(family="López", given="Ana"), Person(literal="The Study Group")),
            year=2020,
            pages="12-34",
            doi="10.1000/x.1",
            pmid="12345",
            n=20,
            intervention=Intervention(agent="Something", strain="X1"),
            unchecked=("funding", "intervention.dose"),
            checked_on=date(2026, 11, 23),
        )
    }
    assert register.lines == {"lopez2020": 2}
    assert register.malformed == ()


REFUSED = [
    (SMALL.replace("design: randomised_trial", "design: rct"), "12: `design` cannot be `rct`; use one of: "),
    (SMALL.replace("  design: randomised_trial\n", ""), "3: `design` is missing; add `design: …`"),
    (SMALL.replace("journal", "jurnal"), "3: `type` cannot be `article-jurnal`; did you mean `article-journal`?"),
    (SMALL.replace("pmid:", "pimd:"), "11: unknown key `pimd`; did you mean `pmid`?"),
    (SMALL.replace(" n: 20", " n: twenty"), "13: `n` must be a whole number, not text; write a whole number"),
    (SMALL.replace("family: López", "fam: López"), "6: unknown key `fam`; did you mean `family`?"),
    (SMALL.replace("    agent: Something\n", ""), "14: `intervention.agent` is missing; add `agent: …`"),
    (SMALL.replace("[funding,", "[fundings,"), "17: `unchecked` names `fundings`, which is no field; name a field"),
    (SMALL.replace("A trial of something", "' '"), "4: `title` is blank; write the work's title"),
    (SMALL.replace("lopez2020:", "lópez 2020:"), "2: `lópez 2020` cannot be cited as a key; use letters, digits, _ and -"),
    (SMALL + "lopez2020:\n  title: x\n", "19: the key `lopez2020` is there twice (first on line 2); keep one of them"),
    ("lopez2020: x\n", "1: `lopez2020` holds no reference; write `title: …` and the rest below it"),
    ("- lopez2020\n", "1: a list where `key: value` lines belong; write `key: value` lines"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_does_not_fit_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(f"content/evidence.yaml:{message}")


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("10.1000/x.1", "https://doi.org/10.1000/x", 10, "DOI `https://doi.org/10.1000/x` has not the form of one, such as 10.1136/"),
        ("10.1000/x.1", "'10.1000/a b'", 10, "DOI `10.1000/a b` has not the form of one"),
        ("12345", "PMC12345", 11, "PMID `PMC12345` has not the form of one, such as 31076401"),
        ("12345", "012345", 11, "PMID `012345` has not the form of one"),
        ("pmid: 12345", "pmcid: '12345'", 11, "PMCID `12345` has not the form of one, such as PMC6790068"),
    ],
)
def test_malformed_identifiers_are_kept_and_listed(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    register = load(tmp_path, SMALL.replace(old, new))
    (found,) = register.malformed
    assert isinstance(found, Malformed)
    assert (found.key, found.line) == ("lopez2020", line)
    assert found.what.startswith(what)
    assert list(register.references) == ["lopez2020"]


def test_every_design_has_its_rung() -> None:
    assert {design.rung for design in Design} == set(Rung)
    assert [rung for rung in Rung if rung.shows_cause] == [Rung.SMALL_TRIAL, Rung.TRIAL, Rung.SYNTHESIS]


@pytest.mark.parametrize(("n", "rung"), [("49", Rung.SMALL_TRIAL), ("50", Rung.TRIAL), ("", Rung.SMALL_TRIAL)])
def test_a_trial_of_few_people_is_a_small_one(tmp_path: Path, n: str, rung: Rung) -> None:
    assert load(tmp_path, SMALL.replace("  n: 20\n", f"  n: {n}\n")).references["lopez2020"].rung is rung


def test_the_register_we_publish_from() -> None:
    register = load_register(CONTENT, "content/evidence.yaml")
    assert len(register.references) == 32
    assert register.malformed == ()
    assert [key for key, work in register.references.items() if not work.finding or not work.checked_on] == []
    assert [key for key, work in register.references.items() if not (work.doi or work.pmid or work.pmcid or work.url)] == []
    assert [key for key, work in register.references.items() if not work.authors] == []
