"""The arrangement of the three panes: side by side in a wide window, one over the other in a narrow one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

OVERLAY_BELOW = 1000
STACK_BELOW = 860
_LEFT, _RIGHT = (220, 460), (180, 420)
_WIDEST = 10_000


class Arrangement(QObject):
    """Lays out the panes: below 1000 px the right one lies over the text, below 860 px list and text take turns."""

    changed = Signal()

    def __init__(self, splitter: QSplitter, left: QWidget, centre: QWidget, right: QWidget) -> None:
        super().__init__(splitter)
        self._splitter, self._left, self._centre, self._right = splitter, left, centre, right
        self._left_wanted = self._right_wanted = True
        self._overlay_called = self._reading = self._alone = False
        left.setMinimumWidth(_LEFT[0])
        left.setMaximumWidth(_LEFT[1])
        right.setMinimumWidth(_RIGHT[0])
        right.setMaximumWidth(_RIGHT[1])
        for pane in (left, centre, right):
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        self._sizes = [300, 700, 280]
        splitter.setSizes(self._sizes)
        splitter.splitterMoved.connect(self._keep_sizes)
        splitter.installEventFilter(self)

    @property
    def stacked(self) -> bool:
        """Return whether list and text take turns."""
        return self._splitter.width() < STACK_BELOW

    @property
    def overlaid(self) -> bool:
        """Return whether the right pane lies over the text."""
        return self._splitter.width() < OVERLAY_BELOW

    @property
    def left_shown(self) -> bool:
        """Return whether the left pane is in sight."""
        return not self._left.isHidden()

    @property
    def right_shown(self) -> bool:
        """Return whether the right pane is in sight."""
        return not self._right.isHidden()

    @property
    def wanted(self) -> tuple[bool, bool]:
        """Return whether the left and the right pane are shown while there is room."""
        return self._left_wanted, self._right_wanted

    @property
    def reading(self) -> bool:
        """Return whether a narrow window shows the text."""
        return self._reading

    def sizes(self) -> list[int]:
        """Return the widths that the user gave the panes, in pixels."""
        return self._sizes

    def set_sizes(self, sizes: list[int]) -> None:
        """Restore widths of the panes; those of no screen are bounded."""
        self._sizes = [min(max(size, 0), _WIDEST) for size in sizes]
        self._splitter.setSizes(self._sizes)

    def want(self, *, left: bool, right: bool) -> None:
        """Set whether each side pane is shown while there is room."""
        self._left_wanted, self._right_wanted = left, right
        self.arrange()

    def show_alone(self, alone: bool) -> None:
        """Show the text without the side panes, or these again as they are wanted."""
        self._alone = alone
        self._reading = self._reading or alone
        self.arrange()

    def toggle_left(self) -> bool:
        """Show or hide the left pane; return whether it is wanted from now on."""
        if self.stacked:
            self._reading = not self._reading
        else:
            self._left_wanted = not self._left_wanted
        self.arrange()
        return self._left_wanted

    def toggle_right(self) -> bool:
        """Show or hide the right pane; return whether it is wanted from now on."""
        if self.overlaid:
            self._overlay_called = not self._overlay_called
        else:
            self._right_wanted = not self._right_wanted
        self.arrange()
        return self._right_wanted

    def call_left(self) -> None:
        """Bring the left pane into sight, for what is listed there; a narrow window shows it in place of the text."""
        self._left_wanted = True
        self.read(False)

    def call_right(self) -> None:
        """Bring the right pane into sight, over the text that it is about."""
        self._reading = True
        self._right_wanted = self._right_wanted or not self.overlaid
        self._overlay_called = self.overlaid
        self.arrange()

    def dismiss_right(self) -> bool:
        """Hide the overlay; return whether there was one."""
        was = self._overlay_called and self.overlaid
        self._overlay_called = False
        self.arrange()
        return was

    def read(self, reading: bool) -> None:
        """Show the text, or the list, in a narrow window."""
        self._reading = reading
        self.arrange()

    def arrange(self) -> None:
        """Lay out the panes for the current width."""
        if self.overlaid:
            self._lay_over()
        elif self._right.parentWidget() is not self._splitter:
            self._overlay_called = False
            self._splitter.addWidget(self._right)
            _edged(self._right, edged=False)
            self._splitter.setSizes(self._sizes)
        self._right.setVisible(self._overlay_called if self.overlaid else self._right_wanted and not self._alone)
        self._left.setMaximumWidth(16_777_215 if self.stacked else _LEFT[1])
        self._left.setVisible(not self._reading if self.stacked else self._left_wanted and not self._alone)
        self._centre.setVisible(self._reading or not self.stacked)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._splitter:
            self.arrange()
        return super().eventFilter(watched, event)

    @Slot()
    def _keep_sizes(self) -> None:
        if not self.overlaid and self.left_shown and self.right_shown:
            self._sizes = self._splitter.sizes()
            self.changed.emit()

    def _lay_over(self) -> None:
        host = self._splitter.parentWidget()
        if self._right.parentWidget() is not host:
            self._right.setParent(host)
            _edged(self._right, edged=True)
            self._right.setAutoFillBackground(True)
            self._right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        width = min(320, self._splitter.width() - 40)
        area = self._splitter.geometry()
        self._right.setGeometry(area.right() - width + 1, area.top(), width, area.height())
        self._right.raise_()


def _edged(pane: QWidget, edged: bool) -> None:
    """Give a pane a line at its left while it lies over the text."""
    layout = pane.layout()
    if layout is not None:
        layout.setContentsMargins(1 if edged else 0, 0, 0, 0)
    pane.setObjectName("overlay" if edged else "")
    pane.style().unpolish(pane)
    pane.style().polish(pane)
