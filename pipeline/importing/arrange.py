"""From a draft's blocks to an article's: a title, Markdown's levels, and the questions under their heading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

from pipeline.importing.blocks import Block, Draft, Heading, Para, Run, words
from pipeline.importing.headings import is_question, promoted, set_level, strong_form
from pipeline.importing.lexicon import lexicon

TOP = 2  # the title is the page's h1, so that the article's own headings begin at h2
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Arranged:
    """An article's body and title; `title_from` says in words where the title comes from."""

    blocks: tuple[Block, ...]
    title: str
    title_from: str


def arrange(draft: Draft, given_title: str, slug: str) -> Arranged:
    """Headings found (where the file marks none), title taken, levels set."""
    blocks = _with_bold_headings(draft.blocks)
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = promoted(blocks)
    blocks, title, title_from = _titled(blocks, draft.title, given_title, slug)
    return Arranged(_leveled(_questions(blocks)), title, title_from)


def _with_bold_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """In a file without real headings, lines that are bold from end to end and not a sentence head what follows."""
    if any(isinstance(block, Heading) for block in blocks):
        return blocks
    pairs = zip_longest(blocks, blocks[1:])
    return tuple(
        Heading(1, _unbold(block)) if isinstance(block, Para) and below and not _all_bold(below) and _bold_line(block) else block
        for block, below in pairs
    )


def _all_bold(block: Block) -> bool:
    return isinstance(block, Para) and all(run.strong or not run.text.strip() for run in block.runs)


def _bold_line(block: Para) -> bool:
    text = words(block.runs)
    return _all_bold(block) and len(text) <= 120 and (strong_form(text) or not text.endswith((".", "!", ":", ";", ",")))


def _unbold(block: Para) -> tuple[Run, ...]:
    return tuple(replace(run, strong=False) for run in block.runs)


def _titled(blocks: tuple[Block, ...], own: str, given: str, slug: str) -> tuple[tuple[Block, ...], str, str]:
    """The blocks without the heading that is the title, the title, and where it comes from."""
    lone = _lone_top(blocks)
    if given:
        rest = tuple(block for block in blocks if block is not lone or words(lone.runs).casefold() != given.casefold())
        return rest, given, "given with --title"
    if lone:
        return tuple(block for block in blocks if block is not lone), words(lone.runs), "the draft's first heading"
    if own:
        return blocks, own, "the draft's own title"
    return blocks, slug.replace("-", " ").capitalize(), "made from the slug; change it in the file"


def _lone_top(blocks: tuple[Block, ...]) -> Heading | None:
    """The heading that stands for the whole: the first thing in the file, or the only one of the highest rank."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings or words(headings[0].runs).casefold() in lexicon().not_titles:
        return None
    highest = [heading for heading in headings if heading.rank == min(heading.rank for heading in headings)]
    if headings[0] is highest[0] and (blocks[0] is headings[0] or (len(highest) == 1 and len(headings) > 1)):
        return headings[0]
    return None


def _questions(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Questions below a FAQ heading stand one rank deeper than it, until a heading that asks nothing."""
    out: list[Block] = []
    faq_rank = 0
    for number, block in enumerate(blocks):
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Para) and faq_rank and isinstance(below, Para) and is_question(words(block.runs)):
            block = Heading(faq_rank + 1, block.runs)
        elif isinstance(block, Heading):
            text = words(block.runs)
            if is_faq(text):
                faq_rank, block = block.rank, replace(block, classes=("faq",))
            elif faq_rank and text.endswith("?"):
                block = replace(block, rank=max(block.rank, faq_rank + 1))
            elif block.rank <= faq_rank:
                faq_rank = 0
        out.append(block)
    return tuple(out)


def is_faq(text: str) -> bool:
    """Whether a heading announces questions: one of the known names, alone or followed by `about`, `on`, `:` …"""
    lower = text.casefold().strip("?:. ")
    return any(lower == name or lower.startswith((f"{name} ", f"{name}:")) or lower.endswith(f" {name}") for name in lexicon().faq)


def _leveled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Ranks as levels from h2 down, without gaps: nobody skips a level when reading by headings."""
    ranks = sorted({block.rank for block in blocks if isinstance(block, Heading)})
    out: list[Block] = []
    above = TOP - 1
    for block in blocks:
        if isinstance(block, Heading):
            above = min(TOP + ranks.index(block.rank), above + 1, DEEPEST)
            block = set_level(block, above, *block.classes)
        out.append(block)
    return tuple(out)
