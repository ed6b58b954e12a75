from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.builders import added, archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.job import Job
from xinhui_viewer.records import Facet, Facets
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.facets import facets, months
from xinhui_viewer.search.find import find

NOTICES = ("首页", "公告")


def _archive(tmp_path: Path) -> Path:
    return archive(
        tmp_path / "a.xhdb",
        draft("甲", "会议", published=date(2021, 1, 1), source="新会日报", columns=NOTICES, url="http://a.cn"),
        draft("乙", "会议", published=date(2021, 12, 31), source="区政府", columns=(*NOTICES, "会议")),
        draft("丙", "会", published=date(2019, 6, 1), source="区政府", columns=("公告",)),
        draft("丁", "会议"),
        draft("戊", "", published=date(1949, 10, 1), source="区政府"),
    )


def test_the_whole_archive_spreads_over_years_sources_and_columns(tmp_path: Path) -> None:
    with reading(_archive(tmp_path)) as db:
        assert facets(asked(db, "")) == Facets(
            years=(Facet(("2021",), 2), Facet(("2019",), 1), Facet(("1949",), 1), Facet(("",), 1)),
            sources=(Facet(("区政府",), 3), Facet(("新会日报",), 1), Facet(("",), 1)),
            columns=(Facet(("公告",), 1), Facet(NOTICES, 1), Facet((*NOTICES, "会议"), 1)),
        )


def test_a_year_spreads_over_its_months(tmp_path: Path) -> None:
    with reading(_archive(tmp_path)) as db:
        assert months(asked(db, "会议"), 2021) == (Facet(("2021", "12"), 1), Facet(("2021", "01"), 1))
        assert months(asked(db, "会议"), 2019) == ()


def test_facets_follow_the_query(tmp_path: Path) -> None:
    with reading(_archive(tmp_path)) as db:
        assert facets(asked(db, "会议 -甲")) == Facets(
            years=(Facet(("2021",), 1), Facet(("",), 1)),
            sources=(Facet(("区政府",), 1), Facet(("",), 1)),
            columns=(Facet((*NOTICES, "会议"), 1),),
        )
        assert facets(asked(db, "没有")) == Facets()


@pytest.mark.parametrize("text", ["", "会", "会议", "-会议", "日期:2021", "来源:区政府", "会议 或 日期:2019"])
def test_asking_for_a_facet_finds_as_many_as_it_says(tmp_path: Path, text: str) -> None:
    with reading(_archive(tmp_path)) as db:
        found = facets(asked(db, text))
        assert found.years
        for facet in found.years:
            assert find(asked(db, f"({text}) 日期:{facet.path[0] or '无'}")).count == facet.count
        for facet in found.sources:
            assert find(asked(db, f'({text}) 来源:"{facet.path[0]}"')).count == facet.count
        for facet in found.columns:
            below = sum(other.count for other in found.columns if other.path[: len(facet.path)] == facet.path)
            assert find(asked(db, f'({text}) 栏目:"{" > ".join(facet.path)}"')).count == below


def test_a_former_revision_is_not_counted(tmp_path: Path) -> None:
    path = _archive(tmp_path)
    with writing(path) as db:
        added(db, draft("甲", "改期", published=date(2022, 1, 1), url="http://a.cn"))
        found = facets(asked(db, ""))
        assert [facet.path[0] for facet in found.years] == ["2022", "2021", "2019", "1949", ""]
        assert [(facet.path[0], facet.count) for facet in found.sources] == [("区政府", 3), ("", 2)]
        assert [facet.path for facet in found.columns] == [("公告",), (*NOTICES, "会议")]


def test_counting_can_be_cancelled(tmp_path: Path) -> None:
    job = Job()
    with reading(_archive(tmp_path), job=job) as db:
        job.cancel()
        with pytest.raises(Cancelled):
            facets(asked(db, ""))
