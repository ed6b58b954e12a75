"""Search: ask the archive the query in the field and show the answer; the newest query wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.results.hints import Hint
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import All, Either, Facets, Found, Hit, Node, Order, Query, Word
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import count, find
from xinhui_viewer.search.parse import asking, parse
from xinhui_viewer.search.shown import shown
from xinhui_viewer.search.sought import Sought

_PAGE = 200
_SEEN = 15  # rows that have their excerpts at once


@dataclass(frozen=True, slots=True)
class _Answer:
    found: Found
    sought: Sought
    understood: str
    seconds: float
    hints: tuple[Hint, ...]


class Searching(QObject):
    """The current query and its order; ``answered`` carries what is to be marked in texts.

    ``unknown_found`` carries the unknown operators of the query.
    """

    answered = Signal(object)
    unknown_found = Signal(object)
    spread_wanted = Signal(object, object)
    first_found = Signal(int)

    def __init__(self, tasks: Tasks, browse: BrowsePane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._browse = tasks, browse
        self.archive: Opened | None = None
        self._typed: Query | None = None  # None where the library is on show
        self._listed: Node = All(())
        self._order: Order = "relevance"
        self._shown: tuple[Opened, Query, Order, bool] | None = None
        self._suggested: Query | None = None
        self._wants_first = self._wants_enter = False
        self.sought = Sought()
        browse.listed.connect(self.list_query)
        browse.order_chosen.connect(self.order_by)
        browse.head.full_only_chosen.connect(self._show_full_only)
        browse.more_wanted.connect(self._fetch_more)
        browse.excerpts_wanted.connect(self._fetch_excerpts)

    @property
    def query(self) -> Query:
        """Return the query of the list."""
        return self._typed or asking(self._listed)

    @property
    def order(self) -> Order:
        """Return the order of the list: for results the user's choice, for the library the newest first."""
        return "newest" if self._typed is None else self._order

    @property
    def _partial(self) -> bool:
        """Return whether partial matches are listed."""
        return not self._browse.head.full_only

    def show_archive(self, archive: Opened, text: str, *, open_first: bool, listed: Node) -> None:
        """Show an entry of the library of an archive, or the results for ``text``; ``open_first`` opens the first."""
        self.archive, self._typed, self._listed = archive, _parsed(text), listed
        self._wants_first = open_first
        self.refresh()

    def open_first(self) -> None:
        """Open the first bulletin of the next answer."""
        self._wants_first = True

    @Slot()
    def refresh(self) -> None:
        """Search again, after the archive has changed."""
        if self.archive is not None:
            archive = self.archive
            self._tasks.start("library", lambda job: _library(archive, job), self._browse.show_library)
            self._ask()

    @Slot(str)
    def ask(self, text: str) -> None:
        """Show the results for a typed text; an empty one brings the library back."""
        self._typed = _parsed(text)
        self._ask()

    @Slot()
    def enter_first(self) -> None:
        """Go into the first bulletin found, as soon as the answer is there."""
        self._wants_enter = self._tasks.busy("search")
        if not self._wants_enter:
            self._browse.enter_first()

    @Slot(object)
    def list_query(self, query: Node) -> None:
        """List the bulletins of a library entry."""
        self._listed = query
        if self._typed is None:
            self._ask()

    @Slot(str)
    def order_by(self, order: str) -> None:
        """Show results in another order."""
        self._order = cast(Order, order)
        self._ask()

    @Slot(bool)
    def _show_full_only(self) -> None:
        """List partial matches, or leave them out."""
        self._ask()

    def _ask(self) -> None:
        if self.archive is None:
            return
        archive, query, order, partial = asked = self.archive, self.query, self.order, self._partial
        explains = self._typed is not None
        again = asked == self._shown
        rows = max(_PAGE, self._browse.expected_rows, self._browse.loaded if again else 0)

        def show(answer: _Answer) -> None:
            self._shown = asked
            self._show(answer, again)

        self._browse.head.set_busy(True)
        self._tasks.start("search", lambda job: _answer(archive, query, order, rows, partial, explains, job), show)

    @Slot(int)
    def _fetch_more(self, offset: int) -> None:
        # A page asked for while a newer query waits is of the old list, and would replace the query.
        if self.archive is None or self._tasks.busy("search"):
            return
        archive, query, order, partial = self.archive, self.query, self.order, self._partial
        self._tasks.start("search", lambda job: _page(archive, query, order, partial, offset, job), self._browse.extend)

    @Slot(object)
    def _fetch_excerpts(self, hits: tuple[Hit, ...]) -> None:
        # While a newer query waits, the list on show will not stay.
        if self._shown is not None and not self._tasks.busy("search"):
            archive, query, suggested = self._shown[0], self._shown[1], self._suggested
            self._tasks.start(
                "excerpts", lambda job: _excerpts(archive, query, suggested, hits, job), self._browse.fill
            )

    def _show(self, answer: _Answer, again: bool) -> None:
        found = answer.found
        self._tasks.drop("excerpts")
        self._suggested = found.suggested
        library = self._typed is None
        self.sought = Sought() if library else answer.sought
        if found.hits:
            told = self._summary(answer)
            bare = found.hits[_SEEN:]
            self._browse.show_found(found, told, library=library, again=again, hints=answer.hints, bare=bare)
        else:
            self._show_nothing(answer)
        if found.capped:
            self._count(answer)
        else:
            self._tasks.drop("count")
        self.answered.emit(self.sought)
        self.unknown_found.emit(found.query.unknown)
        self.spread_wanted.emit(self.archive, self._typed if found.count else None)
        if self._wants_enter and found.hits:
            self._browse.enter_first()
        self._wants_enter = False
        if self._wants_first and found.hits:
            self._wants_first = False
            self.first_found.emit(found.hits[0].id)

    def _count(self, answer: _Answer) -> None:
        """Count all results, and show the number when it is known."""
        archive, query = self.archive, self.query
        if archive is not None:
            self._tasks.start(
                "count",
                lambda job: _counted(archive, query, job),
                lambda count: self._browse.show_count(self._summary(answer, count)),
            )

    def _summary(self, answer: _Answer, exact: int = 0) -> str:
        found = answer.found
        number = exact or found.count
        count = f"{number:,}" + ("+" if found.capped and not exact else "")
        if self._typed is None:
            return trn("{count} bulletin", "{count} bulletins", number).format(count=count)
        if found.partial:
            several = tr("{count} match in full, {partial} in part")
            none = tr("None matches in full, {partial} in part")
            return (several if number else none).format(count=count, partial=found.partial)
        text = trn("{count} result ({seconds:.2f} s)", "{count} results ({seconds:.2f} s)", number)
        return text.format(count=count, seconds=answer.seconds)

    def _show_nothing(self, answer: _Answer) -> None:
        if self._typed is not None and self._typed.root == Either(()):
            title = tr("There is nothing to search for in this query.")
            text = tr("Type a word or a number, or a value behind the name of a field.")
        elif self._typed is not None and isinstance(self._typed.root, Word):
            word = self._typed.root.field == "any"
            title = tr("No bulletin matches this word.") if word else tr("No bulletin matches this condition.")
            text = tr("Understood as: {query}").format(query=answer.understood)
        elif self._typed is not None:
            title = tr("No bulletin matches everything.")
            text = tr("Understood as: {query}").format(query=answer.understood)
        else:
            title = tr("There are no bulletins here yet.")
            text = tr("Drop files or folders on this window, or import them with Ctrl+I.")
        self._browse.show_nothing("" if self._typed is None else tr("No results"), title, text, answer.hints)


def _parsed(text: str) -> Query | None:
    """Return the query in a text; None for an empty one."""
    return parse(text) if text else None


# Work in the background. The core is imported here, after the first paint.


def _library(archive: Opened, job: Job) -> Facets:
    with archive.reading(job) as db:
        return facets(Asked(db, asking(All(()))))


def _answer(archive: Opened, query: Query, order: Order, rows: int, partial: bool, explains: bool, job: Job) -> _Answer:
    from xinhui_viewer.gui.results.explaining import explained

    began = perf_counter()
    with archive.reading(job) as db:
        asked = Asked(db, query)
        found = find(asked, order, rows, partial=partial, excerpts=False)
        seen = shown(asked, found.hits[:_SEEN], found.suggested)
        found = replace(found, hits=(*seen, *found.hits[_SEEN:]))
        seconds = perf_counter() - began
        hints = explained(asked, found) if explains else ()
    words = tuple(dict.fromkeys((*asked.body_words, *asked.attached_words)))
    sought = Sought(query.root, words, tuple(map(Word, found.sought)))
    return _Answer(found, sought, describe(query), seconds, hints)


def _counted(archive: Opened, query: Query, job: Job) -> int:
    with archive.reading(job) as db:
        return count(Asked(db, query))


def _page(archive: Opened, query: Query, order: Order, partial: bool, offset: int, job: Job) -> Found:
    with archive.reading(job) as db:
        return find(Asked(db, query), order, _PAGE, offset, partial=partial, excerpts=False)


def _excerpts(
    archive: Opened, query: Query, suggested: Query | None, hits: tuple[Hit, ...], job: Job
) -> tuple[Hit, ...]:
    with archive.reading(job) as db:
        return shown(Asked(db, query), hits, suggested)
