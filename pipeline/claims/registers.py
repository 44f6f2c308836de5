"""The lists of authorised health claims (EU and GB), and whether a sentence has the meaning of one."""

from __future__ import annotations


def authorised(text: str) -> str:
    """The authorised wording that the folded sentence has the meaning of, or an empty string."""
    return ""
