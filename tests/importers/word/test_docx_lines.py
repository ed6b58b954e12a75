from __future__ import annotations

from docx.oxml.ns import qn

from tests.importers.word.files import (
    FIRST,
    SECOND,
    TITLE,
    body,
    draft,
    empty,
    line,
    p,
    related,
    saved,
    text,
    word,
)
from xinhui_viewer.records import Cell


def test_headings_of_styles_and_outline_levels_are_headings() -> None:
    document = empty()
    line(document, TITLE, 22, centred=True)
    document.add_heading("落实责任", 1)
    line(document, FIRST)
    document.add_heading("备足物资", 2)
    line(document, SECOND)
    line(document, "会议要求")
    level = document.paragraphs[-1]._p.get_or_add_pPr().makeelement(qn("w:outlineLvl"), {qn("w:val"): "0"})
    document.paragraphs[-1]._p.get_or_add_pPr().append(level)
    line(document, SECOND)
    found = draft(saved(document))
    headings = [(found.body[one.start : one.end], one.level) for one in found.blocks if one.kind == "heading"]
    assert headings == [("落实责任", 1), ("备足物资", 2), ("会议要求", 1)]
    assert found.facts.title == TITLE


def test_a_wholly_bold_paragraph_is_bold_and_one_with_a_bold_word_is_not() -> None:
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>要求</w:t></w:r><w:r><w:t>逐村排查，备足物资。</w:t></w:r>"
    found = draft(word(p(TITLE) + p(FIRST) + p("落实责任", run="<w:b/>") + f"<w:p>{run}</w:p>" + p(SECOND)))
    assert [block.bold for block in found.blocks] == [False, True, False, False]


def test_insertions_links_fields_and_controls_are_read_and_deletions_codes_and_hidden_text_are_not() -> None:
    r = "<w:r><w:t>{}</w:t></w:r>".format
    runs = (
        f"<w:ins>{r('新增')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        f"<w:moveFrom>{r('移走')}</w:moveFrom><w:hyperlink>{r('链接')}</w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("结果")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:tab/><w:t>制表</w:t><w:br/><w:t>换行</w:t></w:r>"
    )
    assert body(word(p(TITLE) + p(FIRST) + f"<w:p>{runs}</w:p>")) == [FIRST, "新增链接结果控件\t制表", "换行"]


def test_a_field_that_never_ends_hides_nothing_of_the_next_paragraph() -> None:
    broken = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    assert body(word(p(TITLE) + broken + p(FIRST))) == [FIRST]


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('框内文字')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert body(word(p(TITLE) + f"<w:p>{drawn}<w:r><w:t>{FIRST}</w:t></w:r></w:p>" + p(SECOND))) == [
        *(FIRST, "框内文字", SECOND)
    ]


def test_a_table_is_a_table_with_its_merged_cells_in_its_place() -> None:
    document = empty()
    line(document, TITLE, 22, centred=True)
    line(document, FIRST)
    table = document.add_table(3, 3)
    for row, texts in enumerate((("镇街", "人数", "物资"), ("东镇", "120", "沙袋"), ("", "80", "救生衣"))):
        for column, one in enumerate(texts):
            table.cell(row, column).text = one
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    table.cell(1, 0).merge(table.cell(2, 0))
    line(document, SECOND)
    found = draft(saved(document))
    assert [block.kind for block in found.blocks] == ["paragraph", "table", "paragraph"]
    rows = found.blocks[1].rows
    assert [cell.head for cell in rows[0]] == [True, True, True]
    assert rows[1:] == ((Cell("东镇", 2), Cell("120"), Cell("沙袋")), (Cell("80"), Cell("救生衣")))
    assert "镇街\t人数\t物资" in found.body


def test_cells_over_several_fields_say_so() -> None:
    document = empty()
    line(document, FIRST)
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "防汛物资"
    table.cell(1, 0).text, table.cell(1, 1).text = "沙袋", "5.2万个"
    rows = draft(saved(document)).blocks[1].rows
    assert rows == ((Cell("防汛物资", 1, 2),), (Cell("沙袋"), Cell("5.2万个")))


def test_a_table_that_lays_the_page_out_is_its_paragraphs() -> None:
    document = empty()
    line(document, TITLE, 22, centred=True)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = FIRST
    cell.add_paragraph(SECOND)
    found = draft(saved(document))
    assert (found.body, {block.kind for block in found.blocks}) == (f"{FIRST}\n{SECOND}", {"paragraph"})


def test_footnotes_stand_behind_the_text_and_headers_do_not() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    files: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": related(("f", "footnotes", "footnotes.xml"), ("h", "header", "header1.xml")),
        "word/footnotes.xml": text(f'<w:footnote w:id="2">{p("据区应急管理局。")}</w:footnote>')
        .replace("w:document", "w:footnotes")
        .replace("<w:body>", "")
        .replace("</w:body>", ""),
        "word/header1.xml": text(p("页眉")).replace("w:document", "w:hdr"),
    }
    found = body(word(p(TITLE) + f"<w:p><w:r><w:t>{FIRST}</w:t></w:r>{note}</w:p>" + p(SECOND), files))
    assert found == [f"{FIRST}[1]", SECOND, "[1] 据区应急管理局。"]


def test_paragraphs_whose_division_was_deleted_are_one() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    parts = p(TITLE) + p("各镇要逐村", gone) + p("排查，", gone) + p("备足物资。") + p(FIRST)
    assert body(word(parts)) == ["各镇要逐村排查，备足物资。", FIRST]
    assert body(word(p(TITLE) + p(FIRST) + p("备足物资。", gone))) == [FIRST, "备足物资。"]
