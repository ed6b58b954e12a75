"""The typography of a bulletin: fonts, sizes and spaces of each kind of line, for one theme and one type."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen, QTextBlockFormat, QTextCharFormat, QTextFrameFormat, QTextTableFormat

from xinhui_viewer.gui.parts.theme import LIGHT, Theme, interface_font, reading_font

_TEXT, _TITLE, _META, _HEADINGS, _TABLE = 17, 24, 13, (19, 17), 15


@dataclass(frozen=True, slots=True)
class Type:
    """The type of running text: its size in percent, its face, Han a line, and the line's height in percent of it.

    ``family`` is a font of the system in place of the program's own; ``indents`` the first line of a paragraph.
    """

    zoom: float = 100
    serif: bool = True
    family: str = ""
    measure: int = 38
    leading: int = 175
    indents: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """The colours and the type of a page."""

    theme: Theme = LIGHT
    type: Type = field(default_factory=Type)

    def pixels(self, size: float) -> int:
        """Return a size at this zoom."""
        return max(6, round(size * self.type.zoom / 100))

    @property
    def column(self) -> int:
        """The width of a full line of text, in pixels."""
        return self.type.measure * self.pixels(_TEXT)

    @property
    def line(self) -> int:
        """The height of a line of text, in pixels."""
        return round(self.pixels(_TEXT) * self.type.leading / 100)

    def font(self) -> QFont:
        """Return the font of the running text."""
        font = reading_font(12, self.type.serif, self.type.family)
        font.setPixelSize(self.pixels(_TEXT))
        return font

    def title(self, *, alone: bool = False) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of the title; one that is ``alone`` has no line between it and the text."""
        below = self.pixels(20 if alone else 0)
        return _block(self.pixels(_TITLE) * 1.4, below=below, heading=1), self._sans(_TITLE, bold=True)

    def meta(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of the line of source, date and document number."""
        return _block(self.pixels(_META) * 1.6, above=self.pixels(10), below=self.pixels(20)), self._quiet(_META)

    def remark(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of a remark on what was read, above the text."""
        block, form = self.meta()
        form.setForeground(QColor(self.theme.accent))
        return block, form

    def paragraph(self, *, indented: bool = True, justified: bool = True) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of running text: the first line indented by two Han (GB/T 9704-2012, 7.3.3)."""
        made = _block(self.line, below=self.pixels(4))
        made.setAlignment(Qt.AlignmentFlag.AlignJustify if justified else Qt.AlignmentFlag.AlignLeft)
        made.setTextIndent(2 * self.pixels(_TEXT) if indented and self.type.indents else 0)
        return made, QTextCharFormat()

    def heading(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of a section's heading; from the second level on it is as large as the text."""
        size = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        above = self.pixels(26 if level <= 1 else 16)
        made = _block(self.pixels(size) * 1.5, above=above, below=self.pixels(6), heading=min(level + 1, 6))
        return made, self._sans(size, bold=True)

    def point(self) -> QTextCharFormat:
        """Return the format of a heading that runs on into its paragraph."""
        return self._sans(_TEXT, bold=True)

    def caption(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of the words under an image."""
        made = _block(self.pixels(_META) * 1.6, above=self.pixels(4), below=self.pixels(16))
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made, self._quiet(_META)

    def picture(self) -> QTextBlockFormat:
        """Return the format of the line that holds an image."""
        made = QTextBlockFormat()
        made.setTopMargin(self.pixels(12))
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def table(self) -> QTextTableFormat:
        """Return the format of a table: ruled with lines of one pixel, at most as wide as the text."""
        made = QTextTableFormat()
        made.setBorderCollapse(True)
        made.setBorder(1)
        made.setBorderBrush(QColor(self.theme.line))
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setCellPadding(self.pixels(6))
        made.setCellSpacing(0)
        made.setTopMargin(self.pixels(12))
        made.setBottomMargin(self.pixels(16))
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def cell(self, *, head: bool, number: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of a cell: heads bold, numbers to the right."""
        made = _block(self.pixels(_TABLE) * 1.5)
        if number and not head:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made, self._sans(_TABLE, bold=head)

    def cell_width(self, ems: float) -> int:
        """Return the width of a table's column for a line of some Han."""
        return ceil(ems * self.pixels(_TABLE)) + 2 * self.pixels(6) + 2

    def link(self, address: str) -> QTextCharFormat:
        """Return the format of a link for which ``anchorClicked`` carries ``address``."""
        made = QTextCharFormat()
        made.setAnchor(True)
        made.setAnchorHref(address)
        made.setForeground(QColor(self.theme.accent))
        made.setFontUnderline(True)
        return made

    def match(self, *, current: bool = False) -> QTextCharFormat:
        """Return the format of a match: background and underline, and a frame around the current one."""
        made = QTextCharFormat()
        made.setBackground(QColor(self.theme.hit))
        made.setForeground(QColor(self.theme.text))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(QColor(self.theme.hit_line))
        if current:
            made.setProperty(int(QTextCharFormat.Property.OutlinePen), QPen(QColor(self.theme.accent), 2))
        return made

    def flash(self) -> QTextCharFormat:
        """Return the format of a heading for a moment after a jump to it."""
        made = QTextCharFormat()
        made.setBackground(QColor(self.theme.selection))
        made.setProperty(int(QTextCharFormat.Property.FullWidthSelection), True)
        return made

    def _sans(self, size: float, *, bold: bool = False) -> QTextCharFormat:
        font = interface_font(12)
        font.setPixelSize(self.pixels(size))
        font.setBold(bold)
        made = QTextCharFormat()
        made.setFont(font)
        return made

    def _quiet(self, size: float) -> QTextCharFormat:
        made = self._sans(size)
        made.setForeground(QColor(self.theme.secondary))
        return made


def _block(line: float, *, above: float = 0, below: float = 0, heading: int = 0) -> QTextBlockFormat:
    # A fixed line: a fallback font with other metrics (a rare character, an emoji) must not push its line apart.
    made = QTextBlockFormat()
    made.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setTopMargin(above)
    made.setBottomMargin(below)
    if heading:
        made.setHeadingLevel(heading)
    return made
