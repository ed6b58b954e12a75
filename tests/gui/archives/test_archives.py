from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests import builders
from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.settings import Settings


def test_the_sample_is_shown_again_when_the_user_chose_it(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, settings: Settings
) -> None:
    desk = open_desk(builders.archive(tmp_path / "mine.xhdb", builders.draft()))
    desk.window.actions_by_name["sample"].trigger()
    qtbot.waitUntil(lambda: desk.archives.current is not None and desk.archives.current.sample)
    assert settings.get("archive") == ""
