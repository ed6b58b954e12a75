"""The lines of a document's head, in every format: letterhead, kind of document, lines under the title, contents."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.heads.beneath import Beneath, beneath
from xinhui_viewer.importers.heads.contents import contents
from xinhui_viewer.importers.heads.cover import cover
from xinhui_viewer.importers.heads.described import is_spoken_of
from xinhui_viewer.importers.heads.generic import is_generic, is_never_title, without_label
from xinhui_viewer.importers.heads.letterhead import issuer
from xinhui_viewer.importers.heads.signed import signed

TITLE = "关于做好防汛工作的通知"
DAY = date(2024, 4, 29)


@pytest.mark.parametrize(
    ("line", "below", "named"),
    [
        ("中共云汀县委组织部", TITLE, "中共云汀县委组织部"),
        ("云 汀 县 水 利 局", TITLE, "云汀县水利局"),
        ("云汀县水利局", "防汛值班办法（试行）", "云汀县水利局"),
        ("云汀县水利局", "云水〔2024〕5号", "云汀县水利局"),
        ("云汀大学文件", "", "云汀大学"),
        ("云汀县水利局 云汀县财政局 文件", "", "云汀县水利局、云汀县财政局"),
        ("中共云汀县委文件", "", "中共云汀县委"),
        ("云汀县水利局", "各镇要逐村排查。", ""),
        ("云汀县召开座谈会", TITLE, ""),
        ("招标文件", TITLE, ""),
        ("竞争性磋商文件", "云采〔2024〕5号", ""),
        ("这是一份只有一行字的云汀文件", "", ""),
    ],
)
def test_a_letterhead_names_an_office_before_the_word_or_over_a_number_or_title(
    line: str, below: str, named: str
) -> None:
    assert issuer(line, [below] if below else []) == named


@pytest.mark.parametrize(
    "line",
    ["招标文件", "竞 争 性 磋 商 文 件", "公　告", "公开招标采购公告", "省级示范专业", "投标邀请书", "询价采购文件"],
)
def test_a_line_that_names_only_the_kind_of_document_is_generic(line: str) -> None:
    assert is_generic(line)


@pytest.mark.parametrize("line", [TITLE, "堤防加固项目招标公告", "云汀县图书馆", "工作报告", "防汛物资采购项目"])
def test_a_line_that_names_a_project_or_a_matter_is_not_generic(line: str) -> None:
    assert not is_generic(line)


@pytest.mark.parametrize(
    "line",
    [
        "目　录",
        "目次",
        "前 言",
        "（线上电子招投标）",
        "表7.5 用地指标",
        "一、总体要求",
        "第一章 总则",
        "附件2：",
        "项目编号：YT-5",
        "证券简称：云汀水务",
        "采购人（章）：云汀县水利局",
    ],
)
def test_some_lines_are_never_the_title_however_large(line: str) -> None:
    assert is_never_title(line)


@pytest.mark.parametrize("line", [TITLE, "第七章 物资管理", "11.4 字型变换", "一河两岸整治方案", "表彰先进的决定"])
def test_a_later_section_or_a_name_may_be_the_title(line: str) -> None:
    assert not is_never_title(line)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["云汀县统计局", "2024年4月29日"], Beneath("云汀县统计局", DAY, lines=frozenset({0, 1}))),
        (["云汀县统计局 2024年4月29日"], Beneath("云汀县统计局", DAY, lines=frozenset({0}))),
        (["（2024年4月29日）"], Beneath("", DAY, lines=frozenset({0}))),
        (["2024-04-29 16:10 | 来源：云汀日报"], Beneath("云汀日报", DAY, lines=frozenset({0}))),
        (["2024-04-29 16:10 | 云汀日报"], Beneath("云汀日报", DAY, lines=frozenset({0}))),
        (["（2024—2026年）", "云汀县统计局", "2024年4月29日"], Beneath("云汀县统计局", DAY, lines=frozenset({1, 2}))),
        (["云汀县统计局", "二〇二四年四月"], Beneath("云汀县统计局", lines=frozenset({0}))),
        (["发布日期：2024年4月29日"], Beneath("", DAY, lines=frozenset({0}))),
        (["云汀县统计局 国家统计局云汀调查队", "二〇二四年四月二十九日"],
         Beneath("云汀县统计局 国家统计局云汀调查队", DAY, lines=frozenset({0, 1}))),
        (["云统〔2024〕5号", "云汀县统计局", "2024年4月29日"],
         Beneath("云汀县统计局", DAY, "云统〔2024〕5号", frozenset({1, 2}))),
        (["云汀县统计局", "2023年，全县经济平稳。"], Beneath()),  # without a day it may be the text
        (["（2024年4月29日县人民代表大会通过）"], Beneath()),
        (["2024年4月29日，县统计局召开会议。"], Beneath()),
    ],
)  # fmt: skip
def test_lines_under_the_title_say_who_published_it_and_when(lines: list[str], found: Beneath) -> None:
    assert beneath(lines) == found


RULES = ("第一条 为了加强管理，制定本办法。", "第二条 本办法适用于全县。", "第三条 本办法自公布之日起施行。")


@pytest.mark.parametrize(
    "listed",
    [
        ["目　录", "第一章 总则", "第二章 附则"],
        ["目录", "第一章 总则\t1", "第二章 附则\t3"],
        ["目 次", "第一章 总则............1", "第二章 附则……………………12"],
        ["目录", "前言 1", "第一章总则 2", "第二章附则 3"],
        ["第一章 总则 ...... 1", "第一节 目的 ...... 1", "第二节 范围 ...... 2", "第二章 附则 ...... - 3 -"],
    ],
)
def test_a_list_of_contents_is_no_text(listed: list[str]) -> None:
    text = ["河道管理办法", *listed, "第一章 总则", *RULES[:2], "第二章 附则", RULES[2]]
    assert sorted(contents(text)) == list(range(1, 1 + len(listed)))


@pytest.mark.parametrize(
    "text",
    [
        ["第一章 总则", *RULES[:2], "第二章 附则", RULES[2]],
        ["目录", "关于堤防的意见……1", "关于水闸的意见……3", "关于泵站的意见……5"],  # nothing but a list
        ["支持的系统", "甲、乙、丙...", "丁、戊、己...", "庚、辛...", "壬、癸...", *RULES],
        ["编制目录", "各镇编制物资目录。", *RULES],
    ],
)
def test_what_is_no_list_of_contents_stays(text: list[str]) -> None:
    assert contents(text) == frozenset()


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["堤防加固项目", "招标文件", "项目编号：YT-5", "2024年5月", "第一章 投标邀请", RULES[0]], 4),
        (["招标文件", "采购人：云汀县水利局", "目录", "第一章 投标邀请 2"], 2),
        ([TITLE, "各镇人民政府：", RULES[0]], 0),
        ([TITLE, "一、总体要求", RULES[0]], 0),
    ],
)
def test_a_cover_ends_before_the_contents_or_the_first_section(lines: list[str], count: int) -> None:
    assert cover(lines) == count


@pytest.mark.parametrize("signed_by", ["云汀县水利局", "二〇二四年四月", "2024年4月29日"])
def test_a_page_of_title_and_office_or_day_alone_is_a_cover(signed_by: str) -> None:
    lines = ["堤防加固实施方案", "（2024—2026年）", signed_by]
    assert (cover(lines, ends=True), cover(lines)) == (3, 0)


def test_an_order_is_signed_in_front_of_the_rules_that_it_issues() -> None:
    order = ["现公布《河道管理办法》，自2024年6月1日起施行。", "县长 李某", "2024年4月29日"]
    found = signed([*order, "第一章 总则", *RULES * 5])
    assert found is not None
    assert found.day == DAY


def test_a_notice_is_signed_in_front_of_the_plan_that_it_issues() -> None:
    notice = ["各镇人民政府：", "现将方案印发给你们，请执行。", "云汀县水利局", "2024年4月29日"]
    found = signed([*notice, "防汛工作方案", *RULES * 5])
    assert found is not None
    assert (found.day, found.signer) == (DAY, "云汀县水利局")


def test_the_day_of_a_rule_within_a_handbook_is_not_the_handbooks() -> None:
    handbook = ["第一章 学籍", *RULES, "云汀学院", "2012年10月19日", "第二章 奖励", *RULES * 4]
    assert signed(handbook) is None


def test_a_day_between_numbered_parts_is_not_that_of_the_whole() -> None:
    handbook = ["一、考勤", RULES[0], "云汀学院", "2012年10月19日", "二、奖励", RULES[1], "三、附则", RULES[2]]
    assert signed(handbook) is None
    notice = ["一、考勤", RULES[0], "二、奖励", RULES[1], "云汀学院", "2012年10月19日", "一、附表", "二、附图"]
    assert signed(notice) is not None


@pytest.mark.parametrize("label", ["项目名称：", "采购项目名称: ", "工程名 称："])
def test_a_title_stands_without_its_label(label: str) -> None:
    assert without_label(f"{label}云汀县堤防加固") == "云汀县堤防加固"


@pytest.mark.parametrize(
    ("named", "text", "known"),
    [
        ("河道管理办法", "为了加强河道管理，制定本办法。", True),
        ("云汀杯竞赛章程", "为了加强河道管理，制定本办法。", False),
        ("河道管理办法", "", True),  # pictures only
        ("关于召开2009年年会的通知", "为了加强河道管理，制定本办法。", False),  # but words of any title, only a year
    ],
)
def test_a_title_in_the_description_counts_where_the_text_speaks_of_it(named: str, text: str, known: bool) -> None:
    assert is_spoken_of(named, text) is known


def test_a_code_whose_parts_have_headings_of_one_name_has_one_list() -> None:
    listed = ["第一编 总则", "第一章 一般规定", "第二章 附则", "第二编 管理", "第一章 一般规定", "第二章 附则"]
    text = [one for heading in listed for one in (heading, RULES[0])]
    assert sorted(contents(["河道法典", "目录", *listed, *text])) == list(range(1, 8))


def test_lines_of_signs_by_the_thousand_are_read_at_once() -> None:
    assert contents(["." * 100_000, "一" + "…" * 100_000 + "x", "_ " * 50_000, RULES[0]]) == frozenset()
