from __future__ import annotations

from pathlib import Path

from tests.builders import archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find


def test_a_query_can_be_asked_while_the_rows_of_an_answer_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "引水渠清淤。"), draft("乙", "引水渠加固。"))
    with reading(path) as db:
        find(asked(db, "引水"))
        counts = [find(asked(db, "原字:引水渠")).count for _ in db.each("SELECT title FROM bulletins")]
    assert counts == [2, 2]


def test_a_table_is_known_as_soon_as_it_is_there(tmp_path: Path) -> None:
    with writing(archive(tmp_path / "a.xhdb")) as db:
        assert not db.knows("waiting")
        db.run("CREATE TABLE waiting (n INTEGER) STRICT")
        assert db.knows("waiting")
