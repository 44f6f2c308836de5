"""What may be linked; what may not prints as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.publish.links import allowed_link, host_of, printed_anchors
from tests.publish.making import article


@pytest.mark.parametrize(
    ("href", "printed"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTPS://example.org/", "https://example.org/"),
        ("http://example.org", "http://example.org"),
        ("mailto:a@example.org?subject=Hi", "mailto:a@example.org?subject=Hi"),
        ("tel:+4412345", "tel:+4412345"),
        ("#in-short", "#in-short"),
        ("https://example.org/ä b", "https://example.org/%C3%A4%20b"),
        ("https://müller.example/", "https://xn--mller-kva.example/"),
        ("https://example.org/{{x}}*|Y|*{%z%}", "https://example.org/%7B%7Bx%7D%7D*%7CY%7C*%7B%z%%7D"),
        ('https://example.org/"<b>', "https://example.org/%22%3Cb%3E"),
    ],
)
def test_allowed_links_are_written_safely(href: str, printed: str) -> None:
    assert allowed_link(href) == printed


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<b>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/",
        "https:\\\\example.org",
        "https:///path",
        "https://[::1",
        "other.html",
        "/other",
        "",
        "#",
        "#a b",
        "https://exa\u202emple.org",
    ],
)
def test_others_are_no_links(href: str) -> None:
    assert allowed_link(href) is None


def test_hosts_compare_without_www() -> None:
    assert host_of("https://www.Shop.example/x") == "shop.example"
    assert host_of("mailto:a@example.org") == ""
    assert host_of("https://[") == ""


def test_headings_give_way_to_the_outputs_own_anchors(tmp_path: Path) -> None:
    document = article(tmp_path, "## Ref 1\n\nA.\n\n## S ref 1\n\nB.\n\n## References\n\nC.\n\n## Rye\n\nD.\n")
    assert printed_anchors(document) == {"ref-1": "s-s-ref-1", "s-ref-1": "s-ref-1", "references": "s-references", "rye": "rye"}
