"""Tables of printed pages: heads over their ruled part, names set apart by blanks, fields that no line divides."""

from __future__ import annotations

from tests.importers.printed.papers import paper
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.importers.printed.cells import table
from xinhui_viewer.importers.printed.lines import fields
from xinhui_viewer.importers.printed.ruled import Box, Ruling
from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.records import Draft

PAGE = """
#set page(width: 420pt, height: 560pt, margin: 50pt)
#set text(font: "Xinhui Serif", size: 12pt, lang: "zh", region: "cn")
#align(center, text(size: 20pt, [云汀镇水闸巡查安排]))
"""
PROSE = "各镇要压实责任，对辖区内的堤防、水闸和排涝泵站逐一排查登记，建立台账，逐项销号。"
FONT = Font(12, "Song", False)


def draft(text: str) -> Draft:
    (found,) = pdf.read(paper(PAGE + text), "安排.pdf")
    return found


def run(text: str, left: float, y: float = 0, *, spaced: bool = False) -> Run:
    return Run(text, left, left + 12 * len(text), y, FONT, spaced)


def test_names_over_the_fields_of_a_ruled_table_are_its_head() -> None:
    head = "#grid(columns: (80pt, 80pt, 80pt), align: center, inset: 4pt, [水闸], [次数], [负责人])\n#v(-12pt)\n"
    rows = "#table(columns: (80pt, 80pt, 80pt), align: center, inset: 4pt, [北闸], [12], [甲], [南闸], [15], [乙])\n"
    found = draft(f"{PROSE}\n\n{head}{rows}\n{PROSE}")
    (own,) = [block for block in found.blocks if block.kind == "table"]
    assert found.body[own.start : own.end] == "水闸\t次数\t负责人\n北闸\t12\t甲\n南闸\t15\t乙"


def test_names_set_apart_by_blanks_are_parted_where_the_gap_is_no_blank() -> None:
    signs = [run("次", 0), run("数", 24, spaced=True), run("日", 60), run("期", 84, spaced=True)]
    assert [one.text for one in fields(signs)] == ["次 数", "日 期"]
    even = [run("次", 0), run("数", 30), run("日", 60), run("期", 90)]
    assert [one.text for one in fields(even)] == ["次数日期"]


def test_fields_that_no_line_divides_are_cells_where_each_has_its_own_text() -> None:
    ruling = Ruling(
        (0, 60, 120, 200), (40, 20, 0), (Box(0, 0, 1, 1), Box(0, 1, 1, 1), Box(0, 2, 1, 1), Box(1, 0, 1, 3))
    )
    runs = [run("水闸", 10, 26), run("次数", 70, 26), run("负责人", 130, 26)]
    found = table(ruling, [*runs, run("北闸", 10, 6), run("12", 80, 6), run("甲", 130, 6)], 0)
    words = table(ruling, [*runs, run("北闸", 10, 6), run("南闸", 80, 6), run("甲", 130, 6)], 0)
    assert found is not None
    assert words is not None
    assert [cell.text for cell in found[0].rows[1]] == ["北闸", "12", "甲"]
    assert len(words[0].rows[1]) == 1


def test_numbers_below_names_that_fill_narrow_fields_are_rows() -> None:
    ruling = Ruling((0, 40, 80), (80, 0), (Box(0, 0, 1, 1), Box(0, 1, 1, 1)))
    runs = [run(text, left, y) for left in (2, 42) for text, y in (("水闸数", 60), ("12", 46), ("15", 32))]
    found = table(ruling, runs, 0)
    assert found is not None
    assert [[cell.text for cell in row] for row in found[0].rows] == [["水闸数"] * 2, ["12"] * 2, ["15"] * 2]
