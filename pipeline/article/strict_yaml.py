"""YAML as people write it by hand: text in mappings and lists, each piece with its place.

Plain YAML 1.1 guesses (`no` is false, `010` is eight) and can do what settings never need (aliases
that grow, tags that build objects, a second document, a key that silently wins over an earlier
one). Here every scalar stays text until a schema types it, and whatever is not plain text in
mappings and lists is an error with its line.

`load` gives nodes with their places, `convert` types them; both raise the error class they are
given (`ConfigError` unless told otherwise).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeVar

import msgspec
import yaml
from msgspec import Struct

from pipeline.errors import ConfigError, NostrumError

MAX_DEPTH = 20

T = TypeVar("T")

# Characters that YAML, an editor and a reader would each take for something else: controls, other
# line ends, tabs, halves of surrogate pairs. LF and CR are the only ones that may stand in a file.
_REFUSED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BYTE_ORDER_MARK = re.compile("\ufeff")
_LINE_END = re.compile(r"\r\n|\n|\r")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


class Scalar(Struct, frozen=True):
    """A piece of text; `value` is None where nothing, `null` or `~` was written without quotes.

    `start` and `end` are character offsets in the text that was loaded, quotes and block marks
    included; `line` is 1-based. `ambiguous`: other YAML readers would take it for a date, a number,
    a truth value or nothing.
    """

    value: str | None
    start: int
    end: int
    line: int
    plain: bool
    ambiguous: bool


class Sequence(Struct, frozen=True):
    """A list."""

    value: tuple[Node, ...]
    start: int
    end: int
    line: int


class Mapping(Struct, frozen=True):
    """Keys and values, in the order written; keys are unique text."""

    value: tuple[tuple[Scalar, Node], ...]
    start: int
    end: int
    line: int

    def get(self, key: str) -> Node | None:
        """The value of a key, None where the key is absent."""
        return next((node for name, node in self.value if name.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def load(text: str, *, path: str, first_line: int = 1, error: type[NostrumError] = ConfigError) -> Mapping:
    """The mapping that a YAML text holds; an empty text is an empty mapping.

    `path` and `first_line` (the line of the file on which the text starts) go into errors and nodes.
    """
    return _Reader(text, path, first_line, error).document()


def read(file: Path, path: str, error: type[NostrumError] = ConfigError) -> Mapping:
    """The mapping in a UTF-8 file (a byte order mark may stand first); `path` is how errors name it."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise error(f"cannot be read ({fault.strerror})", "check that the file is there and readable", path=path) from None
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise error("not UTF-8", "save the file as UTF-8", path=path, line=line) from None
    return load(text, path=path, error=error)


def to_plain(node: Node) -> object:
    """The node as dict, list, str and None, for msgspec."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [to_plain(item) for item in node.value]
        case Mapping():
            return {key.value: to_plain(value) for key, value in node.value}


def convert(node: Node, kind: type[T], path: str, error: type[NostrumError] = ConfigError) -> T:
    """The node as a typed value; the first thing that does not fit is raised with its line."""
    try:
        return msgspec.convert(to_plain(node), kind, strict=False)
    except msgspec.ValidationError as fault:
        from pipeline.article.yaml_faults import explain

        what, remedy, steps = explain(str(fault), kind)
        raise error(what, remedy, path=path, line=_line(node, steps)) from None


def _line(node: Node, steps: tuple[str | int, ...]) -> int:
    """The line of what the steps lead to: of the key for a mapping's value, else of the thing itself."""
    line = node.line
    for step in steps:
        if isinstance(node, Mapping):
            pair = next(((key, value) for key, value in node.value if key.value == step), None)
            if pair is None:
                return line
            line, node = pair[0].line, pair[1]
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.value[step]
            line = node.line
    return line


class _Reader:
    """Builds nodes from libyaml's events, which are exact in place (and Any to PyYAML's stubs)."""

    def __init__(self, text: str, path: str, first_line: int, error: type[NostrumError]) -> None:
        self._path, self._first_line, self._error = path, first_line, error
        self._text = text
        # libyaml drops a byte order mark uncounted: every place would be off by one.
        if bad := _REFUSED.search(text) or _BYTE_ORDER_MARK.match(text):
            self._refuse_character(bad.group(), len(_LINE_END.findall(text, 0, bad.start())))
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))

    def document(self) -> Mapping:
        self._next()  # the start of the stream
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return Mapping((), 0, 0, self._first_line)
        if start.version or start.tags:
            self._fail(start, "a % directive", "remove it; only plain YAML is read")
        root = self._node(self._next(), 1)
        self._next()  # the end of the document
        if not isinstance(after := self._next(), yaml.StreamEndEvent):
            self._fail(after, "a second document", "keep everything in one document, without a second ---")
        return self._rooted(root)

    def _rooted(self, root: Node) -> Mapping:
        match root:
            case Mapping():
                return root
            case Scalar(value=None):
                return Mapping((), root.start, root.end, root.line)
        what = f"{'text' if isinstance(root, Scalar) else 'a list'} where `key: value` lines belong"
        raise self._error(what, "write `key: value` lines", path=self._path, line=root.line)

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._fail(event, "an alias or anchor (& or *)", "write the text out, or put it in quotes")
        if event.tag is not None:
            self._fail(event, "a tag (!)", "remove it, or put the text in quotes")
        if depth > MAX_DEPTH:
            self._fail(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
        return self._scalar(event)

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), *self._place(start, event))

    def _mapping(self, start: Any, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            name, key = self._key(event, depth)
            if name in pairs:
                self._fail(event, f"the key `{name}` is there twice (first on line {pairs[name][0].line})", "keep one of them")
            pairs[name] = key, self._node(self._next(), depth + 1)
        return Mapping(tuple(pairs.values()), *self._place(start, event))

    def _key(self, event: Any, depth: int) -> tuple[str, Scalar]:
        key = self._node(event, depth + 1)
        if not isinstance(key, Scalar) or not key.value:
            self._fail(event, "a key that is not text", "write `key: value`")
        if key.plain and key.value == "<<":
            self._fail(event, "a merge key (<<)", "write the keys out")
        return key.value, key

    def _scalar(self, event: Any) -> Scalar:
        value, plain = event.value, event.implicit[0]
        if bad := _REFUSED.search(value):
            self._refuse_character(bad.group(), event.start_mark.line)
        tag = _implicit_tag(value) if plain else ""
        return Scalar(None if tag.endswith(":null") else value, *self._place(event, event), plain, bool(tag))

    def _next(self) -> Any:
        try:
            return next(self._events)
        except yaml.MarkedYAMLError as fault:
            self._refuse_syntax(fault)

    def _refuse_syntax(self, fault: Any) -> NoReturn:
        """At the place of the fault, or where the unfinished thing began if the text ran out."""
        mark, written = fault.problem_mark, self._text.rstrip()
        if fault.context_mark and (mark is None or mark.index >= len(written)):
            mark = fault.context_mark
        # libyaml places some faults on a line after the last.
        line = self._first_line + min(mark.line if mark else 0, len(_LINE_END.findall(written)))
        what = f"not valid YAML: {fault.problem or fault.context}"
        raise self._error(what, "put text that holds `: `, `#` or quotes into quotes", path=self._path, line=line) from None

    def _refuse_character(self, char: str, lines_before: int) -> NoReturn:
        what = "a tab" if char == "\t" else f"the control character U+{ord(char):04X}"
        raise self._error(what, "use blanks and plain line ends", path=self._path, line=self._first_line + lines_before)

    def _fail(self, event: Any, what: str, remedy: str) -> NoReturn:
        raise self._error(what, remedy, path=self._path, line=self._line_of(event))

    def _place(self, first: Any, last: Any) -> tuple[int, int, int]:
        return first.start_mark.index, last.end_mark.index, self._line_of(first)

    def _line_of(self, event: Any) -> int:
        return self._first_line + int(event.start_mark.line)


def _implicit_tag(value: str) -> str:
    """What YAML 1.1 takes an unquoted text for, empty for text."""
    candidates = [*_RESOLVERS.get(value[:1], ()), *_RESOLVERS.get(None, ())]
    return next((str(tag) for tag, pattern in candidates if pattern.match(value)), "")
