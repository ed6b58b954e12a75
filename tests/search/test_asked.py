"""A query to an archive is planned once, and finds exactly the bulletins with its values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.records import All, Facet, Node, Query, conjuncts, joined, leaves
from xinhui_viewer.search.asked import Asked, asked
from xinhui_viewer.search.facets import facets, months
from xinhui_viewer.search.figures import figures
from xinhui_viewer.search.find import count, find, ids
from xinhui_viewer.search.parse import asking, parse
from xinhui_viewer.search.places import of_column, of_source, of_time
from xinhui_viewer.search.suggest import suggest
from xinhui_viewer.search.written import written

SOURCES = (
    "新会日报",
    '新会"日报"',
    "新会“日报”（网）",
    "來源:日报",
    "来源:日报",
    "甲 或 乙",
    '「甲」『乙』"丙',
    "区\\政府",
    "",
)
COLUMNS = (
    ("首页", "公告"),
    ("首页", "公告 > 会议"),
    ("首页", "公告", "会议"),
    ("公告:甲", '"乙"'),
    ("公告", "a\\>b"),
    ("首頁", "公告"),
    (),
)
TITLES = ('关于"日报"的通知', "甲 或 乙（一）", "标题:甲>乙", '「甲」『乙』"丙', "-甲 -乙")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    drafts = [
        draft(
            TITLES[n % len(TITLES)],
            "做好防汛工作，转移群众12人。",
            source=SOURCES[n % len(SOURCES)],
            columns=COLUMNS[n % len(COLUMNS)],
            published=date(2019 + n % 3, 1 + n % 12, 1) if n % 4 else None,
        )
        for n in range(60)
    ]
    with reading(archive(tmp_path_factory.mktemp("asked") / "a.xhdb", *drafts)) as db:
        yield db


def found(db: Archive, node: Node) -> int:
    """Return the number of results of a query, as a value and as the text that stands for it in the field."""
    assert parse(written(node)).root == node
    assert count(asked(db, written(node))) == count(Asked(db, Query("", node)))
    return count(Asked(db, asking(node)))


def _within(columns: tuple[Facet, ...], path: tuple[str, ...]) -> int:
    return sum(column.count for column in columns if column.path[: len(path)] == path)


def test_whatever_the_library_lists_is_found_as_often_as_it_says(db: Archive) -> None:
    library = facets(asked(db, ""))
    assert {source.path[0] for source in library.sources} == set(SOURCES)
    for source in library.sources:
        assert found(db, of_source(source.path[0])) == source.count, source
    for column in library.columns:
        for depth in range(1, len(column.path) + 1):
            path = column.path[:depth]
            assert found(db, of_column(path)) == _within(library.columns, path), path
    for year in library.years:
        assert found(db, of_time(year.path, year.path)) == year.count
        dated = months(asked(db, ""), int(year.path[0])) if year.path[0] else ()
        for month in dated:
            assert found(db, of_time(month.path, month.path)) == month.count


def test_a_suggested_title_finds_the_bulletins_of_that_title(db: Archive) -> None:
    for title in TITLES:
        (query,) = {one.query for one in suggest(db, title) if one.kind == "title" and one.text == title}
        assert query is not None
        assert found(db, query) >= 60 // len(TITLES)


def test_a_place_of_any_name_narrows_beside_words(db: Archive) -> None:
    for source in SOURCES:
        root = joined(parse("防汛").root, of_source(source))
        assert isinstance(root, All)
        assert found(db, root) == found(db, of_source(source))


def test_list_count_facets_and_figures_of_one_question_read_the_names_of_places_once(db: Archive) -> None:
    question = asked(db, '防汛 群众 来源:"新会日报" 栏目:首页')
    spoken: list[str] = []
    db.connection.set_trace_callback(spoken.append)
    try:
        shown, n, spread, all_ids, numbers = (
            find(question),
            count(question),
            facets(question),
            ids(question),
            figures(question),
        )
    finally:
        db.connection.set_trace_callback(None)
    assert shown.count == n == spread.total == len(all_ids) > 0
    assert {key.bulletin_id for key in numbers} <= set(all_ids)
    assert sum("SELECT id, name FROM sources" in sql for sql in spoken) == 1
    assert sum("FROM columns WHERE id > 0" in sql for sql in spoken) == 1


def test_each_part_of_a_question_is_planned_once(db: Archive) -> None:
    question = asked(db, "防汛 (群众 或 转移) -植树")
    for node in (question.root, *conjuncts(question.root), *leaves(question.root)):
        assert question.plans.of(node) is question.plans.of(node)
