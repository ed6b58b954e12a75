"""The options of printed pages: the bulletins, the template, the sheet, the font, the parts left out."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.exporters import table
from xinhui_viewer.exporters.files import PATTERN
from xinhui_viewer.gui.paper.pages import Choices, Scope
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import LARGEST_TEXT, SMALLEST_TEXT, Layout

_PAUSE_MS = 250


class PaperOptions(QWidget):
    """The options beside the preview; ``changed`` is emitted a moment after the latest change."""

    changed = Signal()

    def __init__(self, choices: Choices, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._scope = self._box([(scope.label, scope) for scope in choices.scopes], None)
        self._template = self._box([(tr(row.label), row.name) for row in table.TEMPLATES], layout.template)
        self._size = self._box([(tr(size.label), name) for name, size in table.SIZES.items()], layout.size)
        self._font = self._box([(tr(text), name) for name, text in table.FONTS.items()], layout.font)
        self._points = QDoubleSpinBox(self, minimum=SMALLEST_TEXT, maximum=LARGEST_TEXT, singleStep=0.5, decimals=1)
        self._points.setValue(layout.points)
        self._points.setSuffix(tr(" pt"))
        self._points.valueChanged.connect(self._wait)
        self._header, self._footer, self._by = (
            self._line(text) for text in (layout.header, layout.footer, layout.compiled_by)
        )
        self._parts = {name: self._check(tr(text), name not in layout.without) for name, text in table.PARTS.items()}
        self._wide = self._check(tr("Full-width punctuation"), layout.full_width)
        self._archival = self._check(tr("Archival (PDF/A, PDF/UA)"), layout.archival)
        self.each = QCheckBox(tr("One file per bulletin"), self)
        self._pattern = QLineEdit(PATTERN, self)
        self._pattern.setToolTip(
            tr("{date}, {source}, {title}, {number} and {id} are replaced by the values of each bulletin.")
        )
        self._lay_out()
        self.each.toggled.connect(self._show_pattern)
        self._scope.currentIndexChanged.connect(self._show_pattern)
        self._template.currentIndexChanged.connect(self._show_parts)
        self._show_pattern()
        self._show_parts()

    def scope(self) -> Scope:
        """Return the chosen bulletins."""
        return self._choices.scopes[max(0, self._scope.currentIndex())]

    def pattern(self) -> str:
        """Return the pattern for the file names of single bulletins."""
        return self._pattern.text().strip() or PATTERN

    def layout_wanted(self) -> Layout:
        """Return the chosen layout."""
        return Layout(
            template=self._template.currentData(),
            size=self._size.currentData(),
            font=self._font.currentData(),
            points=self._points.value(),
            header=self._header.text().strip(),
            footer=self._footer.text().strip(),
            compiled_by=self._by.text().strip(),
            without=frozenset(name for name, box in self._parts.items() if not box.isChecked()),
            full_width=self._wide.isChecked(),
            archival=self._archival.isChecked(),
        )

    def choose(self, template: str) -> None:
        """Choose another template."""
        self._template.setCurrentIndex(self._template.findData(template))

    def choose_scope(self, number: int) -> None:
        """Choose other bulletins by the number of their scope, from 0."""
        self._scope.setCurrentIndex(number)

    def _box(self, items: list[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        for text, value in items:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.currentIndexChanged.connect(self._wait)
        return box

    def _line(self, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setMaxLength(120)
        line.textEdited.connect(self._wait)
        return line

    def _check(self, text: str, checked: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(checked)
        box.toggled.connect(self._wait)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            (tr("Bulletins"), self._scope),
            (tr("Template"), self._template),
            (tr("Paper"), self._size),
            (tr("Font"), self._font),
            (tr("Size", "of type"), self._points),
            (tr("Header"), self._header),
            (tr("Footer"), self._footer),
            (tr("Compiled by"), self._by),
        )
        for text, field in rows:
            form.addRow(text, field)
            field.setAccessibleName(text)
        parts = QGroupBox(tr("Parts"), self)
        inside = QVBoxLayout(parts)
        for box in self._parts.values():
            inside.addWidget(box)
        self._pattern_label = QLabel(tr("File names"), self)
        self._pattern.setAccessibleName(tr("File names"))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(parts)
        for box in (self._wide, self._archival, self.each):
            layout.addWidget(box)
        layout.addWidget(self._pattern_label)
        layout.addWidget(self._pattern)
        layout.addStretch(1)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _show_parts(self) -> None:
        template = table.template(self._template.currentData())
        for name, box in self._parts.items():
            box.setVisible(name in template.parts)
        self._points.setEnabled(template.sized)

    @Slot()
    def _show_pattern(self) -> None:
        several = len(self.scope().selection.ids) != 1
        self.each.setVisible(several)
        for part in (self._pattern_label, self._pattern):
            part.setVisible(several and self.each.isChecked())
