"""Figures over the years: computed in the background, shown in a window of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from xinhui_viewer.archive.figures import choices, choose, listed
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import N_
from xinhui_viewer.job import Job
from xinhui_viewer.records import FigureFilter, Series

if TYPE_CHECKING:
    from xinhui_viewer.archive.archive import Archive
    from xinhui_viewer.gui.figures.series_view import SeriesView

CHANNEL = "series"
DECIDE = Kind(N_("Saving a decision on a series…"))


class SeriesFlow(QObject):
    """Holds the window of the series while it is open; ``opened`` carries a figure to be shown in its text."""

    opened = Signal(object)

    def __init__(self, tasks: Tasks, work: WindowWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._work, self._parent = tasks, work, parent
        self._archive: Opened | None = None
        self.view: SeriesView | None = None
        work.ended.connect(self._show_decided)

    @Slot(object)
    def show_archive(self, archive: Opened) -> None:
        """Close the window: another archive is on show."""
        self._archive = archive
        self._close()

    def show(self) -> None:
        """Show the series of the archive, or bring their window to the front."""
        archive = self._archive
        if archive is None:
            return
        if self.view is None:
            self._tasks.start(CHANNEL, lambda job: _series(archive, job), self._build)
        else:
            self.view.activateWindow()

    def _build(self, found: tuple[Series, ...]) -> None:
        from xinhui_viewer.gui.figures.series_view import SeriesView

        own = self._archive is not None and not self._archive.sample
        self.view = SeriesView(theme.shown(), own, self._parent)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self.opened)
        self.view.finished.connect(self._close)
        self.view.show_series(found)
        self.view.show()

    @Slot(object, str)
    def _choose(self, keys: tuple[tuple[str, str, str], ...], name: str) -> None:
        if self._archive is not None and not self._archive.sample:
            self._work.change(DECIDE, self._archive.path, lambda db: _decide(db, keys, name))

    @Slot(object)
    def _show_decided(self, piece: Piece) -> None:
        archive = self._archive
        if piece.kind is DECIDE and archive is not None and archive.path == piece.archive and self.view is not None:
            self._tasks.start(CHANNEL, lambda job: _series(archive, job), self.view.show_series)

    @Slot()
    def _close(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            view.deleteLater()


def _series(archive: Opened, job: Job) -> tuple[Series, ...]:
    import pyqtgraph  # noqa: F401  half a second: beside the window, not on its thread

    from xinhui_viewer.text.series import series  # 80 ms, not needed before

    with archive.reading(job) as db:
        return series(listed(Plans(db), FigureFilter()), choices(db))


def _decide(db: Archive, keys: tuple[tuple[str, str, str], ...], name: str) -> None:
    choose(db, keys, name)
