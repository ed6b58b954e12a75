"""Headings and items of printed pages that are set in several lines, and lines of covers that are no headings."""

from __future__ import annotations

from tests.importers.printed.papers import paper
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.records import Draft

PAGE = """
#set page(width: 420pt, height: 560pt, margin: 50pt)
#set text(font: "Xinhui Serif", size: 12pt, lang: "zh", region: "cn")
#set par(leading: 8pt, spacing: 8pt, justify: true)
"""
PROSE = (
    "各镇要压实责任，对辖区内的堤防、水闸和排涝泵站逐一排查登记，建立台账，逐项销号，低洼地段群众的转移安置方案须落实到户到人，"
    "并通过平台每日上报水位，做到早发现、早报告、早处置，确保安全度汛。"
)
CENTRED = '#align(center, text(weight: "bold", font: "Xinhui Sans", size: {size}pt, [{text}]))\n'


def draft(text: str) -> Draft:
    (found,) = pdf.read(paper(PAGE + text), "办法.pdf")
    return found


def centred(text: str, size: int = 12) -> str:
    return CENTRED.format(size=size, text=text)


def headings(found: Draft) -> list[str]:
    return [found.body[block.start : block.end] for block in found.blocks if block.kind == "heading"]


def paragraphs(found: Draft) -> list[str]:
    return [found.body[block.start : block.end] for block in found.blocks if block.kind == "paragraph"]


def test_a_short_heading_in_the_middle_of_the_page_is_a_heading() -> None:
    found = draft(centred("云汀镇堤防管护办法", 20) + centred("第一章 总则") + PROSE + centred("第二章 附则") + PROSE)
    assert headings(found) == ["第一章 总则", "第二章 附则"]


def test_a_heading_in_two_centred_lines_is_one() -> None:
    text = centred("云汀镇堤防管护办法", 20) + PROSE + "\n\n"
    text += centred("第二节 堤防管护单位和 \\ 镇防汛办公室") + PROSE + "\n\n" + PROSE
    assert headings(draft(text)) == ["第二节 堤防管护单位和镇防汛办公室"]


def test_a_kind_of_document_under_its_name_belongs_to_the_heading_and_the_signature_of_its_cover_is_text() -> None:
    text = centred("云汀镇水利工程申报指南", 20) + PROSE + "\n\n" + PROSE + "\n\n#pagebreak()\n"
    text += centred("云汀镇水闸维修项目 \\ 申报书", 18) + "#v(60pt)\n"
    text += centred("云汀镇水利管理局制", 14) + "#v(8pt)\n" + centred("二〇二三年六月", 14) + "#pagebreak()\n" + PROSE
    found = draft(text)
    assert headings(found) == ["云汀镇水闸维修项目申报书"]
    assert paragraphs(found)[2:4] == ["云汀镇水利管理局制", "二〇二三年六月"]


def test_a_remark_in_brackets_or_a_part_of_one_is_no_heading() -> None:
    found = draft(centred("云汀镇堤防管护办法", 20) + centred("（适用于内河堤防）", 14) + PROSE + "\n\n" + PROSE)
    assert headings(found) == []


def test_text_behind_a_label_that_hangs_out_is_one_paragraph() -> None:
    item = f"#par(hanging-indent: 5em, [工作目标：{PROSE}])\n#par(hanging-indent: 5em, [主要任务：{PROSE}])\n"
    found = draft(centred("云汀镇堤防管护工作要点", 20) + item)
    assert paragraphs(found) == [f"工作目标：{PROSE}", f"主要任务：{PROSE}"]


def test_a_note_in_brackets_in_centred_lines_is_one_paragraph() -> None:
    note = "（2019年3月1日云汀镇人民代表大会通过 \\ 2023年6月1日修正）"
    found = draft(centred("云汀镇堤防管护办法", 20) + f"#align(center, [{note}])\n#v(10pt)\n{PROSE}\n\n{PROSE}")
    assert paragraphs(found)[0] == "（2019年3月1日云汀镇人民代表大会通过2023年6月1日修正）"


def test_a_page_with_narrower_margins_joins_its_lines() -> None:
    wide = "\n\n".join([PROSE] * 12)
    narrow = f"#pagebreak()\n#pad(left: 30pt, right: 20pt, [#set par(first-line-indent: 2em)\n\n{PROSE}\n\n{PROSE}])"
    found = draft(centred("云汀镇堤防管护办法", 20) + wide + narrow)
    assert set(paragraphs(found)) == {PROSE}


def test_the_translation_below_a_heading_is_no_heading_of_its_own() -> None:
    text = centred("云汀镇堤防管护办法", 20) + centred("第一章 总则") + centred("Chapter I General Provisions") + PROSE
    found = draft(text + "\n\n" + PROSE + "\n\n")
    assert headings(found) == ["第一章 总则"]
    assert paragraphs(found)[0] == "Chapter I General Provisions"


def test_what_is_stamped_on_a_document_is_no_heading() -> None:
    found = draft(centred("云汀镇水闸维修工程投标书", 20) + centred("正 本", 16) + PROSE + "\n\n" + PROSE)
    assert headings(found) == []


def test_the_day_on_which_a_form_is_filled_in_is_not_that_of_publication() -> None:
    found = draft(centred("云汀镇水闸维修申请表", 20) + "填表日期：2023年5月6日\n\n" + PROSE)
    assert (found.facts.published, paragraphs(found)[0]) == (None, "填表日期：2023年5月6日")


def test_smaller_lines_right_below_a_title_without_a_kind_go_on_in_it() -> None:
    text = centred("第三届云汀区水闸技能大赛", 20) + centred("乙组《闸门启闭》", 16) + centred("赛题说明", 16)
    found = draft(text + "#v(20pt)\n" + PROSE + "\n\n" + PROSE)
    assert found.facts.title == "第三届云汀区水闸技能大赛乙组《闸门启闭》赛题说明"


def test_a_heading_whose_second_line_is_the_kind_of_document_is_one() -> None:
    text = centred("云汀镇水闸维修招标文件", 22) + PROSE + "\n\n" + PROSE + "\n\n"
    text += centred("依法缴纳税收和社会保障资金情况 \\ 声明函", 16) + PROSE + "\n\n" + PROSE
    assert headings(draft(text)) == ["依法缴纳税收和社会保障资金情况声明函"]


def test_a_list_of_annexes_in_larger_type_is_no_heading() -> None:
    text = centred("关于印发水闸维修办法的通知", 22) + PROSE + "\n\n" + PROSE
    found = draft(text + "\n\n#text(size: 16pt)[附件：《云汀镇水闸维修办法》]\n\n" + PROSE)
    assert headings(found) == []


def test_a_page_with_a_narrower_right_margin_joins_its_lines() -> None:
    wide = "\n\n".join([PROSE] * 8)
    first = "#set par(first-line-indent: (amount: 2em, all: true))"
    narrow = f"#pagebreak()\n#pad(right: 50pt, [{first}\n\n{PROSE}\n\n{PROSE}])"
    found = draft(centred("云汀镇堤防管护办法", 20) + wide + narrow)
    assert set(paragraphs(found)) == {PROSE}


def test_a_heading_with_its_translation_behind_a_gap_is_one_and_that_of_the_title_is_none() -> None:
    text = centred("云汀镇堤防管护办法", 20) + centred("Measures for the Care of Dykes", 20)
    text += f'#text(weight: "bold", font: "Xinhui Sans")[一、管护范围#h(60pt)Scope]\n\n{PROSE}\n\n{PROSE}'
    found = draft(text)
    assert (found.facts.title, headings(found)) == ("云汀镇堤防管护办法", ["一、管护范围 Scope"])
    assert paragraphs(found)[0] == "Measures for the Care of Dykes"


def test_the_version_on_a_cover_is_no_heading() -> None:
    found = draft(centred("云汀镇水闸管理系统", 20) + centred("版本 2.0", 16) + PROSE + "\n\n" + PROSE)
    assert headings(found) == []


def test_larger_lines_of_a_form_are_no_headings() -> None:
    form = "".join(
        f"#text(size: 16pt, [{line}])\n\n" for line in ("申报单位（盖章）：云汀镇水利站", "所在县区：云汀县")
    )
    found = draft(centred("云汀镇水利工程申报书", 20) + form + PROSE + "\n\n" + PROSE)
    assert headings(found) == []


def test_the_translation_of_a_title_in_smaller_type_is_no_heading() -> None:
    text = centred("云汀镇堤防管护申请表", 20) + centred("Application Form for the Care of Dykes", 15)
    found = draft(text + PROSE + "\n\n" + PROSE)
    assert (headings(found), paragraphs(found)[0]) == ([], "Application Form for the Care of Dykes")


def test_a_part_of_a_formula_is_no_heading() -> None:
    assert headings(draft(centred("云汀镇堤防管护办法", 20) + PROSE + "\n\n" + centred("kn", 16) + PROSE)) == []


def test_the_heading_of_a_chapter_in_two_centred_lines_is_one_though_set_as_the_text() -> None:
    two = "#align(center)[第二节 堤防管护单位和 \\ 镇防汛办公室]\n"
    assert "第二节 堤防管护单位和镇防汛办公室" in paragraphs(
        draft(centred("云汀镇堤防管护办法", 20) + PROSE + two + PROSE)
    )
