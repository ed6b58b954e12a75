from __future__ import annotations

from datetime import date

import pytest

from tests.importers.documents import BODY, HEADINGS, TITLE, ofd
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.ofd import read
from xinhui_viewer.records import Draft

CONTENT = "Doc_0/Pages/Page_0/Content.xml"


def draft(content: bytes) -> Draft:
    (found,) = read(content, "file.ofd")
    return found


def test_a_notice_gives_title_source_dates_and_every_paragraph() -> None:
    found = draft(ofd())
    assert (found.title, found.source, found.published) == (TITLE, "云汀区应急管理局", date(2023, 7, 11))
    assert found.written == date(2023, 7, 10)
    assert found.body == "\n".join(BODY)
    assert [section.heading for section in found.sections if section.level == 1] == list(HEADINGS)


def test_a_page_that_is_missing_is_named_and_the_others_are_read() -> None:
    pages = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="Pages/Page_1/Content.xml"/>'
    document = f'<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages>{pages}</ofd:Pages></ofd:Document>'
    found = draft(ofd(parts={"Doc_0/Document.xml": document}))
    assert found.body == "\n".join(BODY)
    assert found.warnings == ("These pages could not be read: 2.",)


def test_a_watermark_is_no_text() -> None:
    mark = (
        '<TextObject ID="1" Boundary="20 20 90 90" Size="20" CTM="0.7 0.7 -0.7 0.7 0 0"><TextCode>内部资料</TextCode>'
    )
    text = '<TextObject ID="2" Boundary="30 40 90 6" Size="5"><TextCode X="0" Y="5">防汛工作的通知</TextCode>'
    layer = f"<Layer>{mark}</TextObject>{text}</TextObject></Layer>"
    turned = f'<Page xmlns="http://www.ofdspec.org/2016"><Content>{layer}</Content></Page>'
    found = draft(ofd(parts={CONTENT: turned}))
    assert "内部资料" not in found.title + found.body
    assert "防汛工作的通知" in found.title + found.body


def test_a_page_of_pictures_is_kept_and_told() -> None:
    empty = '<Page xmlns="http://www.ofdspec.org/2016"><Content><Layer ID="2"/></Content></Page>'
    found = draft(ofd(parts={CONTENT: empty}))
    assert (found.title, found.body) == (TITLE, "")  # the file's own description names it
    assert "cannot be searched" in found.warnings[0]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"OFD.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><OFD/>"}, "declares a document type"),
        ({"OFD.xml": "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>"}, "names parts outside"),
        ({"OFD.xml": "<OFD><DocBody/></OFD>"}, "has no page"),
        ({"OFD.xml": "<OFD>"}, "is damaged"),
        ({CONTENT: "no xml"}, "has no page"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_with_its_name(parts: dict[str, str], sentence: str) -> None:
    with pytest.raises(UnreadableSource, match=rf"file\.ofd {sentence}"):
        read(ofd(parts=parts), "file.ofd")


def test_a_file_that_is_no_zip_is_refused() -> None:
    with pytest.raises(UnreadableSource, match=r"file\.ofd is damaged or cut off"):
        read(ofd()[:200], "file.ofd")
