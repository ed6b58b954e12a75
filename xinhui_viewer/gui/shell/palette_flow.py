"""The entries of the command palette: the actions, the sections on show, and what the archive has of a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.parts.mnemonics import plain
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.results.suggestions import KINDS
from xinhui_viewer.gui.shell.actions import rows
from xinhui_viewer.gui.shell.palette import Entry, Palette
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Node, Section
from xinhui_viewer.search.suggest import Suggestion, suggest
from xinhui_viewer.text.lookup import fit

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.desk import Desk

CHANNEL = "palette"
_MOST_SECTIONS, _MOST_NAMES = 8, 8

_Found = tuple[tuple[Entry, ...], tuple[tuple[int, Section], ...], tuple[Suggestion, ...]]


class PaletteFlow(QObject):
    """Opens the palette of a window and fills it, off the window's thread where an archive is asked."""

    def __init__(self, desk: Desk, actions: dict[str, QAction], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._actions = desk, actions
        self.palette = Palette(window)
        self.palette.typed.connect(self._look)
        self.palette.left.connect(self._return)
        self._before: QWidget | None = None

    def open(self) -> None:
        """Open the palette."""
        self._before = self._desk.window.focusWidget()
        self.palette.open()

    @Slot()
    def _return(self) -> None:
        self._desk.tasks.drop(CHANNEL)
        if self._before is not None:
            self._before.setFocus()

    @Slot(str)
    def _look(self, typed: str) -> None:
        """Offer what fits; with nothing typed, all actions."""
        if not typed.strip():
            self._desk.tasks.drop(CHANNEL)
            self.palette.show_entries(tuple(self._possible()))
            return
        archive, bulletin = self._desk.archives.current, self._desk.reading.bulletin
        sections = bulletin.sections if bulletin is not None else ()
        actions = tuple(self._possible())
        self._desk.tasks.start(
            CHANNEL, lambda job: _found(archive, typed, actions, sections, job), partial(self._show, typed)
        )

    def _show(self, typed: str, found: _Found) -> None:
        if self.palette.field.text() == typed:
            actions, sections, names = found
            told = tuple(self._section(number, section) for number, section in sections)
            self.palette.show_entries((*actions, *told, *(self._named(one) for one in names)))

    def _possible(self) -> Iterator[Entry]:
        """Yield the actions that can be done now."""
        for row in rows():
            action = self._actions[row.name]
            if action.isEnabled() and row.name != "palette":
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                text = plain(tr(row.text))
                menu = plain(tr(row.menu))
                yield Entry(text, keys or menu, action.trigger, (text, plain(row.text)))

    def _section(self, number: int, section: Section) -> Entry:
        return Entry(section.heading, tr("section"), partial(self._go_to, number))

    def _go_to(self, section: int) -> None:
        self._desk.arrangement.read(True)
        self._desk.reader.go_to_section(section)

    def _named(self, one: Suggestion) -> Entry:
        run: Callable[[], object] = partial(self._search, one.text if one.query is None else one.query)
        return Entry(one.text, tr(KINDS[one.kind]), run)

    def _search(self, what: str | Node) -> None:
        if isinstance(what, str):
            self._desk.field.show_text(what)
        else:
            self._desk.field.show_query(what)
        self._desk.searching.enter_first()


def _found(
    archive: Opened | None, typed: str, actions: tuple[Entry, ...], sections: tuple[Section, ...], job: Job
) -> _Found:
    """Return the actions and sections that fit, the best first, and names of the archive."""
    fitting = [(found, entry) for entry in actions if (found := fit(typed, *entry.names)) is not None]
    headed = [(found, n) for n, one in enumerate(sections) if (found := fit(typed, one.heading)) is not None]
    best = sorted(headed)[:_MOST_SECTIONS]
    names: tuple[Suggestion, ...] = ()
    if archive is not None:
        with archive.reading(job) as db:
            names = suggest(db, typed, (), _MOST_NAMES)
    ordered = sorted(fitting, key=lambda pair: pair[0])
    return tuple(entry for _fit, entry in ordered), tuple((n, sections[n]) for _fit, n in best), names
