from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest

from tests.exporters.conftest import SHA, URL, Texts, bookmarks, entry, summary
from xinhui_viewer.exporters.glyphs import unprintable
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.records import Block, Cell, Layout, Section, Summary, SummaryEntry

MM = 72 / 25.4
LEFT, TOP, WIDE, HIGH = 28 * MM, 37 * MM, 156 * MM, 225 * MM
CHARACTER, PITCH = WIDE / 28, 29.61
HAN = "全区防汛工作平稳有序各镇街要继续做好水库巡查物资储备和值班值守人员到岗情况逐日通报"
OFFICIAL = Layout("official")
UNIFIED = [chr(code) for code in range(0x4E00, 0xA000)]
HAN_THAT_OUR_FONTS_HAVE = set(UNIFIED) - unprintable(UNIFIED)  # the system's fonts are another test's matter


class Glyph(NamedTuple):
    text: str
    left: float
    right: float
    top: float
    bottom: float


def whole(
    body: str, blocks: tuple[Block, ...] = (), spans: tuple[Section, ...] = (), title: str = "云汀区防汛工作通报"
) -> SummaryEntry:
    return replace(entry(title, lead=()), body=body, blocks=blocks, spans=spans)


def printed(*entries: SummaryEntry, layout: Layout = OFFICIAL) -> bytes:
    return pdf(Summary("", entries, summary().made), layout=layout)


def glyphs(content: bytes, loose: bool = True) -> Iterator[tuple[tuple[float, float], list[Glyph]]]:
    """Yield each page's size and its glyphs in points from the top left, as wide as the text moves on or as the ink."""
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            every = range(text.count_chars())
            boxes = [(text.get_text_range(n, 1), *text.get_charbox(n, loose=loose)) for n in every]
            yield (
                (width, height),
                [Glyph(c, left, right, height - top, height - low) for c, left, low, right, top in boxes if c.strip()],
            )


def _said(content: bytes, *kinds: str) -> list[set[str]]:
    """Return the names of the attributes of each element of these kinds."""
    with pikepdf.open(io.BytesIO(content)) as read:
        things = [thing for thing in read.objects if isinstance(thing, pikepdf.Dictionary)]
        cells = [thing for thing in things if str(thing.get("/S", "")) in kinds]
        return [set[str]().union(*(one.keys() for one in cell.get("/A", ()))) for cell in cells]


def lines(page: list[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of the type area line by line, from the top."""
    inside = [one for one in page if one.top > TOP - 8 and one.bottom < TOP + HIGH + 8]
    rows: dict[int, list[Glyph]] = {}
    for one in inside:
        rows.setdefault(round(((one.top + one.bottom) / 2 - TOP - CHARACTER / 2) / PITCH), []).append(one)
    return [sorted(rows[n], key=lambda one: one.left) for n in sorted(rows)]


def text_area(content: bytes) -> str:
    """Return the text in the type area of all pages without blanks."""
    return "".join(one.text for _size, page in glyphs(content) for line in lines(page) for one in line)


def test_a_page_of_running_text_has_22_lines_of_28_characters_from_28_to_184_mm() -> None:
    _first, (_size, page), *_others = glyphs(printed(whole(HAN * 60)))
    rows = lines(page)
    assert [len(row) for row in rows] == [28] * 22
    for row in rows:
        assert row[0].left == pytest.approx(LEFT, abs=0.5)
        assert row[-1].right == pytest.approx(LEFT + WIDE, abs=0.5)
        assert [one.left for one in row] == pytest.approx([LEFT + n * CHARACTER for n in range(28)], abs=0.5)
    middles = [(row[0].top + row[0].bottom) / 2 for row in rows]
    steps = [later - first for first, later in itertools.pairwise(middles)]
    assert steps == pytest.approx([PITCH] * 21, abs=0.05)


def test_numbers_latin_signs_and_other_fonts_stay_on_the_grid_and_no_line_begins_with_a_closing_sign() -> None:
    text = "“三基四化”（2023年）完成4.66亿元，同比增长11.5%；GDP达《统计公报》所列数；“平安通”：共52.2万件！"
    headings = ("一、总体情况", "（一）防汛", "1.水库。")
    body = "\n".join([headings[0], text * 9, headings[1], text[3:] * 7, headings[2] + text * 8])
    starts = [body.index(heading) for heading in headings]
    spans = tuple(
        Section(level, heading, at, at + len(heading), len(body))
        for level, (heading, at) in enumerate(zip(headings, starts, strict=True), 1)
    )
    content = printed(whole(body, spans=spans))
    pages = [lines(page) for _size, page in glyphs(content)]
    assert max(len(page) for page in pages) == 22
    firsts = [row[0].text for page in pages for row in page]
    assert [one for one in firsts if one in "，。、；：！？）》”’,.;:!?)"] == []
    assert [title for _depth, title in bookmarks(content)] == [
        "云汀区防汛工作通报",
        "一、总体情况",
        "（一）防汛",
        "1.水库。",
    ]


def test_page_numbers_stand_between_dashes_right_on_odd_pages_and_left_on_even_ones() -> None:
    for number, ((width, _height), page) in enumerate(glyphs(printed(whole(HAN * 60))), 1):
        foot = sorted((one for one in page if one.top > TOP + HIGH), key=lambda one: one.left)
        assert "".join(one.text for one in foot) == f"—{number}—"
        assert (foot[0].left > width / 2) is (number % 2 == 1)


def test_a_note_at_the_end_says_that_it_is_a_copy_from_where_and_of_what(text_of: Texts) -> None:
    content = printed(whole("正文在此。"))
    text = text_of(content)
    wanted = ("A copy from the archive, not the document as issued.", "云汀日报", "2023-06-01", URL, SHA)
    assert [said for said in wanted if said not in text] == []
    assert SHA not in text_of(printed(whole("正文在此。"), layout=replace(OFFICIAL, without=frozenset({"facts"}))))


def test_a_date_of_its_own_and_the_names_above_it_stand_on_the_right() -> None:
    (_size, page), *_others = glyphs(printed(whole("特此通知。\n云汀区人民政府办公室\n2023年6月1日")))
    _title, _text, named, dated, *_note = lines(page)
    for row in (named, dated):
        assert row[-1].right == pytest.approx(LEFT + WIDE - 4 * CHARACTER, abs=1)


def table(rows: int, fields: int, text: str = "值{row}-{field}") -> tuple[str, Block]:
    cells = tuple(
        tuple(Cell(text.format(row=row, field=field), head=row == 0) for field in range(fields)) for row in range(rows)
    )
    body = "\n".join("\t".join(cell.text for cell in row) for row in cells)
    return body, Block("table", 0, len(body), rows=cells)


def test_a_table_of_40_fields_is_printed_in_parts_that_stay_on_the_page(text_of: Texts) -> None:
    body, block = table(6, 40, "{row}-{field}")
    content = printed(whole(body, (block,)))
    text = text_of(content)
    assert [cell.text for row in block.rows for cell in row if cell.text not in text] == []
    assert text.count("3-0") >= 4  # the first field stands in each part
    assert _outside(content) == []


def test_cells_over_several_rows_and_fields_keep_their_places(text_of: Texts) -> None:
    rows = (
        (Cell("地区", 2, head=True), Cell("收入", 1, 2, head=True)),
        (Cell("今年", head=True), Cell("去年", head=True)),
        (Cell("云汀", 9), Cell("46.91"), Cell("47.38")),
        (Cell("合计", 1, 9),),
    )
    body = "\n".join("\t".join(cell.text for cell in row) for row in rows)
    content = printed(whole(body, (Block("table", 0, len(body), rows=rows),)))
    text = text_of(content)
    assert [cell.text for row in rows for cell in row if cell.text not in text] == []
    assert _outside(content) == []
    assert {"/RowSpan", "/ColSpan", "/Scope"} <= set[str]().union(*_said(content, "/TD", "/TH"))
    assert all("/Scope" in said for said in _said(content, "/TH"))


def test_200_headings_without_text_are_all_there_with_their_bookmarks() -> None:
    heads = [f"{n}.第{n}部分" for n in range(1, 201)]
    body = "\n".join(heads)
    spans = tuple(Section(3, head, body.index(head), body.index(head) + len(head), len(body)) for head in heads)
    content = printed(whole(body, spans=spans))
    assert [title for _depth, title in bookmarks(content)[1:]] == heads
    assert _outside(content) == []


def test_no_heading_is_left_at_the_foot_of_a_page() -> None:
    parts = [(f"一、第{n}部分", HAN[: 5 + n % 9] * (n % 4 + 1)) for n in range(60)]
    body = "\n".join(line for part in parts for line in part)
    starts = itertools.accumulate((len(head) + len(text) + 2 for head, text in parts), initial=0)
    spans = tuple(
        Section(1, head, at, at + len(head), len(body)) for (head, _text), at in zip(parts, starts, strict=False)
    )
    content = printed(whole(body, spans=spans))
    lasts = ["".join(one.text for one in lines(page)[-1]) for _size, page in glyphs(content)]
    assert len(lasts) > 5
    assert [line for line in lasts if line.startswith("一、")] == []


@pytest.mark.parametrize(
    "body",
    [
        '#import "x.typ": * #panic("no") $x^2$ *bold* _emphasis_ `raw` @ref <label> = heading // c /* d */ ~ ---',
        "<script>alert(1)</script> &amp; {{x}} %s {0} \\u{41} https://a.example/?q=1#top",
        "token " + "x" * 500 + " 1234567890" * 60 + "，" + "9" * 500,
        "，。、" * 200 + "“" * 90 + "”" * 90 + "……" * 40 + "————" * 30,
        "a\tb\tc\n" * 50 + "\u3000\u3000两个空格  在中间",
        "".join(sorted(HAN_THAT_OUR_FONTS_HAVE)[::5]),
    ],
)
def test_whatever_the_text_is_it_is_printed_in_full_inside_the_page(body: str) -> None:
    content = printed(whole(body, title="题" * 100))
    printable = re.sub(r"\s", "", body)
    text = text_area(content).replace("题", "", 100)
    assert text.startswith(printable) or sorted(text[: len(printable)]) == sorted(printable)
    assert _outside(content) == []


def test_control_characters_and_direction_overrides_are_left_out() -> None:
    assert "前面的话。" in text_area(printed(whole("前\x00\x07面\u202e的\ud800\u200b话。\u2029")))


@pytest.mark.parametrize(("body", "title"), [("", ""), ("\n \u3000\n", "\u200b"), ("\u202e\u200b", "题")])
def test_a_bulletin_with_no_text_gives_a_page_that_says_so(text_of: Texts, body: str, title: str) -> None:
    assert "[This bulletin has no text.]" in text_of(printed(whole(body, title=title)))


def test_the_same_data_give_the_same_archival_bytes() -> None:
    body, block = table(30, 5)
    one = whole(body, (block,))
    assert printed(one) == printed(one)
    with pikepdf.open(io.BytesIO(printed(one))) as made:
        assert made.open_metadata()["pdfaid:part"] == "2"
        assert made.check_pdf_syntax() == []


def test_other_sheets_carry_the_same_page_smaller_or_larger() -> None:
    for size, width in (("16k", 184), ("a3", 297)):
        (box, page), *_others = glyphs(printed(whole(HAN * 30), layout=replace(OFFICIAL, size=size)))
        assert box[0] == pytest.approx(width * MM, abs=0.5)
        assert max(one.right for one in page) == pytest.approx(184 * width / 210 * MM, abs=0.5)


def _outside(content: bytes) -> list[Glyph]:
    """Return the glyphs that are not wholly between the margins of their page."""
    return [
        one
        for (width, height), page in glyphs(content, loose=False)
        for one in page
        if one.left < LEFT - 1 or one.right > width - 25 * MM or one.top < 30 * MM or one.bottom > height - 15 * MM
    ]
