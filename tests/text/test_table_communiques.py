"""Tables of yearly communiqués, reports and forms in the shapes that offices give them; places and numbers invented."""

from __future__ import annotations

from tests.text.tables import table, told
from xinhui_viewer.records import Cell
from xinhui_viewer.text.table_figures import table_figures

TITLE = "2023年云汀区国民经济和社会发展统计公报"


def facts(*rows: tuple[Cell | str, ...], above: str = "", title: str = "") -> list[tuple[str, str, str, str]]:
    """Return label, number, unit and period of each figure of a table."""
    return [
        (label, f"{value:g}", unit, period)
        for label, _, value, unit, _, period in told(*rows, above=above, title=title)
    ]


def test_growth_is_that_of_the_field_beside_it_in_the_year_of_the_title() -> None:
    rows = (
        ("产品名称", "单位", "产量", "比上年增长（%）"),
        ("粮食", "万吨", "12.5", "-3.2"),
        ("钢材", "吨", "4200", "48.8"),
    )
    assert facts(*rows, above="表3 主要产品产量及增速", title=TITLE) == [
        ("粮食产量", "125000", "吨", "2023年"),
        ("粮食产量比上年增长", "-3.2", "%", "2023年"),
        ("钢材产量", "4200", "吨", "2023年"),
        ("钢材产量比上年增长", "48.8", "%", "2023年"),
    ]
    assert {kind for _, _, _, unit, kind, _ in told(*rows) if unit == "%"} == {"change"}


def test_parts_are_named_with_their_whole_as_far_as_they_add_up_to_it() -> None:
    rows = (
        ("指标", "年末数（万人）", "比重（%）"),
        ("全区常住人口", "86.6", ""),
        ("其中：城镇", "39.2", "45.3"),
        ("乡村", "47.4", "54.7"),
        ("其中：男性", "42.8", "49.4"),
        ("女性", "43.8", "50.6"),
        ("户籍人口", "91.0", ""),
    )
    assert facts(*rows, above="表1 2023年末常住人口数及其构成") == [
        ("全区常住人口年末数", "866000", "人", "2023年末"),
        ("全区常住人口城镇年末数", "392000", "人", "2023年末"),
        ("全区常住人口城镇比重", "45.3", "%", "2023年末"),
        ("全区常住人口乡村年末数", "474000", "人", "2023年末"),
        ("全区常住人口乡村比重", "54.7", "%", "2023年末"),
        ("全区常住人口男性年末数", "428000", "人", "2023年末"),
        ("全区常住人口男性比重", "49.4", "%", "2023年末"),
        ("全区常住人口女性年末数", "438000", "人", "2023年末"),
        ("全区常住人口女性比重", "50.6", "%", "2023年末"),
        ("户籍人口年末数", "910000", "人", "2023年末"),
    ]


def test_a_part_has_the_unit_of_its_whole_and_one_that_names_its_measure_stands_alone() -> None:
    rows = (
        ("指标", "2023年", "2022年"),
        ("商品房销售面积（万平方米）", "31.8", "32.7"),
        ("其中：住宅", "25.0", "26.6"),
        ("财政总收入（亿元）", "14.8", "14.3"),
        ("#税收收入", "6.9", "6.1"),
    )
    assert facts(*rows)[2:] == [
        ("商品房销售面积住宅", "250000", "平方米", "2023年"),
        ("商品房销售面积住宅", "266000", "平方米", "2022年"),
        ("财政总收入", "1.48e+09", "元", "2023年"),
        ("财政总收入", "1.43e+09", "元", "2022年"),
        ("税收收入", "6.9e+08", "元", "2023年"),
        ("税收收入", "6.1e+08", "元", "2022年"),
    ]


def test_of_several_units_over_a_table_each_number_has_its_own() -> None:
    rows = (
        ("指标", "绝对数", "比上年±%"),
        ("地区生产总值", "123.4", "5.6"),
        ("常住人口", "86.6", "0.4"),
        ("医院", "7", "-"),
    )
    assert facts(*rows, above="单位：亿元、万人、%", title=TITLE) == [
        ("地区生产总值", "1.234e+10", "元", "2023年"),
        ("地区生产总值比上年±", "5.6", "%", "2023年"),
        ("常住人口", "866000", "人", "2023年"),
        ("常住人口比上年±", "0.4", "%", "2023年"),
    ]


def test_the_title_of_a_table_says_what_its_rows_measure_and_in_which_unit() -> None:
    rows = (("镇街", "2023年", "2022年"), ("鹤湾镇", "4.1", "4.0"), ("合计", "9.5", "9.3"))
    assert facts(*rows, above="表4 各镇街年末常住人口（万人）")[::2] == [
        ("鹤湾镇年末常住人口", "41000", "人", "2023年"),
        ("年末常住人口", "95000", "人", "2023年"),
    ]
    indices = (("类别", "指数（以上年为100）"), ("居民消费价格指数", "100.2"), ("蛋", "97.9"))
    assert facts(*indices, above="表2 2023年居民消费价格指数") == [
        ("居民消费价格指数", "100.2", "", "2023年"),
        ("蛋居民消费价格指数", "97.9", "", "2023年"),
    ]


def test_a_title_over_all_fields_a_row_of_units_and_numbers_of_fields_name_nothing() -> None:
    rows = (
        (Cell("2023年1—6月云汀区主要经济指标", fields=4),),
        (Cell("指标名称", rows=2), Cell("本年累计", fields=2), Cell("去年同期", rows=2)),
        (Cell("总额"), Cell("同比增长")),
        ("", "万元", "%", "万元"),
        ("甲", "1", "2", "3"),
        ("社会消费品零售总额", "5,320", "3.4", "5,145"),
    )
    assert facts(*rows) == [
        ("社会消费品零售总额", "5.32e+07", "元", "2023年1—6月"),
        ("社会消费品零售总额同比增长", "3.4", "%", "2023年1—6月"),
        ("社会消费品零售总额", "5.145e+07", "元", "去年同期"),
    ]


def test_months_and_quarters_belong_to_the_year_of_their_head_or_of_the_title() -> None:
    rows = (("月份", "用电量（万千瓦时）"), ("1月", "310"), ("1-2月", "598"), ("一季度", "930"))
    assert facts(*rows, title="2024年全区用电情况") == [
        ("用电量", "3.1e+06", "千瓦时", "2024年1月"),
        ("用电量", "5.98e+06", "千瓦时", "2024年1-2月"),
        ("用电量", "9.3e+06", "千瓦时", "2024年一季度"),
    ]


def test_a_table_in_two_halves_names_each_number_by_the_row_beside_it() -> None:
    rows = (("镇街", "户数（户）", "镇街", "户数（户）"), ("鹤湾镇", "410", "芦埠镇", "385"))
    assert facts(*rows) == [("鹤湾镇", "410", "户", ""), ("芦埠镇", "385", "户", "")]


def test_rows_below_one_without_numbers_have_its_unit_and_its_name() -> None:
    rows = (
        ("指标", "2023年"),
        ("客运量（万人）", ""),
        ("公路", "120"),
        ("水运", "3"),
        ("货物周转量（万吨公里）", ""),
        ("公路", "800"),
    )
    assert facts(*rows) == [
        ("客运量公路", "1.2e+06", "人", "2023年"),
        ("客运量水运", "30000", "人", "2023年"),
        ("货物周转量公路", "8e+06", "吨公里", "2023年"),
    ]


def test_names_without_a_head_over_them_may_have_their_units_themselves() -> None:
    assert facts(("在校学生数（人）", "35924"), ("毕业生数（人）", "11104")) == [
        ("在校学生数", "35924", "人", ""),
        ("毕业生数", "11104", "人", ""),
    ]


def test_codes_ordinals_days_and_the_office_that_reports_give_no_figures() -> None:
    rows = (
        ("题目序号", "联系电话", "包号", "受理日期", "事项"),
        ("1", "8812345", "3", "2023/11/12", "更正"),
        ("2", "8812346", "4", "2023/11/13", "注销"),
    )
    assert facts(*rows, above="填报单位：云汀区统计局") == []


def test_a_unit_over_conditions_is_theirs() -> None:
    rows = (
        (Cell("等级", rows=2), Cell("大车比例u（%）", fields=2)),
        (Cell("u≤10"), Cell("10＜u≤20")),
        ("一级", "0.92", "1.02"),
    )
    assert facts(*rows) == []


def test_marks_of_notes_ordinals_and_translations_are_no_part_of_a_name() -> None:
    rows = (
        ("指标 Item", "2023年"),
        ("一、地区生产总值[1] Gross Product (亿元)", "848.9"),
        ("2．工业增加值①（亿元）", "310"),
    )
    assert [label for label, *_ in facts(*rows)] == ["地区生产总值", "工业增加值"]


def test_numbers_with_blanks_full_width_digits_and_signs_are_read() -> None:
    rows = (("指标", "金额（元）", "同比增长"), ("税收", "12 345.6", "－３.4"), ("罚没", "１，２３４", "+2.0"))
    assert [value for _, value, *_ in facts(*rows)] == ["12345.6", "-3.4", "1234", "2"]


def test_rows_on_who_reports_are_no_heads_and_this_month_is_the_last_of_the_title() -> None:
    rows = (
        ("填报单位：云汀区统计局", "", "", "2024年7月12日"),
        ("镇街", "本月", "本年累计", "同比增长"),
        ("鹤湾镇", "1200", "7400", "12.5"),
    )
    assert facts(*rows, title="云汀区各镇街2024年1-6月固定资产投资（万元）") == [
        ("鹤湾镇固定资产投资", "1.2e+07", "元", "2024年6月"),
        ("鹤湾镇固定资产投资", "7.4e+07", "元", "2024年1-6月"),
        ("鹤湾镇固定资产投资同比增长", "12.5", "%", "2024年1-6月"),
    ]


def test_a_head_stands_over_the_empty_cells_to_its_right_and_a_percent_sign_ends_a_name() -> None:
    rows = (
        ("类别", "在校学生（人）", "", "完成计划%"),
        ("", "2023年", "2022年", ""),
        ("小学", "18452", "18103", "101.5"),
    )
    assert facts(*rows) == [
        ("小学在校学生", "18452", "人", "2023年"),
        ("小学在校学生", "18103", "人", "2022年"),
        ("小学完成计划", "101.5", "%", ""),
    ]


def test_a_range_in_a_cell_is_one_figure_with_two_bounds() -> None:
    body, block = table(("作物", "种植成本/(元/亩)", "单价（元/斤）"), ("黄豆", "400", "2.50-4.00"))
    found = [(f.label, f.value, f.value_max, f.unit) for f in table_figures(body, block)]
    assert found == [("黄豆种植成本", 400, None, "元/亩"), ("黄豆单价", 2.5, 4.0, "元/斤")]


def test_what_a_row_and_its_field_both_say_is_said_once() -> None:
    rows = (("指标", "产量（吨）", "比上年增长（%）"), ("肉类总产量", "18", "-3.4"), ("在总计中：猪肉", "14", "-6.2"))
    assert [label for label, *_ in facts(*rows)] == [
        "肉类总产量",
        "肉类总产量比上年增长",
        "猪肉产量",
        "猪肉产量比上年增长",
    ]


def test_ages_name_rows_and_the_title_says_what_fields_without_a_unit_are_of() -> None:
    rows = (("年龄", "男", "女"), ("0", "77.1", "82.3"), ("51", "29.7", "34.1"))
    assert [one[:3] for one in facts(*rows, above="表2 平均预期寿命（岁）")[2:]] == [
        ("51岁男平均预期寿命", "29.7", "岁"),
        ("51岁女平均预期寿命", "34.1", "岁"),
    ]
    years = (("年份", "男", "女"), ("2022年", "43.1", "43.5"))
    assert facts(*years, above="表3 年末户籍人口（万人）") == [
        ("男年末户籍人口", "431000", "人", "2022年"),
        ("女年末户籍人口", "435000", "人", "2022年"),
    ]


def test_a_unit_at_the_end_of_a_line_of_notes_counts_and_one_that_the_title_counts_in() -> None:
    rows = (("年级", "男", "女"), ("一年级", "852", "453"))
    noted = "学校：云汀中学\t单位：人"
    assert facts(*rows, above=noted) == [("一年级男", "852", "人", ""), ("一年级女", "453", "人", "")]
    assert facts(*rows, above="表4 学生人数") == [
        ("一年级男学生人数", "852", "人", ""),
        ("一年级女学生人数", "453", "人", ""),
    ]
    assert facts(("课程", "学分", "总学时"), ("算法", "3", "48")) == [
        ("算法学分", "3", "学分", ""),
        ("算法总学时", "48", "学时", ""),
    ]


def test_a_field_of_names_that_tell_rows_apart_names_them_without_the_classes_beside_it() -> None:
    head = ("类别", "课程名", "英文名", "总学分Credits")
    rows = (("必修", "高等数学", "Advanced Mathematics", "5"), ("必修", "大学物理", "College Physics", "3.5"))
    assert facts(head, *rows) == [("高等数学总学分", "5", "学分", ""), ("大学物理总学分", "3.5", "学分", "")]
    plots = (("A1", "小麦", "80"), ("A2", "小麦", "55"))
    assert [label for label, *_ in facts(("地块", "作物名称", "面积（亩）"), *plots)] == ["A1小麦面积", "A2小麦面积"]


def test_the_unit_of_things_is_not_that_of_their_price() -> None:
    rows = (("序号", "名称", "单位", "数量", "单价"), ("1", "水泵", "台", "3", "1200"))
    assert facts(*rows) == [("水泵", "3", "台", "")]
    assert facts(*rows, above="单位：元") == [("水泵", "3", "台", ""), ("水泵单价", "1200", "元", "")]
    assert facts(("产品", "单位", "价格"), ("猪肉", "元/公斤", "26.5")) == [("猪肉价格", "26.5", "元/公斤", "")]
