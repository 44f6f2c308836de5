"""JSON as `json.dumps(value, indent=2)` writes it, in less memory: the library lists every word of it first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted


def text_of(value: object, margin: str = "\n") -> str:
    """The value on lines that are indented by two blanks a level, in ASCII. Raises ValueError for nan and infinity.

    An iterator is written as a list, whose items need not all be there at once.
    """
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, int | float):
        return _plain(value)
    inner = f"{margin}  "
    if isinstance(value, dict):
        pairs = [f"{inner}{_key(key)}: {quoted(item) if isinstance(item, str) else text_of(item, inner)}" for key, item in value.items()]
        return f"{{{','.join(pairs)}{margin}}}" if pairs else "{}"
    if isinstance(value, list | tuple | Iterator):
        items = [f"{inner}{text_of(item, inner)}" for item in value]
        return f"[{','.join(items)}{margin}]" if items else "[]"
    raise TypeError(f"{type(value).__name__} is not JSON")


def _plain(value: float | None) -> str:
    return str(value) if type(value) is int else json.dumps(value, allow_nan=False)


# Objects of one kind have the same keys.
_key = lru_cache(maxsize=256)(quoted)
