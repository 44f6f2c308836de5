"""Which lines of plain text are headings.

A heading is short, does not end like a sentence, starts like one, and heads something: a longer
paragraph, a list, a table or another heading. Questions, title case, capitals and numbering make a
line a heading more readily than sentence case does. Three or more such lines in a row are a list
whose bullets were lost, not headings. Nothing here knows what an article is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.importing.blocks import Block, Heading, Items, Para, Table, words
from pipeline.importing.lexicon import lexicon

MAX_CHARS = 120
MAX_WORDS = 16
# Sentence case is weak evidence: such a heading has to be short and what follows has to be text.
MAX_WEAK_WORDS = 9
# A question in a list of questions and answers may be a long one.
MAX_QUESTION_WORDS = 40
# Beyond this many in a row, heading-like lines are a list; a title, a section and a part may open a text.
MAX_RUN, MAX_OPENING_RUN = 2, 3

_ADDRESS = re.compile(r"https?://|www\.|\S@\S")
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]|(?:part|chapter|step|section) \w+:?)\s+(?=\S)", re.I)
_COUNT = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+")
_DEPTH = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_STOP_INSIDE = re.compile(r"(\S+)\.[\"”’)]?\s+[\"“‘(]?[A-Z]")
_DATE_NUMBER = re.compile(r"[\d/.-]+(?:st|nd|rd|th)?")
_SMALL = 4  # letters; shorter words stay small in title case


def promoted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with paragraphs that are headings turned into headings."""
    ranks = _ranks([words(block.runs) for block in blocks if isinstance(block, Para) and heading_like(words(block.runs))])
    out: list[Block] = list(blocks)
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _candidate(blocks[end]):
            end += 1
        following = end + 1
        end -= _leads_into_list(blocks, at, end)
        if _heads(blocks, at, end):
            for number in range(at, end):
                block = blocks[number]
                if isinstance(block, Para):
                    out[number] = Heading(ranks[words(block.runs)], block.runs)
        at = following
    return tuple(out)


def _candidate(block: Block) -> bool:
    return isinstance(block, Para) and heading_like(words(block.runs))


def _leads_into_list(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether the last of several heading-like lines is a question in sentence case that a list answers.

    Under a heading of its own, such a line ("Does any of this sound familiar?") speaks to the reader.
    """
    last, below = blocks[end - 1], blocks[end] if end < len(blocks) else None
    if end - start < 2 or not isinstance(last, Para) or not isinstance(below, Items):
        return False
    return words(last.runs).endswith("?") and not title_case(words(last.runs))


def _heads(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether the heading-like lines blocks[start:end] head what follows them."""
    if start == end or end == len(blocks) or end - start > (MAX_RUN if start else MAX_OPENING_RUN):
        return False
    last, below = blocks[end - 1], blocks[end]
    if not isinstance(below, Para) or not isinstance(last, Para):
        return isinstance(below, Items | Table | Heading)
    above, text = words(last.runs), words(below.runs)
    return strong_form(above) or len(text) >= 60 or (text.endswith((".", "!", "?", ":", "…")) and len(text) > 1.5 * len(above))


def heading_like(line: str) -> bool:
    """Whether a line by itself could be a heading."""
    count = len(line.split())
    if not line or len(line) > MAX_CHARS or count > MAX_WORDS or not _starts_like_one(line):
        return False
    if _ends_like_a_sentence(line) or _ADDRESS.search(line) or _says_something_else(line):
        return False
    return count <= MAX_WEAK_WORDS or strong_form(line)


def strong_form(line: str) -> bool:
    """A question, capitals, title case or numbering."""
    return line.endswith("?") or line.isupper() or title_case(line) or bool(_NUMBERING.match(line))


def is_question(line: str) -> bool:
    """One question and nothing else, as in a list of questions and answers."""
    return line.endswith("?") and len(line.split()) <= MAX_QUESTION_WORDS and not _stops_inside(line)


def title_case(line: str) -> bool:
    """At least two thirds of the longer words begin with a capital, the first one too."""
    long_words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) >= _SMALL]
    capitals = sum(word[0].isupper() for word in long_words)
    return bool(long_words) and long_words[0][0].isupper() and len(long_words) > 1 and 3 * capitals >= 2 * len(long_words)


def _starts_like_one(line: str) -> bool:
    first = next((char for char in _COUNT.sub("", line) if char.isalnum()), "")
    return bool(first) and not first.islower() and any(char.isalpha() for char in line) and line[0] not in "-•*|,;)"


def _ends_like_a_sentence(line: str) -> bool:
    if line.endswith("!"):
        return not title_case(line)
    return line.rstrip("\"”’')").endswith((".", ";", ",", ":", "…")) or _stops_inside(line)


def _stops_inside(line: str) -> bool:
    """Whether a sentence ends before the line does; initials, numbers and abbreviations end none."""
    befores = (match[1].lower().strip("(“\"'‘") for match in _STOP_INSIDE.finditer(line))
    return any(len(word) > 1 and not word[0].isdigit() and word not in lexicon().abbreviations for word in befores)


def _says_something_else(line: str) -> bool:
    """A byline, a caption, a date, a figure or a quotation."""
    lists = lexicon()
    lower = line.lower()
    tokens = [token.strip(".,") for token in lower.split()]
    begins_so = any(lower == opener or lower.startswith((f"{opener} ", f"{opener}:")) for opener in lists.not_headings)
    all_date = all(token in lists.dates or _DATE_NUMBER.fullmatch(token) for token in tokens)
    digits = sum(char.isdigit() for char in line)
    quoted = line[0] in '“"' and line[-1] in '”"'
    return (begins_so and not line.endswith("?")) or all_date or 2 * digits >= sum(char.isalnum() for char in line) or quoted


def _ranks(lines: list[str]) -> dict[str, int]:
    """How deep each heading stands: `1.2` below `1.`, title case below capitals where both are used."""
    capitals = sum(line.isupper() for line in lines)
    both = capitals >= 2 and capitals < len(lines)
    return {line: 1 + (both and not line.isupper()) + _depth(line) for line in lines}


def _depth(line: str) -> int:
    found = _DEPTH.match(line)
    return found[0].count(".") if found else 0


def set_level(heading: Heading, level: int, *classes: str) -> Heading:
    """The heading with Markdown's level and classes."""
    return replace(heading, level=level, classes=classes)
