"""Blanks at line ends and between the spread letters of words."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.blanks import closed_title, closed_up, joined, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("进一步规范市场经营秩\n序，决定开展整治。", "进一步规范市场经营秩序，决定开展整治。"),
        ("为期三个月的食品安全专项\r\n      整治行动。", "为期三个月的食品安全专项整治行动。"),
        ("会议决定，自\n2021\n年起实行。", "会议决定，自2021年起实行。"),
        ("The meeting was held\n  today in the hall.", "The meeting was held today in the hall."),
        ("各村要高度重视。\n一、加强组织领导。", "各村要高度重视。 一、加强组织领导。"),
        ("来源：区府办\n发布时间：2021-03-02", "来源：区府办 发布时间：2021-03-02"),
        ("【2021-03-02】\n【来源：区府办】", "【2021-03-02】 【来源：区府办】"),
        ("张三\n李四\n王五", "张三 李四 王五"),
        ("各镇人民政府，\xa0\xa0\n各直属单位", "各镇人民政府，\xa0\xa0各直属单位"),
        ("a  b\tc", "a b c"),
    ],
)
def test_a_text_of_several_source_lines_is_read_as_one(text: str, line: str) -> None:
    assert one_line(text) == line


def test_lines_are_joined_with_a_blank_only_between_words_without_han() -> None:
    assert joined(["防汛", "抢险", "GB/T 9704", "of 2012", "标准"]) == "防汛抢险GB/T 9704 of 2012标准"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("通　　知", "通知"),
        ("公 告", "公告"),
        ("关 于 召 开 会 议 的 公 告", "关于召开会议的公告"),
        ("目\u2003\u2003录", "目录"),
        ("第一章　总　则", "第一章　总则"),
        ("张 三　李四", "张三　李四"),
        ("张 三　李 四　王小五", "张三　李四　王小五"),
        ("各镇人民政府　各直属单位", "各镇人民政府　各直属单位"),
        ("大 中 小", "大 中 小"),
        ("一 二 三 四 五 六 日", "一 二 三 四 五 六 日"),
        ("A 甲 B", "A 甲 B"),
        ("（盖章）年　月　日", "（盖章）年　月　日"),
        ("防汛 抗旱", "防汛 抗旱"),
    ],
)
def test_spread_letters_of_a_word_are_closed_up_and_words_stay_apart(text: str, closed: str) -> None:
    assert closed_up(text) == closed


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("云汀区关于召开会议的通　知", "云汀区关于召开会议的通知"),
        ("云汀区关于召开会议的通 知 书", "云汀区关于召开会议的通知书"),
        ("关 于召开会议的公\xa0\xa0告", "关于召开会议的公告"),
        ("防汛预案 （试行） 的通知", "防汛预案（试行）的通知"),
        ("防汛演练进展顺利 “云汀号”状态良好", "防汛演练进展顺利 “云汀号”状态良好"),
        ("低保标准提高到771元 同比增长6.3%", "低保标准提高到771元 同比增长6.3%"),
        ("奋进新征程　共建新家园", "奋进新征程　共建新家园"),
        ("防汛工作会议　张 三", "防汛工作会议　张三"),
        ("GB/T 9704 公文格式", "GB/T 9704 公文格式"),
    ],
)
def test_a_title_is_closed_up_with_its_last_letters(text: str, title: str) -> None:
    assert closed_title(text) == title
