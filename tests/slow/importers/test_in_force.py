from __future__ import annotations

from pathlib import Path

from tests.builders import archive, original, saying
from tests.importers.test_in_force import TABLE, is_whole, page_of
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.write import add
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.importers.web import html
from xinhui_viewer.job import Job
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find


def test_reading_the_originals_again_fills_what_an_older_version_did_not_keep(tmp_path: Path, pool: Pool) -> None:
    content = page_of(f"<table>{TABLE}</table>")
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        add(db, original(content), [saying(html.read(content, "a.html")[0], validity="", effective=None, topic="")])
    assert [one.changed for one in rebuild(path, Job(), pool)] == [(1,)]
    with reading(path) as db:
        assert is_whole(bulletin(db, 1).facts)
        assert [hit.id for hit in find(asked(db, "有效:废止")).hits] == [1]
