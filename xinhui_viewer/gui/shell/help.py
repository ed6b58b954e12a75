"""Help: the keyboard shortcuts, the search language, and the program's components."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer import __version__, log
from xinhui_viewer.archive.archive import ENGINE
from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.search.fields import FIELDS

_EXAMPLES = (
    ("网格事件 办结率", N_("both words, anywhere in the bulletin")),
    ('"扫黑除恶专项斗争"', N_("exactly these characters")),
    ("满意度 -疫情", N_("the first word without the second (also 非 or NOT)")),
    ("普法 或 法治宣传", N_("one or the other (also OR or |)")),
    ("(网格 或 社区) 化解率", N_("parentheses group conditions")),
    ("近:10(网格 办结)", N_("at most 10 characters apart (near:)")),
    ("原字:會議", N_("only in this script, not 会议 (exact:)")),
    ("gov*", N_("words and numbers that begin like this")),
)


def keys(parent: QWidget, groups: Iterable[tuple[str, tuple[tuple[str, str], ...]]]) -> None:
    """Show the actions with shortcuts, and these, by menu."""
    panel = QWidget()
    grid = QGridLayout(panel)
    for name, rows in groups:
        head = _plain(name)
        head.setProperty("tone", "title")
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        _fill(grid, rows)
    _show(parent, tr("Keyboard shortcuts"), panel)


def search_language(parent: QWidget, search: Callable[[str], object]) -> None:
    """Show examples of the search language; a click on one searches it."""
    panel = QWidget()
    grid = QGridLayout(panel)
    for number, (query, meaning) in enumerate(_examples()):
        button = QPushButton(query)
        button.setFlat(True)
        button.setStyleSheet("text-align: left;")
        button.clicked.connect(lambda _checked=False, query=query: search(query))
        grid.addWidget(button, number, 0)
        grid.addWidget(_plain(meaning), number, 1)
    grid.setColumnStretch(1, 1)
    _show(parent, tr("Search syntax"), panel)


def _examples() -> Iterator[tuple[str, str]]:
    """Yield examples with their meanings: the operators, then every field with its other names."""
    for query, meaning in _EXAMPLES:
        yield query, tr(meaning)
    for field in FIELDS.values():
        if field.example:
            names = " ".join(f"{name}:" for name in field.names[1:])
            yield field.example, tr("{meaning} (also {names})").format(meaning=tr(field.meaning), names=names)


def about(parent: QWidget, archive: str) -> None:
    """Show a description of the program, and the versions that a bug report needs."""
    lines = (
        (tr("Version"), __version__),
        (tr("Current archive"), archive),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ENGINE,
        (tr("Error log"), str(log.path() or "")),
        (tr("Licence"), tr("MIT; fonts under the SIL Open Font License")),
    )
    panel = QWidget()
    layout = QVBoxLayout(panel)
    head = _plain(tr("Xinhui Viewer — an archive of official bulletins"))
    head.setProperty("tone", "title")
    layout.addWidget(head)
    layout.addWidget(_plain(tr("Nothing you read, search or import leaves this computer.")))
    layout.addWidget(_table(lines))
    _show(parent, tr("About"), panel)


def _table(rows: Iterable[tuple[str, str]]) -> QWidget:
    panel = QWidget()
    _fill(QGridLayout(panel), rows)
    return panel


def _fill(grid: QGridLayout, rows: Iterable[tuple[str, str]]) -> None:
    """Put names and values below what the grid has."""
    for name, value in rows:
        label, below = _plain(name), grid.rowCount()
        label.setProperty("tone", "secondary")
        grid.addWidget(label, below, 0)
        grid.addWidget(_plain(value), below, 1)
    grid.setColumnStretch(1, 1)


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label


def _show(parent: QWidget, title: str, content: QWidget) -> None:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(content)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # black, also in the dark
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area)
    layout.addWidget(buttons)
    dialog.resize(within(parent, QSize(560, 520)))
    dialog.open()
