"""Strict YAML: what is read, what is refused and on which line."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article.strict_yaml import Mapping, Scalar, convert, load, read, to_plain
from pipeline.errors import ConfigError, InputError


def scalar(text: str, key: str) -> Scalar:
    node = load(text, path="x.yaml").get(key)
    assert isinstance(node, Scalar)
    return node


def test_scalars_stay_text() -> None:
    text = "a: 010\nb: no\nc: 12:30:45\nd: 2026-01-01\ne: 1.50\nf: 'null'\n"
    assert to_plain(load(text, path="x.yaml")) == {
        "a": "010",
        "b": "no",
        "c": "12:30:45",
        "d": "2026-01-01",
        "e": "1.50",
        "f": "null",
    }


@pytest.mark.parametrize("written", ["", "null", "~", "Null"])
def test_nothing_is_none(written: str) -> None:
    assert to_plain(load(f"a: {written}\nb: x\n", path="x.yaml")) == {"a": None, "b": "x"}


@pytest.mark.parametrize(
    ("written", "ambiguous"),
    [("no", True), ("010", True), ("12:30:45", True), ("2026-01-01", True), ("null", True), ("'no'", False), ("norm", False)],
)
def test_what_other_readers_would_take_for_something_else(written: str, ambiguous: bool) -> None:
    assert scalar(f"a: {written}", "a").ambiguous is ambiguous


def test_nodes_know_their_place() -> None:
    text = "# note\ntitle: \"Gut 😀 and skin\"\nlist:\n  - Zoë\n  - {b: 'x y'}\n"
    document = load(text, path="x.yaml", first_line=2)
    title = scalar(text, "title")
    assert text[title.start : title.end] == '"Gut 😀 and skin"'
    assert to_plain(document) == {"title": "Gut 😀 and skin", "list": ["Zoë", {"b": "x y"}]}
    (key, value) = document.value[1]
    assert (key.line, value.line) == (4, 5)
    assert text[key.start : key.end] == "list"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "null\n"])
def test_an_empty_text_is_an_empty_mapping(text: str) -> None:
    document = load(text, path="x.yaml")
    assert isinstance(document, Mapping)
    assert document.value == ()


REFUSED = [
    ("a: 1\nb:\n  c: 1\n  c: 2\n", "x.yaml:4: the key `c` is there twice (first on line 3); keep one of them"),
    ("a: &x 1\n", "x.yaml:1: an alias or anchor (& or *); write the text out, or put it in quotes"),
    ("a: 1\nb: *a\n", "x.yaml:2: an alias or anchor (& or *); write the text out, or put it in quotes"),
    ("a: 1\n<<: {b: 1}\n", "x.yaml:2: a merge key (<<); write the keys out"),
    ("a: !!int 1\n", "x.yaml:1: a tag (!); remove it, or put the text in quotes"),
    ("a: ! b\n", "x.yaml:1: a tag (!); remove it, or put the text in quotes"),
    ("a: 1\n---\nb: 1\n", "x.yaml:2: a second document; keep everything in one document, without a second ---"),
    ("%YAML 1.2\n---\na: 1\n", "x.yaml:1: a % directive; remove it; only plain YAML is read"),
    ("a: 1\nb:\tc\n", "x.yaml:2: a tab; use blanks and plain line ends"),
    ('a: 1\nb: "x\\ty"\n', "x.yaml:2: a tab; use blanks and plain line ends"),
    ('a: 1\nb: "\\0"\n', "x.yaml:2: the control character U+0000; use blanks and plain line ends"),
    ("a: 1\r\nb: x\x07\n", "x.yaml:2: the control character U+0007; use blanks and plain line ends"),
    ("a: x\u2028b: y\n", "x.yaml:1: the control character U+2028; use blanks and plain line ends"),
    ("\ufeffa: x\n", "x.yaml:1: the control character U+FEFF; use blanks and plain line ends"),
    ("- a\n", "x.yaml:1: a list where `key: value` lines belong; write `key: value` lines"),
    ("\nwords\n", "x.yaml:2: text where `key: value` lines belong; write `key: value` lines"),
    ("? [a]\n: b\n", "x.yaml:1: a key that is not text; write `key: value`"),
    ("null: b\n", "x.yaml:1: a key that is not text; write `key: value`"),
    ("a: " + "[" * 500 + "]" * 500, "x.yaml:1: nested deeper than 20 levels; flatten it"),
    ("a: " + "[" * 100_000, "x.yaml:1: nested deeper than 20 levels; flatten it"),
    (
        "a: 1\nb: What now: this\n",
        "x.yaml:2: not valid YAML: mapping values are not allowed in this context; put text that holds `: `, `#` or quotes into quotes",
    ),
    (
        'a: 1\nb: "open\nc: d\n\n',
        "x.yaml:2: not valid YAML: found unexpected end of stream; put text that holds `: `, `#` or quotes into quotes",
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=range(len(REFUSED)))
def test_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(text, path="x.yaml")
    assert str(caught.value) == message


def test_lines_count_from_the_first_line_and_the_error_is_the_caller_s() -> None:
    with pytest.raises(InputError) as caught:
        load("a: 1\na: 2\n", path="a.md", first_line=2, error=InputError)
    assert str(caught.value) == "a.md:3: the key `a` is there twice (first on line 2); keep one of them"


def test_twenty_levels_are_read() -> None:
    nested = "a: " + "[" * 18 + "x" + "]" * 18
    plain = to_plain(load(nested, path="x.yaml"))
    assert str(plain).count("[") == 18


@given(st.text(alphabet=st.sampled_from("ab:,-?![]{}#&*|>'\"%@` \n\t\\~0é😀\u2028\ufeff\x00"), max_size=60) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = load(text, path="x.yaml")
    except ConfigError as error:
        assert error.line is not None and 1 <= error.line <= text.count("\n") + text.count("\r") + 1
        return
    for key, _ in document.value:
        assert key.value is not None
        assert key.value[:1] in text[key.start : key.end] or "\\" in text[key.start : key.end]


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: caf\xc3\xa9\r\n")
    assert to_plain(read(file, "x.yaml")) == {"a": "café"}
    file.write_bytes(b"a: b\nc: caf\xe9\n")
    with pytest.raises(ConfigError, match=r"^x\.yaml:2: not UTF-8; save the file as UTF-8$"):
        read(file, "x.yaml")
    with pytest.raises(ConfigError, match=r"^y\.yaml: cannot be read \(No such file or directory\); "):
        read(tmp_path / "y.yaml", "y.yaml")


class Service(StrEnum):
    LISTMONK = "listmonk"
    MAILCHIMP = "mailchimp"


class Mail(msgspec.Struct, forbid_unknown_fields=True):
    service: Service
    from_name: str


class Settings(msgspec.Struct, forbid_unknown_fields=True):
    publisher: str
    mail: Mail
    months: Annotated[int, msgspec.Meta(ge=1)] = 24
    since: date | None = None
    tags: tuple[str, ...] = ()


GOOD = "publisher: Us\nmail:\n  service: listmonk\n  from_name: Us\n"


def test_typed() -> None:
    text = GOOD + "months: 12\nsince: 2026-11-23\ntags: [a, 010]\n"
    expected = Settings("Us", Mail(Service.LISTMONK, "Us"), 12, date(2026, 11, 23), ("a", "010"))
    assert convert(load(text, path="x.yaml"), Settings, "x.yaml") == expected


MISFITS = [
    ("publisher: Us\nmail:\n  service: listmonk\n  from_nam: Us\n", "x.yaml:4: unknown key `from_nam`; did you mean `from_name`?"),
    (GOOD + "zzz: 1\n", "x.yaml:5: unknown key `zzz`; use one of: publisher, mail, months, since, tags"),
    ("publisher: Us\nmail:\n  from_name: Us\n", "x.yaml:2: `mail.service` is missing; add `service: …`"),
    (
        GOOD.replace("listmonk", "listmong"),
        "x.yaml:3: `mail.service` cannot be `listmong`; did you mean `listmonk`?",
    ),
    (GOOD.replace("listmonk", "post"), "x.yaml:3: `mail.service` cannot be `post`; use one of: listmonk, mailchimp"),
    (GOOD + "months: soon\n", "x.yaml:5: `months` must be a whole number, not text; write a whole number"),
    (GOOD + f"months: {'9' * 5000}\n", "x.yaml:5: `months`: integer value out of range; mend the value"),
    (GOOD + "months: 0\n", "x.yaml:5: `months` must be at least 1; write such a number"),
    (GOOD + "since: 23 November\n", "x.yaml:5: `since` is not a date; write it as 2026-11-23"),
    (GOOD + "tags: a, b\n", "x.yaml:5: `tags` must be a list, not text; write a list"),
    (
        GOOD + "tags:\n  - a\n  - b: c\n",
        "x.yaml:7: `tags[2]` must be text, not a mapping (`key: value` lines); write text",
    ),
    (GOOD.replace("Us\nmail", "\nmail"), "x.yaml:1: `publisher` is empty; write text"),
]


@pytest.mark.parametrize(("text", "message"), MISFITS, ids=range(len(MISFITS)))
def test_what_does_not_fit_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        convert(load(text, path="x.yaml"), Settings, "x.yaml")
    assert str(caught.value) == message
