"""`--format text`: findings for a person, who may not be a programmer.

Each finding says where, what, which words, by what law, and what to do. Findings of one file that
say the same are told once, with the other lines named. Colour is the caller's choice; without it
the output reads the same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.findings import Finding, Severity
from pipeline.report.plain import count, name, one_line, tame
from pipeline.report.quote import quoted
from pipeline.report.result import CheckedFile, LintResult
from pipeline.report.summary import sentence
from pipeline.text import LineIndex

# Bold in the severity's colour; plain ANSI, so that the 16 colours of the reader's own theme apply.
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_DIM, _BOLD = "2", "1"
_INDENT = " " * 4
# A log or a file has no width; quoted lines are still cut there, since paragraphs are single lines.
_LOG_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Look:
    """`width` is a terminal's width in columns, None for a log or a file, where nothing is wrapped."""

    width: int | None = None
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """The text in a colour, where there is colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def write(result: LintResult, look: Look | None = None) -> str:
    """All findings, then the summary; with nothing found, the files that were checked."""
    look = look or Look()
    blocks = [block for file in result.files for block in _file(file, result, look)]
    return "\n".join([*blocks, _ending(result, look)])


def _file(file: CheckedFile, result: LintResult, look: Look) -> Iterator[str]:
    findings = [finding for finding in result.findings if finding.path == file.path]
    index = LineIndex(file.source)
    told: set[str] = set()
    for same in _grouped(findings):
        yield _block(same, file.source, index, look, briefly=same[0].rule in told)
        told.add(same[0].rule)


def _grouped(findings: list[Finding]) -> list[list[Finding]]:
    """Findings that say the same, in the order in which each was first said."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.severity, finding.message, finding.fix), []).append(finding)
    return list(groups.values())


def _block(same: list[Finding], source: str, index: LineIndex, look: Look, *, briefly: bool) -> str:
    """One group. `briefly`: the rule was told above in this file, so its law is not repeated."""
    first = same[0]
    lines = [_headline(first, look), *_words(first, source, index, look), *_more(same[1:], look)]
    if first.suggestion:
        lines += _labelled("try", first.suggestion, look)
    lines += _labelled("fix", first.fix, look)
    if first.basis and not briefly:
        lines += _labelled("law", "; ".join(first.basis), look)
    return "".join(f"{line}\n" for line in lines)


def _headline(finding: Finding, look: Look) -> str:
    place = f"{name(finding.path)}:{finding.start.line}:{finding.start.column}:"
    plain = tame(f"{place} {finding.rule} {finding.severity}: {one_line(finding.message)}")
    wrapped = "\n".join(_wrap(plain, look, _INDENT))
    label = f"{finding.rule} {finding.severity}:"
    if not look.colour or label not in wrapped:
        return wrapped
    before, after = wrapped.split(label, 1)
    return f"{look.paint(before, _DIM)}{look.paint(label, _COLOURS[finding.severity])}{look.paint(after, _BOLD)}"


def _words(finding: Finding, source: str, index: LineIndex, look: Look) -> list[str]:
    """The source line with the words underlined; nothing for a finding about the article as a whole."""
    if finding.span.start >= finding.span.end:
        return []
    gutter = f"{finding.start.line:>6} | "
    cut = quoted(finding, source, index, (look.width or _LOG_WIDTH) - len(gutter))
    margin = " " * (len(gutter) - 2) + "| "
    marks = look.paint(cut.marks, _COLOURS[finding.severity])
    return [f"{look.paint(gutter, _DIM)}{tame(cut.line)}", f"{look.paint(margin, _DIM)}{cut.indent}{marks}{cut.note}"]


def _more(others: list[Finding], look: Look) -> list[str]:
    if not others:
        return []
    lines = ", ".join(dict.fromkeys(str(finding.start.line) for finding in others))
    noun = "line" if "," not in lines else "lines"
    return _labelled("and", f"{count(len(others), 'more like it', 'more like it')}: {noun} {lines}", look)


def _labelled(label: str, text: str, look: Look) -> list[str]:
    head = f"{label:>6}   "
    lines = _wrap(tame(one_line(text)), look, " " * len(head), taken=len(head))
    return [look.paint(head, _DIM) + lines[0], *lines[1:]]


def _wrap(text: str, look: Look, indent: str, taken: int = 0) -> list[str]:
    """Lines of at most the terminal's width; a long word, such as a path, is never broken."""
    if look.width is None:
        return [text]
    first = " " * taken
    lines = textwrap.wrap(text, look.width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line[taken:] if number == 0 else line for number, line in enumerate(lines)] or [""]


def _ending(result: LintResult, look: Look) -> str:
    lines = [tame(sentence(result))]
    if result.findings:
        lines.append(f"For more about a rule: nostrum explain {result.findings[0].rule}")
    else:
        lines += [f"  {name(file.path)} ({count(file.words, 'word')})" for file in result.files]
    head = look.paint(lines[0], _BOLD)
    return "".join(f"{line}\n" for line in [head, *map(tame, lines[1:])])
