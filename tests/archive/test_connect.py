from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.builders import added, archive, draft
from xinhui_viewer.archive import connect, read
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import create, writing
from xinhui_viewer.errors import ArchiveError


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that nobody may write to; the caller fills it and then calls ``chmod(0o555)``."""
    if not hasattr(os, "geteuid"):
        pytest.skip("folders cannot be made read-only here")
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        root = os.geteuid() == 0
        yield folder
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def _lock(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)  # root may write anywhere


def test_a_missing_archive_is_an_error_and_never_a_new_file(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no\.xhdb"), reading(tmp_path / "no.xhdb"):
        pass
    with pytest.raises(ArchiveError, match=r"no\.xhdb"), writing(tmp_path / "no.xhdb"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="folder"), reading(tmp_path):
        pass


def test_create_makes_one_file_that_says_what_it_is(tmp_path: Path) -> None:
    create(tmp_path / "a.xhdb")
    assert [file.name for file in tmp_path.iterdir()] == ["a.xhdb"]
    with sqlite3.connect(tmp_path / "a.xhdb") as db:
        assert db.execute("PRAGMA application_id").fetchone() == (connect.APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (connect.SCHEMA,)
        assert db.execute("PRAGMA page_size").fetchone() == (8192,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE '%sqlite_%'"
        assert db.execute(loose).fetchall() == []
    db.close()


def test_create_refuses_a_name_that_is_taken_and_leaves_the_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.xhdb").write_text("mine")
    with pytest.raises(ArchiveError, match=r"a\.xhdb"):
        create(tmp_path / "a.xhdb")
    assert (tmp_path / "a.xhdb").read_text() == "mine"


def test_create_in_a_missing_folder_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"folder .*none does not exist"):
        create(tmp_path / "none" / "a.xhdb")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a?b#c%20d.xhdb", "新会 公报;'\".xhdb"])
def test_any_file_name_works(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / name, draft("甲", "乙"))
    with reading(path) as db:
        assert read.bulletin(db, 1).facts.title == "甲"
    with reading(path, frozen=True) as db:
        assert read.info(db).path == path


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"x" * 5000, os.urandom(20_000)])
def test_a_file_that_is_no_archive_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xhdb").write_bytes(content)
    with pytest.raises(ArchiveError, match=r"a\.xhdb"), reading(tmp_path / "a.xhdb"):
        pass
    with pytest.raises(ArchiveError, match=r"a\.xhdb"), writing(tmp_path / "a.xhdb"):
        pass
    assert (tmp_path / "a.xhdb").read_bytes() == content


def test_another_programs_database_is_not_an_archive(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as db:
        db.execute("CREATE TABLE x (y)")
    db.close()
    with pytest.raises(ArchiveError, match=r"a\.db is not an archive"), writing(tmp_path / "a.db"):
        pass


def test_a_newer_archive_can_be_read_but_not_written(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    with reading(path) as db:
        assert read.info(db).newer
        assert read.bulletin(db, 1).body == "乙"
    with pytest.raises(ArchiveError, match="newer version"), writing(path):
        pass


def test_only_one_writes_and_others_read_meanwhile(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    with writing(path) as db:
        added(db, draft("丙", "丁"))
        with pytest.raises(ArchiveError, match="being written"), writing(path):
            pass
        with reading(path) as other:
            assert read.ids(other) == (2, 1)
    with writing(path):
        pass
    assert [file.name for file in tmp_path.iterdir()] == ["a.xhdb"]


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    with pytest.raises(ArchiveError, match="read-only"), reading(path) as db:
        db.run("DELETE FROM bulletins")


def test_a_frozen_reader_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    with reading(path, frozen=True) as db:
        assert read.ids(db) == (1,)
        assert [file.name for file in tmp_path.iterdir()] == ["a.xhdb"]


def test_an_archive_in_a_read_only_folder_is_read_and_says_why_it_is_not_written(locked_folder: Path) -> None:
    path = archive(locked_folder / "a.xhdb", draft("甲", "乙"))
    _lock(locked_folder)
    with reading(path) as db:
        assert read.bulletin(db, 1).facts.title == "甲"
    with pytest.raises(ArchiveError, match=r"folder of a\.xhdb"), writing(path):
        pass
    with pytest.raises(ArchiveError, match=r"b\.xhdb"):
        create(locked_folder / "b.xhdb")


def test_a_read_only_folder_with_changes_not_yet_merged_is_not_read_without_them(locked_folder: Path) -> None:
    path = archive(locked_folder / "a.xhdb", draft("甲", "乙"))
    (locked_folder / "b").mkdir()
    with writing(path) as db:
        added(db, draft("丙", "丁"))
        shutil.copy(path, locked_folder / "b")
        shutil.copy(f"{path}-wal", locked_folder / "b")
    _lock(locked_folder / "b")
    try:
        with pytest.raises(ArchiveError, match=r"a\.xhdb"), reading(locked_folder / "b" / "a.xhdb"):
            pass
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        (locked_folder / "b").chmod(0o755)


def test_a_damaged_archive_is_reported(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", *(draft(f"甲{n}", "乙" * 9000) for n in range(9)))
    content = bytearray(path.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"a\.xhdb is damaged"), reading(path) as db:
        read.bulletin(db, 1)


def test_an_import_killed_in_the_middle_keeps_what_was_done_and_can_go_on(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "乙"))
    code = """
import os, sys
from pathlib import Path
from tests.builders import added, draft
from xinhui_viewer.archive.writing import writing
with writing(Path(sys.argv[1])) as db:
    added(db, draft("丙", "丁"))
    with db.transaction():
        db.run("DELETE FROM bulletins WHERE id = 1")
        os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == 9
    with writing(path) as db:
        assert read.ids(db) == (2, 1)


def test_the_schemas_number_is_the_number_of_its_migrations() -> None:
    from xinhui_viewer.archive.migrations import MIGRATIONS

    assert len(MIGRATIONS._migrations) == connect.SCHEMA


def test_reading_leaves_nothing_beside_an_archive_and_cannot_write_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "文"))
    with connect.reading(path) as db:
        assert db.value("SELECT count(*) FROM bulletins") == 1
        with pytest.raises(ArchiveError, match="read-only"):
            db.run("DELETE FROM bulletins")
    assert [found.name for found in tmp_path.iterdir() if "lock" not in found.name] == ["a.xhdb"]
