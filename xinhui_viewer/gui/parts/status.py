"""The status bar: the place in the text, the current match, the size of the text, and the archive."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from xinhui_viewer.gui.parts.elided import ElidedLabel
from xinhui_viewer.i18n import tr, trn

_CHARACTERS_A_MINUTE = 400
_SAID_MS = 4000


class StatusLine(QWidget):
    """The values at the foot of the window; the match buttons are the window's own actions.

    ``stop_wanted`` carries the place of the button on the screen.
    """

    stop_wanted = Signal(QPoint)

    def __init__(self, previous: QAction, following: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._matches, self._place, self._said, self._zoom, self._archive = (QLabel(self) for _ in range(5))
        for label in (self._matches, self._place, self._said, self._zoom, self._archive):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._previous, self._following = self._button(previous), self._button(following)
        self._work = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._stop = QPushButton(tr("Stop"), self)
        self._stop.setFlat(True)
        self._said_end = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._said_end.timeout.connect(self._said.clear)
        self._stop.clicked.connect(lambda: self.stop_wanted.emit(self._stop.mapToGlobal(QPoint())))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(6)
        for widget in (self._matches, self._previous, self._following, self._place):
            line.addWidget(widget)
        line.addWidget(self._said)
        line.addStretch(1)
        for part in (self._work, self._bar, self._stop, self._zoom, self._archive):
            line.addWidget(part)
        self.show_matches(0, 0)
        self.show_work("", 0, 0)

    def show_matches(self, at: int, total: int) -> None:
        """Show the number of the current match and of all; nothing while there are none."""
        text = tr("Match {at} of {total}") if at else trn("{n} match", "{n} matches", total)
        self._matches.setText(text.format(at=at, total=total, n=total))
        for widget in (self._matches, self._previous, self._following):
            widget.setVisible(total > 0)

    def show_place(self, section: int, sections: int, fraction: float, characters: int) -> None:
        """Show the reader's place in the text; ``characters`` 0 shows nothing."""
        parts = []
        if section:
            parts.append(tr("Section {n} of {total}").format(n=section, total=sections))
        elif sections:
            parts.append(trn("{n} section", "{n} sections", sections).format(n=sections))
        minutes = round(characters * (1 - fraction) / _CHARACTERS_A_MINUTE)
        parts.append(f"{fraction:.0%}")
        if minutes:
            parts.append(trn("about {n} minute left", "about {n} minutes left", minutes).format(n=minutes))
        self._place.setText(" · ".join(parts) if characters else "")

    @Slot(str)
    def say_copied(self, text: str) -> None:
        """Say for a moment that a text was copied."""
        n = len(text)
        self._said.setText(trn("Copied {n:,} character", "Copied {n:,} characters", n).format(n=n))
        self._said_end.start()

    def show_zoom(self, percent: int) -> None:
        """Show the size of the text."""
        self._zoom.setText(tr("Text {percent}%").format(percent=percent))

    def show_archive(self, name: str, bulletins: int, read_only: bool) -> None:
        """Show the name and the size of the open archive."""
        count = trn("{n:,} bulletin", "{n:,} bulletins", bulletins).format(n=bulletins)
        parts = [name, count] + ([tr("read-only")] if read_only else [])
        self._archive.setText(" · ".join(parts))

    def show_work(self, text: str, done: int, total: int) -> None:
        """Show long work with a progress bar and a button to stop it; an empty text hides all three."""
        self._work.setText(text)
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        for widget in (self._work, self._bar, self._stop):
            widget.setVisible(bool(text))
        self._make_room()

    def set_narrow(self, narrow: bool) -> None:
        """Hide the less needed parts when there is little room."""
        self._narrow = narrow
        self._make_room()

    def _make_room(self) -> None:
        self._zoom.setVisible(not self._narrow)
        self._place.setVisible(not (self._narrow and self._work.text()))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        return button
