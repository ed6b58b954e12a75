"""The rules for headings, a case each: the lines of a text, the one that is judged, and how much of it is heading."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from xinhui_viewer.text.heading_place import Line, Place
from xinhui_viewer.text.heading_rules import RULES, rule
from xinhui_viewer.text.headings import places

_PROSE = "全县上下认真落实各项部署，扎实推进重点工作，取得了积极成效，为全年目标任务的完成打下了坚实的基础。"
_PARAGRAPH = "各镇街、各部门要结合实际抓好落实，" + _PROSE
_LONG = "关于" * 31
_HEADLINE = "平江县水利局和农业农村局联合部署今年入汛以前的堤防隐患排查 各镇街一周内完成"
_STANDARD = ("1.1 范围", "1.2 术语", "1.3 缩略语")
_CHRONICLE = (_PROSE, "1月1日", _PROSE, "1月7日", _PROSE, "3月5日", _PROSE)
_LAW = ("第一条 为了规范管理，制定本条例。", "第二条 应当符合条件：", "第三条 本条例自公布之日起施行。")


class Case(NamedTuple):
    """Lines with the judged one at ``at``, its marks in the file, and its heading, empty when it is none."""

    lines: tuple[str, ...]
    at: int
    heading: str
    level: int = 0
    bold: bool = False


CASES = {
    "第一章 alone on its line": Case(("第一章 总则", _PROSE), 0, "第一章 总则"),
    "一是 to its full stop": Case((f"一是粮食增产。{_PROSE}",), 0, "一是粮食增产。"),
    "一、 alone on its line": Case(("一、工作回顾", _PROSE), 0, "一、工作回顾"),
    "一、 to its full stop": Case((f"一、提高认识。{_PROSE}",), 0, "一、提高认识。"),
    "5.1 alone on its line": Case(("5.1 巡查", _PROSE), 0, "5.1 巡查"),
    "5 of a standard": Case((*_STANDARD, "2 方法"), 3, "2 方法"),
    "a number on a line that the file marks": Case(("（一）登记",), 0, "（一）登记", bold=True),
    "a number in a paragraph that the file marks": Case((f"（一）登记。{_PROSE}",), 0, "（一）登记。", bold=True),
    "an item of a law, or the last line": Case((*_LAW, "（一）登记", _PROSE), 3, ""),
    "（一） over prose": Case(("（一）抓好春耕", _PROSE), 0, "（一）抓好春耕"),
    "（一） over a list": Case(("（一）申请材料", "1.身份证"), 0, "（一）申请材料"),
    "（一） as a sentence over prose": Case(("（一）抓好春耕。", _PROSE), 0, "（一）抓好春耕。"),
    "1. over a paragraph": Case(("1.春耕", _PARAGRAPH), 0, "1.春耕"),
    "related links": Case(("相关阅读", _PROSE), 0, "", level=2),
    "an entry of a directory, the title of a list": Case(
        ("澄塘站", "地址：塘边路1号", "柳堰站", "地址：堰头路2号", "芦埠站", "电话：1234"), 2, "柳堰站"
    ),
    "the last of several labels with their values": Case((_PROSE, "户名：甲", "账号：一", "行号：二", _PROSE), 3, ""),
    "a second line of a title": Case(("——平江县堤防加固纪实", _PROSE), 0, "", level=2),
    "an answer to a heading by custom": Case(("办理地点", "各镇街便民服务中心大厅", _PROSE), 1, ""),
    "a line over an item that follows another": Case(("一、安排", "（一）时间", "上午", f"（二）甲。{_PROSE}"), 2, ""),
    "a title over （一）": Case((_PROSE, "评分办法", "（一）日常巡查", "每日一次", _PROSE), 1, "评分办法"),
    "one of a few short titles over prose": Case((_PROSE, "丙" * 30, "术语", "堤防", _PROSE), 2, "术语"),
    "a paragraph": Case((_PROSE, _PROSE), 0, ""),
    "a paragraph that the file marks as a heading": Case((_LONG, _PROSE), 0, "", level=2),
    "a heading by the file's mark": Case(("部门动态，", _PROSE), 0, "部门动态，", level=2),
    "a heading by custom": Case(("办理流程", "到窗口登记"), 0, "办理流程"),
    "a bold label over its text": Case((_PROSE, "报名方式：", "到窗口登记"), 1, "报名方式：", bold=True),
    "a bold title": Case((_PROSE, "部门动态", "某局"), 1, "部门动态", bold=True),
    "a line where nothing is inferred": Case((_PROSE, "部门动态", "某局"), 1, ""),
    "a question of an interview": Case(("记者：今年有哪些安排？", _PROSE), 0, "记者：今年有哪些安排？"),
    "a day of a chronicle": Case((*_CHRONICLE, "春汛", "4月1日", _PROSE), 8, "4月1日"),
    "a headline between paragraphs": Case((_PROSE, _HEADLINE, _PROSE), 1, _HEADLINE),
    "a caption, a signature": Case((_PROSE, "图为会议现场", _PROSE), 1, ""),
    "a row of cells": Case((_PROSE, "姓名\t部门", _PROSE), 1, ""),
    "a title over a link": Case(("办事入口", f"https://example.org/{'a' * 40}", _PROSE), 0, ""),
    "a line under a speaker": Case((_PROSE, "平江大学教授田小满：", "先把渠修好", _PROSE), 2, ""),
    "a title over prose": Case((_PROSE, "部门动态", _PROSE), 1, "部门动态"),
    "a title over a sentence over 一是": Case((_PROSE, "今年成绩", "有两件：", f"一是甲。{_PROSE}"), 1, "今年成绩"),
    "a first line over other lines": Case(("某县工作简报", "部门动态", _PROSE), 0, ""),
    "a question over other lines": Case(("居住证", "如何办理？", "到窗口登记", _PROSE), 1, "如何办理？"),
    "one of several short lines": Case(("名单", "甲镇", "乙镇", _PROSE), 1, ""),
    "a title over 会议强调": Case((_PROSE, "部门动态", "会议强调", _PROSE), 1, "部门动态"),
    "a title over 5.1": Case((_PROSE, "巡查方法", "5.1 日常", _PROSE), 1, "巡查方法"),
    "a title over a title over prose": Case((_PROSE, "部门动态", "春耕备耕", _PROSE), 1, "部门动态"),
}


@pytest.mark.parametrize("name", [row.name for row in RULES])
def test_a_rule_decides_its_case(name: str) -> None:
    case = CASES[name]
    lines = [
        Line(text, 0, case.level * (at == case.at), case.bold and at == case.at) for at, text in enumerate(case.lines)
    ]
    place = list(places(lines))[case.at]
    decided = rule(place)
    assert decided is not None
    assert (decided.name, place.text[: decided.length(place)]) == (name, case.heading)


@pytest.mark.parametrize(
    "lines",
    [
        ("第一章 总则。", _PROSE),  # a sentence that cites a chapter
        ("1.5亿元用于道路，", _PROSE),
        ("1.春耕", "2.夏种"),
        ("（一）甲：乙", _PROSE),
        ("（一）" + "长" * 60, _PROSE),
        ("（1）登记", _PROSE),
    ],
)
def test_a_line_that_no_rule_fits_is_no_heading(lines: tuple[str, ...]) -> None:
    assert rule(next(places([Line(text, 0) for text in lines]))) is None


@pytest.mark.parametrize(
    "text",
    [
        "请各单位于本月底前报送材料。",
        "他说：“明年一定办好。”",
        "平江新闻网3月5日电 堤防加固工程完工",
        "执笔／田小满",
        "平江新闻网记者 田小满",
        "——平江县堤防加固纪实",
        "暨防汛工作会议",
        "“堤上的水退了吗？”",
        "我问：“堤上的水退了吗？”",
        "3月5日",
        "【关键词】堤防；加固",
    ],
)
def test_a_bold_sentence_heads_nothing(text: str) -> None:
    lines = [Line(_PROSE, 0), Line(text, 0, bold=True), Line(_PROSE, 0)]
    place = list(places(lines))[1]
    decided = rule(place)
    assert decided is None or decided.length(place) == 0


@pytest.mark.parametrize("title", [("平江县堤防办法",), ("关于印发《平江县", "堤防办法》的通知")])
def test_a_bold_title_over_the_text_heads_nothing(title: tuple[str, ...]) -> None:
    bold = [Line(text, 0, bold=True) for text in title]
    found = list(places([*bold, Line("（2019年3月5日通过）", 0), Line("总则", 0, bold=True), Line(_PROSE, 0)]))
    assert [place.text for place in found if _heads(place)] == ["总则"]


def test_a_bold_title_over_a_table_at_the_end_heads_a_section_and_a_bold_last_line_does_not() -> None:
    for over_table in (True, False):
        last = list(places([Line(_PROSE, 0), Line("检测指标", 0, bold=True, over_table=over_table)]))[-1]
        assert _heads(last) is over_table


def test_bold_type_is_emphasis_where_most_of_it_are_sentences() -> None:
    bold = ("干部要多下乡。", "路要一段一段修。", "水退了还要查。", "这话说得好！")
    lines = [Line(text, 0, bold=text in bold) for one in bold for text in (_PROSE, one, _PROSE)]
    assert [place for place in places(lines) if _heads(place)] == []


def _headed(*lines: str) -> list[str]:
    return [place.text for place in places([Line(text, 0) for text in lines]) if _heads(place)]


def _heads(place: Place) -> bool:
    decided = rule(place)
    return decided is not None and decided.length(place) > 0


@pytest.mark.parametrize(
    "text",
    [
        "发布时间：2019-03-05 10:20:30",
        "358.45亿元",
        "石大川（左二）和巡堤队员",
        "堤守住了，水退了！",
        "很高兴来到堤上。谢谢大家",
        "水退了的堤防（县水利局供图）",
        "第一期巡堤队员合影",
        "网址：堤防巡查专栏",
        "| 堤防 | 三处 |",
        f"{_HEADLINE}？县里怎么说？",
        _HEADLINE.replace(" ", "，"),
    ],
)
def test_labels_figures_rows_and_sentences_between_paragraphs_head_nothing(text: str) -> None:
    assert _headed(_PROSE, text, _PROSE) == []


def test_a_line_that_ends_with_a_name_in_quotes_is_no_running_text() -> None:
    quoted = ("巡堤队荣获“守堤先锋”", "县水利局荣获“守堤先锋单位”")
    assert _headed(_PROSE, *quoted, *quoted, _PROSE) == [quoted[1]]
    assert _headed(_PROSE, "巡堤", "他说，“水退了还要再查一遍。”", _PROSE) == ["巡堤"]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("报名方式：", True),
        ("参考文献:", True),
        ("各村委会：", False),
        ("县水利局：", False),
        ("同志们：", False),
        ("联系人：", False),
        ("注：", False),
        ("报名的人请于本月底以前把下列材料一并交到窗口：", False),
    ],
)
def test_a_bold_label_on_a_line_of_its_own_heads_its_text(text: str, heads: bool) -> None:
    lines = [Line(_PROSE, 0), Line(text, 0, bold=True), Line("到窗口登记", 0, bold=True), Line(_PROSE, 0)]
    assert [place.text for place in places(lines) if _heads(place)] == ([text] if heads else ["到窗口登记"])
    assert _headed(_PROSE, text, "到窗口登记。", _PROSE) == []


def test_names_over_posts_with_telephone_numbers_are_the_entries_of_a_directory() -> None:
    lines = ["办公室", "主任", "4560001", "值班", "4560002 4560003（传真）", "水利科", "科长", "0750-4560004", "总机"]
    assert _headed(*lines) == ["办公室", "水利科"]
    assert _headed(*lines[5:8], _PROSE) == []


def test_the_second_line_of_a_title_is_no_heading() -> None:
    lines = [Line(text, 0) for text in ("关于征求对平江县防汛工作规划建议的意见", "县里召开座谈会", "征求意见", _PROSE)]
    place = list(places(lines))[1]
    decided = rule(place)
    assert decided is not None
    assert decided.length(place) == 0
