"""The day and the offices under a text, and lines at its end that are none."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.signature import Signature, signature

TEXT = ("各镇（街道）：", "汛期将至，请各镇组织人员排查江堤，登记在册。", "特此通知。")
DAY = date(2021, 3, 2)


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (("云汀区人民政府", "2021年3月2日"), "云汀区人民政府"),
        (("云汀区人民政府办公室", "二〇二一年三月二日"), "云汀区人民政府办公室"),
        (("云汀区水务局 2021年3月2日",), "云汀区水务局"),
        (("云汀区水务局（章）", "（2021年3月2日）"), "云汀区水务局"),
        (("云汀区水务局", "2021-03-02"), "云汀区水务局"),
        (("云汀区水务局", "2021年__3_月_2__日"), "云汀区水务局"),
        (("云汀区水务局", "2021年3月2号"), "云汀区水务局"),
        (("云汀区信息服务平台", "2021年3月2日"), ""),
        (("云汀区水务局", "云汀区应急管理局", "2021年3月2日"), "云汀区水务局、云汀区应急管理局"),
        (("财政部办公厅　　水利部办公厅", "2021年3月2日"), "财政部办公厅、水利部办公厅"),
        (("财 政 部", "人 民 银 行", "2021年3月2日"), "财政部、人民银行"),
        (("区社科规划办", "2021年3月2日", "附件：名单", "（此件公开发布）", "联系电话：12345"), "区社科规划办"),
        (("2021年3月2日",), ""),
        (("文/李某 图/王某", "2021年3月2日"), ""),
        (("云汀区人民政府办公室 2021年3月2日印发",), ""),
    ],
)
def test_a_text_is_signed_by_the_offices_above_its_day(lines: tuple[str, ...], signer: str) -> None:
    assert signature((*TEXT, *lines)) == Signature(DAY, signer)


def test_a_text_is_signed_before_its_attachments() -> None:
    attached = ("附件", "云汀区江堤一览表", *(f"第{n}段江堤长一百米，由某镇负责。" for n in "一二三四五六七八九"))
    assert signature((*TEXT, "云汀区水务局", "2021年3月2日", *attached)) == Signature(DAY, "云汀区水务局")


def test_the_signed_day_counts_more_than_the_day_of_printing() -> None:
    lines = ("云汀区水务局", "2021年3月2日", "抄送：区委办公室。", "云汀区水务局办公室 2021年3月5日印发")
    assert signature((*TEXT, *lines)) == Signature(DAY, "云汀区水务局")


@pytest.mark.parametrize(
    "lines",
    [
        ("（2021年3月2日云汀区人民代表大会常务委员会第三次会议通过）", *TEXT, "第三条 本条例自2021年5月1日起施行。"),
        (*TEXT, "会议于2021年3月2日召开。"),
        (*TEXT, "2021-03-02"),
        (*TEXT, "区水务局召开江堤巡查工作会", "2021-03-02"),
        TEXT,
    ],
)
def test_a_day_that_nobody_signed_is_none(lines: tuple[str, ...]) -> None:
    assert signature(lines) is None


@pytest.mark.parametrize("month", ["2021年3月", "二〇二一年三月", "2021 年 3 月"])
def test_an_office_over_a_month_signs_without_a_day(month: str) -> None:
    assert signature((*TEXT, "云汀区社会保险管理处", month)) == Signature(None, "云汀区社会保险管理处")
    assert signature((*TEXT, month)) is None
    assert signature((*TEXT, "云汀区社会保险管理处", month, *TEXT * 4)) is None


def test_offices_of_three_characters_stay_apart_in_a_line() -> None:
    assert signature(("请认真办理。", "云汀区水利局　公安局", "2023年5月6日")) == Signature(
        date(2023, 5, 6), "云汀区水利局、公安局"
    )
