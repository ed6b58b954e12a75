"""Figures over the years: worked out beside the window, shown in a window of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.theme import DARK, LIGHT
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.gui.shell.window import Window
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.job import Job
from xinhui_viewer.records import KeyFigure, Series

if TYPE_CHECKING:
    from xinhui_viewer.gui.figures.series_view import SeriesView

CHANNEL = "series"


class Charting(QObject):
    """Holds the window of the series while it is open."""

    def __init__(self, tasks: Tasks, archives: Archives, reading: Reading, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._archives, self._reading, self._window = tasks, archives, reading, window
        self.view: SeriesView | None = None
        archives.opened.connect(self._close)

    def show(self) -> None:
        """Show the series of the archive, or bring their window to the front."""
        if self._archives.current is None:
            return
        if self.view is None:
            archive = self._archives.current
            self._tasks.start(CHANNEL, lambda job: _series(archive, job), self._build)
        else:
            self.view.activateWindow()

    def _build(self, found: tuple[Series, ...]) -> None:
        from xinhui_viewer.gui.figures.series_view import SeriesView

        dark = self._window.palette().window().color().lightness() < 128
        archive = self._archives.current
        self.view = SeriesView(DARK if dark else LIGHT, archive is not None and not archive.sample, self._window)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.view.finished.connect(self._close)
        self.view.show_series(found)
        self.view.show()

    @Slot(object, str)
    def _choose(self, keys: tuple[tuple[str, str, str], ...], name: str) -> None:
        archive = self._archives.current
        if archive is not None and self.view is not None and not archive.sample:
            self._tasks.start(CHANNEL, lambda job: _chosen(archive, keys, name, job), self.view.show_series)

    @Slot(object)
    def _open(self, key: KeyFigure) -> None:
        self._reading.open_figure(key.bulletin_id, key.figure)
        self._window.activateWindow()

    @Slot()
    def _close(self) -> None:
        """Put the window away: it was closed, or another archive is on show."""
        view, self.view = self.view, None
        if view is not None:
            view.deleteLater()


def _series(archive: Opened, job: Job) -> tuple[Series, ...]:
    import pyqtgraph  # noqa: F401  half a second: beside the window, not on its thread

    from xinhui_viewer.archive.figures import choices, listed
    from xinhui_viewer.records import FigureFilter
    from xinhui_viewer.text.series import series

    with archive.reading(job) as db:
        return series(listed(db, FigureFilter()), choices(db))


def _chosen(archive: Opened, keys: tuple[tuple[str, str, str], ...], name: str, job: Job) -> tuple[Series, ...]:
    from xinhui_viewer.archive.figures import choose
    from xinhui_viewer.archive.writing import writing

    with writing(archive.path, job) as db:
        choose(db, keys, name)
    return _series(archive, job)
