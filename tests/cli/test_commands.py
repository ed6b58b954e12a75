from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from xinhui_viewer import cli
from xinhui_viewer.cli.main import COMMANDS

_CODE = """
import click

from xinhui_viewer.archive import connect, read
from xinhui_viewer.cli.options import archive_argument
from xinhui_viewer.cli.output import say


@click.command(help="List the titles of an archive.")
@archive_argument
def titles(archive):
    with connect.reading(archive) as db:
        say("\\n".join(read.bulletin(db, number).facts.title for number in read.ids(db)))
"""


def test_a_new_command_is_one_file_and_one_row(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "listing_titles.py").write_text(_CODE, encoding="utf-8")
    monkeypatch.setattr(cli, "__path__", [*cli.__path__, str(tmp_path)])
    monkeypatch.setitem(COMMANDS, "titles", ("listing_titles", "titles"))
    assert "titles       List the titles of an archive." in run("--help").out
    assert set(run("titles", archive).out.split()) == {"河口区年度工作会议", "无日期的通知"}
