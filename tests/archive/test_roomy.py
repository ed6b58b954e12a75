"""A day may have more bulletins than rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.builders import added, archive, draft
from xinhui_viewer.archive import entries, rows
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.job import Job
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import find
from xinhui_viewer.search.suggest import suggest

DAY = date(2020, 3, 1)


def test_a_day_whose_rows_are_all_taken_gets_more_and_all_is_found_as_before(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        added(db, draft("会议纪要", "开会 2019", published=date(2019, 5, 6)))
        added(db, draft("会议通知", "开会 2020", published=DAY))
        _, last = rows.of(db).between(DAY, DAY)
        with db.transaction():
            for table in ("bulletins", "sounds"):
                db.run(f"UPDATE {table} SET row = ? WHERE row BETWEEN ? AND ?", (last, last - 16_383, last))
            entries.rebuild(db, Job())
        added(db, draft("会议决定", "开会 2020", published=DAY))
        added(db, draft("会议记录", "开会", published=None))
    with reading(path) as db:
        assert [hit.id for hit in find(asked(db, "开会"), "newest").hits] == [3, 2, 1, 4]
        assert [hit.id for hit in find(asked(db, "开会 日期:2020-03-01"), "oldest").hits] == [2, 3]
        assert [(year.path, year.count) for year in facets(asked(db, "")).years] == [
            (("2020",), 2),
            (("2019",), 1),
            (("",), 1),
        ]
        assert {one.text for one in suggest(db, "hy")} == {"会议纪要", "会议通知", "会议决定", "会议记录"}
        assert problems(db) == ()
