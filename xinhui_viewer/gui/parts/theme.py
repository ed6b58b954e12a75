"""The look of the program: its themes of colours, the fonts, and the one style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from xinhui_viewer.resources import resource

SANS = "Xinhui Sans"
SERIF = "Xinhui Serif"
_FALLBACK = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Droid Sans Fallback",
)
_SERIF_FALLBACK = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme, as #RRGGBB.

    Text has a contrast of at least 4.5:1 to its background (WCAG 2.2, 1.4.3), the handle of a scroll bar 3:1 (1.4.11).
    ``selection`` is the ground of a chosen row, ``chosen`` that of selected text.
    """

    name: str
    surface: str
    side: str
    line: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    selection: str
    chosen: str
    handle: str
    hover: str
    hit: str
    hit_line: str
    warning: str
    error: str

    @property
    def dark(self) -> bool:
        """Return whether the theme is dark."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    surface="#FBFAF6",
    side="#F3F1EB",
    line="#E2DED4",
    text="#1F2023",
    secondary="#625E56",
    accent="#9B2C2C",
    on_accent="#FFFFFF",
    selection="#E9E1D3",
    chosen="#A3C1EA",
    handle="#8E897F",
    hover="#ECE8DF",
    hit="#FCE9A9",
    hit_line="#B8860B",
    warning="#FFF4D6",
    error="#FBE4E1",
)
DARK = Theme(
    name="dark",
    surface="#1C1D20",
    side="#232428",
    line="#34363B",
    text="#E6E3DC",
    secondary="#A9A59C",
    accent="#E79385",
    on_accent="#1C1D20",
    selection="#3A3632",
    chosen="#3D5878",
    handle="#72757C",
    hover="#2C2D32",
    hit="#574A16",
    hit_line="#D9B44A",
    warning="#3A3115",
    error="#40211E",
)
SOFT = Theme(
    name="soft",
    surface="#DCE9D5",
    side="#D0DFC9",
    line="#B7C9AF",
    text="#1E261B",
    secondary="#4B5746",
    accent="#8E2323",
    on_accent="#FFFFFF",
    selection="#BFD2B6",
    chosen="#93B9D6",
    handle="#6C7F65",
    hover="#C7D8BF",
    hit="#F3E18F",
    hit_line="#8F6A00",
    warning="#EFE6B8",
    error="#EBD0C6",
)
THEMES = (LIGHT, DARK, SOFT)


def named(name: str) -> Theme:
    """Return the theme for a setting's value: the one of that name, or the system's for anything else."""
    for theme in THEMES:
        if theme.name == name:
            return theme
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def shown(widget: QWidget) -> Theme:
    """Return the theme that a widget is painted in."""
    surface = widget.palette().color(QPalette.ColorRole.Base).name().upper()
    return next((theme for theme in THEMES if theme.surface == surface), LIGHT)


@cache  # Qt keeps them as long as the process lives
def load_fonts() -> None:
    """Register the fonts that the program ships, so that Chinese is shown on a system without Chinese fonts."""
    for name in ("XinhuiSans-Regular.otf", "XinhuiSans-Bold.otf", "XinhuiSerif-Regular.otf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def interface_font(points: float = 10) -> QFont:
    """Return the font of the interface around the text."""
    return _font((SANS, *_FALLBACK), points)


def reading_font(points: float, serif: bool = True, family: str = "") -> QFont:
    """Return the font that bulletins are shown in: a font of the system, or the program's own."""
    own = (SERIF, *_SERIF_FALLBACK, SANS) if serif else (SANS, *_FALLBACK)
    return _font((family, *own) if family else own, points)


def _font(families: tuple[str, ...], points: float) -> QFont:
    font = QFont(list(families))
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def apply(app: QApplication, theme: Theme) -> None:
    """Apply a theme to the whole application."""
    sheet = style_sheet(theme)
    if app.styleSheet() != sheet:  # each change makes Qt polish all widgets again
        app.setPalette(palette(theme))
        app.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette of a theme, the disabled group included."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.side,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.side,
        role.Text: theme.text,
        role.Button: theme.side,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.secondary,
        role.Light: theme.surface,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.line,
        role.Accent: theme.accent,
    }
    for where, colour in colours.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.secondary))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme, for what Fusion and the palette alone cannot do."""
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
QLineEdit QToolButton {{ border: none; padding: 0; min-width: 0; min-height: 0; background: transparent; }}
QComboBox, QSpinBox, QDoubleSpinBox, QKeySequenceEdit {{ background: {t.surface}; border: 1px solid {t.line};
    border-radius: 6px; padding: 3px 8px; min-height: 20px; selection-background-color: {t.chosen};
    selection-color: {t.text}; }}
QAbstractSpinBox > QLineEdit, QKeySequenceEdit > QLineEdit {{ border: none; background: transparent; padding: 0;
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
QFrame#notice {{ background: {t.warning}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame#notice[tone="error"] {{ background: {t.error}; }}
QLabel#secondary, QLabel[tone="secondary"] {{ color: {t.secondary}; }}
QLabel#ground {{ font-size: 11px; }}
QLabel[tone="unsure"] {{ color: {t.accent}; }}
QLabel[tone="title"] {{ font-size: 17px; font-weight: 600; }}
"""
