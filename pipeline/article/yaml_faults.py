"""msgspec's complaints in an author's words: what is wrong, what to do, and the way to the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from msgspec import inspect

Steps: TypeAlias = tuple[str | int, ...]

_STEP = re.compile(r"\.([^.\[\]`]+)|\[(\d+|\.\.\.)\]")
_EXPECTED = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a mapping (`key: value` lines)",
    "date": "a date such as 2026-11-23",
    "null": "nothing",
}
_BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}


def explain(message: str, kind: Any) -> tuple[str, str, Steps]:
    """What is wrong, what to do, and the keys and list indexes that lead to the place from the top.

    `message` is a msgspec.ValidationError's; `kind` is the type that was asked for.
    """
    problem, _, place = message.partition(" - at `")
    steps = _steps(place.removesuffix("`"))
    if found := re.fullmatch(r"Object contains unknown field `(.*)`", problem, re.DOTALL):
        return f"unknown key `{found[1]}`", _choose(found[1], _fields(_at(kind, steps))), (*steps, found[1])
    if found := re.fullmatch(r"Object missing required field `(.*)`", problem):
        return f"`{_dotted((*steps, found[1]))}` is missing", f"add `{found[1]}: …`", steps
    if found := re.fullmatch(r"Invalid enum value '?(.*?)'?", problem, re.DOTALL):
        return f"`{_dotted(steps)}` cannot be `{found[1]}`", _choose(found[1], _members(_at(kind, steps))), steps
    if found := re.fullmatch(r"Expected `(.*)`, got `(.*)`", problem):
        return _mismatch(_dotted(steps), found[1], found[2]), f"write {_in_words(found[1])}", steps
    if found := re.fullmatch(r"Expected `\w+` ([<>]=?) (\S+)", problem):
        return f"`{_dotted(steps)}` must be {_BOUNDS[found[1]]} {found[2]}", "write such a number", steps
    if "date" in problem:
        return f"`{_dotted(steps)}` is not a date", "write it as 2026-11-23", steps
    return f"`{_dotted(steps)}`: {problem[:1].lower()}{problem[1:]}", "mend the value", steps


def _mismatch(place: str, expected: str, got: str) -> str:
    if got == "null":
        return f"`{place}` is empty"
    return f"`{place}` must be {_in_words(expected)}, not {_in_words(got)}"


def _in_words(types: str) -> str:
    return " or ".join(_EXPECTED.get(name, name) for name in types.split(" | ") if name != "null") or "nothing"


def _steps(place: str) -> Steps:
    return tuple(name or (int(number) if number.isdigit() else number) for name, number in _STEP.findall(place))


def _dotted(steps: Steps) -> str:
    """The steps as a person counts: `products[1].name` is the first product's name."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".") or "the whole"


def _choose(written: str, known: list[str]) -> str:
    """The likeliest of the known words, or all of them."""
    from difflib import get_close_matches

    close = get_close_matches(written, known, n=1)
    return f"did you mean `{close[0]}`?" if close else "use one of: " + ", ".join(known)


def _at(kind: Any, steps: Steps) -> list[inspect.Type]:
    """The types that may stand at the end of the steps."""
    types = list(_unfold(inspect.type_info(kind)))
    for step in steps:
        types = [inner for outer in types for inner in _inside(outer, step)]
    return types


def _inside(outer: inspect.Type, step: str | int) -> Iterator[inspect.Type]:
    match outer:
        case inspect.StructType() | inspect.DataclassType():
            yield from (found for item in outer.fields if item.encode_name == step for found in _unfold(item.type))
        case inspect.ListType() | inspect.VarTupleType():
            yield from _unfold(outer.item_type)
        case inspect.DictType():
            yield from _unfold(outer.value_type)


def _unfold(kind: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(kind, inspect.Metadata):
        yield from _unfold(kind.type)
    elif isinstance(kind, inspect.UnionType):
        for inner in kind.types:
            yield from _unfold(inner)
    else:
        yield kind


def _fields(types: list[inspect.Type]) -> list[str]:
    structs = (kind for kind in types if isinstance(kind, inspect.StructType | inspect.DataclassType))
    return [item.encode_name for kind in structs for item in kind.fields]


def _members(types: list[inspect.Type]) -> list[str]:
    names: list[str] = []
    for kind in types:
        if isinstance(kind, inspect.EnumType):
            names += [str(member.value) for member in kind.cls]
        elif isinstance(kind, inspect.LiteralType):
            names += [str(value) for value in kind.values]
    return names
