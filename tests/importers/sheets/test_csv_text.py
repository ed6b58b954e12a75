from __future__ import annotations

from io import BytesIO

import pytest

from tests.importers.sheets.books import tables
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.run.kinds import kind_of
from xinhui_viewer.importers.sheets import sheets

ROWS = [["指标", "2023年"], ["粮食产量(万吨)", "321.5"], ["备注，说明", "甲,乙"]]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('指标,2023年\n粮食产量(万吨),321.5\n"备注，说明","甲,乙"\n', "utf-8-sig"),
        ('指标,2023年\r\n粮食产量(万吨),321.5\r\n"备注，说明","甲,乙"\r\n', "gb18030"),
        ("指标\t2023年\n粮食产量(万吨)\t321.5\n备注，说明\t甲,乙\n", "utf-16"),
        ("指标;2023年\n粮食产量(万吨);321.5\n备注，说明;甲,乙\n", "utf-8"),
    ],
)
def test_a_table_as_text_is_read_whatever_divides_its_cells(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    assert kind_of(BytesIO(content), "产量.csv").importer.name == "sheets"
    (draft,) = sheets.read(content, "产量.csv")
    assert (draft.facts.title, tables(draft)) == ("产量", [ROWS])
    assert [(figure.label, figure.value) for figure in draft.figures] == [("粮食产量", 3_215_000)]


def test_a_quotation_mark_that_is_never_closed_loses_nothing() -> None:
    text = '指标,数\n甲,"' + "云\n" * 80_000
    (draft,) = sheets.read(text.encode(), "产量.csv")
    assert draft.body.count("云") == 80_000


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (bytes(range(256)) * 20, "damaged or incomplete"),
        (b"\n\n", "contains no text"),
    ],
)
def test_a_file_that_is_no_table_says_why(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableSource, match=told):
        sheets.read(content, "产量.csv")
