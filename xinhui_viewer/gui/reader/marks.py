"""Matches in a text: the current one, and those on screen."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from xinhui_viewer.gui.reader.look import Look
from xinhui_viewer.records import Span

if TYPE_CHECKING:
    from xinhui_viewer.gui.reader.page import Page


class Marks:
    """Spans in order, one of which may be the current one; stepping past an end wraps around."""

    def __init__(self, spans: tuple[Span, ...] = ()) -> None:
        self.spans = spans
        self.current = -1

    def __len__(self) -> int:
        return len(self.spans)

    def choose(self, index: int) -> bool:
        """Make a match the current one; return whether it exists."""
        if 0 <= index < len(self.spans):
            self.current = index
            return True
        return False

    def step(self, by: int, place: int) -> bool:
        """Go to the next or the previous match, at first the nearest from ``place`` on; return whether there is one."""
        if not self.spans:
            return False
        if self.current >= 0:
            return self.choose((self.current + by) % len(self.spans))
        after = bisect_left(self.spans, (place, 0))
        return self.choose((after if by > 0 else after - 1) % len(self.spans))

    def between(self, start: int, end: int) -> range:
        """Return the numbers of the matches that touch ``start`` … ``end``."""
        first = bisect_left(self.spans, (start, 0))
        while first and self.spans[first - 1][1] > start:
            first -= 1
        return range(first, bisect_left(self.spans, (end, 0)))


def selections(marks: Marks, seen: Span, page: Page, look: Look) -> list[QTextEdit.ExtraSelection]:
    """Return the highlights of the matches between two offsets, the current one with a frame."""
    plain, framed = look.match(), look.match(current=True)
    return [
        selection(page.document, page.positions.span(*marks.spans[index]), framed if index == marks.current else plain)
        for index in sorted(marks.between(*seen), key=lambda index: index == marks.current)  # its frame over the others
    ]


def selection(document: QTextDocument, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """Return the highlight of a span of positions."""
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    made.cursor, made.format = cursor, form
    return made
