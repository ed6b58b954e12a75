from __future__ import annotations

from dataclasses import replace
from datetime import date

from xinhui_viewer.records import Figure, FigureKind, KeyFigure, Series
from xinhui_viewer.text.series import choice_key, series


def key(
    label: str,
    value: float,
    day: str,
    unit: str = "宗",
    source: str = "云汀区委政法委",
    period: str = "",
    kind: FigureKind = "count",
    title: str = "工作报告",
) -> KeyFigure:
    figure = Figure(f"{value}{unit}", 0, label, value, unit, kind, period=period)
    return KeyFigure(int(value), 0, title, source, date.fromisoformat(day), figure)


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


def values(found: tuple[Series, ...]) -> list[list[float]]:
    return [[point.key.figure.value for point in one.points] for one in found]


def test_a_series_has_a_label_as_it_is_printed_the_shortest_of_those_joined() -> None:
    (old,) = series([key("全區接報警情數", 1, "2020-01-15"), key("全區共接報警情數", 2, "2021-01-15")])
    assert old.label == "全區接報警情數"
    (both,) = series([key("全區接報警情數", 1, "2020-01-15"), key("接报警情数", 2, "2021-01-15")])
    assert (both.label, set(both.labels)) == ("接报警情数", {"全區接報警情數", "接报警情数"})


def test_what_the_user_joins_with_a_series_by_its_printed_label_is_in_it() -> None:
    keys = [key(*one) for one in (("全區接報警情數", 1, "2020-01-15"), ("全區接報警情數", 2, "2021-01-15"))]
    other = key("受理警情", 3, "2022-01-15")
    (one,) = series([*keys, other], {choice_key(other): "全區接報警情數"})
    assert (one.label, len(one.points), one.chosen) == ("全區接報警情數", 3, True)


def test_figures_of_the_county_and_of_the_country_are_never_joined() -> None:
    county = [key("全县粮食总产量", 1, "2020-01-15"), key("全县粮食总产量", 2, "2021-01-15")]
    country = [key("全国粮食总产量", 3, "2020-01-15"), key("我国粮食总产量", 4, "2021-01-15")]
    unnamed = [key("粮食总产量", 5, "2022-01-15"), key("粮食总产量", 6, "2023-01-15")]
    assert sorted(values(series([*county, *country]))) == [[1, 2], [3, 4]]
    assert sorted(values(series([*county, *unnamed]))) == [[1, 2, 5, 6]]
    assert sorted(values(series([*county, *country, *unnamed]))) == [[1, 2], [3, 4], [5, 6]]


def test_a_level_and_a_change_of_it_are_never_joined() -> None:
    levels = [key("渔船保险覆盖率", 91, "2020-01-15", "%", kind="percent")]
    changes = [key("渔船保险覆盖率", 3, "2021-01-15", "%", kind="change")]
    assert series([*levels, *changes]) == ()


def test_the_dead_of_one_accident_are_never_joined_with_those_of_another() -> None:
    told = [
        ("渔船倾覆造成死亡", 3, "2030-05-02"),
        ("渔船倾覆造成死亡", 7, "2031-06-03"),
        ("遇难者人数", 1, "2031-06-04"),
    ]
    for period in ("", "7月3日", "截至7月3日", "目前"):
        assert series([key(*one, unit="人", period=period, title="快讯") for one in told]) == ()
    quakes = [key("地震造成死亡", n, f"203{n}-01-15", "人", period=f"203{n - 1}年") for n in (1, 2)]
    assert series(quakes) == ()


def test_the_dead_of_accidents_are_counted_by_the_year() -> None:
    years = [key("道路交通事故死亡人数", n, f"203{n}-01-15", "人", period=f"203{n - 1}年") for n in (1, 2)]
    reports = [key("道路交通事故死亡人数", n, f"203{n}-01-15", "人", title=f"203{n - 1}年工作报告") for n in (3, 4)]
    assert values(series([*years, *reports])) == [[1, 2, 3, 4]]


def test_figures_without_a_period_are_joined_only_in_a_bulletin_that_comes_again() -> None:
    bridges = [
        key("大桥设计时速", n, f"203{n}-01-15", "公里", title=title) for n, title in ((1, "甲桥通车"), (2, "乙桥开工"))
    ]
    assert series(bridges) == ()
    reports = [key("全县渔船数量", n, f"203{n}-01-15", "艘", title=f"第{n}期渔业简报") for n in (1, 2)]
    assert values(series(reports)) == [[1, 2]]
    years = [key("全县渔船数量", n, f"203{n}-01-15", "艘", title=f"203{n}年{n * '海上'}情况") for n in (1, 2)]
    assert values(series(years)) == [[1, 2]]


def test_terms_and_fines_of_laws_are_no_series() -> None:
    fines = [key("未按规定系泊渔船罚款", n, f"203{n}-01-15", "元", kind="money") for n in (1, 2)]
    terms = [key("申请复核期限", n, f"203{n}-01-15", "日", kind="duration") for n in (3, 4)]
    assert series([*fines, *terms]) == ()


def test_an_unsure_label_is_in_no_series_unless_the_user_put_it_there_or_a_sure_one_says_the_same() -> None:
    unsure = [key("完成", n, f"203{n}-01-15", "次") for n in (1, 2)]
    assert series(unsure) == ()
    assert values(series(unsure, {choice_key(unsure[0]): "巡查次数"})) == [[1, 2]]
    short = [key("接处警", n, f"203{n}-01-15") for n in (3, 4)]
    assert series(short) == ()
    assert values(series([*short, key("全区共接处警", 5, "2035-01-15")])) == [[3, 4, 5]]


def test_a_figure_of_the_report_on_the_year_before_stands_at_the_end_of_that_year() -> None:
    reports = [key("全县渔船数量", n, f"203{n}-01-15", "艘", title=f"203{n - 1}年渔业报告") for n in (1, 2)]
    (one,) = series([*reports, key("全县渔船数量", 1, "2031-02-01", "艘", period="2030年")])
    assert [str(point.day) for point in one.points] == ["2030-12-31", "2031-12-31"]
    now = [key("全县渔船数量", n, f"203{n}-01-15", "艘", title=f"203{n}年渔业报告") for n in (1, 2)]
    (other,) = series(now)
    assert [str(point.day) for point in other.points] == ["2031-01-15", "2032-01-15"]
