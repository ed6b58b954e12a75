"""The map from characters of the body to positions in Qt's document, and back.

The body counts characters, Qt counts UTF-16 units and also holds the title, table frames and image signs: so the
document is a list of pieces of the body, each shown unbroken, with other text between them.
"""

from __future__ import annotations

from bisect import bisect_right

from xinhui_viewer.records import Span


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class PositionMap:
    """An exact map between offsets of a body and positions of the document that shows it."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._wide = units(body) != len(body)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._positions: list[int] = []

    def add(self, start: int, end: int, position: int) -> None:
        """Record that ``body[start:end]`` stands at ``position``; pieces are added in order."""
        self._starts.append(start)
        self._ends.append(end)
        self._positions.append(position)

    @property
    def first(self) -> int:
        """The position at which the body begins."""
        return self._positions[0] if self._positions else 0

    def position(self, offset: int) -> int:
        """Return the position of a character; a hidden one (blanks, empty lines) is where the next text begins."""
        piece = bisect_right(self._starts, offset) - 1
        if piece >= 0 and offset <= self._ends[piece]:
            return self._within(piece, offset)
        if piece + 1 < len(self._starts):
            return self._positions[piece + 1]
        return self._within(piece, self._ends[piece]) if piece >= 0 else 0

    def span(self, start: int, end: int) -> Span:
        """Return the positions of ``body[start:end]``; characters at its end that are not shown are left out."""
        first = self.position(start)
        piece = bisect_right(self._starts, end) - 1
        if piece < 0:
            return first, first
        return first, max(first, self._within(piece, min(end, self._ends[piece])))

    def offset(self, position: int) -> int:
        """Return the character at a position; before and between the pieces, the one where the next begins."""
        piece = bisect_right(self._positions, position) - 1
        if piece >= 0:
            start, end = self._starts[piece], self._ends[piece]
            inside = self._characters(start, end, position - self._positions[piece])
            if inside is not None:
                return start + inside
        return self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self._body)

    def _within(self, piece: int, offset: int) -> int:
        start = self._starts[piece]
        distance = units(self._body[start:offset]) if self._wide else offset - start
        return self._positions[piece] + distance

    def _characters(self, start: int, end: int, distance: int) -> int | None:
        """Return how many characters of ``body[start:end]`` fill ``distance`` units; None when it has fewer."""
        if not self._wide:
            return distance if distance <= end - start else None
        for count, character in enumerate(self._body[start:end]):
            if distance <= 0:
                return count
            distance -= 2 if character > "\uffff" else 1
        return end - start if distance <= 0 else None
