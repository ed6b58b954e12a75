"""Articles: the list of a law's 第一条, and lines that only begin with such a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.articles import article_at, articles, is_article, value, with_articles
from xinhui_viewer.text.outline import outline

_LAW = (
    "第一章 总则\n第一条 为了规范堤防巡查，制定本办法。\n"
    "第二条 本办法所称巡查，包括：\n（一）日常巡查；\n（二）汛期巡查。\n"
    "第二章 巡查\n第三条 巡查应当记录。\n记录保存三年。\n第四条 本办法自公布之日起施行。"
)


def _numbers(body: str) -> list[str]:
    return [article.number for article in articles(body, outline(body))]


def test_the_articles_of_a_law_hold_their_paragraphs_and_items_up_to_the_next_chapter() -> None:
    found = articles(_LAW, outline(_LAW))
    assert [article.number for article in found] == ["第一条", "第二条", "第三条", "第四条"]
    assert _LAW[found[1].start : found[1].end] == "第二条 本办法所称巡查，包括：\n（一）日常巡查；\n（二）汛期巡查。\n"
    assert _LAW[found[2].number_end : found[2].end] == " 巡查应当记录。\n记录保存三年。\n"


def test_two_citations_at_the_beginning_of_lines_make_no_law() -> None:
    assert _numbers("第一条 登记。\n第二条 巡查。") == []
    assert _numbers("条条条") == []


def test_a_line_that_cites_an_article_is_none() -> None:
    law = _LAW.replace("记录保存三年。", "第四条的规定适用于记录。\n第四条、第五条除外。\n第十条第二款规定的记录除外。")
    assert _numbers(law) == _numbers(_LAW)


@pytest.mark.parametrize("number", ["第二条之一", "第 二 条 之 一"])
def test_an_article_put_in_later_has_its_own_number(number: str) -> None:
    law = _LAW.replace("第二章 巡查\n", f"{number} 巡查每月一次。\n第二章 巡查\n")
    assert _numbers(law) == ["第一条", "第二条", "第二条之一", "第三条", "第四条"]


def test_numbers_without_a_blank_behind_them_are_articles_in_order_only() -> None:
    law = "第一条为了规范巡查。\n第二条巡查应当记录。\n第九条规定的除外。\n第三条本办法自公布之日起施行。"
    assert _numbers(law) == ["第一条", "第二条", "第三条"]


def test_a_second_law_in_the_same_text_begins_at_one_again() -> None:
    assert _numbers(f"{_LAW}\n{_LAW}") == 2 * ["第一条", "第二条", "第三条", "第四条"]


def test_articles_stand_one_level_below_their_chapter_and_are_named_by_their_first_words() -> None:
    merged = with_articles(_LAW, outline(_LAW))
    assert [(one.level, one.heading, is_article(one)) for one in merged] == [
        (1, "第一章 总则", False),
        (2, "第一条 为了规范堤防巡查", True),
        (2, "第二条 本办法所称巡查", True),
        (1, "第二章 巡查", False),
        (2, "第三条 巡查应当记录", True),
        (2, "第四条 本办法自公布之日起施行", True),
    ]


def test_articles_of_a_law_without_chapters_are_entries_of_the_first_level() -> None:
    body = "第一条 登记。\n第二条\n巡查。\n第三条 附则。"
    assert [(one.level, one.heading) for one in with_articles(body, ())] == [
        (1, "第一条 登记"), (1, "第二条 巡查"), (1, "第三条 附则"),
    ]  # fmt: skip


def test_the_number_of_an_article_is_read_in_figures_of_both_kinds() -> None:
    numbers = ("第十二条", "第一千二百六十条", "第12条", "第八条之一", "附则")
    assert [value(number) for number in numbers] == [12, 1260, 12, 8, 0]


@given(
    st.lists(
        st.sampled_from(["第一条 甲", "第二条乙", "第三条", "第一章 总则", "第二条之一 丙", "第十条的", "丁", ""]),
        max_size=12,
    )
)
def test_articles_of_any_text_follow_one_another_within_it(lines: list[str]) -> None:
    body = "\n".join(lines)
    reached = 0
    for article in articles(body, outline(body)):
        assert reached <= article.start < article.number_end <= article.end <= len(body)
        reached = article.end


@pytest.mark.parametrize(
    "body", [_LAW, _LAW.replace("记录保存三年。", "第四条的规定适用于记录。"), "第一条 登记。\n第二条 巡查。"]
)
def test_a_place_is_in_the_article_that_the_list_of_articles_says(body: str) -> None:
    sections = outline(body)
    found = articles(body, sections)
    for at in range(len(body)):
        listed = next((one.number for one in found if one.start <= at < one.end), "")
        assert article_at(body, sections, at) == listed
