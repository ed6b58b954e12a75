"""Sections: lines that head a part of a text, and lines that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.records import Block
from xinhui_viewer.text.outline import outline
from xinhui_viewer.text.points import points

_PROSE = "全县上下认真落实各项部署，扎实推进重点工作，取得了积极成效，为全年目标任务的完成打下了坚实的基础。"


def _shape(body: str, evidence: tuple[Block, ...] = ()) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in outline(body, evidence)]


def test_chapters_and_their_divisions_of_a_law_are_sections_and_items_are_not() -> None:
    body = "\n".join(
        [
            "某县条例", "第一章 总则", "第一条 为了规范管理，制定本条例。", "第二条 应当符合条件：", "（一）登记；",
            "（二）有固定场所。", "第二章 管理", "第一节 登记", "第三条 应当及时。", "第四条 本章的规定适用于个人。",
        ]
    )  # fmt: skip
    assert _shape(body) == [(1, "第一章 总则"), (1, "第二章 管理"), (2, "第一节 登记")]


def test_a_table_of_contents_is_not_read_as_sections() -> None:
    chapters = ["第一章 总则", "第二章 管理", "第三章 附则"]
    text = [line for at, chapter in enumerate(chapters, 1) for line in (chapter, f"第{at}条 {_PROSE}")]
    assert _shape("\n".join(["目录", *chapters, *text])) == [(1, chapter) for chapter in chapters]


def test_numbered_headings_nest_as_the_standard_orders_them() -> None:
    body = "\n".join(
        [
            "一、工作回顾",
            _PROSE,
            "二、下一步安排",
            "（一）抓好春耕",
            _PROSE,
            "（二）建好道路",
            _PROSE,
            "三、保障措施",
            _PROSE,
        ]
    )
    assert _shape(body) == [
        (1, "一、工作回顾"), (1, "二、下一步安排"), (2, "（一）抓好春耕"), (2, "（二）建好道路"), (1, "三、保障措施"),
    ]  # fmt: skip


def test_a_heading_that_runs_into_its_paragraph_ends_at_the_first_full_stop() -> None:
    body = f"一、提高认识。{_PROSE}\n二、加强领导。{_PROSE}"
    assert _shape(body) == [(1, "一、提高认识"), (1, "二、加强领导")]
    assert [body[s.start : s.heading_end] for s in outline(body)] == ["一、提高认识。", "二、加强领导。"]


def test_bracketed_paragraphs_are_items_and_not_headings() -> None:
    assert _shape(f"一、主要成绩\n（一）农业稳步发展。{_PROSE}\n（二）工业提质。{_PROSE}") == [(1, "一、主要成绩")]


def test_a_list_of_numbered_sentences_is_not_a_row_of_sections() -> None:
    assert _shape("请做好以下工作：\n一、按时报送材料。\n二、认真组织检查。\n三、及时反馈情况。\n谢谢支持。") == []


_POINTS = [
    f"{number}是{what}。{_PROSE}" for number, what in zip("一二三", ("农业增产", "企业增效", "农民增收"), strict=True)
]
_ITEMS = [
    f"（{number}）{what}。{_PROSE}" for number, what in zip("一二三", ("壮大产业", "兴修水利", "办好学校"), strict=True)
]


@pytest.mark.parametrize("points", [_POINTS, _ITEMS])
@pytest.mark.parametrize("between", [[], ["今年做了三件事。"], [_PROSE]])
def test_points_are_sections_at_most_one_paragraph_below_an_unnumbered_heading(
    points: list[str], between: list[str]
) -> None:
    inner = [(2, point.split("。")[0]) for point in points]
    assert _shape("\n".join([_PROSE, "今年的主要成绩", *between, *points])) == [(1, "今年的主要成绩"), *inner]


def test_points_are_prose_without_a_heading_over_them() -> None:
    assert _shape("\n".join([_PROSE, "主要做了以下工作：", *_POINTS])) == []
    assert _shape("\n".join([_PROSE, "今年的成绩", _PROSE, _PROSE, *_POINTS])) == [(1, "今年的成绩")]
    assert _shape("\n".join(["一、今年的成绩", *_POINTS])) == [(1, "一、今年的成绩")]
    assert _shape("\n".join([_PROSE, "今年的成绩", _POINTS[0], *_POINTS[2:]])) == [(1, "今年的成绩")]


def test_points_are_sections_below_a_numbered_heading_that_the_file_marks() -> None:
    body = "\n".join(["一、今年的成绩", _PROSE, *_POINTS])
    assert [level for level, _heading in _shape(body, (Block("heading", 0, 7, 2),))] == [1, 2, 2, 2]


def test_bracketed_sentences_without_text_behind_them_are_a_list() -> None:
    items = [item.split("。")[0] + "。" for item in _ITEMS]
    assert _shape("\n".join([_PROSE, "申报条件", *items])) == [(1, "申报条件")]


def test_a_numbered_run_is_listed_whole() -> None:
    short = ["一、按时报送材料。", "二、认真组织检查。", "三、及时反馈情况。"]
    assert [heading[0] for _level, heading in _shape("\n".join([*short, _PROSE, f"四、加强领导。{_PROSE}"]))] == list(
        "一二三四"
    )


def test_a_numbered_run_with_a_long_sentence_is_a_list_of_paragraphs() -> None:
    body = "\n".join([f"一、按时报送。{_PROSE}", "二、" + _PROSE[:-1] * 2 + "。", f"三、及时反馈。{_PROSE}"])
    assert _shape(body) == []
    assert _shape("\n".join([f"（一）春耕。\n{_PROSE}", f"（二）道路。{_PROSE}"])) == []


def test_bracketed_titles_with_text_of_their_own_are_sections_also_over_short_sentences() -> None:
    items = [
        f"（{number}）{what}\n{what}见实效。\n{_PROSE}" for number, what in zip("一二", ("春耕", "道路"), strict=True)
    ]
    assert _shape("\n".join(["一、重点工作", _PROSE, *items])) == [
        (1, "一、重点工作"),
        (2, "（一）春耕"),
        (2, "（二）道路"),
    ]
    labels = ["（一）范围：\n堤防。", f"（二）方式：\n1.查看；\n{_PROSE}", "（三）期限：\n三年。"]
    assert [level for level, _heading in _shape("\n".join(["一、巡查", *labels]))] == [1, 2, 2, 2]
    contacts = ["（一）农业局\n王某\n4560001", "（二）水利局\n李某\n4560002"]
    assert _shape("\n".join(["一、联系方式", _PROSE, *contacts])) == [(1, "一、联系方式")]


def test_headings_of_markdown_in_a_plain_text_are_sections() -> None:
    body = f"# 堤防巡查办法\n## 第一章 总则\n第一条 {_PROSE}\n第二条 {_PROSE}\n## 第二章 巡查\n第三条 {_PROSE}"
    assert _shape(body) == [(1, "第一章 总则"), (1, "第二章 巡查")]
    second = outline(body)[1]
    assert body[second.start : second.heading_end] == "## 第二章 巡查"
    assert _shape(f"{_PROSE}\n#\n{_PROSE}\n#1\n{_PROSE}") == []


def test_titles_in_figures_are_sections_together_also_over_short_sentences_and_lists() -> None:
    short = "从每个乡镇各选一处进行试种。"
    titles = ["1.水稻", "2.小麦"]
    assert _shape("\n".join(["一、粮食", titles[0], short, titles[1], short])) == [
        (1, "一、粮食"), (2, "1.水稻"), (2, "2.小麦"),
    ]  # fmt: skip
    items = [f"（{number}）{_PROSE}" for number in (1, 2)]
    assert _shape("\n".join(["一、粮食", titles[0], _PROSE, titles[1], *items]))[1:] == [(2, "1.水稻"), (2, "2.小麦")]
    assert _shape("\n".join(["一、粮食", titles[0], _PROSE, f"2.小麦。{_PROSE}"])) == [(1, "一、粮食")]
    assert _shape("\n".join(["一、粮食", *titles, _PROSE])) == [(1, "一、粮食")]


def test_numbered_questions_are_sections_also_over_what_leads_to_a_list() -> None:
    led = "每次巡堤，都要看清下列各处："
    asked = [f"1.为什么要巡堤？\n{_PROSE}", f"2.巡堤看什么？\n{led}\n（1）堤顶。", f"3.谁来巡堤？\n{_PROSE}"]
    assert [heading[:2] for _level, heading in _shape("\n".join(asked))] == ["1.", "2.", "3."]


def test_titles_in_figures_are_points_where_few_bracketed_titles_have_them() -> None:
    figures = [f"1.水稻\n{_PROSE}", f"2.小麦\n{_PROSE}"]
    bracketed = [f"（{number}）{what}\n{_PROSE}" for number, what in zip("一二三四", "种收储运", strict=True)]
    few = "\n".join(["一、粮食", bracketed[0], *figures, *bracketed[1:]])
    assert [heading for _level, heading in _shape(few)] == ["一、粮食", "（一）种", "（二）收", "（三）储", "（四）运"]
    assert [one.heading for one in points(few, outline(few))] == ["1.水稻", "2.小麦"]
    half = "\n".join(["一、粮食", bracketed[0], *figures, bracketed[1]])
    assert [level for level, _heading in _shape(half)] == [1, 2, 3, 3, 2]


def test_a_list_of_sentences_heads_nothing_though_one_line_has_two() -> None:
    assert _shape("\n".join([_PROSE, "一、按时到岗。", "二、不得早退。有事请假。", "三、做好记录。"])) == []


def test_a_sentence_that_is_put_into_a_law_is_no_heading() -> None:
    put_in = [f"{number}、第{number}条改为：“堤上不得取土。{_PROSE}”" for number in "一二三"]
    assert _shape("\n".join(put_in)) == []


def test_points_of_an_answer_are_no_sections() -> None:
    said = [f"一是抓春耕。{_PROSE}", f"二是修道路。{_PROSE}"]
    assert _shape("\n".join([_PROSE, "问：今年有哪些安排？", _PROSE, *said])) == [(1, "问：今年有哪些安排？")]
    assert [level for level, _heading in _shape("\n".join([_PROSE, "今年安排", _PROSE, *said]))] == [1, 2, 2]


def test_an_item_of_an_article_is_no_section() -> None:
    articles = [f"第{number}条 下列人员适用本办法：" for number in "一二三"]
    items = ["一、复员的军人，凭证件登记；", "二、回国的侨民，凭护照登记；", "三、其他人员，凭证明登记。"]
    assert _shape("\n".join([*articles, *items])) == []


def test_a_table_of_contents_of_numbered_parts_is_no_row_of_sections() -> None:
    parts = ["一、工作回顾", "二、存在问题", "（一）渠道淤积", "（二）道路破损", "三、下一步安排"]
    contents = [f"{part}…………{page}" for page, part in enumerate(parts, 1)]
    text = [line for part in parts for line in (part, _PROSE)]
    assert [heading for _level, heading in _shape("\n".join(["目录", *contents, *text]))] == parts


def test_a_budget_has_parts_and_its_table_of_contents_none() -> None:
    parts = ["第一部分 单位概况", "一、主要职能", "二、机构设置", "第二部分 预算表", "第三部分 名词解释"]
    text = [line for part in parts[:3] for line in (part, _PROSE)] + [*parts[3:], _PROSE]
    contents = [*parts[:3], "第二部分  预算表", "一、收支总表", "二、收入总表", parts[4]]
    assert _shape("\n".join(["目录", *contents, *text])) == [
        (1, parts[0]), (2, parts[1]), (2, parts[2]), (1, parts[3]), (1, parts[4]),
    ]  # fmt: skip


def test_sentences_that_are_repeated_under_each_heading_make_no_table_of_contents() -> None:
    names = ["一、办公室", "二、财务处", "三、药政处", "四、质量处"]
    body = "\n".join(line for name in names for line in (name, "1.制定计划。", "2.承办其他工作。"))
    assert [heading for _level, heading in _shape(body)] == names


def test_links_to_other_pages_head_nothing() -> None:
    body = f"春耕备耕\n{_PROSE}\n相关链接\n{_PROSE}\n{_PROSE}"
    assert _shape(body, (Block("heading", 0, 4, 2), Block("heading", len(_PROSE) + 6, len(_PROSE) + 10, 2))) == [
        (1, "春耕备耕")
    ]


def test_words_of_a_meeting_head_a_section_only_as_a_whole_line() -> None:
    assert _shape(f"{_PROSE}\n会议强调\n{_PROSE}\n会议要求，{_PROSE}") == [(1, "会议强调")]


def test_ordinals_dates_signatures_and_notes_are_no_headings() -> None:
    lines = [
        "十四五时期成绩显著",
        "第二次会议",
        "2021年3月2日",
        "附件：名单",
        "图为会议现场",
        "某县人民政府",
        "2021年3月3日",
    ]
    body = "\n".join(
        [_PROSE, *(line for pair in zip(lines[2:], [_PROSE] * 3, strict=False) for line in pair), *lines[-2:]]
    )
    assert _shape(body) == []


def test_a_numbered_part_must_follow_the_one_before_it() -> None:
    first = f"一、总体情况\n{_PROSE}\n（一）基本做法\n{_PROSE}\n（三）漏了第二\n{_PROSE}"
    body = f"{first}\n二、存在问题\n（二）没有第一\n{_PROSE}"
    assert _shape(body) == [(1, "一、总体情况"), (2, "（一）基本做法"), (1, "二、存在问题")]


def test_an_unnumbered_heading_stands_below_the_numbers_that_the_file_gives_a_higher_level() -> None:
    lines, levels = (
        ["一、评教", "（一）情况", "两年对比", _PROSE, "（二）排名", _PROSE, "二、问卷", _PROSE],
        [1, 2, 3, 0, 2, 0, 1, 0],
    )
    blocks, start = [], 0
    for line, level in zip(lines, levels, strict=True):
        blocks.append(Block("heading" if level else "paragraph", start, start + len(line), level))
        start += len(line) + 1
    assert [level for level, _heading in _shape("\n".join(lines), tuple(blocks))] == [1, 2, 3, 2, 1]


def test_marks_of_the_file_make_headings_and_keep_unmarked_lines_out() -> None:
    lines = ["部门动态", _PROSE, "一行没有标记的短句", _PROSE, "下一阶段", _PROSE]
    blocks, start = [], 0
    for line in lines:
        level = 2 if line in ("部门动态", "下一阶段") else 0
        blocks.append(Block("heading" if level else "paragraph", start, start + len(line), level))
        start += len(line) + 1
    sections = outline("\n".join(lines), tuple(blocks))
    assert [(section.heading, section.inferred) for section in sections] == [("部门动态", False), ("下一阶段", False)]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    body = f"一、回顾\n（一）农业\n{_PROSE}\n二、安排\n{_PROSE}"
    first, inner, second = outline(body)
    assert (first.end, inner.end, second.end) == (second.start, second.start, len(body))


def test_the_first_bulletin_has_its_four_headings_and_six_points(seed: Path) -> None:
    text = seed.read_text("utf-8")
    body = text[text.index("发布日期") :].split("\n", 1)[1]
    shape = _shape(body)
    assert [heading for level, heading in shape if level == 1] == [
        "新会区委政法工作会议召开", "会议指出", "会议要求", "2020年政法工作成绩",
    ]  # fmt: skip
    assert [heading[:2] for level, heading in shape[4:] if level == 2] == [
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "六是",
    ]


_LINES = st.lists(
    st.sampled_from(
        [
            "一、甲",
            "二、乙。丙",
            "（一）丁",
            "1.戊",
            "第一章 总则",
            "第一节 己",
            "一是庚。",
            "二是辛。",
            "会议指出",
            _PROSE,
            "",
            " ",
        ]
    )
    | st.text(max_size=30),
    max_size=14,
)


@given(_LINES)
def test_the_sections_of_any_text_nest_and_span_their_headings(lines: list[str]) -> None:
    body = "\n".join(lines)
    depth = 0
    for section in outline(body):
        assert body[section.start : section.heading_end].removesuffix("。") == section.heading
        assert section.start < section.heading_end <= section.end <= len(body)
        assert 1 <= section.level <= depth + 1
        depth = section.level


def test_a_standard_is_outlined_by_its_decimal_numbers() -> None:
    text = (
        "1 范围\n本标准规定堤防巡查的方法。\n2 方法\n2.1 巡查\n2.1.1 日常巡查\n每日一次。\n"
        "2.1.2 汛期巡查\n每日三次。\n2.2 记录\n当日记入台账。"
    )
    assert [(s.level, s.marker, s.heading) for s in outline(text)] == [
        (1, "1", "1 范围"),
        (1, "2", "2 方法"),
        (2, "2.1", "2.1 巡查"),
        (3, "2.1.1", "2.1.1 日常巡查"),
        (3, "2.1.2", "2.1.2 汛期巡查"),
        (2, "2.2", "2.2 记录"),
    ]


def test_a_decimal_number_that_states_a_quantity_heads_nothing() -> None:
    text = "全年收入情况如下。\n1.5亿元用于道路\n2.5亿元用于桥梁\n3.5亿元用于学校\n其余结转。"
    assert outline(text) == ()


def test_a_round_up_of_news_begins_with_its_first_headline() -> None:
    item = "记者今天从有关部门获悉，全区各镇街已经完成汛前检查，发现的隐患逐一登记，责任到人，月底前全部整改到位。"
    heads = ("云汀区完成汛前水利工程安全检查", "鹤湾镇新建两座便民服务综合体", "全区春播面积比去年增加三千亩")
    body = "\n".join(line for head in heads for line in (head, item))
    assert [section.heading for section in outline(body)] == list(heads)


def test_a_first_line_over_paragraphs_with_short_headings_is_the_title() -> None:
    item = "全区各镇街已经完成汛前检查，发现的隐患逐一登记，责任到人，月底前全部整改到位，区里将组织抽查。"
    body = "\n".join(("关于汛前检查情况的报告要点", item, item, "主要做法", item, item, item, "存在问题", item, item))
    assert [section.heading for section in outline(body)] == ["主要做法", "存在问题"]
