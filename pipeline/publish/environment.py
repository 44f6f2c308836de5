"""The one Jinja environment: strict, always escaping, and able to say where a template is wrong.

A name that a template does not know, a filter that is not on the list, a `None` that would be
printed and a file that is missing or not UTF-8 all become a RenderError with the template's path
and line. Templates come from files alone; nothing of an article is ever compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2.filters import do_tojson
from jinja2.tests import test_defined

from pipeline.errors import RenderError
from pipeline.publish.paths import shown_path
from pipeline.publish.tokens import read_tokens
from pipeline.publish.words import Catalogue, read_words

_REMEDY = "mend the template, or restore it from the last commit"
# All that templates may call: `tojson` escapes <, >, & and ' for a script element, `count` is for "is
# there more than one".
_FILTERS: dict[str, Callable[..., Any]] = {
    "tojson": do_tojson,
    "count": len,
}
_TESTS: dict[str, Callable[..., bool]] = {"defined": test_defined}


def render(templates: Path, lang: str, name: str, **values: object) -> str:
    """The template `name` (a path below templates/) filled with the values. Raises RenderError."""
    try:
        return environment(templates, lang).get_template(name).render(**values)
    except Exception as fault:
        raise _as_render_error(fault, templates) from None


def checked_words(templates: Path, lang: str) -> Catalogue:
    """The language's fixed words, once every template has compiled: what is broken is named before work begins."""
    try:
        environment(templates, lang)
    except Exception as fault:
        raise _as_render_error(fault, templates) from None
    return read_words(templates, lang)


@cache
def environment(templates: Path, lang: str) -> jinja2.Environment:
    """The environment for one language; every template is compiled before the first is filled.

    Templates and imported macros see `words` (the language's fixed words), `light` and `dark`
    (colours by use) and `tokens`. There are no other globals: no range, no cycler.
    """
    made = jinja2.Environment(
        loader=_Loader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters.clear()
    made.filters.update(_FILTERS)
    made.tests.clear()
    made.tests.update(_TESTS)
    made.globals.clear()
    for name in _names(templates):
        made.get_template(name)
    tokens = read_tokens(templates)
    made.globals.update(words=read_words(templates, lang), tokens=tokens, light=tokens.light, dark=tokens.dark)
    return made


def _names(templates: Path) -> Iterable[str]:
    return sorted(path.relative_to(templates).as_posix() for path in templates.rglob("*.jinja"))


def _printable(value: object) -> object:
    """The value; None is a mistake in a template or a view, never a word on a page."""
    if value is None:
        raise jinja2.UndefinedError("a value that is None would be printed")
    return value


class _Loader(jinja2.BaseLoader):
    """Templates from one folder, UTF-8, without leaving it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Source, file name and "is it still the same" (it is, for one run)."""
        file = self.folder / template
        try:
            return file.read_bytes().decode("utf-8").replace("\r\n", "\n"), str(file), lambda: True
        except OSError:
            raise jinja2.TemplateNotFound(template) from None
        except UnicodeDecodeError as fault:
            line = fault.object.count(b"\n", 0, fault.start) + 1
            raise RenderError("not UTF-8", "save the template as UTF-8", path=shown_path(file), line=line) from None


def _as_render_error(fault: Exception, templates: Path) -> Exception:
    """The fault with its template and line; what did not happen in a template stays what it is."""
    file, line = _innermost(fault.__traceback__, templates)
    match fault:
        case RenderError():
            return fault
        case jinja2.TemplateSyntaxError():
            named = Path(fault.filename) if fault.filename else templates / (fault.name or "")
            return RenderError((fault.message or "syntax error").rstrip("."), _REMEDY, path=shown_path(named), line=fault.lineno)
        case jinja2.TemplateNotFound():
            where = shown_path(templates / str(fault.name))
            if file:
                return RenderError(f"includes {where}, which is missing", _REMEDY, path=shown_path(file), line=line)
            return RenderError("the template is missing", _REMEDY, path=where)
    if file:
        return RenderError(str(fault) or type(fault).__name__, _REMEDY, path=shown_path(file), line=line)
    return fault


def _innermost(traceback: TracebackType | None, templates: Path) -> tuple[Path | None, int | None]:
    """The template and line in which the fault happened: Jinja writes template lines into tracebacks.

    Only where nothing but Jinja itself ran below that line, so that a bug in our own code, called
    from a template, is not blamed on the template.
    """
    place: tuple[Path | None, int | None] = (None, None)
    while traceback:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.is_relative_to(templates):
            place = file, traceback.tb_lineno
        elif "jinja2" not in file.parts and "markupsafe" not in file.parts and file != Path(__file__):
            place = None, None
        traceback = traceback.tb_next
    return place
