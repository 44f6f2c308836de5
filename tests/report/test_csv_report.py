"""CSV: exact rows, no formula cells, a line for a row."""

from __future__ import annotations

import csv

from pipeline.report import csv_report
from tests.report.sample import finding, number, result, waiver


def test_rows() -> None:
    given = result(finding("heals eczema"), waived=(waiver(number()),))
    assert csv_report.write(given).splitlines() == [
        "path,line,column,end_line,end_column,severity,confidence,rule,name,message,fix,excerpt,basis,markets,fingerprint,waived",
        "content/tea.md,3,9,3,21,error,high,HC101,disease-treatment,Says that tea treats a disease.,Delete the claim.,heals eczema,"
        f"21 CFR 101.93(g)(2)(i),US EU,{given.findings[0].fingerprint},",
        "content/tea.md,3,33,3,37,warning,high,HC502,number-without-citation,A number has no reference: 100%.,"
        f'"Cite its source, or drop it.",100%,,US EU,{given.waived[0].finding.fingerprint},'
        "until 2027-01-31 by A. Editor: quoted from a leaflet",
    ]


def test_formulas_are_words() -> None:
    source, path = '=HYPERLINK("http://example.org")\n cures', "@a,\nb.md"
    message = "\t-1+1|cmd '\""
    text = csv_report.write(result(finding(source, message, source=source, path=path), source=source, path=path))
    assert text.count("\n") == 2
    row = dict(zip(csv_report.COLUMNS, list(csv.reader(text.splitlines()))[1], strict=True))
    assert (row["path"], row["message"], row["excerpt"]) == (
        "'@a,\\u{a}b.md",
        "'-1+1|cmd '\"",
        '\'=HYPERLINK("http://example.org") cures',
    )
