"""Headings are told by the look of their lines: those set in two lines are one, as printed over an annex."""

from __future__ import annotations

import pytest

from tests.importers.word.files import FIRST, SECOND, TITLE, draft, empty, line, saved
from xinhui_viewer.importers.word.headings import headed
from xinhui_viewer.importers.word.paragraph import Paragraph

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
