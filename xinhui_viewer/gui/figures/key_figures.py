"""The key figures of the whole archive: asks for them page by page, opens them in the text and exports them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.archive.figures import count, listed, units, with_contexts
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.archive.places import columns
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import FigureFilter, KeyFigure, joined
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.places import of_column

if TYPE_CHECKING:
    from xinhui_viewer.archive.figures import FigureField
    from xinhui_viewer.gui.figures.all_model import KeyFiguresModel
    from xinhui_viewer.gui.figures.all_view import FiguresView
    from xinhui_viewer.records import FigureFilter

CHANNEL = "figures"
EXPORT = Kind(N_("Exporting key figures…"))
_PAGE = 200


class _Asked(NamedTuple):
    words: tuple[str, ...]
    unit: str
    kind: str
    query: str
    period: str
    column: tuple[str, ...]
    by: FigureField
    falling: bool


class KeyFiguresFlow(QObject):
    """Holds the window of the figures while it is open; ``opened`` carries a figure to be shown in its text."""

    opened = Signal(object)

    def __init__(self, tasks: Tasks, work: WindowWork, notice: NoticeBar, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._work, self._notice, self._settings, self._parent = tasks, work, notice, settings, parent
        self._archive: Opened | None = None
        self._model: KeyFiguresModel | None = None
        self.view: FiguresView | None = None
        work.ended.connect(self._tell)

    @Slot(object)
    def show_archive(self, archive: Opened) -> None:
        """Close the window: another archive is on show."""
        self._archive = archive
        self._close()

    def show(self) -> None:
        """Show the figures of the archive, or bring their window to the front."""
        if self.view is None and self._archive is not None:
            self._build(self._archive)
        if self.view is not None:
            self.view.show()
            self.view.activateWindow()

    def _build(self, archive: Opened) -> None:
        from xinhui_viewer.gui.figures.all_model import KeyFiguresModel
        from xinhui_viewer.gui.figures.all_view import FiguresView

        self._model = KeyFiguresModel(self)
        self.view = FiguresView(self._model, self._parent)
        self.view.wanted.connect(self._ask)
        self.view.opened.connect(self.opened)
        self.view.export_wanted.connect(self._export)
        self.view.finished.connect(self._close)
        self._model.more_wanted.connect(self._fetch)
        self._tasks.start("units", lambda job: _offered(archive, job), self._offer)
        self._ask()

    def _asked(self, view: FiguresView) -> _Asked:
        unit = view.unit.currentText() if view.unit.currentIndex() > 0 else ""
        words = tuple(view.words.text().split())
        column = tuple(view.column.currentData())
        kind, query, period = view.kind.currentData(), view.query.text(), view.period.text().strip()
        return _Asked(words, unit, kind, query, period, column, view.by, view.falling)

    def _offer(self, offered: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]) -> None:
        if self.view is not None:
            self.view.offer(*offered)

    @Slot()
    def _ask(self) -> None:
        if self.view is not None and self._archive is not None:
            archive, asked = self._archive, self._asked(self.view)
            self._tasks.start(CHANNEL, lambda job: _first(archive, asked, job), self._show)

    def _show(self, answer: tuple[tuple[KeyFigure, ...], int]) -> None:
        if self.view is not None and self._model is not None:
            self._model.show(*answer)
            self.view.show_count(answer[1])

    @Slot(int)
    def _fetch(self, offset: int) -> None:
        # A page asked for while a newer query waits is of the old list, and would replace the query.
        if self.view is not None and self._archive is not None and self._model and not self._tasks.busy(CHANNEL):
            archive, asked = self._archive, self._asked(self.view)
            self._tasks.start(CHANNEL, lambda job: _page(archive, asked, offset, job), self._model.extend)

    @Slot()
    def _export(self) -> None:
        if self.view is None or self._archive is None:
            return
        archive, asked = self._archive, self._asked(self.view)
        start = str(Path(self._settings.get("folder") or Path.home()) / "figures.csv")
        chosen, _kind = QFileDialog.getSaveFileName(
            self.view, tr("Export key figures"), start, "CSV (*.csv);;JSON (*.json)"
        )
        if chosen:
            path = Path(chosen)
            self._work.start_reading(EXPORT, archive.path, lambda job: _save(archive, asked, path, job))

    @Slot(object)
    def _tell(self, piece: Piece) -> None:
        if piece.kind is EXPORT and piece.error is None:
            self._notice.tell(tr("Saved: {path}").format(path=piece.answer))

    @Slot()
    def _close(self) -> None:
        view, self.view, self._model = self.view, None, None
        if view is not None:
            self._tasks.drop(CHANNEL)
            self._tasks.drop("units")
            view.close()
            view.deleteLater()


def _offered(archive: Opened, job: Job) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the units of the figures and the paths of the columns, for the filter."""
    with archive.reading(job) as db:
        return units(db), tuple(sorted(path for path in columns(db).values() if path))


def _filter(asked: _Asked) -> FigureFilter:
    columns = (of_column(asked.column),) if asked.column else ()
    of = joined(parse(asked.query).root, *columns)
    return FigureFilter(of, asked.words, asked.unit, asked.kind, asked.period)


def _page(archive: Opened, asked: _Asked, offset: int, job: Job, limit: int = _PAGE) -> tuple[KeyFigure, ...]:
    with archive.reading(job) as db:
        return with_contexts(db, listed(Plans(db), _filter(asked), asked.by, asked.falling, limit, offset))


def _first(archive: Opened, asked: _Asked, job: Job) -> tuple[tuple[KeyFigure, ...], int]:
    wanted = _filter(asked)
    with archive.reading(job) as db:
        plans = Plans(db)
        first = listed(plans, wanted, asked.by, asked.falling, _PAGE)
        return with_contexts(db, first), count(plans, wanted)


def _save(archive: Opened, asked: _Asked, path: Path, job: Job) -> Path:
    from xinhui_viewer.exporters.figures import figures_csv, figures_json
    from xinhui_viewer.exporters.files import save

    keys = _page(archive, asked, 0, job, limit=-1)
    save(path, figures_json(keys) if path.suffix.lower() == ".json" else figures_csv(keys))
    return path
