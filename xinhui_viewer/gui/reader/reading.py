"""Reading a bulletin: opens it, keeps the panes at the reader's place, and keeps the history of places."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from xinhui_viewer.facts import day_text
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.reader.breadcrumbs import BreadcrumbBar
from xinhui_viewer.gui.reader.loading import Loaded, loaded, matches_in
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.records import Bulletin, Figure, Span, Word

_VISITS = 200


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes that show one bulletin."""

    reader: ReaderPane
    breadcrumbs: BreadcrumbBar
    beside: tuple[SidePane, ...]


@dataclass(frozen=True, slots=True)
class _Visit:
    id: int
    place: int


class Reading(QObject):
    """The bulletin on show and the history of places.

    ``shown`` is emitted for another bulletin or none, ``failed`` with the reason why one cannot be shown.
    """

    shown = Signal(object)
    failed = Signal(object)
    matches_changed = Signal(int, int)
    moved = Signal()

    def __init__(self, tasks: Tasks, panes: Panes, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._panes, self._theme = tasks, panes, theme
        self.archive: Opened | None = None
        self._words: tuple[Word, ...] = ()
        self._images: dict[str, bytes] = {}
        self._visits: list[_Visit] = []
        self._at = -1
        self._goal: Figure | None = None
        self.bulletin: Bulletin | None = None
        self._connect()

    def show_archive(self, archive: Opened) -> None:
        """Close the bulletin and clear the history: another archive is on show."""
        self.archive, self._visits, self._at = archive, [], -1
        self.close()

    def close(self) -> None:
        """Show no bulletin."""
        self._tasks.drop("open")
        self._show(None, ())

    def open(self, bulletin_id: int, *, enter: bool = False) -> None:
        """Show a bulletin with the searched words marked; ``enter`` moves the focus to its first match."""
        if self.bulletin is not None and self.bulletin.id == bulletin_id:
            self._enter() if enter else None
            return
        self._leave()
        self._visits = [*self._visits[: self._at + 1], _Visit(bulletin_id, 0)][-_VISITS:]
        self._at = len(self._visits) - 1
        self._load(bulletin_id, 0, enter)

    def open_figure(self, bulletin_id: int, figure: Figure) -> None:
        """Show a bulletin at one of its figures, marked."""
        here = self.bulletin is not None and self.bulletin.id == bulletin_id
        self._go_to_figure(figure) if here else self.open(bulletin_id)
        self._goal = None if here else figure

    def mark(self, words: tuple[Word, ...]) -> None:
        """Mark other words in the text."""
        self._words = words
        if self.bulletin is not None:
            body = self.bulletin.body
            self._tasks.start("mark", lambda job: matches_in(body, words), self._mark)

    @property
    def can_go_back(self) -> bool:
        """Return whether there is an earlier place."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Return whether there is a place that going back left."""
        return self._at < len(self._visits) - 1

    def back(self) -> None:
        """Return to the previous place."""
        self._revisit(-1)

    def forward(self) -> None:
        """Undo going back."""
        self._revisit(1)

    @Slot()
    def reload(self) -> None:
        """Read the bulletin on show again from the archive, and keep the reader's place."""
        if self.bulletin is not None:
            self._revisit(0)

    def next_section(self, step: int = 1) -> None:
        """Go to the heading below, or above, the reading line."""
        if self.bulletin is not None and self.bulletin.sections:
            last = len(self.bulletin.sections) - 1
            self._panes.reader.go_to_section(min(max(self._panes.reader.section() + step, 0), last))

    def parent_section(self) -> None:
        """Go to the heading over the section being read."""
        path = self._section_path(self._panes.reader.section())
        if len(path) > 1:
            self._panes.reader.go_to_section(path[-2])

    def copy(self) -> None:
        """Copy the text selected."""
        self._panes.reader.copy_text()

    def copy_with_source(self) -> None:
        """Copy the selected text with its origin, as a footnote needs it; without a selection, the origin alone."""
        shown = self.bulletin
        if shown is not None:
            facts = shown.facts
            origin = (facts.title, facts.source, day_text(facts), facts.url, f"SHA-256 {shown.provenance.sha256}")
            text = (self._panes.reader.selected_text(), *origin)
            QGuiApplication.clipboard().setText("\n".join(part for part in text if part))

    def copy_reference(self) -> None:
        """Copy the reference to the bulletin, by GB/T 7714."""
        from xinhui_viewer.summary.cite import reference

        if self.bulletin is not None:
            QGuiApplication.clipboard().setText(reference(self.bulletin))

    def copy_section(self, index: int) -> None:
        """Copy a section with its heading, unchanged."""
        if self.bulletin is not None and index < len(self.bulletin.sections):
            section = self.bulletin.sections[index]
            QGuiApplication.clipboard().setText(self.bulletin.body[section.start : section.end].strip())

    def place(self) -> tuple[int, int, float, int]:
        """Return the section being read, how many there are, the fraction read, and the text's length."""
        if self.bulletin is None:
            return 0, 0, 0.0, 0
        reader = self._panes.reader
        return reader.section() + 1, len(self.bulletin.sections), reader.progress(), len(self.bulletin.body)

    def set_theme(self, theme: Theme) -> None:
        """Show the text in other colours."""
        self._theme = theme
        self._panes.reader.set_theme(theme)
        for pane in self._panes.beside:
            pane.set_theme(theme)

    def image(self, name: str) -> bytes | None:
        """Return an image of the bulletin on show, from memory."""
        return self._images.get(name)

    def _connect(self) -> None:
        panes = self._panes
        panes.reader.set_images(self.image)
        panes.reader.section_reached.connect(self._follow)
        panes.reader.sections_visible.connect(self._follow_visible)
        panes.reader.match_reached.connect(self._reach_match)
        panes.reader.progressed.connect(self._progress)
        for pane in panes.beside:
            pane.section_chosen.connect(self._go_to_section)
            pane.match_chosen.connect(panes.reader.go_to_match)
            pane.span_chosen.connect(panes.reader.go_to_span)
        panes.breadcrumbs.section_step_chosen.connect(self._go_to_step)

    def _leave(self) -> None:
        if 0 <= self._at < len(self._visits) and self.bulletin is not None:
            self._visits[self._at] = _Visit(self._visits[self._at].id, self._panes.reader.place())

    def _revisit(self, step: int) -> None:
        if 0 <= self._at + step < len(self._visits):
            self._leave()
            self._at += step
            visit = self._visits[self._at]
            self._load(visit.id, visit.place, enter=False)

    def _load(self, bulletin_id: int, place: int, enter: bool) -> None:
        if self.archive is None:
            return
        archive, sought, self._goal = self.archive, self._words, None

        def show(answer: Loaded) -> None:
            self._images = answer.images
            self._tasks.drop("mark")  # those are places in the previous bulletin
            self._show(answer.bulletin, answer.spans)
            if self._words != sought:
                self.mark(self._words)
            if self._goal is not None:
                self._go_to_figure(self._goal)
            elif place:
                self._panes.reader.go_to(place)
            elif answer.spans:
                self._panes.reader.go_to_match(0)
            if enter:
                self._enter()

        self._tasks.start("open", lambda job: loaded(archive, bulletin_id, sought, job), show, failed=self._fail)

    def _fail(self, error: BaseException) -> None:
        self._show(None, ())  # rather than the text of another bulletin
        self.failed.emit(error)

    def _enter(self) -> None:
        self._panes.reader.setFocus()
        self._panes.reader.go_to_match(0)

    def _show(self, shown: Bulletin | None, spans: tuple[Span, ...]) -> None:
        self.bulletin = shown
        self._panes.reader.show_bulletin(shown, self._theme)
        for pane in self._panes.beside:
            pane.show_bulletin(shown)
        self._mark(spans)
        self._follow(self._panes.reader.section())
        self.shown.emit(shown)

    def _mark(self, spans: tuple[Span, ...]) -> None:
        self._panes.reader.show_matches(spans)
        for pane in self._panes.beside:
            pane.show_spans(self.bulletin, spans)
        self.matches_changed.emit(0, len(spans))

    @Slot(int)
    def _follow(self, section: int) -> None:
        columns = self.bulletin.facts.columns if self.bulletin is not None else ()
        sections = self.bulletin.sections if self.bulletin is not None else ()
        path = tuple(sections[step].heading for step in self._section_path(section))
        self._panes.breadcrumbs.show_path(columns, path)
        self.moved.emit()

    @Slot(int, int)
    def _follow_visible(self, first: int, last: int) -> None:
        for pane in self._panes.beside:
            pane.follow(self._panes.reader.section(), first, last)

    @Slot(int, int)
    def _reach_match(self, at: int, total: int) -> None:
        for pane in self._panes.beside:
            pane.follow_match(at - 1)
        self.matches_changed.emit(at, total)

    @Slot(float)
    def _progress(self, _fraction: float) -> None:
        self.moved.emit()

    @Slot(int)
    def _go_to_section(self, index: int) -> None:
        self._panes.reader.go_to_section(index)

    def _go_to_figure(self, figure: Figure) -> None:
        self._panes.reader.go_to_span((figure.start, figure.start + len(figure.text)))

    @Slot(int)
    def _go_to_step(self, step: int) -> None:
        path = self._section_path(self._panes.reader.section())
        if step < len(path):
            self._panes.reader.go_to_section(path[step])

    def _section_path(self, section: int) -> tuple[int, ...]:
        if self.bulletin is None or section < 0:
            return ()
        sections, path = self.bulletin.sections, [section]
        for index in range(section - 1, -1, -1):
            if sections[index].level < sections[path[0]].level:
                path.insert(0, index)
        return tuple(path)
