"""`nostrum new`: an article with complete front matter, empty or made from somebody's draft.

The result is read back by the project's own reader before it is written: if a single word of the
draft were missing or changed, nothing is written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.article.document import Document, List
from pipeline.article.frontmatter import SLUG
from pipeline.article.read import document_of
from pipeline.article.source import Source, shown_path
from pipeline.errors import ConfigError, ToolError
from pipeline.importing.arrange import Arranged, arrange
from pipeline.importing.blocks import Block, Draft, all_words
from pipeline.importing.read import read_draft
from pipeline.importing.to_markdown import to_markdown

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What was written where.

    `title_from` says in words where the title comes from, `questions` are headings of an FAQ section.
    """

    path: Path
    title: str
    title_from: str
    words: int = 0
    headings: int = 0
    questions: int = 0
    items: int = 0
    notes: tuple[str, ...] = ()


def new_article(slug: str, content: Path, source: Path | None = None, title: str = "") -> NewArticle:
    """Write content/SLUG.md and say what it holds.

    Raises ConfigError when the slug cannot be one or the article is there already, InputError when
    the draft cannot be read, ToolError when it could not be carried over word for word.
    """
    path = _free_path(slug, content)
    draft = read_draft(source) if source else Draft(())
    arranged = arrange(draft, " ".join(title.split()), slug)
    body = _body(arranged, path) if source else (DATA / "new_body.md").read_text(encoding="utf-8")
    text = _article(arranged.title, slug, draft.lang, body)
    document = document_of(Source(shown_path(path), text, ""))
    _write(path, text)
    return _told(path, arranged, draft, document)


def _free_path(slug: str, content: Path) -> Path:
    if len(slug) > 80 or not SLUG.fullmatch(slug):
        raise ConfigError(f"{slug!r} cannot be a slug", "use lower-case letters, digits and single hyphens, such as zinc-and-skin")
    if not content.is_dir():
        raise ConfigError(f"there is no folder {shown_path(content)}/ here", "run the command in the project's folder")
    path = content / f"{slug}.md"
    if path.is_symlink() or path.exists():
        raise ConfigError(f"{shown_path(path)} is there already", "choose another slug, or move the file away first")
    return path


def _body(arranged: Arranged, path: Path) -> str:
    """The blocks as Markdown, with styles if they can be kept, and in any case with every word."""
    for styled in (True, False):
        body = to_markdown(arranged.blocks, styled=styled)
        if _same_words(arranged.blocks, document_of(Source(shown_path(path), f"---\ntitle: x\n---\n\n{body}", ""))):
            return body
    raise ToolError("the draft could not be carried over word for word", "save it as plain text and import that")


def _same_words(blocks: tuple[Block, ...], document: Document) -> bool:
    read = "".join(sentence.text for sentence in document.body())
    clean = not (document.raw_html or document.citations or document.footnotes or document.comments or document.images)
    return clean and "".join(read.split()) == "".join(all_words(blocks).split())


def _article(title: str, slug: str, lang: str, body: str) -> str:
    values = {"title": _quoted(title), "slug": slug, "lang": lang if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang) else ""}
    text = (DATA / "new_article.md").read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"{{{{{key}}}}}", value, 1)
    return "\n".join(line.rstrip() for line in text.split("\n")).replace("{{body}}\n", body, 1)


def _quoted(title: str) -> str:
    """YAML's double quotes, whose escapes hold JSON's; controls would be refused when it is read."""
    return json.dumps("".join(char for char in title if char.isprintable()), ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ConfigError(f"{shown_path(path)} is there already", "choose another slug, or move the file away first") from None
    except OSError as fault:
        path.unlink(missing_ok=True)
        raise ToolError(f"{shown_path(path)} cannot be written: {fault.strerror}", "check the folder and the space on the disk") from fault


def _told(path: Path, arranged: Arranged, draft: Draft, document: Document) -> NewArticle:
    sections = document.sections
    headed = [section for section in sections if section.heading]
    return NewArticle(
        path=path,
        title=arranged.title,
        title_from=arranged.title_from,
        words=sum(len(sentence.text.split()) for sentence in document.body()),
        headings=len(headed),
        questions=sum(any("faq" in sections[above].classes for above in section.path) for section in headed),
        items=sum(len(block.items) for block in document.blocks if isinstance(block, List)),
        notes=draft.notes,
    )
