"""HTML: the article's words with their structure, without what surrounds them."""

from __future__ import annotations

import pytest

from pipeline.errors import InputError
from pipeline.importing.blocks import Para, Run
from pipeline.importing.from_html import read_html
from tests.importing.outline import headings, outline

PAGE = """<!doctype html><html lang="en-GB"><head><title>Tea and sleep | Example Site</title><style>p{}</style></head><body>
<header><a href="/">Example Site</a></header><nav><ul><li>Home</li><li>Shop</li></ul></nav>
<main><article><header><h1>Tea and <em>sleep</em></h1></header>
<p>Some say that <b>green</b>&nbsp;tea <a href="https://example.org/a?b=1&amp;c=2">keeps you awake</a><br>all night.</p>
Words without a paragraph.
<h2>What is in it</h2>
<ul><li>caffeine<ul><li>about 30 mg</li></ul></li><li><p>theanine</p><p>a little</p></li></ul>
<table><caption>Per cup</caption><thead><tr><th>Tea</th><th>Caffeine</th></tr></thead>
<tbody><tr><td>Green</td><td>30 mg</td></tr><tr><td>Black</td><td><p>50</p><p>mg</p></td></tr></tbody></table>
<blockquote><p>Nobody sleeps after <i>that</i>.</p></blockquote>
<h4>Doses</h4><p>10<sup>6</sup> cells, CO<sub>2</sub>, shown before<sup>3</sup>, Brand<sup>®</sup>.</p>
<script>alert(1)</script><div hidden>cures all</div><p style="color:red; display: none">cures all</p><!-- no -->
<img src="x.png" alt="A cup"><form><button>Subscribe</button> now</form>
<a href="javascript:alert(1)">a bad link</a>
<aside>A note that belongs to it.</aside>
<h2>FAQ</h2><details><summary>Is it safe?</summary><p>Mostly.</p></details>
</article></main><footer><p>Copyright</p></footer></body></html>"""


def test_a_web_page() -> None:
    draft = read_html(PAGE)
    assert outline(draft) == [
        "title Tea and sleep",
        "p Some say that green tea keeps you awake all night.",
        "p Words without a paragraph.",
        "h2 What is in it",
        "- p caffeine / - p about 30 mg",
        "- p theanine / p a little",
        "p Per cup",
        "| Tea | Caffeine",
        "| Green | 30 mg",
        "| Black | 50 mg",
        "> p Nobody sleeps after that.",
        "h3 Doses",
        "p 10^6 cells, CO2, shown before[3], Brand®.",
        "p a bad link",
        "p A note that belongs to it.",
        "h2 FAQ .faq",
        "h3 Is it safe?",
        "p Mostly.",
    ]
    assert (draft.title, draft.lang) == ("Tea and sleep | Example Site", "en-GB")
    assert draft.notes == (
        "left out 4 words of hidden text",
        "left out 2 words of menus, forms and embedded media",
        "left out 1 picture; bring its file into content/images/ and add it with alternative text",
    )


def test_styles_and_links() -> None:
    (block,) = (block for block in read_html(PAGE).blocks if isinstance(block, Para) and block.runs[0].text == "Some say that ")
    assert block.runs == (
        Run("Some say that "),
        Run("green", strong=True),
        Run("\u00a0tea "),
        Run("keeps you awake", href="https://example.org/a?b=1&c=2"),
        Run("\n"),
        Run("all night."),
    )


def test_a_page_without_article_or_main_loses_its_furniture_only() -> None:
    draft = read_html("<header>Site</header><aside>Related</aside><p>One.</p><footer>Foot</footer><div>Two.</div>")
    assert outline(draft) == ["title The slug", "p One.", "p Two."]
    assert draft.notes == ("left out 3 words of page headers and footers",)


def test_the_longest_article_is_the_article() -> None:
    assert outline(read_html("<article>Teaser.</article><article><p>The long one, in full.</p></article>"))[1:] == [
        "p The long one, in full."
    ]


def test_the_page_title_is_used_where_there_is_no_heading() -> None:
    assert outline(read_html("<title>Tea</title><p>One.</p>")) == ["title Tea", "p One."]


def test_bold_lines_are_headings_where_there_are_no_others() -> None:
    page = (
        "<p><b>About tea</b></p><p>Tea is a drink.</p><p><b>Drink it.</b></p><p>Or <b>not</b></p>"
        "<p><strong>Is it</strong> <b>good?</b></p><p>Yes.</p>"
    )
    assert outline(read_html(page), title="Tea") == [
        "title Tea",
        "h2 About tea",
        "p Tea is a drink.",
        "p Drink it.",
        "p Or not",
        "h2 Is it good?",
        "p Yes.",
    ]


def test_levels_without_gaps() -> None:
    page = "<h1>T</h1><h3>a</h3>x<h6>b</h6>y<h2>c</h2>z<h3>d</h3>"
    assert headings(read_html(page)) == ["title T", "h2 a", "h3 b", "h2 c", "h3 d"]


def test_several_top_headings_are_sections() -> None:
    assert headings(read_html("<p>x</p><h1>A</h1>a<h1>B</h1>b")) == ["title The slug", "h2 A", "h2 B"]


def test_layout_tables_and_broken_lists() -> None:
    page = (
        "<table><tr><td><h2>Head</h2><p>One.</p></td></tr><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
        "<ul>stray<li>item</li><ul><li>deep</li></ul></ul>"
    )
    assert outline(read_html(page), title="x")[1:] == ["h2 Head", "p One.", "p a", "p b", "- p stray", "- p item", "- - p deep"]


def test_too_deep_a_page_is_refused() -> None:
    with pytest.raises(InputError, match="nested more than 100 levels"):
        read_html("<div>" * 150 + "x")
