"""The dialog that asks which bulletins to export, in which format, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.exporters import table
from xinhui_viewer.gui.paper.pages import Choices
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.i18n import tr


class ExportDialog(QDialog):
    """The choices of an export; ``wanted`` carries the scope, the format's name and the file or folder."""

    wanted = Signal(object, str, object)

    def __init__(self, choices: Choices, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._settings = choices, settings
        self.setWindowTitle(tr("Export data"))
        self._scope, self._format = QComboBox(self), QComboBox(self)
        for scope in choices.scopes:
            self._scope.addItem(scope.label)
        for kind in table.FORMATS:
            self._format.addItem(
                tr("{format} (.{ending})").format(format=tr(kind.label), ending=kind.ending), kind.name
            )
        self._format.setCurrentIndex(max(0, self._format.findData(settings.get("format"))))
        self._each = QCheckBox(tr("One file per bulletin"), self)
        form = QFormLayout()
        form.addRow(tr("Bulletins"), self._scope)
        form.addRow(tr("Format"), self._format)
        form.addRow("", self._each)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def choose(self, name: str) -> None:
        """Choose another format."""
        self._format.setCurrentIndex(self._format.findData(name))

    @Slot()
    def _ask(self) -> None:
        """Ask for the file or folder; the file dialog asks before it overwrites."""
        kind = table.data_format(self._format.currentData())
        folder = Path(self._settings.get("folder") or Path.home())
        if self._each.isChecked():
            chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the files"), str(folder))
        else:
            name = tr("bulletins", "name of a file")
            start = str(folder / f"{name}.{kind.ending}")
            chosen, _ = QFileDialog.getSaveFileName(self, tr("Export data"), start, f"*.{kind.ending}")
        if not chosen:
            return
        path = Path(chosen)
        if not self._each.isChecked() and not path.suffix:
            path = path.with_name(f"{path.name}.{kind.ending}")
        self._settings.set("folder", str(path if self._each.isChecked() else path.parent))
        self._settings.set("format", kind.name)
        self.wanted.emit(self._choices.scopes[max(0, self._scope.currentIndex())], kind.name, path)
        self.accept()
