"""The tabs: each is a value, and only the current one is on show in the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import MOST_TABS, Place, Tab
from xinhui_viewer.gui.reader.known_places import known
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.gui.reader.tab_strip import TabStrip
from xinhui_viewer.gui.tasks import Tasks

_MOST_CLOSED = 30


class Tabs(QObject):
    """Opens, closes and orders tabs; ``changed`` is emitted when there are others, ``lost`` with the number of those
    whose bulletins are gone, ``full`` when no more can be opened.
    """

    changed = Signal()
    lost = Signal(int)
    full = Signal()

    def __init__(self, tasks: Tasks, reading: Reading, strip: TabStrip) -> None:
        super().__init__(strip)
        self._tasks, self._reading, self._strip = tasks, reading, strip
        self._tabs: list[Tab] = [Tab()]
        self._closed: list[tuple[int, Tab]] = []
        self._aside = 0  # tabs that were opened behind the current one since it was chosen
        self.current = 0
        reading.shown.connect(self._show)
        strip.chosen.connect(self.choose)
        strip.closed.connect(self.close)
        strip.reordered.connect(self._take_order)

    def tabs(self) -> tuple[Tab, ...]:
        """Return all tabs, the current one with the reader's place."""
        self._tabs[self.current] = self._reading.tab()
        return tuple(self._tabs)

    @property
    def count(self) -> int:
        """Return the number of tabs."""
        return len(self._tabs)

    @property
    def can_reopen(self) -> bool:
        """Return whether there is a closed tab."""
        return bool(self._closed)

    def show_archive(self, archive: Opened, tabs: Sequence[Tab], current: int) -> None:
        """Show tabs of another archive, or an empty one; those whose bulletins are gone are closed."""
        self._tasks.drop("tabs")
        self._tabs, self._closed = [*tabs] or [Tab()], []
        self.current = min(max(current, 0), len(self._tabs) - 1)
        self._aside = 0
        self._reading.show_archive(archive)
        if self._tabs[self.current].history:
            self._reading.show_tab(self._tabs[self.current])
        self._show()
        self._look_up()

    def new(self, tab: Tab | None = None, at: int | None = None) -> None:
        """Open a tab, an empty one behind the current one, and show it."""
        if self._has_room():
            self._leave()
            at = self.current + 1 if at is None else min(at, len(self._tabs))
            self._tabs.insert(at, tab or Tab())
            self._go_to(at)

    def open_aside(self, bulletin_id: int, title: str = "") -> None:
        """Open a bulletin in a tab behind the current one, which stays; at once if the current one is empty."""
        if not self._tabs[self.current].history and self._reading.bulletin is None:
            self._reading.open(bulletin_id)
        elif self._has_room():
            self._aside += 1
            self._tabs.insert(self.current + self._aside, Tab((Place(bulletin_id, title=title),), 0))
            self._show()
            self._look_up()

    @Slot(int)
    def choose(self, index: int) -> None:
        """Show a tab."""
        if index != self.current and 0 <= index < len(self._tabs):
            self._leave()
            self._go_to(index)

    def step(self, by: int) -> None:
        """Show the tab to the right (1) or to the left (-1), round the ends."""
        self.choose((self.current + by) % len(self._tabs))

    @Slot(int)
    def close(self, index: int | None = None) -> None:
        """Close a tab, by default the current one; the only one is emptied."""
        at = self.current if index is None else index
        self._leave()
        self._keep_closed(at)
        del self._tabs[at]
        if at == self.current:
            self._tabs = self._tabs or [Tab()]
            self._go_to(min(at, len(self._tabs) - 1))
        else:
            self.current -= at < self.current
            self._show()

    def close_others(self, index: int, *, right: bool = False) -> None:
        """Close all tabs but one, or those to its right."""
        for at in reversed(range(len(self._tabs))):
            if at > index or (at < index and not right):
                self.close(at)

    def reopen(self) -> None:
        """Open the tab that was closed last, with its place and history, and show it."""
        if self._closed and self._has_room():
            at, tab = self._closed.pop()
            if len(self._tabs) == 1 and not self.tabs()[0].history:
                self._tabs = [tab]
                self._go_to(0)
            else:
                self.new(tab, at)

    def take(self, index: int) -> Tab:
        """Close a tab that is opened elsewhere, and return it."""
        tab = self.tabs()[index]
        self.close(index)
        self._closed.pop()
        return tab

    # Inside

    def _leave(self) -> None:
        self._tabs[self.current] = self._reading.tab()

    def _go_to(self, index: int) -> None:
        self.current, self._aside = index, 0
        self._reading.show_tab(self._tabs[index])
        self._show()

    def _keep_closed(self, at: int) -> None:
        if self._tabs[at].history:
            self._closed = [*self._closed, (at, self._tabs[at])][-_MOST_CLOSED:]

    def _has_room(self) -> bool:
        if len(self._tabs) >= MOST_TABS:
            self.full.emit()
        return len(self._tabs) < MOST_TABS

    @Slot()
    def _show(self) -> None:
        """Show the titles of the tabs."""
        titles = [tab.place.title if tab.place is not None else "" for tab in self._tabs]
        shown = self._reading.bulletin
        if shown is not None:
            titles[self.current] = shown.facts.title
        self._strip.show_tabs(titles, self.current)
        self.changed.emit()

    @Slot(int, int)
    def _take_order(self, source: int, target: int) -> None:
        """Follow the user, who has dragged a tab."""
        self._leave()
        shown = self._tabs[self.current]
        self._tabs.insert(target, self._tabs.pop(source))
        self.current, self._aside = next(n for n, tab in enumerate(self._tabs) if tab is shown), 0
        self.changed.emit()

    def _look_up(self) -> None:
        """Learn the bulletins of the tabs that were not on show yet."""
        archive = self._reading.archive
        unread = [tab.place for n, tab in enumerate(self._tabs) if n != self.current and tab.place is not None]
        if archive is not None and unread:
            self._tasks.start("tabs", lambda job: known(archive, unread, job), self._take_known)

    def _take_known(self, answer: dict[Place, Place | None]) -> None:
        """Take what is known of places now; tabs whose bulletins are gone are closed."""
        lost = 0
        for n, tab in reversed([*enumerate(self._tabs)]):
            if n == self.current or tab.place is None or tab.place not in answer:
                continue
            if (place := answer[tab.place]) is not None:
                self._tabs[n] = replace(tab, history=(*tab.history[: tab.at], place, *tab.history[tab.at + 1 :]))
            else:
                del self._tabs[n]
                self.current -= n < self.current
                lost += 1
        self._show()
        if lost:
            self.lost.emit(lost)
