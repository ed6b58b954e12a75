from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, search, settle
from xinhui_viewer.gui.results.hints import Hints
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Hit
from xinhui_viewer.search.places import of_source


def narrow(qtbot: QtBot, desk: Desk) -> None:
    desk.window.actions_by_name["narrow"].trigger()
    qtbot.waitUntil(lambda: not desk.tasks.busy("refine"))


def _answered(qtbot: QtBot, desk: Desk, text: str) -> list[Hit]:
    qtbot.waitUntil(lambda: desk.field.text() == text and not desk.tasks.busy("search"))
    settle(qtbot, desk)
    return listed(desk)


def test_a_bar_of_the_histogram_narrows_the_results_to_its_year(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    before = search(qtbot, desk, "网格")
    narrow(qtbot, desk)
    bars = desk.browse.refine.bars
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Home)
    first, _, count = bars.accessibleDescription().partition(": ")
    QTest.keyClick(bars, Qt.Key.Key_Return)
    hits = _answered(qtbot, desk, f"网格 日期:{first}")
    assert len(hits) == int(count) < len(before)
    assert all(hit.published and hit.published.year == int(first) for hit in hits)


def test_a_source_narrows_and_its_chip_takes_it_out_again(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    before = search(qtbot, desk, "网格")
    narrow(qtbot, desk)
    source = before[0].source
    desk.browse.refine.chosen.emit(of_source(source))
    hits = _answered(qtbot, desk, f'网格 来源:"{source}"')
    assert {hit.source for hit in hits} == {source}
    assert len(hits) < len(before)
    (chip,) = desk.browse.offers()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(_answered(qtbot, desk, "网格")) == len(before)


def test_everyday_words_say_what_else_was_searched_and_can_be_searched_alone(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert all(hit.partial for hit in search(qtbot, desk, "老楼"))
    assert any(hit.also for hit in listed(desk))
    (only,) = [button for button in desk.browse.offers() if "老楼" in button.text()]
    QTest.mouseClick(only, Qt.MouseButton.LeftButton)
    assert _answered(qtbot, desk, '"老楼"') == []
    hints = desk.browse.findChild(Hints)
    assert hints is not None
    assert not hints.isVisible()


def test_many_results_are_counted_exactly_after_the_first_answer(qtbot: QtBot, open_desk: OpenDesk, many: Path) -> None:
    desk = open_desk(many)
    said: list[str] = []
    desk.searching.answered.connect(lambda _words: said.append(desk.browse.head.count_text()))
    search(qtbot, desk, "防汛")
    assert [text.partition(" ")[0] for text in said] == ["2,000+"]
    qtbot.waitUntil(lambda: desk.browse.head.count_text().startswith("2,003 "))


def test_words_of_a_question_are_told_and_searched_on_a_click(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    hits = search(qtbot, desk, "网格归谁管")
    assert hits == search(qtbot, desk, "网格")
    search(qtbot, desk, "网格归谁管")
    (offer,) = [button for button in desk.browse.offers() if "归谁管" in button.text()]
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert _answered(qtbot, desk, '网格 "归谁管"') == []


def test_a_slip_of_the_input_method_shows_what_may_be_meant_and_offers_to_search_it(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    made = archive(tmp_path / "a.xhdb", draft("渔港灯会通知", "渔港灯会在码头举行。"), draft("简报", "渔港灯会"))
    desk = open_desk(made)
    hits = search(qtbot, desk, "渔岗灯会")
    assert [hit.suggested for hit in hits] == ["渔港灯会", "渔港灯会"]
    (offer,) = [button for button in desk.browse.offers() if button.text() == "渔港灯会"]
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert [hit.partial for hit in _answered(qtbot, desk, "渔港灯会")] == [False, False]


def test_own_words_are_opened_from_the_menu_hold_at_once_and_bad_lines_are_told(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    desk = open_desk(archive(tmp_path / "a.xhdb", draft("渔港灯会通知", "渔港灯会在码头举行。")))
    desk.window.actions_by_name["own_words"].trigger()
    file = tmp_path / "config" / "xinhui_viewer" / "words.txt"
    assert opened == [str(file)]
    assert search(qtbot, desk, "渔家乐") == []
    file.write_text("渔家乐=灯会\n渔家\n", "utf-8")
    (hit,) = search(qtbot, desk, "渔家乐 码头")
    assert hit.also == ("灯会",)
    hints = desk.browse.findChild(Hints)
    assert hints is not None
    assert any("Line 2" in label.text() for label in hints.findChildren(QLabel))


def _source_entry(desk: Desk, name: str) -> QModelIndex:
    model = desk.browse.refine.tree.model()
    for top in range(model.rowCount()):
        for row in range(model.rowCount(model.index(top, 0))):
            index = model.index(row, 0, model.index(top, 0))
            if str(index.data()).removeprefix("✓ ") == name:
                return index
    return QModelIndex()


def test_a_second_source_joins_the_first_and_chosen_again_it_leaves(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    first, second = list(dict.fromkeys(hit.source for hit in search(qtbot, desk, "网格")))[:2]
    narrow(qtbot, desk)
    tree = desk.browse.refine.tree
    tree.activated.emit(_source_entry(desk, first))
    _answered(qtbot, desk, f'网格 来源:"{first}"')
    qtbot.waitUntil(lambda: str(_source_entry(desk, first).data()).startswith("✓"))
    tree.activated.emit(_source_entry(desk, second))
    hits = _answered(qtbot, desk, f'网格 (来源:"{first}" 或 来源:"{second}")')
    assert {hit.source for hit in hits} == {first, second}
    qtbot.waitUntil(lambda: str(_source_entry(desk, second).data()).startswith("✓"))
    tree.activated.emit(_source_entry(desk, first))
    assert {hit.source for hit in _answered(qtbot, desk, f'网格 来源:"{second}"')} == {second}


def test_the_year_beside_and_all_times_are_one_click_away(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    search(qtbot, desk, "网格 日期:2023")
    narrow(qtbot, desk)
    row = desk.browse.refine.period
    assert row.quick.text() == "2023"
    qtbot.mouseClick(row.later, Qt.MouseButton.LeftButton)
    hits = _answered(qtbot, desk, "网格 日期:2024")
    assert {hit.published.year for hit in hits if hit.published} == {2024}
    qtbot.waitUntil(lambda: row.quick.text() == "2024")
    row.left.emit()
    assert len(_answered(qtbot, desk, "网格")) > len(hits)


def test_days_typed_at_both_ends_narrow_and_what_is_no_day_is_marked(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    search(qtbot, desk, "网格")
    narrow(qtbot, desk)
    row = desk.browse.refine.period
    row.since.setText("2023-03")
    row.until.setText("soon")
    qtbot.keyClick(row.until, Qt.Key.Key_Return)
    assert (row.since.property("tone"), row.until.property("tone")) == ("", "wrong")
    row.until.setText("2024年6月")
    qtbot.keyClick(row.until, Qt.Key.Key_Return)
    _answered(qtbot, desk, "网格 日期:2023-03..2024-06")
