"""JUnit XML: exact output, and parseable whatever an article holds."""

from __future__ import annotations

from xml.etree import ElementTree

from pipeline.report import junit
from tests.report.sample import finding, number, result, waiver


def test_findings() -> None:
    assert junit.write(result(finding("heals eczema"), number(), waived=(waiver(number()),))) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="nostrum" tests="3" failures="1" errors="0" skipped="1">\n'
        '  <testsuite name="content/tea.md" tests="3" failures="1" errors="0" skipped="1">\n'
        '    <testcase classname="content/tea.md" name="HC101 disease-treatment at 3:9">'
        '<failure type="HC101" message="Says that tea treats a disease.">'
        "content/tea.md:3:9: Says that tea treats a disease. Delete the claim.</failure></testcase>\n"
        '    <testcase classname="content/tea.md" name="HC502 number-without-citation at 3:33">'
        "<system-out>warning: content/tea.md:3:33: A number has no reference: 100%. Cite its source, or drop it.</system-out></testcase>\n"
        '    <testcase classname="content/tea.md" name="HC502 number-without-citation at 3:33">'
        '<skipped message="waived by A. Editor until 2027-01-31: quoted from a leaflet"/></testcase>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_nothing_found_is_a_passed_case() -> None:
    assert junit.write(result()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="nostrum" tests="1" failures="0" errors="0" skipped="0">\n'
        '  <testsuite name="content/tea.md" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase classname="content/tea.md" name="no findings"/>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_xml_forbids_is_escaped() -> None:
    text = junit.write(result(finding("cures", 'A <b> & "\x00\ufffe]]>\x1b', source="It cures."), source="It cures."))
    failure = ElementTree.fromstring(text).find("testsuite/testcase/failure")  # noqa: S314 # our own output
    assert failure is not None
    assert failure.get("message") == 'A <b> & "\\u{0}\\u{fffe}]]>\\u{1b}'
