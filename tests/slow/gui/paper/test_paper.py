from __future__ import annotations

from pathlib import Path

import pikepdf
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Choose, OpenDesk
from tests.gui.driving import search
from tests.gui.paper.previews import LONG, changed, click, preview
from xinhui_viewer.gui.paper.layouts import remember, remembered
from xinhui_viewer.records import Layout


def test_the_preview_is_made_again_when_an_option_changes_and_the_option_is_remembered(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    dialog = preview(qtbot, desk)
    before = dialog.windowTitle(), dialog.page_count()
    dialog.options.choose("official")
    changed(qtbot, desk, dialog)
    assert dialog.page_count() >= 1
    assert dialog.windowTitle() == before[0]
    assert remembered(desk.window.settings).template == "official"


def test_all_that_is_listed_is_saved_as_a_digest(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, choose: Choose
) -> None:
    desk, target = open_desk(), tmp_path / "digest.pdf"
    remember(desk.window.settings, Layout("digest"))
    count = len(search(qtbot, desk, "网格事件 日期:2024"))
    dialog = preview(qtbot, desk)
    dialog.options.choose_scope(1)
    changed(qtbot, desk, dialog)
    choose(target)
    click(dialog, "&Export PDF…")
    qtbot.waitUntil(lambda: str(target) in dialog.notice.text(), timeout=LONG)
    assert desk.notice.isHidden() or str(target) not in desk.notice.text()
    with pikepdf.open(target) as pdf, pdf.open_outline() as outline:
        named = [item.title for item in outline.root]
    assert len(named) >= count > 1


def test_each_bulletin_is_saved_into_a_file_named_by_a_pattern(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, choose: Choose
) -> None:
    desk = open_desk()
    count = len(search(qtbot, desk, "网格事件 日期:2024"))
    dialog = preview(qtbot, desk)
    dialog.options.choose_scope(1)
    dialog.options.each.setChecked(True)
    changed(qtbot, desk, dialog)
    choose(tmp_path)
    click(dialog, "&Export PDF…")
    qtbot.waitUntil(lambda: f"{count} file" in dialog.notice.text(), timeout=LONG)
    assert len(list(tmp_path.glob("2024-*.pdf"))) == count
