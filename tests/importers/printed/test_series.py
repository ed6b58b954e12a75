"""A series of numbers is headings or text as most of its members are."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.importers.printed.paragraphs import Paragraph
from xinhui_viewer.importers.printed.series import consistent

TEXT = Paragraph("", 12, "Song", False, False, 0)


def paragraphs(*texts: str, bold: bool = False) -> list[Paragraph]:
    return [replace(TEXT, text=text, bold=bold) for text in texts]


def levels(body: list[Paragraph], found: list[int], listed: int = -1) -> list[int]:
    return consistent(body, found, [at == listed for at in range(len(body))])


def test_items_are_no_headings_where_most_of_their_series_are_text() -> None:
    body = paragraphs("1.堤防巡查记录。", "2.水闸检修记录。", "3.值班表", "（盖章）", "4.物资清单。", "5.通讯录。")
    assert levels(body, [0, 0, 3, 0, 0, 0]) == [0] * 6
    assert levels(body, [0, 0, 3, 0, 0, 0], listed=2) == [0, 0, 3, 0, 0, 0]


def test_a_long_heading_of_a_series_is_one_as_the_others_are() -> None:
    body = paragraphs("问题1、何时巡查？", "问题2、" + "汛期" * 40 + "？", "问题3、何人值守？", bold=True)
    assert levels(body, [2, 0, 2]) == [2, 2, 2]
    plain = [body[0], replace(body[1], bold=False), body[2]]
    assert levels(plain, [2, 0, 2]) == [2, 0, 2]


def test_a_list_within_a_section_of_the_same_numbers_is_another_series() -> None:
    body = paragraphs("1.总则", "1.沙袋。", "2.编织袋。", "3.救生衣。", "2.附则")
    assert levels(body, [2, 0, 0, 0, 2]) == [2, 0, 0, 0, 2]
