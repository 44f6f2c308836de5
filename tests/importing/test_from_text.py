"""Plain text: headings, lists and paragraphs as a person would read them."""

from __future__ import annotations

import pytest

from pipeline.importing.from_text import read_text
from pipeline.importing.headings import heading_like
from tests.importing.outline import headings, outline

LONG = "Tea is drunk in many countries. People like its taste, and some of them drink it all day long."


def test_lines_without_blank_lines_between() -> None:
    text = f"""{LONG}
What Is Green Tea?
{LONG}
How to Brew It
Use water that is not too hot:
- eighty degrees
- two minutes
Then drink.
Questions and Answers About Tea
Does it keep me awake?
It may.
Is it safe in pregnancy?
Ask your midwife. {LONG}
Sources and Further Reading
{LONG}
"""
    assert outline(read_text(text)) == [
        "title The slug",
        f"p {LONG}",
        "h2 What Is Green Tea?",
        f"p {LONG}",
        "h2 How to Brew It",
        "p Use water that is not too hot:",
        "- p eighty degrees",
        "- p two minutes",
        "p Then drink.",
        "h2 Questions and Answers About Tea .faq",
        "h3 Does it keep me awake?",
        "p It may.",
        "h3 Is it safe in pregnancy?",
        f"p Ask your midwife. {LONG}",
        "h2 Sources and Further Reading",
        f"p {LONG}",
    ]


def test_wrapped_text_with_a_title_and_sentence_case_headings() -> None:
    text = """Living with dry skin

Dry skin is common, above all in winter, when the air indoors is warm
and holds little water. It can itch and feel tight.

What helps most people
A plain moisturiser after every wash does more than anything else that
you can buy. Fragrance is best
avoided.

* short, lukewarm showers with a soap substitute instead of a soap that
  takes the fat out of the skin
* cotton next to the skin

When it does not get better
See a doctor if the skin cracks, bleeds or keeps you awake for several
nights.
"""
    assert outline(read_text(text)) == [
        "title Living with dry skin",
        "p Dry skin is common, above all in winter, when the air indoors is warm and holds little water. It can itch and feel tight.",
        "h2 What helps most people",
        "p A plain moisturiser after every wash does more than anything else that you can buy. Fragrance is best",
        "p avoided.",
        "- p short, lukewarm showers with a soap substitute instead of a soap that takes the fat out of the skin",
        "- p cotton next to the skin",
        "h2 When it does not get better",
        "p See a doctor if the skin cracks, bleeds or keeps you awake for several nights.",
    ]


def test_paragraphs_wrapped_at_different_widths() -> None:
    text = """Sleeping well

A dark and quiet room helps most people more
than anything that they could ever buy, and
costs nothing.

What Else Helps
Getting up at the same time every day, weekends included, is the habit that sleep
clinics name first, and light in the morning makes it a little easier to keep to that
in winter.

Apples
Pears from the garden of my aunt in the south
Plums
"""
    assert outline(read_text(text)) == [
        "title Sleeping well",
        "p A dark and quiet room helps most people more than anything that they could ever buy, and costs nothing.",
        "h2 What Else Helps",
        "p Getting up at the same time every day, weekends included, is the habit that sleep clinics name first, "
        "and light in the morning makes it a little easier to keep to that in winter.",
        "p Apples",
        "p Pears from the garden of my aunt in the south",
        "p Plums",
    ]


def test_marked_headings() -> None:
    text = f"""A Title
=======
{LONG}

First part
----------
{LONG}
---
### A smaller heading ###
{LONG}
# 1 is not a heading without words after it... it ends like a sentence.
"""
    assert outline(read_text(text)) == [
        "title A Title",
        f"p {LONG}",
        "h2 First part",
        f"p {LONG}",
        "h3 A smaller heading",
        f"p {LONG}",
        "h2 1 is not a heading without words after it... it ends like a sentence.",
    ]


def test_numbered_headings_and_numbered_lists() -> None:
    text = f"""1. What eczema is
{LONG}
1.1 In children
{LONG}
2. What to do
Do this:
1) wash
2) dry
3) rub in
Numbers that do not count up stay as they are:
3. third
7. seventh
{LONG}
"""
    assert outline(read_text(text), title="Eczema") == [
        "title Eczema",
        "h2 1. What eczema is",
        f"p {LONG}",
        "h3 1.1 In children",
        f"p {LONG}",
        "h2 2. What to do",
        "p Do this:",
        "1. p wash",
        "2. p dry",
        "3. p rub in",
        "p Numbers that do not count up stay as they are:",
        "p 3. third",
        "p 7. seventh",
        f"p {LONG}",
    ]


def test_capitals_above_title_case() -> None:
    text = f"""ABOUT VITAMIN D
{LONG}
Who Needs It
{LONG}
HOW MUCH
{LONG}
"""
    assert headings(read_text(text), title="Vitamin D") == ["title Vitamin D", "h2 ABOUT VITAMIN D", "h3 Who Needs It", "h2 HOW MUCH"]


def test_nested_lists_and_bullets_of_all_kinds() -> None:
    text = "• one\n    – inner one\n    – inner two\n• two\n\n* three\n"
    assert outline(read_text(text), title="x")[1:] == ["- p one / - p inner one / - p inner two", "- p two", "- p three"]


def test_what_is_no_heading() -> None:
    text = f"""By Jane Example
12 March 2026
{LONG}
“Nobody should have to itch all night”
{LONG}
Photo: a cup of tea
{LONG}
Call us on 555 0100 200
{LONG}
Apples
Pears
Plums
Cherries
{LONG}
Ingredients:
{LONG}
a line in lower case
{LONG}
Last line
"""
    assert headings(read_text(text)) == ["title The slug"]


def test_questions_below_faq_may_be_long_and_short() -> None:
    long_question = (
        "If I took antibiotics for two weeks and my stomach is still upset, how long should I wait before I go and see somebody?"
    )
    text = f"""{LONG}

FAQ

Why?

Because.

{long_question}

A week.

Really?

Yes. Really? It is so.

Closing Words For Everybody

{LONG}
"""
    assert outline(read_text(text))[2:] == [
        "h2 FAQ .faq",
        "h3 Why?",
        "p Because.",
        f"h3 {long_question}",
        "p A week.",
        "h3 Really?",
        "p Yes. Really? It is so.",
        "h2 Closing Words For Everybody",
        f"p {LONG}",
    ]


def test_nothing_in_a_draft_is_markup() -> None:
    text = "---\ntitle: x\n---\n<b>No</b> &amp; [@key] **no** `no`\n\n{.faq} and\n\n    indented\n"
    assert outline(read_text(text), title="x")[1:] == [
        "p title: x",
        "p <b>No</b> &amp; [@key] **no** `no`",
        "p {.faq} and",
        "p indented",
    ]


def test_control_characters_and_odd_line_ends() -> None:
    assert outline(read_text("One.\x00\x1b[31m\r\nTwo.\rThree.\u2028Four.\x0cFive."), title="x")[1:] == [
        "p One.[31m",
        "p Two.",
        "p Three.",
        "p Four.",
        "p Five.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "What Exactly Is It?",
        "Conclusion: Rest Is Best",
        "Side effects",
        "Dr. Smith on Sleep",
        "Vitamin D vs. Sunlight",
        "L. Rhamnosus and Friends",
        "3 Ways to Sleep",
        "Sleep Better Tonight!",
        "WHAT TO DO",
        "Part 2: the evidence",
        "¿Qué es la piel?",
        "Was hilft bei trockener Haut?",
    ],
)
def test_headings_by_form(line: str) -> None:
    assert heading_like(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "It works.",
        "It works!",
        "Here is how:",
        "and then",
        "Written by the editors",
        "Published 3 May 2026",
        "March 3rd, 2026",
        "2026-03-03",
        "Visit www.example.org today",
        "It Works. Really It Does",
        "“I Was Cured in a Week”",
        "$49.99",
        "***",
        "This line goes on for so long that nobody would take it for a heading at all",
        "word " * 30,
    ],
)
def test_no_headings_by_form(line: str) -> None:
    assert not heading_like(line.strip())
