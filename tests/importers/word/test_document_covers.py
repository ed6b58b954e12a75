"""Covers, letterheads, lists of contents and lines under the title, in Word files."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.word.files import FIRST, SECOND, draft, empty, line, p, saved, word

PROJECT = "云汀县堤防加固项目"
NOTICE = "关于做好防汛工作的通知"


@pytest.mark.parametrize("kind", ["招标文件", "竞争性磋商文件", "采 购 文 件"])
@pytest.mark.parametrize("look", [(28, True), (16, False)])
def test_the_title_on_a_cover_is_the_projects_name(kind: str, look: tuple[int, bool]) -> None:
    size, marked = look
    document = empty()
    for one in ("云汀县水利局", PROJECT)[1:]:
        line(document, one, size, bold=marked, centred=marked)
    line(document, kind, size + 8 * marked, bold=marked, centred=marked)
    line(document, "（线上电子招投标）", size, bold=marked, centred=marked)
    for one in ("项目编号：YT-2024-5", "采购人：云汀县水利局", "2024年5月", "第一章 投标邀请", FIRST, SECOND):
        line(document, one)
    found = draft(saved(document))
    assert (found.facts.title, found.facts.issuer) == (PROJECT, "")
    assert [section.heading for section in found.sections] == ["第一章 投标邀请"]


def test_a_projects_name_of_two_lines_is_one_title() -> None:
    document = empty()
    for one in (PROJECT + "（北", "段）"):
        line(document, one, 26)
    line(document, "招标文件", 30, bold=True)
    for one in ("采购人：云汀县水利局", FIRST, SECOND):
        line(document, one)
    assert draft(saved(document)).facts.title == PROJECT + "（北段）"


def test_a_document_that_names_only_its_kind_has_that_as_title() -> None:
    document = empty()
    line(document, "公　告", 22, bold=True, centred=True)
    line(document, FIRST)
    line(document, SECOND)
    assert draft(saved(document)).facts.title == "公告"


@pytest.mark.parametrize(
    ("head", "size"), [("中共云汀县委组织部", 16), ("中共云汀县委组织部", 36), ("云汀县水利局", 16)]
)
def test_a_letterhead_alone_is_the_issuer_and_the_line_below_it_the_title(head: str, size: int) -> None:
    document = empty()
    line(document, head, size, centred=size > 16)
    line(document, NOTICE, 16 if size == 16 else 22, centred=size > 16)
    for one in ("各镇人民政府：", FIRST, SECOND):
        line(document, one)
    found = draft(saved(document))
    assert (found.facts.title, found.facts.issuer) == (NOTICE, head)


def test_an_office_in_the_type_of_the_title_is_the_titles_first_line() -> None:
    document = empty()
    line(document, "云汀县水利局", 22, centred=True)
    line(document, NOTICE, 22, centred=True)
    line(document, FIRST)
    assert draft(saved(document)).facts.title == "云汀县水利局" + NOTICE


def test_the_office_and_the_day_under_the_title_are_source_and_day_of_publication() -> None:
    said = word("".join(map(p, ("云汀县2023年统计公报", "云汀县统计局", "2024年4月29日", FIRST, SECOND))))
    found = draft(said)
    assert (found.facts.source, found.facts.published, found.facts.written) == (
        "云汀县统计局",
        date(2024, 4, 29),
        None,
    )
    assert found.body == f"{FIRST}\n{SECOND}"


def test_the_signer_is_the_issuer() -> None:
    found = draft(word("".join(map(p, (NOTICE, "各镇：", FIRST, "云汀县水利局", "2024年4月29日")))))
    assert (found.facts.issuer, found.facts.written, found.facts.published) == (
        "云汀县水利局",
        date(2024, 4, 29),
        None,
    )


def test_contents_are_neither_text_nor_title() -> None:
    lines = (
        "目　录",
        "第一章 总则",
        "第二章 附则",
        "第一章 总则",
        "第一条 " + FIRST,
        "第二章 附则",
        "第二条 " + SECOND,
    )
    found = draft(word("".join(map(p, lines))))
    assert found.facts.title == ""
    assert found.body.split("\n") == list(lines[3:])
    assert [section.heading for section in found.sections] == ["第一章 总则", "第二章 附则"]


def test_a_first_line_of_a_title_may_end_in_a_colon() -> None:
    document = empty()
    line(document, "云汀县开展堤防检查：", 22, centred=True)
    line(document, "以查促改的做法", 22, centred=True)
    line(document, FIRST)
    assert draft(saved(document)).facts.title == "云汀县开展堤防检查：以查促改的做法"


def test_a_stale_title_in_the_properties_is_no_title() -> None:
    document = empty()
    document.core_properties.title = "2014年云汀杯竞赛章程"
    line(document, "一、检查的范围")
    line(document, FIRST)
    assert draft(saved(document)).facts.title == ""


def test_a_purchasers_form_is_no_title_where_the_cover_names_the_project() -> None:
    document = empty()
    line(document, "乡镇服务类项目公开招标文件（3.0版）", 28, centred=True, bold=True)
    for one in (f"项目名称：{PROJECT}", "项目编号：YT-2024-5", "第一章 投标须知", FIRST, SECOND):
        line(document, one)
    found = draft(saved(document))
    assert found.facts.title == PROJECT
    assert found.body.startswith("乡镇服务类项目公开招标文件（3.0版）\n")


def test_a_title_that_names_the_project_stays() -> None:
    document = empty()
    line(document, f"{PROJECT}招标文件", 28, centred=True, bold=True)
    for one in (f"项目名称：{PROJECT}", "项目编号：YT-2024-5", FIRST, SECOND):
        line(document, one)
    assert draft(saved(document)).facts.title == f"{PROJECT}招标文件"


def test_a_form_is_named_on_its_cover_and_not_by_the_rules_to_fill_it_in() -> None:
    document = empty()
    for one in ("2024年河长制“护水行动”", "项目申请表"):
        line(document, one, 22, centred=True, bold=True)
    for one in ("申请者：秦水生", "学　院：水利学院"):
        line(document, one, 16)
    line(document, "填 表 须 知", 24, centred=True, bold=True)
    line(document, FIRST)
    assert draft(saved(document)).facts.title == "2024年河长制“护水行动”项目申请表"


def test_a_bare_label_is_no_title_and_what_stands_under_it_is() -> None:
    document = empty()
    for one in ("课题名称", "云汀县山塘巡查办法研究", "一、选题意义", FIRST, SECOND):
        line(document, one)
    assert draft(saved(document)).facts.title == "云汀县山塘巡查办法研究"


def _heading(text: str, size: int = 22) -> str:
    return p(text, '<w:jc w:val="center"/><w:outlineLvl w:val="1"/>', f'<w:sz w:val="{2 * size}"/>')


def test_a_title_set_as_headings_is_told_from_sections_by_its_lines_and_its_size() -> None:
    annexe = _heading("申请表")
    lines = (_heading("关于申报山塘巡查项目—"), _heading("云汀县“护水计划”"), _heading("的 通 知"))
    body = "".join((*lines, p("各镇："), p(FIRST), annexe, p(SECOND)))
    assert draft(word(body)).facts.title == "关于申报山塘巡查项目—云汀县“护水计划”的通知"
    sections = "".join(_heading(one, 12) + p(FIRST) for one in ("任务一：排查", "任务二：整改"))
    labels = p("学年学期：2023-2024学年", "", '<w:sz w:val="28"/>') + p(
        "专业班级：2023级水利班", "", '<w:sz w:val="28"/>'
    )
    assert draft(word(_heading("《水文测验》任务书", 16) + labels + sections)).facts.title == "《水文测验》任务书"


def test_a_clause_in_the_style_of_headings_is_text() -> None:
    clause = "（一）“甲方”是指采购服务的水利局，或者受水利局委托组织采购活动的代理机构。"
    styled = p(clause, '<w:outlineLvl w:val="2"/>')
    found = draft(
        word(p("云汀县堤防养护合同", '<w:jc w:val="center"/>', "<w:b/>") + p("第一条 定义") + styled + p(FIRST))
    )
    assert clause in found.body
    assert not any(block.kind == "heading" for block in found.blocks)


def test_the_countrys_name_on_its_own_line_begins_the_title() -> None:
    body = p("中华人民共和国", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')
    body += p("标准监理招标文件", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="72"/>') + p(FIRST) + p(SECOND)
    assert draft(word(body)).facts.title == "中华人民共和国标准监理招标文件"


def test_code_that_is_a_little_larger_than_the_text_is_no_heading() -> None:
    text = p(FIRST, "", '<w:sz w:val="24"/>') * 3
    code = p("/工作日志/水情", "", '<w:sz w:val="26"/>')
    section = p("任务同步", "", '<w:b/><w:sz w:val="28"/>')
    title = p("云汀县水情软件需求", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')
    found = draft(word(title + section + text + code + text))
    assert [one.heading for one in found.sections] == ["任务同步"]


def test_a_cover_of_labels_ends_before_the_text_below_it() -> None:
    document = empty()
    line(document, "实验报告", 26, bold=True, centred=True)
    for text in ("实验名称    ：  沟渠水位测量", "姓    名    ：  顾汀兰", "班    级    ：  水文一班"):
        line(document, text, 18)
    line(document, "水文工程学院", 18, bold=True, centred=True)
    line(document, "云汀大学", 18, bold=True, centred=True)
    line(document, "实验目的", 14, bold=True)
    for text in (FIRST, SECOND):
        line(document, text, 12)
    found = draft(saved(document))
    assert [section.heading for section in found.sections] == ["实验目的"]


def test_a_title_in_latin_letters_over_a_chinese_text_is_the_title() -> None:
    document = empty()
    line(document, "Channel Inspection Study", 20, bold=True, centred=True)
    line(document, "一  沟渠巡查的原理简介", 12, bold=True)
    for text in (FIRST, SECOND):
        line(document, text, 12)
    assert draft(saved(document)).facts.title == "Channel Inspection Study"


@pytest.mark.parametrize("blank", ["    ", "  ____", "：  "])
def test_labels_without_a_colon_are_a_cover(blank: str) -> None:
    document = empty()
    for text in ("云汀大学", "开 题 报 告"):
        line(document, text, 18, bold=True)
    for label, value in (("题    目", "沟渠水位测量"), ("学    院", "水文工程学院"), ("学生姓名", "顾汀兰")):
        line(document, f"{label}{blank}{value}", 16, bold=True)
    line(document, "一、背景与意义", 12)
    for text in (FIRST, SECOND):
        line(document, text, 10)
    found = draft(saved(document))
    assert (found.facts.title, [section.heading for section in found.sections]) == (
        "云汀大学开题报告",
        ["一、背景与意义"],
    )


def test_a_cover_with_a_sentence_ends_before_the_list_of_contents() -> None:
    document = empty()
    line(document, "云汀县堤防加固项目任务书", 22, bold=True, centred=True)
    for text in (
        "项目负责人：顾汀兰",
        "参 加 人：陆远舟",
        "说明",
        "本文件为合同的一部分，请妥善保存。",
        "云汀县水利局",
    ):
        line(document, text, 18, bold=True)
    for text in ("目录", "一、项目概况\t1", "二、进度安排\t3"):
        line(document, text)
    for text in ("一、项目概况", FIRST, "二、进度安排", SECOND):
        line(document, text)
    found = draft(saved(document))
    assert [section.heading for section in found.sections] == ["一、项目概况", "二、进度安排"]


def test_of_the_largest_lines_the_one_that_names_a_document_is_the_title() -> None:
    document = empty()
    for text in ("A1-智慧水务", "沟渠巡查平台使用手册 v 1.0"):
        line(document, text, 26, bold=True)
        line(document, "云汀县水利局", 18)
    line(document, "2021年3月", 26, bold=True)
    for text in (FIRST, SECOND):
        line(document, text, 12)
    assert draft(saved(document)).facts.title == "沟渠巡查平台使用手册 v 1.0"


def test_the_number_of_an_annex_is_no_part_of_a_title() -> None:
    document = empty()
    line(document, "附件3：  云汀区“五好河段”审批表", 18, bold=True)
    for text in (FIRST, SECOND):
        line(document, text, 12)
    assert draft(saved(document)).facts.title == "云汀区“五好河段”审批表"


def test_a_line_behind_a_dash_is_no_title() -> None:
    document = empty()
    line(document, "会议纪要", 26, bold=True, centred=True)
    line(document, "—沟渠巡查平台", 22, bold=True, centred=True)
    for text in (FIRST, SECOND):
        line(document, text, 12)
    assert draft(saved(document)).facts.title == "会议纪要"


def test_a_table_at_the_very_top_stands_over_the_title() -> None:
    document = empty()
    document.add_table(1, 2).rows[0].cells[0].text = "案卷号"
    line(document, "＜沟渠巡查系统＞", 15, centred=True)
    line(document, "巡查人员分析", 22, bold=True, centred=True)
    for text in (FIRST, SECOND):
        line(document, text, 12)
    assert draft(saved(document)).facts.title == "巡查人员分析"
