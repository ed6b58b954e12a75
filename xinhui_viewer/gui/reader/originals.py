"""Save the original of the bulletin on show, byte for byte, and its attachments."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.archive.files import attachment, original
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.gui.reader.whole import ATTACHMENT
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Attached
from xinhui_viewer.text.file_names import attachment_name

CHANNEL = "original"


class Originals(QObject):
    """Saves originals in the background; the dialog asks before it overwrites."""

    def __init__(self, tasks: Tasks, reading: Reading, notice: NoticeBar, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._reading, self._notice = tasks, reading, notice
        self._settings, self._parent = settings, parent
        self._copies: QTemporaryDir | None = None  # removed with the program

    def save(self) -> None:
        """Ask for a place and save the file that the bulletin on show was read from."""
        archive, bulletin = self._reading.archive, self._reading.bulletin
        if archive is None or bulletin is None:
            return
        from xinhui_viewer.exporters.files import original_name  # not for the first bulletin

        name = original_name(bulletin.provenance.name, bulletin.provenance.media_type)
        start = str(Path(self._settings.get("folder") or Path.home()) / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, tr("Save the original"), start)
        if chosen:
            path = Path(chosen)
            self._tasks.start(CHANNEL, lambda job: _save(archive, bulletin.id, path), self._tell)

    def save_attachments(self) -> None:
        """Ask for a folder and save the files that belong to the bulletin on show into it."""
        archive, bulletin = self._reading.archive, self._reading.bulletin
        if archive is None or bulletin is None:
            return
        start = self._settings.get("folder")
        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Save the attachments"), start)
        if chosen:
            folder = Path(chosen)
            self._tasks.start(CHANNEL, lambda job: _save_attachments(archive, bulletin.id, folder), self._tell_count)

    @Slot(str)
    def follow(self, link: str) -> None:
        """Do what a link under the heading of an attachment says; other links are others' concern."""
        kind, _, rest = link.partition(":")
        verb, _, number = rest.partition(":")
        shown = self._reading.bulletin
        if kind + ":" != ATTACHMENT or shown is None:
            return
        one = shown.attached[int(number) - 1]
        if verb == "open":
            self._open(shown.id, one)
        elif verb == "save":
            self._save_one(shown.id, one)
        else:
            self._reading.open_attachment(one.number)

    def _save_one(self, bulletin_id: int, one: Attached) -> None:
        archive = self._reading.archive
        start = str(Path(self._settings.get("folder") or Path.home()) / _file_name(one))
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, tr("Save the attachment"), start)
        if chosen and archive is not None:
            path = Path(chosen)
            self._tasks.start(CHANNEL, lambda job: _save_attachment(archive, bulletin_id, one.name, path), self._tell)

    def _open(self, bulletin_id: int, one: Attached) -> None:
        """Open a copy of an attachment, which cannot be changed, with the system's program for such files."""
        from xinhui_viewer.importers.run.beside import media_type

        archive = self._reading.archive
        if archive is None or not media_type(one.name):  # a file of any kind may be in a mail, a program, too
            self._notice.tell(tr("{name} is no document; save it instead.").format(name=_file_name(one)))
            return
        self._copies = self._copies or QTemporaryDir()
        folder = Path(mkdtemp(dir=self._copies.path()))
        path = folder / _file_name(one)
        self._tasks.start(CHANNEL, lambda job: _copy(archive, bulletin_id, one.name, path), self._open_copy)

    def _open_copy(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._notice.tell(tr("No program for {name} was found; save it instead.").format(name=path.name))

    def _tell_count(self, paths: tuple[Path, ...]) -> None:
        told = trn("{n} file saved in {folder}", "{n} files saved in {folder}", len(paths))
        self._notice.tell(told.format(n=len(paths), folder=paths[0].parent if paths else ""))

    def _tell(self, path: Path) -> None:
        self._notice.tell(tr("Saved: {path}").format(path=path))


def _save(archive: Opened, bulletin_id: int, path: Path) -> Path:
    from xinhui_viewer.exporters.files import save

    with archive.reading() as db:
        kept = original(db, bulletin_id)
    save(path, kept.content)
    return path


def _file_name(one: Attached) -> str:
    from xinhui_viewer.exporters.files import cleaned

    return cleaned(attachment_name(one.name, one.label))


def _save_attachment(archive: Opened, bulletin_id: int, name: str, path: Path) -> Path:
    from xinhui_viewer.exporters.files import save

    with archive.reading() as db:
        kept = attachment(db, bulletin_id, name)
    if kept is not None:
        save(path, kept.content)
    return path


def _copy(archive: Opened, bulletin_id: int, name: str, path: Path) -> Path:
    _save_attachment(archive, bulletin_id, name, path)
    path.chmod(0o400)
    return path


def _save_attachments(archive: Opened, bulletin_id: int, folder: Path) -> tuple[Path, ...]:
    from xinhui_viewer.exporters.attachments import save_attachments

    with archive.reading() as db:
        return save_attachments(db, bulletin_id, folder)
