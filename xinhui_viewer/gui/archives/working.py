"""The work on archives in the status line: running work with its progress, waiting work, and stopping either."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.status import StatusLine
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Piece
from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.job import Unit

_AT: dict[Unit, tuple[str, str]] = {  # in the only file, and in one of several
    "page": (
        N_("Reading {file}: page {at} of {total}"),
        N_("File {number} of {files}, {file}: page {at} of {total}"),
    ),
    "sheet": (
        N_("Reading {file}: sheet {at} of {total}"),
        N_("File {number} of {files}, {file}: sheet {at} of {total}"),
    ),
    "slide": (
        N_("Reading {file}: slide {at} of {total}"),
        N_("File {number} of {files}, {file}: slide {at} of {total}"),
    ),
    "chapter": (
        N_("Reading {file}: chapter {at} of {total}"),
        N_("File {number} of {files}, {file}: chapter {at} of {total}"),
    ),
}


class Working(QObject):
    """Shows the program's work and its failures in one window.

    ``updated`` is emitted when another window has changed the archive on show.
    """

    updated = Signal()

    def __init__(self, work: WindowWork, archives: Archives, status: StatusLine) -> None:
        super().__init__(status)
        self._work, self._archives, self._status = work, archives, status
        self._unasked_failure = ""
        work.changed.connect(self._show)
        work.ended.connect(self._tell_failure)
        work.ended_elsewhere.connect(self._follow)
        archives.opened.connect(self._show)
        status.stop_wanted.connect(self._stop)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the running work, first that on the archive on show, and the number of waiting pieces."""
        pieces = self._work.pieces
        running = [piece for piece in pieces if piece.began]
        running.sort(key=lambda piece: piece.archive != self._on_show())
        if not running:
            self._status.show_work("", 0, 0)
            return
        told = [self._named(piece, pace(piece, perf_counter() - piece.began)) for piece in running]
        if waiting := len(pieces) - len(running):
            told.append(trn("{n} more waiting", "{n} more waiting", waiting).format(n=waiting))
        self._status.show_work(" · ".join(told), *share(running[0]))

    @Slot(QPoint)
    def _stop(self, place: QPoint) -> None:
        """Stop the running work; when there is more, ask which."""
        pieces = self._work.pieces
        if len(pieces) == 1:
            self._work.stop(pieces[0])
            return
        menu = QMenu(self._status)
        for piece in pieces:
            told = tr("Stop: {work}").format(work=self._named(piece, extent(piece)))
            menu.addAction(told, partial(self._work.stop, piece))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @Slot(object)
    def _follow(self, piece: Piece) -> None:
        """Show what another window has changed in the archive on show."""
        if piece.archive == self._archives.own:
            self._archives.refresh()
            self.updated.emit()

    @Slot(object)
    def _tell_failure(self, piece: Piece) -> None:
        """Tell a failure; one of work that nobody asked for only once, for that work is tried again."""
        failure = "" if piece.error is None or piece.stopped else str(piece.error)
        if failure and not (piece.kind.unasked and failure == self._unasked_failure):
            self._archives.failed.emit(piece.error)
        if piece.kind.unasked:
            self._unasked_failure = failure

    def _on_show(self) -> Path | None:
        return self._archives.current.path if self._archives.current is not None else None

    def _named(self, piece: Piece, text: str) -> str:
        """Return a text with the name of the archive when that is not on show."""
        if piece.archive == self._on_show():
            return text
        return tr("{archive}: {work}").format(archive=piece.archive.name, work=text)


def extent(piece: Piece) -> str:
    """Return the description of a piece of work with its progress, once that is known."""
    if not piece.total or not piece.kind.text:
        return tr(piece.kind.begin)
    return tr(piece.kind.text).format(done=piece.done, total=piece.total)


def share(piece: Piece) -> tuple[int, int]:
    """Return the part of a piece of work that is done, and the whole, in files, or in pages of a file's length."""
    at = piece.position
    if at is None or not at.whole:
        return piece.done, piece.total
    return piece.done * at.total + at.at, piece.total * at.total


def pace(piece: Piece, seconds: float) -> str:
    """Return the progress of work after some seconds: the page of a long document, else its rate, and the remaining
    time once it can be estimated.
    """
    if (at := piece.position) is not None:
        text = tr(_AT[at.unit][piece.total > 1])
        return text.format(file=at.file, at=at.at, total=at.total, number=piece.done + 1, files=piece.total)
    if not piece.kind.text or piece.done < 5 or seconds < 2:
        return extent(piece)
    rate = piece.done / seconds
    left = round((piece.total - piece.done) / rate)
    speed = tr("{rate:.0f} per second").format(rate=rate) if rate >= 1 else ""
    time = tr("{minutes}:{seconds:02} left").format(minutes=left // 60, seconds=left % 60)
    return " · ".join(part for part in (extent(piece), speed, time) if part)
