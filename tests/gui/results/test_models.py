from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from xinhui_viewer.gui.results.hits_model import HIT_ROLE, HitsModel
from xinhui_viewer.gui.results.library_model import COUNT_ROLE, QUERY_ROLE, LibraryModel
from xinhui_viewer.records import Dates, Facet, Facets, Hit
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


def test_the_list_asks_for_the_next_page_once_and_stops_at_the_end(qtmodeltester: ModelTester) -> None:
    model = HitsModel()
    asked: list[int] = []
    model.more_wanted.connect(asked.append)
    model.show(hits(1, 200), complete=False)
    model.fetchMore()
    model.fetchMore()
    assert asked == [200]
    model.extend(hits(201, 250), complete=True)
    assert (model.rowCount(), model.canFetchMore()) == (250, False)
    assert model.index(249, 0).data(HIT_ROLE).title == "公报250"
    qtmodeltester.check(model)


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
