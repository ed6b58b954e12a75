from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run


def test_an_index_of_an_older_version_is_reported_until_it_is_updated(run: Run, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as db, db:
        db.execute("UPDATE meta SET value = value - 1 WHERE name = 'terms'")
    said = run("search", archive, "会议", "--json")
    assert said.json["count"] == 2
    assert said.err.count("\n") == 1
    assert "rebuild indexes it again" in said.err
    run("rebuild", archive)
    assert run("search", archive, "会议").err == ""
