"""Paste or type a bulletin: read what was pasted, show the form, and keep it when the archive's queue has its turn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.clipboard import Held, held
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import N_, sentences, tr
from xinhui_viewer.job import Job

if TYPE_CHECKING:
    from xinhui_viewer.archive.archive import Archive
    from xinhui_viewer.archive.write import Added
    from xinhui_viewer.gui.archives.bulletin_form import BulletinForm, Entered
    from xinhui_viewer.importers.run.pasted import Composed
    from xinhui_viewer.records import Draft, Original

CHANNEL = "paste"
KEEP = Kind(N_("Adding a bulletin…"))


class About(NamedTuple):
    """The form of a bulletin that is being added, its title, and the archive on show when the user added it.

    ``flow`` is that of the form's window, which may be gone since.
    """

    flow: Pasting
    form: BulletinForm
    title: str
    shown: Opened | None


class _Read(NamedTuple):
    """The original of what was pasted, the bulletin read from it, and the text to be edited."""

    original: Original
    draft: Draft
    text: str


class Pasting(QObject):
    """Adds bulletins from the clipboard, from a drop and from an empty form to the archive for imports.

    ``files_held`` carries files that were pasted, ``link_wanted`` an address that the user wants to see in the browser,
    ``opened`` the id of the bulletin that is to be read; ``updated`` is emitted when one that was there has changed.
    """

    files_held = Signal(object)
    link_wanted = Signal(str)
    opened = Signal(int)
    updated = Signal()

    def __init__(self, tasks: Tasks, work: WindowWork, archives: Archives, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._work, self._archives = tasks, work, archives
        self._notice, self._parent = notice, parent
        self._awaited: tuple[Path, int] | None = None
        work.ended.connect(self._end)
        archives.opened.connect(self._open_awaited, Qt.ConnectionType.QueuedConnection)

    def paste(self) -> None:
        """Show the form of what the clipboard holds."""
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())  # Qt has none while another program is asked

    @Slot(object)
    def take(self, mime: QMimeData) -> None:
        """Show the form of what was pasted or dropped; files are imported, a link alone is not fetched."""
        found = held(mime)
        if found.files:
            self.files_held.emit(found.files)
        elif found.link:
            told = tr("Pages are not downloaded: open the address in the browser, copy its text and paste that here.")
            self._notice.tell(told, ((tr("Open the address…"), lambda: self.link_wanted.emit(found.link)),))
        elif found.is_empty:
            self._notice.tell(tr("The clipboard holds no text and no picture: copy the text of a bulletin first."))
        else:
            name, now = _named(N_("Pasted {time}"))
            self._tasks.start(CHANNEL, lambda job: _read(found, name, now), self._show)

    def compose(self) -> None:
        """Show an empty form."""
        name, now = _named(N_("Typed {time}"))
        self._open_form(tr("New bulletin"), None, "", lambda entered: _typed(entered, name, now))

    def _show(self, read: _Read) -> None:
        self._open_form(read.original.name, read.draft, read.text, lambda entered: _composed(read, entered))

    def _open_form(self, title: str, draft: Draft | None, text: str, composed: Callable[[Entered], Composed]) -> None:
        from xinhui_viewer.gui.archives.bulletin_form import BulletinForm

        form = BulletinForm(title, self._archives.import_target().name, draft, text, self._parent)
        form.kept.connect(lambda entered: self._keep(form, entered.facts.title, lambda: composed(entered)))
        form.rejected.connect(form.deleteLater)
        form.open()

    def _keep(self, form: BulletinForm, title: str, composed: Callable[[], Composed]) -> None:
        """Queue a bulletin; its form is hidden until that has been kept, and shown again if it could not be."""
        form.hide()
        archive = self._archives.import_target()
        about = About(self, form, title, self._archives.current)
        if archive.exists():
            self._work.change(KEEP, archive, lambda db: _kept(db, composed()), about)
        else:
            self._work.start(KEEP, archive, lambda job: _kept_in_new(archive, composed(), job), about)

    @Slot(object)
    def _end(self, piece: Piece) -> None:
        if piece.kind is not KEEP:
            return
        about: About = piece.about
        mine = about.flow is self
        if piece.error is not None:
            if not mine or not self._parent.isVisible():
                return
            about.form.tell(tr("Nothing was added: you stopped it.") if piece.stopped else str(piece.error))
            about.form.open()
            return
        if mine:
            about.form.deleteLater()
        added: Added = piece.answer
        there = self._archives.show_changed(piece.archive, about.shown)
        self._tell(piece.archive, about.title, added, there)
        if self._archives.own == piece.archive:
            if added.outcome == "duplicate":
                self.updated.emit()
            self.opened.emit(added.ids[0])
        elif there:
            self._awaited = (piece.archive, added.ids[0])

    def _tell(self, archive: Path, title: str, added: Added, there: bool) -> None:
        if added.outcome == "duplicate":
            told = tr("“{title}” is already in the archive: number {id}.")
        elif added.outcome == "revision":
            told = tr("“{title}” was added as another text of its address: number {id}.")
        else:
            told = tr("“{title}” was added: number {id}.")
        told = sentences((told.format(title=title, id=added.ids[0]), *added.notes))
        if there:
            self._notice.tell(told)
        else:
            told = tr("{archive}: {work}").format(archive=archive.name, work=told)
            self._notice.tell(told, (self._archives.offer(archive),))

    @Slot()
    def _open_awaited(self) -> None:
        """Open the bulletin that was added, once its archive is on show."""
        if self._awaited is not None and self._awaited[0] == self._archives.own:
            self.opened.emit(self._awaited[1])
        self._awaited = None


def _named(name: str) -> tuple[str, str]:
    """Return the name of an original that comes into being now, by the local time, and that time in UTC."""
    now = datetime.now(UTC)
    return tr(name).format(time=f"{now.astimezone():%Y-%m-%d %H:%M}"), now.isoformat(timespec="seconds")


# Work in the background.


def _read(found: Held, name: str, now: str) -> _Read:
    from xinhui_viewer.importers.correcting import editable
    from xinhui_viewer.importers.run.pasted import Pasted, read_pasted

    original, draft = read_pasted(Pasted(name, now, found.html, found.text, found.picture, found.url))
    return _Read(original, draft, editable(draft))


def _composed(read: _Read, entered: Entered) -> Composed:
    from xinhui_viewer.importers.run.pasted import Composed

    return Composed(read.original, read.draft, entered.facts, entered.text)


def _typed(entered: Entered, name: str, now: str) -> Composed:
    from xinhui_viewer.importers.run.pasted import typed

    return typed(entered.facts, entered.text or "", name, now)


def _kept(db: Archive, composed: Composed) -> Added:
    from xinhui_viewer.importers.run.pasted import keep

    return keep(db, composed)


def _kept_in_new(archive: Path, composed: Composed, job: Job) -> Added:
    from xinhui_viewer.archive import writing

    if not archive.exists():
        archive.parent.mkdir(parents=True, exist_ok=True)
        writing.create(archive)
    with writing.writing(archive, job) as db:
        return _kept(db, composed)
