from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from xinhui_viewer.gui.results.hit_lines import broken

TITLE = "关于印发云汀区2024年城乡居民基本医疗保险参保缴费工作实施方案的通知"


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return QApplication.font()


def _width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


def test_a_text_that_fits_is_one_line(font: QFont) -> None:
    (line,) = broken(TITLE, ((2, 4),), font, _width(font, TITLE) + 20, 2)
    assert (line.text, line.spans) == (TITLE, ((2, 4),))


def test_a_long_title_takes_two_lines_and_is_cut_at_the_end(font: QFont) -> None:
    first, second = broken(TITLE, (), font, _width(font, "城" * 12), 2)
    assert TITLE.startswith(first.text)
    assert second.text.endswith("…")
    assert TITLE[len(first.text) :].startswith(second.text[:-1])


def test_a_mark_goes_along_with_its_characters_also_over_the_end_of_a_line(font: QFont) -> None:
    at = TITLE.index("基本医疗")
    lines = broken(TITLE, ((at, at + 4),), font, _width(font, TITLE[: at + 2]) + 2, 3)
    assert "".join(line.text[start:end] for line in lines for start, end in line.spans) == "基本医疗"


def test_the_last_line_begins_near_its_first_mark_when_that_would_be_cut_off(font: QFont) -> None:
    at = TITLE.index("通知")
    (line,) = broken(TITLE, ((at, at + 2),), font, _width(font, "城" * 10), 1)
    assert line.text.startswith("…")
    assert [line.text[start:end] for start, end in line.spans] == ["通知"]


@pytest.mark.parametrize("text", ["", "😀" * 60, "a" * 400, "\n\t甲\n乙"])
def test_any_text_is_broken_into_no_more_lines_than_asked(font: QFont, text: str) -> None:
    lines = broken(text, (), font, 120, 3)
    assert 1 <= len(lines) <= 3
    assert "\n" not in "".join(line.text for line in lines)
