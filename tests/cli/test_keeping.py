from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run


def _falsify(archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as db, db:
        db.execute("UPDATE bulletins SET body = '会议另行通智。' WHERE id = 2")


def test_a_whole_archive_is_verified_and_a_falsified_text_is_named(run: Run, archive: Path) -> None:
    done = run("verify", archive)
    assert (done.code, done.out, done.err) == (0, f"{archive} is undamaged.\n", "")
    assert run("verify", archive, "--json").json == {"path": str(archive), "whole": True, "problems": []}
    _falsify(archive)
    done = run("verify", archive)
    assert (done.code, done.out) == (1, "The text of bulletin 2 differs from what was stored.\n")
    assert done.err == "Restore a backup of the archive.\n"
    told = run("verify", archive, "--json")
    assert (told.code, told.json["whole"], len(told.json["problems"])) == (1, False, 1)


def test_an_archive_without_a_table_is_reported_in_sentences(run: Run, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as db, db:
        db.execute("DROP TABLE bulletin_attachments")
    done = run("verify", archive)
    assert (done.code, "Part of the file cannot be read." in done.out) == (1, True)


def test_a_damaged_archive_is_restored_from_its_backup(run: Run, archive: Path, tmp_path: Path) -> None:
    done = run("backup", archive)
    (made,) = tmp_path.glob("公报-backup-????-??-??.xhdb")
    assert (done.code, done.out) == (0, f"Backed up and verified: {made}\n")
    _falsify(archive)
    done = run("restore", made, archive)
    (kept,) = tmp_path.glob("公报-replaced-????-??-??.xhdb")
    assert (done.code, done.out.splitlines()) == (
        0,
        [f"{archive} was restored from {made}.", f"The previous archive is kept as {kept}."],
    )
    assert (run("verify", archive).code, run("verify", kept).code) == (0, 1)
    assert run("show", archive, 2).out.rstrip().endswith("会议另行通知。")


def test_a_backup_is_named_and_never_overwrites(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "备份.xhdb"
    assert run("backup", archive, "-o", target).code == 0
    before = target.read_bytes()
    done = run("backup", archive, "-o", target)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "备份.xhdb already" in done.err
    assert target.read_bytes() == before


def test_a_file_to_be_made_in_a_folder_that_does_not_exist_is_refused_with_its_folder(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    target = tmp_path / "none" / "a.xhdb"
    for command in (("create", target), ("backup", archive, "-o", target), ("restore", archive, target)):
        done = run(*command)
        assert (done.code, f"The folder {target.parent} does not exist." in done.err) == (1, True)


def test_nothing_is_restored_from_what_is_no_whole_backup(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "other.xhdb"
    for source in (tmp_path / "none.xhdb", archive):
        if source.exists():
            _falsify(source)
        done = run("restore", source, target)
        assert (done.code, done.out, done.err.count("\n"), target.exists()) == (1, "", 1, False)
