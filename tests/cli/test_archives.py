from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_an_archive_is_created_and_described(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "新会.xhdb"
    assert run("create", path).code == 0
    told = run("info", path, "--json").json
    assert (told["path"], told["bulletins"], told["originals"], told["newer"]) == (str(path), 0, 0, False)
    assert (told["first"], told["last"]) == (None, None)


def test_nothing_is_made_over_a_file(run: Run, archive: Path) -> None:
    before = archive.read_bytes()
    done = run("create", archive)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "公报.xhdb" in done.err
    assert archive.read_bytes() == before


def test_values_stand_under_each_other(run: Run, archive: Path) -> None:
    lines = run("info", archive).out.splitlines()
    assert {line.index(line.split("  ", 1)[1].strip()) for line in lines} == {16}


COMMANDS = (["info"], ["search", "会议"], ["show", "1"], ["summary", "1", "-o", "out.pdf"], ["import", "page.txt"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("content", [None, b"", b"no archive, only a text" * 400], ids=["missing", "empty", "text"])
def test_a_file_that_is_no_archive_is_one_sentence_and_stays_as_it_is(
    run: Run, tmp_path: Path, command: list[str], content: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "other.xhdb"
    if content is not None:
        path.write_bytes(content)
    done = run(command[0], path, *command[1:])
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "other.xhdb" in done.err
    assert [file.name for file in tmp_path.iterdir()] == ([] if content is None else ["other.xhdb"])
    assert content is None or path.read_bytes() == content


def test_a_newer_archive_is_read_and_not_written(run: Run, archive: Path, page: Path) -> None:
    with closing(sqlite3.connect(archive)) as db:
        db.execute("PRAGMA user_version = 999")
    assert run("info", archive, "--json").json["newer"] is True
    assert run("search", archive, "会议", "--json").json["count"] == 2
    done = run("import", archive, page, "--json")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("公报.xhdb was created by a newer version")
