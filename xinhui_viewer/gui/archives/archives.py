"""The archive on show: opened, created, or the sample; and the archive for imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.archive.read import info
from xinhui_viewer.errors import MissingArchive, UserError
from xinhui_viewer.gui.parts.notice import Offers
from xinhui_viewer.gui.parts.opened import Opened, sample
from xinhui_viewer.gui.settings import Settings, default_archive, documents
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

CHANNEL = "archive"
_KEPT = 8


@dataclass(frozen=True, slots=True)
class _Checked:
    archive: Opened
    bulletins: int


class Archives(QObject):
    """Holds the archive on show.

    ``opened`` is emitted for another one, ``refreshed`` for changes of it, both with the number of bulletins.
    ``moved`` carries the old and the new path of one that the user has located.
    """

    opened = Signal(object, int)
    refreshed = Signal(object, int)
    failed = Signal(object)
    moved = Signal(str, str)

    def __init__(self, tasks: Tasks, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._settings, self._window = tasks, settings, parent
        self.current: Opened | None = None
        self.stands_in = False  # the sample for an archive that is not there

    def open(self, archive: Opened) -> None:
        """Show an archive after checking that it is readable; else the one on show stays."""
        self._tasks.abandon(CHANNEL)  # it may be looking for an archive on a disk that is away
        self._tasks.start(CHANNEL, lambda job: _check(archive, job), self._show)

    def open_first(self, path: Path) -> None:
        """Show an archive; when it cannot be read, the sample in its place for now."""
        archive = Opened(path)
        self._tasks.start(CHANNEL, lambda job: _check(archive, job), self._show, failed=self._fall_back)

    def open_sample(self) -> None:
        """Show the archive that comes with the program."""
        self.open(sample())

    def choose(self) -> None:
        """Ask for an archive and show it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._window, tr("Open archive"), self._folder(), _kinds())
        if chosen:
            self.open(Opened(Path(chosen)))

    def locate(self, missing: Path) -> None:
        """Ask for the place that an archive was moved to, and show it as it was."""
        title = tr("Where is {name} now?").format(name=missing.name)
        chosen, _kind = QFileDialog.getOpenFileName(self._window, title, self._folder(), _kinds())
        if chosen:
            found = Opened(Path(chosen))
            self._tasks.start(CHANNEL, lambda job: _check(found, job), partial(self._show_moved, str(missing)))

    def offers(self, error: BaseException) -> Offers:
        """Return the offers of a notice on an error: to look again for a missing archive, and to locate it."""
        if not isinstance(error, MissingArchive):
            return ()
        path = error.path
        return (tr("Try again"), lambda: self.open(Opened(path))), (tr("Locate it…"), lambda: self.locate(path))

    def create(self) -> None:
        """Ask for a file name, create an empty archive and show it."""
        start = str(Path(self._folder()) / default_archive().name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, tr("New archive"), start, _kinds())
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".xhdb")
            self._tasks.start(CHANNEL, lambda job: _create(path), self._show)

    @property
    def own(self) -> Path | None:
        """Return the path of the archive on show; None for the sample, which is never written."""
        return None if self.current is None or self.current.sample else self.current.path

    def import_target(self) -> Path:
        """Return the path of the archive for imports: the one on show, or the user's own in the documents folder."""
        return self.own or default_archive()

    def refresh(self) -> None:
        """Show the changes of the archive on show."""
        if self.current is not None:
            self.open(self.current)

    def show_changed(self, path: Path, seen: Opened | None) -> bool:
        """Show an archive that work has changed, unless the user has since left ``seen`` for another.

        Return whether it is shown.
        """
        if self.own != path and self.current != seen:
            return False
        self.open(Opened(path))
        return True

    def show_replaced(self, path: Path, seen: Opened | None) -> bool:
        """Show an archive like ``show_changed``, but as another one, for all its bulletins may differ."""
        if self.own == path or self.current == seen:
            self.current = seen = None
        return self.show_changed(path, seen)

    def offer(self, path: Path) -> tuple[str, Callable[[], None]]:
        """Return the offer of a notice to show another archive."""
        return tr("Open {name}").format(name=path.name), lambda: self.open(Opened(path))

    def _show(self, checked: _Checked) -> None:
        """Show a checked archive, also at the next start."""
        self.stands_in = False
        path = "" if checked.archive.sample else str(checked.archive.path)
        self._settings.set("archive", path)
        if path:
            recent = [path, *(old for old in self._settings.get("recent") if old != path)]
            self._settings.set("recent", recent[:_KEPT])
        self._present(checked)

    def _show_moved(self, old: str, checked: _Checked) -> None:
        recent = [path for path in self._settings.get("recent") if path != old]
        self._settings.set("recent", recent)
        self.moved.emit(old, str(checked.archive.path))
        self._show(checked)

    def _present(self, checked: _Checked) -> None:
        """Show a checked archive, for now."""
        if checked.archive == self.current:
            self.refreshed.emit(checked.archive, checked.bulletins)
            return
        self.current = checked.archive
        self.opened.emit(checked.archive, checked.bulletins)

    def _fall_back(self, error: BaseException) -> None:
        """Show the sample instead of an archive that may be back at the next start; the settings keep its path."""
        self.failed.emit(error)
        archive = sample()
        self._tasks.start(CHANNEL, lambda job: _check(archive, job), self._stand_in)

    def _stand_in(self, checked: _Checked) -> None:
        self.stands_in = True
        self._present(checked)

    def _folder(self) -> str:
        if self.own is not None:
            return str(self.own.parent)
        return str(documents())


def _kinds() -> str:
    return tr("Archives (*.xhdb)")


def _check(archive: Opened, job: Job) -> _Checked:
    with archive.reading() as db:
        return _Checked(archive, info(db).bulletins)


def _create(path: Path) -> _Checked:
    from xinhui_viewer.archive import writing  # with all that derives figures: 90 ms, which reading does not need

    if path.exists():
        problem = tr("{name} already exists.").format(name=path.name)
        raise UserError(problem, tr("Choose another name for the new archive."))
    path.parent.mkdir(parents=True, exist_ok=True)
    writing.create(path)
    return _Checked(Opened(path), 0)
