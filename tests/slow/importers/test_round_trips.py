from __future__ import annotations

from pathlib import Path

from tests.builders import draft, original
from tests.importers.test_round_trips import PAGE, imported
from xinhui_viewer.archive import connect, writing
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.write import add
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job


def test_a_bulletin_whose_original_is_damaged_stays_as_it_was_and_the_next_is_read(tmp_path: Path, pool: Pool) -> None:
    read = imported(tmp_path, "page.html", PAGE, pool)
    with writing.writing(tmp_path / "a.xhdb") as db:
        db.run("UPDATE originals SET content = zeroblob(100)")
        add(db, original(PAGE + b" ", "other.html"), [draft("读错了", "没有读到正文。")])
    damaged, whole = rebuild(tmp_path / "a.xhdb", Job(), pool)
    assert damaged.error == "The file page.html is damaged in the archive. Restore a backup of the archive."
    assert (whole.name, whole.changed, whole.error) == ("other.html", (2,), "")
    with connect.reading(tmp_path / "a.xhdb") as db:
        assert bulletin(db, read.id).body == read.body
