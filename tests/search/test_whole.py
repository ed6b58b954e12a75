"""All of a list by its ids is what its pages are, one after another."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.records import Order
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find, page, whole

_ALL = 1 << 40


@pytest.mark.parametrize("order", get_args(Order))
@pytest.mark.parametrize(
    "text", ["", "防汛", "防汛 -第7号", "标题:第1000号 或 防汛", "第12号", "日期:2020", "没有的词"]
)
def test_all_of_a_list_has_the_bulletins_of_its_pages_in_their_order(many: Path, text: str, order: Order) -> None:
    with reading(many) as db:
        listed = find(asked(db, text), order, _ALL, excerpts=False).hits
        all_rows = whole(asked(db, text), order)
        assert list(all_rows.ids) == [hit.id for hit in listed]
        assert all_rows.parts == {hit.id for hit in listed if hit.partial}
        assert all_rows.hits == find(asked(db, text), order, 200, excerpts=False).hits


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "a.xhdb"
    dated = (draft(f"水闸{n}", "水闸开闸，清淤护岸。", published=date(2020, 1, 1 + n % 28)) for n in range(300))
    parts = (draft(f"护岸{n}", "护岸加固，不涉其他。") for n in range(30))
    return archive(path, *dated, *parts, draft("开闸", "水閘開閘。", published=None))


@pytest.mark.parametrize("text", ["水闸 护岸", "水闸护岸", "水閘開闸", "义物", "水杂开闸清淤"])
def test_partial_matches_and_those_of_a_corrected_query_are_in_all_of_a_list(undated: Path, text: str) -> None:
    with reading(undated) as db:
        for partial in (True, False):
            listed = find(asked(db, text), "relevance", _ALL, partial=partial, excerpts=False).hits
            all_rows = whole(asked(db, text), "relevance", partial=partial)
            assert list(all_rows.ids) == [hit.id for hit in listed]
            assert all_rows.parts == {hit.id for hit in listed if hit.partial}


def test_rows_of_a_list_are_fetched_by_their_ids(undated: Path) -> None:
    with reading(undated) as db:
        all_rows = whole(asked(db, "水闸 护岸"))
        listed = find(asked(db, "水闸 护岸"), "relevance", 20, offset=300, excerpts=False).hits
        assert page(asked(db, "水闸 护岸"), all_rows.ids[300:320], all_rows.parts) == listed
        assert page(asked(db, "水闸 护岸"), (4, 10**6, 2), ())[1].id == 2
