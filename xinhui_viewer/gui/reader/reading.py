"""Reading a bulletin: opens it, keeps the panes at the reader's place, and keeps the history of places."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import Place, Tab
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.reader.alike import LookForAlike
from xinhui_viewer.gui.reader.breadcrumbs import BreadcrumbBar
from xinhui_viewer.gui.reader.goal import place as place_of
from xinhui_viewer.gui.reader.loading import Loaded, loaded, marked, offset_of, place_in
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.sections import Sections
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.reader.visits import Visits
from xinhui_viewer.gui.reader.whole import BULLETIN, Whole
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.records import Bulletin, KeyFigure, Section, Span
from xinhui_viewer.search.sought import Sought


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes that show one bulletin."""

    reader: ReaderPane
    breadcrumbs: BreadcrumbBar
    beside: tuple[SidePane, ...]


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
        self._sought = Sought()
        self._images: dict[str, bytes] = {}
        self._visits, self._alike = Visits(), LookForAlike(tasks, panes.beside)
        self._whole: Whole | None = None
        self._nth = 0  # in its original
        self._goal: KeyFigure | None = None
        self._places = Sections()
        self.bulletin: Bulletin | None = None
        self._connect()

    def show_archive(self, archive: Opened) -> None:
        """Close the bulletin and clear the history: another archive is on show."""
        self.archive, self._visits = archive, Visits()
        self.close()

    def tab(self) -> Tab:
        """Return the history with the reader's place, as a tab keeps them."""
        self._leave()
        return self._visits.tab(self._panes.reader.sought)

    def show_tab(self, tab: Tab) -> None:
        """Show another history at its present place, or no bulletin when it is empty."""
        self._visits = Visits(tab)
        present = self._visits.present
        self._load(present, sought_here=tab.sought) if present is not None else self.close()

    def close(self) -> None:
        """Show no bulletin."""
        self._tasks.drop("open")
        self._show(None)

    def open(self, bulletin_id: int, *, enter: bool = False) -> None:
        """Show a bulletin with the searched words marked; ``enter`` moves the focus to its first match."""
        if self.bulletin is not None and self.bulletin.id == bulletin_id:
            self._enter() if enter else None
            return
        self._leave()
        self._load(self._visits.add(bulletin_id), enter=enter)

    @Slot(str)
    def follow(self, link: str) -> None:
        """Show the bulletin that a link leads to; other links are others' concern."""
        if link.startswith(BULLETIN):
            self.open(int(link.removeprefix(BULLETIN)))

    def open_figure(self, key: KeyFigure) -> None:
        """Show a bulletin at one of its figures, marked; the attachment that it stands in is opened."""
        here = self.bulletin is not None and self.bulletin.id == key.bulletin_id
        self._go_to_figure(key) if here else self.open(key.bulletin_id)
        self._goal = key

    def mark(self, sought: Sought) -> None:
        """Mark something else in the text."""
        self._sought = sought
        read, shown = self.bulletin, self._whole
        if read is not None and shown is not None:
            self._tasks.start("mark", lambda job: marked(read, shown, sought), self._take_marks)

    @property
    def can_go_back(self) -> bool:
        """Return whether there is an earlier place."""
        return self._visits.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Return whether there is a place that going back left."""
        return self._visits.can_go_forward

    def back(self) -> None:
        """Return to the previous place."""
        self._revisit(-1)

    def forward(self) -> None:
        """Undo going back."""
        self._revisit(1)

    def open_attachment(self, number: int) -> None:
        """Show the text of an attachment under its heading, or hide it."""
        if (here := self._here()) is not None:
            self._load(replace(here, opened=(here.opened or frozenset()) ^ {number}))

    @Slot()
    def reload(self) -> None:
        """Read the bulletin on show again from the archive, and keep the reader's place."""
        if self.bulletin is not None:
            self._revisit(0, anew=True)

    def next_section(self, step: int = 1) -> None:
        """Go to the heading below, or above, the reading line."""
        if self._sections:
            self._panes.reader.go_to_section(self._places.beside(self._panes.reader.section(), step))

    def parent_section(self) -> None:
        """Go to the heading over the section being read."""
        path = self._places.path(self._panes.reader.section())
        if len(path) > 1:
            self._panes.reader.go_to_section(path[-2])

    def place(self) -> tuple[int, int, float, int]:
        """Return the section being read, how many there are, the fraction read, and the text's length."""
        if self._whole is None:
            return 0, 0, 0.0, 0
        reader = self._panes.reader
        return *self._places.count(reader.section()), reader.progress(), len(self._whole.bulletin.body)

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
        panes.reader.progressed.connect(self.moved)
        panes.reader.link_clicked.connect(self.follow)
        for pane in panes.beside:
            pane.link_clicked.connect(self.follow)
            pane.section_chosen.connect(panes.reader.go_to_section)
            pane.match_chosen.connect(panes.reader.go_to_match)
            pane.span_chosen.connect(panes.reader.go_to_span)
        panes.breadcrumbs.section_step_chosen.connect(self._go_to_step)

    def _leave(self) -> None:
        here, present = self._here(), self._visits.present
        if here is not None and present is not None and here.id == present.id:
            self._visits.leave(here)

    def _here(self) -> Place | None:
        """Return the reader's place; None while another bulletin is being opened."""
        if self.bulletin is None or self._whole is None or self._tasks.busy("open"):
            return None
        return place_in(self.bulletin, self._whole, self._nth, self._panes.reader.place())

    def _revisit(self, step: int, *, anew: bool = False) -> None:
        """Go to a visited bulletin; one read ``anew`` shows attachments that it did not have, if none were open."""
        self._leave()
        if visit := self._visits.step(step):
            self._load(replace(visit, opened=visit.opened or None) if anew else visit)

    def _load(self, place: Place, *, enter: bool = False, sought_here: str | None = None) -> None:
        """Show the bulletin of a place there; ``sought_here`` are the words of the find bar, None as they are."""
        if self.archive is None:
            return
        archive, sought, self._goal = self.archive, self._sought, None

        def show(answer: Loaded) -> None:
            self._images = answer.images
            self._tasks.drop("mark")  # those are places in the previous bulletin
            if sought_here is not None:
                self._panes.reader.set_find(sought_here)
            self._show(answer)
            known = place_in(answer.bulletin, answer.whole, answer.nth, 0)
            self._visits.leave(replace(known, offset=place.offset, line=place.line))
            if self._sought != sought:
                self.mark(self._sought)
            if self._goal is not None:
                self._go_to_figure(self._goal)
            elif place.offset:
                self._panes.reader.go_to(offset_of(place, answer.whole.bulletin.body))
            elif place.offset is None and answer.spans and not answer.of_title:
                self._panes.reader.go_to_match(answer.first)
            if enter:
                self._enter(answer.first)

        self._tasks.start("open", lambda job: loaded(archive, place, sought, job), show, failed=self._fail)

    def _fail(self, error: BaseException) -> None:
        self._show(None)  # rather than the text of another bulletin
        self.failed.emit(error)

    def _enter(self, match: int = 0) -> None:
        self._panes.reader.setFocus()
        self._panes.reader.go_to_match(match)

    def _show(self, answer: Loaded | None) -> None:
        self.bulletin, self._whole = (answer.bulletin, answer.whole) if answer else (None, None)
        self._nth = answer.nth if answer else 0
        self._alike.show(self.archive, self.bulletin)
        text = answer.whole.bulletin if answer else None
        self._places = Sections(self._sections)
        self._panes.reader.show_bulletin(text, self._theme, answer.whole if answer else None)
        for pane in self._panes.beside:
            pane.show_bulletin(self.bulletin)
            pane.show_text(text)
        self._mark(answer.spans if answer else ())
        self._follow(self._panes.reader.section())
        self.shown.emit(self.bulletin)

    def _take_marks(self, answer: tuple[tuple[Span, ...], bool]) -> None:
        spans, elsewhere = answer
        if elsewhere and self.bulletin is not None:
            self._load(Place(self.bulletin.id))
        else:
            self._mark(spans)

    def _mark(self, spans: tuple[Span, ...]) -> None:
        text = self._whole.bulletin if self._whole is not None else None
        self._panes.reader.show_matches(spans)
        for pane in self._panes.beside:
            pane.show_spans(text, spans)
        self.matches_changed.emit(0, len(spans))

    @Slot(int)
    def _follow(self, section: int) -> None:
        columns = self.bulletin.facts.columns if self.bulletin is not None else ()
        self._panes.breadcrumbs.show_path(columns, self._places.names(section))
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

    def _go_to_figure(self, key: KeyFigure) -> None:
        if self._whole is not None and (span := place_of(key, self._whole)) is not None:
            self._panes.reader.go_to_span(span)
        elif key.attachment is not None:
            self.open_attachment(key.attachment.number)
            self._goal = key

    @Slot(int)
    def _go_to_step(self, step: int) -> None:
        path = self._places.path(self._panes.reader.section())
        if step < len(path):
            self._panes.reader.go_to_section(path[step])

    @property
    def text(self) -> Bulletin | None:
        """The text on show: that of the page with those of its opened attachments."""
        return self._whole.bulletin if self._whole is not None else None

    @property
    def _sections(self) -> tuple[Section, ...]:
        """The sections of the text on show."""
        return self._whole.bulletin.sections if self._whole is not None else ()
