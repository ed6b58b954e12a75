"""The strokes of one page of a PDF: thin lines and boxes among its paths, such as those that rule tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from xinhui_viewer.importers.printed.pdf_runs import turned
from xinhui_viewer.importers.printed.run import Stroke
from xinhui_viewer.importers.printed.strokes import MOST, THIN, stroke

_MOST_OBJECTS, _MOST_POINTS = 60_000, 400  # a page with more is a drawing, not a table
_DEEPEST = 3  # forms in forms

_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1, 0, 0, 1, 0, 0)


def page_strokes(raw: Any, page: Any, rotation: int) -> tuple[Stroke, ...]:
    """Return the level and upright strokes of a page; none of one that draws more than a table has."""
    found: list[Stroke] = []
    for one, other in _Walk(raw, page).paths():
        made = stroke(turned(*one, rotation), turned(*other, rotation))
        if made is not None:
            found.append(made)
        if len(found) > MOST:
            return ()
    return tuple(found)


class _Walk:
    """Goes through the objects of a page, and of the forms on it."""

    def __init__(self, raw: Any, page: Any) -> None:
        self.raw, self.page = raw, page
        self.left = _MOST_OBJECTS
        self.edges = tuple(ctypes.c_float() for _ in range(4))
        self.matrix = raw.FS_MATRIX()

    def paths(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """Yield the two ends of each straight piece of a path."""
        count = self.raw.FPDFPage_CountObjects(self.page)
        yield from self._among(count, self.raw.FPDFPage_GetObject, self.page, _PLAIN, 0)

    def _among(
        self, count: int, get: Any, owner: Any, matrix: _Matrix, depth: int
    ) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        raw = self.raw
        kind, text, path, form = (
            raw.FPDFPageObj_GetType,
            raw.FPDF_PAGEOBJ_TEXT,
            raw.FPDF_PAGEOBJ_PATH,
            raw.FPDF_PAGEOBJ_FORM,
        )
        for at in range(min(count, self.left)):
            self.left -= 1
            one = get(owner, at)
            sort = kind(one)
            if sort == text:
                continue
            if sort == path:
                yield from self._path(one, matrix)
            elif sort == form and depth < _DEEPEST:
                inner = _times(self._own(one), matrix)
                yield from self._among(
                    raw.FPDFFormObj_CountObjects(one), raw.FPDFFormObj_GetObject, one, inner, depth + 1
                )

    def _own(self, one: Any) -> _Matrix:
        self.raw.FPDFPageObj_GetMatrix(one, self.matrix)
        found = self.matrix
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _path(self, one: Any, matrix: _Matrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        left, bottom, right, top = self._bounds(one)
        if right - left < THIN or top - bottom < THIN:
            yield _at(left, bottom, matrix), _at(right, top, matrix)
            return
        points = self.raw.FPDFPath_CountSegments(one)
        if points <= _MOST_POINTS and self._is_drawn(one):
            own = _times(self._own(one), matrix)
            for start, end in self._pieces(one, points):
                yield _at(*start, own), _at(*end, own)

    def _bounds(self, one: Any) -> tuple[float, float, float, float]:
        self.raw.FPDFPageObj_GetBounds(one, *self.edges)
        left, bottom, right, top = (edge.value for edge in self.edges)
        return left, bottom, right, top

    def _is_drawn(self, one: Any) -> bool:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        return bool(self.raw.FPDFPath_GetDrawMode(one, fill, stroke)) and bool(stroke.value)

    def _pieces(self, one: Any, points: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        raw = self.raw
        x, y = ctypes.c_float(), ctypes.c_float()
        begun = previous = (0.0, 0.0)
        for at in range(points):
            segment = raw.FPDFPath_GetPathSegment(one, at)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = x.value, y.value
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                begun = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield previous, point
            if raw.FPDFPathSegment_GetClose(segment):
                yield point, begun
            previous = point


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z


def _at(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
