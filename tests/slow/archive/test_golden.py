from __future__ import annotations

from pathlib import Path

from tests.archive.test_golden import check_today, copied, each
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job


@each
def test_read_again_from_its_originals_it_loses_nothing(golden: Path, tmp_path: Path) -> None:
    copy = copied(golden, tmp_path)
    assert [line.error for line in rebuild(copy, Job()) if line.error] == []
    check_today(copy, golden)
