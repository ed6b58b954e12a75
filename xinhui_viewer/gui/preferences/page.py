"""A page of the preferences: made of a group of settings, or of a part that shows more than settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from xinhui_viewer.gui.preferences.editors import SwitchEditor, editor
from xinhui_viewer.gui.settings import GROUPS, Settings
from xinhui_viewer.i18n import tr


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, its contents for a parent, and how its defaults are restored."""

    name: str
    made: Callable[[QWidget], QWidget]
    restore: Callable[[], None]


def setting_pages(settings: Settings) -> tuple[Page, ...]:
    """Return a page for each group of settings."""
    return tuple(_page(group, settings) for group in GROUPS)


def _page(group: str, settings: Settings) -> Page:
    rows = settings.group(group)

    def restore() -> None:
        for row in rows:
            settings.reset(row.name)

    return Page(tr(group), lambda parent: _form(group, settings, parent), restore)


def _form(group: str, settings: Settings, parent: QWidget) -> QWidget:
    whole = QWidget(parent)
    form = QFormLayout(whole)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(12)
    form.setContentsMargins(16, 16, 16, 16)
    for row in settings.group(group):
        made = editor(row, settings, whole)
        if isinstance(made, SwitchEditor):
            form.addRow(made)
        else:
            label = QLabel(tr(row.label), whole)
            label.setBuddy(made)
            form.addRow(label, made)
    return whole


def scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area that scrolls a page in a small window."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    holder = QWidget(area)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content, 1)
    area.setWidget(holder)
    return area
