"""The order of work. Every step is a function of another module; here stands only what follows what.

path -> Source -> Document -> Reading -> Findings -> Cleared | Blocked
                              Cleared -> files -> read back -> one swap into build/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pipeline.article.document import Document, Sentence
from pipeline.article.images import check_images
from pipeline.article.read import document_of
from pipeline.article.settings import load_site
from pipeline.article.site import STRAY, Site
from pipeline.article.source import all_or_errors, find_articles, read_source, shown_path
from pipeline.claims.detect import read as read_claims
from pipeline.claims.reading import Reading
from pipeline.errors import InputError, NostrumError
from pipeline.evidence.disclaimers import check_names
from pipeline.evidence.register import Register, load_register
from pipeline.evidence.waivers import Waiver, load_waivers
from pipeline.findings import Finding, Severity
from pipeline.gate import Blocked, Cleared, Publishable, Verdict, as_draft, judge, settle
from pipeline.report.result import CheckedFile, Judged, LintResult, gathered
from pipeline.rules.base import Context, Rule
from pipeline.rules.run import active_rules, run_rules

if TYPE_CHECKING:
    from pipeline import production

OUTPUTS = ("web", "handout", "newsletter")
Progress = Callable[[str], None]


def silent(_: str) -> None:
    """Report no progress."""


class Options(Struct, frozen=True):
    """What a run is asked to do. Folders are those of the project in the working directory."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    failing: Severity = Severity.ERROR
    today: date = field(default_factory=date.today)
    content: Path = Path("content")
    templates: Path = Path("templates")
    build: Path = Path("build")
    progress: Progress = silent


class Desk(Struct, frozen=True):
    """What is on the desk while articles are judged: settings, evidence, waivers and rules."""

    site: Site
    register: Register
    waivers: tuple[Waiver, ...]
    rules: tuple[Rule, ...]


class LintRun(Struct, frozen=True):
    """The rules that were applied, and the files that could not be read (then the job is not done)."""

    rules: tuple[Rule, ...]
    errors: tuple[NostrumError, ...]


class PublishRun(Struct, frozen=True):
    """What was judged, what was found when the outputs were read back, and the slugs that were published."""

    result: LintResult
    lost: tuple[Finding, ...]
    published: tuple[str, ...]
    withdrawn: tuple[str, ...]


class VerifyRun(Struct, frozen=True):
    """The slugs that were read back and what is wrong with them."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]


def set_desk(options: Options, stray: bool = False) -> Desk:
    """Read the settings. `stray` articles, outside a project, are judged with neutral settings and no mail rules."""
    ignore = options.ignore
    if stray and not (options.content / "site.yaml").exists():
        site, ignore = STRAY, (*ignore, "HE")
    else:
        site = load_site(options.content)
    evidence, waivers = options.content / "evidence.yaml", options.content / "waivers.yaml"
    register = load_register(evidence, shown_path(evidence)) if evidence.exists() else Register("", {}, {})
    return Desk(site, register, load_waivers(waivers, shown_path(waivers)), active_rules(options.select, ignore))


class Reader(Struct):
    """Reads articles one by one; broken files and slugs that collide are kept, so that one run names them all."""

    site: Site
    errors: list[NostrumError] = field(default_factory=list)
    slugs: dict[str, str] = field(default_factory=dict)

    def read(self, paths: Iterable[Path]) -> Iterator[Document]:
        """The articles that can be read."""
        for path in paths:
            try:
                document = check_names(document_of(read_source(path), self.site))
            except InputError as error:
                self.errors.append(error)
                continue
            first = self.slugs.setdefault(document.meta.slug, document.path)
            if first != document.path:
                what = f"slug {document.meta.slug} is also the slug of {first}"
                self.errors.append(InputError(what, "give one of them another slug", path=document.path, line=1))
                continue
            try:
                check_images(document, path.parent)
            except InputError as error:  # its text can be judged all the same, alternative texts with it
                self.errors.append(error)
            yield document

    def finish(self) -> None:
        """Raise what was kept."""
        all_or_errors(self.errors)


def appraise(document: Document, desk: Desk, options: Options) -> Verdict:
    """Document to verdict: claims, rules, waivers, gate."""
    reading = read_claims(document, desk.register)
    findings = run_rules(Context(document, reading, desk.register, desk.site, options.today), desk.rules)
    settled = settle(document, findings, desk.waivers, desk.rules, options.today)
    return judge(document, settled.left, settled.waived, options.failing)


def lint(paths: tuple[Path, ...], options: Options, take: Callable[[Judged], None]) -> LintRun:
    """Judge the articles one by one and hand each to `take`; a broken file does not keep the others from being judged.

    Nothing of an article is kept here, so memory does not grow with the number of articles.
    """
    files = find_articles(paths, options.content)
    desk = set_desk(options, stray=bool(paths))
    reader = Reader(desk.site)
    for document in reader.read(files):
        options.progress(f"reading {document.path}")
        take(judged(appraise(document, desk, options)))
    return LintRun(desk.rules, tuple(reader.errors))


def judged(verdict: Verdict) -> Judged:
    """What a report may say of an article."""
    document = verdict.document
    file = CheckedFile(document.path, document.sha256, document.words, document.source)
    return Judged(file, verdict.findings, verdict.waived)


def claims(paths: tuple[Path, ...], options: Options) -> tuple[tuple[Document, Reading], ...]:
    """Every health claim of the articles, supported or not."""
    files = find_articles(paths, options.content)
    desk = set_desk(options, stray=bool(paths))
    reader = Reader(desk.site)
    out = tuple((document, read_claims(document, desk.register)) for document in reader.read(files))
    reader.finish()
    return out


def unflagged(paths: tuple[Path, ...], options: Options) -> tuple[tuple[Document, tuple[Sentence, ...]], ...]:
    """For each promotional article the visible sentences that no finding touches: a reviewer reads those."""
    files = find_articles(paths, options.content)
    desk = set_desk(options, stray=bool(paths))
    reader = Reader(desk.site)
    pages = []
    for document in reader.read(files):
        reading = read_claims(document, desk.register)
        if reading.page.promotional:
            findings = run_rules(Context(document, reading, desk.register, desk.site, options.today), desk.rules)
            silent = (s for s in document.body() if not any(finding.span.touches(s.span) for finding in findings))
            pages.append((document, tuple(silent)))
    reader.finish()
    return tuple(pages)


def publish(paths: tuple[Path, ...], options: Options, *, draft: bool = False, only: tuple[str, ...] = OUTPUTS) -> PublishRun:
    """Judge, render what is cleared, read it back, and swap it into build/ in one step.

    Nothing is published when a file is broken or an output lost something; a blocked article's old
    outputs leave build/.
    """
    from pipeline import production

    files = find_articles(paths, options.content)
    desk = set_desk(options)
    reader = Reader(desk.site)
    verdicts = [appraise(document, desk, options) for document in reader.read(files)]
    reader.finish()
    result = gathered(map(judged, verdicts), desk.rules)
    pieces: list[Publishable] = [v if isinstance(v, Cleared) else as_draft(v) for v in verdicts if draft or isinstance(v, Cleared)]
    withdrawn = tuple(v.document.meta.slug for v in verdicts if isinstance(v, Blocked) and not draft)
    plant = open_plant(desk, options)
    editions, lost = production.produce(pieces, plant, only)
    if lost:
        return PublishRun(result, lost, (), ())
    production.release(editions, withdrawn, None if paths else tuple(v.document for v in verdicts), plant)
    return PublishRun(result, (), tuple(edition.slug for edition in editions), withdrawn)


def open_plant(desk: Desk, options: Options) -> production.Plant:
    """The means of rendering and reading back."""
    from pipeline import production

    folders = (options.templates, options.content, options.build)
    return production.open_plant(desk.site, desk.register, desk.rules, folders, options.progress)


def verify(options: Options) -> VerifyRun:
    """Read back what lies in build/ and compare it with the articles and their manifests."""
    from pipeline import production

    desk = set_desk(options)
    reader = Reader(desk.site)
    documents = tuple(reader.read(find_articles((), options.content)))
    reader.finish()
    return VerifyRun(*production.inspect(documents, open_plant(desk, options), OUTPUTS))
