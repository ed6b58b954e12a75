from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from xinhui_viewer.records import Figure, KeyFigure
from xinhui_viewer.text.series import choice_key, last_day, series, series_label, span


def key(
    label: str, value: float, day: str, unit: str = "宗", source: str = "云汀区委政法委", period: str = ""
) -> KeyFigure:
    figure = Figure(f"{value}{unit}", 0, label, value, unit, "count", period=period)
    return KeyFigure(int(value), 0, "工作报告", source, date.fromisoformat(day), figure)


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("全区共接处警", "接处警"),
        ("2020年全区共接处警", "接处警"),
        ("截至年底累计接处警", "接处警"),
        ("新增公办学位", "新增公办学位"),
        ("全区實現地區生產總值", "地区生产总值"),
        ("办结率达", "办结率"),
        ("共", "共"),
    ],
)
def test_a_label_is_compared_without_words_that_do_not_name_the_thing(label: str, bare: str) -> None:
    assert series_label(label) == bare


@pytest.mark.parametrize(
    ("period", "length", "day"),
    [
        ("", "", "2021-01-19"),
        ("2020年", "", "2020-12-31"),
        ("全年", "", "2020-12-31"),
        ("去年", "", "2020-12-31"),
        ("去年全年", "", "2020-12-31"),
        ("上半年", "上半年", "2021-06-30"),
        ("2020年前三季度", "前三季度", "2020-09-30"),
        ("2020年12月", "月", "2020-12-31"),
        ("截至11月", "截至11月", "2021-11-30"),
        ("10月末", "月", "2021-10-31"),
        ("2020年1-10月", "1-10月", "2020-10-31"),
        ("二季度", "二季度", "2021-06-30"),
        ("下半年", "下半年", "2021-12-31"),
        ("截至2月", "截至2月", "2021-02-28"),
        ("每年", "每", "2021-12-31"),
        ("五年来", "多年", "2021-12-31"),
    ],
)
def test_a_period_has_a_length_and_a_last_day(period: str, length: str, day: str) -> None:
    assert (span(period), str(last_day(period, date(2021, 1, 19)))) == (length, day)


@pytest.mark.parametrize(("period", "day"), [("2020年", "2020-12-31"), ("上半年", "None"), ("", "None")])
def test_a_period_without_a_publication_has_a_last_day_only_by_a_year_of_its_own(period: str, day: str) -> None:
    assert str(last_day(period, None)) == day


def test_a_report_of_the_second_half_means_its_own_year_by_the_whole_year() -> None:
    assert last_day("全年", date(2021, 7, 1)) == date(2021, 12, 31)


def test_figures_of_one_thing_are_a_series_and_say_why() -> None:
    (one,) = series([key("全区共接报警情数", 84200, "2020-01-15"), key("接报警情数", 79500, "2021-01-19")])
    assert (one.label, one.unit, one.source, one.chosen) == ("接报警情数", "宗", "云汀区委政法委", False)
    assert [point.key.figure.value for point in one.points] == [84200, 79500]
    assert set(one.labels) == {"全区共接报警情数", "接报警情数"}


def test_other_units_sources_and_lengths_of_period_are_never_joined() -> None:
    first = key("接报警情数", 1, "2020-01-15")
    others = [
        key("接报警情数", 2, "2021-01-15", unit="件"),
        key("接报警情数", 3, "2021-01-15", source="临澜日报"),
        key("接报警情数", 4, "2021-07-15", period="上半年"),
    ]
    assert series([first, *others]) == ()


def test_of_two_figures_of_a_day_the_one_published_last_counts() -> None:
    old, new = key("接报警情数", 5, "2021-01-19", period="2020年"), key("接报警情数", 6, "2021-03-02", period="2020年")
    (one,) = series([old, new, key("接报警情数", 7, "2022-01-19", period="2021年")])
    assert [point.key.figure.value for point in one.points] == [6, 7]


def test_the_user_may_put_a_label_apart_or_into_another_series() -> None:
    named = (("接报警情数", 1, "2020-01-15"), ("全区接报警情数", 2, "2021-01-15"), ("受理警情", 3, "2022-01-15"))
    keys = [key(*one) for one in named]
    apart = {choice_key(keys[1]): "全区接报警情数（单列）"}
    assert series(keys, apart) == ()
    joined = {choice_key(keys[2]): "接报警情数"}
    (one,) = series(keys, joined)
    assert (len(one.points), one.chosen) == (3, True)


def test_a_figure_without_a_period_is_of_the_part_of_the_year_that_its_title_names() -> None:
    quarter = replace(key("接报警情数", 3, "2023-10-15"), title="2023年前三季度简报")
    years = [key("接报警情数", 1, "2022-01-15"), key("接报警情数", 2, "2023-01-15")]
    (one,) = series([*years, quarter])
    assert [point.key.figure.value for point in one.points] == [1, 2]
