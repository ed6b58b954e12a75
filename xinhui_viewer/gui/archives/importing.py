"""Import chosen or dropped files into the archive, in the background, with a report at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported

if TYPE_CHECKING:
    from xinhui_viewer.gui.archives.report import ReportDialog
    from xinhui_viewer.importers.page_kinds import Judged

IMPORT = Kind(N_("Importing…"), N_("Importing {done} of {total}"))
IMPORT_WATCHED = Kind(IMPORT.begin, IMPORT.text, unasked=True)


class About(NamedTuple):
    """The files and folders of an import, and the archive on show when it was asked for.

    ``told_before``: pages that are passed over may have been so before, when the program ran the last time.
    """

    paths: tuple[Path, ...]
    shown: Opened | None
    told_before: bool = False


class Importing(QObject):
    """Imports into the archive on show.

    ``finished`` carries the report of an import, a line for each input; ``failed`` the paths of one that failed;
    ``opened`` the id of a bulletin that is to be read; ``updated`` is emitted when bulletins that were there have
    changed.
    """

    opened = Signal(int)
    updated = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, work: WindowWork, archives: Archives, notice: NoticeBar, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._work, self._archives, self._notice = work, archives, notice
        self._settings, self._parent = settings, parent
        self._report: ReportDialog | None = None
        work.ended.connect(self._end)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._parent, tr("Import files"), self._settings.get("folder"))
        self.start(tuple(Path(path) for path in chosen))

    def choose_folder(self) -> None:
        """Ask for a folder and import its files."""
        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Import folder"), self._settings.get("folder"))
        self.start((Path(chosen),) if chosen else ())

    @Slot(object)
    def take(self, paths: tuple[Path, ...]) -> None:
        """Open a dropped archive, or import dropped files and folders."""
        if len(paths) == 1 and paths[0].suffix == ".xhdb":
            self._archives.open(Opened(paths[0]))
        else:
            self.start(paths)

    @Slot(object)
    def start(self, paths: tuple[Path, ...]) -> None:
        """Import files and folders into the archive on show, or into the user's own when that is the sample.

        Of several, those that are no bulletins are passed over.
        """
        if paths:
            self._settings.set("folder", str(paths[0].parent))
            self._start(IMPORT, paths, "all" if len(paths) > 1 else "members")

    def start_watched(self, paths: tuple[Path, ...], *, told_before: bool) -> None:
        """Import files of watched folders: only what is new is reported, unless it is ``told_before``."""
        self._start(IMPORT_WATCHED, paths, "all", told_before=told_before)

    def _start(self, kind: Kind, paths: tuple[Path, ...], judged: Judged, *, told_before: bool = False) -> None:
        archive = self._archives.import_target()
        about = About(paths, self._archives.current, told_before)
        if self._notice.greets and kind is IMPORT:
            self._notice.put_away()  # what it asks for is being done
        beside = kind is IMPORT_WATCHED  # the user gave the folder
        self._work.start(kind, archive, lambda job: _import(archive, paths, judged, job, beside=beside), about)

    def _start_beside(self, archive: Path, report: tuple[Imported, ...]) -> None:
        """Give pages that were imported into an archive the files beside them that they name."""
        paths = tuple(dict.fromkeys(Path(line.path) for line in report if _has_beside(line)))
        about = About(paths, self._archives.current)
        self._work.start(
            IMPORT, archive, lambda job: _import(archive, paths, "members", job, beside=True, again=True), about
        )

    def _start_passed_over(self, archive: Path, report: tuple[Imported, ...]) -> None:
        """Import pages that an import into an archive passed over."""
        paths = tuple(dict.fromkeys(Path(line.path) for line in report))
        about = About(paths, self._archives.current)
        self._work.start(IMPORT, archive, lambda job: _import_passed_over(archive, report, job), about)

    def _start_unlimited(self, archive: Path, paths: tuple[Path, ...]) -> None:
        """Import files that took too much time or memory, however much they take."""
        about = About(paths, self._archives.current)
        self._work.start(IMPORT, archive, lambda job: _import(archive, paths, "members", job, limits=False), about)

    @Slot(object)
    def _end(self, piece: Piece) -> None:
        if piece.kind not in (IMPORT, IMPORT_WATCHED):
            return
        about: About = piece.about
        there = piece.archive.exists() and self._archives.show_changed(piece.archive, about.shown)
        if piece.error is None:
            self._tell(piece, piece.answer, there)
            if there and any(line.attachments_added for line in piece.answer):
                self.updated.emit()
            self.finished.emit(piece.answer)
        elif not piece.stopped:
            self.failed.emit(about.paths)

    def _tell(self, piece: Piece, report: tuple[Imported, ...], there: bool) -> None:
        """Show the outcome of an import, with the archive's name when another is on show."""
        from xinhui_viewer.gui.archives.report import ReportDialog
        from xinhui_viewer.gui.archives.report_parts import summary

        if self._report is not None:
            self._report.deleteLater()
        self._report = dialog = ReportDialog(report, self._parent)
        dialog.retried.connect(self.start)
        dialog.unlimited.connect(lambda paths: self._start_unlimited(piece.archive, paths))
        dialog.wanted.connect(lambda lines: self._start_passed_over(piece.archive, lines))
        dialog.opened.connect(lambda number: self._open(piece.archive, number))
        asked = not piece.kind.unasked
        if not asked and not _is_news(report, piece.about):
            return
        told, offers = summary(report), [(tr("Show the report"), dialog.show)]
        if n := sum(len(line.beside) for line in report if _has_beside(line)):
            said = trn(
                "the pages link to {n} file in their folder: attach it?",
                "the pages link to {n} files in their folder: attach them?",
                n,
            )
            told = f"{told} · {said.format(n=n)}"
            take = trn("Attach {n} file", "Attach {n} files", n).format(n=n)
            offers.insert(0, (take, lambda: self._start_beside(piece.archive, report)))
        if not there:
            told = tr("{archive}: {work}").format(archive=piece.archive.name, work=told)
            offers.append(self._archives.offer(piece.archive))
        self._notice.tell(told, tuple(offers))
        if asked and self._parent.isVisible() and any(line.outcome == "rejected" for line in report):
            dialog.show()

    def _open(self, archive: Path, number: int) -> None:
        """Tell which bulletin is to be read; when another archive is on show, show its own first."""
        if self._archives.own == archive:
            self.opened.emit(number)
        else:
            self._archives.open(Opened(archive))


def _has_beside(line: Imported) -> bool:
    """Return whether a page that is in the archive names files beside it."""
    return bool(line.ids and line.beside and not line.passed_over)


def _is_news(report: tuple[Imported, ...], about: About) -> bool:
    """Return whether there is something to tell of an import that nobody asked for."""
    passed = any(line.passed_over for line in report) and not about.told_before
    return passed or any(line.outcome not in ("duplicate", "skipped") for line in report)


def _import(
    archive: Path,
    sources: tuple[Path, ...],
    judged: Judged,
    job: Job,
    *,
    beside: bool = False,
    again: bool = False,
    limits: bool = True,
) -> tuple[Imported, ...]:
    from xinhui_viewer.archive import writing
    from xinhui_viewer.importers import import_sources

    if not archive.exists():
        archive.parent.mkdir(parents=True, exist_ok=True)
        writing.create(archive)
    lines = import_sources(archive, sources, job, judged=judged, beside=beside, again=again, limits=limits)
    return _lines(lines)


def _import_passed_over(archive: Path, passed: tuple[Imported, ...], job: Job) -> tuple[Imported, ...]:
    from xinhui_viewer.importers import import_passed_over

    return _lines(import_passed_over(archive, passed, job))


def _lines(report: Iterator[Imported]) -> tuple[Imported, ...]:
    """Return the lines of a report, as far as it came when it was stopped."""
    lines: list[Imported] = []
    with suppress(Cancelled):
        for line in report:
            lines.append(line)
    return tuple(lines)
