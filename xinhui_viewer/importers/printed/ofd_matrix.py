"""Places of graphic objects of an OFD page (GB/T 33190-2016, 7.1): matrices, boxes, and quarter turns."""

from __future__ import annotations

from typing import NamedTuple

_UPRIGHT = 0.2  # of the length: a direction that leans more is turned, as a watermark is


class Matrix(NamedTuple):
    """A transformation: (x, y) becomes (a x + c y + e, b x + d y + f); x grows to the right, y downwards."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, x: float, y: float) -> tuple[float, float]:
        """Return a point transformed."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Matrix) -> Matrix:
        """Return this transformation behind ``first``."""
        (ax, ay), (cx, cy) = self._direction(first.a, first.b), self._direction(first.c, first.d)
        return Matrix(ax, ay, cx, cy, *self.of(first.e, first.f))

    def _direction(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y, self.b * x + self.d * y

    @property
    def height(self) -> float:
        """The length that a unit of height has as seen."""
        return float((self.c**2 + self.d**2) ** 0.5) or 1.0

    @property
    def quarter(self) -> int | None:
        """The quarter turns, clockwise, by which text is shown turned; None where it leans."""
        if abs(self.b) <= _UPRIGHT * abs(self.a) and abs(self.c) <= _UPRIGHT * abs(self.d):
            return 0 if self.a > 0 else 2
        if abs(self.a) <= _UPRIGHT * abs(self.b) and abs(self.d) <= _UPRIGHT * abs(self.c):
            return 1 if self.b > 0 else 3
        return None


def turned_back(x: float, y: float, quarter: int) -> tuple[float, float]:
    """Return a point of a page that is shown turned by quarters, as it stands when the page is turned back."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]
