"""Damage to a PDF that pdfium passes over without a word: streams that do not inflate, a wrong table of objects."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

_REBUILT = "reconstruct"  # in a warning of qpdf
_CHUNK = 2**20


def is_damaged(content: bytes) -> bool:
    """Return whether pages, fonts or the table of objects of a file are damaged, so that some text may be missing.

    Pictures are not looked at. 20 ms for a book of 170 pages.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(content), suppress_warnings=True) as opened:
            if any(_REBUILT in str(one) for one in opened.get_warnings()):
                return True
            streams = (one for one in opened.objects if isinstance(one, pikepdf.Stream))
            return not opened.is_encrypted and any(map(_is_broken, streams))
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return True


def _is_broken(stream: Any) -> bool:
    """Return whether a stream is damaged; one that only lacks its checksum is not."""
    filter_ = stream.get("/Filter")
    if filter_ is None or stream.get("/Subtype") == "/Image":
        return False
    if filter_ != "/FlateDecode":
        return _is_undecodable(stream)
    inflating = zlib.decompressobj()
    left = stream.read_raw_bytes()
    try:
        while left and not inflating.eof:
            inflating.decompress(left, _CHUNK)
            left = inflating.unconsumed_tail
    except zlib.error:
        return True
    return False


def _is_undecodable(stream: Any) -> bool:
    import pikepdf

    try:
        stream.read_bytes()
    except pikepdf.DataDecodingError:
        return True
    except pikepdf.PdfError:  # a filter that qpdf does not know, or a picture's
        return False
    return False
