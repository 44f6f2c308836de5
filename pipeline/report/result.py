"""What a lint run found, as every report is made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.findings import Finding, Severity, Waived

if TYPE_CHECKING:
    from pipeline.rules.base import Rule


class CheckedFile(Struct, frozen=True):
    """A file that was read and checked.

    `path` is relative to the working directory with forward slashes, `sha256` is of the file's
    bytes. `source` is the decoded text, from which reports quote lines; without it they quote the
    finding's excerpt.
    """

    path: str
    sha256: str
    words: int
    source: str = ""


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
        severities = [finding.severity for finding in self.findings]
        return Summary(
            files=len(self.files),
            words=sum(file.words for file in self.files),
            rules=len(self.rules),
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            infos=severities.count(Severity.INFO),
            waived=len(self.waived),
        )

    def all_files(self) -> tuple[CheckedFile, ...]:
        """The checked files, and those that findings name besides (such as an output that was read back)."""
        known = {file.path for file in self.files}
        named = [finding.path for finding in (*self.findings, *(item.finding for item in self.waived))]
        return (*self.files, *(CheckedFile(path, "", 0) for path in dict.fromkeys(named) if path not in known))

    def fails(self, failing: Severity) -> bool:
        """Whether a finding weighs at least as much as `failing`."""
        return any(finding.severity.rank <= failing.rank for finding in self.findings)
