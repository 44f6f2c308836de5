"""Nothing gets lost: whole articles, read back by the verification that shares no code with the templates."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.gate import as_draft
from pipeline.publish.newsletter import render_newsletter
from pipeline.publish.web import render_web
from pipeline.verify.outputs import verify_outputs
from tests.publish.making import article, cleared, press
from tests.publish.sample import BODY, COMMERCIAL, FRONT

TORTURE = """\
Lead with *emphasis **inside** out*, `code`, ~~struck words~~, a hard\\
break, &copy; entities, \\*escapes\\* and <u>raw HTML</u>. 漢字。 שלום עולם. 🙂 naïve.

1. loose

   with a paragraph

   > and a quotation
   >
   > - with a list

2. next

   | Listed | Counted |
   |---|---|
   | rye | seven |

- one
  - two
    - three
      1. four

![A loaf of bread](images/loaf.png "Baked this morning")

Words ![an inline loaf](images/loaf.png) and [![a linked loaf](images/loaf.png)](https://example.org/loaf).

[A link](https://example.org/a?b=c&d=e "with a tooltip"), [a forbidden one](javascript:alert(1)), https://example.org/bare, <https://example.org/auto>.

    indented code {{ x }}
        more

<div class="x">
a block of raw HTML
</div>

| Left | Centre | Right |
|:---|:---:|---:|
| **bold** | [link](https://example.org/cell "tip in a cell") | 1 |
| empty next | | pneumonoultramicroscopicsilicovolcanoconiosis |

# A first heading *with emphasis* and `code`

###### A deep one with [a link](https://example.org/h) [@doe2020]

Cited at the start: [@roe2021]. In the middle [@doe2020, pp. 3-4; @roe2021] of a sentence.[^one] And[^two] again[^one].

[words for some]{markets="US EU"} and the rest.

---

[^one]: A note.

    With two paragraphs.

[^two]: Another, with `code` and a citation [@doe2020].

[^three]: One that nobody calls.
"""


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize(
    ("body", "front"), [(BODY, FRONT), (BODY, COMMERCIAL), (TORTURE, FRONT), (TORTURE, "relationship: seller\n"), ("Text.\n", "")]
)
def test_web_and_newsletter_show_everything(tmp_path: Path, body: str, front: str, draft: bool) -> None:
    (tmp_path / "images").mkdir()
    Image.new("RGB", (30, 20)).save(tmp_path / "images" / "loaf.png")
    document = article(tmp_path, body, front)
    verdict = cleared(document)
    piece, means = as_draft(verdict) if draft else verdict, press(tmp_path)
    files = {file.path: file.data for file in (*render_web(piece, means), *render_newsletter(piece, means))}
    found = verify_outputs(document, draft, means.register, means.site, files, "build/a-test", ("web", "newsletter"))
    assert [finding.message for finding in found] == []
