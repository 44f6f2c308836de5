"""What the command line may say, and what it said, typed."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from msgspec import Struct

from pipeline import __version__
from pipeline.errors import ConfigError
from pipeline.findings import Severity
from pipeline.report.formats import Format

Choice = TypeVar("Choice", bound=str)

OUTPUTS = ("web", "handout", "newsletter")
_DESCRIPTION = "Find unsupported health claims and missing disclaimers in articles, and publish the articles that are cleared."
_EXIT_CODES = "Exit codes: 0 clean; 1 findings at or above the failing severity; 2 the job could not be done."


class Arguments(Struct, frozen=True):
    """One command with its options; options that a command does not have keep their defaults.

    An empty `only` means all outputs, an empty `select` all rules.
    """

    command: str
    paths: tuple[Path, ...] = ()
    form: Format = Format.TEXT
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    failing: Severity = Severity.ERROR
    output: Path | None = None
    draft: bool = False
    only: tuple[str, ...] = ()
    code: str = ""
    slug: str = ""
    source: Path | None = None
    title: str = ""
    unflagged: bool = False


def parse(argv: Sequence[str]) -> Arguments:
    """The command and its options. Raises ConfigError for bad usage; exits by itself for --help and --version."""
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in vars(_parser(argv).parse_args(argv)).items()
    }
    if not given["command"]:
        raise ConfigError("no command given", "try: nostrum lint, or nostrum --help")
    return Arguments(**given)


def _words(text: str) -> list[str]:
    """The words between commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def _outputs(text: str) -> list[str]:
    return [str(_chosen(word, OUTPUTS)) for word in _words(text)]


def _chosen(word: str, known: Sequence[Choice]) -> Choice:
    """The word, if it is one of the known ones."""
    for one in known:
        if word == one:
            return one
    raise argparse.ArgumentTypeError(f"there is no {word!r}; choose from {', '.join(known)}")


class _Parser(argparse.ArgumentParser):
    """An argument parser that reports bad usage as every other error is reported."""

    def error(self, message: str) -> NoReturn:
        if found := re.fullmatch(r"argument COMMAND: invalid choice: (.+?) \(choose from (.*)\)", message):
            message = f"there is no command {found[1]}; choose from {found[2].replace(chr(39), '')}"
        raise ConfigError(message, f"see: {self.prog} --help")


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that is given, which is a fifth of the work of all of them; of all where none is."""
    top = _Parser(prog="nostrum", description=_DESCRIPTION, epilog=_EXIT_CODES, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"nostrum {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    known = {add.__name__[1:]: add for add in (_lint, _claims, _publish, _verify, _explain, _rules, _new, _doctor)}
    for add in [known[argv[0]]] if argv and argv[0] in known else known.values():
        add(commands)
    return top


def _command(commands: argparse._SubParsersAction[_Parser], name: str, about: str, more: str = "") -> argparse.ArgumentParser:
    return commands.add_parser(
        name, help=about, description=f"{about[0].upper()}{about[1:]}. {more}", epilog=_EXIT_CODES, allow_abbrev=False
    )


def _lint(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "lint", "find unsupported claims and missing disclaimers", "With no PATH: every article in content/.")
    _paths(parser)
    _format(parser, *Format)
    _choice_of_rules(parser)


def _claims(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands, "claims", "list every health claim, with the evidence cited for it", "With no PATH: every article in content/."
    )
    _paths(parser)
    _format(parser, Format.TEXT, Format.JSON)
    parser.add_argument("--unflagged", action="store_true", help="list the sentences of promotional pages that no rule speaks of")


def _publish(commands: argparse._SubParsersAction[_Parser]) -> None:
    more = "An article with errors is not published, and its old outputs are taken out of build/. With no PATH: every article in content/."
    parser = _command(commands, "publish", "make the outputs of every cleared article in build/", more)
    _paths(parser)
    _choice_of_rules(parser)
    parser.add_argument("--draft", action="store_true", help="also make outputs of articles that are not cleared; every page says so")
    parser.add_argument(
        "--only",
        type=_outputs,
        action="extend",
        default=[],
        metavar="OUTPUT",
        help=f"make one output only ({', '.join(OUTPUTS)}); may be repeated",
    )


def _verify(commands: argparse._SubParsersAction[_Parser]) -> None:
    _command(commands, "verify", "read back what lies in build/ and compare it with the articles")


def _explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "explain", "tell what a rule looks for, why, by what law, and what to write instead")
    parser.add_argument("code", metavar="CODE", help="such as HC101")


def _rules(commands: argparse._SubParsersAction[_Parser]) -> None:
    _format(_command(commands, "rules", "list the rules"), Format.TEXT, Format.JSON)


def _new(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "new", "start an article in content/, empty or from a draft", "Nothing is overwritten.")
    parser.add_argument("slug", metavar="SLUG", help="its address, such as zinc-and-skin; the file is content/SLUG.md")
    parser.add_argument("--from", dest="source", type=Path, metavar="FILE", help="a draft as .txt, .docx or .html")
    parser.add_argument("--title", default="", help="its title; otherwise the draft's own, or one made from the slug")


def _doctor(commands: argparse._SubParsersAction[_Parser]) -> None:
    _command(commands, "doctor", "look whether this machine has what is needed, and say how to mend what is missing")


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles, or folders of articles")


def _format(parser: argparse.ArgumentParser, *forms: Format) -> None:
    known = f"one of {', '.join(forms)} (default text)"
    parser.add_argument("--format", dest="form", type=lambda word: _chosen(word, forms), default=Format.TEXT, metavar="FORMAT", help=known)
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the result to a file instead of standard output")


def _choice_of_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--select",
        type=_words,
        action="extend",
        default=[],
        metavar="CODES",
        help="only these rules: codes or their beginnings, such as HC,HD101",
    )
    parser.add_argument("--ignore", type=_words, action="extend", default=[], metavar="CODES", help="not these rules")
    levels = f"the least severity that fails: {', '.join(Severity)} (default error)"
    parser.add_argument(
        "--fail-on",
        dest="failing",
        type=lambda word: _chosen(word, tuple(Severity)),
        default=Severity.ERROR,
        metavar="SEVERITY",
        help=levels,
    )
