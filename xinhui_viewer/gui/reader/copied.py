"""Text copied from a page: the bulletin's own characters, not those that Qt shows for them."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from xinhui_viewer.facts import day_text
from xinhui_viewer.gui.reader.positions import PositionMap
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin


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


def with_source(shown: Bulletin, text: str, articles: str) -> str:
    """Return a text with the origin that a footnote needs; ``articles`` are those that it is from, if any."""
    facts = shown.facts
    title = tr("{title}, {articles}").format(title=facts.title, articles=articles) if articles else facts.title
    origin = (title, facts.source, day_text(facts), facts.url, f"SHA-256 {shown.provenance.sha256}")
    return "\n".join(part for part in (text, *origin) if part)
