"""Points: paragraphs of a section that begin with a number and a short sentence, and lines that only look like it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.outline import outline
from xinhui_viewer.text.points import points, with_paragraphs

_PROSE = "全县上下认真落实各项部署，扎实推进重点工作，取得了积极成效，为全年目标任务的完成打下了坚实的基础。"


def _points(*lines: str) -> list[str]:
    body = "\n".join(lines)
    return [one.heading for one in points(body, outline(body))]


def test_paragraphs_that_begin_with_a_sentence_are_the_points_of_their_section() -> None:
    lines = [
        "一、重点工作",
        _PROSE,
        f"（一）抓好春耕。{_PROSE}",
        f"（二）建好道路。{_PROSE}",
        _PROSE,
        "二、保障措施",
        _PROSE,
    ]
    body = "\n".join(lines)
    found = points(body, outline(body))
    assert [(one.level, one.heading, one.marker, one.folded) for one in found] == [
        (2, "（一）抓好春耕", "（一）", True),
        (2, "（二）建好道路", "（二）", True),
    ]
    assert body[found[0].start : found[0].end] == lines[2] + "\n"
    assert body[found[1].start : found[1].end] == f"{lines[3]}\n{_PROSE}\n"
    assert _points("一、农业", "（一）抓好春耕。", _PROSE, f"（二）建好道路。{_PROSE}") == [
        "（一）抓好春耕",
        "（二）建好道路",
    ]
    assert [one.heading[:3] for one in with_paragraphs(body, outline(body))] == ["一、重", "（一）", "（二）", "二、保"]


def test_points_go_on_in_the_next_section() -> None:
    first = [f"（一）抓好春耕。{_PROSE}", f"（二）建好道路。{_PROSE}"]
    assert _points("一、农业", *first, "二、水利", f"（三）疏通渠道。{_PROSE}") == [
        "（一）抓好春耕", "（二）建好道路", "（三）疏通渠道",
    ]  # fmt: skip
    assert _points("一、农业", *first, "二、水利", _PROSE, f"（二）疏通渠道。{_PROSE}") == [
        "（一）抓好春耕",
        "（二）建好道路",
    ]


def test_points_in_figures_are_named_by_very_short_sentences() -> None:
    assert _points("一、农业", f"1.抓春耕。{_PROSE}", f"2.修道路。{_PROSE}") == ["1.抓春耕", "2.修道路"]
    assert _points("一、农业", f"1.各村应当在本月底以前把沙袋备足并存放好。{_PROSE}", f"2.修道路。{_PROSE}") == []


def test_points_in_words_are_read_where_there_are_none_in_brackets() -> None:
    assert _points("一、农业", f"一是抓春耕。{_PROSE}", f"二是修道路。{_PROSE}") == ["一是抓春耕", "二是修道路"]


def test_points_have_their_names_on_lines_of_their_own_too() -> None:
    lines = ["一、考试安排", "（一）考试时间", "上午九时。", f"（二）考试地点。{_PROSE}", "（三）证件", "身份证"]
    assert _points(*lines) == ["（一）考试时间", "（二）考试地点", "（三）证件"]
    assert _points(*lines[:-1]) == []


def test_points_are_named_by_their_labels() -> None:
    lines = ["二、活动安排", f"（一）指导思想：{_PROSE}", f"（二）基本原则。{_PROSE}", "（三）时间：本月底"]
    assert _points(*lines) == ["（一）指导思想", "（二）基本原则", "（三）时间"]
    assert _points("二、活动安排", "1.集合（6：30）", "2.出发（7：00）") == []


def test_an_amendment_lists_its_provisions_by_what_they_change() -> None:
    body = "\n".join(
        [
            "为了保护堤防，对《平江县堤防办法》作如下修改：",
            "一、将第三条修改为：“任何单位和个人不得在堤防及其管理范围内挖砂、取土、打井，不得存放易燃易爆物品和其他危险物品，不得停放车辆。",
            "“在护堤地取土的，依照前款的规定处罚。”",
            "二、增加一条，作为第七条：“堤上不得停放车辆。”",
            "三、删去第九条中的“三日内”。",
            "四、在堤防及其管理范围内从事建设、养护和其他活动的单位，应当向县水利局提出申请。",
            "五、深入开展“护堤护岸护田”行动，由县水利局会同各镇街组织实施，当年完成任务。",
            "六、本决定自公布之日起施行。",
        ]
    )
    found = with_paragraphs(body, outline(body))
    assert [(one.level, one.heading, one.marker, one.folded) for one in found] == [
        (1, "一、将第三条修改为", "一、", True),
        (1, "二、增加一条，作为第七条", "二、", True),
        (1, "三、删去第九条中的“三日内”", "三、", True),
        (1, "四、在堤防及其管理范围内从事建设、养护和其他活动的单位", "四、", True),
        (1, "五、深入开展“护堤护岸护田”行动", "五、", True),
        (1, "六、本决定自公布之日起施行", "六、", True),
    ]
    assert body[found[0].start : found[0].end].endswith("处罚。”\n")


def test_points_above_the_first_section_and_in_a_text_without_sections_are_listed() -> None:
    first = [_PROSE, f"一是抓春耕。{_PROSE}", f"二是修道路。{_PROSE}"]
    assert _points(*first) == ["一是抓春耕", "二是修道路"]
    assert _points(*first, "办法全文", _PROSE) == ["一是抓春耕", "二是修道路"]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、田小满", "二、石大川", "三、江一帆"],
        [f"一、{_PROSE}", f"二、{_PROSE}"],
        [f"一、{_PROSE}", f"二、{_PROSE}", f"四、{_PROSE}"],
        [f"一、{_PROSE}", "二、田小满", f"三、{_PROSE}"],
        [f"一、{_PROSE}", f"二、“{_PROSE}", f"三、{_PROSE}"],
    ],
)
def test_names_and_runs_with_gaps_are_no_provisions(lines: list[str]) -> None:
    assert _points(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["一、申报条件", "（一）本县居民；", "（二）有固定住所。"],
        ["一、申报条件", "（一）本县居民。", "（二）有固定住所。"],
        ["一、申报条件", f"（一）抓好春耕。{_PROSE}", f"（三）建好道路。{_PROSE}"],
        ["一、申报条件", f"（一）抓好春耕。{_PROSE}", "（二）" + _PROSE[:-1] * 2 + "。"],
        ["一、申报条件", f"（一）抓好春耕。{_PROSE}"],
        ["一、申报条件", _PROSE],
    ],
)
def test_items_and_runs_with_gaps_are_no_points(lines: list[str]) -> None:
    assert _points(*lines) == []


def test_a_law_has_articles_and_no_points() -> None:
    body = f"第一章 总则\n第一条 甲。\n第二条 乙。\n第三条 丙。\n（一）登记。{_PROSE}\n（二）巡查。{_PROSE}"
    assert [one.marker for one in with_paragraphs(body, outline(body))] == ["第一章", "第一条", "第二条", "第三条"]


@given(st.text(alphabet="（一二三）、是。\n甲乙", max_size=200))
def test_points_lie_in_order_within_their_sections(body: str) -> None:
    sections = outline(body)
    merged = with_paragraphs(body, sections)
    assert [one for one in merged if not one.folded] == list(sections)
    assert all(a.start < b.start for a, b in pairwise(merged))
    assert all(one.start < one.heading_end <= one.end <= len(body) for one in merged if one.folded)
