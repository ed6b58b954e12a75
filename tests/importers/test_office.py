from __future__ import annotations

from io import BytesIO

import pytest

from tests.importers.office_files import compound, mimetyped, ooxml, packed
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.office import office_format_of
from xinhui_viewer.importers.run.kinds import kind_of

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
_OPEN = "application/vnd.oasis.opendocument"
_PAGE = "<html><body><p>东河镇整治河道。</p></body></html>"


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (ooxml(_WORD), "docx"),
        (ooxml(_MACROS), "xlsx"),
        (ooxml(_BINARY), "xlsb"),
        (ooxml(_SLIDES), "pptx"),
        (ooxml("application/xml"), "package"),
        (ooxml("application/xml", {"xl/workbook.xml": "<workbook/>"}), "xlsx"),
        (mimetyped(f"{_OPEN}.text"), "odt"),
        (mimetyped(f"{_OPEN}.spreadsheet-template"), "ods"),
        (mimetyped("application/epub+zip"), "epub"),
        (packed({"META-INF/container.xml": '<r media-type="application/oebps-package+xml"/>'}), "epub"),
        (packed({"META-INF/manifest.xml": f'<m media-type="{_OPEN}.text"/>'}), "odt"),
        (packed({"OFD.xml": "<OFD/>"}), "ofd"),
        (packed({"index.html": _PAGE}), ""),
        (packed({"index.html": _PAGE})[:-30], ""),
        (compound("WordDocument", "1Table"), "doc"),
        (compound("Workbook"), "xls"),
        (compound("PowerPoint Document"), "ppt"),
        (compound("EncryptedPackage"), "locked"),
        (compound("Workbook")[:600], ""),
        (_PAGE.encode(), ""),
    ],
)
def test_an_office_file_is_told_by_what_it_says_it_holds(content: bytes, format_: str) -> None:
    assert office_format_of(content, "文件") == format_


def test_a_part_that_names_the_format_may_come_last_and_after_a_large_one() -> None:
    large = {"word/document.xml": "云" * 20_000}
    assert office_format_of(packed({**large, **_types(_WORD)}), "文件") == "docx"


@pytest.mark.parametrize("name", ["通知.zip", "通知.html", "通知.xlsx", "通知"])
def test_a_word_file_of_any_name_is_read_as_one(name: str) -> None:
    assert kind_of(BytesIO(ooxml(_WORD)), name).importer.name == "docx"


def test_a_workbook_that_embeds_in_a_text_does_not_make_it_one() -> None:
    sheet = (
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    )
    assert office_format_of(ooxml(_WORD, types=sheet), "文件") == "docx"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (compound("PowerPoint Document"), "PowerPoint 97-2003 (.ppt)"),
        (ooxml("application/xml"), "Open Packaging (OPC)"),
    ],
)
def test_a_format_that_is_not_read_is_told_by_its_name(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        kind_of(BytesIO(content), "汇报.zip")
    assert refused.value.problem == f"汇报.zip is a file of the format {told}, which cannot be imported."


def test_an_office_file_with_a_password_asks_for_one_without() -> None:
    with pytest.raises(UnreadableSource, match="password-protected"):
        kind_of(BytesIO(compound("EncryptedPackage")), "汇报.zip")


def _types(main: str) -> dict[str, str]:
    return {"[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'}
