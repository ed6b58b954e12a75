from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.archive.test_derived import aged
from tests.gui.conftest import OpenDesk
from xinhui_viewer.archive import derived
from xinhui_viewer.archive.connect import reading


def test_an_archive_of_an_older_version_is_updated_while_one_reads(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = aged(tmp_path / "old.xhdb", 5)
    desk = open_desk(path)
    assert desk.reading.bulletin is not None
    qtbot.waitUntil(lambda: len(desk.reading.bulletin.sections) == 2, timeout=10_000)  # type: ignore[union-attr]
    with reading(path) as db:
        assert not derived.outdated(db)
