"""Spreadsheets that are texts of marks: XML of Excel 2003, and pages under the name of a spreadsheet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from tests.importers.sheets.books import lines, tables
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read as read_file
from xinhui_viewer.importers.run.kinds import kind_of
from xinhui_viewer.importers.sheets import sheets
from xinhui_viewer.records import Draft

HEAD = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.0%"/></Style>'
    '<Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style></Styles>'
)
ROWS = (
    '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">云汀区水渠情况</Data></Cell></Row>'
    '<Row ss:Index="3"><Cell><Data ss:Type="String">镇街</Data></Cell><Cell><Data ss:Type="String">长度（公里）</Data>'
    '</Cell><Cell><Data ss:Type="String">占比</Data></Cell></Row>'
    '<Row><Cell><Data ss:Type="String">鹤湾<B xmlns="http://www.w3.org/TR/REC-html40">镇</B></Data></Cell>'
    '<Cell><Data ss:Type="Number">12.5</Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="Number">0.125</Data></Cell>'
    '</Row><Row><Cell><Data ss:Type="String">柳桥镇</Data></Cell>'
    '<Cell ss:Index="3" ss:StyleID="s2"><Data ss:Type="Number">0.5</Data></Cell></Row>'
)


def sheet(rows: str, name: str = "水渠", more: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table ss:ExpandedColumnCount="3">{rows}</Table>{more}</Worksheet>'


def book(*sheets_: str) -> bytes:
    return (HEAD + "".join(sheets_) + "</Workbook>").encode()


def day(text: str) -> str:
    return (
        f'<Row><Cell><Data ss:Type="String">日期</Data></Cell><Cell><Data ss:Type="DateTime">{text}</Data></Cell></Row>'
    )


PAGE = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
    "<table border=1><tr><td colspan=3>云汀区水渠情况</td></tr><tr><td colspan=3>单位：公里</td></tr>"
    "<tr><td rowspan=2>镇街</td><td colspan=2>长度</td></tr><tr><td>2020年</td><td>2021年</td></tr>"
    "<tr><td>鹤湾镇</td><td>12.5</td><td>13</td></tr><tr><td>柳桥镇</td><td>2.5</td><td>3</td></tr></table></body></html>"
)


def read(content: bytes, name: str) -> Draft:
    return sheets.read(content, name)[0]


@pytest.mark.parametrize("name", ["情况.xml", "情况.xls", "情况.et", "情况"])
def test_xml_of_excel_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(book(sheet(ROWS)))
    _original, (found,) = read_file(path)
    assert (found.importer, found.facts.title) == ("sheets", "云汀区水渠情况")
    assert tables(found) == [[["镇街", "长度（公里）", "占比"], ["鹤湾镇", "12.5", "12.5%"], ["柳桥镇", "", "50%"]]]
    assert [(figure.label, figure.value, figure.unit) for figure in found.figures][:2] == [
        ("鹤湾镇长度", 12.5, "公里"),
        ("鹤湾镇占比", 12.5, "%"),
    ]


def test_each_sheet_of_it_is_a_bulletin_and_hidden_ones_are_told() -> None:
    options = 'WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"'
    hidden = f"<{options}><Visible>SheetHidden</Visible></WorksheetOptions>"
    first, second = sheets.read(book(sheet(ROWS, "乙", hidden), sheet(ROWS, "甲")), "情况.xls")
    assert (first.place, second.place) == ("甲", "乙")
    assert "乙" in first.warnings[0]


def test_days_and_merged_cells_are_read() -> None:
    found = read(book(sheet(day("2021-07-08T00:00:00.000") + day("2021-07-09T08:30:00.000"))), "情况.xml")
    assert "2021-07-08" in found.body
    assert "2021-07-09 08:30" in found.body


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (book(sheet("")), "contains no text"),
        (book(sheet(ROWS))[:-40], "damaged"),
        (book(sheet(ROWS)).replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1), "DOCTYPE"),
    ],
)
def test_xml_that_cannot_be_read_says_why(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableSource, match=told):
        sheets.read(content, "情况.xls")


def test_cells_that_lie_too_far_apart_are_told() -> None:
    far = '<Row ss:Index="999999"><Cell ss:Index="16000"><Data ss:Type="String">注</Data></Cell></Row>'
    found = read(book(sheet(ROWS), sheet(far, "远")), "情况.xls")
    assert "远" in found.warnings[0]


@pytest.mark.parametrize("name", ["情况.xls", "情况.et", "情况.xlsx"])
def test_a_page_with_the_name_of_a_spreadsheet_is_a_sheet_with_its_title(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE, "utf-8")
    _original, (found,) = read_file(path)
    assert (found.importer, found.facts.title, found.warnings) == ("sheets", "云汀区水渠情况", ())
    (table,) = tables(found)
    assert table[-2:] == [["鹤湾镇", "12.5", "13"], ["柳桥镇", "2.5", "3"]]
    assert lines(found) == ["单位：公里"]
    assert [(figure.label, figure.value, figure.period) for figure in found.figures][:2] == [
        ("鹤湾镇长度", 12.5, "2020年"),
        ("鹤湾镇长度", 13, "2021年"),
    ]


def test_a_table_without_a_title_is_called_by_its_file() -> None:
    page = "<table><tr><td>镇街</td><td>户</td></tr><tr><td>鹤湾镇</td><td>7</td></tr></table>"
    assert read(page.encode("gb18030"), "各镇户数.xls").facts.title == "各镇户数"


def test_lines_around_the_tables_of_a_page_are_read() -> None:
    page = PAGE.replace("<body>", "<body><h1>云汀区水渠统计</h1>").replace(
        "</body>", "<p>数据来源：云汀区水务局</p></body>"
    )
    found = read(page.encode(), "情况.xls")
    assert (found.facts.title, found.facts.source) == ("云汀区水渠统计", "云汀区水务局")


def test_a_page_without_a_table_stays_a_page() -> None:
    page = b"<html><head><title>a</title></head><body><p>b</p></body></html>"
    assert kind_of(BytesIO(page), "情况.xls").importer.name == "html"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            "Word",
        ),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "OPC"),
        (
            b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"/>',
            "OpenDocument",
        ),
    ],
)
@pytest.mark.parametrize("name", ["通知.xml", "通知.doc", "通知.txt"])
def test_office_files_in_one_text_of_xml_are_told_by_their_name(content: bytes, told: str, name: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        kind_of(BytesIO(content), name)
    assert told in refused.value.problem
    assert refused.value.remedy
