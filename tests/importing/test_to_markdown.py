"""Blocks to Markdown: the words survive, whatever they are, and nothing else is read from them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.article.document import Document, List
from pipeline.article.document import Heading as ReadHeading
from pipeline.article.document import Table as ReadTable
from pipeline.article.read import document_of
from pipeline.article.source import Source
from pipeline.importing.blocks import Block, Heading, Items, Para, Quote, Run, Table, all_words, plain
from pipeline.importing.to_markdown import to_markdown


def read(blocks: tuple[Block, ...], *, styled: bool = True) -> Document:
    return document_of(Source("content/x.md", f"---\ntitle: x\n---\n\n{to_markdown(blocks, styled=styled)}", ""))


def letters(text: str) -> str:
    return "".join(text.split())


def test_exact_markdown() -> None:
    blocks: tuple[Block, ...] = (
        Heading(1, plain("Why {x} and #"), 2, ("faq",)),
        Para((Run("Plain, "), Run("bold ", strong=True), Run("and a "), Run("link", href="https://example.org/a (b)"), Run("."))),
        Para(plain("1. one * two_ three_four <b> &amp; AT&T [@key] ~5 \\")),
        Para((Run("line"), Run("\n"), Run("# next"))),
        Items(None, ((Para(plain("- a")), Items(3, ((Para(plain("b")),), (Para(plain("c")),)))), (Para(plain("d")),))),
        Items(None, ((Para(plain("e")), Para(plain("f"))),)),
        Quote((Para(plain("said")), Para(plain("> so")))),
        Table(((plain("A|B"), plain("C")), (plain("1"),))),
    )
    assert to_markdown(blocks) == (
        "## Why \\{x\\} and \\# {.faq}\n"
        "\n"
        "Plain, **bold** and a [link](https://example.org/a%20%28b%29).\n"
        "\n"
        "1\\. one \\* two\\_ three_four \\<b> \\&amp; AT&T \\[@key\\] \\~5 \\\\\n"
        "\n"
        "line\\\n"
        "\\# next\n"
        "\n"
        "- \\- a\n"
        "\n"
        "  3. b\n"
        "  4. c\n"
        "\n"
        "- d\n"
        "\n"
        "* e\n"
        "\n"
        "  f\n"
        "\n"
        "> said\n"
        ">\n"
        "> \\> so\n"
        "\n"
        "| A\\|B | C |\n"
        "| --- | --- |\n"
        "| 1 |  |\n"
    )


def test_styles_that_cannot_be_closed_are_dropped() -> None:
    blocks = (Para((Run("pre"), Run("“quoted”", strong=True), Run("post"), Run(" a", emphasis=True), Run("b", strong=True))),)
    assert to_markdown(blocks) == "pre“quoted”post *a*b\n"


def test_an_exclamation_before_a_link_makes_no_picture() -> None:
    document = read((Para((Run("Look!"), Run("here", href="https://example.org"))),))
    assert document.images == ()
    assert [link.href for link in document.links] == ["https://example.org"]


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029"), min_size=1).filter(str.strip)
RUNS = st.lists(
    st.builds(Run, WORDS, st.booleans(), st.booleans(), st.sampled_from(["", "https://example.org/?a=1&b=(2)"])), min_size=1, max_size=3
)
PARAS = st.builds(Para, RUNS.map(tuple))
MARKUP = st.text("*_`[]()<>#+-=~|\\{}.!&;:@^1 a\n", min_size=1).filter(str.strip)


@given(st.lists(MARKUP, min_size=1, max_size=4))
@example(["[x]{markets=US}"])
@example(["[^1]: a"])
@example(["***\n---\n==="])
@example(["a | b\n--- | ---"])
def test_characters_of_markdown_are_only_characters(texts: list[str]) -> None:
    blocks = tuple(Para(plain(" ".join(text.split(" ")).strip())) for text in texts)
    document = read(blocks)
    assert letters("".join(sentence.text for sentence in document.body())) == letters(all_words(blocks))
    assert (document.raw_html, document.citations, document.footnotes, document.comments, document.images, document.links) == ((),) * 6
    assert not any(isinstance(block, ReadHeading | List | ReadTable) for block in document.blocks)


@given(
    st.lists(
        st.one_of(PARAS, st.builds(Items, st.sampled_from([None, 1, 7]), st.lists(PARAS.map(lambda para: (para,)), min_size=1).map(tuple)))
    )
)
def test_words_without_styles_always_survive(blocks: list[Block]) -> None:
    document = read(tuple(blocks), styled=False)
    assert letters("".join(sentence.text for sentence in document.body())) == letters(all_words(tuple(blocks)))


@given(MARKUP, st.booleans())
def test_a_heading_stays_one_heading(text: str, faq: bool) -> None:
    document = read((Heading(1, plain(" ".join(text.split())), 2, ("faq",) if faq else ()), Para(plain("x"))))
    (heading,) = (block for block in document.blocks if isinstance(block, ReadHeading))
    assert letters("".join(sentence.text for sentence in document.body())) == letters(text) + "x"
    assert (heading.level, heading.classes) == (2, ("faq",) if faq else ())
