from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.test_derived import aged
from tests.importers.pages import standard
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.derived import derive
from xinhui_viewer.archive.figures import choices, choose
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job

KEY = ("云汀日报", "宗", "接处警")


def _derived(path: Path, job: Job) -> int:
    with writing(path, job) as db:
        return derive(db, job)


@pytest.mark.parametrize(
    "work",
    [
        lambda path, pages, job, pool: list(import_sources(path, pages, job, pool)),
        lambda path, pages, job, pool: list(rebuild(path, job, pool)),
        lambda path, pages, job, pool: _derived(path, job),
    ],
    ids=["import", "rebuild", "derive"],
)
def test_long_work_lets_short_changes_be_made_between_its_transactions(
    work: Callable[[Path, list[Path], Job, Pool], object], tmp_path: Path, pool: Pool
) -> None:
    path, page = aged(tmp_path / "a.xhdb", 3), tmp_path / "page.html"
    page.write_text(standard(), "utf-8")
    seen: list[bool] = []

    def change(db: Archive) -> None:
        choose(db, (KEY,), "警情")
        with reading(path) as beside:
            seen.append(dict(choices(beside)) == {KEY: "警情"})

    work(path, [page, tmp_path / "missing.html"], Job(between=change), pool)
    assert seen
    assert all(seen)
