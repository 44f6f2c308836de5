"""All of a run shows, or none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.publish.files import File
from pipeline.publish.output import transaction
from tests.publish.sets import article, empty_build, publish_new, publish_old, tree


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build/ with nothing but its .gitignore."""
    return empty_build(tmp_path)


def test_a_run_shows_everything_at_once_and_leaves_nothing_else(build: Path) -> None:
    publish_old(build)
    assert set(tree(build)) == {
        ".gitignore",
        *(f"{slug}/{name}" for slug in ("alpha", "beta") for name in ("index.html", "handout.pdf", "pictures/a.png", "manifest.json")),
        "index.html",
        "feed.xml",
        "manifest.json",
    }
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_a_run_makes_build_if_there_is_none(tmp_path: Path) -> None:
    publish_old(tmp_path / "build")
    assert (tmp_path / "build/alpha/index.html").read_bytes() == b"<p>old"
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_what_a_run_does_not_touch_stays_with_its_time_stamp(build: Path) -> None:
    publish_old(build)
    (build / "CNAME").write_text("example.org")
    before = {path: path.stat().st_mtime_ns for path in build.rglob("*") if path.is_file()}
    with transaction(build) as tx:
        tx.put("beta", article("beta", "old"))
        tx.put("gamma", article("gamma", "new"))
        assert tx.slugs() == ("alpha", "beta", "gamma")
        tx.commit()
    assert {path: path.stat().st_mtime_ns for path in before if path.name != "manifest.json"} == {
        path: stamp for path, stamp in before.items() if path.name != "manifest.json"
    }
    assert (build / "gamma/index.html").read_bytes() == b"<p>new"


def test_removed_articles_and_old_site_files_leave(build: Path) -> None:
    publish_old(build)
    publish_new(build)
    assert {path.split("/")[0] for path in tree(build)} == {".gitignore", "alpha", "gamma", "index.html", "manifest.json"}
    assert (build / "alpha/index.html").read_bytes() == b"<p>new"


def test_nothing_shows_without_a_commit(build: Path) -> None:
    publish_old(build)
    before = tree(build)
    with pytest.raises(ZeroDivisionError), transaction(build) as tx:
        tx.put("alpha", article("alpha", "new"))
        raise ZeroDivisionError
    assert tree(build) == before
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_a_commit_without_changes_makes_nothing(tmp_path: Path) -> None:
    with transaction(tmp_path / "build") as tx:
        tx.remove("never-there")
        tx.commit()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a//x", "c:x", "a\\x", ""])
def test_no_file_leaves_its_folder(build: Path, path: str) -> None:
    with transaction(build) as tx, pytest.raises(ValueError, match="leaves its folder"):
        tx.put("alpha", [File(path, b"x")])
    with transaction(build) as tx:
        tx.put_site([File(path, b"x")])
        with pytest.raises(ValueError, match="leaves its folder"):
            tx.commit()
    assert set(tree(build.parent)) == {"build/.gitignore"}


def test_an_article_is_put_once_by_a_plain_name_and_with_its_manifest(build: Path) -> None:
    with transaction(build) as tx:
        for slug in ("../alpha", "", ".hidden", "a/b", "a:b"):
            with pytest.raises(ValueError, match="cannot be staged"):
                tx.put(slug, article("alpha", "old"))
            with pytest.raises(ValueError, match="is not the name"):
                tx.remove(slug)
        with pytest.raises(ValueError, match=r"beta has no manifest\.json"):
            tx.put("beta", article("beta", "old")[:1])
        tx.put("alpha", article("alpha", "old"))
        with pytest.raises(ValueError, match="cannot be staged"):
            tx.put("alpha", article("alpha", "new"))
    assert set(tree(build.parent)) == {"build/.gitignore"}


def test_a_symbolic_link_in_build_is_replaced_and_never_followed(build: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("mine")
    (build / "alpha").symlink_to(outside)
    publish_old(build)
    assert tree(outside) == {"index.html": b"mine"}
    assert not (build / "alpha").is_symlink()


def test_the_site_cannot_take_an_articles_name(build: Path) -> None:
    with transaction(build) as tx:
        tx.put("fonts", article("fonts", "old"))
        tx.put_site([File("fonts/a.woff2", b"x")])
        with pytest.raises(ConfigError, match=r"the site needs the name .*/build/fonts"):
            tx.commit()


def test_build_must_be_a_real_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(ConfigError, match="file is a file; remove or rename it"):
        publish_old(tmp_path / "file")
    with pytest.raises(ConfigError, match="link is a symbolic link"):
        publish_old(tmp_path / "link")
    with pytest.raises(ConfigError, match=r"the folder around .*none/build does not exist"):
        publish_old(tmp_path / "none/build")
    assert tree(tmp_path / "real") == {}


def test_a_planted_workshop_is_refused(build: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".build.nostrum").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConfigError, match="is not a folder"):
        publish_old(build)
    assert tree(tmp_path / "elsewhere") == {}
