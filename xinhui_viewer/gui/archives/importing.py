"""From files to the archive: what is chosen or dropped is imported beside the window, and reported at the end."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.status import StatusLine
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported

if TYPE_CHECKING:
    from xinhui_viewer.gui.archives.report import ReportDialog

CHANNEL = "import"


class Importing(QObject):
    """Runs one import at a time into the archive on show; ``finished`` carries the report, a line for each input."""

    finished = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        archives: Archives,
        notice: NoticeBar,
        status: StatusLine,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._archives, self._settings, self._parent = tasks, archives, settings, parent
        self._notice, self._status = notice, status
        self._target = Path()
        self._began, self._unasked = 0.0, False
        self._report: ReportDialog | None = None

    @property
    def busy(self) -> bool:
        return self._tasks.busy(CHANNEL)

    @property
    def own(self) -> bool:
        """Whether the archive on show is the user's, not the sample."""
        return self._archives.current is not None and not self._archives.current.sample

    def choose_files(self) -> None:
        """Ask for files and import them."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._parent, tr("Import files"), self._settings.get("folder"))
        self.start(tuple(Path(path) for path in chosen))

    def choose_folder(self) -> None:
        """Ask for a folder and import all in it."""
        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Import folder"), self._settings.get("folder"))
        self.start((Path(chosen),) if chosen else ())

    @Slot(object)
    def start(self, paths: tuple[Path, ...], *, unasked: bool = False) -> None:
        """Import files and folders into the archive on show, or into the user's own when that is the sample.

        An import that nobody asked for (a watched folder) only speaks of what is new or could not be read.
        """
        if not paths or self.busy:
            return
        self._unasked = unasked
        if not unasked:
            self._settings.set("folder", str(paths[0].parent))
        archive = self._target = self._archives.import_target()
        self._began = perf_counter()
        self._show_progress(0, 0)
        self._tasks.start(
            CHANNEL,
            lambda job: _import(archive, paths, job),
            self._end,
            progress=self._show_progress,
            failed=self._fail,
        )

    @Slot()
    def cancel(self) -> None:
        """Stop after the file being read; what is imported stays."""
        self._tasks.cancel(CHANNEL)

    def _show_progress(self, done: int, total: int) -> None:
        told = pace(tr("Importing…"), tr("Importing {done} of {total}"), done, total, perf_counter() - self._began)
        self._status.show_work(told, done, total)

    def _end(self, report: tuple[Imported, ...]) -> None:
        from xinhui_viewer.gui.archives.report import ReportDialog, summary

        self._status.show_work("", 0, 0)
        if self._report is not None:
            self._report.deleteLater()
        self._report = dialog = ReportDialog(report, self._parent)
        dialog.retried.connect(self.start)
        if not self._unasked or any(line.outcome not in ("duplicate", "skipped") for line in report):
            self._notice.tell(summary(report), ((tr("Show the report"), dialog.open),))
        if not self._unasked and any(line.outcome == "rejected" for line in report):
            dialog.open()
        self._archives.open(Opened(self._target))
        self.finished.emit(report)

    def _fail(self, error: BaseException) -> None:
        self._status.show_work("", 0, 0)
        self._archives.failed.emit(error)
        if self._target.exists():
            self._archives.open(Opened(self._target))  # what was imported before is there


def pace(begin: str, text: str, done: int, total: int, seconds: float) -> str:
    """Return how far work is, how fast, and how long it will still take once that can be said."""
    if not total:
        return begin
    text = text.format(done=done, total=total)
    if done < 5 or seconds < 2:
        return text
    rate = done / seconds
    left = round((total - done) / rate)
    speed = tr("{rate:.0f} a second").format(rate=rate) if rate >= 1 else ""
    time = tr("{minutes}:{seconds:02} left").format(minutes=left // 60, seconds=left % 60)
    return " · ".join(part for part in (text, speed, time) if part)


def _import(archive: Path, sources: tuple[Path, ...], job: Job) -> tuple[Imported, ...]:
    from xinhui_viewer.archive import writing
    from xinhui_viewer.importers import import_sources

    if not archive.exists():
        archive.parent.mkdir(parents=True, exist_ok=True)
        writing.create(archive)
    report: list[Imported] = []
    with suppress(Cancelled):
        for line in import_sources(archive, sources, job):
            report.append(line)
    return tuple(report)
