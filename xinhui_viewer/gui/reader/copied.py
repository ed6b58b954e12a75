"""Text copied from a page: the bulletin's own characters, not those that Qt shows for them."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from xinhui_viewer.gui.reader.places import Places


def copied(cursor: QTextCursor, body: str, places: Places) -> str:
    """Return the text of a selection; the fields of a table are separated by tabs."""
    if not cursor.hasSelection():
        return ""
    if cursor.hasComplexSelection():
        return cursor.selection().toPlainText()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    parts = []
    if start < places.first:
        head = QTextCursor(cursor)
        head.setPosition(start)
        head.setPosition(min(end, places.first), QTextCursor.MoveMode.KeepAnchor)
        parts.append(head.selectedText().replace("\u2029", "\n").strip("\n"))
    if end > places.first:
        parts.append(body[places.offset(max(start, places.first)) : places.offset(end)])
    return "\n".join(parts)
