"""The command line as people and scripts meet it: a process, its exit code, its two streams."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pipeline import __version__

ROOT = Path(__file__).resolve().parent.parent

NEUTRAL = """---
title: Tea
description: What tea is.
author: {name: Tea Desk, kind: organization}
reviewed_by: {name: Tea Desk, kind: organization}
date: 2026-01-02
last_reviewed: 2026-01-02
relationship: none
products: []
markets: [US]
disclaimers: [medical-advice]
ai_use: none
---

Tea is a drink. It is made from leaves and hot water. People drink it in the morning.
"""
SELLER = NEUTRAL.replace("relationship: none\nproducts: []", "relationship: seller\nproducts: [{name: Acme Daily}]")
CLAIM = SELLER + "\nAcme Daily cures eczema.\n"
LINE = CLAIM.count("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is no project, with one clean article and one that is not."""
    (tmp_path / "tea.md").write_text(NEUTRAL, encoding="utf-8")
    (tmp_path / "claim.md").write_text(CLAIM, encoding="utf-8")
    return tmp_path


def nostrum(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One run of the command."""
    command = [sys.executable, "-m", "pipeline", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error of a run that could not be done."""
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
    return done.stderr.rstrip("\n")


# ---------------------------------------------------------------- lint
def test_a_clean_article(folder: Path) -> None:
    done = nostrum(folder, "lint", "tea.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Nothing found in 1 file \(\d+ words, \d+ rules\)\.\n  tea\.md \(\d+ words\)\n", done.stdout)


def test_a_claim(folder: Path) -> None:
    done = nostrum(folder, "lint", "claim.md", "--select", "HC101")
    assert (done.returncode, done.stderr) == (1, "")
    head, quote, marks, *_ = done.stdout.splitlines()
    assert head.startswith(f"claim.md:{LINE}:12: HC101 error: ")
    assert (quote, marks) == (f"{LINE:>6} | Acme Daily cures eczema.", f"       | {'':11}^^^^^^^^^^^^")


def test_json_on_standard_output_and_in_a_file(folder: Path) -> None:
    done = nostrum(folder, "lint", "claim.md", "tea.md", "--format", "json", "--select", "HC101")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert [file["path"] for file in report["files"]] == ["claim.md", "tea.md"]
    (found,) = report["findings"]
    assert CLAIM[found["offset"] : found["end_offset"]] == found["excerpt"] == "cures eczema"
    saved = nostrum(folder, "lint", "claim.md", "tea.md", "--format", "json", "--select", "HC101", "--output", "report.json")
    assert (saved.returncode, saved.stdout) == (1, "")
    assert (folder / "report.json").read_text(encoding="utf-8") == done.stdout


@pytest.mark.parametrize("form", ["sarif", "github", "junit", "csv"])
def test_other_formats(folder: Path, form: str) -> None:
    done = nostrum(folder, "lint", "claim.md", "--format", form, "--select", "HC101")
    assert done.returncode == 1
    parts: dict[str, Callable[[str], str]] = {
        "sarif": lambda text: json.loads(text)["runs"][0]["results"][0]["ruleId"],
        "github": lambda text: text.split("title=")[1].split()[0],
        "junit": lambda text: ElementTree.fromstring(text).findall("testsuite/testcase/failure")[0].attrib["type"],  # noqa: S314
        "csv": lambda text: text.splitlines()[1].split(",")[7],
    }
    assert parts[form](done.stdout) == "HC101"


def test_fail_on(folder: Path) -> None:
    (folder / "dateless.md").write_text(NEUTRAL.replace("date: 2026-01-02\n", "", 1), encoding="utf-8")
    warned = nostrum(folder, "lint", "dateless.md", "--select", "HD104")
    assert (warned.returncode, "HD104 warning: " in warned.stdout) == (0, True)
    assert nostrum(folder, "lint", "dateless.md", "--select", "HD104", "--fail-on", "warning").returncode == 1
    assert nostrum(folder, "lint", "dateless.md", "--ignore", "HD104", "--fail-on", "warning").returncode == 0


def test_several_broken_files_are_all_named_and_the_others_are_judged(folder: Path) -> None:
    (folder / "latin.md").write_bytes(b"---\ntitle: Caf\xe9\n---\n")
    (folder / "double.md").write_text("---\ntitle: a\ntitle: b\n---\n", encoding="utf-8")
    done = nostrum(folder, "lint", ".", "--select", "HC101")
    assert done.returncode == 2
    assert "claim.md:" in done.stdout
    first, second = done.stderr.splitlines()
    assert first.startswith("double.md:3: ")
    assert second.startswith("latin.md:2: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no command given; try: nostrum lint, or nostrum --help"),
        (("publsh",), "there is no command 'publsh'; choose from lint, claims, publish"),
        (("lint", "--frmat", "json"), "unrecognized arguments: --frmat; see: nostrum --help"),
        (("lint", "--format", "yaml"), "argument --format: there is no 'yaml'; choose from text, json, sarif, github, junit, csv"),
        (("lint", "--fail-on", "never"), "argument --fail-on: there is no 'never'; choose from error, warning, info"),
        (("publish", "--only", "web,fax"), "argument --only: there is no 'fax'; choose from web, handout, newsletter"),
        (("lint", "none.md"), "none.md: no such file or folder; check the spelling of the path"),
        (("lint", "empty"), "no article (*.md) in empty; "),
        (("lint",), "there is no folder content/ here; "),
        (("lint", "tea.md", "--select", "ZZ9"), "--select ZZ9: no rule's code begins so; "),
        (("lint", "tea.md", "--ignore", "H"), "--select and --ignore leave no rule to check; "),
        (("lint", "tea.md", "--output", "no/such/folder"), "no/such/folder: cannot be written: "),
        (("explain", "HC1011"), "no rule HC1011; did you mean HC101? nostrum rules lists all"),
        (("new", "Not A Slug"), "'Not A Slug' cannot be a slug; use lower-case letters, digits and single hyphens"),
        (("lint", "\x1b[31m::error::\n##[x].md"), "\\u{1b}[31m::error::\\u{a}#\\u{23}[x].md: no such file"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_one_line(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    (folder / "empty").mkdir()
    assert refused(nostrum(folder, *arguments)).startswith(message)


# ---------------------------------------------------------------- consoles
def test_in_github_actions_no_line_is_a_command(folder: Path) -> None:
    nasty = CLAIM + "\n::error::cures eczema ##[group]x\n\n::stop-commands::Acme Daily cures acne.\n"
    (folder / "nasty.md").write_text(nasty, encoding="utf-8")
    done = nostrum(folder, "lint", "nasty.md", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert [line for line in (done.stdout + done.stderr).splitlines() if line.strip().startswith("::") or "##[" in line] == []


def test_a_reader_who_has_gone_is_no_error(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "pipeline", "lint", "claim.md"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=env, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error(folder: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "lint", "tea.md"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=folder, env=env, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("standard output cannot be written: ")


def test_text_is_utf_8_in_any_locale(folder: Path) -> None:
    (folder / "tea.md").write_text(CLAIM.replace("Acme Daily cures", "“Acme Daily” cures"), encoding="utf-8")
    done = nostrum(folder, "lint", "tea.md", "--select", "HC101", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "| “Acme Daily” cures eczema." in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals of this kind")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_the_run_without_a_traceback(tmp_path: Path, number: signal.Signals) -> None:
    for name in range(400):
        (tmp_path / f"a{name:03}.md").write_text(
            CLAIM.replace("title: Tea", f"title: Tea\nslug: tea-{name}") + CLAIM[-400:] * 20, encoding="utf-8"
        )
    command = [sys.executable, "-m", "pipeline", "lint", "."]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(0.8)
    child.send_signal(number)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 128 + number
    assert "Traceback" not in err
    assert "400 files" not in out  # what was told stays, and nothing sums it up


def test_a_report_is_delivered_whole_or_not_at_all(folder: Path) -> None:
    (folder / "report.txt").write_text("old\n", encoding="utf-8")
    assert nostrum(folder, "lint", "missing.md", "--output", "report.txt").returncode == 2
    (folder / "broken.md").write_text("no front matter\n", encoding="utf-8")
    assert nostrum(folder, "lint", "broken.md", "--output", "report.txt").returncode == 2
    assert (folder / "report.txt").read_text(encoding="utf-8") == "old\n"
    (folder / "tea.md").write_text(CLAIM, encoding="utf-8")
    done = nostrum(folder, "lint", "tea.md", "broken.md", "--select", "HC101", "--output", "report.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert (folder / "report.txt").read_text(encoding="utf-8") == nostrum(folder, "lint", "tea.md", "--select", "HC101").stdout
    assert not list(folder.glob(".*.part"))


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a terminal of 80 columns gets on both streams."""
    master, slave = pytest.importorskip("pty").openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "", **environment}
    child = subprocess.Popen([sys.executable, "-m", "pipeline", *arguments], cwd=folder, env=env, stdout=slave, stderr=slave)
    os.close(slave)
    out = b""
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    child.wait(60)
    os.close(master)
    return out.decode("utf-8").replace("\r\n", "\n")


def test_colour_on_a_terminal_only(folder: Path) -> None:
    coloured = on_a_terminal(folder, "lint", "claim.md")
    assert "\x1b[1;31mHC101 error:\x1b[0m" in coloured
    assert "\x1b" not in on_a_terminal(folder, "lint", "claim.md", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(folder, "lint", "claim.md", TERM="dumb")
    assert max(len(line) for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines()) <= 80


def test_a_line_of_progress_appears_after_a_second_and_is_wiped(tmp_path: Path) -> None:
    code = (
        "import time\nfrom pipeline.cli.console import Progress\n"
        "with Progress() as progress:\n    progress('reading a\\x1b.md')\n    time.sleep(1.3)\nprint('done')"
    )
    (tmp_path / "slow.py").write_text(code, encoding="utf-8")
    master, slave = pytest.importorskip("pty").openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "slow.py"], cwd=tmp_path, env=env, stdout=slave, stderr=slave, check=True, timeout=60)
    os.close(slave)
    assert os.read(master, 65536).decode() == "\r\x1b[2Kreading a\\u{1b}.md …\r\x1b[2Kdone\r\n"
    os.close(master)


# ---------------------------------------------------------------- publish and verify
@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's own settings and templates with one article that is clean and sells nothing."""
    (tmp_path / "content").mkdir()
    for name in ("site.yaml", "evidence.yaml"):
        shutil.copy(ROOT / "content" / name, tmp_path / "content" / name)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "content" / "tea.md").write_text(NEUTRAL, encoding="utf-8")
    return tmp_path


def test_publish_and_verify(project: Path) -> None:
    done = nostrum(project, "publish", "--only", "newsletter", "--ignore", "HX")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"Nothing found in 1 file \(\d+ words, \d+ rules\)\.\nPublished 1 article \(newsletter\):\n  build/tea/\n", done.stdout
    )
    text = project / "build" / "tea" / "newsletter.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("hot water", "hot milk"), encoding="utf-8")
    altered = nostrum(project, "verify")
    assert altered.returncode == 1
    assert "build/tea/newsletter.txt:" in altered.stdout
    assert re.search(r"\nRead back tea in build/: \d+ errors?( and \d+ \w+)?\.\n$", altered.stdout)


def test_a_blocked_article_is_not_published(project: Path) -> None:
    (project / "content" / "claim.md").write_text(CLAIM, encoding="utf-8")
    (project / "content" / "tea.md").unlink()
    done = nostrum(project, "publish", "--only", "newsletter")
    assert done.returncode == 1
    assert f"content/claim.md:{LINE}:12: HC101 error: " in done.stdout
    assert done.stdout.endswith("\nNot published: claim (nothing of it is in build/).\n")
    assert not (project / "build" / "claim").exists()
    draft = nostrum(project, "publish", "--only", "newsletter", "--draft")
    assert draft.returncode == 1
    assert draft.stdout.endswith(
        "\nMade drafts of 1 article (newsletter):\n  build/claim/\n"
        "Pages of articles that are not cleared say so: do not send them to readers.\n"
    )
    assert "DRAFT, NOT CLEARED" in (project / "build" / "claim" / "newsletter.txt").read_text(encoding="utf-8")


def test_nothing_to_verify(project: Path) -> None:
    assert refused(nostrum(project, "verify")) == "nothing is published in build/; run: nostrum publish"


# ---------------------------------------------------------------- the other commands
def test_claims(folder: Path) -> None:
    done = nostrum(folder, "claims", "claim.md", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr, report["version"]) == (0, "", 1)
    place = "path line column end_line end_column offset end_offset excerpt"
    keys = f"{place} kind agent effect object hedged negated attributed status evidence claim_id".split()
    assert [list(claim) for claim in report["claims"]] == [keys] * len(report["claims"])
    found = [(claim["kind"], claim["line"], CLAIM[claim["offset"] : claim["end_offset"]]) for claim in report["claims"]]
    assert ("disease", LINE, "cures eczema") in found
    text = nostrum(folder, "claims", "claim.md")
    assert text.returncode == 0
    assert f"claim.md:{LINE}:12: unsupported disease" in text.stdout
    assert text.stdout.splitlines()[-1].startswith(f"{len(report['claims'])} claim")


def test_unflagged_sentences_of_a_promotional_page(folder: Path) -> None:
    done = nostrum(folder, "claims", "--unflagged", "tea.md", "claim.md", "--format", "json")
    assert done.returncode == 0
    found = [(item["path"], item["line"], item["column"], item["excerpt"]) for item in json.loads(done.stdout)["unflagged"]]
    assert found == [
        ("claim.md", LINE - 2, 1, "Tea is a drink."),
        ("claim.md", LINE - 2, 17, "It is made from leaves and hot water."),
        ("claim.md", LINE - 2, 55, "People drink it in the morning."),
    ]
    text = nostrum(folder, "claims", "--unflagged", "claim.md").stdout
    assert text.splitlines()[-1] == "3 sentences on 1 promotional page without any finding. Read them: rules do not see everything."


def test_rules_and_explain(folder: Path) -> None:
    listed = json.loads(nostrum(folder, "rules", "--format", "json").stdout)["rules"]
    first = listed[0]
    assert (first["rule"], first["name"], first["severity"]) == ("HC101", "disease-treatment", "error")
    text = nostrum(folder, "rules").stdout
    assert text.startswith("HC101  error    disease-treatment (US, EU, UK, CA, AU)\n")
    assert f"{len(listed)} rules. For more about one: nostrum explain HC101\n" in text
    page = nostrum(folder, "explain", "hc101")
    assert (page.returncode, page.stderr) == (0, "")
    assert page.stdout.startswith(
        "HC101 disease-treatment\nseverity  error (blocks publication); cannot be waived\nmarkets   US, EU, UK, CA, AU\n\n"
    )
    assert nostrum(folder, "explain", "disease-treatment").stdout == page.stdout


def test_every_rule_explains_itself(folder: Path) -> None:
    code = "from pipeline.rules.catalogue import RULES\nfrom pipeline.report.rules import page\nfrom pipeline.report.terminal import Look\n"
    code += "print(min(len(page(rule, Look())) for rule in RULES))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 300


def test_new(folder: Path) -> None:
    (folder / "content").mkdir()
    (folder / "draft.txt").write_text("All About Tea\n\nTea is a drink. It is made from leaves.\n\n- hot\n- wet\n", encoding="utf-8")
    done = nostrum(folder, "new", "all-about-tea", "--from", "draft.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "content/all-about-tea.md: 0 headings, 2 list items, 11 words\n"
        "  title  All About Tea (the draft's first heading)\n"
        "  next   fill in the front matter, then: nostrum lint content/all-about-tea.md\n"
    )
    assert nostrum(folder, "lint", "content/all-about-tea.md").returncode == 1
    again = refused(nostrum(folder, "new", "all-about-tea"))
    assert again == "content/all-about-tea.md is there already; choose another slug, or move the file away first"


def test_doctor(folder: Path) -> None:
    done = nostrum(folder, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    names = [line.split()[:2] for line in done.stdout.splitlines()[:-1]]
    assert names == [["ok", name] for name in ("nostrum", "Python", "packages", "Pango", "fonts", "project")]
    assert done.stdout.splitlines()[-1] == "Everything is there."


def test_doctor_names_what_is_missing_and_the_command(folder: Path) -> None:
    (folder / "content").mkdir()
    (folder / "content" / "site.yaml").write_text("publisher: x\nnonsense: y\n", encoding="utf-8")
    done = nostrum(folder, "doctor")
    assert done.returncode == 2
    problem, remedy, summary = done.stdout.splitlines()[-3:]
    assert problem.startswith("missing  project   content/site.yaml:2: unknown key `nonsense`")
    assert remedy.startswith("         mend it: ")
    assert summary == "1 of 6 to mend."


def test_version_and_help(folder: Path) -> None:
    assert nostrum(folder, "--version").stdout == f"nostrum {__version__}\n"
    helped = nostrum(folder, "lint", "--help")
    assert (helped.returncode, helped.stdout.startswith("usage: nostrum lint [-h]")) == (0, True)
