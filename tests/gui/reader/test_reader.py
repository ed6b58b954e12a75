from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextBrowser, QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.readings import SENTENCE, bulletin, report
from xinhui_viewer.gui.parts.theme import DARK, LIGHT
from xinhui_viewer.gui.reader.look import Type
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.records import Bulletin, Span


@pytest.fixture
def reader(qtbot: QtBot) -> ReaderPane:
    made = ReaderPane()
    qtbot.addWidget(made)
    made.resize(720, 600)
    made.show()
    return made


@pytest.fixture
def shown(reader: ReaderPane) -> Bulletin:
    made = report()
    reader.show_bulletin(made, LIGHT)
    return made


def text(reader: ReaderPane) -> QTextBrowser:
    view = reader.findChild(QTextBrowser)
    assert isinstance(view, QTextBrowser)
    return view


def marked(reader: ReaderPane) -> list[str]:
    return [selection.cursor.selectedText() for selection in text(reader).extraSelections()]


def framed(reader: ReaderPane) -> list[str]:
    pen = 0x0810  # QTextFormat.Property.OutlinePen
    selections = text(reader).extraSelections()
    return [one.cursor.selectedText() for one in selections if one.format.hasProperty(pen)]


def spans(body: str, word: str) -> tuple[Span, ...]:
    starts = [at for at in range(len(body)) if body.startswith(word, at)]
    return tuple((at, at + len(word)) for at in starts)


def test_a_new_pane_says_that_nothing_is_open(reader: ReaderPane) -> None:
    assert not text(reader).isVisible()
    assert reader.section() == -1
    assert (reader.place(), reader.progress(), reader.match_count()) == (0, 0.0, 0)


def test_title_source_date_and_number_stand_over_the_text(reader: ReaderPane, shown: Bulletin) -> None:
    lines = text(reader).toPlainText().split("\n")
    assert lines[0] == shown.facts.title
    assert lines[1].startswith("云汀日报 · 2021-03-02 · 云政法〔2021〕8号")


def test_every_section_can_be_reached_and_is_then_the_one_being_read(reader: ReaderPane, shown: Bulletin) -> None:
    for index in range(len(shown.sections)):
        reader.go_to_section(index)
        assert reader.section() == index


def test_scrolling_to_the_end_reaches_every_section_and_all_is_read(reader: ReaderPane) -> None:
    reached: list[int] = []
    reader.section_reached.connect(reached.append)
    shown = report()
    reader.show_bulletin(shown, LIGHT)
    QApplication.processEvents()
    bar = text(reader).verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 20)
    assert reached == [-1, *range(len(shown.sections))]
    assert reader.progress() == 1.0


def test_the_sections_in_sight_are_emitted(qtbot: QtBot, reader: ReaderPane, shown: Bulletin) -> None:
    with qtbot.waitSignal(reader.sections_visible) as seen:
        reader.go_to_section(4)
    first, last = seen.args
    assert first <= 4 <= last
    assert last < len(shown.sections)


def test_going_to_a_place_and_telling_it_agree(reader: ReaderPane, shown: Bulletin) -> None:
    table = next(block for block in shown.blocks if block.kind == "table")
    for offset in range(0, len(shown.body), 97):
        if table.start <= offset < table.end:
            continue  # the line begins in the field at its left
        reader.go_to(offset)
        place = reader.place()
        reader.go_to(0)
        reader.go_to(place)
        assert reader.place() == place
        assert place <= offset or shown.body[place:offset].strip() == ""


def test_a_text_that_fits_the_window_reads_the_section_that_was_asked_for(qtbot: QtBot, reader: ReaderPane) -> None:
    short = bulletin(["一、甲", "文", "二、乙", "文"], [(1, "一、", "一、甲"), (1, "二、", "二、乙")])
    reader.show_bulletin(short, LIGHT)
    reader.go_to_section(1)
    assert reader.section() == 1
    assert reader.progress() == 1.0


def test_matches_in_sight_are_marked_and_the_current_one_has_a_frame(reader: ReaderPane, shown: Bulletin) -> None:
    reader.show_matches(spans(shown.body, "网格"))
    assert set(marked(reader)) == {"网格"}
    assert framed(reader) == []
    assert reader.match_count() == shown.body.count("网格")
    reader.next_match()
    assert framed(reader) == ["网格"]


def test_stepping_wraps_around_and_emits_the_match_reached(reader: ReaderPane, shown: Bulletin) -> None:
    told: list[tuple[int, int]] = []
    found = spans(shown.body, "风险") + spans(shown.body, "要求")
    reader.match_reached.connect(lambda at, of: told.append((at, of)))
    reader.show_matches(found)
    for _ in range(3):
        reader.next_match()
    reader.previous_match()
    assert told == [(0, 2), (1, 2), (2, 2), (1, 2), (2, 2)]


def test_the_first_step_goes_to_the_next_match_below(reader: ReaderPane, shown: Bulletin) -> None:
    reader.show_matches(spans(shown.body, "网格"))
    reader.go_to_section(5)
    told: list[int] = []
    reader.match_reached.connect(lambda at, _of: told.append(at))
    reader.next_match()
    assert abs(spans(shown.body, "网格")[told[0] - 1][0] - shown.sections[5].start) < 400


def test_matches_in_table_cells_and_behind_emoji_are_marked_exactly(reader: ReaderPane, shown: Bulletin) -> None:
    for word in ("化解率", "有调整", "图1 网格", "下一步"):
        (span,) = spans(shown.body, word)
        reader.show_matches((span,))
        reader.go_to_match(0)
        assert framed(reader) == [word]


def test_a_thousand_matches_cost_only_those_in_sight(reader: ReaderPane) -> None:
    long = bulletin([SENTENCE * 3 for _ in range(1000)])
    reader.show_bulletin(long, LIGHT)
    reader.show_matches(spans(long.body, "网格"))
    assert reader.match_count() == 3000
    assert 0 < len(marked(reader)) < 100


def test_the_end_of_a_very_long_text_is_reached_at_once(reader: ReaderPane) -> None:
    long = bulletin([SENTENCE * 3 for _ in range(2000)])
    reader.show_bulletin(long, LIGHT)
    reader.go_to(len(long.body) - 1)
    assert len(long.body) - reader.place() < 200


def test_find_marks_what_is_typed_steps_through_it_and_gives_the_search_back(
    qtbot: QtBot, reader: ReaderPane, shown: Bulletin
) -> None:
    reader.show_matches(spans(shown.body, "网格"))
    reader.open_find()
    field = reader.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.insert("风险")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert framed(reader) == ["风险"]
    assert set(marked(reader)) == {"风险"}
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert "网格" in marked(reader)


def test_find_says_how_many_and_which(qtbot: QtBot, reader: ReaderPane, shown: Bulletin) -> None:
    total = shown.body.count("群众")
    reader.open_find()
    field = reader.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.insert("群众")
    qtbot.keyClick(field, Qt.Key.Key_F3)
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert f"3/{total}" in [label.text() for label in reader.findChildren(QLabel)]


def test_traditional_characters_find_simplified_ones(reader: ReaderPane, shown: Bulletin) -> None:
    reader.find_text("會議")
    assert framed(reader) == ["会议"]


def test_words_that_are_not_there_mark_nothing(reader: ReaderPane, shown: Bulletin) -> None:
    reader.find_text("没有的词语")
    assert marked(reader) == []


def test_zoom_type_and_theme_keep_the_line_being_read(reader: ReaderPane, shown: Bulletin) -> None:
    reader.go_to_section(5)
    start = shown.sections[5].start
    for chosen in (Type(zoom=150), Type(serif=False), Type(measure=24), Type(leading=240), Type(indents=False)):
        reader.set_type(chosen)
        assert reader.place() == start
    reader.set_theme(DARK)
    assert reader.place() == start
    assert reader.section() == 5


def test_the_text_column_is_no_wider_than_38_han_and_gives_way_in_a_narrow_window(
    reader: ReaderPane, shown: Bulletin
) -> None:
    reader.resize(1400, 600)
    assert text(reader).lineWrapColumnOrWidth() == 38 * 17
    reader.resize(500, 600)
    assert text(reader).lineWrapColumnOrWidth() < 500


def test_a_wider_window_moves_the_column_and_does_not_lay_the_text_out_again(
    reader: ReaderPane, shown: Bulletin
) -> None:
    reader.resize(1000, 600)
    QApplication.processEvents()
    height = text(reader).document().size()
    reader.resize(1300, 600)
    assert text(reader).document().size() == height
    assert text(reader).viewport().x() > 200


def test_the_wheel_over_the_margin_scrolls_and_with_control_zooms(
    qtbot: QtBot, reader: ReaderPane, shown: Bulletin
) -> None:
    def turn(modifiers: Qt.KeyboardModifier) -> None:
        at = QPointF(3, 300)
        event = QWheelEvent(
            at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(reader, event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert text(reader).verticalScrollBar().value() > 0
    with qtbot.waitSignal(reader.zoomed) as zoomed:
        turn(Qt.KeyboardModifier.ControlModifier)
    assert zoomed.args == [90]


def test_space_pages_on_and_keeps_the_last_lines_in_sight(qtbot: QtBot, reader: ReaderPane, shown: Bulletin) -> None:
    view, bar = text(reader), text(reader).verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert 0 < bar.value() < view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_link_is_reached_by_tab_and_emits_its_address_and_opens_nothing(
    qtbot: QtBot, reader: ReaderPane, shown: Bulletin
) -> None:
    view = text(reader)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(reader.link_clicked) as clicked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert clicked.args == [shown.facts.url]
    assert view.toPlainText().startswith(shown.facts.title)


def test_copied_text_is_the_bulletins_own_to_the_last_sign(reader: ReaderPane) -> None:
    odd = bulletin(["甲\u202e乙😀", "　　丙"])
    reader.show_bulletin(odd, LIGHT)
    view = text(reader)
    view.selectAll()
    assert reader.selected_text() == odd.facts.title + "\n" + odd.body
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.toPlainText().index("甲"))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    reader.copy_text()
    assert QGuiApplication.clipboard().text() == odd.body


def test_local_files_are_never_read(reader: ReaderPane, shown: Bulletin) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert text(reader).loadResource(kind, QUrl("file:///etc/hostname")) is None


def test_an_image_of_the_archive_is_shown_no_wider_than_the_text(qtbot: QtBot, reader: ReaderPane) -> None:
    drawn = QImage(2000, 1000, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")  # type: ignore[call-overload]
    content = bytes(buffer.data().data())
    reader.set_images(lambda name: content if name == "map.png" else None)
    made = report()
    reader.show_bulletin(made, LIGHT)
    reader.go_to(made.body.index("图1"))
    seen = reader.grab().toImage()
    colours = {seen.pixelColor(seen.width() // 2, y).name() for y in range(0, seen.height(), 4)}
    assert "#008000" in colours or "#007f00" in colours


def test_closing_the_bulletin_leaves_a_quiet_sentence(reader: ReaderPane, shown: Bulletin) -> None:
    reader.show_bulletin(None, LIGHT)
    assert not text(reader).isVisible()
    assert reader.progress() == 0.0


def test_a_message_takes_the_place_of_the_text(reader: ReaderPane, shown: Bulletin) -> None:
    reader.show_message("读不出来", "请再试一次")
    assert not text(reader).isVisible()


def test_the_context_menu_is_asked_for_where_it_was_wanted(qtbot: QtBot, reader: ReaderPane, shown: Bulletin) -> None:
    with qtbot.waitSignal(reader.menu_wanted) as wanted:
        text(reader).customContextMenuRequested.emit(QPoint(5, 6))
    assert wanted.args == [text(reader).mapToGlobal(QPoint(5, 6))]


def test_buttons_have_names_and_are_large_enough(reader: ReaderPane, shown: Bulletin) -> None:
    reader.open_find()
    for button in reader.findChildren(QToolButton):
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= 24
    assert text(reader).accessibleName()
