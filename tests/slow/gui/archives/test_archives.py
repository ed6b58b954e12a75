from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.shell.desk import Desk


def shown(desk: Desk) -> Path:
    assert desk.archives.current is not None
    return desk.archives.current.path


def test_an_archive_opened_by_a_relative_path_is_shown_again_from_any_folder(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = builders.archive(tmp_path / "mine.xhdb", builders.draft())
    monkeypatch.chdir(tmp_path)
    assert shown(open_desk(Path("mine.xhdb"))) == mine
    monkeypatch.chdir(tmp_path.parent)
    assert shown(open_desk()) == mine


def test_an_archive_that_is_away_for_a_while_is_shown_again_once_it_is_back(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    mine = builders.archive(tmp_path / "mine.xhdb", builders.draft())
    open_desk(mine)
    mine.rename(tmp_path / "away")
    desk = open_desk()
    assert desk.archives.current is not None
    assert desk.archives.current.sample
    (tmp_path / "away").rename(mine)
    assert shown(open_desk()) == mine
