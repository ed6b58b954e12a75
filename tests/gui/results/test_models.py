from __future__ import annotations

from array import array
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from xinhui_viewer.gui.results.fetching import Fetched
from xinhui_viewer.gui.results.hits_model import HIT_ROLE, HitsModel
from xinhui_viewer.gui.results.library_model import COUNT_ROLE, QUERY_ROLE, LibraryModel
from xinhui_viewer.records import Dates, Facet, Facets, Hit
from xinhui_viewer.search.find import Whole
from xinhui_viewer.search.places import of_column, of_source

FACETS = Facets(
    years=(Facet(("2021",), 3), Facet(("",), 1)),
    sources=(Facet(("云汀日报",), 4),),
    columns=(Facet(("首页", "政务公开"), 1), Facet(("首页", "政务公开", "工作简报"), 3)),
)


def hits(first: int, last: int) -> tuple[Hit, ...]:
    return tuple(Hit(n, f"公报{n}", "云汀日报", date(2021, 3, 2)) for n in range(first, last + 1))


def texts(model: LibraryModel, parent: QModelIndex) -> list[tuple[str, int]]:
    rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    return [(index.data(), index.data(COUNT_ROLE)) for index in rows]


def whole(ids: range, hits: tuple[Hit, ...], *parts: int) -> Whole:
    return Whole(array("q", ids), frozenset(parts), hits)


def test_the_list_has_a_row_for_each_bulletin_and_lacks_the_hits_that_were_not_fetched(
    qtmodeltester: ModelTester,
) -> None:
    model = HitsModel()
    model.show(hits(1, 40), complete=False, bare=hits(11, 40))
    assert (model.rowCount(), model.complete) == (40, False)
    model.know(whole(range(1, 1001), hits(1, 200), 3))
    assert (model.rowCount(), model.complete) == (1000, True)
    assert [*model.full_rows(0, 999)] == [(0, 1), (3, 999)]
    assert (model.hit(199), model.hit(200), model.id_of(999)) == (*hits(200, 200), None, 1000)
    assert not model.missing(0, 10)
    missing = model.missing(390, 410)
    assert [(page[0], page[-1]) for page in missing.pages] == [(201, 400), (401, 600)]
    model.fill(Fetched(hits(201, 600), hits(391, 410)))
    assert not model.missing(390, 410)
    assert model.index(409, 0).data(HIT_ROLE).title == "公报410"
    assert model.missing(380, 410).bare == hits(381, 390)
    qtmodeltester.check(model)


def test_a_list_that_became_shorter_meanwhile_loses_its_last_rows() -> None:
    model = HitsModel()
    model.show(hits(1, 40), complete=False)
    model.know(whole(range(2, 33), hits(2, 32)))
    assert (model.rowCount(), model.hit(0), model.row_of(33)) == (31, *hits(2, 2), -1)


def test_the_same_list_shows_its_former_hits_until_they_are_fetched_again() -> None:
    model = HitsModel()
    model.show(hits(1, 300), complete=True)
    model.show(hits(1, 40), complete=False, again=True)
    model.know(whole(range(1, 301), hits(1, 200)))
    assert model.hit(299) == hits(300, 300)[0]
    assert model.missing(290, 300).pages == (tuple(range(201, 301)),)


def test_of_a_list_that_is_scrolled_for_long_not_all_hits_are_kept() -> None:
    model = HitsModel()
    model.show(hits(1, 40), complete=False)
    model.know(whole(range(1, 20_001), hits(1, 200)))
    for first in range(201, 20_001, 200):
        model.fill(Fetched(hits(first, first + 199)))
    assert (model.hit(0), model.hit(19_999)) == (None, *hits(20_000, 20_000))
    assert sum(model.hit(row) is not None for row in range(20_000)) == 5000


def test_the_list_knows_the_row_of_a_bulletin() -> None:
    model = HitsModel()
    model.show(hits(5, 9), complete=True)
    assert (model.row_of(7), model.row_of(99)) == (2, -1)


def test_a_row_gives_screen_readers_its_title_source_and_date() -> None:
    model = HitsModel()
    model.show(hits(1, 1), complete=True)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "公报1, 云汀日报, 2021-03-02"


def test_the_library_adds_up_each_branch_of_columns(qtmodeltester: ModelTester) -> None:
    model = LibraryModel()
    model.show(FACETS)
    home = model.index(0, 0, model.index(1, 0))
    assert (home.data(), home.data(COUNT_ROLE)) == ("首页", 4)
    public = model.index(0, 0, home)
    assert texts(model, public) == [("工作简报", 3)]
    qtmodeltester.check(model)


def test_an_entry_of_the_library_carries_the_query_that_lists_it() -> None:
    model = LibraryModel()
    model.show(FACETS)
    entry = model.column_index(("首页", "政务公开", "工作简报"))
    assert entry.data(QUERY_ROLE) == of_column(("首页", "政务公开", "工作简报"))
    assert model.index(0, 0, model.index(2, 0)).data(QUERY_ROLE) == Dates(date(2021, 1, 1), date(2021, 12, 31))
    assert model.index(0, 0, model.index(3, 0)).data(QUERY_ROLE) == of_source("云汀日报")
