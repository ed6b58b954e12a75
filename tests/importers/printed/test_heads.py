"""Covers, letterheads, contents, the lines under the title and signatures on printed pages."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.printed.test_ofd import CONTENT, DOCUMENT, code, document, page, text_object
from tests.importers.printed.test_ofd import draft as of_ofd
from tests.importers.word.documents import BODY, ofd, pdf
from xinhui_viewer.importers.printed.pdf import read
from xinhui_viewer.records import Draft

PROJECT = "云汀县堤防加固项目"
NOTICE = "关于做好防汛工作的通知"
DAY = date(2024, 4, 29)
PROSE = "各镇要逐村排查风险隐患，登记入册，逐项销号，并在汛前全部整改到位，重要情况及时报告县防汛指挥部办公室。"
SET = """
#set page(width: 595pt, height: 842pt, margin: 80pt)
#set text(font: "Xinhui Serif", size: 16pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12pt, spacing: 12pt)
"""


def made(*lines: str, more: str = "") -> Draft:
    """A PDF of lines: of markup where they begin with a sign of it, else of text."""
    (found,) = read(pdf(SET + more + "\n\n".join(lines)), "a.pdf")
    return found


def large(text: str, size: int = 22, fill: str = "black") -> str:
    return centred(f'#text(font: "Xinhui Sans", size: {size}pt, fill: {fill})[{text}]')


def centred(text: str) -> str:
    return f"#align(center)[#par(first-line-indent: 0pt)[{text}]]"


def test_a_title_that_ends_in_the_middle_of_its_name_goes_on_with_the_kind_of_document() -> None:
    found = made(large("关于做好堤防年审工作的"), large("通知"), PROSE, PROSE)
    assert found.facts.title == "关于做好堤防年审工作的通知"


def test_the_kind_of_document_is_the_title_where_nothing_else_is() -> None:
    found = made(large("公告"), PROSE, PROSE)
    assert (found.facts.title, found.sections) == ("公告", ())


def test_a_title_over_nothing_but_a_table_is_the_title() -> None:
    found = made(large("云汀县河长名录"), "#table(columns: 2, [河流], [河长], [云溪], [方远], [汀河], [罗满])")
    assert (found.facts.title, found.sections) == ("云汀县河长名录", ())


def test_lines_of_a_cover_are_no_headings() -> None:
    lines = (large(PROJECT, 26), large("（2023—2025年）", 18), large("云汀县水利局", 16), large("二〇二四年五月", 16))
    found = made(*lines, "#pagebreak()", "一、总体要求", PROSE, PROSE)
    assert (found.facts.title, found.facts.source) == (PROJECT, "云汀县水利局")
    assert [section.heading for section in found.sections] == ["一、总体要求"]


@pytest.mark.parametrize("kind", ["招标文件", "竞争性磋商文件", "公开招标采购文件"])
def test_the_title_on_a_cover_is_the_projects_name_and_its_lines_are_no_headings(kind: str) -> None:
    cover = (large(PROJECT[:5], 26), large(PROJECT[5:], 26), large(kind, 40), large("（线上电子招投标）", 20))
    labels = (centred("采购人：云汀县水利局"), centred("2024年5月"), "#pagebreak()")
    found = made(*cover, *labels, "第一章 投标邀请", PROSE, PROSE)
    assert (found.facts.title, found.facts.issuer) == (PROJECT, "")
    assert [section.heading for section in found.sections] == ["第一章 投标邀请"]


def test_an_office_on_a_cover_is_not_the_title() -> None:
    cover = (large(PROJECT, 20), large("招标文件", 40), "#v(100pt)", large("云汀招标代理有限公司", 26), "#pagebreak()")
    assert made(*cover, "第一章 投标邀请", PROSE, PROSE).facts.title == PROJECT


@pytest.mark.parametrize(
    "head", [large("云汀县水利局", 40, "red"), large("云汀县水利局", 30), large("云汀县水利局文件", 40, "red")]
)
def test_a_letterhead_is_the_issuer(head: str) -> None:
    found = made(head, "#v(30pt)", large(NOTICE), "#v(16pt)", "各镇人民政府：", PROSE)
    assert (found.facts.title, found.facts.issuer) == (NOTICE, "云汀县水利局")


@pytest.mark.parametrize(
    "under",
    [
        [centred("云汀县统计局"), centred("2024年4月29日")],
        [centred("云汀县统计局 2024年4月29日")],
        [centred("2024年4月29日 16:10 | 来源：云汀县统计局")],
        [centred("来源：云汀县统计局　发布日期：2024-04-29")],
    ],
)
def test_the_office_and_the_day_under_the_title_are_source_and_day_of_publication(under: list[str]) -> None:
    found = made(large("云汀县2023年统计公报"), *under, "#v(16pt)", PROSE, PROSE)
    assert (found.facts.source, found.facts.published, found.facts.written) == ("云汀县统计局", DAY, None)
    assert found.body == f"{PROSE}\n{PROSE}"


def test_the_day_under_the_signature_is_that_of_writing_and_the_signer_the_issuer() -> None:
    signature = ("#align(right)[云汀县水利局]", "#align(right)[2024年4月29日]")
    found = made(large(NOTICE), "各镇人民政府：", PROSE, *signature)
    assert (found.facts.issuer, found.facts.written, found.facts.published) == ("云汀县水利局", DAY, None)


def test_the_day_of_a_rule_within_a_handbook_is_not_its_own() -> None:
    rule = ("第一章 学籍", PROSE, "#align(right)[2012年10月19日]", "#pagebreak()")
    found = made(large("云汀学院学生手册"), "#pagebreak()", *rule, "第二章 奖励", *(PROSE,) * 12)
    assert (found.facts.written, found.facts.published) == (None, None)


@pytest.mark.parametrize(
    "title", [["云汀县开展堤防检查：", "以查促改的做法"], ["以查促改：云汀县堤防、", "水闸和泵站检查的做法"]]
)
def test_a_title_of_two_lines_may_have_a_colon_anywhere(title: list[str]) -> None:
    assert made(*map(large, title), PROSE, PROSE).facts.title == "".join(title)


@pytest.mark.parametrize(
    "listed",
    [
        ["目　录", "第一章 总则 \\#h(1fr) 1", "第二章 附则 \\#h(1fr) 2"],
        [large("目 录"), "第一章 总则……………………………1", "第二章 附则……………………………2"],
        ["目录", "第一章 总则", "第二章 附则"],
    ],
)
def test_contents_are_neither_text_nor_title(listed: list[str]) -> None:
    lines = [one.replace("\\#", "#") for one in listed]
    found = made(*lines, "#pagebreak()", "第一章 总则", PROSE, "第二章 附则", PROSE)
    assert found.facts.title == ""
    assert found.body == f"第一章 总则\n{PROSE}\n第二章 附则\n{PROSE}"


def test_a_book_without_a_title_page_has_the_title_of_its_running_heads() -> None:
    running = "#set page(header: align(center, text(size: 9pt)[云汀学院学生手册]))\n"
    pages = [line for at in range(1, 7) for line in (f"第{at}章 管理规定", *(f"{at}{PROSE}",) * 4, "#pagebreak()")]
    found = made(large("前　言"), PROSE, "#pagebreak()", *pages, more=running)
    assert found.facts.title == "云汀学院学生手册"


@pytest.mark.parametrize("first", ["一、检查的范围", "第一章 总则", "表1 堤防名录"])
def test_a_title_that_is_not_text_is_not_replaced_by_the_first_section(first: str) -> None:
    stale = '#set document(title: "云汀杯龙舟竞赛章程")\n'
    assert made("#rect(width: 200pt, height: 40pt)", large(first, 18), PROSE, PROSE, more=stale).facts.title == ""


def test_lines_of_the_site_on_a_printed_page_are_no_text() -> None:
    site = (
        "首页 #h(2em) 新闻 #h(2em) 公告 #h(2em) 服务 #h(2em) 互动",
        "当前位置：首页 > 政务公开 > 通知公告",
    )
    foot = ("（责任编辑：某人）"[1:-1], "热门排行", "1 云汀县召开会议", "网站地图 | 联系我们 | 京公网安备1100号")
    found = made(*site, large(NOTICE), centred("2024-04-29 来源：云汀县水利局 【打印】"), PROSE, PROSE, *foot)
    assert (found.facts.title, found.facts.source, found.facts.published) == (NOTICE, "云汀县水利局", DAY)
    assert found.body == f"{PROSE}\n{PROSE}"


@pytest.mark.parametrize("line", ["这是一份只有一行字的云汀文件", NOTICE])
def test_a_document_of_one_line_has_that_line_as_text(line: str) -> None:
    found = of_ofd(ofd(parts={CONTENT: page(text_object(code(line), 60))}))
    assert (found.body, found.facts.issuer) == (line, "")


def test_a_form_without_a_title_is_dated_by_the_office_on_top_and_keeps_its_lines() -> None:
    lines = ("云汀县自然资源局", "2024年4月29日", "530902202400014", BODY[1][:26])
    objects = [text_object(code(line), 60 + 20 * at) for at, line in enumerate(lines)]
    found = of_ofd(ofd(parts={CONTENT: page(*objects), DOCUMENT: document("Pages/Page_0/Content.xml")}))
    assert (found.facts.source, found.facts.published) == ("云汀县自然资源局", DAY)
    assert found.body.startswith("云汀县自然资源局\n2024年4月29日\n")


def test_lines_of_forms_are_no_headings() -> None:
    forms = ("日期：　年　月　日", "甲方：云汀县水利局（盖章）", "（以下无正文）", "　年　月　日")
    found = made(
        f'#align(center, text(size: 24pt, weight: "bold")[{NOTICE}])',
        PROSE,
        '#text(size: 20pt, weight: "bold")[防汛值班]',
        *(PROSE,) * 6,
        *(f'#text(size: 20pt, weight: "bold")[{one}]' for one in forms),
        PROSE,
    )
    assert [section.heading for section in found.sections] == ["防汛值班"]


def test_the_countrys_name_in_smaller_type_begins_the_title() -> None:
    found = made(
        '#align(center, text(size: 24pt, weight: "bold")[中华人民共和国])',
        '#align(center, text(size: 36pt, weight: "bold")[标准监理招标文件])',
        "#pagebreak()",
        PROSE,
        PROSE,
    )
    assert found.facts.title == "中华人民共和国标准监理招标文件"


def test_a_line_in_larger_type_over_nothing_but_a_table_is_the_title() -> None:
    cells = "[镇], [沙袋], [东汀镇], [120个], [西汀镇], [90个]"
    found = made(large("各镇抢险物资清单"), f"#table(columns: 2, {cells})")
    assert found.facts.title == "各镇抢险物资清单"
