"""The form of a bulletin that is pasted or typed: what was read of it, to be put right and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.facts import FACTS, Facts
from xinhui_viewer.gui.parts.ground_text import ground_text
from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.i18n import sentences, tr
from xinhui_viewer.records import Draft
from xinhui_viewer.text.dates import sole_date

_FIELDS = ("title", "published", "source", "issuer", "document_number", "url")
_LABELS = {fact.name: fact.label for fact in FACTS}
_SIZE = QSize(760, 640)  # pixels


class Entered(NamedTuple):
    """The contents of the form when the user is done; ``text`` is None where it is as it was read."""

    facts: Facts
    text: str | None


class BulletinForm(QDialog):
    """Shows a draft, or an empty form when there is none; ``kept`` carries what was Entered.

    Only what the user has changed differs from the draft.
    """

    kept = Signal(object)

    def __init__(self, title: str, target: str, read: Draft | None, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._read = read
        self._facts = read.facts if read is not None else Facts()
        self._grounds = {ground.fact: ground for ground in read.grounds} if read is not None else {}
        self._fields = {name: QLineEdit(self) for name in _FIELDS}
        self._notes = {name: QLabel(self, textFormat=Qt.TextFormat.PlainText) for name in _FIELDS}
        self._text = QPlainTextEdit(self)
        self._message = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._lay_out(target)
        self._fill(text)
        for words in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(words), self).activated.connect(self._keep)
        size = within(self, _SIZE)
        self.resize(size.boundedTo(parent.size()) if parent is not None else size)

    @property
    def edited(self) -> bool:
        """Return whether the user has changed anything."""
        return self._typed() != self._first

    def tell(self, problem: str) -> None:
        """Show why the bulletin could not be kept."""
        self._message.setText(problem)
        self._message.setVisible(bool(problem))

    def reject(self) -> None:
        """Close the form; ask first when something would be lost."""
        if not self.edited:
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.windowTitle())
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Discard what you have entered?"))
        discard = box.addButton(tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("&Continue editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        discard.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.open()

    def _lay_out(self, target: str) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(self._facts_layout())
        text = QLabel(tr("Text"), self)
        text.setBuddy(self._text)
        self._text.setAccessibleName(tr("Text"))
        self._text.setTabChangesFocus(True)
        self._text.document().setDocumentMargin(8)
        self._text.setMinimumHeight(80)
        layout.addWidget(text)
        layout.addWidget(self._text, 1)
        self._message.setProperty("tone", "unsure")
        self._message.hide()
        layout.addWidget(self._message)
        into = QLabel(tr("Is added to {archive}").format(archive=target), self, textFormat=Qt.TextFormat.PlainText)
        into.setProperty("tone", "secondary")
        keep, cancel = QPushButton(tr("Add to the archive"), self), QPushButton(tr("Cancel"), self)
        keep.setToolTip(tr("{action} ({keys})").format(action=keep.text(), keys=_keys()))
        keep.setDefault(True)
        for button in (keep, cancel):
            button.setAutoDefault(False)
        keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(into, 1)
        row.addWidget(keep)
        row.addWidget(cancel)
        layout.addLayout(row)

    def _facts_layout(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance("2021-03-05"))
        for row, (name, field) in enumerate(self._fields.items()):
            label = QLabel(tr(_LABELS[name]), self)
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            field.returnPressed.connect(self.focusNextChild)
            field.textEdited.connect(lambda _text, name=name: self._show_edited(name))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(self._notes[name], row, 2)
        self._fields["published"].editingFinished.connect(self._check_date)
        return grid

    def _fill(self, text: str) -> None:
        for name, field in self._fields.items():
            value = getattr(self._facts, name)
            field.setText(value.isoformat() if isinstance(value, date) else value or "")
            field.setCursorPosition(0)
            self._note(name)
        self._fields["published"].setPlaceholderText(self._dates_hint())
        self._text.setPlainText(text)
        self._first = self._typed()
        if self._read is not None and self._read.warnings:
            self.tell(sentences(self._read.warnings))

    def _dates_hint(self) -> str:
        if self._facts.written is not None:
            return tr("written {day}").format(day=self._facts.written)
        return tr("such as 2021-03-05 or 2021年3月5日")

    def _typed(self) -> tuple[str, ...]:
        return (*(field.text().strip() for field in self._fields.values()), self._text.toPlainText())

    def _show_edited(self, name: str) -> None:
        """Put away what was told of the fields as they were."""
        self.tell("")
        self._note(name)

    def _note(self, name: str) -> None:
        """Show where the value of a field was read, as long as it is that, and the day that a date is understood as."""
        field, note = self._fields[name], self._notes[name]
        first = getattr(self._facts, name)
        value = self._value(name)
        ground = self._grounds.get(name) if value == first else None
        told = ground_text(ground)
        if isinstance(value, date) and not told and field.text().strip() != value.isoformat():
            told = value.isoformat()
        self._say(note, told, sure=ground is None or ground.sure)

    @Slot()
    def _check_date(self) -> None:
        self._note("published")
        if self._fields["published"].text().strip() and self._value("published") is None:
            self._say(self._notes["published"], tr("not a complete date"), sure=False)

    def _say(self, note: QLabel, told: str, *, sure: bool) -> None:
        note.setText(told)
        note.setProperty("tone", "secondary" if sure else "unsure")
        note.style().polish(note)

    def _value(self, name: str) -> Any:
        text = self._fields[name].text().strip()
        return sole_date(text) if name == "published" else text

    @Slot()
    def _keep(self) -> None:
        """Emit what was entered, unless something is missing or wrong: then say so and go there."""
        name, problem = self._fault()
        self.tell(problem)
        if problem:
            self._check_date()
            self._fields[name].setFocus()
            self._fields[name].selectAll()
            return
        facts = replace(self._facts, **{name: self._value(name) for name in _FIELDS})
        text = self._text.toPlainText()
        self.kept.emit(Entered(facts, text if text != self._first[-1] else None))

    def _fault(self) -> tuple[str, str]:
        """Return the field that cannot stay as it is, and why; empty texts when all can."""
        said = {name: field.text().strip() for name, field in self._fields.items()}
        if not said["title"]:
            return "title", tr("A bulletin needs a title.")
        if said["published"] and self._value("published") is None:
            told = tr("“{text}” is not a complete date. Enter year, month and day, such as 2021-03-05 or 2021年3月5日.")
            return "published", told.format(text=said["published"])
        if said["url"] and not said["url"].startswith(("http://", "https://")):
            return "url", tr("An address begins with http:// or https://.")
        return "", ""


def _keys() -> str:
    return QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
