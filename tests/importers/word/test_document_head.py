from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.importers.word.files import (
    FIRST,
    SECOND,
    TITLE,
    draft,
    empty,
    line,
    notice,
    p,
    saved,
    word,
)
from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.word.head import fields
from xinhui_viewer.importers.word.paragraph import Paragraph


def test_a_page_kept_as_a_word_file_gives_title_date_source_and_body() -> None:
    document = empty()
    line(document, "您现在的位置：首页 > 政务公开 > 应急管理 > 正文", 10)
    line(document, TITLE, 22, bold=True, centred=True)
    line(document, "来源：云汀日报　　发布时间：2023-07-11 09:30", 10, centred=True)
    for one in (FIRST, "会议要求", SECOND):
        line(document, one)
    found = draft(saved(document))
    assert (found.facts.title, found.facts.published, found.facts.source) == (TITLE, date(2023, 7, 11), "云汀日报")
    assert found.facts.columns == ("首页", "政务公开", "应急管理")
    assert found.body == f"{FIRST}\n会议要求\n{SECOND}"
    assert (found.importer, found.warnings, found.facts.written) == ("docx", (), None)


def test_an_issued_document_gives_its_issuer_number_title_and_the_day_it_was_signed() -> None:
    found = draft(notice())
    assert (found.facts.issuer, found.facts.document_number) == ("云汀区人民政府", "云府〔2021〕8号")
    assert found.facts.title == "云汀区人民政府关于做好防汛工作的通知"
    assert (found.facts.written, found.facts.published, found.facts.source) == (date(2021, 3, 2), None, "")
    assert found.body.split("\n") == [
        *("各镇人民政府，区直各单位：", "一、落实责任", FIRST, "云汀区人民政府", "2021年3月2日", "抄送：区委办公室。"),
    ]
    assert [section.heading for section in found.sections] == ["一、落实责任"]


def test_the_style_title_says_what_the_title_is_even_when_another_line_is_larger() -> None:
    document = empty()
    line(document, "内部参考", 48, centred=True)
    document.add_paragraph(TITLE, style="Title")
    line(document, FIRST)
    found = draft(saved(document))
    assert (found.facts.title, found.body) == (TITLE, f"内部参考\n{FIRST}")


def test_a_line_in_the_style_subtitle_is_no_heading() -> None:
    document = empty()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("采购需求书", style="Subtitle")
    line(document, FIRST, 10)
    line(document, FIRST, 10)
    found = draft(saved(document))
    assert (found.facts.title, found.sections) == (TITLE, ())
    assert found.body.startswith("采购需求书\n")


def test_a_title_that_ends_in_the_middle_of_its_name_goes_on_with_the_kind_of_document() -> None:
    document = empty()
    line(document, "关于做好堤防年审工作的", 22, centred=True)
    line(document, "通知", 22, centred=True)
    line(document, FIRST)
    assert draft(saved(document)).facts.title == "关于做好堤防年审工作的通知"


def test_a_text_without_marks_has_its_first_line_as_title() -> None:
    found = draft(word(p(TITLE) + p(FIRST)))
    assert (found.facts.title, found.body) == (TITLE, FIRST)


def test_facts_missing_in_the_file_stay_empty() -> None:
    found = draft(word(p(FIRST) + p("2023年7月10日，会议召开。") + p(SECOND)))
    said = found.facts
    assert (said.title, said.published, said.written, said.source, said.issuer) == ("", None, None, "", "")
    assert found.body.count("\n") == 2


@pytest.mark.parametrize(
    ("stored", "title"), [(TITLE, TITLE), ("文档1", ""), ("Microsoft Word - 通知文稿.doc", ""), ("Word Document", "")]
)
def test_the_title_in_the_properties_counts_only_when_it_is_one(stored: str, title: str) -> None:
    document = empty()
    document.core_properties.title = stored
    line(document, FIRST)
    assert draft(saved(document)).facts.title == title


def test_a_heading_below_a_plain_first_line_is_not_the_title() -> None:
    document = empty()
    document.add_paragraph(TITLE)
    for heading, one in (("落实责任", FIRST), ("备足物资", SECOND)):
        document.add_heading(heading, 1)
        document.add_paragraph(one)
    found = draft(saved(document))
    assert found.facts.title == TITLE
    assert found.body.split("\n") == ["落实责任", FIRST, "备足物资", SECOND]


def test_a_block_of_public_information_says_who_issued_what_and_when() -> None:
    document = empty()
    rows = (("索引号：", "0001"), ("发文机关：", "云汀区应急管理局"), ("成文日期：", "2023年7月10日"))
    table = document.add_table(0, 2)
    for row in (*rows, ("发文字号：", "云应急〔2023〕5号"), ("发布日期：", "2023年7月11日")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = row
    line(document, TITLE, 22, centred=True)
    line(document, FIRST)
    found = draft(saved(document))
    assert (found.facts.title, found.facts.issuer, found.facts.document_number) == (
        TITLE,
        "云汀区应急管理局",
        "云应急〔2023〕5号",
    )
    assert (found.facts.written, found.facts.published) == (date(2023, 7, 10), date(2023, 7, 11))


def test_a_letter_has_its_issuer_over_the_number_without_more_and_its_date_in_chinese() -> None:
    document = empty()
    line(document, "云 汀 区 应 急 管 理 局", 36, centred=True)
    line(document, "云应急函〔2023〕12号")
    line(document, "关于开展汛期安全检查的函", 22, centred=True)
    for one in ("区水利局：", FIRST, "附件：检查安排表", "云汀区应急管理局", "二〇二三年七月十日", "（联系人：李某）"):
        line(document, one)
    found = draft(saved(document))
    assert (found.facts.title, found.facts.issuer) == ("关于开展汛期安全检查的函", "云汀区应急管理局")
    assert (found.facts.document_number, found.facts.written) == ("云应急函〔2023〕12号", date(2023, 7, 10))


@pytest.mark.parametrize(
    ("above", "said", "kept"),
    [
        (["首页 > 政务公开 > 应急管理"], Facts(columns=("首页", "政务公开", "应急管理")), []),
        (["云汀区人民政府文件"], Facts(issuer="云汀区人民政府"), []),
        (["云汀区人民政府", "云府〔2021〕8号"], Facts(issuer="云汀区人民政府", document_number="云府〔2021〕8号"), []),
        (["云汀区人民政府"], Facts(), ["云汀区人民政府"]),  # above no line that makes it a red head
        (["（云府〔2021〕8号）"], Facts(document_number="云府〔2021〕8号"), []),
        (["打印本页"], Facts(), []),
        (["内部参考"], Facts(), ["内部参考"]),
    ],
)
def test_a_line_above_the_title_is_read_by_its_content(above: list[str], said: Facts, kept: list[str]) -> None:
    lines = [*map(Paragraph, above), Paragraph(TITLE, size=22, title=True), Paragraph(FIRST)]
    found, body = fields(lines, "")
    assert (found, [one.text for one in body]) == (replace(said, title=TITLE), [*kept, FIRST])


@pytest.mark.parametrize("heading", ["一、巡查范围", "1. 巡查范围", "第一章 总则"])
def test_a_text_that_begins_with_its_first_section_has_no_title(heading: str) -> None:
    document = empty()
    line(document, heading, 22, bold=True)
    line(document, "从河东到河西的沟渠")
    line(document, SECOND)
    found = draft(saved(document))
    assert (found.facts.title, found.body.split("\n")[0]) == ("", heading)
