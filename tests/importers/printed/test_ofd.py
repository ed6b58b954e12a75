from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.importers.containers.files import zipped
from tests.importers.word.documents import BODY, HEADINGS, TITLE, ofd
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.printed.ofd import read
from xinhui_viewer.records import Draft

CONTENT = "Doc_0/Pages/Page_0/Content.xml"


DOCUMENT = "Doc_0/Document.xml"
WIDE = 6 * 26  # of a line in millimetres, as documents.ofd sets it


def code(text: str, x: str = "0", more: str = "") -> str:
    return f'<TextCode X="{x}" Y="6" DeltaX="g {len(text) - 1} 6" {more}>{text}</TextCode>'


def text_object(codes: str, y: float, attributes: str = 'Size="6"', x: float = 27) -> str:
    return f'<TextObject ID="9" Boundary="{x} {y} {WIDE} 6" Font="1" {attributes}>{codes}</TextObject>'


def page(*objects: str, beside: str = "") -> str:
    return f"<Page>{beside}<Content><Layer ID='1'>{''.join(objects)}</Layer></Content></Page>"


def document(*places: str, common: str = "") -> str:
    pages = "".join(f'<Page ID="{number}" BaseLoc="{place}"/>' for number, place in enumerate(places))
    return f"<Document><CommonData>{common}</CommonData><Pages>{pages}</Pages></Document>"


def draft(content: bytes) -> Draft:
    (found,) = read(content, "file.ofd")
    return found


def test_a_notice_gives_title_source_dates_and_every_paragraph() -> None:
    found = draft(ofd())
    assert (found.facts.title, found.facts.source, found.facts.published) == (
        TITLE,
        "云汀区应急管理局",
        date(2023, 7, 11),
    )
    assert found.facts.written == date(2023, 7, 10)
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
    assert "内部资料" not in found.facts.title + found.body
    assert "防汛工作的通知" in found.facts.title + found.body


def test_a_page_of_pictures_is_kept_with_a_warning() -> None:
    empty = '<Page xmlns="http://www.ofdspec.org/2016"><Content><Layer ID="2"/></Content></Page>'
    found = draft(ofd(parts={CONTENT: empty}))
    assert (found.facts.title, found.body) == (TITLE, "")  # the file's own description names it
    assert "cannot be searched" in found.warnings[0]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"OFD.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><OFD/>"}, "declares a document type"),
        ({"OFD.xml": "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>"}, "refers to parts outside"),
        ({"OFD.xml": "<OFD><DocBody/></OFD>"}, "has no page"),
        ({"OFD.xml": "<OFD>"}, "is damaged"),
        ({CONTENT: "no xml"}, "has no page"),
    ],
)
def test_a_damaged_or_hostile_file_is_refused_with_its_name(parts: dict[str, str], sentence: str) -> None:
    with pytest.raises(UnreadableSource, match=rf"file\.ofd {sentence}"):
        read(ofd(parts=parts), "file.ofd")


def test_a_file_that_is_no_zip_is_refused() -> None:
    with pytest.raises(UnreadableSource, match=r"file\.ofd is damaged or incomplete"):
        read(ofd()[:200], "file.ofd")


def test_blanks_in_front_of_a_paragraph_set_it_in_even_behind_a_full_line() -> None:
    paragraphs = ((BODY[1] + BODY[3])[: 3 * 26 - 3] + "。", BODY[6])
    text = [line for one in paragraphs for line in _wrapped("\u3000\u3000" + one)]
    assert len(text[2]) == 26
    lines = (text_object(code(line), 60 + 10 * at) for at, line in enumerate(text))
    title = text_object(code(TITLE), 40, 'Size="8"', 60)
    assert draft(ofd(parts={CONTENT: page(title, *lines)})).body == "\n".join(paragraphs)


def test_a_text_without_a_place_of_its_own_stands_where_the_one_before_it_does() -> None:
    text = _wrapped("\u3000\u3000" + BODY[1]) + _wrapped("\u3000\u3000" + BODY[3])
    places = ["X='12' Y='6'", *(f"Y='{6 + 10 * at}'" for at in range(1, len(text)))]
    codes = "".join(f"<TextCode {at} DeltaX='g 25 6'>{line}</TextCode>" for at, line in zip(places, text, strict=True))
    assert draft(ofd(parts={CONTENT: page(text_object(codes, 60, x=15))})).body == f"{BODY[1]}\n{BODY[3]}"


def test_a_text_whose_steps_go_down_is_read_as_lines() -> None:
    text = [line for one in (BODY[1], BODY[3]) for line in _wrapped("\u3000\u3000" + one)]
    across = " ".join(f"g {len(line) - 1} 6 {-6 * (len(line) - 1)}" for line in text)
    down = " ".join(f"g {len(line) - 1} 0 10" for line in text)
    whole = f'<TextCode X="0" Y="6" DeltaX="{across}" DeltaY="{down}">{"".join(text)}</TextCode>'
    assert draft(ofd(parts={CONTENT: page(text_object(whole, 60))})).body == f"{BODY[1]}\n{BODY[3]}"


def test_a_vertical_text_stays_whole() -> None:
    column = '<TextCode X="0" Y="6" DeltaX="g 5 0" DeltaY="g 5 6">云汀区档案馆</TextCode>'
    assert draft(ofd(parts={CONTENT: page(text_object(column, 60, x=190))})).body == "云汀区档案馆"


def test_hidden_text_is_not_read_beside_text_that_is_shown() -> None:
    hidden = text_object(code("看不见的字句"), 90, 'Size="6" Visible="false"')
    shown = text_object(code("各镇要逐村排查风险隐患。"), 60)
    assert draft(ofd(parts={CONTENT: page(shown, hidden)})).body == "各镇要逐村排查风险隐患。"
    assert draft(ofd(parts={CONTENT: page(hidden)})).body == "看不见的字句"  # under a scan


def _on_templates(second: str) -> Draft:
    """A document of two pages, the first printed on template 70, the second on another one."""
    head = text_object(code("云汀区人民政府文件"), 20, 'Size="14"', 45)
    number = text_object(code("云府办〔2023〕8号"), 38, x=70)
    pages = {
        f"Doc_0/P{at}.xml": page(
            text_object(code(TITLE), 60, 'Size="8"', 50) if at == 1 else "",
            text_object(code("各镇要逐村排查风险隐患，备足抢险物资，做好值班值守。"), 80),
            beside=f'<Template TemplateID="{template}"/>',
        )
        for at, template in ((1, "70"), (2, second))
    }
    common = '<TemplatePage ID="70" BaseLoc="Tpls/T.xml"/><TemplatePage ID="71" BaseLoc="Tpls/missing.xml"/>'
    listed = {DOCUMENT: document("P1.xml", "P2.xml", common=common), "Doc_0/Tpls/T.xml": page(head, number)}
    return draft(ofd(parts={**pages, **listed}))


def test_a_red_head_on_a_page_of_its_own_template_is_read() -> None:
    found = _on_templates("71")
    assert (found.facts.title, found.facts.issuer, found.facts.document_number) == (
        TITLE,
        "云汀区人民政府",
        "云府办〔2023〕8号",
    )


def test_text_that_pages_share_by_a_template_is_left_out() -> None:
    found = _on_templates("70")
    assert (found.facts.title, found.facts.issuer, found.facts.document_number) == (TITLE, "", "")


def test_a_font_of_the_page_alone_says_what_is_bold() -> None:
    bold = text_object(code("工作任务"), 50)
    lines = [text_object(code(line), 60 + 10 * at, 'Size="6"') for at, line in enumerate(_wrapped(BODY[1]))]
    plain = [line.replace('Font="1"', 'Font="2"') for line in lines]
    resources = '<Res><Fonts><Font ID="1" FontName="黑体"/><Font ID="2" FontName="仿宋"/></Fonts></Res>'
    first = text_object(code(TITLE), 30, 'Size="9"', 40)
    parts = {
        CONTENT: page(first, bold, *plain, beside="<PageRes>Res/PageRes.xml</PageRes>"),
        "Doc_0/Pages/Page_0/Res/PageRes.xml": resources,
    }
    found = draft(ofd(parts=parts))
    assert [section.heading for section in found.sections] == ["工作任务"]


@pytest.mark.parametrize(
    "place",
    [
        "/Doc_0/Pages/Page_0/Content.xml",
        "./Pages/../Pages/Page_0/Content.xml",
        "Doc_0/Pages/Page_0/Content.xml",
        "Pages\\Page_0\\Content.xml",
        " pages/page_0/content.xml\n",
    ],
)
def test_places_are_found_as_writers_name_them(place: str) -> None:
    assert draft(ofd(parts={DOCUMENT: document(place)})).body == "\n".join(BODY)


def test_the_names_of_parts_may_have_backslashes_and_be_of_any_case() -> None:
    with ZipFile(BytesIO(ofd())) as archive:
        files = {name.replace("/", "\\").upper(): archive.read(name) for name in archive.namelist()}
    assert draft(zipped(files)).body == "\n".join(BODY)


@pytest.mark.parametrize("other", ["Doc_1/Document.xml", "../../etc/passwd"])
def test_a_document_that_cannot_be_read_does_not_cost_the_others(other: str) -> None:
    bodies = "".join(f"<DocBody><DocRoot>{place}</DocRoot></DocBody>" for place in (other, DOCUMENT, DOCUMENT))
    found = read(ofd(parts={"OFD.xml": f"<OFD>{bodies}</OFD>"}), "file.ofd")
    assert [one.body for one in found] == ["\n".join(BODY)] * 2
    assert [one.warnings for one in found] == [("These documents in the file could not be read: 1.",), ()]


def test_a_page_outside_of_the_file_is_never_sought() -> None:
    found = draft(ofd(parts={DOCUMENT: document("../../../etc/passwd", "Pages/Page_0/Content.xml")}))
    assert (found.body, found.warnings) == ("\n".join(BODY), ("These pages could not be read: 1.",))


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_a_page_is_read_in_any_encoding_but_not_with_a_document_type(encoding: str) -> None:
    line = page(text_object(code("各镇要逐村排查风险隐患。"), 60))
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    with ZipFile(BytesIO(ofd())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert draft(zipped({**files, CONTENT: (declared + line).encode(encoding)})).body == "各镇要逐村排查风险隐患。"
    hostile = f"{declared}<!DOCTYPE Page [<!ENTITY a 'b'>]>{line}"
    with pytest.raises(UnreadableSource, match="has no page"):
        read(zipped({**files, CONTENT: hostile.encode(encoding)}), "file.ofd")


def _wrapped(text: str) -> list[str]:
    return [text[start : start + 26] for start in range(0, len(text), 26)]
