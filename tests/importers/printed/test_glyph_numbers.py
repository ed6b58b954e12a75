"""Fonts that state the numbers of their glyphs as characters, as some printer drivers write them."""

from __future__ import annotations

import re

import pytest

from xinhui_viewer.importers.printed.glyph_numbers import as_characters
from xinhui_viewer.importers.printed.pdf_runs import FOLDED
from xinhui_viewer.importers.printed.run import Font, Run

TEXT = "各镇要对堤防水闸逐一排查登记，建立台账、逐项销号（含村级），确保公示5日。"
MORE = {"，": 0xFC44, "（": 0xFC44, "）": 0xFC44, "、": 0x2E3E, "。": 0x2E3E, "5": 0x1D}


def numbers(text: str, more: int = 0x49D0) -> str:
    """Return a text as the numbers of its glyphs, as pdfium gives them: radicals are folded, some turned around."""
    plain = "".join(chr(ord(sign) - MORE.get(sign, more)) for sign in text)
    return re.sub("[\u0590-\u08ff]{2,}", lambda match: match[0][::-1], plain).translate(FOLDED)


def read(*texts: str) -> list[str]:
    font = Font(12, "SimSun", False)
    runs = [Run(text, 0, 12.0 * len(text), 100 - 20 * at, font) for at, text in enumerate(texts)]
    return [run.text for run in as_characters(runs, FOLDED)]


def test_numbers_of_glyphs_are_read_as_their_characters() -> None:
    assert read(numbers(TEXT)) == [TEXT]


def test_numbers_that_count_as_letters_from_right_to_left_are_turned_back() -> None:
    assert "分别" not in "".join(chr(ord(sign) + 0x49D0) for sign in numbers("分别"))
    assert read(numbers("各镇要分别登记造册")) == ["各镇要分别登记造册"]


def test_a_font_with_fewer_glyphs_before_its_han_is_told_by_common_characters() -> None:
    assert read(numbers("安康市堤防工程施工招标文件", 0x49CA)) == ["安康市堤防工程施工招标文件"]


@pytest.mark.parametrize("text", [TEXT, "Положение о сводной отчётности", "ABC 27", "一二三四五六七八"])
def test_a_text_that_is_one_stays(text: str) -> None:
    assert read(text) == [text]
