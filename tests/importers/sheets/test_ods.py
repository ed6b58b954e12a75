from __future__ import annotations

import pytest

from tests.importers.office_files import mimetyped
from tests.importers.sheets.books import lines, tables
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.sheets import sheets
from xinhui_viewer.records import Draft

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(f'xmlns:{name}="{_SPACE}:{name}:1.0"' for name in ("office", "table", "text", "style"))
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str = "", attributes: str = "", kind: str = "string") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


def value(number: str, kind: str = "float", shown: str = "") -> str:
    return cell(shown or number, f'office:value="{number}"', kind)


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def book(*tables: str, styles: str = "", head: str = "", manifest: str = "<manifest/>") -> bytes:
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    xml = f"{head}<office:document-content {_SPACES}>{automatic}{body}</office:document-content>"
    return mimetyped(_TYPE, {"content.xml": xml, "META-INF/manifest.xml": manifest})


def table(*rows: str, name: str = "财政", attributes: str = "") -> str:
    return f'<table:table table:name="{name}" {attributes}>{"".join(rows)}</table:table>'


def only(*rows: str) -> Draft:
    (draft,) = sheets.read(book(table(*rows)), "年报.ods")
    return draft


def test_cells_read_as_they_show_with_areas_shares_and_days() -> None:
    draft = only(
        row(cell("云汀市财政收入", 'table:number-columns-spanned="4"'), "<table:covered-table-cell/>" * 3),
        row(cell("单位：万元")),
        row(cell("镇街"), cell("占比"), cell("日期"), cell("收入")),
        row(
            cell("鹤<text:s/>湾<text:span>镇</text:span>"),
            value("0.125", "percentage", "13%"),
            cell("19年11月25日", 'office:date-value="2019-11-25T00:00:00"', "date"),
            value("0.30000000000000004", shown="0.30"),
        ),
        row(
            cell("芦埠镇"),
            value("0.25", "percentage"),
            cell("2020年4月", 'office:date-value="2020-04-01"', "date"),
            value("12", "currency", "￥12.00"),
        ),
    )
    assert (draft.facts.title, lines(draft)) == ("云汀市财政收入", ["单位：万元"])
    assert tables(draft)[0][1:] == [["鹤 湾镇", "12.5%", "2019-11-25", "0.3"], ["芦埠镇", "25%", "2020年4月", "12"]]


def test_heads_over_several_rows_span_as_they_show() -> None:
    draft = only(
        row(cell("镇街", 'table:number-rows-spanned="2"'), cell("案件", 'table:number-columns-spanned="2"')),
        row("<table:covered-table-cell/>", cell("立案"), cell("结案")),
        row(cell("鹤湾镇"), value("8"), value("7")),
    )
    (block,) = draft.blocks
    assert [[(one.text, one.rows, one.fields) for one in cells] for cells in block.rows[:2]] == [
        [("镇街", 2, 1), ("案件", 1, 2)],
        [("立案", 1, 1), ("结案", 1, 1)],
    ]


def test_repeated_cells_and_rows_are_read_and_empty_ones_behind_the_last_are_not() -> None:
    many = "<table:table-cell table:number-columns-repeated='16384'/>"
    draft = only(
        row(cell("甲", 'table:number-columns-repeated="2"'), many),
        row(cell("乙"), value("1"), attributes='table:number-rows-repeated="2"'),
        row(many, attributes='table:number-rows-repeated="1048573"'),
    )
    assert tables(draft) == [[["甲", "甲"], ["乙", "1"], ["乙", "1"]]]


@pytest.mark.parametrize("wide", [2, 16_000])
def test_a_row_that_is_repeated_to_fill_the_sheet_is_read_once_and_told(wide: int) -> None:
    draft = only(
        row(cell("甲", f'table:number-columns-repeated="{wide}"')),
        row(cell("乙"), attributes='table:number-rows-repeated="9000000"'),
        row(cell("丙")),
    )
    assert [line.rstrip("\t")[-1] for line in draft.body.split("\n")] == ["甲", "乙", "丙"]
    assert draft.warnings[0] == "8999999 rows that repeat the row above them were left out."


def test_hidden_sheets_strewn_sheets_and_formulas_without_a_result_are_told() -> None:
    style = '<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>'
    bomb = cell("1", "table:number-columns-repeated='16384'")
    first, second = sheets.read(
        book(
            table(
                row(cell("甲"), cell("乙")),
                row(cell("丙"), value("2")),
                name="底表",
                attributes='table:style-name="gone"',
            ),
            table(
                row(cell("甲"), cell("乙")),
                row(cell("丙"), '<table:table-cell table:formula="of:=1+1"/>', cell("丁")),
                name="收入",
            ),
            table(row(cell("1"), attributes='table:number-rows-repeated="9999"'), row(bomb), name="远"),
            styles=style,
        ),
        "年报.ods",
    )
    assert (first.place, second.place) == ("收入", "底表")
    assert first.warnings == (
        "Hidden sheets were read, too: 底表.",
        "Sheets whose cells lie too far apart were left out: 远.",
        "1 formula has no stored result: its cell is empty here.",
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (book(manifest="<manifest:encryption-data/>"), "password-protected"),
        (book(head="<!DOCTYPE x>"), "damaged or incomplete"),
        (book(table())[:300], "damaged or incomplete"),
        (mimetyped(_TYPE, {"content.xml": "<office:document-content"}), "damaged or incomplete"),
        (mimetyped(_TYPE), "damaged or incomplete"),
        (book(table()), "contains no text"),
    ],
)
def test_an_open_document_that_cannot_be_read_says_why(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableSource, match=told):
        sheets.read(content, "年报.ods")
