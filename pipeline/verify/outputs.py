"""The finished files of an article, read back: nothing of it may have been lost on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.article.document import Document
from pipeline.article.site import Site
from pipeline.evidence.register import Register
from pipeline.findings import Confidence, Finding, Severity, fingerprinted
from pipeline.text import Position, Span
from pipeline.verify.checks import complaints
from pipeline.verify.email import message_complaints, newsletter_complaints
from pipeline.verify.expectations import HANDOUTS, MAIL, MESSAGE, OUTPUTS, PLAIN, WEB, Expectations, expectations
from pipeline.verify.html import read_html
from pipeline.verify.pdf import Unreadable, read_pdf
from pipeline.verify.plain import read_plain
from pipeline.verify.reading import Reading, squeeze
from pipeline.verify.sight import Output

RULE = "HE105"
NAME = "lost-in-output"
# 21 CFR 101.93(d) wants the statement on each panel or page that bears the claim; 16 CFR 255.0(f)
# wants a disclosure that readers cannot miss.
BASIS = ("21 CFR 101.93(d)", "16 CFR 255.0(f)")


def verify_outputs(
    document: Document,
    draft: bool,
    register: Register,
    site: Site,
    files: Mapping[str, bytes],
    build_path: str,
    due: tuple[str, ...] = tuple(OUTPUTS),
) -> tuple[Finding, ...]:
    """What the outputs of an article have lost, hidden or put out of place; none when all is there.

    `files` are the finished bytes by their path in the article's folder, `build_path` is that folder
    for people (`build/<slug>`), `due` names the steps that were to make some: `web`, `handout`,
    `newsletter`. Never raises for what is wrong with an output: an unreadable one is a finding.
    """
    expected = expectations(document, draft, register, site)
    made = [
        _finding(f"{build_path}/{name}", f"{name} {what}.", name)
        for step in due
        for name in OUTPUTS[step]
        for what in (_of_file(name, files, expected) if name in files else ("is missing",))
    ]
    return fingerprinted(made)


def _of_file(name: str, files: Mapping[str, bytes], expected: Expectations) -> Iterator[str]:
    data = files[name]
    if name in HANDOUTS:
        yield from _of_pdf(name, data, expected)
    elif name == MESSAGE:
        yield from message_complaints(data, files, expected)
    elif name in (WEB, MAIL):
        seen = read_html(data, files)
        yield from complaints(Output(name, seen, Reading(seen.runs)), expected)
        yield from newsletter_complaints(seen, expected.site) if name == MAIL else ()
    elif name == PLAIN:
        seen, unquoted = read_plain(data)
        yield from complaints(Output(name, seen, Reading(seen.runs), (Reading(unquoted.runs),), sets_type=False), expected)
        yield from newsletter_complaints(seen, expected.site)


def _of_pdf(name: str, data: bytes, expected: Expectations) -> Iterator[str]:
    try:
        read = read_pdf(data)
    except Unreadable as fault:
        yield f"cannot be read: {fault}"
        return
    yield from read.faults
    if squeeze(expected.document.meta.title) not in squeeze(read.title):
        yield "does not have the article's title in its properties"
    output = Output(name, read.shown, Reading(read.shown.runs), (Reading(read.painted),), exact=False, visual=True)
    yield from complaints(output, expected)


def _finding(path: str, message: str, name: str) -> Finding:
    return Finding(
        rule=RULE,
        name=NAME,
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        path=path,
        span=Span(0, 0),
        start=Position(1, 1),
        end=Position(1, 1),
        excerpt="",
        message=message,
        fix=f"Mend the templates that make {name}; nothing was published.",
        basis=BASIS,
    )
