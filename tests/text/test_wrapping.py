"""Lines of wrapped text that go on with the line before, and text that was not wrapped."""

from __future__ import annotations

import textwrap

import pytest

from xinhui_viewer.text.wrapping import runs_on

FIRST = (
    "云汀区7月10日召开防汛工作会议，研究部署今年第3号台风防御工作，要求各镇逐村排查险情，备足抢险物资，"
    "落实24小时值班制度，确保群众安全度汛，确保水库、山塘、堤防和在建工程安全。"
)
SECOND = (
    "会议指出，今年以来全区降雨量比常年偏多两成，部分山塘水位偏高，防汛形势不容乐观，各单位要克服麻痹思想，"
    "把责任落实到每一座水库、每一段堤防、每一处低洼地带，并于15日前报送自查情况。"
)


def wrapped(paragraph: str, width: int, *, indent: str = "") -> list[str]:
    """Return a paragraph as an editor wraps it at a number of characters."""
    return textwrap.wrap(indent + paragraph, width, drop_whitespace=False)


def paragraphs(lines: list[str]) -> list[str]:
    told: list[str] = []
    for line, goes_on in zip(lines, runs_on(lines), strict=True):
        told[-1:] = [told[-1] + line] if goes_on else [*told[-1:], line]
    return told


@pytest.mark.parametrize("width", [20, 30, 35, 40])
@pytest.mark.parametrize("indent", ["", "　　", "    "])
def test_paragraphs_wrapped_at_a_width_are_whole(width: int, indent: str) -> None:
    blank = [] if indent else [""]
    lines = [*wrapped(FIRST, width, indent=indent), *blank, *wrapped(SECOND, width, indent=indent)]
    assert [line.strip() for line in paragraphs(lines) if line] == [FIRST, SECOND]


def test_lines_of_uneven_width_go_on_where_only_the_first_of_a_paragraph_is_indented() -> None:
    lines = [
        "　　会议研究了防",
        "汛抢险工作，要求各镇逐村排查险情，备足抢险物资，落实值班",
        "制度，确保安",
        "全度汛。",
        "　　会议强调，要抓好落实。",
    ]
    assert runs_on(lines) == [False, True, True, True, False]


@pytest.mark.parametrize(
    "lines",
    [
        ["床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。"],
        [
            "姓名　　性别　　出生日期　　　　任职单位",
            "张三　　　男　　1980-01-02　　云汀区水利局",
            "李四　　　女　　1985-03-04　　云汀区财政局",
        ]
        * 4,
        [
            "云汀区水利局关于印发山塘水库安全度汛方案的通知",
            "云汀区财政局关于下达水利建设资金预算的通知文件",
            "云汀区民政局关于做好困难群众救助工作的通知文件",
        ]
        * 3,
        ["440705199001011234567890123456789012345678"] * 8,
        ["　　特此通知", "云汀区人民政府办公室关于防汛工作的领导小组", "2023年7月10日"],
        [FIRST, SECOND, FIRST],
        ["　　" + FIRST, "　　" + SECOND],
        [
            " " * 20 + "水库除险加固工程通过验收",
            " " * 20 + "发布时间：2019-06-08　来源：云汀日报",
            "　　" + FIRST,
            "　　" + SECOND,
        ],
        [],
        [""],
    ],
    ids=[
        "a poem",
        "a table",
        "a list of titles",
        "figures",
        "a signature",
        "bare",
        "indented",
        "under a head",
        "nothing",
        "empty",
    ],
)
def test_text_that_was_not_wrapped_stays_as_it_is(lines: list[str]) -> None:
    assert not any(runs_on(lines))


def test_a_numbered_part_behind_a_sentence_that_fills_the_line_begins_a_paragraph() -> None:
    lines = [
        *wrapped(FIRST, 30),
        "",
        "各镇要落实责任，备足物资，逐村排查险情隐患，确保安全度汛。",
        "二、落实值班制度。",
    ]
    assert runs_on(lines)[-1] is False


def test_a_heading_between_wrapped_paragraphs_stays_a_line() -> None:
    lines = [*wrapped(FIRST, 30), "一、总体要求", *wrapped(SECOND, 30)]
    assert paragraphs(lines) == [FIRST, "一、总体要求", SECOND]
