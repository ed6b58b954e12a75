from __future__ import annotations

from time import process_time

from tests.importers.sheets.books import Page, book, drafts
from tests.importers.sheets.test_ods import book as ods_book
from tests.importers.sheets.test_ods import cell, row, value
from tests.importers.sheets.test_ods import table as ods_table
from xinhui_viewer.importers.sheets import sheets


def test_a_table_of_too_many_cells_keeps_its_text_and_says_so() -> None:
    rows = [
        ("地区", *(f"{year}年" for year in range(2010, 2020))),
        *((f"片{n}", *range(n, n + 10)) for n in range(19_000)),
    ]
    (draft,) = drafts(Page("大表", rows))
    (table,) = draft.blocks
    assert (table.kind, table.rows, draft.figures) == ("table", (), ())
    assert draft.body.split("\n")[19_000].split("\t") == ["片18999", *map(str, range(18_999, 19_009))]
    assert "too large to be shown" in draft.warnings[0]


def test_of_ten_thousand_sheets_the_first_are_read_and_the_others_told() -> None:
    found = sheets.read(book(*(Page(f"表{n}", [("甲", "乙"), ("丙", n)]) for n in range(10_000))), "统计.xlsx")
    assert (len(found), found[-1].place) == (500, "表499")
    assert found[0].warnings == ("Only the first 500 sheets were read.",)


def test_rows_that_end_in_thousands_of_empty_cells_are_read_at_once() -> None:
    end = '<table:table-cell table:number-columns-repeated="16380"/>'
    content = ods_book(ods_table(*(row(cell(f"片{n}"), value(str(n)), end) for n in range(4_000))))
    began = process_time()
    (draft,) = sheets.read(content, "统计.ods")
    assert draft.body.endswith("片3999\t3999")
    assert process_time() - began < 3  # with every place made, 6
