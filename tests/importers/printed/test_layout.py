from __future__ import annotations

import io
import math
from dataclasses import replace

import pikepdf

from tests.importers.printed.papers import paper
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.importers.printed.layout import lines
from xinhui_viewer.importers.printed.run import Font, Run, Stroke
from xinhui_viewer.records import Cell, Draft

LONG = (
    "各镇要压实责任，对辖区内的堤防、水闸和排涝泵站逐一排查登记，建立台账，逐项销号，低洼地段群众的转移安置方案须落实到户到人，"
    "并通过平台每日上报水位，做到早发现、早报告、早处置，确保安全度汛。"
)
SERIF = (
    '#set text(font: "Xinhui Serif", size: 11pt, lang: "zh")\n#set page(width: 500pt, height: 400pt, margin: 40pt)\n'
)
PROSE = "#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n"


def draft(page: str) -> Draft:
    (found,) = pdf.read(paper(page), "公报.pdf")
    return found


def tables(found: Draft) -> list[tuple[tuple[Cell, ...], ...]]:
    return [block.rows for block in found.blocks if block.kind == "table"]


def texts(rows: tuple[tuple[Cell, ...], ...]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


COUNTS = [["指标", "年末数（万人）", "比重（%）"], ["常住人口", "86.60", "100"], ["城镇", "39.26", "45.31"]]
CELLS = ", ".join(f"[{text}]" for row in COUNTS for text in row)


def test_a_ruled_table_is_a_table_whose_rows_give_figures() -> None:
    found = draft(f"{SERIF}{LONG}\n#table(columns: 3, {CELLS})\n{LONG}")
    assert [texts(rows) for rows in tables(found)] == [COUNTS]
    assert [(figure.label, figure.value, figure.unit) for figure in found.figures][-4:] == [
        ("常住人口年末数", 866000, "人"),
        ("常住人口比重", 100, "%"),
        ("城镇年末数", 392600, "人"),
        ("城镇比重", 45.31, "%"),
    ]


def test_rows_between_two_level_lines_are_told_by_their_numbers() -> None:
    stroke = "(x, y) => (top: if y < 2 {1pt} else {0pt}, bottom: if y == 2 {1pt}, left: if x > 0 {1pt})"
    found = draft(f"{SERIF}{LONG}\n#table(columns: 3, stroke: {stroke}, {CELLS})\n{LONG}")
    assert [texts(rows) for rows in tables(found)] == [COUNTS]


def test_a_table_without_lines_is_told_by_its_numbers() -> None:
    found = draft(f"{SERIF}{LONG}\n#table(columns: 3, stroke: none, column-gutter: 30pt, {CELLS})\n{LONG}")
    assert [texts(rows) for rows in tables(found)] == [COUNTS]


def test_merged_cells_span_the_rows_and_fields_that_they_take() -> None:
    cells = "table.cell(rowspan: 2)[镇], table.cell(colspan: 2)[物资], [沙袋], [水泵], [东汀镇], [120], [8]"
    (rows,) = tables(draft(f"{SERIF}{LONG}\n#table(columns: 3, {cells})\n{LONG}"))
    assert rows == (
        (Cell("镇", 2, 1), Cell("物资", 1, 2)),
        (Cell("沙袋"), Cell("水泵")),
        (Cell("东汀镇"), Cell("120"), Cell("8")),
    )


def test_a_text_that_goes_on_in_its_cell_is_one_cell() -> None:
    text = "存放于镇政府仓库，由镇应急办公室专人保管，每月清点一次并登记造册备查"
    cells = f"[镇], [沙袋], [说明], [东汀镇], [120个], [{text}], [西汀镇], [90个], [{text}]"
    (rows,) = tables(draft(f"{SERIF}#table(columns: (60pt, 60pt, 130pt), {cells})\n{LONG}"))
    assert texts(rows) == [["镇", "沙袋", "说明"], ["东汀镇", "120个", text], ["西汀镇", "90个", text]]


def test_no_row_of_a_table_is_a_heading() -> None:
    cells = ", ".join(f"[*{text}*]" for text in ("一、基本情况", "（一）要求", "二、评分标准", "（二）分值"))
    found = draft(f"{SERIF}{LONG}\n#table(columns: 2, {cells})\n{LONG}")
    assert len(tables(found)) == 1
    assert found.sections == ()


def test_a_title_over_two_columns_comes_first_and_the_columns_one_after_the_other() -> None:
    parts = [f"{number}号工程。{LONG}" for number in "甲乙丙丁戊己庚"]
    page = (
        f"{SERIF}{PROSE}#align(center, text(size: 20pt)[云汀区防汛工程公报])\n#columns(2)[{'#parbreak()'.join(parts)}]"
    )
    found = draft(page)
    assert (found.facts.title, found.body.split("\n"), found.sections) == ("云汀区防汛工程公报", parts, ())


def test_three_columns_are_read_from_left_to_right() -> None:
    parts = [f"{number}号工程。{LONG}" for number in "甲乙丙丁戊"]
    assert draft(f"{SERIF}{PROSE}#columns(3)[{'#parbreak()'.join(parts)}]").body.split("\n") == parts


def test_a_table_in_a_column_stays_between_its_paragraphs() -> None:
    table = "#table(columns: 2, [镇], [沙袋], [东汀镇], [120])"
    parts = [f"甲号工程。{LONG}", f"乙号工程。{LONG}{LONG}{LONG}{LONG}{LONG}"]
    found = draft(f"{SERIF}{PROSE}#columns(2)[{parts[0]}\n\n{table}\n\n{parts[1]}]")
    assert found.body.split("\n") == [parts[0], "镇\t沙袋", "东汀镇\t120", parts[1]]


def test_raised_and_lowered_letters_stay_in_their_line() -> None:
    found = draft(f"{SERIF}工程占地120m#super[2]，见文献#super[\\[1-2\\]]，排放CO#sub[2]较少。{LONG}")
    assert found.body == f"工程占地120m2，见文献[1-2]，排放CO2较少。{LONG}"


def test_vertical_text_is_read_from_the_right_column_to_the_left() -> None:
    columns = ["东汀镇水利志序", "东汀镇地处水乡河网密布自古以农为本", "水利之兴废关乎民生"]
    placed = "".join(
        f"#place(dx: {300 - 24 * at}pt, dy: {17 * down}pt)[{sign}]"
        for at, column in enumerate(columns)
        for down, sign in enumerate(column)
    )
    assert draft(f"{SERIF}{placed}").body.replace("\n", "") == "".join(columns)


def test_vertical_text_may_have_a_title_in_larger_characters() -> None:
    columns = ["东汀镇水利志", "东汀镇地处水乡河网密布自古以农为本", "水利之兴废关乎民生"]
    placed = "".join(
        f"#place(dx: {300 - 22 * at}pt, dy: {(17 if at else 24) * down}pt)[#text(size: {12 if at else 16}pt)[{sign}]]"
        for at, column in enumerate(columns)
        for down, sign in enumerate(column)
    )
    found = draft(f"{SERIF}{placed}")
    assert (found.facts.title + found.body).replace("\n", "") == "".join(columns)


def test_a_page_whose_text_is_turned_is_read_as_if_it_were_upright() -> None:
    found = draft(f"{SERIF}#rotate(90deg, reflow: true, block(width: 300pt)[{LONG}\n#table(columns: 3, {CELLS})])")
    assert found.body.split("\n")[0] == LONG
    assert [texts(rows) for rows in tables(found)] == [COUNTS]


def test_text_that_is_drawn_again_with_a_small_shift_is_read_once() -> None:
    found = draft(f"{SERIF}#place(dx: 0.6pt, dy: 0.4pt)[{LONG}]{LONG}")
    assert found.body == LONG


def test_a_label_that_is_drawn_again_with_its_value_is_read_once() -> None:
    found = draft(f"{SERIF}{LONG}\n\n#place[工程编号：]工程编号：300218\n\n{LONG}")
    assert found.body.split("\n") == [LONG, "工程编号：300218", LONG]


def test_letters_that_are_set_apart_by_blanks_are_words() -> None:
    found = draft(f"{SERIF}{' '.join(LONG)}")
    assert found.body == LONG


def test_a_table_goes_on_over_the_end_of_a_page_and_its_head_is_kept_once() -> None:
    rows = [[f"第{at}镇", f"{100 + at}", f"{at}.5"] for at in range(1, 31)]
    head = "table.header([镇], [沙袋（个）], [水泵（台）])"
    cells = ", ".join(f"[{text}]" for row in rows for text in row)
    (found,) = tables(draft(f"{SERIF}#table(columns: 3, {head}, {cells})"))
    assert texts(found) == [["镇", "沙袋（个）", "水泵（台）"], *rows]


def test_a_row_that_a_page_divides_is_one() -> None:
    cells = f"[1], [{LONG * 6}], [2], [按期完成]"
    (found,) = tables(draft(f"{SERIF}#table(columns: (30pt, 150pt), [序号], [说明], {cells})"))
    assert texts(found) == [["序号", "说明"], ["1", LONG * 6], ["2", "按期完成"]]


def test_a_list_of_contents_is_no_text() -> None:
    entries = "".join(f"第{at}章 防汛安排 #box(width: 1fr, repeat[.]) {at}\n\n" for at in "123456")
    found = draft(f"{SERIF}#align(center)[目 录]\n\n{entries}\n\n#pagebreak()\n{LONG}\n\n{LONG}")
    assert found.body.split("\n") == [LONG, LONG]


def test_a_document_that_is_a_list_of_contents_is_kept() -> None:
    entries = "".join(f"第{at}章 防汛安排 #box(width: 1fr, repeat[.]) {at}\n\n" for at in "123456")
    assert "第3章 防汛安排" in draft(f"{SERIF}{entries}").body


def test_the_running_head_of_a_chapter_is_no_text() -> None:
    heads = ["防汛工作规定"] * 4 + ["值班管理办法"] * 4 + [""] * 12
    texts = rotated(len(heads))
    pages = (f"#place(top, dy: -25pt)[{head}]{text}" for head, text in zip(heads, texts, strict=True))
    found = draft(f"{SERIF}{'#pagebreak()'.join(pages)}")
    assert found.body.replace("\n", "") == "".join(texts)


def test_a_value_that_is_drawn_again_behind_its_label_is_read_once() -> None:
    found = draft(f"{SERIF}{LONG}\n\n#place[#hide[工程编号：]300218]工程编号：300218\n\n{LONG}")
    assert found.body.count("300218") == 1


def test_a_sign_that_is_drawn_again_within_a_text_is_read_once() -> None:
    found = draft(f"{SERIF}{LONG}\n\n#place[#hide[工程编号]：#hide[300218]]工程编号：300218")
    assert found.body.split("\n") == [LONG, "工程编号：300218"]


def test_what_stands_outside_the_page_is_no_text() -> None:
    assert draft(f"{SERIF}#place(dx: 600pt)[印刷标记]{LONG}").body == LONG


def test_text_beside_a_picture_in_the_other_column_is_a_column() -> None:
    picture = "#rect(width: 100%, height: 150pt)\n#align(center)[图1 工程位置]\n"
    parts = [f"{number}号工程。{LONG}" for number in "甲乙丙丁"]
    page = f"{SERIF}{PROSE}#columns(2)[{'#parbreak()'.join(parts[:3])}#colbreak()\n{picture}\n{parts[3]}]"
    assert draft(page).body.split("\n") == [*parts[:3], "图1 工程位置", parts[3]]


def rotated(count: int) -> list[str]:
    """Texts none of whose lines is that of another."""
    return [LONG[at:-1] + LONG[:at] + "。" for at in range(1, count + 1)]


def test_numbers_and_their_paragraphs_behind_a_wide_gap_are_no_columns() -> None:
    numbers = [f"第{number}条" for number in "一二三四五六七八九"]
    parts = list(zip(numbers, rotated(9), strict=True))
    found = draft(f"{SERIF}{PROSE}{'#parbreak()'.join(f'{number}#h(14pt){text}' for number, text in parts)}")
    assert found.body.split("\n") == [" ".join(part) for part in parts]


def test_a_part_in_another_size_has_its_own_setting() -> None:
    texts = rotated(80)
    wide = f"#set par(leading: 14pt, spacing: 14pt)\n{'#parbreak()'.join(texts[:8])}"
    small = f"#set text(size: 8pt)\n#set par(leading: 4pt, spacing: 4pt)\n{'#parbreak()'.join(texts[8:])}"
    assert draft(f"{SERIF}{PROSE}{wide}#pagebreak()\n{small}").body.split("\n") == texts


def test_places_and_sizes_that_no_page_has_are_no_text() -> None:
    run = Run("防汛值班安排", 40, 106, 300, Font(11, "Song", False))
    wrong = [
        replace(run, left=math.nan),
        replace(run, y=math.inf),
        replace(run, right=1e30),
        replace(run, font=Font(1e7, "Song", False)),
    ]
    assert [line.text for line in lines([*wrong, run], 0, [Stroke(math.nan, 0, math.inf, 0)])] == ["防汛值班安排"]


def test_bold_labels_with_their_values_are_no_headings() -> None:
    labels = "#strong[开户名称：云汀区水利建设中心]\n\n#strong[开户行：东汀镇支行]\n\n#strong[账号：12003400]"
    found = draft(f"{SERIF}{LONG}\n\n#strong[缴款方式]\n\n{LONG}\n\n{labels}")
    assert [section.heading for section in found.sections] == ["缴款方式"]


def test_a_watermark_that_most_pages_have_in_one_place_is_no_text() -> None:
    pages = (f"#place(dx: 100pt, dy: 150pt, text(size: 30pt)[内部资料])\n{text}" for text in rotated(6))
    assert draft(f"{SERIF}{'#pagebreak()'.join(pages)}").body.split("\n") == rotated(6)


def test_signs_set_solid_stay_in_their_order() -> None:
    runs = (
        Run("四、", 114, 138, 300, SONG),
        Run("《防汛预案》第三章", 130.4, 238, 300, SONG),
        Run("规定了值班。", 238, 310, 300, SONG),
    )
    assert [one.text for one in lines(runs, 0)] == ["四、《防汛预案》第三章规定了值班。"]


def test_the_number_of_an_article_is_apart_from_its_text() -> None:
    runs = Run("第五条", 90, 126, 300, SONG), Run("各镇落实值班。", 131.5, 215, 300, SONG)
    assert [one.text for one in lines(runs, 0)] == ["第五条 各镇落实值班。"]


SONG = Font(12, "Song", False)


def test_a_cell_of_several_rows_that_the_end_of_a_page_cuts_is_one() -> None:
    rows = ", ".join(f"[第{at}村], [{100 + at}]" for at in range(1, 31))
    cells = (
        f"table.header([镇], [村], [沙袋（个）]), table.cell(rowspan: 30)[东汀镇], {rows}, [西汀镇], [第31村], [131]"
    )
    (found,) = tables(draft(f"{SERIF}#table(columns: (80pt, 80pt, 80pt), {cells})"))
    assert (found[1][0].text, found[1][0].rows) == ("东汀镇", 30)
    assert [len(row) for row in found] == [3, 3, *[2] * 29, 3]
    assert texts(found)[-1] == ["西汀镇", "第31村", "131"]


def test_labels_and_amounts_in_a_cell_are_lines_of_their_own() -> None:
    cells = "[名称：云汀水厂\\ 地址：沿河路], [金额\\ 100.00\\ ¥100.00], [序\\ 号]"
    found = draft(f"{SERIF}{LONG}\n#table(columns: (200pt, 90pt, 60pt), {cells}, [水费], [无], [1])\n{LONG}")
    ((first, *_rows),) = tables(found)
    assert [cell.text for cell in first] == ["名称：云汀水厂 地址：沿河路", "金额 100.00 ¥100.00", "序号"]


def test_one_object_of_a_file_may_hold_the_cells_of_a_row() -> None:
    cells = ", ".join(f"[{text}]" for text in ("镇", "沙袋", "水泵", "车辆", "东汀镇", "", "", ""))
    content = paper(
        f"#set page(width: 400pt, height: 300pt, margin: 40pt)\n#table(columns: (80pt,) * 4, {cells})\n{LONG}"
    )
    with pikepdf.open(io.BytesIO(content)) as file:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        file.pages[0].Resources.Font.Own = font
        file.pages[0].contents_add(b"q BT /Own 11 Tf 74 Tc 126 230 Td (218) Tj ET Q")
        out = io.BytesIO()
        file.save(out)
    (found,) = pdf.read(out.getvalue(), "公报.pdf")
    assert [texts(rows)[1] for rows in tables(found)] == [["东汀镇", "2", "1", "8"]]


def test_a_label_in_small_type_beside_a_title_is_a_line_of_its_own() -> None:
    found = draft(f"{SERIF}#text(size: 20pt)[防汛物资领用单] #h(1fr) 编号：YT-27\n\n{LONG}")
    assert (found.facts.title, found.body) == ("防汛物资领用单", f"编号：YT-27\n{LONG}")


def test_names_half_a_character_apart_stay_apart() -> None:
    names = ("沈河生", "陆水根", "周望", "顾云汀", "方小闸")
    found = draft(f"{SERIF}{LONG}\n\n{'#h(6.6pt)'.join(names)}")
    assert found.body.split("\n")[-1] == " ".join(names)
