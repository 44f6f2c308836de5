"""Every glyph says which characters it stands for (ISO 14289-1, 7.21.7), also where one character takes several glyphs."""

from __future__ import annotations

import re

from pikepdf import Dictionary, Name, Pdf

_NOTHING = re.compile(rb"<([0-9a-f]+)> <>")
# WORD JOINER: no width, no break, and no letter to whoever searches or reads the text aloud.
_JOINER = rb"<\1> <2060>"


def name_all_glyphs(pdf: Pdf) -> None:
    """Give a character to the glyphs that WeasyPrint leaves without one.

    Where a letter is drawn as base and mark (Arabic, Devanagari), WeasyPrint 70 lets the first glyph
    stand for the letter and the others for nothing, which is no valid entry of a ToUnicode map.
    """
    for entry in pdf.objects:
        if isinstance(entry, Dictionary) and entry.get("/Type") == Name.Font and "/ToUnicode" in entry:
            table = entry.ToUnicode.read_bytes()
            if _NOTHING.search(table):
                entry.ToUnicode.write(_NOTHING.sub(_JOINER, table))
