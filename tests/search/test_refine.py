from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xinhui_viewer.records import Dates, Node, Word, conjuncts
from xinhui_viewer.search.fields import field_of
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.refine import as_typed, chosen, filters, refined, shifted, toggled
from xinhui_viewer.search.written import written

PIECES = (
    "会议",
    "a1",
    "2021",
    "或",
    "非",
    "-",
    "(",
    ")",
    '"',
    "标题:",
    "日期:",
    "来源:",
    "栏目:",
    "近:3(",
    "摩的",
    "“",
    " ",
    " ",
)
QUERIES = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
ADDED = st.sampled_from(("日期:2021", "日期:2020-03", "日期:无", '来源:"新会日报"', '来源:""', '栏目:"首页 > 公告"'))


def tree(text: str) -> Node:
    return parse(text).root


@pytest.mark.parametrize(
    ("text", "added", "narrowed"),
    [
        ("扫黑", "日期:2021", "扫黑 日期:2021"),
        ("扫黑 日期:2020", "日期:2021", "扫黑 日期:2021"),
        ("扫黑 日期:无", "日期:2021", "扫黑 日期:2021"),
        ("", '来源:"新会日报"', '来源:"新会日报"'),
        ('扫黑 来源:"新会日报"', '栏目:"首页 > 公告"', '扫黑 来源:"新会日报" 栏目:"首页 > 公告"'),
        ("甲 或 乙", "日期:2021-03", "(甲 或 乙) 日期:2021-03"),
        ("扫黑 -日期:2020", "日期:2021", "扫黑 -日期:2020 日期:2021"),
    ],
)
def test_a_filter_takes_the_place_of_one_of_its_kind(text: str, added: str, narrowed: str) -> None:
    assert written(refined(tree(text), tree(added))) == narrowed
    assert refined(tree(narrowed), tree(added)) == tree(narrowed)


def test_filters_of_a_query_can_be_taken_out_one_by_one() -> None:
    found = filters(tree('扫黑 日期:2021 来源:"新会日报"'))
    assert [written(one.without) for one in found] == ['扫黑 来源:"新会日报"', "扫黑 日期:2021"]
    assert filters(tree("扫黑 标题:除恶")) == ()


def test_a_filter_is_named_in_few_words() -> None:
    assert [one.words for one in filters(tree('扫黑 日期:2021 日期:2021-03.. 日期:无 来源:"新会日报"'))] == [
        "2021",
        "2021-03..",
        "without a date",
        "source “新会日报”",
    ]


@given(QUERIES, ADDED)
def test_a_narrowed_query_is_the_old_one_and_the_filter(text: str, added: str) -> None:
    *kept, new = conjuncts(refined(tree(text), tree(added)))
    assert new == tree(added)
    parts = conjuncts(tree(text))
    assert kept == [part for part in parts if part in kept]
    made_way = {field_of(part) for part in parts if part not in kept}
    assert made_way <= {field_of(new)}  # only filters of one kind have made way


@given(QUERIES)
@example('来源:""日期:" ')
def test_a_query_without_a_filter_keeps_everything_else(text: str) -> None:
    parts = conjuncts(tree(text))
    for one in filters(tree(text)):
        rest = conjuncts(one.without)
        assert len(rest) == len(parts) - 1
        assert all(part in parts for part in rest)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("摩的", '"摩的"'),
        ("摩的整治 广场", '"摩的" 整治 广场'),
        ('来源:"摩的" 摩的', '来源:"摩的" "摩的"'),
        ("标题:摩的", '标题:"摩的"'),
        ("禁摩的和摩的", '禁 "摩的" 和 "摩的"'),
    ],
)
def test_an_everyday_word_is_searched_as_it_is_in_quotes(text: str, typed: str) -> None:
    assert written(as_typed(tree(text), "摩的")) == typed


def test_an_everyday_word_in_two_words_is_quoted_in_its_halves() -> None:
    assert written(as_typed(tree("禁摩 的士 广场"), "摩的士")) == '禁 "摩" "的士" 广场'


@given(QUERIES)
def test_after_quoting_no_word_at_the_top_has_it_unquoted(text: str) -> None:
    for part in conjuncts(as_typed(tree(text), "摩的")):
        if isinstance(part, Word) and part.field in ("any", "title", "body"):
            assert part.quoted or "摩的" not in part.text
        assert isinstance(part, Dates) <= any(isinstance(one, Dates) for one in conjuncts(tree(text)))


@pytest.mark.parametrize(
    ("text", "value", "narrowed"),
    [
        ("扫黑", '来源:"甲报"', '扫黑 来源:"甲报"'),
        ('扫黑 来源:"甲报"', '来源:"乙报"', '扫黑 (来源:"甲报" 或 来源:"乙报")'),
        ('扫黑 (来源:"甲报" 或 来源:"乙报")', '来源:"丙报"', '扫黑 (来源:"甲报" 或 来源:"乙报" 或 来源:"丙报")'),
        ('扫黑 (来源:"甲报" 或 来源:"乙报")', '来源:"甲报"', '扫黑 来源:"乙报"'),
        ('扫黑 来源:"甲报"', '来源:"甲报"', "扫黑"),
        ('来源:"甲报" 日期:2021', '栏目:"公告"', '来源:"甲报" 日期:2021 栏目:"公告"'),
        ('(甲 或 来源:"甲报")', '来源:"甲报"', '(甲 或 来源:"甲报") 来源:"甲报"'),
    ],
)
def test_a_value_is_one_of_several_that_will_do_and_chosen_again_it_is_out(
    text: str, value: str, narrowed: str
) -> None:
    assert written(toggled(tree(text), tree(value))) == written(tree(narrowed))


def test_the_values_that_a_query_is_narrowed_to_are_known_and_one_chip_takes_several_out() -> None:
    root = tree('扫黑 (来源:"甲报" 或 来源:"乙报") 日期:2021')
    assert chosen(root) == {tree('来源:"甲报"'), tree('来源:"乙报"'), tree("日期:2021")}
    assert [written(one.without) for one in filters(root)] == ["扫黑 日期:2021", '扫黑 (来源:"甲报" 或 来源:"乙报")']


@pytest.mark.parametrize(
    ("period", "step", "beside"),
    [
        ("日期:2021", 1, "日期:2022"),
        ("日期:2021", -1, "日期:2020"),
        ("日期:2019..2021", 1, "日期:2022..2024"),
        ("日期:2021-12", 1, "日期:2022-01"),
        ("日期:2024-01..2024-03", -1, "日期:2023-10..2023-12"),
        ("日期:2024-02-27..2024-02-28", 1, "日期:2024-02-29..2024-03-01"),
        ("日期:2024-03-01", -1, "日期:2024-02-29"),
        ("日期:9999", 1, "日期:9999"),
        ("日期:0001", -1, "日期:0001"),
        ("日期:2020..", 1, "日期:2020.."),
    ],
)
def test_the_period_beside_one_is_as_long_as_that(period: str, step: int, beside: str) -> None:
    root = tree(period)
    assert isinstance(root, Dates)
    assert shifted(root, step) == tree(beside)
