"""`--format text`: findings for a person, who may not be a programmer.

Each finding says where, what, which words, by what law, and what to do. Findings of one file that
say the same are told once, with the other lines named. Colour is the caller's choice; without it
the output reads the same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct, field

from pipeline.findings import Finding, Severity
from pipeline.report.plain import count, listed, name, one_line, tame
from pipeline.report.quote import quoted
from pipeline.report.result import CheckedFile, LintResult, Tally
from pipeline.report.summary import sentence
from pipeline.text import LineIndex, Span

# Bold in the severity's colour; plain ANSI, so that the 16 colours of the reader's own theme apply.
COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_DIM, _BOLD = "2", "1"
_INDENT = " " * 4
# A log or a file has no width; quoted lines are still cut there, since paragraphs are single lines.
_LOG_WIDTH = 110
# From here on a reader wants to know first which rules speak most often.
_MANY = 10


class Look(Struct, frozen=True):
    """`width` is a terminal's width in columns, None for a log or a file, where nothing is wrapped."""

    width: int | None = None
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """The text in a colour, where there is colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def write(result: LintResult, look: Look | None = None) -> str:
    """All findings, then the summary; with nothing found, the files that were checked."""
    look = look or Look()
    return "\n".join([*told(result, look), ending(result.tally, len(result.rules), look)])


def told(result: LintResult, look: Look) -> list[str]:
    """The findings, each a block of lines."""
    by_path: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_path.setdefault(finding.path, []).append(finding)
    return [block for file in result.all_files() for block in blocks(file, by_path.get(file.path, []), look)]


def blocks(file: CheckedFile, findings: Iterable[Finding], look: Look) -> Iterator[str]:
    """The findings of one file, each a block of lines, an empty line to come between any two."""
    page = _Page(file.source, LineIndex(file.source))
    return (_block(same, page, look) for same in _grouped(findings))


class _Page(Struct):
    """A file while its findings are told: its text, the rules told so far, and the words quoted last."""

    source: str
    index: LineIndex
    told: set[str] = field(default_factory=set)
    quoted: Span | None = None


def _grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings that say the same, in the order in which each was first said."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.severity, finding.message, finding.fix), []).append(finding)
    return list(groups.values())


def _block(same: list[Finding], page: _Page, look: Look) -> str:
    """One group. What was told above in this file steps back: the law is named once, words are quoted once in a row."""
    first = same[0]
    again = first.rule in page.told
    lines = [_headline(first, look), *_words(first, page, look), *_more(same[1:], look)]
    if first.suggestion:
        lines += _labelled("try", first.suggestion, look)
    lines += _labelled("fix", first.fix, look, _DIM if again else "")
    if first.basis and not again:
        lines += _labelled("law", "; ".join(first.basis), look, _DIM)
    page.told.add(first.rule)
    page.quoted = first.span
    return "".join(f"{line}\n" for line in lines)


def _headline(finding: Finding, look: Look) -> str:
    place = f"{name(finding.path)}:{finding.start.line}:{finding.start.column}:"
    plain = tame(f"{place} {finding.rule} {finding.severity}: {one_line(finding.message)}")
    wrapped = "\n".join(_wrap(plain, look, _INDENT))
    label = f"{finding.rule} {finding.severity}:"
    if not look.colour or label not in wrapped:
        return wrapped
    before, after = wrapped.split(label, 1)
    return f"{look.paint(before, _DIM)}{look.paint(label, COLOURS[finding.severity])}{look.paint(after, _BOLD)}"


def _words(finding: Finding, page: _Page, look: Look) -> list[str]:
    """The source line with the words underlined; nothing where they were just quoted or there are none."""
    if finding.span in (page.quoted, Span(finding.span.start, finding.span.start)):
        return []
    gutter = f"{finding.start.line:>6} | "
    cut = quoted(finding, page.source, page.index, (look.width or _LOG_WIDTH) - len(gutter))
    margin = " " * (len(gutter) - 2) + "| "
    marks = look.paint(cut.marks, COLOURS[finding.severity])
    return [f"{look.paint(gutter, _DIM)}{cut.line}", f"{look.paint(margin, _DIM)}{cut.indent}{marks}{cut.note}"]


def _more(others: list[Finding], look: Look) -> tuple[str, ...]:
    if not others:
        return ()
    lines = ", ".join(dict.fromkeys(str(finding.start.line) for finding in others))
    noun = "line" if "," not in lines else "lines"
    return _labelled("and", f"{count(len(others), 'more like it', 'more like it')}: {noun} {lines}", look)


# A rule says the same of many findings.
@lru_cache(maxsize=256)
def _labelled(label: str, text: str, look: Look, colour: str = "") -> tuple[str, ...]:
    head = f"{label:>6}   "
    lines = _wrap(tame(one_line(text)), look, " " * len(head), taken=len(head))
    painted = [look.paint(line, colour) if colour else line for line in lines]
    return (look.paint(head, _DIM) + painted[0], *painted[1:])


def _wrap(text: str, look: Look, indent: str, taken: int = 0) -> list[str]:
    """Lines of at most the terminal's width; a long word, such as a path, is never broken."""
    if look.width is None:
        return [text]
    first = " " * taken
    lines = textwrap.wrap(text, look.width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line[taken:] if number == 0 else line for number, line in enumerate(lines)] or [""]


def ending(tally: Tally, rules: int, look: Look) -> str:
    """The last lines: what was checked, by how many rules, and what came of it."""
    lines = [look.paint(tame(sentence(tally.summary(rules))), _BOLD)]
    if not tally.often:
        lines += [f"  {name(path)} ({count(words, 'word')})" for path, words in tally.clean]
    else:
        if tally.often.total() > _MANY:
            lines += _wrap(f"Most often: {_commonest(tally)}.", look, "  ")
        lines.append(f"For more about a rule: nostrum explain {next(iter(tally.often))[0]}")
    return "".join(f"{line}\n" for line in lines)


def _commonest(tally: Tally) -> str:
    """The three rules that speak most often, with how often they do."""
    ranked = sorted(tally.often.items(), key=lambda item: (-item[1], item[0]))[:3]
    return listed([f"{rule} {title} ({number})" for (rule, title), number in ranked])
