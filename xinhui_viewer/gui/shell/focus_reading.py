"""Focus reading: the text alone, without menus, bars and panes, until the reader asks for one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.shell.arrangement import Arrangement


class FocusReading:
    """Hides everything around the text and shows it again; what is shown otherwise is not changed."""

    def __init__(self, parts: tuple[QWidget, ...], arrangement: Arrangement) -> None:
        self._parts, self._arrangement = parts, arrangement
        self._hidden: tuple[QWidget, ...] = ()
        self.on = False

    def toggle(self) -> None:
        """Begin to read, or end it."""
        if not self.leave():
            self.on = True
            self._hidden = tuple(part for part in self._parts if not part.isHidden())
            for part in self._hidden:
                part.hide()
            self._arrangement.show_alone(True)

    def leave(self) -> bool:
        """Show everything again; return whether it was hidden."""
        was, self.on = self.on, False
        if was:
            for part in self._hidden:
                part.show()
            self._arrangement.show_alone(False)
        return was
