"""The lines of one page of a PDF with their place, size and weight, character by character as PDFium finds them."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from xinhui_viewer.importers.printed_lines import PrintedLine

_MOST = 5_000_000  # characters of a page
_BOLD = re.compile(r"(?i)bold|heavy|black|semibold|[-,]b(?:d)?\b|hei|黑")
_BOLD_WEIGHT = 700
_HAN = 0x2E80
_RADICALS = re.compile("[\u2e80-\u2fdf]")
# PDFium's own signs: a hyphen at a line's end, and what has no Unicode.
_NOTHING = dict.fromkeys((0, 2, 0xFFFE, 0xFFFF))


def page_lines(pdf: Any, number: int, most: int) -> Iterator[PrintedLine]:
    """Yield the lines of a page in the order of its content; PdfiumError when it cannot be read."""
    page = pdf[number]
    try:
        height = page.get_height()
        text = page.get_textpage()
        try:
            yield from _lines(text, number, height, min(text.count_chars(), most, _MOST))
        finally:
            text.close()
    finally:
        page.close()


def _lines(text: Any, page: int, height: float, count: int) -> Iterator[PrintedLine]:
    from pypdfium2.raw import FPDFText_GetUnicode, FPDFText_IsGenerated

    codes = [FPDFText_GetUnicode(text, at) for at in range(count)]
    for at, code in enumerate(codes):
        # PDFium takes the gap that is set between Han and figures for a blank.
        beside = max(codes[at - 1], codes[at + 1]) if code == 32 and 0 < at < count - 1 else 0
        if beside >= _HAN and FPDFText_IsGenerated(text, at) == 1:
            codes[at] = 0
    start = 0
    for at in range(count + 1):
        if at < count and codes[at] not in (10, 13):
            continue
        seen = [index for index in range(start, at) if codes[index] not in (32, 9, 0xA0, 0x3000)]
        if seen:
            yield _line(text, page, height, seen[0], seen[-1], _decoded(codes[start:at]))
        start = at + 1


def _line(text: Any, page: int, height: float, first: int, last: int, content: str) -> PrintedLine:
    left, _bottom, first_right, top = text.get_charbox(first, loose=True)
    _left, _last_bottom, right, _top = text.get_charbox(last, loose=True)
    size, bold = _type(text, first)
    return PrintedLine(content, page, left, max(right, first_right), height - top, size or abs(top - _bottom), bold)


def _type(text: Any, at: int) -> tuple[float, bool]:
    """Return the size of a character's type in points, as it lies on the page, and whether it is bold."""
    from pypdfium2.raw import (
        FS_MATRIX,
        FPDFText_GetFontInfo,
        FPDFText_GetFontSize,
        FPDFText_GetFontWeight,
        FPDFText_GetMatrix,
    )

    matrix = FS_MATRIX()
    scale = abs(matrix.d) if FPDFText_GetMatrix(text, at, ctypes.byref(matrix)) else 1.0
    name = ctypes.create_string_buffer(256)
    FPDFText_GetFontInfo(text, at, name, 256, ctypes.byref(ctypes.c_int()))
    font = name.value.decode("utf-8", "replace").partition("+")[2] or name.value.decode("utf-8", "replace")
    bold = FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT or bool(_BOLD.search(font))
    return FPDFText_GetFontSize(text, at) * (scale or 1.0), bold


def _decoded(codes: list[int]) -> str:
    """Return the characters as text: halves of pairs are joined, radicals that stand for their character are it."""
    text = "".join(map(chr, codes)).translate(_NOTHING)
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).strip()
