from __future__ import annotations

import pytest

from xinhui_viewer.records import Block, Cell, Section
from xinhui_viewer.text.grid import Grid
from xinhui_viewer.text.lines import Image, Line, plain_lines, walk

LONG_POINT = "一是对车站、商圈、学校等重点场所开展拉网式排查。"
RUN_IN = "一是守安全。围绕安全保卫，对车站、商圈、学校等重点场所开展拉网式排查，隐患逐一挂账销号。"


def told(body: str, *blocks: Block, sections: tuple[Section, ...] = ()) -> list[str]:
    """Return the walk as texts: a level and # before a heading, stars around highlighted text, names for the others."""
    return [_told(body, piece) for piece in walk(body, blocks, sections)]


def _told(body: str, piece: Line | Grid | Image) -> str:
    text = body[piece.start : piece.end]
    if isinstance(piece, Grid):
        return f"table {text}"
    if isinstance(piece, Image):
        return f"image {piece.name} {text}"
    if piece.heading:
        return f"{piece.level}# {text}"
    bold = body[piece.start : piece.lead]
    return f"{piece.level or ''}*{bold}*{body[piece.lead : piece.end]}" if bold else text


def section(body: str, heading: str, level: int = 1, marker: str = "") -> Section:
    start = body.index(heading)
    return Section(level, heading.removesuffix("。"), start, start + len(heading), len(body), marker)


@pytest.mark.parametrize(
    ("line", "heading", "marker", "wanted"),
    [
        ("一、基本情况", "一、基本情况", "一、", "1# 一、基本情况"),
        ("　　一、基本情况 ", "一、基本情况", "一、", "1# 一、基本情况"),
        ("一、基本情况：", "一、基本情况", "一、", "1# 一、基本情况："),
        (RUN_IN, "一是守安全。", "一是", f"1*一是守安全。*{RUN_IN[6:]}"),
        ("一是守安全。", "一是守安全。", "一是", "1*一是守安全。*"),
        (LONG_POINT, LONG_POINT, "一是", f"1*一是*{LONG_POINT[2:]}"),
        ("问：" + "怎么办" * 25 + "？", "问：" + "怎么办" * 25 + "？", "", "1# 问：" + "怎么办" * 25 + "？"),
        ("一、" + "长" * 120, "一、" + "长" * 120, "一、", "*一、*" + "长" * 120),
        ("\u200b", "\u200b", "", "\u200b"),
    ],
    ids=[
        "line",
        "blanks",
        "tail",
        "run in",
        "point alone",
        "long point alone",
        "question",
        "too long",
        "nothing to see",
    ],
)
def test_the_line_that_a_section_begins_with_is_a_heading_or_begins_with_one(
    line: str, heading: str, marker: str, wanted: str
) -> None:
    body = f"前文。\n{line}\n后文。"
    assert told(body, sections=(section(body, heading, marker=marker),)) == ["前文。", wanted, "后文。"]


def test_the_mark_of_a_heading_in_markdown_is_not_shown() -> None:
    body = "## 第一章 总则\n堤防巡查适用本办法。"
    assert told(body, sections=(Section(1, "第一章 总则", 0, 9, len(body), "第一章"),))[0] == "1# 第一章 总则"
    assert told(body, sections=(Section(1, "## 第一章 总则", 0, 9, len(body)),))[0] == "1# ## 第一章 总则"


def test_levels_never_skip_one_and_none_is_deeper_than_five() -> None:
    levels = (3, 3, 9, 1, 2, 3, 4, 5, 6, 0)
    body = "\n".join(f"第{n}部分" for n in range(len(levels)))
    sections = tuple(section(body, f"第{n}部分", level) for n, level in enumerate(levels))
    assert [line[0] for line in told(body, sections=sections)] == list("1231234551")


def test_a_line_that_the_file_sets_in_bold_stands_out_and_is_no_heading() -> None:
    body = "文。\n重要"
    assert told(body, Block("paragraph", 0, 2), Block("paragraph", 3, 5, bold=True)) == ["文。", "*重要*"]


def test_tables_and_images_come_in_their_places_and_a_table_of_other_text_as_lines() -> None:
    rows = ((Cell("甲"), Cell("乙")),)
    body = "前\n甲\t乙\n图一\n丙\t丁\n后"
    blocks = (Block("table", 2, 5, rows=rows), Block("image", 6, 8, image="a.png"), Block("table", 9, 12, rows=rows))
    assert told(body, *blocks) == ["前", "table 甲\t乙", "image a.png 图一", "丙\t丁", "后"]


def test_blocks_that_overlap_or_run_over_the_end_leave_no_text_out() -> None:
    body = "零一二三四五六七八九"
    blocks = (Block("paragraph", 4, 7), Block("heading", 1, 5), Block("image", 6, 8), Block("table", 8, 99))
    assert told(body, *blocks) == ["零", "*一二三四*", "五", "image  六七", "八九"]
    assert told(body, *reversed(blocks)) == told(body, *blocks)


def test_lines_without_text_are_left_out() -> None:
    body = " 甲 \n\n \u3000\n\t乙"
    assert told(body) == ["甲", "乙"]
    assert [body[line.start : line.end] for line in plain_lines(body, 1, 3)] == ["甲"]
