"""Headings are told by the look of their lines: those set in two lines are one, as printed over an annex."""

from __future__ import annotations

import pytest

from tests.importers.word.files import FIRST, SECOND, TITLE, draft, empty, line, saved
from xinhui_viewer.importers.word.headings import headed
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.title import text_size

USUAL = 16.0


def head(text: str, **look: float | bool) -> Paragraph:
    """A centred line in the type of headings."""
    return Paragraph(text, **({"size": 22.0, "bold": True, "centred": True} | look))  # type: ignore[arg-type]


def joined(*lines: Paragraph) -> list[str]:
    return [one.text for one in headed(lines, USUAL)]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("云汀区沟渠巡查", "记录表"), "云汀区沟渠巡查记录表"),
        (("云汀区水务局", "沟渠巡查办法", "（试行）"), "云汀区水务局沟渠巡查办法（试行）"),
        (("第二章", "巡查"), "第二章 巡查"),
        (("第四章 注册资本、股东姓名", "和出资方式"), "第四章 注册资本、股东姓名和出资方式"),
    ],
)
def test_a_heading_set_in_lines_of_one_look_is_one(lines: tuple[str, ...], heading: str) -> None:
    assert joined(Paragraph(FIRST, USUAL), *map(head, lines), Paragraph(SECOND, USUAL)) == [FIRST, heading, SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        (head("第一章 总则"), head("第一节 一般规定")),
        (head("附件2"), head("沟渠巡查记录表")),
        (head("沟渠巡查记录表"), head("2021年7月8日")),
        (head("沟渠巡查记录表"), head("云汀区水务局")),
        (head("沟渠巡查记录表"), head("单位：件")),
        (head("沟渠巡查记录表", size=24.0), head("填写说明")),
        (head("沟渠巡查记录表", centred=False), head("填写说明", centred=False)),
        (head("沟渠巡查：", bold=False, size=USUAL), head("三处。", bold=False, size=USUAL)),
    ],
)
def test_lines_that_say_something_of_their_own_stay_apart(lines: tuple[Paragraph, ...]) -> None:
    assert joined(*lines) == [one.text for one in lines]


def test_bold_lines_in_square_brackets_are_headings_of_minutes() -> None:
    said = (head("【会议议题】", centred=False, size=USUAL), Paragraph(FIRST, USUAL))
    more = (head("【会议决议】", centred=False, size=USUAL), Paragraph(SECOND, USUAL))
    assert [one.level for one in headed((*said, *more), USUAL)] == [1, 0, 1, 0]
    assert [one.level for one in headed(said, USUAL)] == [0, 0]


def test_the_style_title_of_several_headings_below_a_larger_line_is_none_of_the_title() -> None:
    document = empty()
    line(document, TITLE, 44, bold=True, centred=True)
    for number, text in enumerate((FIRST, SECOND), 1):
        document.add_paragraph(f"{number} 概况", style="Title").runs[0].bold = True
        line(document, text)
    found = draft(saved(document))
    assert found.facts.title == TITLE
    assert [(section.level, section.heading) for section in found.sections] == [(1, "1 概况"), (1, "2 概况")]


def test_the_labels_of_a_form_with_a_long_text_stay_beside_their_values() -> None:
    document = empty()
    form = document.add_table(5, 4)
    said = ("项目", "沟渠巡查", "镇街", "鹤湾镇"), ("负责人", "林渠生", "电话", "12345"), ("起止", "3月", "至", "5月")
    form.rows[0].cells[0].merge(form.rows[0].cells[3]).text = "云汀区沟渠巡查项目申报书"
    for row, texts in zip(form.rows[1:4], said, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    form.rows[4].cells[0].text = "项目内容"
    form.rows[4].cells[1].merge(form.rows[4].cells[3]).text = "\n".join([FIRST, SECOND] * 8)
    found = draft(saved(document))
    (table,) = [block for block in found.blocks if block.kind == "table"]
    assert tuple(tuple(cell.text for cell in row) for row in table.rows) == said
    assert found.facts.title == "云汀区沟渠巡查项目申报书"
    assert found.body[table.end :].split("\n")[1:4] == ["项目内容", FIRST, SECOND]


def test_a_page_set_in_a_table_stays_a_text() -> None:
    document = empty()
    page = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in page.rows for cell in row.cells), (TITLE, "巡查", FIRST * 20, SECOND * 20), strict=True
    ):
        cell.text = text
    assert not any(block.kind == "table" for block in draft(saved(document)).blocks)


def test_bold_lines_one_below_the_other_are_no_headings() -> None:
    document = empty()
    for text, size, bold in (
        (TITLE, 22, True),
        ("一、巡查", 16, True),
        (FIRST, 16, False),
        ("准备工作", 16, True),
        (SECOND, 16, False),
        ("甲组：巡查沟渠", 16, True),
        ("乙组：巡查山塘", 16, True),
        ("丙组：清点沙袋", 16, True),
        (FIRST, 16, False),
    ):
        line(document, text, size, bold=bold)
    assert [one.heading for one in draft(saved(document)).sections] == ["一、巡查", "准备工作"]


def test_headings_are_larger_than_every_size_of_the_text() -> None:
    question, answer = Paragraph(f"请说明：{SECOND}", 12.0), Paragraph(2 * (FIRST + SECOND), 10.5)
    heading = Paragraph("巡查要求", 14.0, bold=True)
    assert text_size([heading, question, answer, question, answer]) == 12.0
    assert text_size([heading]) == 14.0


def test_a_bold_number_alone_is_no_heading() -> None:
    document = empty()
    for text, bold in ((TITLE, True), (FIRST, False), ("巡查结果", True), ("1.", True), ("山塘", False)):
        line(document, text, 16 + 6 * (text == TITLE), bold=bold)
    assert [one.heading for one in draft(saved(document)).sections] == ["巡查结果"]


def test_text_in_the_style_of_headings_without_their_look_is_no_heading() -> None:
    look = {"size": 18.0, "bold": True, "level": 2}
    lines = [
        Paragraph("巡查范围", **look),  # type: ignore[arg-type]
        Paragraph("全区沟渠和山塘", USUAL, level=2),
        Paragraph("巡查人员", **look),  # type: ignore[arg-type]
        Paragraph("3.巡查记录", USUAL, level=2),
    ]
    assert [line.level for line in headed(lines, USUAL)] == [2, 0, 2, 2]


def test_a_line_that_lacks_the_level_of_its_heading_goes_on_with_it() -> None:
    lines = [head("云汀区沟渠巡查"), head("联系方式", level=2), Paragraph(FIRST, USUAL)]
    assert next((line.text, line.level) for line in headed(lines, USUAL)) == ("云汀区沟渠巡查联系方式", 2)


@pytest.mark.parametrize(
    "text", ["沟渠巡查微信号                山塘巡查微信号", "值班人签名：顾汀兰", "班级/学号________"]
)
def test_texts_side_by_side_and_lines_to_sign_are_no_headings(text: str) -> None:
    document = empty()
    for one, size, bold in (
        (TITLE, 22, True),
        ("一、巡查", 16, True),
        (FIRST, 16, False),
        (text, 16, True),
        (SECOND, 16, False),
    ):
        line(document, one, size, bold=bold)
    assert [one.heading for one in draft(saved(document)).sections] == ["一、巡查"]


def test_a_telephone_number_in_the_style_of_headings_is_no_heading() -> None:
    document = empty()
    line(document, TITLE, 30, bold=True, centred=True)
    document.add_heading("联系方式", 1)
    document.add_heading("0571-5550 1234", 1)
    line(document, FIRST)
    assert [one.heading for one in draft(saved(document)).sections] == ["联系方式"]


def test_bold_lines_that_lead_to_the_text_below_are_headings_where_no_others_are() -> None:
    parts = [
        ("巡查的意义：", True),
        (SECOND, False),
        ("巡查的提纲：", True),
        (FIRST, False),
        ("附图：", True),
        (SECOND, False),
    ]
    lines = [Paragraph(text, USUAL, bold=bold) for text, bold in parts]
    assert [line.level for line in headed(lines, USUAL)] == [1, 0, 1, 0, 1, 0]
    numbered = [head("一、巡查"), *lines]
    assert not any(line.level for line in headed(numbered, USUAL))
