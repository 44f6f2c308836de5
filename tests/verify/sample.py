"""An article that has what can be lost, rendered, and ways to lose it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image

from pipeline.article.document import Document
from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.findings import Finding
from pipeline.gate import Publishable
from pipeline.publish.handout import render_handout
from pipeline.publish.newsletter import render_newsletter
from pipeline.publish.web import render_web
from pipeline.text import Span
from pipeline.verify.outputs import verify_outputs
from pipeline.verify.reading import EDGE, Reading, Run, squeeze
from tests.publish.making import article, cleared, draft, press, site

FRONT = """\
description: Bread was studied. Sleep was too.
subject: "Bread and sleep: a short read"
preheader: Four findings in a minute.
author: {name: Zoë Example, credentials: MD}
reviewed_by: {name: Ana Ruiz}
date: 2026-11-01
last_reviewed: 2026-11-20
relationship: affiliate
products: [{name: Loaf, url: "https://shop.example.com/loaf", directions: One slice a day.}]
disclaimers: [medical-advice, material-connection, fda-structure-function]
ai_use: none but a spelling checker.
image: {src: images/loaf.png, alt: A round loaf. It is brown.}
"""
BODY = """\
A lead without a heading. It has two sentences.

## In short {.in-short}

- Some people eat bread late at night [@doe2020].
- Yes.
- No.

## What the evidence says {.evidence}

### Rye

**Little is known.** One review of 20 people [12] found no change [@roe2021; @doe2020, p. 3].[^note] Rye is
grown *in **many** cold* countries. Yes.

> A quoted sentence that is long enough to be broken into two lines in the plain text of the mail. And one more.

See the [public page](https://example.org/sleep "Opens elsewhere") or ![a small loaf](images/loaf.png "Baked today") here.

| Food | Known | Care |
|---|---|---|
| Oats | yes | no |
| Rye | no | see [here](https://example.org/rye) |

1. First
   - nested one
   - nested two
2. Second

```
code = "[1]"
```

Same sentence. Same sentence.

## Loaf {.product}

Loaf helps maintain normal crumbs.\\*

## Questions {.faq}

### Is it enough?

Nobody can say. Yes.

[^note]: They were counted. See [how](https://example.org/how).
"""


def written(folder: Path, body: str = BODY, front: str = FRONT) -> Document:
    """The article, read from a file."""
    (folder / "images").mkdir(exist_ok=True)
    Image.new("RGB", (120, 80), "#0d5653").save(folder / "images/loaf.png")
    return article(folder, body, front, title="Bread and sleep")


def without(document: Document, sentence: Span) -> Document:
    """The article as a template would print it that drops one sentence."""
    text = document.source[: sentence.start] + document.source[sentence.end :]
    return document_of(Source(document.path, text, document.sha256), site())


def web(piece: Publishable, folder: Path) -> dict[str, bytes]:
    """The web page and what is beside it."""
    return {file.path: file.data for file in render_web(piece, press(folder))}


def newsletter(piece: Publishable, folder: Path) -> dict[str, bytes]:
    """The newsletter in its three files."""
    return {file.path: file.data for file in render_newsletter(piece, press(folder))}


def everything(document: Document, folder: Path, *, as_draft: bool = False) -> dict[str, bytes]:
    """All outputs."""
    piece = draft(document) if as_draft else cleared(document)
    return {**web(piece, folder), **newsletter(piece, folder), **{file.path: file.data for file in render_handout(piece, press(folder))}}


def findings(document: Document, files: dict[str, bytes], *due: str, as_draft: bool = False) -> tuple[Finding, ...]:
    """What verification finds."""
    return verify_outputs(
        document, as_draft, press(Path()).register, site(), files, "build/a-test", due or ("web", "handout", "newsletter")
    )


def messages(document: Document, files: dict[str, bytes], *due: str, as_draft: bool = False) -> list[str]:
    """What it says."""
    return [finding.message for finding in findings(document, files, *due, as_draft=as_draft)]


def dropped(reading: Reading, spans: list[Span]) -> tuple[Run, ...]:
    """The runs of a reading without the characters at these places of its squeezed text."""
    gone = {offset for span in spans for offset in range(*span)}
    runs = []
    for run, start in zip(reading.runs, reading.starts, strict=True):
        kept, at = "", start
        for char in run.text:
            length = len(squeeze(char))
            kept += "" if length and at in gone else char
            at += length
        runs.append(replace(run, text=kept) if run.text != EDGE else run)
    return tuple(runs)
