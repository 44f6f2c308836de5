"""What of a page can be seen."""

from __future__ import annotations

import pytest

from pipeline.verify.html import read_html
from pipeline.verify.reading import Shown, Target


def read(body: str, style: str = "", files: dict[str, bytes] | None = None, head: str = "") -> Shown:
    """What a page with this body shows."""
    page = f"<!DOCTYPE html><html><head><title>Titled</title>{head}<style>{style}</style></head><body>{body}</body></html>"
    return read_html(page.encode(), files or {})


def words(body: str, style: str = "") -> str:
    """The words that are seen of it."""
    return " ".join("".join(run.text for run in read(body, style).runs).split())


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- X -->",
        "<p hidden>X</p>",
        "<p hidden=until-found>X</p>",
        "<p aria-hidden=true>X</p>",
        "<script>X</script>",
        "<style>X</style>",
        "<template><p>X</p></template>",
        "<noscript><p>X</p></noscript>",
        "<iframe>X</iframe>",
        "<object>X</object>",
        "<svg><title>X</title><text>X</text></svg>",
        "<textarea>X</textarea>",
        "<input value=X>",
        "<details><summary></summary>X</details>",
        "<dialog>X</dialog>",
        "<nav>X</nav>",
        "<div role=navigation>X</div>",
        "<p style='display:none'>X</p>",
        "<p style='DISPLAY : NONE !important'>X</p>",
        "<p style='visibility:hidden'>X</p>",
        "<div style='display:none'><p style='display:block'>X</p></div>",
        "<p style='opacity:0'>X</p>",
        "<div style='opacity:.01'><b>X</b></div>",
        "<p style='font-size:0'>X</p>",
        "<p style='font-size:8px'>X</p>",
        "<p style='font-size:6pt'>X</p>",
        "<p style='font-size:.3em'>X</p>",
        "<p style='font:4px serif'>X</p>",
        "<p style='text-indent:-9999px'>X</p>",
        "<p style='position:absolute;left:-9999px'>X</p>",
        "<p style='position:absolute;clip:rect(0 0 0 0)'>X</p>",
        "<p style='clip-path:inset(50%)'>X</p>",
        "<p style='height:0;overflow:hidden'>X</p>",
        "<p style='max-height:1px;overflow-y:hidden'>X</p>",
        "<p style='transform:scale(0)'>X</p>",
        "<p style='content-visibility:hidden'>X</p>",
        "<p style='color:transparent'>X</p>",
        "<p style='color:rgba(0,0,0,.01)'>X</p>",
        "<p style='color:#fff;background:white'>X</p>",
        "<table><tr><td bgcolor='#FFFFFF'><p style='color:#ffffff'>X</p></td></tr></table>",
    ],
)
def test_hidden_words_are_not_read(hidden: str) -> None:
    assert words(f"<p>before</p>{hidden}<p>after</p>") == "before after"


@pytest.mark.parametrize(
    "seen",
    [
        "<p>X</p>",
        "<p hidden=''></p>X",
        "<!-- --> X",
        "<details open><summary></summary>X</details>",
        "<details><summary>X</summary></details>",
        "<p style='display:block;opacity:.9'>X</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>X</p></div>",
        "<div style='font-size:0'><p style='font-size:14px'>X</p></div>",
        "<p style='font-size:.82em'>X</p>",
        "<p style='font-size:9px'>X</p>",
        "<p style='font-size:clamp(1rem,2vw,2rem)'>X</p>",
        "<p style='transform:scale(0.98)'>X</p>",
        "<p style='position:relative;left:-2px'>X</p>",
        "<p style='overflow:hidden;height:4em'>X</p>",
        "<p style='color:#fff;background:#0d5653'>X</p>",
        "<p style='color:#fff'>X</p>",
        "<sup style='font-size:75%'>X</sup>",
        "<svg></svg><p>X",
        "<table><p>X</table>",
    ],
)
def test_seen_words_are_read(seen: str) -> None:
    assert words(seen) == "X"


@pytest.mark.parametrize(
    "rule",
    [
        ".x{display:none}",
        "p.x , .y {display:none}",
        "#i{visibility:hidden}",
        "div > p{opacity:0}",
        "p:first-child{display:none}",
        "@media screen{.x{display:none}}",
        "@supports (display:grid){.x{display:none}}",
        "@layer a{.x{display:none}}",
        ".x{display:var(--d)}:root{--d:none}",
        ".x{display:none!important}p.x#i{display:block}",
        "p{display:block}.x{display:none}",
    ],
)
def test_rules_of_the_page_hide(rule: str) -> None:
    assert words("<div><p class=x id=i>X</p></div>after", rule) == "after"


@pytest.mark.parametrize(
    "rule",
    [
        ".y{display:none}",
        ".x::before{display:none}",
        ".x:hover{display:none}",
        ".x{display:none}p.x{display:block}",
        ".x{display:none}",
        "",
    ],
)
def test_rules_that_do_not_hold_hide_nothing(rule: str) -> None:
    body = "<p class=x style='display:block'>X</p>" if rule == ".x{display:none}" else "<p class=x>X</p>"
    assert words(body, rule) == "X"


def test_linked_style_sheets_hide_too() -> None:
    link = '<link rel="stylesheet" href="a%20b.css?v=1">'
    assert "".join(run.text for run in read("<p>X</p>", files={"a b.css": b"p{display:none}"}, head=link).runs).strip() == ""
    assert "".join(run.text for run in read("<p>X</p>", head=link).runs).strip() == "X"


def test_words_that_are_hidden_somewhere_say_where() -> None:
    style = "@media print{.x{display:none}}@media screen and (max-width:30rem){.x,.y{display:none}}@media print{.z{color:red}}"
    seen = read("<p class=x>one</p><p class=y>two</p><p class=z>three</p>", style)
    assert [(run.text, run.hidden) for run in seen.runs if run.text.strip()] == [
        ("one", ("print", "screen and (max-width:30rem)")),
        ("two", ("screen and (max-width:30rem)",)),
        ("three", ()),
    ]


def test_a_dark_scheme_can_hide_words_in_their_ground() -> None:
    dark = "@media (prefers-color-scheme:dark){:root{--ink:#000}}"
    seen = read("<p>X</p>", ":root{--ink:#123;--paper:#000}body{background:var(--paper);color:var(--ink)}" + dark)
    assert [run.hidden for run in seen.runs if run.text == "X"] == [("(prefers-color-scheme:dark)",)]


def test_type_is_read_with_the_words() -> None:
    seen = read(
        "<h2>a</h2><p>b<strong>c</strong><s>d</s><del>e</del></p><p class=w>f<span style='font-weight:400'>g</span></p>"
        "<p style='text-decoration:line-through'>h<i style='text-decoration:none'>i</i></p><p style='font:bold 1em serif'>j</p>",
        ".w{font-weight:700}",
    )
    shown = {run.text: (run.bold, run.struck, run.level) for run in seen.runs if run.text.strip()}
    assert shown == {
        "a": (True, False, 2),
        "b": (False, False, 0),
        "c": (True, False, 0),
        "d": (False, True, 0),
        "e": (False, True, 0),
        "f": (True, False, 0),
        "g": (False, False, 0),
        "h": (False, True, 0),
        "i": (False, True, 0),
        "j": (True, False, 0),
    }


def test_descriptions_links_and_dates_of_what_is_seen() -> None:
    seen = read(
        '<img alt="A loaf" title="Baked"><a href="https://example.org">one <b>two</b></a><a href="#x"><i></i></a>'
        '<time datetime="2026-11-20">20 November</time><p hidden><img alt="No"><a href="no">no</a><time datetime="1999-01-01"></time></p>'
    )
    assert seen.descriptions == ("A loaf", "Baked")
    assert seen.links == (Target("https://example.org", "one two"), Target("#x", ""))
    assert seen.dates == ("2026-11-20",)


def test_unclosed_markup_hides_what_a_browser_hides() -> None:
    assert words("<p>seen<textarea><p>not seen") == "seen"
    assert words("<p>seen<!-- <p>not seen") == "seen"
    assert words("<p>seen<title>not seen") == "seen"


def test_deep_nesting_is_read() -> None:
    assert words("<div>" * 2000 + "X" + "</div>" * 2000) == "X"
