"""`nostrum new`: the file that is written, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.article.document import Heading, List
from pipeline.article.frontmatter import _Front
from pipeline.article.metadata import Relationship
from pipeline.article.read import read_document
from pipeline.errors import ConfigError, InputError
from pipeline.evidence.disclaimers import disclaimers
from pipeline.findings import Market
from pipeline.importing.new import NewArticle, new_article

# Written for this test, in the manner of an article that sells something: one line a paragraph,
# headings as bare lines, hyphen lists, questions at the end, curly quotes, no title.
DRAFT = """If you’ve slept badly for years, the answer might not be in your bedroom. There is an *astonishing* link between tea & sleep.
What Exactly Is the Tea-Sleep Link?
Tea holds two things: caffeine and L. theanine [sic]. One wakes you—the other, some say, “calms” you. About 70-80% of adults drink it.
The Real Problem: Understanding Evening Tea
How you sleep depends on many things. Here’s what people blame:
- Caffeine: it stays for hours.
- Sugar: it has its own effects.
Are You Seeing the Signs?
Do any of these sound familiar?
- You lie awake.
- You dream of kettles.
- You wake up at 3 a.m.
If you’re nodding along, it may be the tea.
Conclusion: Your Path to Rest
Drink it early. One product made for this is SleepLeaf_2 (only $49, see <https://example.com>).
Frequently Asked Questions About Tea
How long does it take until I sleep better?
It varies. Some notice something within 4 to 12 days.
Can’t I just drink water?
You can.

"""


def made(tmp_path: Path, name: str, data: bytes, slug: str = "the-tea", title: str = "") -> NewArticle:
    (tmp_path / "content").mkdir()
    (tmp_path / name).write_bytes(data)
    return new_article(slug, tmp_path / "content", tmp_path / name, title)


def test_a_draft_becomes_an_article(tmp_path: Path) -> None:
    new = made(tmp_path, "draft.txt", DRAFT.encode())
    assert (new.title, new.title_from) == ("The tea", "made from the slug; change it in the file")
    assert (new.headings, new.questions, new.items, new.notes) == (7, 2, 5, ())
    document = read_document(new.path)
    found = [(block.level, block.classes) for block in document.blocks if isinstance(block, Heading)]
    assert found == [(2, ()), (2, ()), (2, ()), (2, ()), (2, ("faq",)), (3, ()), (3, ())]
    assert sum(len(block.items) for block in document.blocks if isinstance(block, List)) == 5
    assert document.sections[0].heading is None
    assert next(document.body()).text.startswith("If you’ve slept badly for years")
    words = " ".join(sentence.text for sentence in document.body()).split()
    assert words == re.sub(r"^- ", "", DRAFT, flags=re.M).split()


def test_front_matter_is_complete_strict_and_true(tmp_path: Path) -> None:
    text = made(tmp_path, "draft.txt", DRAFT.encode()).path.read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text.split("---")[1], flags=re.M)
    assert set(keys) == set(_Front.__struct_fields__) - {"published"}
    meta = read_document(tmp_path / "content" / "the-tea.md").meta
    assert meta.undeclared == {"relationship", "products", "markets"}
    assert (meta.relationship, meta.markets, meta.disclaimers) == (Relationship.SELLER, tuple(Market), ())
    assert (meta.author, meta.reviewed_by, meta.date, meta.last_reviewed, meta.ai_use) == (None,) * 5


def test_the_comment_names_every_disclaimer(tmp_path: Path) -> None:
    text = made(tmp_path, "draft.txt", DRAFT.encode()).path.read_text(encoding="utf-8")
    assert [item.id for item in disclaimers() if item.id not in text] == []


def test_an_empty_article_has_the_sections_to_fill(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    assert new_article("zinc-and-skin", content).title == "Zinc and skin"
    document = read_document(content / "zinc-and-skin.md")
    assert [block.classes for block in document.blocks if isinstance(block, Heading) and block.level == 2] == [
        ("in-short",),
        ("red-flags",),
        ("evidence",),
        ("faq",),
    ]


def test_title_from_the_file_or_given(tmp_path: Path) -> None:
    text = b'Tea: a "short" story\n\nTea is a drink that many people like, and some of them drink it late.\n'
    new = made(tmp_path, "draft.txt", text)
    assert (new.title, new.title_from, new.headings) == ('Tea: a "short" story', "the draft's first heading", 0)
    assert read_document(new.path).meta.title == 'Tea: a "short" story'
    other = new_article("two", tmp_path / "content", tmp_path / "draft.txt", "Yes: 'no'\n\x07#")
    assert (other.title_from, other.headings) == ("given with --title", 1)
    assert read_document(other.path).meta.title == "Yes: 'no' #"


def test_a_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = '<html lang="de"><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Caf\u00e9 \u201cx\u201d.'
    new = made(tmp_path, "page.htm", page.encode("windows-1252"))
    document = read_document(new.path)
    assert [sentence.text for sentence in document.body()] == ["Caf\u00e9 \u201cx\u201d."]
    assert document.meta.lang == "de"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    new = made(tmp_path, "draft.txt", DRAFT.encode())
    before = new.path.read_bytes()
    with pytest.raises(ConfigError, match=r"the-tea\.md is there already; choose another slug"):
        new_article("the-tea", tmp_path / "content", tmp_path / "draft.txt")
    assert new.path.read_bytes() == before
    (tmp_path / "content" / "link.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(ConfigError, match="is there already"):
        new_article("link", tmp_path / "content")
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize("slug", ["", "Tea", "a b", "../x", "-a", "a--b", "a/b", "x" * 81])
def test_slugs_that_cannot_be(tmp_path: Path, slug: str) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(ConfigError, match="cannot be a slug; use lower-case letters"):
        new_article(slug, tmp_path / "content")
    assert list((tmp_path / "content").iterdir()) == []


def test_a_slug_that_windows_keeps_for_a_device(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(InputError, match="slug 'con' cannot name a folder"):
        new_article("con", tmp_path / "content")
    assert list((tmp_path / "content").iterdir()) == []


def test_outside_of_a_project(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"there is no folder .*content/ here; run the command in the project's folder"):
        new_article("tea", tmp_path / "content")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "there is no text in it; check that it is the right file"),
        ("a.txt", b" \n\t\n", "there is no text in it; check that it is the right file"),
        ("a.txt", b"Tea\nCaf\xe9", r"a\.txt:2: byte 7 \(0xe9\) is not UTF-8; save the file with the encoding UTF-8"),
        ("a.txt", "Tea".encode("utf-16"), "this is not a text file in UTF-8; save it as plain text with the encoding UTF-8"),
        ("a.html", b"<p>Caf\xe9", "byte 6 .* is not UTF-8"),
        ("a.html", b"<meta charset='none-such'><p>Caf\xe9", "unknown encoding none-such; save the file with the encoding UTF-8"),
        ("a.html", b"<script>1</script>", "there is no text in it"),
        ("a.docx", b"\x00\x01", r"a\.docx: this is not a Word document; save it as \.docx, or as plain text"),
        ("a.pdf", b"%PDF", r"a\.pdf: a \.pdf cannot be imported; give a \.txt, \.docx or \.html file"),
        ("noending", b"x", "a file without ending cannot be imported"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        made(tmp_path, name, data)
    assert list((tmp_path / "content").iterdir()) == []


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(InputError, match="no such file; check the spelling of the path"):
        new_article("tea", tmp_path / "content", tmp_path / "none.txt")
    with pytest.raises(InputError, match="this is not a file"):
        new_article("tea", tmp_path / "content", tmp_path / "folder.txt")
