"""The outline: the sections of the bulletin, the current one marked, each a link to its place."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.reader.outline_model import SECTION_ROLE, OutlineModel
from xinhui_viewer.gui.reader.outline_tree import OutlineTree
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, Section, Span

_STILL_MS = 1500


class OutlinePane(SidePane):
    """Shows sections as a tree that follows reading; emits the number of the section chosen."""

    def __init__(self, parent: QWidget | None = None, still_ms: int = _STILL_MS) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._current = -1
        self._found: tuple[int, ...] = ()
        self._filter = QLineEdit(self)
        self._note = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._tree = OutlineTree(self, self._model, still_ms)
        self._message, self._stack = QuietMessage(self), QStackedWidget(self)
        self._lay_out()
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.installEventFilter(self)
        self._tree.chosen.connect(self.section_chosen)
        self._tree.customContextMenuRequested.connect(self._tell_menu)
        self.show_spans(None, ())

    def show_spans(self, text: Bulletin | None, spans: tuple[Span, ...]) -> None:
        sections = text.sections if text else ()
        self.show_sections(sections, _per_section(sections, spans))
        if text is None:
            self._show_tree_or(tr("No bulletin is open."))

    def show_sections(self, sections: tuple[Section, ...], matches_per_section: tuple[int, ...]) -> None:
        """Show sections and the number of matches of each; the same sections again keep their open branches."""
        if sections == self._model.sections and sections:
            self._model.count(matches_per_section)
            return
        self._filter.clear()
        self._tree.forget()
        self._model.show(sections, matches_per_section)
        self._current = -1
        self._filter.setVisible(bool(sections))
        proper = [section for section in sections if not section.folded]
        self._note.setVisible(bool(proper) and all(section.inferred for section in proper))
        self._show_tree_or(tr("This bulletin has no sections.") if not sections else "")

    def follow(self, section: int, first: int, last: int) -> None:
        if section >= len(self._model.sections):
            return  # still about the previous bulletin
        self._current = section
        self._model.mark(section, first, last)
        if not self._filter.text():
            self._tree.follow(section)

    def find_section(self) -> None:
        if self._model.sections:
            self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._filter.selectAll()

    def set_theme(self, theme: Theme) -> None:
        self._tree.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._filter_key(event)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._filter.setPlaceholderText(tr("Filter the outline…"))
        self._filter.setAccessibleName(tr("Filter the outline"))
        self._filter.setClearButtonEnabled(True)
        self._note.setText(tr("Inferred from numbering"))
        self._note.setProperty("tone", "secondary")
        self._note.setContentsMargins(12, 0, 12, 4)
        self._tree.setAccessibleName(tr("Outline"))
        self._tree.setAccessibleDescription(tr("Press Enter to go to the section."))
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        inner = QVBoxLayout()
        inner.setContentsMargins(8, 0, 8, 4)
        inner.addWidget(self._filter)
        layout.addLayout(inner)
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self._tree)

    def _show_tree_or(self, message: str) -> None:
        self._message.say("", message)
        self._stack.setCurrentWidget(self._message if message else self._tree)

    @Slot(str)
    def _apply_filter(self, text: str) -> None:
        found = self._found = self._model.filter(text)
        if text:
            self._tree.expandAll()
        else:
            self._tree.forget()
            self._tree.follow(self._current)
        self._show_tree_or("" if found else tr("No section contains these words."))

    def _filter_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found:
            self.section_chosen.emit(self._found[0])
        elif event.key() == Qt.Key.Key_Down and self._found:
            self._tree.setFocus()
            self._tree.setCurrentIndex(self._model.section_index(self._found[0]))
        elif event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        else:
            return False
        return True

    @Slot(QPoint)
    def _tell_menu(self, where: QPoint) -> None:
        index = self._tree.indexAt(where)
        if index.isValid():
            self.section_menu_wanted.emit(index.data(SECTION_ROLE), self._tree.viewport().mapToGlobal(where))


def _per_section(sections: tuple[Section, ...], spans: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the number of matches of each section, its subsections included."""
    starts = [start for start, _end in spans]
    return tuple(bisect_left(starts, section.end) - bisect_left(starts, section.start) for section in sections)
