"""Verify, back up and restore archives, in the background."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.i18n import N_, sentences, tr, trn
from xinhui_viewer.job import Job

VERIFY = Kind(N_("Verifying…"))
BACK_UP = Kind(N_("Backing up…"))
RESTORE = Kind(N_("Restoring…"))


class Keeping(QObject):
    """Verifies, backs up and restores archives, each when its turn has come."""

    def __init__(self, work: WindowWork, archives: Archives, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._archives, self._notice, self._parent = work, archives, notice, parent
        self._tell = {VERIFY: self._tell_verified, BACK_UP: self._tell_backed_up, RESTORE: self._tell_restored}
        work.ended.connect(self._end)

    def verify(self) -> None:
        """Verify the archive on show and report its problems."""
        path = self._archives.own
        if path is not None:
            self._work.start(VERIFY, path, lambda job: _verified(path, job))

    def back_up(self) -> None:
        """Ask for a name and copy the archive on show there."""
        archive = self._archives.own
        if archive is None:
            return
        start = str(_dated(archive, tr("backup")))
        chosen = self._new_name(tr("Back up the archive"), start)
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".xhdb")
            self._work.start(BACK_UP, archive, lambda job: _backed_up(archive, path, job))

    def restore(self) -> None:
        """Ask for a backup and a place, by default that of the archive on show, and put a copy there."""
        place = self._archives.import_target()
        chosen, _kind = QFileDialog.getOpenFileName(self._parent, tr("Choose a backup"), str(place.parent), _kinds())
        if not chosen:
            return
        if self._archives.own is None:
            named = self._new_name(tr("Restore as"), str(place))
            if not named:
                return
            place = Path(named)
        source = Path(chosen)
        self._work.start(RESTORE, place, lambda job: _restored(source, place, job), self._archives.current)

    def _new_name(self, title: str, start: str) -> str:
        """Ask for the name of a new file; the dialog does not ask about existing ones, for none is overwritten."""
        never = QFileDialog.Option.DontConfirmOverwrite
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, title, start, _kinds(), options=never)
        return chosen

    @Slot(object)
    def _end(self, piece: Piece) -> None:
        if piece.kind not in self._tell:
            return
        if piece.stopped:
            self._notice.tell(tr("Stopped; nothing was changed."))
        elif piece.error is None:
            self._tell[piece.kind](piece)

    def _tell_verified(self, piece: Piece) -> None:
        name, found = piece.archive.name, piece.answer
        if not found:
            text = tr("{name} is undamaged: every text, original and attachment is as it was stored.")
            self._notice.tell(text.format(name=name))
            return
        n = len(found)
        text = trn("{name} has {n} fault: {problem}", "{name} has {n} faults; the first: {problem}", n)
        offers = (
            (tr("Restore from a backup…"), self.restore),
            (tr("Copy the list"), lambda: QGuiApplication.clipboard().setText("\n".join(found))),
        )
        self._notice.tell(text.format(name=name, n=n, problem=found[0]), offers, error=True)

    def _tell_backed_up(self, piece: Piece) -> None:
        path: Path = piece.answer
        folder = QUrl.fromLocalFile(str(path.parent))
        shown = (tr("Open its folder"), lambda: QDesktopServices.openUrl(folder))
        self._notice.tell(tr("Backed up and verified: {path}").format(path=path), (shown,))

    def _tell_restored(self, piece: Piece) -> None:
        restored: _Restored = piece.answer
        parts = [tr("{name} was restored from {backup}.").format(name=piece.archive.name, backup=restored.source.name)]
        if restored.kept is not None:
            parts.append(tr("The previous archive is kept as {path}.").format(path=restored.kept.name))
        shown = self._archives.show_replaced(piece.archive, piece.about)
        self._notice.tell(sentences(parts), () if shown else (self._archives.offer(piece.archive),))


class _Restored(NamedTuple):
    """The backup, and the path to which the replaced archive was moved; None when there was none."""

    source: Path
    kept: Path | None


def _verified(archive: Path, job: Job) -> tuple[str, ...]:
    from xinhui_viewer.archive.check import problems

    with Opened(archive).reading(job) as db:
        return problems(db, job)


def _backed_up(archive: Path, path: Path, job: Job) -> Path:
    from xinhui_viewer.archive.backup import backup

    with Opened(archive).reading(job) as db:
        backup(db, path, job)
    return path


def _restored(source: Path, place: Path, job: Job) -> _Restored:
    from xinhui_viewer.archive.backup import restore

    place.parent.mkdir(parents=True, exist_ok=True)
    kept = _dated(place, tr("replaced"))
    return _Restored(source, kept if restore(source, place, kept, job) else None)


def _dated(archive: Path, label: str) -> Path:
    from xinhui_viewer.archive.backup import dated

    return dated(archive, label, date.today())


def _kinds() -> str:
    return tr("Archives (*.xhdb)")
