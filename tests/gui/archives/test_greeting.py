"""The welcoming notice."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.builders import archive
from tests.gui.conftest import OpenShown, desk_of
from tests.gui.driving import notice_page


def test_the_welcome_to_an_empty_archive_goes_once_an_import_is_asked_for(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    desk = desk_of(qtbot, open_shown(archive(tmp_path / "a.xhdb")).window, empty=True)
    qtbot.waitUntil(lambda: desk.notice.text().startswith("This archive is empty"))
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((notice_page(tmp_path, 1),))
        assert not desk.notice.text()
