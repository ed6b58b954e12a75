from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import added, archive, draft, original
from xinhui_viewer.archive import read
from xinhui_viewer.archive.backup import backup
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.write import add
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import ArchiveError, Cancelled
from xinhui_viewer.job import Job
from xinhui_viewer.records import Attachment


def _archive(tmp_path: Path) -> Path:
    path = archive(tmp_path / "a.xhdb", draft("甲", "会议指出，要抓落实。"))
    sha256 = original(b"\x89PNG").sha256
    with writing(path) as db:
        one = draft("乙", "文", attachments=(Attachment("a.png", "image/png", sha256, b"\x89PNG"),))
        add(db, original("页面" * 99, "二.html"), [one])
    return path


def test_a_sound_archive_has_no_problems(tmp_path: Path) -> None:
    with reading(_archive(tmp_path)) as db:
        assert problems(db) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE originals SET content = x'00' WHERE id = 2", "二.html differs from what was retrieved"),
        ("UPDATE originals SET content = CAST('y' AS BLOB), encoding = 'none' WHERE id = 2", "二.html differs from"),
        ("UPDATE attachments SET content = x'00'", "attachment .* differs from what was stored"),
        ("UPDATE bulletins SET body = '会议指出，要捉落实。' WHERE id = 1", "text of bulletin 1"),
        ("UPDATE bulletins SET body = CAST(x'ff' AS TEXT) WHERE id = 1", "text of bulletin 1"),
        ("UPDATE bulletins SET title = CAST(x'ff' AS TEXT) WHERE id = 1", "text of bulletin 1"),
        ("UPDATE bulletins SET blocks = '[[' WHERE id = 1", "text of bulletin 1"),
        ("UPDATE originals SET name = CAST(x'ff' AS TEXT) WHERE id = 1", "name � can no longer be read"),
        ("DELETE FROM terms_docsize WHERE id < 2", "covers 1 of 2"),
    ],
)
def test_damage_is_reported(tmp_path: Path, change: str, told: str) -> None:
    path = _archive(tmp_path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(change)
    with reading(path) as db:
        (problem,) = problems(db)
        assert re.search(told, problem)


def test_a_backup_is_a_whole_archive_of_its_own(tmp_path: Path) -> None:
    path = _archive(tmp_path)
    with writing(path) as db:
        added(db, draft("丙", "还没有并入文件的一篇"))
        with reading(path) as other:
            backup(other, tmp_path / "b.xhdb")
    with reading(tmp_path / "b.xhdb", frozen=True) as db:
        assert read.ids(db) == (3, 2, 1)
        assert problems(db) == ()
    assert sorted(file.name for file in tmp_path.iterdir() if "b.xhdb" in file.name) == ["b.xhdb"]


def test_a_backup_never_replaces_a_file_and_never_copies_damage(tmp_path: Path) -> None:
    path = _archive(tmp_path)
    with reading(path) as db, pytest.raises(ArchiveError, match=r"a\.xhdb already"):
        backup(db, path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE bulletins SET body = '别的' WHERE id = 1")
    before = {file.name for file in tmp_path.iterdir()}
    with reading(path) as db, pytest.raises(ArchiveError, match="text of bulletin 1"):
        backup(db, tmp_path / "b.xhdb")
    assert {file.name for file in tmp_path.iterdir()} - {"a.xhdb-wal", "a.xhdb-shm"} == before


def test_a_cancelled_backup_leaves_nothing(tmp_path: Path) -> None:
    path, job = _archive(tmp_path), Job()
    job.cancel()
    with reading(path) as db, pytest.raises(Cancelled):
        backup(db, tmp_path / "b.xhdb", job)
    assert not (tmp_path / "b.xhdb").exists()
