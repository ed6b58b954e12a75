"""A slide show is one bulletin: its slides are sections, read as people read them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.importers.containers.files import PNG
from tests.importers.slides.files import A, P, R, framed, paragraph, place, pptx, relation, slide, table, text
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read as read_file
from xinhui_viewer.importers.slides.pptx import read
from xinhui_viewer.records import Draft

TITLE = "云汀区河道治理情况"
COVER = slide(text(TITLE, role="ctrTitle"), text("云汀区水务局", "2021年5月6日", role="subTitle"))
FIRST = slide(text("治理进展", role="title"), text("已清淤三处。", role="body"))


def draft(content: bytes) -> Draft:
    (found,) = read(content, "汇报.pptx")
    return found


def headings(found: Draft) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in found.sections]


def test_a_show_is_one_bulletin_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "汇报.zip"
    path.write_bytes(pptx(COVER, FIRST))
    _original, (found,) = read_file(path)
    assert (found.importer, found.facts.title) == ("pptx", TITLE)


def test_the_first_slide_gives_title_office_and_day() -> None:
    found = draft(pptx(COVER, FIRST))
    assert (found.facts.title, found.facts.source, found.facts.published) == (TITLE, "云汀区水务局", date(2021, 5, 6))
    assert found.body == "治理进展\n已清淤三处。"


def test_a_first_slide_full_of_text_keeps_it() -> None:
    full = slide(text(TITLE, role="title"), text(*("云汀区水务局", *("已清淤一处。",) * 9), role="body"))
    assert draft(pptx(full)).body.startswith("云汀区水务局\n")


def test_slides_are_sections() -> None:
    assert headings(draft(pptx(COVER, FIRST, slide(text("下一步", role="title"), text("继续清淤。"))))) == [
        (1, "治理进展"),
        (1, "下一步"),
    ]


def test_a_title_without_a_placeholder_is_told_by_its_letters() -> None:
    shown = slide(
        text(paragraph("已清淤三处，投入八万元。", 14), at=(50, 200)), text(paragraph("治理进展", 28), at=(50, 60))
    )
    assert headings(draft(pptx(COVER, shown))) == [(1, "治理进展")]


def test_a_large_number_is_no_title() -> None:
    shown = slide(
        text(paragraph("40%", 40), at=(50, 120)),
        text(paragraph("治理进展", 24), at=(50, 60)),
        *(text(paragraph("河道已清淤。", 12), at=(50, 200 + 50 * n)) for n in range(3)),
    )
    assert headings(draft(pptx(COVER, shown))) == [(1, "治理进展")]


def test_a_label_above_the_title_is_the_section_around_it() -> None:
    shown = slide(
        text(paragraph("第一部分", 10), at=(600, 10, 100, 20)),
        text(paragraph("治理进展", 28), at=(50, 60)),
        text("已清淤。"),
    )
    assert headings(draft(pptx(COVER, shown))) == [(1, "第一部分"), (2, "治理进展")]


def test_columns_are_read_one_after_the_other() -> None:
    cells = [text(name, at=(x, y, 200, 30)) for y in (100, 140) for x, name in ((40, f"左{y}"), (400, f"右{y}"))]
    shown = slide(text("治理进展", role="title"), *cells)
    assert draft(pptx(COVER, shown)).body.split("\n") == ["治理进展", "左100", "左140", "右100", "右140"]


def test_bands_of_cards_are_read_from_left_to_right() -> None:
    cards = [
        text(f"{row}{field}{line}", at=(40 + 360 * field, 100 + 150 * row + 30 * line, 300, 28))
        for row in (0, 1)
        for line in (0, 1)
        for field in (0, 1)
    ]
    assert draft(pptx(COVER, slide(*cards))).body.split("\n") == [
        "000",
        "001",
        "010",
        "011",
        "100",
        "101",
        "110",
        "111",
    ]


def test_numbers_and_marks_on_every_slide_are_no_text() -> None:
    slides = [
        slide(
            text(f"第{n}章", role="title"),
            text("水渠修好。", at=(50, 200)),
            text(f"{n} / 4", at=(600, 500)),
            text("云汀水务", at=(10, 500)),
            text(str(n), role="sldNum"),
        )
        for n in range(1, 5)
    ]
    body = draft(pptx(COVER, *slides)).body
    assert "/ 4" not in body
    assert "云汀水务" not in body
    assert body.count("水渠修好。") == 4


def test_tables_are_tables() -> None:
    found = draft(pptx(COVER, slide(text("投入", role="title"), table(("项目", "金额（万元）"), ("清淤", "8.5")))))
    (block,) = [one for one in found.blocks if one.kind == "table"]
    assert [[cell.text for cell in row] for row in block.rows] == [["项目", "金额（万元）"], ["清淤", "8.5"]]
    assert [(one.label, one.value) for one in found.figures] == [("清淤", 85_000)]


def test_merged_cells_are_spans() -> None:
    merged = f'<a:tc gridSpan="2"><a:txBody>{paragraph("全区")}</a:txBody></a:tc>', '<a:tc hMerge="1"/>'
    found = draft(pptx(COVER, slide(table(merged, ("清淤", "八处")))))
    assert found.blocks[-1].rows[0][0].fields == 2


def test_a_chart_gives_its_numbers() -> None:
    chart = (
        f'<c:chartSpace xmlns:c="c" xmlns:a="{A}"><c:chart><c:title><c:tx><c:rich>{paragraph("清淤（处）")}</c:rich>'
        "</c:tx></c:title><c:plotArea><c:barChart>"
        "<c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>数量</c:v></c:pt>"
        "</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>河东</c:v></c:pt></c:strCache>"
        "</c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>3.0000000000000004</c:v></c:pt>"
        "</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    shown = slide(text("进展", role="title"), framed(f'<c:chart xmlns:c="c" xmlns:r="{R}" r:id="r9"/>'))
    content = pptx(
        COVER,
        shown,
        beside={2: [relation("r9", "chart", "../charts/c.xml")]},
        parts={"ppt/charts/c.xml": chart.encode()},
    )
    assert draft(content).body == "进展\n清淤（处）\n\t数量\n河东\t3"


def test_the_words_of_a_diagram_are_read() -> None:
    point = f"<d:pt><d:t>{paragraph('巡查')}</d:t></d:pt>"
    data = f'<d:dataModel xmlns:d="d" xmlns:a="{A}"><d:ptLst>{point}</d:ptLst></d:dataModel>'
    shown = slide(text("进展", role="title"), framed(f'<d:relIds xmlns:d="d" xmlns:r="{R}" r:dm="r9"/>'))
    content = pptx(
        COVER, shown, beside={2: [relation("r9", "diagramData", "../d.xml")]}, parts={"ppt/d.xml": data.encode()}
    )
    assert draft(content).body == "进展\n巡查"


def test_notes_stand_under_their_slide_and_hidden_slides_are_told() -> None:
    said = text("先说河东。", role="body")
    notes = f'<p:notes xmlns:p="{P}" xmlns:a="{A}"><p:cSld><p:spTree>{said}</p:spTree></p:cSld></p:notes>'
    hidden = slide(text("进展", role="title"), text("已清淤。"), attributes='show="0"')
    content = pptx(
        COVER, hidden, beside={2: [relation("r9", "notesSlide", "../n.xml")]}, parts={"ppt/n.xml": notes.encode()}
    )
    found = draft(content)
    assert found.body == "进展\n已清淤。\n备注：\n先说河东。"
    assert found.warnings == ("1 hidden slide was read, too.",)


def test_pictures_are_kept() -> None:
    shown = slide(
        text("进展", role="title"),
        '<p:pic><p:nvPicPr><p:cNvPr id="3" name="" descr="河道图"/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="r9"/></p:blipFill><p:spPr/></p:pic>',
    )
    found = draft(
        pptx(COVER, shown, beside={2: [relation("r9", "image", "../media/a.png")]}, parts={"ppt/media/a.png": PNG})
    )
    assert [one.content for one in found.attachments] == [PNG]
    assert found.body == "进展\n河道图"


def test_automatic_numbers_are_shown() -> None:
    numbered = '<a:pPr><a:buAutoNum type="ea1ChsPeriod"/></a:pPr>'
    found = draft(
        pptx(COVER, slide(text(paragraph("清淤", properties=numbered), paragraph("护坡", properties=numbered))))
    )
    assert found.body == "一、清淤\n二、护坡"


def test_a_damaged_slide_costs_a_warning() -> None:
    found = draft(pptx(COVER, FIRST, "<p:sld"))
    assert "已清淤三处" in found.body
    assert "slide3.xml" in found.warnings[0]


@pytest.mark.parametrize(
    "content",
    [pptx(COVER)[:-60], pptx(slide()), pptx("<p:sld"), pptx("<!DOCTYPE x [<!ENTITY a 'b'>]><p:sld/>")],
    ids=["cut", "empty", "damaged", "entities"],
)
def test_what_cannot_be_read_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"汇报\.pptx"):
        read(content, "汇报.pptx")


def test_a_show_that_does_not_list_its_slides_is_read_by_their_numbers() -> None:
    content = pptx(COVER, *(slide(text(f"第{n}章", role="title"), text("已清淤。")) for n in range(2, 12)))
    lost = content.replace(b"ppt/_rels/presentation.xml.rels", b"ppt/_rels/presentation.xml.lost")
    assert [heading for _level, heading in headings(draft(lost))] == [f"第{n}章" for n in range(2, 12)]


def _picture(described: str, where: str = "") -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="3" name="" descr="{described}"/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="r9"/></p:blipFill><p:spPr>{where}</p:spPr></p:pic>'
    )


def test_texts_before_a_background_are_read_in_their_columns() -> None:
    names = ("水情", "工程", "调度")
    shown = slide(
        _picture("", place(0, 0, 960, 540)),
        *(text(f"0{n + 1}", at=(60 + 300 * n, 270 - n, 60, 60)) for n in range(3)),
        *(text(name, at=(60 + 300 * n, 350 + n, 120, 40)) for n, name in enumerate(names)),
        text("主要内容", role="title", at=(330, 110, 310, 60)),
    )
    beside = {2: [relation("r9", "image", "../media/a.png")]}
    found = draft(pptx(COVER, shown, beside=beside, parts={"ppt/media/a.png": PNG}))
    assert found.body.split("\n") == ["主要内容", "", "01", "水情", "02", "工程", "03", "调度"]


def test_the_name_of_an_icon_is_no_caption() -> None:
    shown = slide(text("进展", role="title"), _picture("水滴 纯色填充"))
    beside = {2: [relation("r9", "image", "../media/a.png")]}
    assert "水滴" not in draft(pptx(COVER, shown, beside=beside, parts={"ppt/media/a.png": PNG})).body


@pytest.mark.parametrize("span", ["9" * 9, "9" * 5000, "-3", "x"])
def test_a_cell_that_claims_to_span_any_number_of_fields_is_bounded(span: str) -> None:
    wide = f'<a:tc gridSpan="{span}"><a:txBody>{paragraph("全区")}</a:txBody></a:tc>'
    found = draft(pptx(COVER, slide(table((wide, "处"), ("清淤", "八")))))
    assert 1 <= found.blocks[-1].rows[0][0].fields <= 1000


@pytest.mark.parametrize("title", ["目录", "目 录 / Contents", "CONTENTS"])
def test_the_list_of_the_parts_of_a_show_is_left_out(title: str) -> None:
    listed = slide(
        text(title, role="title"), text("01", at=(0, 100)), text("治理进展", at=(0, 120)), text("下一步", at=(0, 160))
    )
    found = draft(pptx(COVER, listed, FIRST))
    assert headings(found) == [(1, "治理进展")]
    assert "下一步" not in found.body


def test_a_slide_that_tells_more_is_no_list_of_parts() -> None:
    told = slide(
        text("目录", role="title"), text("本汇报分两部分，先说进展，再说下一步的打算与所需的经费。", at=(0, 100))
    )
    assert "所需的经费" in draft(pptx(COVER, told, FIRST)).body


@pytest.mark.parametrize("number", ["01", "2", "PART 3", "五"])
def test_a_slide_with_a_number_and_a_name_begins_a_part(number: str) -> None:
    part = slide(text(paragraph(number, 8000), at=(0, 100)), text(paragraph("治理进展情况", 3600), at=(0, 200)))
    assert headings(draft(pptx(COVER, part, FIRST))) == [(1, "治理进展情况"), (1, "治理进展")]


def test_the_description_of_a_picture_on_every_slide_is_no_text() -> None:
    slides = [slide(text(f"第{n}章", role="title"), text("水渠修好。"), _picture("校徽")) for n in range(1, 4)]
    slides.append(slide(text("河道", role="title"), _picture("河道图")))
    beside = {n: [relation("r9", "image", "../media/a.png")] for n in range(2, 6)}
    body = draft(pptx(COVER, *slides, beside=beside, parts={"ppt/media/a.png": PNG})).body
    assert "校徽" not in body
    assert "河道图" in body
