from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import added, archive, draft
from xinhui_viewer.archive import read
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import ArchiveError


def test_a_full_disk_is_reported_and_nothing_is_half_written(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    with writing(path) as db:
        db.run(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")
        with pytest.raises(ArchiveError, match=r"disk is full.*a\.xhdb"):
            added(db, draft("丙", *[f"第{n}句话很长。" * 50 for n in range(2000)]))
    with reading(path) as db:
        assert read.info(db).bulletins == read.info(db).originals == 1


def test_reading_does_not_load_sqlite_utils(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    code = """
import sys
from pathlib import Path
from tests.builders import added, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
with reading(Path(sys.argv[1])) as db:
    assert find(asked(db, "乙")).count == 1
with writing(Path(sys.argv[1])) as db:
    added(db, draft("丙", "丁"))
assert "sqlite_utils" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code, path], check=True)
