"""Make what was typed onto a page of a PDF part of it: filled-in fields of a form, and texts put on top."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_MOST = 5_000  # annotations of a page; one with more is no form
_TYPE_LENGTH = 16  # bytes of the type of a field, such as Tx


@contextmanager
def page(raw: Any, document: Any, index: int) -> Iterator[Any]:
    """Yield the handle of a page, with what was typed onto it, and close it afterwards; None where it cannot load."""
    handle = raw.FPDF_LoadPage(document, index)
    if handle and _keep_typed(raw, handle) and raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY):
        raw.FPDF_ClosePage(handle)
        handle = raw.FPDF_LoadPage(document, index)
    try:
        yield handle
    finally:
        if handle:
            raw.FPDF_ClosePage(handle)


def _keep_typed(raw: Any, page: Any) -> int:
    """Remove all annotations of a page but typed ones, and return how many these are."""
    count = raw.FPDFPage_GetAnnotCount(page)
    if not 0 < count <= _MOST:
        return 0
    other = [at for at in range(count) if not _is_typed(raw, page, at)]
    if len(other) < count:
        for at in reversed(other):
            raw.FPDFPage_RemoveAnnot(page, at)
    return int(count - len(other))


def _is_typed(raw: Any, page: Any, at: int) -> bool:
    """Return whether an annotation is a text, or the field of a form and no signature; notes beside a text are none."""
    one = raw.FPDFPage_GetAnnot(page, at)
    if not one:
        return False
    try:
        kind = raw.FPDFAnnot_GetSubtype(one)
        if kind == raw.FPDF_ANNOT_FREETEXT:
            return True
        return kind == raw.FPDF_ANNOT_WIDGET and _field(raw, one) in ("Tx", "Ch")
    finally:
        raw.FPDFPage_CloseAnnot(one)


def _field(raw: Any, one: Any) -> str:
    """Return the type of a field: Tx for a text, Ch for a choice, Sig for a signature; empty where it says none."""
    text = ctypes.create_string_buffer(_TYPE_LENGTH)
    raw.FPDFAnnot_GetStringValue(one, b"FT", ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)), _TYPE_LENGTH)
    return text.raw.decode("utf-16-le", "replace").split("\0")[0]
