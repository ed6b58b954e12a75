"""Keeping archives whole: verified, backed up and restored beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.importing import CHANNEL
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.status import StatusLine
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.job import Job

T = TypeVar("T")


class Keeping(QObject):
    """Verifies, backs up and restores one archive at a time, and while nothing is imported; each can be stopped."""

    def __init__(
        self, tasks: Tasks, archives: Archives, notice: NoticeBar, status: StatusLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._archives, self._parent = tasks, archives, parent
        self._notice, self._status = notice, status

    def verify(self) -> None:
        """Check that all in the archive on show is as it was stored, and tell what is not."""
        archive = self._archives.current
        if archive is not None:
            self._start(
                tr("Verifying…"),
                lambda job: _verified(archive, job),
                lambda found: self._tell_verified(archive, found),
            )

    def back_up(self) -> None:
        """Ask for a name and copy the archive on show there."""
        archive = self._archives.current
        if archive is None:
            return
        start = str(_dated(archive.path, tr("backup")))
        chosen = self._new_name(tr("Back up the archive"), start)
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".xhdb")
            self._start(tr("Backing up…"), lambda job: _backed_up(archive, path, job), self._tell_backed_up)

    def restore(self) -> None:
        """Ask for a backup and put a copy of it in the place of the archive on show, or where the user says."""
        place = self._archives.import_target()
        chosen, _kind = QFileDialog.getOpenFileName(self._parent, tr("Choose a backup"), str(place.parent), _kinds())
        if not chosen:
            return
        if self._archives.current is None or self._archives.current.sample:
            named = self._new_name(tr("Restore it as"), str(place))
            if not named:
                return
            place = Path(named)
        source = Path(chosen)
        self._start(
            tr("Restoring…"),
            lambda job: _restored(source, place, job),
            lambda kept: self._tell_restored(source, place, kept),
        )

    def _new_name(self, title: str, start: str) -> str:
        """Ask for the name of a file to make; no question about one that is there, for none is overwritten."""
        never = QFileDialog.Option.DontConfirmOverwrite
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, title, start, _kinds(), options=never)
        return chosen

    def _start(self, text: str, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        if self._tasks.busy(CHANNEL):
            return
        self._status.show_work(text, 0, 0)
        self._tasks.start(
            CHANNEL,
            lambda job: _answer(work, job),
            lambda answer: self._end(answer, done),
            progress=lambda at, total: self._status.show_work(text, at, total),
            failed=self._fail,
        )

    def _end(self, answer: tuple[T, ...], done: Callable[[T], None]) -> None:
        self._status.show_work("", 0, 0)
        if answer:
            done(answer[0])
        else:
            self._notice.tell(tr("Stopped; nothing was changed."))

    def _fail(self, error: BaseException) -> None:
        self._status.show_work("", 0, 0)
        self._archives.failed.emit(error)

    def _tell_verified(self, archive: Opened, found: tuple[str, ...]) -> None:
        if not found:
            text = tr("{name} is whole: every text, original and attachment is as it was stored.")
            self._notice.tell(text.format(name=archive.name))
            return
        n = len(found)
        text = trn("{name} has {n} fault: {problem}", "{name} has {n} faults; the first: {problem}", n)
        offers = (
            (tr("Restore from a backup…"), self.restore),
            (tr("Copy the list"), lambda: QGuiApplication.clipboard().setText("\n".join(found))),
        )
        self._notice.tell(text.format(name=archive.name, n=n, problem=found[0]), offers, error=True)

    def _tell_backed_up(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        shown = (tr("Open its folder"), lambda: QDesktopServices.openUrl(folder))
        self._notice.tell(tr("Backed up and verified: {path}").format(path=path), (shown,))

    def _tell_restored(self, source: Path, place: Path, kept: Path | None) -> None:
        parts = [tr("{name} is restored from {backup}.").format(name=place.name, backup=source.name)]
        if kept is not None:
            parts.append(tr("The archive that was there is kept as {path}.").format(path=kept.name))
        self._archives.reopen(place)
        self._notice.tell(" ".join(parts))


def _answer(work: Callable[[Job], T], job: Job) -> tuple[T, ...]:
    """Return what ``work`` returns, () when it is stopped."""
    try:
        return (work(job),)
    except Cancelled:
        return ()


def _verified(archive: Opened, job: Job) -> tuple[str, ...]:
    from xinhui_viewer.archive.check import problems

    with archive.reading(job) as db:
        return problems(db, job)


def _backed_up(archive: Opened, path: Path, job: Job) -> Path:
    from xinhui_viewer.archive.backup import backup

    with archive.reading(job) as db:
        backup(db, path, job)
    return path


def _restored(source: Path, place: Path, job: Job) -> Path | None:
    """Restore a backup; return the path of the archive that was there, None when there was none."""
    from xinhui_viewer.archive.backup import restore

    place.parent.mkdir(parents=True, exist_ok=True)
    kept = _dated(place, tr("replaced"))
    return kept if restore(source, place, kept, job) else None


def _dated(archive: Path, label: str) -> Path:
    from xinhui_viewer.archive.backup import dated

    return dated(archive, label, date.today())


def _kinds() -> str:
    return tr("Archives (*.xhdb)")
