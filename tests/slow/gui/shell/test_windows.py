from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenShown
from tests.gui.driving import listed, notice_page
from tests.gui.shell.test_restoring import an_archive, desk_in
from tests.gui.shell.test_windows import second


def test_the_report_of_an_import_is_for_the_window_that_asked_and_the_list_for_both(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    beside = second(qtbot, program)
    reports: list[object] = []
    for one in (desk, beside):
        one.importing.finished.connect(reports.append)
    beside.importing.start((notice_page(tmp_path, 1),))
    for one in (desk, beside):
        qtbot.waitUntil(lambda one=one: "关于第1号通知" in {hit.title for hit in listed(one)}, timeout=15_000)  # type: ignore[misc]
    assert len(reports) == 1
    assert beside.notice.text() == "1 imported"
    assert desk.notice.text() == ""
