from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.records import Block
from xinhui_viewer.text.understanding import key_figures


def facts(*lines: str, title: str = "") -> list[tuple[str, str, str, str]]:
    return [(f.label, f"{f.value:g}", f.unit, f.period) for f in key_figures("\n".join(lines), (), title)]


def test_lines_with_tabs_are_a_table() -> None:
    lines = (
        "表1  主要指标",
        "单位：亿元、%",
        "指标\t绝对数\t比上年增长",
        "地区生产总值\t123.4\t5.6",
        "第一产业\t12.3\t3.1",
        "其中：农业\t10.0\t",
    )
    assert facts(*lines, title="2023年云汀区统计公报") == [
        ("地区生产总值", "1.234e+10", "元", "2023年"),
        ("地区生产总值比上年增长", "5.6", "%", "2023年"),
        ("第一产业", "1.23e+09", "元", "2023年"),
        ("第一产业比上年增长", "3.1", "%", "2023年"),
        ("第一产业农业", "1e+09", "元", "2023年"),
    ]


def test_lines_with_aligned_blanks_are_a_table_whose_names_may_be_spread() -> None:
    lines = (
        "表2  人口",
        "镇　街          户数（户）      人口（人）",
        "鹤湾镇          1 234           5 678",
        "　　芦埠        985             3,210",
        "合　　计        2219            8888",
    )
    assert facts(*lines) == [
        ("鹤湾镇", "1234", "户", ""),
        ("鹤湾镇人口", "5678", "人", ""),
        ("芦埠", "985", "户", ""),
        ("芦埠人口", "3210", "人", ""),
        ("户数", "2219", "户", ""),
        ("人口", "8888", "人", ""),
    ]


def test_a_head_may_leave_out_the_name_over_the_names() -> None:
    lines = ("单位：吨", "            2023年    2022年", "粮食        1200      1150", "蔬菜        860       -")
    assert facts(*lines) == [
        ("粮食", "1200", "吨", "2023年"),
        ("粮食", "1150", "吨", "2022年"),
        ("蔬菜", "860", "吨", "2023年"),
    ]


def test_single_blanks_part_cells_where_lines_agree() -> None:
    assert facts("产品 单位 2023年", "油料产量 吨 1234", "水果产量 吨 5678") == [
        ("油料产量", "1234", "吨", "2023年"),
        ("水果产量", "5678", "吨", "2023年"),
    ]
    assert facts("姓名 电话", "张某 81234567", "李某 81234568") == []


def test_sentences_between_lines_of_numbers_are_read_as_sentences() -> None:
    lines = ("全年新增就业7543人，比上年增长5.6%。", "项目 金额（元）", "道路 120", "桥梁 45", "其余见附表。")
    assert [label for label, *_ in facts(*lines)] == ["新增就业", "新增就业比上年增长"]


@given(st.text("年度单位（元） \t\u3000\n-.,012合计", max_size=80))
def test_every_text_has_an_answer_whose_figures_stand_where_it_says(body: str) -> None:
    for figure in key_figures(body, (Block("paragraph", 0, len(body)),)):
        assert body.startswith(figure.text, figure.start)
