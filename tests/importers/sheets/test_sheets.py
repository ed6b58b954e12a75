from __future__ import annotations

from datetime import date

import pytest

from tests.importers.office_files import compound
from tests.importers.sheets.books import (
    DAY,
    HOURS,
    MONTH,
    SHARE,
    SHARE_1,
    Page,
    Raw,
    Styled,
    book,
    drafts,
    lines,
    only,
    tables,
)
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.sheets import sheets

DATABASE = (
    ("数据库：年度数据",),
    ("时间：最近3年",),
    ("指标", "2023年", "2022年"),
    ("粮食产量(万吨)", 321.5, 318),
    ("造林面积(公顷)", None, 42.25),
    ("注：1.本表按当年口径统计。",),
    ("\u3000\u30002.造林面积自2022年起统计。",),
    ("数据来源：云汀市统计局",),
)


def test_a_table_of_a_database_is_a_bulletin_with_its_name_source_table_and_notes() -> None:
    draft = only(*DATABASE)
    assert (draft.facts.title, draft.facts.source, draft.facts.published) == ("年度数据", "云汀市统计局", None)
    assert tables(draft) == [
        [["指标", "2023年", "2022年"], ["粮食产量(万吨)", "321.5", "318"], ["造林面积(公顷)", "", "42.25"]]
    ]
    assert lines(draft) == [
        "时间：最近3年",
        "注：1.本表按当年口径统计。",
        "2.造林面积自2022年起统计。",
        "数据来源：云汀市统计局",
    ]
    assert [(f.label, f.value, f.unit, f.period) for f in draft.figures] == [
        ("粮食产量", 3_215_000, "吨", "2023年"),
        ("粮食产量", 3_180_000, "吨", "2022年"),
        ("造林面积", 42.25, "公顷", "2022年"),
    ]
    assert not draft.sections


def test_a_title_over_the_table_and_a_unit_beside_it_are_told_apart() -> None:
    draft = only(
        ("云汀市各镇财政收入", None, None),
        (None, None, "单位：万元"),
        ("镇街", "2023年", "同比增长（%）"),
        ("鹤湾镇", 1520.5, 6.1),
        merged=("A1:C1",),
    )
    assert (draft.facts.title, lines(draft)) == ("云汀市各镇财政收入", ["单位：万元"])
    assert [(f.label, f.value, f.unit, f.kind) for f in draft.figures] == [
        ("鹤湾镇财政收入", 15_205_000, "元", "money"),
        ("鹤湾镇财政收入同比增长", 6.1, "%", "change"),
    ]


def test_a_unit_in_the_row_of_the_title_is_not_part_of_it() -> None:
    head = ("云汀市各镇财政收入", None, "（单位：万元）")
    draft = only(head, ("镇街", "2023年", "2022年"), ("鹤湾镇", 1520.5, 1433))
    assert (draft.facts.title, lines(draft)) == ("云汀市各镇财政收入", ["（单位：万元）"])
    assert [(f.value, f.unit) for f in draft.figures] == [(15_205_000, "元"), (14_330_000, "元")]


def test_heads_over_several_rows_span_as_they_show() -> None:
    draft = only(
        ("镇街", "案件（宗）", None),
        (None, "立案", "结案"),
        ("鹤湾镇", 8, 7),
        merged=("A1:A2", "B1:C1"),
    )
    (table,) = [block for block in draft.blocks if block.kind == "table"]
    assert [[(cell.text, cell.rows, cell.fields, cell.head) for cell in row] for row in table.rows] == [
        [("镇街", 2, 1, True), ("案件（宗）", 1, 2, True)],
        [("立案", 1, 1, True), ("结案", 1, 1, True)],
        [("鹤湾镇", 1, 1, False), ("8", 1, 1, False), ("7", 1, 1, False)],
    ]
    assert [(f.label, f.value) for f in draft.figures] == [("鹤湾镇案件立案", 8), ("鹤湾镇案件结案", 7)]


def test_a_value_reads_as_it_shows_without_the_noise_of_binary_fractions() -> None:
    draft = only(
        ("项目", "甲", "乙", "丙"),
        ("数", 0.1 + 0.2, 1520.0, 25.48130434782609),
        ("百分比", Styled(0.125, SHARE), Styled(0.07, SHARE_1), Styled(-0.3, SHARE)),
        ("日期", Styled(43794, DAY), Styled(43922, MONTH), Styled(1.5, HOURS)),
        ("其他", Raw('t="b"', "<v>1</v>"), Raw('t="e"', "<v>#DIV/0!</v>"), "2019年\n1月"),
        ("极值", 1.5e-7, 1e21, -3.25),
    )
    assert tables(draft)[0][1:] == [
        ["数", "0.3", "1520", "25.48130434782609"],
        ["百分比", "12.5%", "7%", "-30%"],
        ["日期", "2019-11-25", "2020年4月", "36:00"],
        ["其他", "TRUE", "#DIV/0!", "2019年1月"],
        ["极值", "0.00000015", "1000000000000000000000", "-3.25"],
    ]


def test_each_sheet_is_a_bulletin_hidden_ones_last_and_empty_ones_told() -> None:
    first, second, third = drafts(
        Page("底表", [("甲", "乙"), ("丙", 1)], hidden=True),
        Page("Sheet1", [("甲", "乙"), ("丙", 1)]),
        Page("空表", []),
        Page("收入", [("甲", "乙"), ("丙", 1)]),
        name="年报.xlsx",
    )
    assert [(one.facts.title, one.place) for one in (first, second, third)] == [
        ("年报（Sheet1）", "Sheet1"),
        ("收入", "收入"),
        ("底表", "底表"),
    ]
    assert first.warnings == ("Hidden sheets were read, too: 底表.", "Empty sheets were left out: 空表.")


def test_tables_divided_by_blank_rows_are_tables_of_their_own_and_values_go_on_with_theirs() -> None:
    draft = only(
        ("镇街", "户数"),
        ("鹤湾镇", 12),
        (None, None),
        ("芦埠镇", 15),
        (),
        ("二、支出情况",),
        ("项目", "金额（元）"),
        ("清淤", 300),
    )
    assert tables(draft) == [
        [["镇街", "户数"], ["鹤湾镇", "12"], ["芦埠镇", "15"]],
        [["项目", "金额（元）"], ["清淤", "300"]],
    ]
    assert [section.heading for section in draft.sections] == ["二、支出情况"]


def test_a_sheet_of_one_field_is_paragraphs_under_its_first_line() -> None:
    draft = only(("关于填报年报的说明",), (), ("各镇于1月底前填报。",), ("逾期视为零报告。",))
    assert (draft.facts.title, lines(draft)) == ("关于填报年报的说明", ["各镇于1月底前填报。", "逾期视为零报告。"])


def test_empty_rows_and_fields_around_a_table_are_left_out_and_a_group_stays_in_it() -> None:
    draft = only((), (None, None, "镇街", "人口"), (None, None, "东片", None), (None, None, "鹤湾镇", 5), sheet="人口")
    assert (draft.facts.title, tables(draft)) == ("人口", [[["镇街", "人口"], ["东片", ""], ["鹤湾镇", "5"]]])


def test_who_published_a_table_and_when_is_read_from_its_labels() -> None:
    draft = only(
        ("附件2：",),
        ("云汀市学校名录\n（截至2023年6月）",),
        ("编制单位：云汀市教育局", "发布日期：2023-07-01"),
        ("序号", "校名"),
        (1, "第一小学"),
        sheet="名录",
    )
    assert (draft.facts.title, draft.facts.source) == ("云汀市学校名录（截至2023年6月）", "云汀市教育局")
    assert draft.facts.published == date(2023, 7, 1)
    assert lines(draft) == ["附件2：", "编制单位：云汀市教育局\u3000发布日期：2023-07-01"]


def test_formulas_without_a_stored_result_are_told() -> None:
    draft = only(
        ("项目", "金额"),
        ("甲", Raw("", "<f>1+1</f>")),
        ("乙", Raw("", "<f>1+2</f><v></v>")),
        ("丙", Raw("", "<f>1+3</f><v>4</v>")),
    )
    assert tables(draft)[0][3] == ["丙", "4"]
    assert draft.warnings == ("2 formulas have no stored result: their cells are empty here.",)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (book(Page("Sheet1", [])), "contains no text"),
        (book(Page("Sheet1", [("甲", 1)]))[:900], "damaged or incomplete"),
        (compound("EncryptedPackage"), "password-protected"),
        (compound("Workbook"), "contains no text"),
        (book(Page("Sheet1", [("甲",)]), beside={"xl/theme.xml": b" " * (20 * 2**20)}), "too large once unpacked"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableSource, match=told):
        sheets.read(content, "统计表.xlsx")


def test_marks_are_found_whatever_prefix_and_order_the_tags_have() -> None:
    (first,) = drafts(Page("Sheet1", [("项目", "占比", "增速"), ("甲", Styled(0.5, SHARE), Styled(0.25, SHARE))]))
    swapped = Page(
        "Sheet1", [("项目", "占比", "增速"), ("甲", Raw(f"t='n' s='{SHARE}'", "<v>0.5</v>"), Styled(0.25, SHARE))]
    )
    assert tables(first) == tables(drafts(swapped)[0]) == [[["项目", "占比", "增速"], ["甲", "50%", "25%"]]]


def test_a_sheet_whose_cells_lie_too_far_apart_is_left_out_and_told() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    content = book(Page("远", [("甲", 1)]), Page("近", [("甲", "乙"), ("丙", 1)]), strewn=far)
    (draft,) = sheets.read(content, "统计表.xlsx")
    assert (draft.facts.title, draft.warnings) == (
        "近",
        ("Sheets whose cells lie too far apart were left out: 远.",),
    )


@pytest.mark.parametrize(
    ("value", "read"), [(5.22950321054779e-06, 0.0522950321054779), (4.66, 46600.0), (1.5e22, 1.5e26)]
)
def test_very_small_and_large_numbers_are_figures_in_a_large_unit(value: float, read: float) -> None:
    draft = only(("云汀区经费",), ("单位：万元",), ("镇街", "2021年"), ("鹤湾镇", value), ("柳桥镇", 7.5))
    assert draft.figures[0].value == pytest.approx(read, rel=1e-12)
