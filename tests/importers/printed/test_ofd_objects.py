"""Text of an OFD that stands in composite objects, turned, or in attachments."""

from __future__ import annotations

import pytest

from tests.importers.printed.test_ofd import CONTENT, DOCUMENT, code, document, draft, page, text_object
from tests.importers.word.documents import BODY, TITLE, ofd

NOTICE = (TITLE, "备足抢险物资。", "各镇要逐村排查风险隐患，登记入册。")


def _notice() -> list[str]:
    sizes = ('Size="9"', 'Size="6"', 'Size="6"')
    return [
        text_object(code(line), 40 + 20 * at, size) for at, (line, size) in enumerate(zip(NOTICE, sizes, strict=True))
    ]


def _unit(key: int, *objects: str) -> str:
    inside = f"<Content>{''.join(objects)}</Content>"
    return f'<CompositeGraphicUnit ID="{key}" Width="210" Height="297">{inside}</CompositeGraphicUnit>'


def _composite(key: int, more: str = "") -> str:
    return f'<CompositeObject ID="5" Boundary="0 0 210 297" ResourceID="{key}" {more}/>'


def _resources(*units: str) -> str:
    return f"<Res><CompositeGraphicUnits>{''.join(units)}</CompositeGraphicUnits></Res>"


@pytest.mark.parametrize(
    ("units", "objects"),
    [
        ([_unit(30, *_notice())], [_composite(30)]),  # all in one unit
        ([_unit(30 + at, one) for at, one in enumerate(_notice())], [_composite(30 + at) for at in range(3)]),
        ([_unit(30, *_notice()), _unit(31, _composite(30))], [_composite(31, 'CTM="0.5 0 0 0.5 20 20"')]),  # nested
        ([_unit(30, *_notice()[1:])], [_notice()[0], f"<PageBlock>{_composite(30)}</PageBlock>"]),  # beside text
    ],
)
@pytest.mark.parametrize("place", ["PublicRes", "DocumentRes", "PageRes"])
def test_text_in_composite_objects_is_read(units: list[str], objects: list[str], place: str) -> None:
    named = f"<{place}>Res/Units.xml</{place}>"
    of_page = place == "PageRes"
    parts = {
        CONTENT: page(*objects, beside=named if of_page else ""),
        DOCUMENT: document("Pages/Page_0/Content.xml", common="" if of_page else named),
        f"Doc_0/{'Pages/Page_0/' if of_page else ''}Res/Units.xml": _resources(*units),
    }
    found = draft(ofd(parts=parts))
    assert (found.facts.title, found.body, found.warnings) == (NOTICE[0], "\n".join(NOTICE[1:]), ())


def test_units_that_hold_each_other_end_and_a_missing_one_is_passed_over() -> None:
    around = _resources(_unit(30, *_notice(), *[_composite(31)] * 2), _unit(31, *[_composite(30)] * 2))
    parts = {
        CONTENT: page(_composite(30), _composite(99), beside="<PageRes>U.xml</PageRes>"),
        "Doc_0/Pages/Page_0/U.xml": around,
    }
    assert NOTICE[1] in draft(ofd(parts=parts)).body


@pytest.mark.parametrize(
    ("matrix", "place"),
    [
        ("0 1 -1 0 0 0", lambda y: (280 - y, 30)),  # turned to the right: lines go to the left
        ("0 -1 1 0 0 0", lambda y: (y, 260)),
        ("-1 0 0 -1 0 0", lambda y: (180, 280 - y)),
    ],
)
def test_a_page_shown_turned_is_read_as_it_is_when_turned_back(matrix: str, place: object) -> None:
    assert callable(place)
    objects = []
    for at, (line, size) in enumerate(zip(NOTICE, (9, 6, 6), strict=True)):
        x, y = place(40 + 20 * at)
        text = f'<TextCode X="0" Y="0" DeltaX="g {len(line) - 1} {size}">{line}</TextCode>'
        objects.append(
            f'<TextObject ID="9" Boundary="{x} {y} 0 0" CTM="{matrix}" Font="1" Size="{size}">{text}</TextObject>'
        )
    found = draft(ofd(parts={CONTENT: page(*objects)}))
    assert (found.facts.title, found.body) == (NOTICE[0], "\n".join(NOTICE[1:]))


COLUMNS = ("东汀镇水利志序", "东汀镇地处云江下游，河网密布，", "历来以水为利。")


@pytest.mark.parametrize(
    "more",
    ['DeltaX="g {n} 0" DeltaY="g {n} 8"', 'DeltaX="g {n} 8"'],  # the second by the direction of reading alone
)
def test_vertical_text_is_read_from_the_right_column_to_the_left(more: str) -> None:
    objects = []
    for at, line in enumerate(COLUMNS):
        text = f'<TextCode X="0" Y="6" {more.format(n=len(line) - 1)}>{line}</TextCode>'
        box = f'Boundary="{180 - 14 * at} 30 8 200"'
        objects.append(f'<TextObject ID="{at}" {box} Font="1" Size="6" ReadDirection="90">{text}</TextObject>')
    found = draft(ofd(parts={CONTENT: page(*reversed(objects))}))
    assert (found.facts.title, found.body.replace("\n", "")) == (COLUMNS[0], "".join(COLUMNS[1:]))


def test_characters_that_are_turned_each_make_a_page_that_is_read_turned_back() -> None:
    objects = []
    for at, (line, size) in enumerate(zip(NOTICE, (9, 6, 6), strict=True)):
        text = f'<TextCode X="0" Y="0" DeltaY="g {len(line) - 1} {size}">{line}</TextCode>'
        box = f'Boundary="{240 - 20 * at} 30 0 0"'
        objects.append(f'<TextObject ID="9" {box} Font="1" Size="{size}" CharDirection="90">{text}</TextObject>')
    found = draft(ofd(parts={CONTENT: page(*objects)}))
    assert (found.facts.title, found.body) == (NOTICE[0], "\n".join(NOTICE[1:]))


def test_a_turned_line_beside_upright_ones_is_kept_behind_them() -> None:
    turned = '<TextObject ID="9" Boundary="5 40 6 90" CTM="0 1 -1 0 6 0" Size="4"><TextCode X="0" Y="0">装订线'
    found = draft(ofd(parts={CONTENT: page(f"{turned}</TextCode></TextObject>", *_notice())}))
    assert (found.facts.title, found.body) == (NOTICE[0], "\n".join((*NOTICE[1:], "装订线")))


def _attached(*entries: str, **files: str | bytes) -> dict[str, str]:
    listed = f"<Attachments>{''.join(entries)}</Attachments>"
    first = document("Pages/Page_0/Content.xml").replace("</Document>", "<Attachments>A/Attachments.xml</Attachments>")
    return {DOCUMENT: first + "</Document>", "Doc_0/A/Attachments.xml": listed, **files}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("name", "place", "kept"),
    [
        ("问题清单", "list.txt", ("问题清单.txt", "text/plain")),
        ("物资表.pdf", "/Doc_0/A/file1.pdf", ("物资表.pdf", "application/pdf")),
        ("", "sub/值班表.bin", ("值班表.bin", "application/octet-stream")),
    ],
)
def test_attachments_in_the_file_are_attachments_of_the_bulletin(name: str, place: str, kept: tuple[str, str]) -> None:
    entry = f'<Attachment ID="1" Name="{name}"><FileLoc>{place}</FileLoc></Attachment>'
    where = place.lstrip("/") if place.startswith("/") else f"Doc_0/A/{place}"
    found = draft(ofd(parts=_attached(entry, **{where: "一、堤防"})))
    (one,) = found.attachments
    assert ((one.name, one.media_type), one.content.decode()) == (kept, "一、堤防")
    assert (found.body, found.warnings) == ("\n".join(BODY), ())


def test_attachments_of_one_name_are_both_kept_and_a_missing_one_is_told() -> None:
    places = ("1.txt", "2.txt", "missing.txt")
    entries = [f'<Attachment Name="清单.txt"><FileLoc>{place}</FileLoc></Attachment>' for place in places]
    found = draft(ofd(parts=_attached(*entries, **{f"Doc_0/A/{at}.txt": str(at) for at in (1, 2)})))
    assert [(one.name, one.content) for one in found.attachments] == [("清单.txt", b"1"), ("清单 (2).txt", b"2")]
    assert found.warnings == ("These attachments in the file could not be kept: 清单.txt.",)


def test_a_list_of_attachments_that_is_missing_is_told() -> None:
    parts = _attached()
    del parts["Doc_0/A/Attachments.xml"]
    found = draft(ofd(parts=parts))
    assert (found.body, found.warnings) == (
        "\n".join(BODY),
        ("The list of the attachments in the file cannot be read.",),
    )


@pytest.mark.parametrize(("font", "bold"), [("MicrosoftYaHeiLight_1", False), ("微软雅黑", False), ("SimHei", True)])
def test_the_name_of_a_light_font_says_nothing_of_bold(font: str, bold: bool) -> None:
    lines = [text_object(code(line), 60 + 10 * at).replace('Font="1"', 'Font="2"') for at, line in enumerate(BODY[3:5])]
    resources = f'<Res><Fonts><Font ID="1" FontName="{font}"/><Font ID="2" FontName="仿宋"/></Fonts></Res>'
    first = text_object(code(TITLE), 30, 'Size="9"', 40).replace('Font="1"', 'Font="2"')
    parts = {
        CONTENT: page(first, text_object(code("工作任务"), 50), *lines, beside="<PageRes>R.xml</PageRes>"),
        "Doc_0/Pages/Page_0/R.xml": resources,
    }
    assert draft(ofd(parts=parts)).blocks[0].kind == ("heading" if bold else "paragraph")
