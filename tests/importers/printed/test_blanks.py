"""Forms: blanks to fill in are drawn as lines, and what is typed into a PDF stands in annotations."""

from __future__ import annotations

import io

import pikepdf

from tests.importers.printed.papers import paper
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.records import Draft

PAGE = """
#set page(width: 460pt, height: 420pt, margin: 50pt)
#set text(font: "Xinhui Serif", size: 12pt, lang: "zh", region: "cn")
#set par(leading: 10pt, spacing: 10pt)
#let blank(width, body) = box(width: width, stroke: (bottom: 0.5pt), outset: (bottom: 2pt), align(center, body))
#align(center, text(size: 20pt, [水闸维修申请表]))
"""
E = "#blank(60pt, [])"


def draft(text: str) -> Draft:
    (found,) = pdf.read(paper(PAGE + text), "申请表.pdf")
    return found


def body(text: str) -> list[str]:
    return draft(text).body.split("\n")


def test_a_blank_within_a_sentence_is_no_gap_between_cells() -> None:
    text = f"兹有{E}（单位名称）申请对{E}水闸进行维修，维修期限自{E}年{E}月{E}日起至{E}年{E}月{E}日止，经费由{E}承担。"
    found = draft(text)
    assert not any(block.kind == "table" for block in found.blocks)
    assert found.body == text.replace(E, "____")


def test_what_is_filled_in_belongs_to_its_label() -> None:
    text = (
        "申请单位：#blank(160pt, [云汀镇水闸站])\n\n负责人：#blank(160pt, [])\n\n申请日期：#blank(160pt, [2023年6月])"
    )
    assert body(text) == ["申请单位：云汀镇水闸站", "负责人：____", "申请日期：2023年6月"]


def test_labels_beside_each_other_stay_apart() -> None:
    assert body(f"地址：{E}邮编：{E}\n\n联系人：{E}电话：{E}") == ["地址：____\t邮编：____", "联系人：____\t电话：____"]


def test_the_lines_of_a_table_are_no_blanks() -> None:
    cells = "[单位], [名称], table.cell(rowspan: 2)[水闸], [一号闸], [二号闸]"
    found = draft(f"#table(columns: (60pt, 120pt), inset: 2pt, {cells})")
    assert "____" not in found.body


def test_a_line_under_a_word_is_no_blank() -> None:
    assert body("请于#underline[六月三十日]前将申请表报送镇防汛办公室。") == [
        "请于六月三十日前将申请表报送镇防汛办公室。"
    ]


def annotated(kind: pikepdf.Name, text: str, field: pikepdf.Name | None = None) -> bytes:
    """Return a form with a text typed onto it at the right of its only blank's label."""
    content = paper(PAGE + "#place(top + left, dy: 60pt, [申请编号：])")
    with pikepdf.open(io.BytesIO(content)) as file:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        look = file.make_stream(f"BT /F 12 Tf 2 3 Td ({text}) Tj ET".encode())
        look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        look.BBox = [0, 0, 100, 16]
        look.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=kind, Rect=[112, 298, 212, 314], F=4, AP=pikepdf.Dictionary(N=look)
        )
        if field is not None:
            note.FT, note.T = field, pikepdf.String("编号")
        own = file.make_indirect(note)
        file.pages[0].Annots = file.make_indirect(pikepdf.Array([own]))
        if field is not None:
            file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([own]))
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def test_a_text_typed_onto_a_page_is_read() -> None:
    (found,) = pdf.read(annotated(pikepdf.Name.FreeText, "YT-27"), "申请表.pdf")
    assert "YT-27" in found.body


def test_a_field_that_is_filled_in_is_read() -> None:
    (found,) = pdf.read(annotated(pikepdf.Name.Widget, "YT-27", pikepdf.Name.Tx), "申请表.pdf")
    assert "YT-27" in found.body


def test_the_picture_of_a_signature_and_a_note_beside_the_text_are_not_read() -> None:
    (signed,) = pdf.read(annotated(pikepdf.Name.Widget, "YT-27", pikepdf.Name.Sig), "申请表.pdf")
    (noted,) = pdf.read(annotated(pikepdf.Name.Stamp, "YT-27"), "申请表.pdf")
    assert "YT-27" not in signed.body + noted.body
