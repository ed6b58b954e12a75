"""Printing and exporting in the window: the same PDF bytes are previewed, printed and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.gui.paper import pages
from xinhui_viewer.gui.paper.layouts import remember, remembered
from xinhui_viewer.gui.paper.pages import Choices, Saved, Scope, Sheet
from xinhui_viewer.gui.parts.notice import NoticeBar, Offers
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout

if TYPE_CHECKING:
    from xinhui_viewer.gui.paper.export_data import ExportDialog
    from xinhui_viewer.gui.paper.preview import PreviewDialog

CHANNEL = "export"
EXPORT = Kind(N_("Exporting…"), N_("Exporting {done} of {total}"))
Chosen = Callable[[], "Choices | None"]


class Paper(QObject):
    """Makes pages in the background, one set at a time, and previews, prints or saves them."""

    def __init__(
        self,
        tasks: Tasks,
        work: WindowWork,
        notice: NoticeBar,
        chosen: Chosen,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._work, self._notice, self._settings, self._parent = tasks, work, notice, settings, parent
        self._chosen = chosen
        self._choices: Choices | None = None
        self.preview_dialog: PreviewDialog | None = None
        self.export_dialog: ExportDialog | None = None
        work.ended.connect(self._tell_exported)

    @property
    def busy(self) -> bool:
        """Return whether pages or files are being made."""
        return self._tasks.busy(CHANNEL)

    def preview(self) -> None:
        """Show the pages of the chosen bulletins, with their options."""
        self._choices = self._chosen()
        if self._choices is None:
            return
        from xinhui_viewer.gui.paper.preview import PreviewDialog

        dialog = PreviewDialog(self._choices, remembered(self._settings), self._parent)
        dialog.changed.connect(self._remake)
        dialog.save_wanted.connect(self.save_sheet)
        dialog.each_wanted.connect(self._save_each)
        dialog.print_wanted.connect(self.print_sheet)
        dialog.stopped.connect(self._stop)
        dialog.finished.connect(self._forget_preview)
        self.preview_dialog = dialog
        dialog.open()
        self._remake()

    def save(self) -> None:
        """Ask for a place and save the pages of the chosen bulletins there."""
        self._make(self.save_sheet)

    def print_out(self) -> None:
        """Ask for a printer and print the pages of the chosen bulletins."""
        self._make(self.print_sheet)

    def export_data(self) -> None:
        """Ask for a format and a place, and write the chosen bulletins there."""
        self._choices = self._chosen()
        if self._choices is None:
            return
        from xinhui_viewer.gui.paper.export_data import ExportDialog

        self.export_dialog = ExportDialog(self._choices, self._settings, self._parent)
        self.export_dialog.finished.connect(self.export_dialog.deleteLater)
        self.export_dialog.wanted.connect(self._export)
        self.export_dialog.open()

    @Slot(object)
    def save_sheet(self, sheet: Sheet) -> None:
        """Ask where to save a finished PDF; the dialog asks before it overwrites."""
        start = str(Path(self._settings.get("folder") or Path.home()) / sheet.name)
        chosen, _kind = QFileDialog.getSaveFileName(self._asking(), tr("Export PDF"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".pdf")
            self._settings.set("folder", str(path.parent))
            self._tasks.start(CHANNEL, lambda job: pages.save(sheet, path), self._tell_saved, failed=self._failing)

    @Slot(object)
    def print_sheet(self, sheet: Sheet) -> None:
        """Ask for a printer and send a finished PDF to it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from xinhui_viewer.gui.paper import printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet.title)
        if QPrintDialog(printer, self._asking()).exec():
            done = tr("Sent to the printer: {name}").format(name=sheet.title) + _and(sheet.left_out)
            self._tasks.start(
                CHANNEL,
                lambda job: printing.send(sheet.content, sheet.title, printer),
                lambda _answer: self._tell(done),
                failed=self._failing,
            )

    def _make(self, done: Callable[[Sheet], None]) -> None:
        choices, layout = self._chosen(), remembered(self._settings)
        if choices is not None:
            archive, scope = choices.archive, choices.scopes[0]
            self._tasks.start(CHANNEL, lambda job: pages.sheet(archive, scope, layout, job), done)

    @Slot()
    def _remake(self) -> None:
        """Make the pages of the preview again by its current options."""
        dialog, choices = self.preview_dialog, self._choices
        if dialog is None or choices is None:
            return
        archive, scope, layout = choices.archive, dialog.options.scope(), dialog.options.layout_wanted()
        remember(self._settings, layout)
        self._start(lambda job: pages.sheet(archive, scope, layout, job), self._show)

    def _show(self, sheet: Sheet) -> None:
        if self.preview_dialog is not None:
            self.preview_dialog.show_sheet(sheet)

    @Slot(object, object, str)
    def _save_each(self, scope: Scope, layout: Layout, pattern: str) -> None:
        folder = self._folder()
        if folder is not None and self._choices is not None:
            archive = self._choices.archive
            self._start(lambda job: pages.save_each(archive, scope, layout, folder, pattern, job), self._tell_saved)

    @Slot(object, str, object)
    def _export(self, scope: Scope, name: str, target: Path) -> None:
        if self._choices is not None:
            archive = self._choices.archive
            self._work.start_reading(EXPORT, archive.path, lambda job: pages.export(archive, scope, name, target, job))

    @Slot(object)
    def _tell_exported(self, piece: Piece) -> None:
        if piece.kind is EXPORT and piece.error is None:
            self._tell_saved(piece.answer)

    def _start(self, work: Callable[[Job], object], done: Callable[..., None]) -> None:
        """Start work whose progress the preview shows; after a failure the preview stays, for another try."""
        if self.preview_dialog is not None:
            self.preview_dialog.set_busy(True)
        self._tasks.start(CHANNEL, work, done, progress=self._progress, failed=self._fail)

    def _progress(self, done: int, total: int) -> None:
        if self.preview_dialog is not None:
            self.preview_dialog.show_progress(done, total)

    @property
    def _failing(self) -> Callable[[BaseException], None] | None:
        """Return how to report a failure where the preview covers the window; else None, which is the window's way."""
        return self._fail if self.preview_dialog is not None else None

    def _fail(self, error: BaseException) -> None:
        from xinhui_viewer.gui.parts.faults import sentence

        if self.preview_dialog is not None:
            self.preview_dialog.tell(sentence(error)[0], error=True)
        else:
            self._notice.tell(sentence(error)[0], error=True)

    @Slot()
    def _stop(self) -> None:
        self._tasks.drop(CHANNEL)
        if self.preview_dialog is not None:
            self.preview_dialog.set_busy(False)

    @Slot()
    def _forget_preview(self) -> None:
        if self.preview_dialog is not None:
            self.preview_dialog.deleteLater()
            self.preview_dialog = None

    def _asking(self) -> QWidget:
        return self.preview_dialog or self._parent

    def _folder(self) -> Path | None:
        start = self._settings.get("folder") or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self._asking(), tr("Folder for the files"), start)
        if chosen:
            self._settings.set("folder", chosen)
        return Path(chosen) if chosen else None

    def _tell_saved(self, saved: Saved) -> None:
        paths, left_out = saved.paths, _and(saved.left_out)
        folder = QUrl.fromLocalFile(str(paths[0].parent))
        shown = (tr("Open its folder"), lambda: QDesktopServices.openUrl(folder))
        if len(paths) == 1:
            opened = (tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0]))))
            self._tell(tr("Saved: {path}").format(path=paths[0]) + left_out, (opened, shown))
            return
        text = trn("Saved {n} file in {path}", "Saved {n} files in {path}", len(paths))
        self._tell(text.format(n=len(paths), path=paths[0].parent) + left_out, (shown,))

    def _tell(self, text: str, offers: Offers = ()) -> None:
        """Report what was done where the user is: in the preview, else in the window."""
        if self.preview_dialog is not None:
            self.preview_dialog.tell(text, offers)
        else:
            self._notice.tell(text, offers)


def _and(sentence: str) -> str:
    return f" · {sentence}" if sentence else ""
