"""The text report, to the character."""

from __future__ import annotations

from hypothesis import given as for_all
from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.report import terminal
from pipeline.report.quote import columns, quoted
from pipeline.report.result import CheckedFile, LintResult
from pipeline.report.terminal import Look
from pipeline.text import LineIndex
from tests.report.sample import finding, number, result, waiver


def test_a_finding_in_a_log() -> None:
    assert terminal.write(result(finding("heals eczema"), number(), waived=(waiver(number()),))) == (
        "content/tea.md:3:9: HC101 error: Says that tea treats a disease.\n"
        "     3 | Our tea heals eczema in 7 days, 100% sure.\n"
        "       |         ^^^^^^^^^^^^\n"
        "   fix   Delete the claim.\n"
        "   law   21 CFR 101.93(g)(2)(i)\n"
        "\n"
        "content/tea.md:3:33: HC502 warning: A number has no reference: 100%.\n"
        "     3 | Our tea heals eczema in 7 days, 100% sure.\n"
        "       |                                 ^^^^\n"
        "   fix   Cite its source, or drop it.\n"
        "\n"
        "1 error and 1 warning in 1 file (10 words, 1 rule). 1 finding waived.\n"
        "For more about a rule: nostrum explain HC101\n"
    )


def test_the_same_said_again_is_counted() -> None:
    again = replace(finding("cures"), suggestion="It may help.")
    text = terminal.write(result(finding("heals"), again))
    assert text == (
        "content/tea.md:3:9: HC101 error: Says that tea treats a disease.\n"
        "     3 | Our tea heals eczema in 7 days, 100% sure.\n"
        "       |         ^^^^^\n"
        "   and   1 more like it: line 4\n"
        "   fix   Delete the claim.\n"
        "   law   21 CFR 101.93(g)(2)(i)\n"
        "\n"
        "2 errors in 1 file (10 words, 1 rule).\n"
        "For more about a rule: nostrum explain HC101\n"
    )


def test_a_rule_tells_its_law_once_in_a_file() -> None:
    text = terminal.write(result(finding("heals"), finding("cures", "Says that tea cures.")))
    assert text.count("law   21 CFR 101.93(g)(2)(i)") == 1
    assert text.count("fix   Delete the claim.") == 2


def test_no_finding_is_dropped_because_its_file_was_not_listed() -> None:
    given = LintResult((), (finding("heals"),))
    assert terminal.write(given).splitlines()[:3] == [
        "content/tea.md:3:9: HC101 error: Says that tea treats a disease.",
        "     3 | heals",
        "       | ^^^^^",
    ]


def test_nothing_found_says_what_was_checked() -> None:
    files = (CheckedFile("content/a.md", "", 1, ""), CheckedFile("content/b.md", "", 1234, ""))
    assert (
        terminal.write(LintResult(files, ()))
        == "Nothing found in 2 files (1,235 words).\n  content/a.md (1 word)\n  content/b.md (1,234 words)\n"
    )


def test_a_terminal_wraps_words_and_keeps_to_its_width() -> None:
    long = "Says that tea treats a disease, which no tea may say in the United States, in the Union or elsewhere."
    source = "word " * 60 + "heals eczema" + " word" * 60
    text = terminal.write(result(finding("heals eczema", long, source=source), source=source), Look(width=60))
    assert text == (
        "content/tea.md:1:301: HC101 error: Says that tea treats a\n"
        "    disease, which no tea may say in the United States, in\n"
        "    the Union or elsewhere.\n"
        "     1 | …word word word word heals eczema word word word…\n"
        "       |                      ^^^^^^^^^^^^\n"
        "   fix   Delete the claim.\n"
        "   law   21 CFR 101.93(g)(2)(i)\n"
        "\n"
        "1 error in 1 file (10 words, 1 rule).\n"
        "For more about a rule: nostrum explain HC101\n"
    )


def test_colour_adds_nothing_but_colour() -> None:
    given = result(finding("heals eczema"), number())
    coloured = terminal.write(given, Look(width=60, colour=True))
    assert "\x1b[1;31mHC101 error:\x1b[0m" in coloured
    assert "\x1b[1;33m^^^^\x1b[0m" in coloured
    for code in ("0", "1", "2", "1;31", "1;33"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == terminal.write(given, Look(width=60))


def test_suggestion_and_a_place_over_lines() -> None:
    given = replace(finding("sure.\nIt cures"), suggestion="It is tea.")
    assert terminal.write(result(given)).splitlines()[1:5] == [
        "     3 | Our tea heals eczema in 7 days, 100% sure.",
        "       |                                      ^^^^^ to line 4",
        "   try   It is tea.",
        "   fix   Delete the claim.",
    ]


def test_wide_and_combining_characters_are_underlined_where_they_stand() -> None:
    source = "e\u0301 茶は治す teas."
    assert terminal.write(result(finding("治す", source=source), source=source)).splitlines()[1:3] == [
        "     1 | e\u0301 茶は治す teas.",
        "       |       ^^^^",
    ]


def test_a_long_place_shows_how_it_begins_and_ends() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve."
    source = f"Before. {words} After."
    assert terminal.write(result(finding(words, source=source), source=source), Look(width=50)).splitlines()[2:4] == [
        "     1 | …one two three four… ten eleven twelve.…",
        "       |  " + "^" * 38,
    ]


def test_nothing_an_article_says_acts_on_a_console() -> None:
    source = "x\n::error::heals \x1b[31m\u202e##[group]cures\r\n"
    words = "::error::heals \x1b[31m\u202e##[group]cures"
    text = terminal.write(
        result(finding(words, "::warning::bad\n::debug::x", source=source, path="::a\n::b.md"), source=source, path="::a\n::b.md")
    )
    assert text.splitlines()[:3] == [
        "\\u{3a}:a\\u{a}::b.md:2:1: HC101 error: ::warning::bad ::debug::x",
        "     2 | \\u{3a}:error::heals \\u{1b}[31m\\u{202e}#\\u{23}[group]cures",
        "       | " + "^" * 57,
    ]


@for_all(st.text(), st.text(min_size=1), st.text(), st.integers(0, 90))
def test_a_quoted_line_fits_and_its_marks_stand_under_it(before: str, words: str, after: str, room: int) -> None:
    source = f"{before}|{words}|{after}"
    cut = quoted(finding(f"|{words}|", source=source), source, LineIndex(source), room)
    assert columns(cut.line) <= max(room, 20)
    assert columns(cut.indent + cut.marks) <= columns(cut.line)
    assert "\n" not in cut.line
