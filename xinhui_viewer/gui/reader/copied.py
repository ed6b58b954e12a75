"""Text copied from a page: the bulletin's own characters, not those that Qt shows for them."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from xinhui_viewer.gui.reader.positions import PositionMap


def copied(cursor: QTextCursor, body: str, positions: PositionMap) -> str:
    """Return the text of a selection; the fields of a table are separated by tabs."""
    if not cursor.hasSelection():
        return ""
    if cursor.hasComplexSelection():
        return cursor.selection().toPlainText()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    parts = []
    if start < positions.first:
        head = QTextCursor(cursor)
        head.setPosition(start)
        head.setPosition(min(end, positions.first), QTextCursor.MoveMode.KeepAnchor)
        parts.append(head.selectedText().replace("\u2029", "\n").strip("\n"))
    if end > positions.first:
        parts.append(body[positions.offset(max(start, positions.first)) : positions.offset(end)])
    return "\n".join(parts)
