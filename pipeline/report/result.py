"""What a lint run found, as every report is made from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pipeline.findings import Finding, Severity, Waived

if TYPE_CHECKING:
    from pipeline.rules.base import Rule


class CheckedFile(Struct, frozen=True):
    """A file that was read and checked.

    `path` is relative to the working directory with forward slashes, `sha256` is of the file's
    bytes. `source` is the decoded text, from which the text report quotes lines; without it the
    finding's excerpt is quoted.
    """

    path: str
    sha256: str
    words: int
    source: str = ""

    def without_source(self) -> CheckedFile:
        """The file without its text: no other report quotes lines."""
        return CheckedFile(self.path, self.sha256, self.words)


class Judged(Struct, frozen=True):
    """What one file came to: findings in reading order, waived ones apart."""

    file: CheckedFile
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()


class Summary(Struct, frozen=True):
    """The figures of a run. `rules` counts the rules that were applied."""

    files: int
    words: int
    rules: int
    errors: int
    warnings: int
    infos: int
    waived: int


class LintResult(Struct, frozen=True):
    """Everything a report may say: findings in reading order, waived ones apart, `rules` that ran."""

    files: tuple[CheckedFile, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def summary(self) -> Summary:
        """The figures of the run."""
        return self.tally.summary(len(self.rules))

    @property
    def tally(self) -> Tally:
        """The counts of the run."""
        tally = Tally()
        for file in self.files:
            tally.count(file)
        tally.note(self.findings, self.waived)
        return tally

    def all_files(self) -> tuple[CheckedFile, ...]:
        """The checked files, and those that findings name besides (such as an output that was read back)."""
        known = {file.path for file in self.files}
        named = [finding.path for finding in (*self.findings, *(item.finding for item in self.waived))]
        return (*self.files, *(CheckedFile(path, "", 0) for path in dict.fromkeys(named) if path not in known))

    def fails(self, failing: Severity) -> bool:
        """Whether a finding weighs at least as much as `failing`."""
        return self.tally.fails(failing)


def gathered(files: Iterable[Judged], rules: tuple[Rule, ...]) -> LintResult:
    """All of a run, for the formats that are one document."""
    parts = tuple(files)
    findings = tuple(finding for part in parts for finding in part.findings)
    waived = tuple(item for part in parts for item in part.waived)
    return LintResult(tuple(part.file for part in parts), findings, waived, rules)


class Tally(Struct):
    """What is counted while files are judged, so that none of them has to be kept for the last line of a report.

    `often` counts the findings of each rule (code and name), in the order in which the rules first
    spoke. `clean` holds the names of the files and their words, as long as nothing was found.
    """

    files: int = 0
    words: int = 0
    waived: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    often: Counter[tuple[str, str]] = field(default_factory=Counter)
    clean: list[tuple[str, int]] = field(default_factory=list)

    def add(self, judged: Judged) -> None:
        """Count one file."""
        self.count(judged.file)
        self.note(judged.findings, judged.waived)

    def count(self, file: CheckedFile) -> None:
        """Count a file that was read."""
        self.files += 1
        self.words += file.words
        if not self.often:
            self.clean.append((file.path, file.words))

    def note(self, findings: tuple[Finding, ...], waived: tuple[Waived, ...]) -> None:
        """Count what was found."""
        self.severities.update(finding.severity for finding in findings)
        self.often.update((finding.rule, finding.name) for finding in findings)
        self.waived += len(waived)
        if self.often:
            self.clean.clear()

    def summary(self, rules: int) -> Summary:
        """The figures; `rules` is how many were applied."""
        level = self.severities
        found = level[Severity.ERROR], level[Severity.WARNING], level[Severity.INFO]
        return Summary(self.files, self.words, rules, *found, self.waived)

    def fails(self, failing: Severity) -> bool:
        """Whether a finding weighs at least as much as `failing`."""
        return any(severity.rank <= failing.rank for severity in self.severities)
