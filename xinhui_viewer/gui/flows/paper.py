"""From bulletins to paper: the same PDF bytes are previewed, printed and saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.gui.opened import Opened
from xinhui_viewer.gui.panes.notice import NoticeBar
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.gui.window import Window
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

if TYPE_CHECKING:
    from xinhui_viewer.gui.dialogs.preview import PreviewDialog

CHANNEL = "export"
Chosen = Callable[[], "tuple[Opened, tuple[int, ...]] | None"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished PDF, the file name it would be saved under and the title it is printed under."""

    content: bytes
    name: str
    title: str


class Paper(QObject):
    """Makes summary sheets beside the window, one at a time, and previews, prints or saves them."""

    def __init__(self, tasks: Tasks, notice: NoticeBar, chosen: Chosen, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._notice, self._settings, self._window = tasks, notice, window.settings, window
        self._chosen = chosen
        self.preview_dialog: PreviewDialog | None = None

    @property
    def busy(self) -> bool:
        return self._tasks.busy(CHANNEL)

    def preview(self) -> None:
        """Show the pages of the chosen bulletins before they are printed or saved."""
        self._make(self._show)

    def save(self) -> None:
        """Ask for a place and save the pages of the chosen bulletins there."""
        self._make(self.save_sheet)

    def print_out(self) -> None:
        """Ask for a printer and print the pages of the chosen bulletins."""
        self._make(self.print_sheet)

    @Slot(object)
    def save_sheet(self, sheet: Sheet) -> None:
        """Ask where to save a finished PDF; the dialog asks before it overwrites."""
        start = str(Path(self._settings.get("folder") or Path.home()) / sheet.name)
        chosen, _kind = QFileDialog.getSaveFileName(self._asking(), tr("Export PDF"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".pdf")
            self._settings.set("folder", str(path.parent))
            self._tasks.start(CHANNEL, lambda job: _save(sheet, path), self._tell_saved)

    @Slot(object)
    def print_sheet(self, sheet: Sheet) -> None:
        """Ask for a printer and send a finished PDF to it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from xinhui_viewer.gui import printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet.title)
        if QPrintDialog(printer, self._asking()).exec():
            done = tr("Sent to the printer: {name}").format(name=sheet.title)
            self._tasks.start(
                CHANNEL,
                lambda job: printing.send(sheet.content, sheet.title, printer),
                lambda _answer: self._notice.tell(done),
            )

    def _make(self, done: Callable[[Sheet], None]) -> None:
        chosen = self._chosen()
        if chosen is not None:
            archive, ids = chosen
            self._tasks.start(CHANNEL, lambda job: _sheet(archive, ids, job), done)

    def _show(self, sheet: Sheet) -> None:
        from xinhui_viewer.gui.dialogs.preview import PreviewDialog

        dialog = PreviewDialog(sheet, self._window)
        dialog.save_wanted.connect(self.save_sheet)
        dialog.print_wanted.connect(self.print_sheet)
        dialog.finished.connect(self._forget_preview)
        self.preview_dialog = dialog
        dialog.open()

    @Slot()
    def _forget_preview(self) -> None:
        if self.preview_dialog is not None:
            self.preview_dialog.deleteLater()
            self.preview_dialog = None

    def _asking(self) -> QWidget:
        return self.preview_dialog or self._window

    def _tell_saved(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        offers = (
            (tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
            (tr("Open its folder"), lambda: QDesktopServices.openUrl(folder)),
        )
        self._notice.tell(tr("Saved: {path}").format(path=path), offers)


def _sheet(archive: Opened, ids: tuple[int, ...], job: Job) -> Sheet:
    from xinhui_viewer.exporters.files import file_name
    from xinhui_viewer.exporters.pdf import pdf
    from xinhui_viewer.summary.compose import compose

    with archive.reading() as db:
        composed = compose(db, ids)
    first = composed.entries[0]
    return Sheet(pdf(composed, job), file_name(first, "pdf"), composed.title or first.title)


def _save(sheet: Sheet, path: Path) -> Path:
    from xinhui_viewer.exporters.files import save

    save(path, sheet.content)
    return path
