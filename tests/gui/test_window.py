from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenWindow
from xinhui_viewer.archive import connect
from xinhui_viewer.gui.actions import ACTIONS
from xinhui_viewer.gui.menus import plain
from xinhui_viewer.gui.models.hits import HIT_ROLE
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.window import Window
from xinhui_viewer.records import Hit


def listed(window: Window) -> list[Hit]:
    view = window.browse.findChild(QWidget, "bulletins")
    model = view.model()  # type: ignore[attr-defined]
    return [model.index(row, 0).data(HIT_ROLE) for row in range(model.rowCount())]


def settle(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(
        lambda: not any(window.tasks.busy(name) for name in ("archive", "library", "search", "open", "mark"))
    )


def search(qtbot: QtBot, window: Window, text: str) -> list[Hit]:
    with qtbot.waitSignal(window.searching.answered):
        window.field.setText(text)
        qtbot.keyClick(window.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    return listed(window)


def test_a_new_user_sees_the_sample_archive_with_a_bulletin_open_and_its_outline(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.archives.current is not None
    assert window.archives.current.sample
    assert window.notice.text() == "This is the sample archive."
    assert window.reading.bulletin is not None
    assert len(window.reading.bulletin.sections) > 0
    assert len(listed(window)) >= 12


def test_typing_finds_clicking_a_section_jumps_and_exporting_writes_the_pdf(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    hits = search(qtbot, window, "网格事件")
    assert hits
    assert all("网格事件" in hit.excerpt or "网格事件" in hit.title for hit in hits)
    qtbot.waitUntil(lambda: window.reading.bulletin is not None and window.reading.bulletin.id == hits[0].id)
    shown = window.reading.bulletin
    assert shown is not None
    last = len(shown.sections) - 1
    window.outline.section_chosen.emit(last)
    qtbot.waitUntil(lambda: window.reader.section() == last or window.reader.progress() > 0.95)
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    window.actions_by_name["save_pdf"].trigger()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: str(target) in window.notice.text())
    with pikepdf.open(target) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].title == shown.title


def test_the_seed_is_imported_found_and_read_in_the_window(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, seed: Path
) -> None:
    archive = tmp_path / "mine.xhdb"
    connect.create(archive)
    window = open_window(archive, empty=True)
    with qtbot.waitSignal(window.importing.finished, timeout=20_000):
        window.importing.start((seed,))
    qtbot.waitUntil(lambda: window.reading.bulletin is not None)
    settle(qtbot, window)
    assert window.reading.bulletin is not None
    assert window.reading.bulletin.source == "南方日报"
    assert [hit.id for hit in search(qtbot, window, "會議")] == [window.reading.bulletin.id]
    assert window.reader.match_count() == window.reading.bulletin.body.count("会议")


def test_dropped_files_are_imported_and_a_broken_one_is_reported(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("云汀区防汛工作通报\n来源:云汀日报 发布日期:2023-06-01\n\n全区转移群众1200人。\n", "utf-8")
    bad.write_bytes(b"")
    archive = tmp_path / "mine.xhdb"
    connect.create(archive)
    window = open_window(archive, empty=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
    with qtbot.waitSignal(window.importing.finished, timeout=20_000) as finished:
        window.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert [line.outcome for line in finished.args[0]] == ["imported", "rejected"]
    qtbot.waitUntil(lambda: window.reading.bulletin is not None)
    assert window.reading.bulletin is not None
    assert window.reading.bulletin.title == "云汀区防汛工作通报"


def test_importing_into_the_sample_makes_an_archive_of_the_users_own(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "documents" / "mine.xhdb"
    monkeypatch.setattr("xinhui_viewer.gui.flows.archives.default_archive", lambda: own)
    page = tmp_path / "page.txt"
    page.write_text(
        "关于开展夏季安全检查的通知\n来源:云汀日报 发布日期:2023-06-01\n\n现将有关事项通知如下。\n", "utf-8"
    )
    window = open_window()
    with qtbot.waitSignal(window.importing.finished, timeout=20_000):
        window.importing.start((page,))
    qtbot.waitUntil(lambda: window.archives.current is not None and window.archives.current.path == own)
    assert "sample" not in window.notice.text()


def test_f3_steps_through_the_matches_and_the_foot_counts_them(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    search(qtbot, window, "矛盾纠纷")
    qtbot.waitUntil(lambda: window.reader.match_count() > 1)
    total = window.reader.match_count()
    seen: list[tuple[int, int]] = []
    window.reading.matches_changed.connect(lambda at, of: seen.append((at, of)))
    window.actions_by_name["next_match"].trigger()
    window.actions_by_name["next_match"].trigger()
    window.actions_by_name["last_match"].trigger()
    steps = [at for at, of in seen if of == total]
    assert len(steps) == 3
    assert steps[1] - steps[0] in (1, 1 - total)
    assert steps[2] == steps[0]


def test_back_returns_to_the_bulletin_read_before(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    first, second = listed(window)[0], listed(window)[3]
    window.browse.opened.emit(second.id)
    qtbot.waitUntil(lambda: window.reading.bulletin is not None and window.reading.bulletin.id == second.id)
    assert window.actions_by_name["back"].isEnabled()
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: window.reading.bulletin is not None and window.reading.bulletin.id == first.id)
    assert window.actions_by_name["forward"].isEnabled()


def test_a_search_that_finds_nothing_says_what_each_word_would_find(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    assert search(qtbot, window, "网格事件 不存在的词语") == []
    offers = [button.text() for button in window.browse.offers()]
    assert len(offers) == 1
    assert offers[0].startswith("“网格事件”: ")


def test_choosing_a_step_of_the_breadcrumbs_lists_that_column(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    shown = window.reading.bulletin
    assert shown is not None
    with qtbot.waitSignal(window.searching.answered):
        window.breadcrumbs.column_chosen.emit(shown.columns)
    settle(qtbot, window)
    assert shown.id in [hit.id for hit in listed(window)]
    assert all(hit.columns[: len(shown.columns)] == shown.columns for hit in listed(window))


def test_the_preview_shows_the_pages_that_would_be_printed(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: window.paper.preview_dialog is not None, timeout=20_000)
    assert window.paper.preview_dialog is not None
    assert window.paper.preview_dialog.page_count() >= 1
    window.paper.preview_dialog.reject()
    assert window.paper.preview_dialog is None


def test_a_damaged_archive_is_told_in_a_sentence_and_the_sample_is_shown(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xhdb"
    broken.write_bytes(b"no archive at all" * 1000)
    window = open_window(broken)
    assert window.archives.current is not None
    assert window.archives.current.sample
    assert "broken.xhdb" in window.notice.text()


def test_a_narrow_window_shows_the_list_or_the_text_and_calls_the_outline_over_it(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    window.resize(820, 560)
    qtbot.waitUntil(lambda: window.arrangement.stacked)
    assert window.browse.isVisible()
    assert not window.reader.isVisible()
    window.browse.opened.emit(listed(window)[2].id)
    assert window.reader.isVisible()
    assert not window.tabs.isVisible()
    window.actions_by_name["outline"].trigger()
    assert window.tabs.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.tabs.isVisible()
    window.actions_by_name["back"].trigger()
    assert window.browse.isVisible()


def test_another_language_and_theme_are_kept(qtbot: QtBot, open_window: OpenWindow, settings: Settings) -> None:
    window = open_window()
    window.actions_by_name["theme"].trigger()
    assert settings.get("theme") == "dark"
    assert window.palette().window().color().lightness() < 128
    window.actions_by_name["language"].trigger()
    assert settings.get("language") == "zh_CN"


def test_every_action_has_words_a_tip_and_a_place_in_a_menu_and_no_two_share_a_key(open_window: OpenWindow) -> None:
    window = open_window()
    in_menus = {
        action.objectName()
        for top in window.menuBar().actions()
        for action in top.menu().actions()  # type: ignore[attr-defined]
    }
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(keys) == len(set(keys))
    for row in ACTIONS:
        action = window.actions_by_name[row.name]
        assert plain(action.text())
        assert action.toolTip()
        assert row.name in in_menus


def test_every_widget_that_takes_the_keyboard_has_a_name_for_screen_readers(open_window: OpenWindow) -> None:
    window = open_window()
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert unnamed == []
