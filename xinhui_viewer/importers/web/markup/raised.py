"""Raised and lowered letters of a page as plain text: 10², CO₂, x^a, and the marks of notes as they stand."""

from __future__ import annotations

import re
from typing import Any

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_DEGREE = {"o": "º", "O": "º", "0": "⁰"}  # 37 oC as it is often written, and No
_DEEPEST = 4  # elements around an exponent or index
_LONGEST = 5  # characters of an exponent or index; a longer text is only printed small
_HAS_FORM = {"sup": re.compile(r"[\d+\-−=()ni]+", re.ASCII), "sub": re.compile(r"[\d+\-−=()]+", re.ASCII)}
_LETTERS = re.compile(r"[A-Za-z\u0370-\u03ff\d+\-−=()/.,]+", re.ASCII)
_ORDINAL = re.compile("st|nd|rd|th|TM|SM|R", re.ASCII)  # 1st, and marks of trade
_NOTE = re.compile(r"[(（].*[)）]", re.DOTALL)


def raised(text: str, tag: str) -> str:
    """Return the text of ``sup`` or ``sub`` apart from what stands before it.

    Characters of Unicode where all have them; else letters and figures behind ^ or _, in brackets when there are
    several; the mark of a note ([1], ①, 注) and longer text stay as they are.
    """
    bare = text.strip()
    if not bare or len(bare) > _LONGEST or _NOTE.fullmatch(bare) or not _LETTERS.fullmatch(bare):
        return text
    if tag == "sup" and bare in _DEGREE:
        return _DEGREE[bare]
    if _HAS_FORM[tag].fullmatch(bare):
        return bare.translate(_RAISED if tag == "sup" else _LOWERED)
    if _ORDINAL.fullmatch(bare):
        return text
    return ("^" if tag == "sup" else "_") + (bare if len(bare) == 1 else f"({bare})")


def only_text(element: Any) -> str:
    """Return the text that an element consists of, perhaps within others; empty when there is more in it."""
    for _ in range(_DEEPEST):
        child = element.child
        if child is None or child.next is not None:
            return ""
        if child.tag == "-text":
            return str(child.text_content)
        element = child
    return ""
