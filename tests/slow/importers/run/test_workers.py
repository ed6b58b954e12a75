from __future__ import annotations

from pathlib import Path

import psutil

from tests.importers.run.test_workers import answered, killing, titles, written
from xinhui_viewer.importers.run.workers import Workers


def test_processes_that_die_again_and_again_cost_no_more_than_what_they_were_reading(tmp_path: Path) -> None:
    kills = (3, 20, 60, 119)
    files = answered(Workers(None, written(tmp_path, 120)), killing(kills))
    assert [len(file) for file in files] == [1] * 120
    told = [one.error for file in files for one in file if one.error]
    assert len(told) <= len(kills) * psutil.cpu_count()
    assert len(titles(files)) == 120 - len(told)
    assert all("ended unexpectedly" in error for error in told)
