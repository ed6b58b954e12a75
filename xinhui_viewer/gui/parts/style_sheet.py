"""The one style sheet of the program, made from a theme, for what Fusion and the palette alone cannot do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from xinhui_viewer.gui.parts.theme import Theme, palette
from xinhui_viewer.resources import resource


def apply(app: QApplication, theme: Theme) -> None:
    """Apply a theme to the whole application."""
    sheet = style_sheet(theme)
    if app.styleSheet() != sheet:  # each change makes Qt polish all widgets again
        app.setPalette(palette(theme))
        app.setStyleSheet(sheet)


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    tick = resource("marks", "ticked-dark.svg" if theme.dark else "ticked-light.svg")
    marks = {name: resource("marks", f"{name}.svg").as_posix() for name in ("down", "up")}
    return _SHEET.format(t=theme, tick=tick.as_posix(), **marks)


_SHEET = """
QMainWindow, QMenuBar, QToolBar, QStatusBar {{ background: {t.side}; }}
QMenuBar {{ border-bottom: 1px solid {t.line}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; }}
QMenu::item:disabled {{ color: {t.secondary}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QToolBar {{ border: none; border-bottom: 1px solid {t.line}; padding: 4px 8px; spacing: 4px; }}
QToolButton {{ border: none; border-radius: 6px; padding: 4px; min-width: 20px; min-height: 20px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:checked, QToolButton:pressed {{ background: {t.selection}; }}
QToolButton:focus {{ border: 1px solid {t.accent}; padding: 3px; }}
QToolButton::menu-indicator {{ image: none; }}
QStatusBar {{ border-top: 1px solid {t.line}; color: {t.secondary}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.secondary}; padding: 0 4px; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QLineEdit {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; padding: 0 8px; min-height: 26px;
    selection-background-color: {t.chosen}; selection-color: {t.text}; }}
QLineEdit:focus {{ border-color: {t.accent}; }}
QLineEdit[tone="wrong"] {{ border-color: {t.accent}; background: {t.error}; }}
QLineEdit QToolButton {{ border: none; padding: 0; min-width: 0; min-height: 0; background: transparent; }}
QComboBox, QSpinBox, QDoubleSpinBox, QKeySequenceEdit {{ background: {t.surface}; border: 1px solid {t.line};
    border-radius: 6px; padding: 3px 8px; min-height: 20px; selection-background-color: {t.chosen};
    selection-color: {t.text}; }}
QAbstractSpinBox > QLineEdit, QKeySequenceEdit > QLineEdit {{ border: none; background: transparent; padding: 0 4px;
    min-height: 0; }}
QComboBox:hover {{ background: {t.hover}; }}
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {t.accent}; }}
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {t.secondary}; background: {t.side}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url("{down}"); width: 12px;
    height: 12px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{up}"); width: 12px; height: 12px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {{ border: none;
    width: 20px; background: transparent; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 6px; }}
QPushButton {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px;
    padding: 5px 14px; min-height: 16px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.selection}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:default {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.secondary}; background: {t.side}; border-color: {t.line}; }}
QPushButton[tone="chip"] {{ background: {t.surface}; color: {t.accent}; border-radius: 12px; padding: 3px 10px; }}
QPushButton[tone="chip"]:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QPushButton[flat="true"] {{ background: transparent; border-color: transparent; color: {t.accent}; padding: 5px 6px; }}
QPushButton[flat="true"]:hover, QPushButton[flat="true"]:focus {{ border-color: {t.accent}; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; background: {t.surface}; border: 1px solid {t.secondary};
    border-radius: 3px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ background: {t.side}; border-color: {t.line}; }}
QCheckBox:focus {{ color: {t.accent}; }}
QTreeView, QTableView, QListView {{ background: {t.side}; border: none; outline: none;
    selection-background-color: {t.selection}; selection-color: {t.text}; }}
QTreeView::item {{ min-height: 24px; padding: 0 4px; }}
QTreeView::item:hover {{ background: {t.hover}; }}
QTreeView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListView#pages::item {{ min-height: 32px; padding: 0 10px; border-radius: 6px; }}
QListView#pages::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListView[framed="true"], QTreeView[framed="true"] {{ background: {t.surface}; border: 1px solid {t.line};
    border-radius: 6px; padding: 4px; }}
QListView#suggestions {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; }}
QListView#suggestions::item {{ min-height: 28px; max-height: 28px; padding: 0 8px; }}
QListView#suggestions::item:hover {{ background: {t.hover}; }}
QListView#suggestions::item:selected {{ background: {t.selection}; color: {t.text}; }}
QTextBrowser, QTextEdit {{ background: {t.surface}; border: none; selection-background-color: {t.chosen};
    selection-color: {t.text}; }}
QPlainTextEdit {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.handle}; border-radius: 3px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.secondary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar::tab {{ padding: 6px 8px; border: none; border-bottom: 2px solid transparent;
    color: {t.secondary}; background: transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
QHeaderView::section {{ background: {t.side}; color: {t.secondary}; border: none;
    border-bottom: 1px solid {t.line}; padding: 4px 3px; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 1px; max-height: 3px; }}
QProgressBar::chunk {{ background: {t.accent}; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
QWidget#page {{ background: {t.surface}; }}
QWidget#overlay {{ background: {t.side}; border-left: 1px solid {t.handle}; }}
QFrame#palette {{ background: {t.side}; border: 1px solid {t.handle}; border-radius: 8px; }}
QFrame#notice {{ background: {t.warning}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame#notice[tone="error"] {{ background: {t.error}; }}
QLabel#secondary, QLabel[tone="secondary"] {{ color: {t.secondary}; }}
QLabel#ground {{ font-size: 11px; }}
QLabel[tone="unsure"] {{ color: {t.accent}; }}
QLabel[tone="title"] {{ font-size: 17px; font-weight: 600; }}
"""
