"""`--format junit`: for CI services that show test results.

One suite a file. Errors are failures; warnings and notes are passed cases with a word in
system-out, since the format knows no middle; waived findings are skipped cases with their reason.
No times: the output depends on nothing but the findings.
"""

from __future__ import annotations

import re
from html import escape

from pipeline.findings import Finding, Severity, Waived
from pipeline.report.plain import name, one_line
from pipeline.report.result import CheckedFile, LintResult

# Code points that XML 1.0 forbids and that `shown` lets pass, because a console does not mind them.
_NOT_XML = re.compile("[\ufffe\uffff]")


def write(result: LintResult) -> str:
    """The whole run as JUnit's XML."""
    suites = [_suite(file, result) for file in result.all_files()]
    failures, cases = result.summary.errors, sum(tests for tests, _ in suites)
    head = f'<testsuites name="nostrum" tests="{cases}" failures="{failures}" errors="0" skipped="{result.summary.waived}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *(xml for _, xml in suites), "</testsuites>", ""])


def _suite(file: CheckedFile, result: LintResult) -> tuple[int, str]:
    """How many cases there are, and the suite; a file without findings is one case that passed."""
    findings = [finding for finding in result.findings if finding.path == file.path]
    waived = [item for item in result.waived if item.finding.path == file.path]
    path = _attribute(name(file.path))
    cases = [_case(finding) for finding in findings] + [_skipped(item) for item in waived]
    if not findings:
        cases.insert(0, f'    <testcase classname={path} name="no findings"/>')
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    head = f'  <testsuite name={path} tests="{len(cases)}" failures="{failures}" errors="0" skipped="{len(waived)}">'
    return len(cases), "\n".join([head, *cases, "  </testsuite>"])


def _case(finding: Finding) -> str:
    body = _text(f"{_place(finding)}: {one_line(finding.message)} {one_line(finding.fix)}")
    if finding.severity is Severity.ERROR:
        inner = f'<failure type="{finding.rule}" message={_attribute(one_line(finding.message))}>{body}</failure>'
    else:
        inner = f"<system-out>{finding.severity}: {body}</system-out>"
    return f"    <testcase {_names(finding)}>{inner}</testcase>"


def _skipped(waived: Waived) -> str:
    reason = one_line(f"waived by {waived.by} until {waived.until}: {waived.reason}")
    return f"    <testcase {_names(waived.finding)}><skipped message={_attribute(reason)}/></testcase>"


def _names(finding: Finding) -> str:
    title = f"{finding.rule} {finding.name} at {finding.start.line}:{finding.start.column}"
    return f"classname={_attribute(name(finding.path))} name={_attribute(title)}"


def _place(finding: Finding) -> str:
    return f"{name(finding.path)}:{finding.start.line}:{finding.start.column}"


def _text(words: str) -> str:
    return escape(_NOT_XML.sub(lambda bad: f"\\u{{{ord(bad[0]):x}}}", words))


def _attribute(words: str) -> str:
    return f'"{_text(words)}"'
