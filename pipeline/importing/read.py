"""A draft's file by its ending: what it holds, or why it cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.article.source import shown_path
from pipeline.errors import InputError
from pipeline.importing.blocks import Draft, all_words
from pipeline.importing.from_docx import read_docx
from pipeline.importing.from_html import read_html
from pipeline.importing.from_text import read_text

MAX_BYTES = 16 * 1024 * 1024
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_HTML, _TEXT, _WORD = (".html", ".htm", ".xhtml"), (".txt", ".text"), (".docx",)


def read_draft(path: Path) -> Draft:
    """The draft in a .txt, .docx or .html file. Raises InputError with the path."""
    name, suffix = shown_path(path), path.suffix.lower()
    if suffix not in _HTML + _TEXT + _WORD:
        raise InputError(f"a {suffix or 'file without ending'} cannot be imported", "give a .txt, .docx or .html file", path=name)
    data = _bytes_of(path, name)
    try:
        draft = read_docx(data) if suffix in _WORD else read_html(_decoded_html(data)) if suffix in _HTML else read_text(_decoded(data))
    except InputError as error:
        raise InputError(error.what, error.remedy, path=name, line=error.line) from error
    if not all_words(draft.blocks).strip():
        raise InputError("there is no text in it", "check that it is the right file", path=name)
    return draft


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise InputError("no such file" if not path.exists() else "this is not a file", "check the spelling of the path", path=name)
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"more than {MAX_BYTES:,} bytes", "an article is far shorter; check that it is the right file", path=name)
        return path.read_bytes()
    except OSError as fault:
        raise InputError(f"cannot be read: {fault.strerror}", "check the file and its permissions", path=name) from fault


def _decoded(data: bytes, encoding: str = "utf-8-sig") -> str:
    """Text in UTF-8; a NUL means that it is no text (or UTF-16, which the remedy mends as well)."""
    if b"\0" in data:
        raise InputError("this is not a text file in UTF-8", "save it as plain text with the encoding UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        what = f"byte {fault.start} (0x{data[fault.start]:02x}) is not {encoding.removesuffix('-sig').upper()}"
        raise InputError(what, "save the file with the encoding UTF-8", line=data.count(b"\n", 0, fault.start) + 1) from None


def _decoded_html(data: bytes) -> str:
    """A page in UTF-8, or in the encoding that its own head declares (Word saves such pages)."""
    try:
        return _decoded(data)
    except InputError:
        declared = _CHARSET.search(data[:4096])
        if not declared or b"\0" in data:
            raise
        try:
            return _decoded(data, declared[1].decode("ascii"))
        except LookupError:
            raise InputError(f"unknown encoding {declared[1].decode('ascii')}", "save the file with the encoding UTF-8") from None
