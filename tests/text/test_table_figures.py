from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.text.tables import table, told
from xinhui_viewer.records import Cell, Figure
from xinhui_viewer.text.figure_text import figure_text
from xinhui_viewer.text.table_figures import table_figures
from xinhui_viewer.text.understanding import key_figures


def test_a_field_of_units_and_heads_of_years_give_unit_and_period() -> None:
    assert told(("指标", "单位", "2023年", "2022年"), ("地区生产总值", "亿元", "848.9", "815.3")) == [
        ("地区生产总值", "848.9", 84_890_000_000, "元", "money", "2023年"),
        ("地区生产总值", "815.3", 81_530_000_000, "元", "money", "2022年"),
    ]


def test_a_unit_in_brackets_behind_a_head_is_that_of_its_field() -> None:
    assert told(("镇街", "户数（万户）", "补助（元）"), ("鹤湾镇", "1.2", "350")) == [
        ("鹤湾镇", "1.2", 12_000, "户", "count", ""),
        ("鹤湾镇补助", "350", 350, "元", "money", ""),
    ]


def test_a_unit_over_the_table_is_that_of_every_number() -> None:
    assert told(("项目", "金额"), ("道路", "120"), above="单位：万元") == [
        ("道路", "120", 1_200_000, "元", "money", "")
    ]


def test_growth_is_a_change_with_its_sign_in_the_first_year_named() -> None:
    assert told(("指标", "2023年（亿元）", "同比增长（%）", "降幅（%）"), ("进出口总额", "136", "-6.4", "2.5")) == [
        ("进出口总额", "136", 13_600_000_000, "元", "money", "2023年"),
        ("进出口总额同比增长", "-6.4", -6.4, "%", "change", "2023年"),
        ("进出口总额降幅", "2.5", -2.5, "%", "change", "2023年"),
    ]


def test_rows_named_by_years_give_the_period_and_the_head_the_label() -> None:
    assert told(("年份", "接警（宗）"), ("2022年", "655"), ("2023年", "701")) == [
        ("接警", "655", 655, "宗", "count", "2022年"),
        ("接警", "701", 701, "宗", "count", "2023年"),
    ]


def test_a_head_over_two_fields_and_a_name_over_two_rows_are_those_of_every_cell_under_and_beside_them() -> None:
    rows = (
        (Cell("镇街", rows=2), Cell("类别", rows=2), Cell("案件（宗）", fields=2)),
        (Cell("立案"), Cell("结案")),
        (Cell("鹤湾镇", rows=2), Cell("刑事"), Cell("8"), Cell("7")),
        (Cell("民事"), Cell("20"), Cell("18")),
    )
    assert [(label, value) for label, _text, value, *_ in told(*rows)] == [
        ("鹤湾镇刑事案件立案", 8),
        ("鹤湾镇刑事案件结案", 7),
        ("鹤湾镇民事案件立案", 20),
        ("鹤湾镇民事案件结案", 18),
    ]


def test_a_wide_cell_beside_a_name_over_two_rows_leaves_that_name_its_field() -> None:
    rows = (
        (Cell("镇街"), Cell("类别"), Cell("案件（宗）")),
        (Cell("鹤湾镇"), Cell("刑事", rows=65534), Cell("8")),
        (Cell("芦埠镇", fields=9), Cell("7")),
    )
    assert [label for label, *_ in told(*rows)] == ["鹤湾镇刑事案件", "芦埠镇刑事案件"]


def test_a_number_without_a_unit_or_in_a_field_of_serial_numbers_is_no_figure() -> None:
    assert told(("序号", "名称", "得分"), ("1", "鹤湾镇", "96.5")) == []


def test_a_cell_with_its_own_unit_needs_no_head_for_it() -> None:
    assert told(("项目", "完成情况"), ("清理河道", "32.5公里")) == [
        ("清理河道", "32.5公里", 32.5, "公里", "quantity", "")
    ]


def test_sentences_and_tables_give_figures_in_the_order_of_the_text_each_once() -> None:
    body, block = table(("项目", "完成情况"), ("清理河道", "32.5公里"), above="全年新增就业7543人。")
    assert [(f.label, f.text) for f in key_figures(body, (block,))] == [
        ("新增就业", "7543人"),
        ("清理河道", "32.5公里"),
    ]


def test_a_tables_figure_reads_with_the_unit_of_its_head() -> None:
    body, block = table(
        ("指标", "单位", "2023年"), ("总值", "亿元", "848.9"), ("增速", "%", "-0.5"), ("就业", "人", "0")
    )
    assert [figure_text(figure) for figure in table_figures(body, block)] == ["848.9亿元", "-0.5%", "0人"]
    assert figure_text(Figure("1200宗", 0, "案件", 1200, "宗", "count")) == "1200宗"


@given(
    st.lists(
        st.lists(
            st.builds(
                Cell,
                st.text("年度单位（亿元）%-.,0123456789案件 \u3000", max_size=8),
                st.integers(-2, 9),
                st.integers(-2, 200),
                st.booleans(),
            ),
            max_size=6,
        ).map(tuple),
        max_size=8,
    )
)
def test_every_table_has_an_answer_whose_texts_stand_where_it_says(rows: list[tuple[Cell, ...]]) -> None:
    body, block = table(*rows, above="单位：件")
    for figure in table_figures(body, block):
        assert body.startswith(figure.text, figure.start)


def test_a_row_of_units_in_the_head_gives_each_field_its_own() -> None:
    rows = (
        (Cell("指标", head=True), Cell("原油产量_当期", head=True), Cell("工业增加值_同比增速", head=True)),
        (Cell("地区", head=True), Cell("全区", head=True), Cell("全区", head=True)),
        (Cell("频度", head=True), Cell("月", head=True), Cell("月", head=True)),
        (Cell("单位", head=True), Cell("万吨", head=True), Cell("%", head=True)),
        ("2018-05", "1597.3", "-6.8"),
    )
    assert told(*rows) == [
        ("原油产量_当期", "1597.3", 15_973_000, "吨", "quantity", "2018-05"),
        ("工业增加值_同比增速", "-6.8", -6.8, "%", "change", "2018-05"),
    ]


def test_an_indicator_over_the_table_names_what_its_rows_measure() -> None:
    above = "指标：地区生产总值(亿元)\n时间：最近2年"
    assert told(("地区", "2019年"), ("云汀区", "35371.28"), above=above) == [
        ("云汀区地区生产总值", "35371.28", 3_537_128_000_000, "元", "money", "2019年")
    ]


def test_a_stated_unit_may_be_any_and_is_scaled() -> None:
    assert told(("指标", "单位", "2023年"), ("播种面积", "千公顷", "2.5"), ("发电装机", "万千瓦", "3")) == [
        ("播种面积", "2.5", 2500, "公顷", "quantity", "2023年"),
        ("发电装机", "3", 30_000, "千瓦", "quantity", "2023年"),
    ]


def test_an_index_says_its_base_and_has_no_unit_and_no_period_of_it() -> None:
    assert told(("指标", "2020年第一季度"), ("价格指数(上年同期=100)", "93.2")) == [
        ("价格指数", "93.2", 93.2, "", "quantity", "2020年第一季度")
    ]


def test_a_series_over_periods_needs_no_unit() -> None:
    assert told(("地区", "2019年", "2018年"), ("云汀区", "35.2", "33.1")) == [
        ("云汀区", "35.2", 35.2, "", "quantity", "2019年"),
        ("云汀区", "33.1", 33.1, "", "quantity", "2018年"),
    ]
    assert told(("2012", "2013"), ("5.3", "5.8")) == [
        ("", "5.3", 5.3, "", "quantity", "2012"),
        ("", "5.8", 5.8, "", "quantity", "2013"),
    ]


def test_a_code_is_no_figure_whatever_units_stand_beside_it() -> None:
    assert told(("指标名称", "地区编码", "单位"), ("增速", "000000", "%")) == []
    assert told(("行政区划代码", "单位名称"), ("110101", "云汀区")) == []


def test_growth_in_the_name_of_a_row_is_a_change() -> None:
    assert told(("指标", "2020年4月"), ("工业增加值同比增长(%)", "-1.1")) == [
        ("工业增加值同比增长", "-1.1", -1.1, "%", "change", "2020年4月")
    ]


def test_cells_of_a_table_without_figures_are_not_read_across() -> None:
    body, block = table(("代码", "名称"), ("110140", "门前区"), ("220105", "二道区"))
    assert key_figures(body, (block,)) == ()


def test_signs_in_place_of_numbers_make_a_field_no_name_of_its_rows() -> None:
    head = (Cell("指标", head=True), Cell("金额（元）", head=True))
    rows = (("甲", "—"), ("乙", "…"), ("丙", "—"), ("丁", "5"))
    assert told(head, *rows) == [("丁", "5", 5, "元", "money", "")]


def test_the_number_of_a_name_is_no_part_of_it_and_a_day_makes_no_series() -> None:
    assert told(("指标", "2023年（亿元）"), ("（1）税收收入", "69.1")) == [
        ("税收收入", "69.1", 6_910_000_000, "元", "money", "2023年")
    ]
    assert told(("日期", "扣分"), ("2020/11/12", "5")) == []


def test_a_code_in_a_row_of_years_is_no_figure() -> None:
    rows = (("指标", "2020年", "2021年"), ("行政区划代码", "360700", "360700"), ("人口（万人）", "12", "13"))
    assert [label for label, *_ in told(*rows)] == ["人口", "人口"]
