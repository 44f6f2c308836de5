"""The commands: each calls one function of the workflow and says in words what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pipeline.cli import console
from pipeline.cli.arguments import OUTPUTS, Arguments
from pipeline.cli.console import CLEAN, FOUND, NOT_DONE
from pipeline.report.formats import Format, reporter, write
from pipeline.report.plain import count, listed, tame
from pipeline.report.result import LintResult
from pipeline.report.summary import found, sentence
from pipeline.report.terminal import told

if TYPE_CHECKING:
    from pipeline import workflow as work
    from pipeline.findings import Finding


def lint(given: Arguments) -> int:
    """Findings of the articles; 2 when a file could not be read, whatever the others are like."""
    from pipeline import workflow
    from pipeline.cli.codes import check_codes

    check_codes(given.select, given.ignore)
    with console.delivery(given.output) as out, console.Progress() as progress:
        report = reporter(given.form, console.look(), progress.aside(out))
        run = workflow.lint(given.paths, _options(given, progress), report.take)
        report.end(run.rules)
    for error in run.errors:
        console.tell(error)
    return NOT_DONE if run.errors else FOUND if report.tally.fails(given.failing) else CLEAN


def claims(given: Arguments) -> int:
    """Every health claim, supported or not; or the sentences that nothing was said about."""
    from pipeline import workflow
    from pipeline.report import claims as report

    if given.unflagged:
        with console.Progress() as progress:
            silent = workflow.unflagged(given.paths, _options(given, progress))
        text = report.unflagged_json(silent) if given.form is Format.JSON else report.unflagged_text(silent, console.look())
        console.show(text, given.output)
        return CLEAN
    with console.Progress() as progress:
        readings = workflow.claims(given.paths, _options(given, progress))
    console.show(report.as_json(readings) if given.form is Format.JSON else report.as_text(readings, console.look()), given.output)
    return CLEAN


def publish(given: Arguments) -> int:
    """What was published, what was not and why."""
    from pipeline import workflow
    from pipeline.cli.codes import check_codes

    check_codes(given.select, given.ignore)
    with console.Progress() as progress:
        run = workflow.publish(given.paths, _options(given, progress), draft=given.draft, only=given.only or OUTPUTS)
    failed = run.result.fails(given.failing)
    report = write(run.result, Format.TEXT, console.look()) if failed else f"{sentence(run.result.summary)}\n"
    console.show(report + _lost(run) + _published(run, given))
    return FOUND if failed or run.lost else CLEAN


def _lost(run: work.PublishRun) -> str:
    """What the finished outputs turned out not to hold."""
    if not run.lost:
        return ""
    return f"\nThe finished outputs were read back, and something is missing:\n\n{_findings(run.lost)}\nNothing was published.\n"


def _findings(findings: tuple[Finding, ...]) -> str:
    return "\n".join(told(LintResult((), findings), console.look()))


def _published(run: work.PublishRun, given: Arguments) -> str:
    lines = []
    if run.published:
        outputs = listed(given.only or OUTPUTS)
        lines.append(f"{'Made drafts of' if given.draft else 'Published'} {count(len(run.published), 'article')} ({outputs}):")
        lines += [f"  build/{slug}/" for slug in run.published]
    if given.draft and run.published:
        lines.append("Pages of articles that are not cleared say so: do not send them to readers.")
    if run.withdrawn:
        lines.append(f"Not published: {listed(run.withdrawn)} (nothing of it is in build/).")
    return "".join(f"{line}\n" for line in lines)


def verify(given: Arguments) -> int:
    """Whether build/ still holds what the articles say."""
    from pipeline import workflow

    with console.Progress() as progress:
        run = workflow.verify(_options(given, progress))
    verdict = found(LintResult((), run.findings).summary) if run.findings else "every sentence, reference and statement is there"
    console.show(f"{_findings(run.findings)}{chr(10) * bool(run.findings)}Read back {listed(run.checked)} in build/: {verdict}.\n")
    return FOUND if run.findings else CLEAN


def explain(given: Arguments) -> int:
    """A rule's page."""
    from pipeline.cli.codes import rule_named
    from pipeline.report.rules import page

    console.show(page(rule_named(given.code), console.look()), given.output)
    return CLEAN


def rules(given: Arguments) -> int:
    """All rules."""
    from pipeline.report import rules as report
    from pipeline.rules.catalogue import RULES

    console.show(report.as_json(RULES) if given.form is Format.JSON else report.as_text(RULES, console.look()), given.output)
    return CLEAN


def new(given: Arguments) -> int:
    """A new article, and what a person has to look at in it."""
    from pathlib import Path

    from pipeline.article.source import shown_path
    from pipeline.importing.new import new_article

    made = new_article(given.slug, Path("content"), given.source, given.title)
    path = shown_path(made.path)
    faq = f" ({count(made.questions, 'question')})" if made.questions else ""
    figures = f"{count(made.headings, 'heading')}{faq}, {count(made.items, 'list item')}, {count(made.words, 'word')}"
    lines = [
        f"{path}: {figures if given.source else 'an empty article, with the sections that readers look for'}",
        f"  title  {made.title} ({made.title_from})",
        *(f"  note   {note}" for note in made.notes),
        f"  next   fill in the front matter, then: nostrum lint {path}",
    ]
    console.show(tame("".join(f"{line}\n" for line in lines)))
    return CLEAN


def doctor(_: Arguments) -> int:
    """What this machine has, and the command that mends what it has not."""
    from pipeline.doctor import examine
    from pipeline.report.doctor import as_text

    checks = examine()
    console.show(as_text(checks, console.look()))
    return CLEAN if all(check.good for check in checks) else NOT_DONE


def _options(given: Arguments, progress: console.Progress) -> work.Options:
    from pipeline.workflow import Options

    return Options(select=given.select, ignore=given.ignore, failing=given.failing, progress=progress)


COMMANDS: Mapping[str, Callable[[Arguments], int]] = {
    "lint": lint,
    "claims": claims,
    "publish": publish,
    "verify": verify,
    "explain": explain,
    "rules": rules,
    "new": new,
    "doctor": doctor,
}
