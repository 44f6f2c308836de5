"""The web page as bytes: read by a real parser."""

from __future__ import annotations

import base64
import gzip
import hashlib
import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from PIL import Image

from pipeline.gate import as_draft
from pipeline.publish.files import File
from pipeline.publish.web import render_web
from tests.publish.making import article, cleared, press, site
from tests.publish.sample import BODY, COMMERCIAL, FRONT


def files(folder: Path, body: str = BODY, front: str = FRONT, *, draft: bool = False, **settings: object) -> dict[str, bytes]:
    verdict = cleared(article(folder, body, front, title='Bread & "sleep" <b>'))
    made: tuple[File, ...] = render_web(as_draft(verdict) if draft else verdict, press(folder, site(**settings)))  # type: ignore[arg-type]
    return {file.path: file.data for file in made}


@cache
def sample() -> dict[str, bytes]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return files(Path(folder))


def tree(data: bytes) -> Any:
    return html.document_fromstring(data.decode())


def text(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_what_is_made() -> None:
    assert [path for path in sample() if not path.startswith("fonts/")] == ["index.html", "share.png", "icon.png"]


def test_headings_in_order_and_without_gaps() -> None:
    levels = [int(node.tag[1]) for node in tree(sample()["index.html"]).xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_opening_is_title_standfirst_facts_answer_red_flags() -> None:
    main = tree(sample()["index.html"]).xpath("//main")[0]
    assert [(node.tag, node.get("class")) for node in main][:6] == [
        ("h1", None),
        ("p", "standfirst"),
        ("dl", "facts"),
        ("section", "in-short"),
        ("section", "red-flags"),
        ("section", "evidence"),
    ]


def test_the_disclosure_stands_right_above_the_title(tmp_path: Path) -> None:
    main = tree(files(tmp_path, front=COMMERCIAL)["index.html"]).xpath("//main")[0]
    assert [node.tag for node in main][:2] == ["div", "h1"]
    assert text(main[0]) == "Advertisement. We earn a commission if you buy through links on this page."


def test_the_page_asks_nothing_of_anybody_else() -> None:
    page = sample()["index.html"].decode()
    document = tree(page.encode())
    assert [node.get("type") for node in document.xpath("//script")] == ["application/ld+json"]
    assert document.xpath("//iframe | //object | //embed | //form | //link[@rel='stylesheet'] | //*[@style]") == []
    assert [link for link in document.xpath("//img/@src | //link[@rel='icon']/@href") if ":" in link] == []
    assert re.findall(r"url\(\"([^\"]*)", page) == [path for path in sample() if path.endswith(".woff2")]
    assert [name for node in document.iter() for name in node.attrib if name.startswith("on")] == []


def test_the_policy_allows_this_very_style_and_nothing_else() -> None:
    document = tree(sample()["index.html"])
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = document.xpath("//style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_dark_colours_never_reach_the_printer() -> None:
    style = tree(sample()["index.html"]).xpath("//style")[0].text
    assert re.findall(r"@media ([^{]*prefers-color-scheme[^{]*)\{", style) == ["screen and (prefers-color-scheme:dark)"]
    assert "@media print{" in style


def test_metadata_are_escaped_and_complete() -> None:
    document = tree(sample()["index.html"])
    meta = {node.get("property") or node.get("name"): node.get("content") for node in document.xpath("//meta[@content]")}
    assert meta["og:title"] == 'Bread & "sleep" <b>'
    assert meta["og:url"] == document.xpath("//link[@rel='canonical']/@href")[0] == "https://example.org/health/a-test/"
    assert meta["og:image"] == "https://example.org/health/a-test/share.png"
    assert meta["description"] == "Bread and sleep may have to do with each other."
    assert text(document.xpath("//h1")[0]) == 'Bread & "sleep" <b>'


def test_linked_data() -> None:
    data = json.loads(tree(sample()["index.html"]).xpath("//script")[0].text)
    page, faq = data["@graph"]
    assert data["@context"] == "https://schema.org"
    assert (page["@type"], page["name"], page["lastReviewed"], page["dateModified"]) == (
        "MedicalWebPage",
        'Bread & "sleep" <b>',
        "2026-11-20",
        "2026-11-20",
    )
    assert page["author"] == {"@type": "Organization", "name": "Example editors"}
    assert "reviewedBy" not in page
    assert [work.get("url") for work in page["citation"]] == ["https://doi.org/10.1000/example.2020", None]
    assert faq["@type"] == "FAQPage"
    assert [(question["name"], question["acceptedAnswer"]["text"]) for question in faq["mainEntity"]] == [
        ("How long before I would sleep better?", "Nobody can say. Trials usually run for 12 weeks."),
        ("Is toast enough?", "There is no known dose for sleep. Eat it if you like it. Rye Or wheat"),
    ]


def test_linked_data_cannot_end_its_script(tmp_path: Path) -> None:
    body = "## Questions {.faq}\n\n### Is `</script><script>alert(1)</script>` safe?\n\nYes `<!--`.\n"
    document = tree(files(tmp_path, body)["index.html"])
    assert len(document.xpath("//script")) == 1
    assert (
        json.loads(document.xpath("//script")[0].text)["@graph"][1]["mainEntity"][0]["name"]
        == "Is </script><script>alert(1)</script> safe?"
    )


def test_citations_open_their_references() -> None:
    document = tree(sample()["index.html"])
    ids = set(document.xpath("//@id"))
    links = document.xpath("//a[@role='doc-biblioref']")
    assert {link.get("href")[1:] for link in links} == {"ref-1", "ref-2"} <= ids
    assert [link.get("href") for link in document.xpath("//a[starts-with(@href, '#')]") if link.get("href")[1:] not in ids] == []
    assert len(ids) == len(document.xpath("//@id"))
    assert "\u00a0[1]" in document.xpath("//section[@class='evidence']")[0].text_content()


def test_paid_links_are_marked_for_machines_and_people(tmp_path: Path) -> None:
    document = tree(files(tmp_path, front=COMMERCIAL)["index.html"])
    (link,) = document.xpath("//a[@rel]")
    assert (link.get("href"), link.get("rel")) == ("https://shop.example.com/loaf", "sponsored nofollow")
    assert text(link.getparent()) == "See Loaf at shop.example.com (paid link: we earn a commission)"
    box = document.xpath("//section[@class='product']")[0]
    assert box[-1].get("class") == "required statutory"


def test_raw_html_is_read_not_run(tmp_path: Path) -> None:
    body = 'A <img src=x onerror=alert(1)> b.\n\n<script>alert(2)</script>\n\n<iframe src="https://example.org"></iframe>\n'
    document = tree(files(tmp_path, body)["index.html"])
    main = document.xpath("//main")[0]
    assert main.xpath(".//img | .//script | .//iframe") == []
    assert "<img src=x onerror=alert(1)>" in text(main)
    assert "<script>alert(2)</script>" in text(main)


def test_pictures_are_copied_and_sized(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "loaf.png")
    made = files(tmp_path, '![A "loaf"](loaf.png "Fresh")\n')
    (figure,) = tree(made["index.html"]).xpath("//figure")
    assert dict(figure[0].attrib) == {"src": "images/loaf.png", "alt": 'A "loaf"', "width": "30", "height": "20"}
    assert text(figure) == "Fresh"
    assert made["images/loaf.png"] == (tmp_path / "loaf.png").read_bytes()


def test_a_draft_says_so_at_both_ends_and_hides_from_search(tmp_path: Path) -> None:
    document = tree(files(tmp_path, draft=True)["index.html"])
    assert [text(node) for node in document.xpath("//*[@class='stamp']")] == ["DRAFT, NOT CLEARED"] * 2
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert text(document.xpath("//title")[0]).startswith("DRAFT, NOT CLEARED: ")
    assert tree(sample()["index.html"]).xpath("//*[@class='stamp'] | //meta[@name='robots']") == []


def test_an_article_of_one_line(tmp_path: Path) -> None:
    main = tree(files(tmp_path, "Text.\n", "relationship: none\n")["index.html"]).xpath("//main")[0]
    assert [(node.tag, node.get("class")) for node in main] == [("h1", None), ("dl", "facts"), ("p", None)]


def test_the_page_is_light_and_the_same_every_time(tmp_path: Path) -> None:
    again = files(tmp_path)
    assert again == sample()
    assert len(gzip.compress(again["index.html"])) < 20_000


@pytest.mark.parametrize(("lang", "direction"), [("he", "rtl"), ("en-GB", "ltr")])
def test_language_and_direction(tmp_path: Path, lang: str, direction: str) -> None:
    root = tree(files(tmp_path, "Text.\n", f"lang: {lang}\nrelationship: none\n")["index.html"])
    assert (root.get("lang"), root.get("dir")) == (lang, direction)
