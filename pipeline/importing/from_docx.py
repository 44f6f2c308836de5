"""Word documents to blocks, through mammoth's HTML."""

from __future__ import annotations

import io
import zipfile

from pipeline.errors import InputError
from pipeline.importing.blocks import Draft
from pipeline.importing.from_html import read_html

# A .docx is a zip file; this is far more than any article unpacks to, and far less than a bomb.
MAX_UNPACKED = 64 * 1024 * 1024
# Word's own title style heads the whole; mammoth knows Heading 1 to 6 by itself.
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_docx(data: bytes) -> Draft:
    """The blocks of a Word document. Raises InputError for what is none."""
    import mammoth  # type: ignore[import-untyped]

    _check(data)
    try:
        done = mammoth.convert_to_html(io.BytesIO(data), style_map=STYLES, external_file_access=False)
    except Exception as fault:  # mammoth names no errors of its own: any failure means that the file is no usable document
        raise InputError(
            f"this Word document cannot be read ({type(fault).__name__})", "save it again as .docx, or as plain text"
        ) from fault
    return read_html(done.value)


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
            archive.getinfo("[Content_Types].xml")
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as fault:
        raise InputError("this is not a Word document", "save it as .docx, or as plain text") from fault
    if unpacked > MAX_UNPACKED:
        raise InputError(f"this Word document unpacks to {unpacked:,} bytes", "save it again, or as plain text")
