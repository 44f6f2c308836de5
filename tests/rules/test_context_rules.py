"""Rules that look beyond one sentence: sections, lists, the page, its statements."""

from __future__ import annotations

import pytest

from tests.rules.judged import PAGES, STATED, findings

LIST = "## Are you seeing the signs of an unhappy gut?\n\n- Bloating after meals\n- Tiredness and brain fog\n- Joint pain\n"
FDA_MANY = (
    "These statements have not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
NAMED = "disclaimers: [medical-advice, material-connection, fda-structure-function, eu-food-information]\n"


def codes(front: str, body: str, *select: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in findings(front, body, *select)]


# ------------------------------------------------------------ HC103
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A\n\nPrimaDerm Daily is new. Many live with psoriasis and eczema.", ["psoriasis"]),
        ("## A\n\nPsoriasis is common.\n\n## B\n\nPrimaDerm Daily is new.", []),
        ("Psoriasis is common.\n\n## B\n\nPrimaDerm Daily is new.", ["Psoriasis"]),
        ("## A\n\nPsoriasis is common. Buy now.", ["Psoriasis"]),
        ("## A\n\nDo not use PrimaDerm Daily without asking your doctor if you have kidney disease.", []),
    ],
)
def test_a_disease_beside_a_product(body: str, expected: list[str]) -> None:
    assert [excerpt for _, excerpt in codes(PAGES["seller"] + STATED, body, "HC103")] == expected


def test_a_disease_on_a_page_that_sells_nothing() -> None:
    assert codes(PAGES["E"] + STATED, "Psoriasis is common.\n\n## B\n\nEczema too.", "HC103") == []


def test_one_finding_for_a_section_counts_the_others() -> None:
    found = findings(PAGES["seller"] + STATED, "## A\n\nPrimaDerm Daily. Psoriasis, eczema and rosacea are common.", "HC103")
    assert [finding.message for finding in found] == [
        "Names a disease (“psoriasis”) in a section that sells (“PrimaDerm Daily”). The same holds in 2 more places."
    ]


# ------------------------------------------------------------ HC106
def graded(body: str) -> list[tuple[str, str]]:
    """Rule and severity of each finding on a seller's page."""
    return [(found.rule, found.severity.value) for found in findings(PAGES["seller"] + STATED, "## Part\n\n" + body, "HC")]


def test_a_list_that_diagnoses() -> None:
    (found,) = findings(PAGES["seller"] + STATED, LIST, "HC106")
    checklist = "- Bloating after meals\n- Tiredness and brain fog\n- Joint pain"
    assert found.excerpt.startswith(f"Are you seeing the signs of an unhappy gut?\n\n{checklist}")
    assert found.severity == "error"


@pytest.mark.parametrize(
    "body",
    [
        "## When to get medical help {.red-flags}\n\n### See a doctor soon for\n\n- bleeding\n- chest pain\n- fever and headache\n",
        "## Signs\n\nSee a doctor if you have:\n\n- bleeding\n- chest pain\n- a headache\n",
        "## What eczema looks like\n\n- itching\n- redness\n- a rash\n",
        "## What bothers people\n\n- Bloating\n- Gas\n- Headaches\n",
    ],
)
def test_lists_that_diagnose_nobody(body: str) -> None:
    assert codes(PAGES["seller"] + STATED, body, "HC106") == []


@pytest.mark.parametrize(
    "body",
    [
        "Tired after lunch? You have insulin resistance.",
        "White tongue? That's candidiasis.",
        "Three yeses mean your adrenals are burnt out.",
        "If coffee no longer works, your thyroid is exhausted.",
        "Our two-minute quiz tells you which hormone is failing.",
        "Upload a selfie and see which vitamins you lack.",
    ],
)
def test_verdicts_on_readers_nobody_has_seen(body: str) -> None:
    assert [(code, severity) for code, severity in graded(body) if code == "HC106"] == [("HC106", "error")]


@pytest.mark.parametrize(
    "body",
    [
        "Tired after lunch? You may have slept badly.",
        "White tongue? Ask a dentist.",
        "A blood test at the clinic shows which vitamin is lacking.",
        "Our quiz helps you find the right flavour.",
        "If your kidneys are failing, you need dialysis.",
        "The scanner tells you which parcel is missing.",
    ],
)
def test_questions_and_tests_that_tell_no_verdict(body: str) -> None:
    assert [code for code, _ in graded(body) if code == "HC106"] == []


# ------------------------------------------------------------ HC107
def test_works_on_a_disease_beside_the_product() -> None:
    body = "## Why PrimaDerm Daily\n\nPrimaDerm Daily is new. In a trial, eczema improved in 20 people [@trial]."
    assert codes(PAGES["US"] + STATED, body, "HC107") == [("HC107", "In a trial, eczema improved in 20 people [@trial].")]


def test_a_picture_that_names_a_disease() -> None:
    body = "## PrimaDerm Daily\n\n![Before and after eczema](a.png)"
    assert codes(PAGES["US"] + STATED, body, "HC107") == [("HC107", "eczema")]
    assert codes(PAGES["E"] + STATED, body, "HC107") == []


# ------------------------------------------------------------ HC201 and HC202
def test_the_statement_cures_structure_function() -> None:
    body = "## A\n\nPrimaDerm Daily supports digestion.\\*"
    assert codes(PAGES["US"] + STATED, body, "HC2") == [("HC201", "supports digestion")]
    assert codes(PAGES["US"] + NAMED, body, "HC2") == []
    assert codes(PAGES["EU"] + STATED, body, "HC201") == []


def test_the_statement_in_the_body_counts_only_word_for_word() -> None:
    body = "## A\n\nPrimaDerm Daily supports digestion.\\* It maintains healthy joints.\\*\n\n\\* " + FDA_MANY
    assert codes(PAGES["US"] + STATED, body, "HC2") == []
    short = body.replace("any disease", "disease")
    assert [code for code, _ in codes(PAGES["US"] + STATED, short, "HC2")] == ["HC201", "HC201", "HC202"]


@pytest.mark.parametrize(
    ("statement", "excerpt"),
    [
        (
            FDA_MANY.replace("prevent any disease", "prevent disease"),
            "This product is not intended to diagnose, treat, cure, or prevent disease.",
        ),
        (FDA_MANY.replace("Food and Drug Administration", "FDA"), "These statements have not been evaluated by the FDA."),
        (FDA_MANY.replace("have not been", "have been"), "These statements have been evaluated by the Food and Drug Administration."),
        ("These claims have not been evaluated by the FDA.", "These claims have not been evaluated by the FDA."),
    ],
)
def test_altered_words(statement: str, excerpt: str) -> None:
    assert ("HC202", excerpt) in codes(PAGES["E"] + STATED, statement, "HC202")


@pytest.mark.parametrize("front", [PAGES["E"], PAGES["U"]])
def test_the_exact_statement_over_nothing_is_no_fault(front: str) -> None:
    assert codes(front + STATED, FDA_MANY, "HC202") == []


def test_half_a_statement() -> None:
    half = FDA_MANY.split(". ")[1]
    assert codes(PAGES["US"] + STATED, half, "HC202") == [("HC202", half)]
    assert codes(PAGES["US"] + NAMED, half, "HC202") == []


def test_the_number_follows_the_marks() -> None:
    one = "## A\n\nPrimaDerm Daily supports digestion.\\*\n\n" + FDA_MANY
    (found,) = findings(PAGES["US"] + STATED, one, "HC202")
    assert found.message == "One sentence carries the mark, so it has to begin “This statement has”."
    two = one.replace("digestion.\\*", "digestion.\\* It maintains healthy joints.\\*").replace(
        "These statements have", "This statement has"
    )
    (found,) = findings(PAGES["US"] + STATED, two, "HC202")
    assert found.message == "2 sentences carry the mark, so it has to begin “These statements have”."


def test_claims_without_the_mark_are_one_finding() -> None:
    body = "## A\n\nPrimaDerm Daily supports digestion.\n\nIt maintains healthy joints. It promotes good digestion."
    (found,) = findings(PAGES["US"] + NAMED, body, "HC202")
    assert found.excerpt == "PrimaDerm Daily supports digestion."
    assert found.message.endswith("The same holds in 2 more places.")


# ------------------------------------------------------------ HC803
def test_cautions() -> None:
    body = "## A\n\nPrimaDerm Daily holds live probiotics."
    bare = "disclaimers: [material-connection]\n"
    found = findings(PAGES["seller"] + bare, body, "HC803")
    assert [finding.message.split(":")[0] for finding in found] == [
        "Sells probiotics without a caution about weak immune system or serious illness",
        "Sells probiotics without a caution about babies born early",
        "Sells probiotics without a caution about children",
    ]
    assert len(codes(PAGES["seller"] + bare, body + "\n\nAsk a doctor if you are seriously ill.", "HC803")) == 2
    assert codes(PAGES["E"] + bare, body, "HC803") == []
