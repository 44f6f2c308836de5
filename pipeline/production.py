"""The half of the line behind the gate: render, read back, release.

An edition is an article's finished folder. It is made whole in memory, read back from its bytes,
and only then handed to the transaction that swaps it into build/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.article.document import Document
from pipeline.article.site import Site
from pipeline.errors import ConfigError
from pipeline.evidence.register import Register
from pipeline.findings import Finding
from pipeline.gate import Draft, Publishable
from pipeline.publish import manifest
from pipeline.publish.digest import bytes_digest
from pipeline.publish.files import File, Press
from pipeline.publish.handout import render_handout
from pipeline.publish.intact import check_build, outdated
from pipeline.publish.newsletter import render_newsletter
from pipeline.publish.output import transaction
from pipeline.publish.site_index import IndexEntry, render_index
from pipeline.publish.view import material_id
from pipeline.publish.web import render_web
from pipeline.report import json_report
from pipeline.report.result import CheckedFile, LintResult
from pipeline.rules.base import Rule
from pipeline.verify.outputs import verify_outputs

Progress = Callable[[str], None]
Renderer = Callable[[Publishable, Press], tuple[File, ...]]

RENDERERS: dict[str, Renderer] = {"web": render_web, "handout": render_handout, "newsletter": render_newsletter}
REPORT = "findings.json"


@dataclass(frozen=True, slots=True)
class Edition:
    """An article's finished folder, manifest included."""

    slug: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Plant:
    """The means of one run, read once."""

    press: Press
    inputs: manifest.Inputs
    rules: tuple[Rule, ...]
    build: Path
    progress: Progress


def open_plant(site: Site, register: Register, rules: tuple[Rule, ...], folders: tuple[Path, Path, Path], progress: Progress) -> Plant:
    """Means of rendering; `folders` are templates, content and build."""
    templates, content, build = folders
    press = Press(site, register, templates, content)
    return Plant(press, manifest.read_inputs(press), rules, build, progress)


def produce(pieces: Iterable[Publishable], plant: Plant, only: tuple[str, ...]) -> tuple[tuple[Edition, ...], tuple[Finding, ...]]:
    """The editions of the pieces, and what was found when their finished bytes were read back."""
    editions: list[Edition] = []
    lost: list[Finding] = []
    for piece in pieces:
        rendered = _rendered(piece, plant, only)
        slug = piece.document.meta.slug
        plant.progress(f"reading back {slug}")
        data = {file.path: file.data for file in rendered}
        shown = f"{plant.build.as_posix()}/{slug}"
        lost += verify_outputs(piece.document, isinstance(piece, Draft), plant.press.register, plant.press.site, data, shown, only)
        editions.append(_edition(piece, plant, rendered))
    return tuple(editions), tuple(lost)


def _rendered(piece: Publishable, plant: Plant, only: tuple[str, ...]) -> tuple[File, ...]:
    out: list[File] = []
    for name in only:
        plant.progress(f"making the {name} of {piece.document.meta.slug}")
        out += RENDERERS[name](piece, plant.press)
    return tuple(out)


def _edition(piece: Publishable, plant: Plant, rendered: tuple[File, ...]) -> Edition:
    """The new files, those of an earlier run that were made from the same inputs, report and manifest."""
    code = material_id(piece.document, plant.press.register, plant.press.site.material_prefix)
    files = {file.path: file for file in (*_kept(piece, plant, code), *rendered, _report(piece, plant.rules))}
    made = tuple(files[path] for path in sorted(files))
    return Edition(piece.document.meta.slug, (*made, manifest.make_manifest(piece, plant.inputs, code, made)))


def _kept(piece: Publishable, plant: Plant, code: str) -> tuple[File, ...]:
    """What lies in build/ and still belongs to this edition; nothing when any input has changed since."""
    folder = plant.build / piece.document.meta.slug
    try:
        old = manifest.read_manifest(folder)
    except ConfigError:
        return ()
    new = manifest.describe(piece, plant.inputs, code, ())
    if not manifest.same_inputs(old, new):
        return ()
    paths = ((output, folder / output.path) for output in old.outputs)
    files = ((output, File(output.path, path.read_bytes())) for output, path in paths if path.is_file())
    return tuple(file for output, file in files if bytes_digest(file.data) == output.sha256)


def _report(piece: Publishable, rules: tuple[Rule, ...]) -> File:
    document = piece.document
    file = CheckedFile(document.path, document.sha256, document.words, document.source)
    text = json_report.to_json(LintResult((file,), piece.findings, piece.waived, rules))
    return File(REPORT, text.encode())


def release(editions: Iterable[Edition], withdrawn: tuple[str, ...], documents: tuple[Document, ...] | None, plant: Plant) -> None:
    """Swap the editions into build/ in one step, with the index of all that is then there.

    `documents` are all articles of content/, so that what has no article any more leaves too; None
    when the run looked at some of them only. Where nothing was and nothing comes, nothing is written.
    """
    editions = tuple(editions)
    if not editions and not manifest.slugs(plant.build):
        return
    with transaction(plant.build, waiting=plant.progress) as change:
        for edition in editions:
            change.put(edition.slug, edition.files)
        there = {document.meta.slug for document in documents} if documents is not None else set(change.slugs())
        for slug in {*withdrawn, *(slug for slug in change.slugs() if slug not in there)}:
            change.remove(slug)
        change.put_site(_site_files(change.manifests(), plant.press))
        change.commit()


def _site_files(articles: Iterable[manifest.Manifest], press: Press) -> tuple[File, ...]:
    """The files beside the articles' folders; none when no article is left."""
    entries = tuple(_entry(article) for article in articles)
    return (File("index.html", render_index(entries, press)),) if entries else ()


def _entry(article: manifest.Manifest) -> IndexEntry:
    checked = date.fromisoformat(article.last_reviewed) if article.last_reviewed else None
    return IndexEntry(article.slug, article.title, article.description, checked, article.commercial, article.draft)


def inspect(documents: tuple[Document, ...], plant: Plant, outputs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Read back what lies in build/: the slugs looked at, and what is wrong with them.

    Raises ConfigError when there is nothing to look at.
    """
    published = manifest.slugs(plant.build)
    if not published:
        raise ConfigError(f"nothing is published in {plant.build.as_posix()}/", "run: nostrum publish")
    articles = {document.meta.slug: document for document in documents}
    findings = list(check_build(plant.build))
    for slug in published if not findings else ():
        plant.progress(f"reading back {slug}")
        findings += _inspect_one(articles.get(slug), manifest.read_manifest(plant.build / slug), plant, outputs)
    return published, tuple(findings)


def _inspect_one(document: Document | None, made: manifest.Manifest, plant: Plant, outputs: tuple[str, ...]) -> tuple[Finding, ...]:
    """An article is read back against its text only where it was made from what lies in content/ now."""
    folder = plant.build / made.slug
    findings = outdated(made, document, plant.inputs, folder)
    if findings or document is None:
        return findings
    data = {output.path: (folder / output.path).read_bytes() for output in made.outputs}
    return verify_outputs(document, made.draft, plant.press.register, plant.press.site, data, folder.as_posix(), outputs)
