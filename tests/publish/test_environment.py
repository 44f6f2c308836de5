"""The templates' environment: strict, escaping, and it says where a template is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.errors import RenderError
from pipeline.publish.environment import environment, render
from pipeline.publish.view import article_view
from tests.publish.making import TEMPLATES, article, cleared, press

REMEDY = "mend the template, or restore it from the last commit"


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A templates folder with tokens and words, below the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "templates"
    folder.mkdir()
    shutil.copy(TEMPLATES / "tokens.yaml", folder)
    shutil.copytree(TEMPLATES / "words", folder / "words")
    return folder


def fault(templates: Path, name: str = "a.html.jinja", **values: object) -> str:
    with pytest.raises(RenderError) as caught:
        render(templates, "en", name, **values)
    return str(caught.value)


def write(templates: Path, text: str, name: str = "a.html.jinja") -> None:
    (templates / name).write_text(text, encoding="utf-8")


def test_everything_is_escaped_whatever_the_file_is_called(templates: Path) -> None:
    write(templates, '{{ text }}|<a title="{{ text }}">', "a.css.jinja")
    assert render(templates, "en", "a.css.jinja", text="<b a='1'>&\"") == (
        '&lt;b a=&#39;1&#39;&gt;&amp;&#34;|<a title="&lt;b a=&#39;1&#39;&gt;&amp;&#34;">'
    )


def test_words_and_colours_are_there_in_imported_macros_too(templates: Path) -> None:
    write(templates, "{% macro m() %}{{ words.notes }} {{ light['ink'] }} {{ dark['ink'] }}{% endmacro %}", "m.jinja")
    write(templates, "{% from 'm.jinja' import m %}{{ m() }}")
    assert render(templates, "en", "a.html.jinja") == "Notes #16262B #E4ECEA"


def test_unknown_variable(templates: Path) -> None:
    write(templates, "fine\nfine\n{{ titel }}\n")
    assert fault(templates) == f"templates/a.html.jinja:3: 'titel' is undefined; {REMEDY}"


def test_unknown_attribute_in_an_imported_macro(templates: Path) -> None:
    write(templates, "{% macro m(x) %}\n{{ x.colour }}{% endmacro %}", "m.jinja")
    write(templates, "{% from 'm.jinja' import m %}\n\n{{ m('a') }}")
    assert fault(templates) == f"templates/m.jinja:2: 'str object' has no attribute 'colour'; {REMEDY}"


def test_unknown_colour(templates: Path) -> None:
    write(templates, "\n{{ light['mauve'] }}")
    assert fault(templates) == f"templates/a.html.jinja:2: 'dict object' has no attribute 'mauve'; {REMEDY}"


def test_none_is_never_printed(templates: Path) -> None:
    write(templates, "a\n{{ nothing }}")
    assert fault(templates, nothing=None) == f"templates/a.html.jinja:2: a value that is None would be printed; {REMEDY}"


@pytest.mark.parametrize(
    ("text", "line"), [("a\n{% if %}", 2), ("{% for x in y %}\n\n", 2), ("a\n\n{{ 'x' | upper }}", 3), ("{{ x is none }}", 1)]
)
def test_syntax_and_what_is_not_on_the_list(templates: Path, text: str, line: int) -> None:
    write(templates, text)
    assert fault(templates, x=1, y=()).startswith(f"templates/a.html.jinja:{line}: ")


@pytest.mark.parametrize("name", ["range", "cycler", "lipsum", "dict", "namespace", "joiner"])
def test_there_are_no_other_globals(templates: Path, name: str) -> None:
    write(templates, f"{{{{ {name}(1) }}}}")
    assert fault(templates) == f"templates/a.html.jinja:1: '{name}' is undefined; {REMEDY}"


def test_missing_template(templates: Path) -> None:
    assert fault(templates) == f"templates/a.html.jinja: the template is missing; {REMEDY}"


def test_missing_import_names_both(templates: Path) -> None:
    write(templates, "a\n{% from 'gone.jinja' import x %}")
    assert fault(templates) == f"templates/a.html.jinja:2: includes templates/gone.jinja, which is missing; {REMEDY}"


def test_not_utf8(templates: Path) -> None:
    (templates / "a.html.jinja").write_bytes(b"a\nb\xff\n")
    assert fault(templates) == "templates/a.html.jinja:2: not UTF-8; save the template as UTF-8"


def test_a_broken_template_stops_the_run_before_another_is_filled(templates: Path) -> None:
    write(templates, "fine")
    write(templates, "{% if %}", "b.html.jinja")
    assert fault(templates).startswith("templates/b.html.jinja:1: ")


def test_a_fault_in_a_template_s_own_expression_is_the_template_s(templates: Path) -> None:
    write(templates, "a\n\n{{ 1 / x }}")
    assert fault(templates, x=0) == f"templates/a.html.jinja:3: division by zero; {REMEDY}"


def test_a_bug_of_ours_crashes(templates: Path) -> None:
    class Broken:
        @property
        def text(self) -> str:
            raise ZeroDivisionError("ours")

    write(templates, "{{ x.text }}")
    with pytest.raises(ZeroDivisionError, match="ours"):
        render(templates, "en", "a.html.jinja", x=Broken())


def test_the_project_s_own_templates_compile() -> None:
    names = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.jinja"))
    assert "web/page.html.jinja" in names
    assert all(environment(TEMPLATES, "en").get_template(name).name == name for name in names)


def test_a_broken_template_is_named_before_broken_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    for path in (tmp_path / "templates" / "words" / "en.yaml", tmp_path / "templates" / "web" / "page.html.jinja"):
        path.write_text(path.read_text(encoding="utf-8") + "\n{% if %}", encoding="utf-8")
    (tmp_path / "content").mkdir()
    with pytest.raises(RenderError, match=r"^templates/web/page\.html\.jinja:\d+: "):
        article_view(cleared(article(tmp_path / "content", "Text.\n")), press(tmp_path / "content", templates=tmp_path / "templates"))
