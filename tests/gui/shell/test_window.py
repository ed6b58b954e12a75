from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Choose, OpenDesk
from tests.gui.driving import click_section, listed, search, settle
from xinhui_viewer.archive import writing
from xinhui_viewer.gui.parts.mnemonics import plain
from xinhui_viewer.gui.results.library_model import COUNT_ROLE
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.actions import rows
from xinhui_viewer.records import Word
from xinhui_viewer.search.sought import Sought


def test_a_new_user_sees_the_sample_archive_with_a_bulletin_open_and_its_outline(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.archives.current is not None
    assert desk.archives.current.sample
    assert desk.notice.text() == "This is the sample archive."
    assert desk.reading.bulletin is not None
    assert len(desk.reading.bulletin.sections) > 0
    assert len(listed(desk)) >= 12


def test_typing_finds_clicking_a_section_jumps_and_exporting_writes_the_pdf(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, choose: Choose
) -> None:
    desk = open_desk()
    hits = search(qtbot, desk, "网格事件")
    assert hits
    assert all("网格事件" in hit.excerpt or "网格事件" in hit.title for hit in hits[:9] if not hit.partial)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == hits[0].id)
    shown = desk.reading.bulletin
    assert shown is not None
    last = len(shown.sections) - 1
    click_section(qtbot, desk, last)
    qtbot.waitUntil(lambda: desk.reader.section() == last or desk.reader.progress() > 0.95)
    target = tmp_path / "out.pdf"
    choose(target)
    desk.window.actions_by_name["save_pdf"].trigger()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: str(target) in desk.notice.text())
    with pikepdf.open(target) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].title == shown.facts.title


def test_dropped_files_are_imported_and_a_broken_one_is_reported(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("云汀区防汛工作通报\n来源:云汀日报 发布日期:2023-06-01\n\n全区转移群众1200人。\n", "utf-8")
    bad.write_bytes(b"")
    archive = tmp_path / "mine.xhdb"
    writing.create(archive)
    desk = open_desk(archive, empty=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000) as finished:
        desk.window.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert [line.outcome for line in finished.args[0]] == ["imported", "rejected"]
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None)
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.facts.title == "云汀区防汛工作通报"


def test_f3_steps_through_the_matches_and_the_foot_counts_them(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    search(qtbot, desk, "矛盾纠纷")
    qtbot.waitUntil(lambda: desk.reader.match_count() > 1)
    total = desk.reader.match_count()
    seen: list[tuple[int, int]] = []
    desk.reading.matches_changed.connect(lambda at, of: seen.append((at, of)))
    desk.window.actions_by_name["next_match"].trigger()
    desk.window.actions_by_name["next_match"].trigger()
    desk.window.actions_by_name["previous_match"].trigger()
    steps = [at for at, of in seen if of == total]
    assert len(steps) == 3
    assert steps[1] - steps[0] in (1, 1 - total)
    assert steps[2] == steps[0]


def test_back_returns_to_the_bulletin_read_before(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    first, second = listed(desk)[0], listed(desk)[3]
    desk.browse.opened.emit(second.id)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == second.id)
    assert desk.window.actions_by_name["back"].isEnabled()
    desk.window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == first.id)
    assert desk.window.actions_by_name["forward"].isEnabled()


def test_a_search_that_finds_nothing_says_what_each_word_would_find(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert all(hit.partial for hit in search(qtbot, desk, "网格事件 不存在的词语"))
    offers = [button.text() for button in desk.browse.offers()]
    assert len(offers) == 1
    assert offers[0].startswith("without “不存在的词语”: ")
    assert search(qtbot, desk, "火星 日期:1999") == []
    assert search(qtbot, desk, "网格 日期:1999") == []
    offers = [button.text() for button in desk.browse.offers()]
    assert offers == ["without 1999: 21 bulletins"]


def test_choosing_a_step_of_the_breadcrumbs_lists_that_column(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    shown = desk.reading.bulletin
    assert shown is not None
    with qtbot.waitSignal(desk.searching.answered):
        desk.breadcrumbs.column_chosen.emit(shown.facts.columns)
    settle(qtbot, desk)
    assert shown.id in [hit.id for hit in listed(desk)]
    assert all(hit.columns[: len(shown.facts.columns)] == shown.facts.columns for hit in listed(desk))


def test_the_original_of_the_bulletin_on_show_is_saved_byte_for_byte(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, choose: Choose
) -> None:
    desk, target = open_desk(), tmp_path / "original.html"
    choose(target)
    desk.window.actions_by_name["original"].trigger()
    qtbot.waitUntil(lambda: str(target) in desk.notice.text())
    assert desk.reading.bulletin is not None
    assert hashlib.sha256(target.read_bytes()).hexdigest() == desk.reading.bulletin.provenance.sha256


def test_the_preview_shows_the_pages_that_would_be_printed(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: desk.paper.preview_dialog is not None, timeout=20_000)
    assert desk.paper.preview_dialog is not None
    dialog = desk.paper.preview_dialog
    qtbot.waitUntil(lambda: dialog.page_count() >= 1, timeout=20_000)
    desk.paper.preview_dialog.reject()
    assert desk.paper.preview_dialog is None


def test_a_damaged_archive_is_reported_in_a_sentence_and_the_sample_is_shown(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xhdb"
    broken.write_bytes(b"no archive at all" * 1000)
    desk = open_desk(broken)
    assert desk.archives.current is not None
    assert desk.archives.current.sample
    assert "broken.xhdb" in desk.notice.text()


def test_a_narrow_window_shows_the_list_or_the_text_and_calls_the_outline_over_it(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    desk.window.resize(820, 560)
    qtbot.waitUntil(lambda: desk.arrangement.stacked)
    assert desk.browse.isVisible()
    assert not desk.reader.isVisible()
    desk.browse.opened.emit(listed(desk)[2].id)
    assert desk.reader.isVisible()
    assert not desk.tabs.isVisible()
    desk.window.actions_by_name["outline"].trigger()
    assert desk.tabs.isVisible()
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert not desk.tabs.isVisible()
    desk.window.actions_by_name["back"].trigger()
    assert desk.browse.isVisible()


def test_another_language_and_theme_are_kept(qtbot: QtBot, open_desk: OpenDesk, settings: Settings) -> None:
    desk = open_desk()
    desk.window.actions_by_name["theme"].trigger()
    assert settings.get("theme") == "dark"
    assert desk.window.palette().window().color().lightness() < 128
    desk.window.actions_by_name["language"].trigger()
    assert settings.get("language") == "zh_CN"


def test_every_action_has_words_a_tip_and_a_place_in_a_menu_and_no_two_share_a_key(open_desk: OpenDesk) -> None:
    desk = open_desk()
    in_menus = {
        action.objectName()
        for top in desk.window.menuBar().actions()
        for action in top.menu().actions()  # type: ignore[attr-defined]
    }
    keys = [key for row in rows() for key in row.keys]
    assert len(keys) == len(set(keys))
    for row in rows():
        action = desk.window.actions_by_name[row.name]
        assert plain(action.text())
        assert action.toolTip()
        assert row.name in in_menus
        assert action.icon().isNull() == (not row.icon)


def test_every_widget_that_takes_the_keyboard_has_a_name_for_screen_readers(open_desk: OpenDesk) -> None:
    desk = open_desk()
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in desk.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(desk.window)
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert unnamed == []


def test_marks_are_those_of_the_bulletin_on_show_when_a_search_and_an_opening_cross(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    other = listed(desk)[1].id
    desk.reading.mark(Sought(words=(Word("全区"),)))
    desk.reading.open(other)
    desk.reading.mark(Sought(words=(Word("矛盾纠纷"),)))
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == other)
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert desk.reader.match_count() == desk.reading.bulletin.body.count("矛盾纠纷") > 0


def test_the_library_shows_the_exact_number_of_bulletins_however_large(
    qtbot: QtBot, open_desk: OpenDesk, many: Path
) -> None:
    desk = open_desk(many)
    tree = desk.browse.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    assert tree.model().index(0, 0).data(COUNT_ROLE) == 2003
    qtbot.waitUntil(lambda: desk.browse.head.count_text() == "2,003 bulletins")


@pytest.mark.parametrize("name", ["keys", "syntax", "about"])
def test_help_opens_on_every_topic(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk()
    desk.window.actions_by_name[name].trigger()
    (dialog,) = (dialog for dialog in desk.window.findChildren(QDialog) if dialog.isVisible())
    assert dialog.windowTitle()
    assert any(label.text() for label in dialog.findChildren(QLabel))


def test_every_tab_beside_the_text_has_room_for_its_name(open_desk: OpenDesk) -> None:
    desk = open_desk()
    bar = desk.tabs.tabBar()
    assert desk.tabs.isVisible()
    assert bar.tabRect(bar.count() - 1).right() < bar.width()


def test_focus_reading_shows_the_text_alone_until_escape_or_a_pane_is_asked_for(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    around = (desk.window.menuBar(), desk.window.toolbar, desk.window.statusBar(), desk.browse, desk.tabs)
    for leave in (
        lambda: qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Escape),
        desk.window.actions_by_name["focus_reading"].trigger,
        desk.window.actions_by_name["search"].trigger,
        desk.window.actions_by_name["outline"].trigger,
    ):
        desk.window.actions_by_name["focus_reading"].trigger()
        assert not any(part.isVisible() for part in around)
        assert desk.reader.isVisible()
        leave()
        assert all(part.isVisible() for part in around)


def test_keys_work_while_the_menus_are_hidden(qtbot: QtBot, open_desk: OpenDesk, settings: Settings) -> None:
    desk = open_desk()
    desk.window.activateWindow()
    desk.window.actions_by_name["focus_reading"].trigger()
    qtbot.keyClick(desk.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert settings.get("theme") == "dark"
