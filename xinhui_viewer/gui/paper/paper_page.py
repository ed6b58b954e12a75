"""The page of the preferences for paper: the sheet, the type and the name under printed pages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QLineEdit, QWidget

from xinhui_viewer.exporters import table
from xinhui_viewer.gui.paper.layouts import remember, remembered
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import LARGEST_TEXT, SMALLEST_TEXT, Layout

SETTING = "layout"
_LONGEST = 120


class PaperPage(QWidget):
    """Shows what the preview begins with, and keeps another choice at once."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._size, self._font = QComboBox(self), QComboBox(self)
        for name, size in table.SIZES.items():
            self._size.addItem(tr(size.label), name)
        for name, label in table.FONTS.items():
            self._font.addItem(tr(label), name)
        self._points = QDoubleSpinBox(self, minimum=SMALLEST_TEXT, maximum=LARGEST_TEXT, singleStep=0.5, decimals=1)
        self._points.setSuffix(tr(" pt"))
        self._by = QLineEdit(self, maxLength=_LONGEST)
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        rows = (
            (tr("Paper"), self._size),
            (tr("Font"), self._font),
            (tr("Size", "of type"), self._points),
            (tr("Compiled by"), self._by),
        )
        for text, part in rows:
            part.setAccessibleName(text)
            named = QLabel(text, self)
            named.setBuddy(part)
            form.addRow(named, part)
        self._follow(SETTING)
        self._size.activated.connect(self._keep)
        self._font.activated.connect(self._keep)
        self._points.valueChanged.connect(self._keep)
        self._by.editingFinished.connect(self._keep)
        settings.changed.connect(self._follow)

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name == SETTING:
            held = remembered(self._settings)
            with QSignalBlocker(self._points):
                self._points.setValue(held.points)
            self._size.setCurrentIndex(self._size.findData(held.size))
            self._font.setCurrentIndex(self._font.findData(held.font))
            self._by.setText(held.compiled_by)

    @Slot()
    def _keep(self) -> None:
        held = remembered(self._settings)
        chosen = replace(
            held,
            size=self._size.currentData(),
            font=self._font.currentData(),
            points=self._points.value(),
            compiled_by=self._by.text().strip(),
        )
        if chosen != held:
            remember(self._settings, chosen)


def restore(settings: Settings) -> None:
    """Give what the page shows its defaults again; the rest of the layout stays."""
    plain, held = Layout(), remembered(settings)
    remember(
        settings,
        replace(held, size=plain.size, font=plain.font, points=plain.points, compiled_by=plain.compiled_by),
    )
