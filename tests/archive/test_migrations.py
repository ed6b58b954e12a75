from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from tests.archive.test_golden import GOLDEN, copied
from xinhui_viewer.archive import read
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find

NOTICE, OTHER = 12, 15  # of the first golden archive: written on a day and not published; another one


def test_a_bulletin_without_a_publication_is_found_by_the_day_of_its_writing(tmp_path: Path) -> None:
    with writing(copied(GOLDEN[0], tmp_path)) as db:
        assert [hit.id for hit in find(asked(db, "日期:2024-02-26")).hits] == [NOTICE]
        assert [hit.id for hit in find(asked(db, "耕地 日期:2024-02")).hits] == [NOTICE]
        assert problems(db) == ()


def test_one_whose_day_is_full_stays_among_the_undated(tmp_path: Path) -> None:
    path = copied(GOLDEN[0], tmp_path)
    last = ((date(2024, 2, 26).toordinal() + 1) << 14) - 1
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE bulletins SET row = ? WHERE id = ?", (last, OTHER))
        connection.execute("UPDATE meta SET value = 0 WHERE name = 'terms'")
    with writing(path) as db:
        assert NOTICE in read.ids(db)
        assert [hit.id for hit in find(asked(db, "日期:2024-02-26")).hits] == [OTHER]
        assert NOTICE in {hit.id for hit in find(asked(db, "日期:无")).hits}
        assert problems(db) == ()
