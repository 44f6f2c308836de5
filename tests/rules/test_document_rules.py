"""Rules about the article as a whole: statements, disclosure, people, dates, references, mail, reading."""

from __future__ import annotations

import pytest

from pipeline.article.site import Newsletter, Readability
from pipeline.findings import Severity
from tests.rules.judged import PAGES, STATED, findings, site

ADVICE = "This article is for general information only and is not medical advice. Talk to your doctor before changing your diet."


def said(front: str, body: str, *select: str) -> list[tuple[int, str, str]]:
    return [(finding.start.line, finding.severity.value, finding.excerpt) for finding in findings(front, body, *select)]


# ------------------------------------------------------------ HD101
@pytest.mark.parametrize(
    "body",
    [
        ADVICE,
        "No medical advice is given here.\n\nAsk your pharmacist.",
        "It is not a substitute for professional medical advice. See a GP.",
    ],
)
def test_a_medical_disclaimer_that_counts(body: str) -> None:
    assert said("", body, "HD101") == []


@pytest.mark.parametrize(
    "body",
    [
        "The end.",
        "This article is for general information only.",
        f"~~{ADVICE}~~",
        f"```\n{ADVICE}\n```",
        f"<!-- {ADVICE} -->\n\nThe end.",
        f"<p hidden>{ADVICE}</p>",
        f'The end.\n\n[d]: https://example.org "{ADVICE}"',
        "This is medical advice. Talk to your doctor.",
        "This is not only medical advice. Talk to your doctor.",
        "This is not medical advice.",
        "Talk to your doctor.",
        f'[x](https://example.org "{ADVICE}")',
    ],
)
def test_a_medical_disclaimer_that_does_not_count(body: str) -> None:
    assert said("", body, "HD101") == [(2, "error", "Page")]


def test_a_medical_disclaimer_after_the_product_is_buried() -> None:
    front = PAGES["seller"]
    assert said(front, f"## A\n\nPrimaDerm Daily is new.\n\n{ADVICE}", "HD101") == [(12, "error", ADVICE.split(". ")[0] + ".")]
    assert said(front, f"{ADVICE}\n\n## A\n\nPrimaDerm Daily is new.", "HD101") == []
    assert said(front + STATED, "## A\n\nPrimaDerm Daily is new.", "HD101") == []


# ------------------------------------------------------------ HD102
@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        (PAGES["seller"], "PrimaDerm Daily is new.", ["PrimaDerm Daily"]),
        (PAGES["seller"] + STATED, "PrimaDerm Daily is new.", []),
        (PAGES["seller"], "We earn a commission if you buy through links here.\n\nPrimaDerm Daily is new.", []),
        (PAGES["seller"], "PrimaDerm Daily is new.\n\nWe earn a commission if you buy through links here.", ["PrimaDerm Daily"]),
        (PAGES["seller"], "Affiliate link.\n\nPrimaDerm Daily is new.", ["PrimaDerm Daily"]),
        (PAGES["U"], "One supplement made for this is GlowBiome.", ["GlowBiome"]),
        (PAGES["U"], "Eat a varied diet.", []),
        (PAGES["E"], "Eat a varied diet.", []),
        ("relationship: affiliate\nproducts: []\n", "Eat a varied diet.", ["Page"]),
    ],
)
def test_who_earns_is_said_before_the_product(front: str, body: str, expected: list[str]) -> None:
    assert [excerpt for *_, excerpt in said(front, body, "HD102")] == expected


# ------------------------------------------------------------ HD103 to HD106
def test_people_and_dates() -> None:
    assert [finding.message for finding in findings("", "Words.", "HD103", "HD104", "HD105")] == [
        "Nobody is named as the author.",
        "Nobody is named as the clinical reviewer.",
        "`date` is missing.",
        "`last_reviewed` is missing.",
        "`ai_use` is not declared.",
    ]
    full = "author: Ana Ruiz\nreviewed_by: {name: Tom Lee, credentials: MD}\ndate: 2026-01-02\nlast_reviewed: 2026-01-02\nai_use: none\n"
    assert findings(full, "Words.", "HD103", "HD104", "HD105") == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-11-23", [(3, "warning", "2024-11-23")]),
        ("2024-11-24", []),
        ("2026-11-23", []),
        ("2026-11-24", [(3, "warning", "2026-11-24")]),
    ],
)
def test_a_review_grows_old(day: str, expected: list[tuple[int, str, str]]) -> None:
    assert said(f"last_reviewed: {day}\ndate: 2020-01-01\n", "Words.", "HD104") == expected


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        (PAGES["E"], "Words.", []),
        (PAGES["seller"], "Words.", []),
        ("", "Words.", [(2, "info", "Page")]),
        ("", "One supplement that does this is GlowBiome.", [(2, "warning", "Page")]),
        (PAGES["E"], "One supplement that does this is GlowBiome.", [(3, "error", "none")]),
        (PAGES["E"], "Our supplement costs $29. Buy now.", [(3, "error", "none")]),
        (PAGES["E"], "GlowBiome® was tested in a trial.", []),
    ],
)
def test_the_relationship_is_declared_and_true(front: str, body: str, expected: list[tuple[int, str, str]]) -> None:
    assert said(front, body, "HD106") == expected


# ------------------------------------------------------------ references
def test_an_article_that_cites_nothing() -> None:
    (found,) = findings(PAGES["E"], "Stress triggers eczema. Zinc relieves itching.", "HR101")
    assert (found.severity, found.message) == (Severity.ERROR, "2 sentences make health claims and the article cites nothing.")
    assert findings(PAGES["E"], "Eat a varied diet.", "HR101") == ()


def test_claims_without_a_reference_are_one_finding_a_section() -> None:
    body = "## A\n\nStress triggers eczema.\n\nZinc relieves itching.\n\n## B\n\nSugar causes acne. It is well known [@trial]."
    (found,) = findings(PAGES["E"], body, "HR101")
    assert (found.severity, found.excerpt) == (Severity.WARNING, "triggers eczema")
    assert found.message == "No reference for “triggers eczema”. The same holds in 1 more place."


def test_broken_references() -> None:
    found = findings(PAGES["E"], "Stress is linked to eczema [@trail; @link].", "HR104")
    assert [(finding.excerpt, finding.message) for finding in found] == [("@trail", "No reference “trail”. Did you mean “trial”?")]


def test_weak_references() -> None:
    assert said(PAGES["E"], "Curcumin calms eczema [@mouse].", "HR102") == [(7, "warning", "calms eczema")]
    assert said(PAGES["E"], "Curcumin calms eczema [@trial].", "HR102") == []
    assert said(PAGES["E"], "Stress triggers eczema [@link].", "HC402") == [(7, "warning", "triggers eczema")]
    assert said(PAGES["E"], "Stress triggers eczema [@trial].", "HC402") == []


@pytest.mark.parametrize(
    ("body", "select", "wording"),
    [
        (
            "Curcumin calms eczema [@mouse].",
            "HR102",
            "In animals, curcumin was studied for eczema; whether this holds for people is not known [@mouse].",
        ),
        (
            "Gluten triggers eczema [@link].",
            "HC402",
            "In a cohort study of 900 people, gluten was linked to eczema; such a study cannot show the cause [@link].",
        ),
        ("Gluten triggers eczema.", "HC402", "Gluten is linked to eczema."),
    ],
)
def test_the_wording_that_the_evidence_carries(body: str, select: str, wording: str) -> None:
    (found,) = findings(PAGES["E"], body, select)
    assert found.suggestion == wording


# ------------------------------------------------------------ mail
def test_mail_needs_an_address_and_a_way_out() -> None:
    letter = Newsletter(
        service="plain",  # type: ignore[arg-type]
        from_name="A",
        from_email="a@example.org",
        list_id="a.example.org",
        unsubscribe_url="https://example.org/out",
        unsubscribe_email="out@example.org",
        why="You asked for it.",
    )
    good = site(postal_address="A, 1 Street, 12345 Town", newsletter=letter)
    assert findings("", "Words.", "HE1", site=good) == ()
    assert [finding.rule for finding in findings("", "Words.", "HE1")] == ["HE101", "HE102"]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("What studies say about the gut and skin", []),
        ("RE: your order", ["RE: your order"]),
        ("Cure your acne tonight", ["Cure your acne"]),
        ("Recipes for May", []),
    ],
)
def test_subjects(subject: str, expected: list[str]) -> None:
    front = f'subject: "{subject}"\n' + PAGES["seller"] + STATED
    assert [finding.excerpt for finding in findings(front, "Words.", "HE103")] == expected


# ------------------------------------------------------------ reading, HTML, characters, style
SIMPLE = "The cat sat on the mat and was glad to be in. " * 12
HARD = "Immunological perturbations precipitate characteristic dermatological manifestations in susceptible individuals. " * 12


def test_reading_grade() -> None:
    assert findings("", SIMPLE, "HX101") == ()
    (found,) = findings("", HARD, "HX101")
    assert found.severity == "error"
    assert findings("", HARD[:300], "HX101") == ()
    (found,) = findings("", SIMPLE, "HX101", site=site(readability=Readability(warn_above=0.1, error_above=12.0)))
    assert found.message == "Reads at grade 0.9; the target is 0.1."


def test_raw_html() -> None:
    assert [excerpt for *_, excerpt in said("", "A <b>bold</b> word.", "HX102")] == ["<b>", "</b>"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In Russian, skin is кожа.", []),
        ("The Hebrew word עור means skin; Arabic جلد too.", []),
        ("Café, naïve, 5 µg of B₁₂, 👩‍⚕️.", []),
        ("Cures ecz\u0435ma.", ["ecz\u0435ma"]),
        ("It cu\u200bres.", ["\u200b"]),
        ("It \u202ecures\u202c.", ["\u202e"]),
        ("It \u1d04\u1d1c\u0280\u1d07s.", ["\u1d04\u1d1c\u0280\u1d07s"]),
    ],
)
def test_suspicious_characters(body: str, expected: list[str]) -> None:
    assert [excerpt for *_, excerpt in said("", body, "HX103")] == expected


def test_style_is_placed_to_the_character_and_never_weighs_more_than_a_warning() -> None:
    body = "It is **very unique** [@trial].\n\nAt the *end of the day*, they was there there."
    found = findings("", body, "HS")
    assert [(finding.excerpt, finding.message.split("(proselint: ")[1]) for finding in found] == [
        ("very unique", "uncomparables)"),
        ("very", "weasel_words.very)"),
        ("At the *end of the day", "cliches.misc.garner)"),
        ("At the *end of the day", "industrial_language.corporate_speak)"),
        ("there there", "lexical_illusions)"),
    ]
    assert max(finding.severity.rank for finding in found) <= Severity.INFO.rank
    assert all(finding.severity is not Severity.ERROR for finding in found)
