"""A row of the details: a name, the ground of the value, the value itself, and buttons to copy it and to open it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QTextBrowser, QToolButton, QWidget

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.reader.aside import LinksAside
from xinhui_viewer.gui.reader.positions import units
from xinhui_viewer.i18n import tr


class DetailRow(QWidget):
    """A row of the pane; hidden while its value is empty."""

    copy_wanted = Signal(str)
    link_wanted = Signal(str)
    aside_wanted = Signal(str)

    def __init__(self, parent: QWidget, name: str, *, link: bool = False) -> None:
        super().__init__(parent)
        label, self._ground = self._label(name), self._label("")
        self._ground.setObjectName("ground")
        self._ground.setWordWrap(True)
        self._value = _Value(self)
        self._value.setAccessibleName(name)
        self._copy = self._button(tr("Copy {name}").format(name=name))
        self._copy.clicked.connect(self._tell_copy)
        self._value.anchorClicked.connect(self._tell_line)
        LinksAside(self._value).clicked.connect(self.aside_wanted)
        self._open: QToolButton | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._ground, 0, 1)
        grid.addWidget(self._value, 1, 0, 1, 4)
        grid.addWidget(self._copy, 0, 3)
        if link:
            self._open = self._button(tr("Open the address…"))
            self._open.clicked.connect(self._tell_link)
            grid.addWidget(self._open, 0, 2)

    def show_value(self, value: str, ground: str = "", *, sure: bool = True) -> None:
        """Show a value, with its ground, marked when it is not sure; an empty value hides the row."""
        self._value.show_text(value)
        self._value.setAccessibleDescription(ground)
        self._ground.setText(ground)
        self._ground.setProperty("tone", "secondary" if sure else "unsure")
        self._ground.style().polish(self._ground)
        if self._open is not None:
            self._open.setVisible(value.startswith(("http://", "https://")))
        self.setVisible(bool(value))

    def show_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Make lines of the value on show, given as (line, link), links that are asked for with ``link_wanted``."""
        self._value.mark(links)

    def value(self) -> str:
        """Return the value on show."""
        return self._value.text

    def set_theme(self, theme: Theme) -> None:
        """Take the icons of a theme."""
        self._copy.setIcon(icon("copy", theme))
        if self._open is not None:
            self._open.setIcon(icon("link", theme))

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self, textFormat=Qt.TextFormat.PlainText)
        label.setProperty("tone", "secondary")
        return label

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setMinimumSize(26, 26)
        return button

    @Slot()
    def _tell_copy(self) -> None:
        self.copy_wanted.emit(self._value.text)

    @Slot()
    def _tell_link(self) -> None:
        self.link_wanted.emit(self._value.text)

    @Slot(QUrl)
    def _tell_line(self, link: QUrl) -> None:
        self.link_wanted.emit(link.toString())


class _Value(QTextBrowser):
    """Plain text and links, as high as it needs to be; a QLabel could not break a checksum or an address over lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setStyleSheet("background: transparent;")
        self.document().setDocumentMargin(0)

        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.text = text
        self.setPlainText(text)
        self.updateGeometry()

    def mark(self, links: Sequence[tuple[str, str]]) -> None:
        """Make the lines of these texts links, in their order."""
        at = 0
        for line, name in links:
            at = self.text.index(line, at)
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(self.text[:at]))
            at += len(line)
            cursor.setPosition(units(self.text[:at]), QTextCursor.MoveMode.KeepAnchor)
            made = QTextCharFormat()
            made.setAnchor(True)
            made.setAnchorHref(name)
            made.setForeground(self.palette().link())
            made.setFontUnderline(True)
            cursor.mergeCharFormat(made)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = QTextLayout(self.text.replace("\n", "\u2028"), self.font())
        layout.setTextOption(self.document().defaultTextOption())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            height += line.height()
        layout.endLayout()
        return ceil(height) + 2

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height() + 2)
