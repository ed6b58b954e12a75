from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def damaged(archive: Path) -> Path:
    """The archive of two bulletins; the body of the first is no longer UTF-8."""
    with closing(sqlite3.connect(archive)) as db, db:
        db.execute("UPDATE bulletins SET body = CAST(x'e4bc9aff80' AS TEXT) WHERE id = 1")
    return archive


def test_show_names_the_damaged_bulletin_and_shows_the_others(run: Run, damaged: Path) -> None:
    shown = run("show", damaged, 1)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err == (
        "Bulletin 1 “河口区年度工作会议” of 公报.xhdb is damaged and cannot be read. Restore a backup of the archive.\n"
    )
    assert run("show", damaged, 2).code == 0


def test_a_search_lists_all_and_says_which_is_damaged(run: Run, damaged: Path) -> None:
    hits = run("search", damaged, "会议", "--json").json["hits"]
    assert {hit["id"]: hit["damaged"] for hit in hits} == {1: True, 2: False}
    assert "damaged · 河口日报" in run("search", damaged, "会议").out


@pytest.mark.parametrize("kind", ["markdown", "json", "csv", "text", "html", "ris", "bibtex", "csl"])
def test_an_export_leaves_the_damaged_one_out_and_says_so(run: Run, damaged: Path, tmp_path: Path, kind: str) -> None:
    (tmp_path / "each").mkdir()
    for target in (["--to", tmp_path / "all"], ["--to", tmp_path / "each"], []):
        done = run("export", damaged, "--all", "--format", kind, *target)
        assert (done.code, done.err.count("\n")) == (1, 1)
        assert done.err.startswith("Left out: Bulletin 1 “河口区年度工作会议”")
        assert "无日期的通知" in done.out or done.out.rstrip().endswith("1 bulletin.")
    assert len(list((tmp_path / "each").iterdir())) == 1


def test_a_summary_leaves_the_damaged_one_out_and_says_so(run: Run, damaged: Path, tmp_path: Path) -> None:
    done = run("summary", damaged, "--query", "会议", "--template", "digest", "-o", tmp_path / "a.pdf")
    assert (done.code, done.err.count("Left out: Bulletin 1")) == (1, 1)
    assert done.out.rstrip().endswith("1 bulletin.")


def test_commands_for_the_damaged_bulletin_alone_make_nothing(run: Run, damaged: Path, tmp_path: Path) -> None:
    for command in (["export", damaged, 1, "--format", "text", "--to"], ["summary", damaged, 1, "-o"]):
        done = run(*command, tmp_path / "out")
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
        assert not (tmp_path / "out").exists()


def test_commands_that_need_no_text_go_on(run: Run, damaged: Path, tmp_path: Path) -> None:
    assert run("info", damaged, "--json").json["bulletins"] == 2
    assert run("figures", damaged).code == 0
    assert run("original", damaged, 1, "-o", tmp_path / "page.html").code == 0
