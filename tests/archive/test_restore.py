from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.builders import added, archive, draft
from xinhui_viewer.archive import read
from xinhui_viewer.archive.backup import backup, dated, restore
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import ArchiveError, Cancelled
from xinhui_viewer.job import Job


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A backup of an archive a.xhdb that has got a second bulletin since."""
    path = archive(tmp_path / "a.xhdb", draft("甲", "备份时的一篇"))
    with reading(path) as db:
        backup(db, tmp_path / "saved.xhdb")
    with writing(path) as db:
        added(db, draft("乙", "后来的一篇"))
    return tmp_path / "saved.xhdb"


def _titles(path: Path) -> list[str]:
    with reading(path) as db:
        assert problems(db) == ()
        return [read.bulletin(db, number).facts.title for number in read.ids(db)]


def test_a_backup_replaces_the_archive_which_is_kept(saved: Path) -> None:
    path, kept = saved.with_name("a.xhdb"), saved.with_name("kept.xhdb")
    assert restore(saved, path, kept) is True
    assert (_titles(path), _titles(kept), _titles(saved)) == (["甲"], ["乙", "甲"], ["甲"])
    assert sorted(file.name for file in saved.parent.iterdir()) == ["a.xhdb", "kept.xhdb", "saved.xhdb"]
    with writing(path) as db:
        added(db, draft("丙", "又能写入"))
    assert _titles(path) == ["丙", "甲"]


def test_an_archive_that_is_gone_is_restored_under_its_name(saved: Path) -> None:
    path, kept = saved.with_name("a.xhdb"), saved.with_name("kept.xhdb")
    path.unlink()
    assert restore(saved, path, kept) is False
    assert _titles(path) == ["甲"]
    assert not kept.exists()


@pytest.mark.parametrize("gone", [False, True])
def test_unmerged_changes_of_a_crash_never_get_into_the_restored_archive(saved: Path, gone: bool) -> None:
    path, kept = saved.with_name("a.xhdb"), saved.with_name("kept.xhdb")
    crashed = saved.with_name("crashed")
    crashed.mkdir()
    with writing(path) as db:
        added(db, draft("丙", "崩溃前的一篇"))
        for ending in ("", "-wal", "-shm"):
            shutil.copy(f"{path}{ending}", crashed)
    path, kept = crashed / "a.xhdb", crashed / "kept.xhdb"
    if gone:
        path.unlink()
    assert restore(saved, path, kept) is not gone
    assert _titles(path) == ["甲"]
    if not gone:
        assert _titles(kept) == ["丙", "乙", "甲"]


@pytest.mark.parametrize("content", [b"", b"no archive" * 900, None])
def test_a_damaged_archive_is_replaced_and_kept_as_it_was(saved: Path, content: bytes | None) -> None:
    path, kept = saved.with_name("a.xhdb"), saved.with_name("kept.xhdb")
    if content is None:
        whole = path.read_bytes()
        content = whole[:8192] + os.urandom(len(whole) - 8192)
    path.write_bytes(content)
    path.with_name("a.xhdb-wal").write_bytes(b"stale" * 99)
    restore(saved, path, kept)
    assert _titles(path) == ["甲"]
    assert kept.stat().st_size == len(content)


def test_a_backup_that_is_not_whole_changes_nothing(saved: Path) -> None:
    path = saved.with_name("a.xhdb")
    with closing(sqlite3.connect(saved)) as db, db:
        db.execute("UPDATE bulletins SET body = '别的'")
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"saved\.xhdb is damaged: The text of bulletin 1"):
        restore(saved, path, saved.with_name("kept.xhdb"))
    assert path.read_bytes() == before
    assert sorted(file.name for file in saved.parent.iterdir()) == ["a.xhdb", "saved.xhdb"]


def test_nothing_is_restored_over_an_archive_that_is_written_or_read_or_over_itself(saved: Path) -> None:
    path, kept = saved.with_name("a.xhdb"), saved.with_name("kept.xhdb")
    with writing(path), pytest.raises(ArchiveError, match=r"a\.xhdb is being written"):
        restore(saved, path, kept)
    with reading(path), pytest.raises(ArchiveError, match=r"a\.xhdb is in use"):
        restore(saved, path, kept, patience=0.01)
    with pytest.raises(ArchiveError, match=r"saved\.xhdb is the archive itself"):
        restore(saved, saved, kept)
    assert (_titles(path), kept.exists()) == (["乙", "甲"], False)


def test_a_stopped_restore_changes_nothing(saved: Path) -> None:
    path, job = saved.with_name("a.xhdb"), Job()
    job.cancel()
    with pytest.raises(Cancelled):
        restore(saved, path, saved.with_name("kept.xhdb"), job)
    assert _titles(path) == ["乙", "甲"]
    assert sorted(file.name for file in saved.parent.iterdir()) == ["a.xhdb", "saved.xhdb"]


def test_an_archive_of_an_older_version_is_whole_and_backed_up(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as other, other:
        other.execute("UPDATE meta SET value = 0 WHERE name = 'terms'")
    with reading(saved) as db:
        assert problems(db) == ()
        backup(db, saved.with_name("again.xhdb"))


def test_a_dated_name_is_one_that_no_file_has(tmp_path: Path) -> None:
    day = date(2026, 11, 27)
    first = dated(tmp_path / "公报.xhdb", "备份", day)
    first.touch()
    assert (first.name, dated(tmp_path / "公报.xhdb", "备份", day).name) == (
        "公报-备份-2026-11-27.xhdb",
        "公报-备份-2026-11-27-2.xhdb",
    )
