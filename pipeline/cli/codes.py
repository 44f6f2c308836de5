"""Rule codes as people type them, held against the rules there are."""

from __future__ import annotations

from pipeline.errors import ConfigError
from pipeline.rules.base import Rule
from pipeline.rules.catalogue import RULES


def check_codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """Raise ConfigError for a code that means no rule, or when no rule is left: nothing would be checked."""
    for option, codes in (("--select", select), ("--ignore", ignore)):
        for code in codes:
            if not any(rule.code.startswith(code) for rule in RULES):
                raise ConfigError(f"{option} {code}: no rule's code begins so", _hint(code))
    if not any((not select or rule.code.startswith(select)) and not (ignore and rule.code.startswith(ignore)) for rule in RULES):
        raise ConfigError("--select and --ignore leave no rule to check", "ignore fewer rules")


def rule_named(code: str) -> Rule:
    """The rule with a code, in any case, or with a name. Raises ConfigError if there is none."""
    found = next((rule for rule in RULES if code.upper() == rule.code or code.lower() == rule.name), None)
    if found is None:
        raise ConfigError(f"no rule {code}", _hint(code))
    return found


def _hint(code: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), [rule.code for rule in RULES], 1)
    return f"did you mean {near[0]}? nostrum rules lists all" if near else "nostrum rules lists all"
