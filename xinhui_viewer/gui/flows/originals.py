"""From the archive back to a file: the original of the bulletin on show, byte for byte."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from xinhui_viewer.gui.opened import Opened
from xinhui_viewer.gui.panes.notice import NoticeBar
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.gui.window import Window
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin

CHANNEL = "original"


class Originals(QObject):
    """Saves originals beside the window; the dialog asks before it overwrites."""

    def __init__(self, tasks: Tasks, notice: NoticeBar, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._notice, self._window = tasks, notice, window

    def save(self, archive: Opened, bulletin: Bulletin) -> None:
        """Ask for a place and save the file that a bulletin was read from."""
        start = str(Path(self._window.settings.get("folder") or Path.home()) / bulletin.provenance.name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, tr("Save the original"), start)
        if chosen:
            path = Path(chosen)
            self._tasks.start(CHANNEL, lambda job: _save(archive, bulletin.id, path), self._tell)

    def _tell(self, path: Path) -> None:
        self._notice.tell(tr("Saved: {path}").format(path=path))


def _save(archive: Opened, bulletin_id: int, path: Path) -> Path:
    from xinhui_viewer.archive.read import original
    from xinhui_viewer.exporters.files import save

    with archive.reading() as db:
        kept = original(db, bulletin_id)
    save(path, kept.content)
    return path
