from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from tests.gui.readings import ROWS, SENTENCE, bulletin, report, table
from xinhui_viewer.facts import Facts
from xinhui_viewer.gui.reader.look import Look
from xinhui_viewer.gui.reader.page import Page, page
from xinhui_viewer.gui.reader.reading_line import reading_line, scroll_to
from xinhui_viewer.gui.reader.tables import MOST_CELLS
from xinhui_viewer.records import Block, Bulletin, Cell, Ground

pytestmark = pytest.mark.usefixtures("qapp")


def made(shown: Bulletin) -> Page:
    return page(shown, Look(), 600)


def at(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


@pytest.mark.parametrize(
    "shown",
    [
        report(),
        bulletin(["一😀二😀三", "😀", "四五"]),
        bulletin(["前文", table(), table(), "后文"]),
        bulletin([table(), "　　只有两个空格开头的段落  ", "", "", "   ", "末段"]),
        bulletin(["甲\u202e乙\u200b丙\u2029丁\ufdd0戊\ufffc己"]),
        bulletin(["没有块的正文"]),
        bulletin(["一行\n又一行\n\n  第三行"]),
    ],
    ids=["report", "astral", "tables", "blanks", "control", "short", "lines"],
)
def test_every_character_that_is_shown_is_found_in_the_document_and_back(shown: Bulletin) -> None:
    result = made(shown)
    for offset, character in enumerate(shown.body):
        if not character.strip():
            continue
        start, end = result.positions.span(offset, offset + 1)
        assert at(result.document, start, end) in (character, "◇", " ")
        assert result.positions.offset(start) == offset
        assert result.positions.position(offset) == start


def test_a_span_over_several_lines_is_the_same_text(qtbot: QtBot) -> None:
    shown = bulletin(["😀第一段", "  第二段", "第三段"])
    result = made(shown)
    start, end = result.positions.span(1, shown.body.index("第三") + 2)
    assert at(result.document, start, end) == "第一段\u2029第二段\u2029第三"


def test_a_body_without_blocks_is_shown_line_by_line() -> None:
    shown = Bulletin(1, Facts("题"), "甲\n乙", (), (), (), report().provenance)
    assert made(shown).document.toPlainText() == "题\n甲\n乙"


def test_a_title_that_looks_like_markup_is_shown_as_it_is() -> None:
    shown = Bulletin(1, Facts("<b>题</b>"), "<img src='file:///etc/hostname'>", (), (), (), report().provenance)
    assert "<b>题</b>\n<img src" in made(shown).document.toPlainText()


def test_section_lines_are_headings_and_points_begin_their_paragraph_in_bold() -> None:
    shown = report()
    result = made(shown)
    block = result.document.findBlock(result.positions.position(shown.sections[0].start))
    assert block.blockFormat().headingLevel() == 2
    point = shown.sections[3]
    cursor = QTextCursor(result.document)
    cursor.setPosition(result.positions.position(point.start) + 1)
    assert cursor.blockFormat().headingLevel() == 0
    assert cursor.charFormat().fontWeight() > 500
    cursor.setPosition(result.positions.position(point.heading_end) + 1)
    assert cursor.charFormat().fontWeight() <= 500


def test_a_table_keeps_its_spans_and_sets_numbers_to_the_right() -> None:
    result = made(bulletin(["前文", table()]))
    (shown,) = tables(result.document)
    assert (shown.rows(), shown.columns()) == (3, 3)
    assert (shown.cellAt(1, 0).rowSpan(), shown.cellAt(2, 1).columnSpan()) == (2, 2)
    assert shown.cellAt(1, 1).firstCursorPosition().blockFormat().alignment().name == "AlignRight"


@pytest.mark.parametrize(
    "rows",
    [
        tuple((Cell("甲"), Cell("乙")) for _ in range(MOST_CELLS)),
        (tuple(Cell("甲") for _ in range(60)),),
    ],
    ids=["many rows", "many fields"],
)
def test_a_table_that_would_hang_the_layout_is_shown_as_text(rows: tuple[tuple[Cell, ...], ...]) -> None:
    shown = bulletin(["前文", table(rows)])
    result = made(shown)
    assert tables(result.document) == []
    assert result.document.toPlainText().endswith("甲" if len(rows[-1]) != 2 else "甲\t乙")


def test_vast_spans_are_cut_to_the_table() -> None:
    result = made(bulletin([table(((Cell("甲", rows=10**9, fields=10**9),), (Cell("乙"),)))]))
    (shown,) = tables(result.document)
    assert (shown.rows(), shown.columns()) == (2, 2)


def test_spans_that_overlap_or_run_over_the_edge_are_cut() -> None:
    rows = ((Cell("甲", rows=9), Cell("乙", fields=2)), (Cell("丙", rows=3), Cell("丁"), Cell("戊")))
    result = made(bulletin([table(rows)]))
    (shown,) = tables(result.document)
    assert (shown.rows(), shown.columns()) == (2, 4)


def test_a_table_whose_text_is_not_the_bodys_is_shown_as_the_body_has_it() -> None:
    shown = Bulletin(1, Facts("题"), "正文", (Block("table", 0, 2, rows=ROWS),), (), (), report().provenance)
    assert made(shown).document.toPlainText() == "题\n正文"


def test_addresses_are_links_and_nothing_else_is() -> None:
    result = made(bulletin(["见 https://example.gov.cn/a?b=1。又见 javascript:alert(1) 和 file:///etc/hostname"]))
    assert result.links == ["https://example.gov.cn/a?b=1"]


def test_damaged_images_and_drawings_that_can_name_files_are_not_shown() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>'
    for content in (b"", b"\x89PNG\r\n\x1a\nbroken", drawing):
        held = {"a": content}
        result = page(bulletin([Block("image", 0, 0, image="a")]), Look(), 600, held.get)
        assert result.pictures == {}
        assert "[A picture that is not in the archive]" in result.document.toPlainText()


@pytest.mark.parametrize("most", [1, 90, 700, 5_000])
def test_scrolling_from_end_to_end_passes_every_line_once(most: int) -> None:
    places = [scrolled + reading_line(scrolled, most, 600) for scrolled in range(most + 1)]
    assert places[0] == 0
    assert places[-1] == most + 600
    assert places == sorted(places)
    assert all(abs(scroll_to(place, most, 600) - n) < 0.01 for n, place in enumerate(places))


def test_a_heading_of_several_lines_stands_out_by_its_number_only() -> None:
    long = "一、" + SENTENCE * 4
    shown = bulletin(["前文", long], [(1, "一、", long)])
    result = made(shown)
    cursor = QTextCursor(result.document)
    cursor.setPosition(result.positions.position(shown.sections[0].start + 5))
    assert cursor.charFormat().fontWeight() <= 500


def test_what_was_missing_and_what_is_unsure_is_told_above_the_text() -> None:
    read = bulletin(["正文。"])
    grounds = (Ground("title", "tag", sure=False), Ground("source", "printed", sure=True))
    shown = made(replace(read, grounds=grounds, warnings=("This page is a list of links, not a bulletin.",)))
    assert shown.document.toPlainText().split("\n") == [
        "云汀区年度工作报告",
        "This page is a list of links, not a bulletin. Unsure: Title.",
        "正文。",
    ]


def test_a_bulletin_without_a_title_has_the_name_of_its_file() -> None:
    read = bulletin(["正文。"])
    assert made(replace(read, facts=Facts(""))).document.toPlainText().split("\n")[:2] == [
        "(untitled)",
        read.provenance.name,
    ]


def test_the_columns_of_a_wide_table_keep_room_for_their_words() -> None:
    months = tuple(Cell(f"2020年{month}月") for month in range(1, 25))
    shown = made(bulletin([table((months, months))]))
    (wide,) = tables(shown.document)
    widths = wide.format().columnWidthConstraints()
    assert len(widths) == 24
    assert min(width.rawValue() for width in widths) > 5 * 15
    shown = made(bulletin([table()]))
    (narrow,) = tables(shown.document)
    assert not narrow.format().columnWidthConstraints()
