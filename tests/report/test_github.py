"""GitHub annotations: exact lines, and nothing an article says becomes a command."""

from __future__ import annotations

from pipeline.report import github
from pipeline.report.plain import tame
from tests.report.sample import finding, number, result, waiver


def test_annotations_and_summary() -> None:
    assert github.write(result(finding("heals eczema"), number(), waived=(waiver(number()),))).splitlines() == [
        "::error file=content/tea.md,line=3,endLine=3,col=9,endColumn=21,title=HC101 disease-treatment"
        "::Says that tea treats a disease. Delete the claim.",
        "::warning file=content/tea.md,line=3,endLine=3,col=33,endColumn=37,title=HC502 number-without-citation"
        "::A number has no reference: 100%25. Cite its source, or drop it.",
        "1 error and 1 warning in 1 file (10 words, 1 rule). 1 finding waived.",
    ]


def test_a_place_over_lines_has_no_columns() -> None:
    first = github.write(result(finding("sure.\nIt cures"))).splitlines()[0]
    assert first.startswith("::error file=content/tea.md,line=3,endLine=4,title=HC101 disease-treatment::")


def test_message_and_path_are_escaped() -> None:
    source, path = "It cures.", "content/a,b:c%\n::error::.md"
    message = "Says\r\n::set-env name=X::1 ##[error]bad \x1b[0m"
    assert github.write(result(finding("cures", message, source=source, path=path), source=source, path=path)).splitlines()[:-1] == [
        "::error file=content/a%2Cb%3Ac%25\\u{a}%3A%3Aerror%3A%3A.md,line=1,endLine=1,col=4,endColumn=9,"
        "title=HC101 disease-treatment::Says ::set-env name=X::1 #\\u{23}[error]bad \\u{1b}[0m Delete the claim."
    ]


def test_any_console_text_is_tamed() -> None:
    assert tame("a\n::error::x\n  ::stop-commands::y\n:: \n: :\nb ::c ##[d]\x85::e\u2028::f") == (
        "a\n\\u{3a}:error::x\n  \\u{3a}:stop-commands::y\n\\u{3a}: \n: :\nb ::c #\\u{23}[d]\\u{85}::e\\u{2028}::f"
    )
