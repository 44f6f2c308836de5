"""The word lists (pipeline/data/lexicon/*.yaml) made into the one table that the engine reads.

`python -m pipeline.claims.compile` writes the table beside the lists, so that a run does not parse
YAML. A table that is older than the lists is never used: the lists are then read afresh.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

from pipeline.claims.senses import BITS
from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from pipeline.claims.inflect import Irregular


class Entry(NamedTuple):
    """One entry with the mark of its form, its senses as bits, and `file:line` where it stands."""

    text: str
    senses: int
    place: str


DATA = Path(__file__).resolve().parent.parent / "data" / "lexicon"
TABLE = DATA / "table.json"
FORMS = "forms.yaml"
REGISTER = DATA.parent / "registers" / "authorised.yaml"
BEYOND = DATA.parent / "registers" / "beyond_extract.yaml"


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the same meaning. `form` says what each entry is; `words` holds one entry a line."""

    senses: tuple[str, ...]
    form: Literal["noun", "verb", "phrase"] = "phrase"
    source: str
    words: str


class Authorised(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One authorised claim. `condition` is its condition of use, empty where nobody could read it."""

    nutrient: str
    claim: str
    condition: str
    basis: str


class Beyond(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Substances of which the extract has no row, and the subjects of their claims."""

    names: str
    about: str


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An open class: words that end so have the senses, but for the exceptions."""

    senses: tuple[str, ...]
    endings: str
    but: str = ""
    source: str


class Coined(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Stems of diseases that make an unknown word a coined name, and the endings of ordinary words that hold them."""

    stems: str
    endings: str
    source: str


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What rules of spelling cannot know, and the open classes."""

    irregular: dict[str, str]
    open: tuple[Endings, ...]
    coined: Coined


def lists() -> tuple[Path, ...]:
    """The word lists in a fixed order."""
    return tuple(sorted(DATA.glob("*.yaml")))


def digest() -> str:
    """A hash over every list: what a table must have been made from."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in (*lists(), REGISTER, BEYOND))).hexdigest()


def compiled() -> dict[str, Any]:
    """The table: `words` as a trie of senses or [senses, {next word: …}], `open` as endings, `register`, `beyond`, `digest`."""
    forms = _forms()
    irregular = _irregular(forms)
    root: dict[str, Any] = {}
    for entry in listed():
        _add(root, entry, irregular)
    for word in [word for word in root if word[0].isdigit()]:  # "100 %" begins what any number begins
        _graft(root[word][1], root["#"][1])
    endings = [[_mask(item.senses, FORMS), item.endings.split(), item.but.split()] for item in forms.open]
    coined = [forms.coined.stems.split(), forms.coined.endings.split()]
    rows = msgspec.yaml.decode(REGISTER.read_bytes(), type=tuple[Authorised, ...])
    register = [[row.nutrient, row.claim] for row in rows]
    return {"digest": digest(), "words": _slim(root), "open": endings, "coined": coined, "register": register, "beyond": _beyond()}


def _beyond() -> list[list[str]]:
    """Each name with its subjects."""
    rows = msgspec.yaml.decode(BEYOND.read_bytes(), type=tuple[Beyond, ...])
    return [[name.strip(), row.about] for row in rows for name in row.names.split(",")]


def _forms() -> Forms:
    return msgspec.yaml.decode((DATA / FORMS).read_bytes(), type=Forms)


def _irregular(forms: Forms) -> Irregular:
    return {lemma: tuple(others.split()) for lemma, others in forms.irregular.items()}


def listed() -> Iterator[Entry]:
    """Every entry of the word lists, in their order, with the place where it stands."""
    for path in lists():
        if path.name != FORMS:
            lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            for group in _groups(path):
                mask = _mask(group.senses, path.name)
                for written in group.words.splitlines():
                    line = next(number for number, line in lines if line.strip().endswith(written.strip()))
                    for text in entries(group.form, written):
                        yield Entry(text, mask, f"pipeline/data/lexicon/{path.name}:{line}")


def _groups(path: Path) -> tuple[Group, ...]:
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=tuple[Group, ...])
    except msgspec.MsgspecError as error:
        raise ConfigError(str(error), "mend the word list", path=f"pipeline/data/lexicon/{path.name}") from error


def _mask(senses: tuple[str, ...], name: str) -> int:
    senses = tuple(f"weak.{senses[0].split('.')[0]}" if sense == "weak" else sense for sense in senses)
    unknown = [sense for sense in senses if sense not in BITS]
    if unknown:
        raise ConfigError(f"unknown sense {unknown[0]!r}", "use a name of pipeline/claims/senses.py", path=f"pipeline/data/lexicon/{name}")
    return sum(BITS[sense] for sense in senses)


def _add(root: dict[str, Any], entry: Entry, irregular: Irregular) -> None:
    from pipeline.claims.inflect import expand

    for phrase in expand(entry.text, irregular):
        words = phrase.split(" ")
        _plant(root, words, entry.senses)
        if len(words) > 1 and len(words[0]) == 1:  # "L. rhamnosus" is one token and one word
            _plant(root, [words[0] + ".", *words[1:]], entry.senses)


def entries(form: str, line: str) -> Iterator[str]:
    """The entries of a line, in the words that a text is cut into, with the mark of their form.

    A verb phrase bends its first word, a noun its last; hyphens part words, so does a percent sign, and
    the apostrophe of a plural (doctors') is none of its word.
    """
    for entry in filter(None, map(str.strip, line.split(","))):
        words = " ".join(part if "|" in part else part.replace("-", " ") for part in entry.split())
        words = re.sub(r"(?<=\d)(?=%)|(?<=s)'(?= )", lambda mark: " " if not mark[0] else "", words)
        if form == "verb" and "~" not in words:
            words = re.sub(r"^\S+", lambda match: _marked(match[0], "~"), words)
        if form == "noun" and "+" not in words:
            words = re.sub(r"(\[[^\]]*\]|\S+)$", lambda match: _marked(match[0], "+"), words)
        yield words


def _marked(part: str, mark: str) -> str:
    """Every alternative of a part with the mark of its form."""
    marked = part.strip("[]").replace("|", f"{mark}|") + mark
    return f"[{marked}]" if part.startswith("[") else marked


def _plant(root: dict[str, Any], words: list[str], mask: int) -> None:
    children = root
    for word in words[:-1]:
        children = children.setdefault(word, [0, {}])[1]
    children.setdefault(words[-1], [0, {}])[0] |= mask


def _graft(children: dict[str, Any], others: dict[str, Any]) -> None:
    """Add the branches of one tree to another."""
    for word, (mask, more) in others.items():
        node = children.setdefault(word, [0, {}])
        node[0] |= mask
        _graft(node[1], more)


def _slim(children: dict[str, Any]) -> dict[str, Any]:
    """The trie with bare senses in place of nodes that nothing follows."""
    return {word: _node(mask, more) if more else mask for word, (mask, more) in children.items()}


def _node(mask: int, more: dict[str, Any]) -> list[Any]:
    return [mask, _slim(more), 1] if "#" in more or "_" in more else [mask, _slim(more)]


def refused() -> tuple[str, ...]:
    """What is wrong with the lists, one line each; nothing where a table may be made of them."""
    from pipeline.claims.checking import faults

    return tuple(faults(listed(), _irregular(_forms())))


def main() -> None:
    """Write the table, or say what keeps it from being made."""
    if found := refused():
        raise SystemExit("\n".join((*found, f"{len(found)} faults in the word lists; no table was written")))
    TABLE.write_bytes(msgspec.json.encode(compiled()) + b"\n")


if __name__ == "__main__":
    main()
