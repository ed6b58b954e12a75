"""Search: ask the archive the query in the field and show the answer; the newest query wins."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.results.fetching import all_rows, fetched
from xinhui_viewer.gui.results.hints import Hint
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.results.scope import EVERYTHING, beside, within
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import Either, Facets, Found, Node, Order, Query, Word
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import SEEN, Whole, count, first, ranking, whole
from xinhui_viewer.search.parse import asking, parse
from xinhui_viewer.search.rank import Ranking
from xinhui_viewer.search.sought import Sought

_Wanted = tuple[Opened, Query, Order, bool]  # a list: with partial matches, or only full ones


@dataclass(frozen=True, slots=True)
class _Answer:
    found: Found
    sought: Sought
    understood: str
    seconds: float
    hints: tuple[Hint, ...]
    order_of: Ranking
    whole: Whole | None


class Searching(QObject):
    """The current query and its order; ``answered`` carries what is to be marked in texts.

    ``unknown_found`` carries the unknown operators of the query.
    """

    answered = Signal(object)
    unknown_found = Signal(object)
    spread_wanted = Signal(object, object, object)
    first_found = Signal(int)

    def __init__(self, tasks: Tasks, browse: BrowsePane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._browse = tasks, browse
        self.archive: Opened | None = None
        self._typed: Query | None = None  # None where the library is on show
        self._listed: Node = EVERYTHING
        self._order: Order = "relevance"
        self._shown: _Wanted | None = None
        self._suggested: Query | None = None
        self._wants_first = self._wants_enter = False
        self.sought = Sought()
        browse.listed.connect(self.list_query)
        browse.order_chosen.connect(self.order_by)
        browse.head.full_only_chosen.connect(self._show_full_only)
        browse.rows_wanted.connect(self._fetch)
        browse.scope.left.connect(self._leave_scope)
        tasks.busy_changed.connect(self._end_waiting)

    @property
    def query(self) -> Query:
        """Return the query of the list: what was typed, within what the library shows."""
        return asking(self._listed) if self._typed is None else within(self._typed, self._listed)

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

    @Slot(str, bool)
    def _end_waiting(self, channel: str, busy: bool) -> None:
        """End the busy line, also after a search that failed."""
        if channel == "search" and not busy:
            self._browse.head.set_busy(False)

    @Slot()
    def _leave_scope(self) -> None:
        """Search the whole archive."""
        self._listed = EVERYTHING
        self._browse.choose_everything()
        self._ask()

    @Slot(bool)
    def _show_full_only(self) -> None:
        """List partial matches, or leave them out."""
        self._ask()

    def _ask(self) -> None:
        if self.archive is None:
            return
        asked = self.archive, self.query, self.order, self._partial
        scope = EVERYTHING if self._typed is None else self._listed
        explains = self._typed is not None
        self._browse.scope.show_scope(scope)
        again = asked == self._shown
        place = self._browse.placed_at(again=again)
        self._tasks.drop("whole")

        def show(answer: _Answer) -> None:
            self._shown = asked
            self._show(answer, again)

        self._browse.head.set_busy(True)
        self._tasks.start("search", lambda job: _answer(asked, place, again, explains, scope, job), show)

    @Slot(int, int)
    def _fetch(self, first: int, end: int) -> None:
        # While a newer query waits, the list on show will not stay.
        if self._shown is not None and not self._tasks.busy("search"):
            archive, query, suggested = self._shown[0], self._shown[1], self._suggested
            missing = self._browse.hits.missing(first, end)
            self._tasks.start(
                "rows", lambda job: fetched(archive, query, suggested, missing, job), self._browse.hits.fill
            )

    def _show(self, answer: _Answer, again: bool) -> None:
        found = answer.found
        self._tasks.drop("rows")
        self._suggested = found.suggested
        library = self._typed is None
        self.sought = Sought() if library else answer.sought
        if found.hits:
            told = self._summary(answer)
            bare, rows = found.hits[SEEN:], answer.whole
            self._browse.show_found(
                found, told, library=library, again=again, hints=answer.hints, bare=bare, whole=rows
            )
        else:
            self._show_nothing(answer)
        if not found.complete and answer.whole is None:
            self._know_all(answer.order_of)
        if found.capped:
            self._count(answer)
        else:
            self._tasks.drop("count")
        self.answered.emit(self.sought)
        self.unknown_found.emit(found.query.unknown)
        self.spread_wanted.emit(self.archive, self._typed if found.count else None, self._listed)
        if self._wants_enter and found.hits:
            self._browse.enter_first()
        self._wants_enter = False
        if self._wants_first and found.hits:
            self._wants_first = False
            self.first_found.emit(found.hits[0].id)

    def _know_all(self, order_of: Ranking) -> None:
        """Look for all rows of the list."""
        if self._shown is not None:
            listed, hits = self._shown, self._browse.hits
            self._tasks.start("whole", lambda job: all_rows(*listed, order_of, job), hits.know)

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
        if found.scanned:
            text = trn(
                "{count} result, text by text, for the index is of another version",
                "{count} results, text by text, for the index is of another version",
                number,
            )
            return text.format(count=count)
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
        return facets(Asked(db, asking(EVERYTHING)))


def _answer(wanted: _Wanted, place: frozenset[int], again: bool, explains: bool, scope: Node, job: Job) -> _Answer:
    """Return the beginning of an answer; with all of its rows ``again``, and where the user's ``place`` is below."""
    from xinhui_viewer.gui.results.explaining import explained

    archive, query, order, partial = wanted
    began = perf_counter()
    with archive.reading(job) as db:
        asked = Asked(db, query)
        order_of = ranking(asked, order, partial=partial)
        found = first(asked, order, partial=partial, order_of=order_of)
        seconds = perf_counter() - began
        below = again or not place <= {hit.id for hit in found.hits}
        rows = whole(asked, order, partial=partial, order_of=order_of) if below and not found.complete else None
        hints = beside(explained(asked, found), scope) if explains else ()
    words = tuple(dict.fromkeys((*asked.body_words, *asked.attached_words)))
    sought = Sought(query.root, words, tuple(map(Word, found.sought)))
    return _Answer(found, sought, describe(query), seconds, hints, order_of, rows)


def _counted(archive: Opened, query: Query, job: Job) -> int:
    """Return the number of results; 0 where texts are left unread, so that nobody knows."""
    with archive.reading(job) as db:
        asked = Asked(db, query)
        return 0 if (number := count(asked)) and asked.plans.stopped else number
