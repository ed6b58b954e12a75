from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import archive
from xinhui_viewer.archive import connect
from xinhui_viewer.archive.read import info
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported


def test_a_cancelled_import_keeps_what_it_has_done(tmp_path: Path, pool: Pool) -> None:
    path = archive(tmp_path / "archive.xhdb")
    pages = []
    for n in range(500):
        pages.append(tmp_path / f"{n}.txt")
        pages[-1].write_text(f"关于第{n}号通知\n来源:云汀日报 发布日期:2023-07-11\n\n第{n}条内容如下。\n", "utf-8")
    job = Job(lambda done, total: job.cancel() if done == 50 else None)
    told: list[Imported] = []
    with pytest.raises(Cancelled):
        told.extend(import_sources(path, pages, job, pool))
    with connect.reading(path) as db:
        assert 50 <= info(db).bulletins == len(told) < 500
