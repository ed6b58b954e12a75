"""Dates as they are printed, and texts that are no dates."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.text.dates import dates, first_date, is_day_of_no_calendar, stamped


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-02", "2021/3/2", "2021.3.2", "2021年3月2日", "2021 年 03 月 02 日", "21-03-02", "20210302",
        "二〇二一年三月二日", "二○二一年三月二日", "二Ｏ二一年3月2日", "二0二一年三月二日", "２０２１年３月２日",
        "２０２１－０３－０２", "2021·03·02", "2021—3—2", "2021.03.0208:58", "民国110年3月2日",
        "中華民國一百一十年三月二日",
        "发布时间：2021-03-02 08:58:52来源：某报",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_form_it_is_printed_in(text: str) -> None:
    assert first_date(text) == date(2021, 3, 2)


@pytest.mark.parametrize(
    "text", ["2021年3月", "2021-13-02", "2月30日", "99-99-99", "电话0750-20210302", "192.168.1.1", "12021-03-025", ""]
)
def test_part_of_a_date_or_a_day_of_no_calendar_is_no_date(text: str) -> None:
    assert first_date(text) is None


def test_each_date_comes_with_its_place() -> None:
    text = "成文2021年3月2日，发布二〇二一年十二月三十一日"
    assert [(text[first:last], day.day) for (first, last), day in dates(text)] == [
        ("2021年3月2日", 2),
        ("二〇二一年十二月三十一日", 31),
    ]


@pytest.mark.parametrize(
    "text",
    ["21/3/2", "2021_03_02", "2021年3月2", "Mar 2, 2021", "2 March 2021", "Tue Mar 02 10:22:33 CST 2021", "2021-3-2"],
)
def test_a_text_known_to_be_a_date_may_have_a_looser_form(text: str) -> None:
    assert stamped(text) == date(2021, 3, 2)


@pytest.mark.parametrize(("text", "impossible"), [("2021-13-32", True), ("2021年2月30日", True), ("2021-03-02", False)])
def test_a_day_that_no_calendar_has_is_told_from_one(text: str, *, impossible: bool) -> None:
    assert is_day_of_no_calendar(text) is impossible
