from __future__ import annotations

import contextlib
from io import BytesIO
from struct import pack, pack_into

import olefile
import pytest

from tests.importers.office_files import compound
from tests.importers.sheets.books import lines, tables
from tests.importers.sheets.records import SHARE, error_result, number_record, old_book
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.sheets import sheets
from xinhui_viewer.importers.sheets.xls_marks import marks

TABLE = (("镇街", "占比", "增速"), ("鹤湾镇", (0.125, SHARE), 6.5), ("芦埠镇", (0.25, SHARE), error_result(2, 2, 7)))


def test_a_table_of_excel_97_shows_shares_and_errors() -> None:
    (draft,) = sheets.read(old_book(TABLE, sheet="财政"), "年报.xls")
    assert draft.facts.title == "财政"
    assert tables(draft) == [[["镇街", "占比", "增速"], ["鹤湾镇", "12.5%", "6.5"], ["芦埠镇", "25%", "#DIV/0!"]]]


def test_cells_that_show_as_one_are_one_in_excel_97() -> None:
    content = old_book([("云汀市财政收入", "", ""), ("单位：万元",), *TABLE], merged=(0, 0, 0, 2))
    (draft,) = sheets.read(content, "年报.et")
    assert (draft.facts.title, lines(draft), len(tables(draft)[0])) == ("云汀市财政收入", ["单位：万元"], 3)


def test_unicode_beside_a_code_page_is_read_as_unicode() -> None:
    (draft,) = sheets.read(old_book(TABLE, sheet="财政", code_page=1252), "年报.xls")
    assert (draft.facts.title, tables(draft)[0][0]) == ("财政", ["镇街", "占比", "增速"])


@pytest.mark.parametrize("length", range(600, 5600, 250))
def test_a_file_that_is_cut_off_is_told_or_read(length: int) -> None:
    with contextlib.suppress(UnreadableSource):
        assert marks(old_book(TABLE)[:length], "年报.xls")[1]


def test_cells_at_both_ends_of_the_grid_are_refused() -> None:
    far = number_record(65_535, 65_535, 1.0)
    with pytest.raises(UnreadableSource, match=r"The cells of 年报\.xls lie too far apart"):
        sheets.read(old_book([("甲", "乙", far)]), "年报.xls")


@pytest.mark.parametrize("said", [(0, 2**32 - 1, 0, 65_535), (5, 0, 0, 3), (7, 7, 0, 3), (0, 3, 9, 2)])
def test_a_sheet_that_states_more_places_than_there_can_be_is_read(said: tuple[int, int, int, int]) -> None:
    content = bytearray(old_book(TABLE, sheet="财政"))
    pack_into("<IIHH", content, content.index(pack("<HH", 0x200, 14)) + 4, *said)
    assert (
        sheets.read(bytes(content), "年报.xls")[0].body
        == sheets.read(old_book(TABLE, sheet="财政"), "年报.xls")[0].body
    )


def test_a_sheet_whose_end_is_missing_is_told() -> None:
    content = bytearray(old_book(TABLE, sheet="财政"))
    pack_into("<HH", content, content.rindex(pack("<HHHH", 0x0A, 0, 0, 0)), 0xEC, 0)
    (draft,) = sheets.read(bytes(content), "年报.xls")
    assert draft.warnings == ("The file is damaged or incomplete; what could be read was kept.",)
    assert sheets.read(old_book(TABLE, sheet="财政"), "年报.xls")[0].warnings == ()


def test_a_chain_of_sectors_that_leads_in_a_circle_takes_no_memory() -> None:
    content = bytearray(old_book(TABLE, sheet="财政"))
    end = content.rindex(b"\xfe\xff\xff\xff\xfd\xff\xff\xff")  # of the directory, before the chains' own sector
    content[end : end + 4] = pack("<I", (len(content) - 512) // 512 - 2)  # now its sector follows itself
    (draft,) = sheets.read(bytes(content), "年报.xls")
    assert draft.facts.title == "财政"


def test_only_the_workbook_of_a_file_is_handed_on() -> None:
    content, _marks = marks(compound("Workbook", "_VBA_PROJECT_CUR", content=b"\x09\x08"), "年报.xls")
    with olefile.OleFileIO(BytesIO(content)) as file:
        assert file.listdir() == [["Workbook"]]
