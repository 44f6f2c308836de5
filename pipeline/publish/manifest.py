"""What was published, made from what: build/<slug>/manifest.json, and build/manifest.json over all of them.

A manifest holds digests and facts, no time and no path of this machine, so the same input gives the
same bytes. intact.py compares them with what lies there.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeVar

import msgspec

from pipeline import __version__
from pipeline.article.document import Document
from pipeline.article.metadata import Relationship
from pipeline.errors import ConfigError
from pipeline.evidence.register import Register
from pipeline.findings import Severity, Waived
from pipeline.gate import Draft, Publishable
from pipeline.publish.digest import bytes_digest, file_digest, tree_digest
from pipeline.publish.files import File, Press
from pipeline.text import shown

NAME = "manifest.json"
VERSION = 1
TOOL = f"nostrum {__version__}"


class Digest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file that was read: its path relative to the project, and its SHA-256 (empty if there is none)."""

    path: str
    sha256: str


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The evidence file, and the SHA-256 of each record that the article cites, by key."""

    path: str
    sha256: str
    records: dict[str, str]


class Output(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A published file: path relative to the manifest's folder, SHA-256, size in bytes."""

    path: str
    sha256: str
    bytes: int


class WaiverNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finding that somebody took responsibility for."""

    rule: str
    excerpt: str
    reason: str
    by: str
    until: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One article as published. Dates are the article's own, as ISO 8601, empty where it has none.

    `templates` and `settings` are SHA-256 of the folder of templates and of content/site.yaml.
    """

    version: int
    tool: str
    slug: str
    title: str
    description: str
    lang: str
    material_id: str
    draft: bool
    date: str
    updated: str
    last_reviewed: str
    source: Digest
    evidence: Evidence
    templates: str
    settings: str
    commercial: bool
    outputs: tuple[Output, ...]
    findings: dict[str, int]
    waived: tuple[WaiverNote, ...]


class Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole of build/: the SHA-256 of each article's manifest by slug, and the files of the site."""

    version: int
    tool: str
    articles: dict[str, str]
    site: tuple[Output, ...]


_Kind = TypeVar("_Kind", Manifest, Contents)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What all articles of a run are made from, read once."""

    register: Register
    evidence_sha256: str
    templates_sha256: str
    settings_sha256: str


def read_inputs(press: Press) -> Inputs:
    """The digests of the evidence file, of all templates and of the site's settings."""
    evidence, settings = press.content / "evidence.yaml", press.content / "site.yaml"
    return Inputs(press.register, tree_digest(evidence), tree_digest(press.templates), tree_digest(settings))


def make_manifest(piece: Publishable, inputs: Inputs, material_id: str, files: Iterable[File]) -> File:
    """The manifest of an article's finished files, as a file beside them."""
    return File(NAME, _encoded(describe(piece, inputs, material_id, files)))


def describe(piece: Publishable, inputs: Inputs, material_id: str, files: Iterable[File]) -> Manifest:
    """What a manifest says of an article and its finished files."""
    document, meta = piece.document, piece.document.meta
    tally = Counter(finding.severity for finding in piece.findings)
    return Manifest(
        version=VERSION,
        tool=TOOL,
        slug=meta.slug,
        title=meta.title,
        description=meta.description,
        lang=meta.lang,
        material_id=material_id,
        draft=isinstance(piece, Draft),
        date=meta.date.isoformat() if meta.date else "",
        updated=meta.updated.isoformat() if meta.updated else "",
        last_reviewed=meta.last_reviewed.isoformat() if meta.last_reviewed else "",
        source=Digest(path=_portable(document.path), sha256=document.sha256),
        evidence=_evidence(document, inputs),
        templates=inputs.templates_sha256,
        settings=inputs.settings_sha256,
        commercial=meta.relationship is not Relationship.NONE,
        outputs=tuple(sorted((_output(file.path, file.data) for file in files), key=lambda output: output.path)),
        findings={severity.value: tally[severity] for severity in Severity},
        waived=tuple(_note(waived) for waived in piece.waived),
    )


def same_inputs(one: Manifest, other: Manifest) -> bool:
    """Whether two manifests name the same article made from the same inputs by the same version."""
    return msgspec.structs.replace(one, outputs=()) == msgspec.structs.replace(other, outputs=())


def _portable(path: str) -> str:
    """The path as it stands if it is relative; of one outside the project, only the name."""
    return PurePath(path).name if PurePath(path).is_absolute() else path


def _evidence(document: Document, inputs: Inputs) -> Evidence:
    cited = {work.key for citation in document.citations for work in citation.works}
    records = {key: inputs.register.references[key] for key in sorted(cited) if key in inputs.register.references}
    digests = {key: bytes_digest(msgspec.json.encode(record, order="deterministic")) for key, record in records.items()}
    return Evidence(path=_portable(inputs.register.path), sha256=inputs.evidence_sha256, records=digests)


def _output(path: str, data: bytes) -> Output:
    return Output(path=path, sha256=bytes_digest(data), bytes=len(data))


def _note(waived: Waived) -> WaiverNote:
    return WaiverNote(rule=waived.finding.rule, excerpt=waived.finding.excerpt, reason=waived.reason, by=waived.by, until=waived.until)


def _encoded(value: Manifest | Contents) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=2) + b"\n"


def contents(folders: Mapping[str, Path], site: Mapping[str, Path]) -> bytes:
    """build/manifest.json for articles' folders by slug and the site's files by path."""
    articles = {slug: file_digest(folder / NAME) for slug, folder in folders.items()}
    outputs = tuple(_output(path, file.read_bytes()) for path, file in sorted(site.items()))
    return _encoded(Contents(version=VERSION, tool=TOOL, articles=articles, site=outputs))


# ---------------------------------------------------------------- reading
def read_contents(build: Path) -> Contents:
    """build/manifest.json. Raises ConfigError when it is missing or not one."""
    return _read(build / NAME, Contents)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an article's folder. Raises ConfigError when it is missing or not one."""
    return _read(folder / NAME, Manifest)


def _read(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        made = msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as fault:
        reason = (fault.strerror if isinstance(fault, OSError) else str(fault)) or "no reason given"
        raise ConfigError(f"cannot be read: {shown(reason)}", "publish all articles again", path=path.as_posix()) from fault
    if made.version != VERSION:
        raise ConfigError(f"is of version {made.version}, this is version {VERSION}", "publish all articles again", path=path.as_posix())
    return made


def slugs(build: Path) -> tuple[str, ...]:
    """The articles in build/, in order: folders that hold a manifest."""
    if not build.is_dir():
        return ()
    folders = (entry for entry in build.iterdir() if not entry.name.startswith(".") and entry.is_dir() and not entry.is_symlink())
    return tuple(sorted(folder.name for folder in folders if os.path.lexists(folder / NAME)))


def published(build: Path) -> tuple[Manifest, ...]:
    """The manifests of all articles in build/, by slug. Raises ConfigError for one that cannot be read."""
    return tuple(read_manifest(build / slug) for slug in slugs(build))


def site_paths(build: Path) -> tuple[str, ...]:
    """The files of the site that the last run left in build/; those that are gone are not named."""
    try:
        listed = read_contents(build).site
    except ConfigError:
        return ()
    return tuple(output.path for output in listed if (build / output.path).is_file())
