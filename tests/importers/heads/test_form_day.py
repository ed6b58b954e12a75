"""The day of a form stands behind a label of its own, that of a cover also behind 日期."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.printed.papers import NOTICE, paper
from tests.importers.word.files import FIRST, SECOND, TITLE, draft, empty, line, saved
from xinhui_viewer.importers.heads.form_day import form_day
from xinhui_viewer.importers.printed import pdf

DAY = date(2021, 3, 2)
COVER = ("云汀区沟渠巡查项目申报书", "申报单位：鹤湾镇")


@pytest.mark.parametrize(
    "said",
    [
        "填表日期：2021年3月2日",
        "填 表 日 期：2021 年 3 月 2 日",
        "申报日期:2021-03-02",
        "编制日期：__2021__年_3_月_2_号",
        "填表日期： 2021年03 月 2 日               盖章处：",
    ],
)
def test_a_label_of_writing_gives_the_day(said: str) -> None:
    assert form_day((*COVER, FIRST, said), front=2) == DAY


def test_a_plain_label_gives_the_day_of_a_cover_alone() -> None:
    assert form_day((*COVER, "日　期：2021年3月2日", FIRST), front=3) == DAY
    assert form_day((*COVER, "日    期   2021年3月2日", FIRST), front=3) == DAY
    assert form_day((*COVER, "下达日期   2021年3月2日", FIRST), front=3) == DAY
    assert form_day((*COVER, FIRST, "日期：2021年3月2日"), front=2) is None


def test_a_day_beside_the_labels_at_the_top_of_a_form_is_its_day() -> None:
    assert form_day(("届：2021    学院：水文工程学院    2021 年 3 月 2 日", FIRST), front=0) == DAY
    assert form_day((FIRST, SECOND, FIRST, "届：2021    学院：水文    2021 年 3 月 2 日"), front=0) is None


@pytest.mark.parametrize(
    "said", ["填表日期：    年  月  日", "填表日期：2021年3月", "申请时间：2021年3月2日", "填表时间：2021年3月2日至5日"]
)
def test_a_blank_a_month_and_a_period_are_no_day(said: str) -> None:
    assert form_day((*COVER, said), front=3) is None


def test_the_day_of_a_form_is_that_of_a_document_which_has_no_other() -> None:
    document = empty()
    line(document, "云汀区沟渠巡查项目申报书", 44, bold=True, centred=True)
    for text in ("项目名称：沟渠巡查", "填表日期：2021年3月2日"):
        line(document, text)
    line(document, "一、概况", 32, bold=True)
    line(document, FIRST)
    assert draft(saved(document)).facts.written == DAY


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("云汀区沟渠巡查信息平台", "源代码管理办法"), "云汀区沟渠巡查信息平台源代码管理办法"),
        (("云汀区沟渠巡查项目", "招标文件"), "云汀区沟渠巡查项目"),
        ((TITLE, "沟渠巡查办法"), TITLE),
        (("云汀区沟渠提升工程", "任 务 书"), "云汀区沟渠提升工程任务书"),
        (("云汀区沟渠巡查报告", "征求意见稿"), "云汀区沟渠巡查报告"),
        (("第六届“云汀杯”沟渠设计大赛", "报   名   表"), "第六届“云汀杯”沟渠设计大赛报名表"),
    ],
)
def test_the_kind_of_document_in_smaller_type_belongs_to_what_it_is_about(lines: tuple[str, str], title: str) -> None:
    document = empty()
    line(document, lines[0], 48, bold=True, centred=True)
    line(document, lines[1], 36, bold=True, centred=True)
    for text in (FIRST, SECOND):
        line(document, text)
    assert draft(saved(document)).facts.title == title


def test_printed_forms_bear_the_same_day() -> None:
    made = paper(
        NOTICE, title=["云汀区沟渠巡查项目申报书"], body=["填表日期：2021年3月2日", "一、概况", FIRST], signed=[]
    )
    assert pdf.read(made, "申报书.pdf")[0].facts.written == DAY
