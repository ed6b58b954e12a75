from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.records import Node, Word, conjuncts
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.written import written


def _words(root: Node) -> tuple[str, ...]:
    return tuple(part.text for part in conjuncts(root) if isinstance(part, Word))


@pytest.mark.parametrize(
    ("text", "words", "dropped"),
    [
        ("盲人坐轮渡可以免费吗", "盲人坐轮渡 免费", "可以 吗"),
        ("怎么申领渔船补贴", "申领渔船补贴", "怎么"),
        ("船证丢了怎么办？", "船证丢了", "怎么办"),
        ("什么是蓝碳", "蓝碳", "什么是"),
        ("蓝碳是什么", "蓝碳", "是什么"),
        ("多少人参加灯会", "参加灯会", "多少人"),
        ("禁渔 什么时候 开始", "禁渔 开始", "什么时候"),
        ("哪些人可以领渔补", "领渔补", "哪些人"),
        ("村里有几个码头", "村里 码头", "有几个"),
        ("渔补是多少钱", "渔补", "是多少钱"),
        ("夜里施工归谁管", "夜里施工", "归谁管"),
        ("码头坏了应该找谁修", "码头坏了", "应该找谁修"),
        ("落水医药费谁出", "落水医药费", "谁出"),
        ("如何进港 来源:日报", "进港 日报", "如何"),
        ("新能源渔船可以进港吗", "新能源渔船 进港", "可以 吗"),
        ("条例对渔补怎么规定", "条例对渔补 规定", "怎么"),
        ("渔民能卖鱼吗", "渔民 卖鱼", "能 吗"),
        ("换船证需要多少钱呢", "换船证", "需要多少钱呢"),
        ("渔民运动会怎么报名", "渔民运动会 报名", "怎么"),
        ("蓝碳性能怎么样", "蓝碳性能", "怎么样"),
        ("渔市好不好", "渔市", "好不好"),
        ("夜里进港合不合规", "夜里进港 合规", "合不"),
        ("换船证几天能办完", "换船证 办完", "几天"),
    ],
)
def test_words_of_a_question_are_left_out_and_told(text: str, words: str, dropped: str) -> None:
    query = parse(text)
    assert _words(query.root) == tuple(words.split())
    assert query.dropped == tuple(dropped.split())


@pytest.mark.parametrize(
    "text",
    [
        "怎么看",
        "多少",
        "“怎么办”",
        "-怎么 码头",
        "谁执法谁普法",
        "谁主管谁负责",
        "关于如何办好灯会的通知",
        "《怎么看灯会》",
        "审理渔补案件如何认定几个问题的规定",
        "标题:怎么看",
        "来源:什么",
        "任何时候",
        "任何时候任何地方不得捕捞",
        "可以",
        "许多少数民族",
        "多少数民族乡",
        "羊毛呢",
        "喇嘛",
        "很多高能物理实验",
        "许可否决",
    ],
)
def test_what_is_in_quotes_or_all_that_is_asked_for_or_in_a_title_is_no_question(text: str) -> None:
    assert not parse(text).dropped


@given(
    st.lists(st.sampled_from(("怎么", "可以", "吗", "渔补", "多少人", "的", "？", " ", "是", "什么", "《"))).map(
        "".join
    )
)
def test_what_is_left_of_a_question_is_no_question_when_it_is_written_again(text: str) -> None:
    root = parse(text).root
    assert parse(written(root)).root == root
