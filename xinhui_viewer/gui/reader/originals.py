"""Save the original of the bulletin on show, byte for byte, and its attachments."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.archive.files import original
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr, trn

CHANNEL = "original"


class Originals(QObject):
    """Saves originals in the background; the dialog asks before it overwrites."""

    def __init__(self, tasks: Tasks, reading: Reading, notice: NoticeBar, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._reading, self._notice = tasks, reading, notice
        self._settings, self._parent = settings, parent

    def save(self) -> None:
        """Ask for a place and save the file that the bulletin on show was read from."""
        archive, bulletin = self._reading.archive, self._reading.bulletin
        if archive is None or bulletin is None:
            return
        start = str(Path(self._settings.get("folder") or Path.home()) / bulletin.provenance.name)
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


def _save_attachments(archive: Opened, bulletin_id: int, folder: Path) -> tuple[Path, ...]:
    from xinhui_viewer.exporters.attachments import save_attachments

    with archive.reading() as db:
        return save_attachments(db, bulletin_id, folder)
