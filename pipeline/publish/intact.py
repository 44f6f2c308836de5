"""Whether build/ still holds what was published: every byte, nothing missing, nothing added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.article.document import Document
from pipeline.errors import ConfigError
from pipeline.findings import Confidence, Finding, Severity, fingerprinted
from pipeline.publish.digest import file_digest, files_below
from pipeline.publish.manifest import NAME, Inputs, Manifest, read_contents, read_manifest
from pipeline.text import Position, Span, shown


def check_build(build: Path) -> tuple[Finding, ...]:
    """What in build/ is not as it was published: articles, the site's files, and whatever was added."""
    path = f"{build.as_posix()}/{NAME}"
    try:
        made = read_contents(build)
    except ConfigError as fault:
        return fingerprinted([_finding(path, f"{path} {fault.what}.")])
    expected = {f"{slug}/{NAME}": digest for slug, digest in made.articles.items()} | {output.path: output.sha256 for output in made.site}
    problems = list(_differences(build, expected, _beside_articles(build, set(made.articles)) - {NAME}))
    for slug in made.articles:
        if (build / slug / NAME).is_file():
            problems += check_manifest(build / slug)
    return fingerprinted(problems)


def _beside_articles(build: Path, articles: set[str]) -> set[str]:
    """All files of build/ but those in articles' folders, their manifests excepted, and hidden ones."""
    names = (name for name, _ in files_below(build) if not name.startswith("."))
    return {name for name in names if name.split("/")[0] not in articles or name.split("/")[1:] == [NAME]}


def check_manifest(folder: Path) -> tuple[Finding, ...]:
    """What in an article's folder is not as its manifest says: altered, missing and added files."""
    path = f"{folder.as_posix()}/{NAME}"
    try:
        made = read_manifest(folder)
    except ConfigError as fault:
        return fingerprinted([_finding(path, f"{path} {fault.what}.")])
    expected = {output.path: output.sha256 for output in made.outputs}
    problems = list(_differences(folder, expected, {name for name, _ in files_below(folder)} - {NAME}))
    if made.slug != folder.name:
        problems.append(_finding(path, f"{path} is the manifest of {shown(made.slug)}."))
    return fingerprinted(problems)


def _differences(folder: Path, expected: Mapping[str, str], found: set[str]) -> Iterator[Finding]:
    for name in sorted(expected.keys() | found):
        path = f"{folder.as_posix()}/{name}"
        if name not in found:
            yield _finding(path, f"{shown(path)} was published and is missing.")
        elif name not in expected:
            yield _finding(path, f"{shown(path)} was not published: it was added later.")
        elif _altered(folder / name, expected[name]):
            yield _finding(path, f"{shown(path)} is not the file that was published: its SHA-256 differs.")


def outdated(made: Manifest, document: Document | None, inputs: Inputs, folder: Path) -> tuple[Finding, ...]:
    """What an article was made from that has changed since; without its article, that it has none."""
    path = f"{folder.as_posix()}/{NAME}"
    if document is None:
        return fingerprinted([_finding(path, f"{folder.as_posix()}/ has no article in {made.source.path} any more.")])
    pairs = (
        (made.source.path, made.source.sha256, document.sha256),
        (made.evidence.path, made.evidence.sha256, inputs.evidence_sha256),
        ("templates/", made.templates, inputs.templates_sha256),
        ("content/site.yaml", made.settings, inputs.settings_sha256),
    )
    changed = [name for name, before, now in pairs if before != now]
    return fingerprinted(_finding(path, f"{folder.as_posix()}/ was made before {shown(name)} changed.") for name in changed)


def _altered(path: Path, digest: str) -> bool:
    return path.is_symlink() or not path.is_file() or file_digest(path) != digest


def _finding(path: str, message: str) -> Finding:
    return Finding(
        rule="HE105",
        name="lost-in-output",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        path=path,
        span=Span(0, 0),
        start=Position(1, 1),
        end=Position(1, 1),
        excerpt="",
        message=message,
        fix="Run nostrum publish again; nobody should edit what lies in build/.",
    )
