"""Texts of menu entries for use outside menus."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return the text of a menu entry without its mnemonic and dots."""
    return text.split("(&")[0].replace("&", "").rstrip("…. ")
