"""Runs the rules over one article and makes findings of what they report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pipeline.findings import Finding, Market, by_place, fingerprinted
from pipeline.rules.base import Context, Problem, Rule, placed
from pipeline.rules.catalogue import RULES
from pipeline.rules.markets import Jurisdictions, jurisdictions


def active_rules(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """The rules that a run uses. Both take codes or prefixes; an empty `select` means all."""
    return tuple(rule for rule in RULES if (not select or rule.code.startswith(select)) and not (ignore and rule.code.startswith(ignore)))


def run_rules(context: Context, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    """The findings of an article in reading order, with fingerprints.

    A rule speaks once about the same words, and once about problems that it puts in one group: the
    finding stands at the first place and says how many more there are.
    """
    places = jurisdictions(context.document)
    findings = [_offered(rule, problem, context) for rule in rules for problem in grouped(_unlawful(rule, context, places))]
    return fingerprinted(sorted(_once(findings), key=by_place))


def _unlawful(rule: Rule, context: Context, places: Jurisdictions) -> Iterator[Problem]:
    """The rule's problems where its law holds, each with the markets in which it does."""
    everywhere = tuple(market for market in rule.markets if market in places.page)
    for problem in rule.check(context) if everywhere else ():
        plain = problem.markets is None and not places.limits
        where = everywhere if plain else _where(problem, rule, places)
        if where:
            yield problem if where == rule.markets else replace(problem, markets=where)


def _offered(rule: Rule, problem: Problem, context: Context) -> Finding:
    """The finding, with the nearest lawful wording where there is one: worked out only for what is reported."""
    rewrite = problem.rewrite or (rule.rewrite(context, problem) if rule.rewrite else None)
    return placed(rule, problem, context.document, rewrite)


def _where(problem: Problem, rule: Rule, places: Jurisdictions) -> tuple[Market, ...]:
    """The markets whose law the problem's words break, and whose readers see them."""
    seen = places.at(problem.span)
    return tuple(market for market in problem.markets or rule.markets if market in seen)


def grouped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """One problem for each group, at its first place and with its gravest severity, counting the others."""
    first: dict[str | int, Problem] = {}
    more: dict[str | int, int] = {}
    for number, problem in enumerate(problems):
        key: str | int = problem.group or number
        if key in first:
            more[key] = more.get(key, 0) + 1
        else:
            first[key] = problem
    return tuple(_counted(problem, more.get(key, 0)) for key, problem in first.items())


def _counted(problem: Problem, more: int) -> Problem:
    if not more:
        return problem
    return replace(problem, message=f"{problem.message} The same holds in {more} more place{'s' if more > 1 else ''}.")


def _once(findings: list[Finding]) -> list[Finding]:
    """The findings without those that say the same of the same words."""
    return list({(finding.rule, finding.span, finding.message): finding for finding in findings}.values())
