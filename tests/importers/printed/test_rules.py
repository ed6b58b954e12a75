"""Each rule by which printed lines become paragraphs, headings and a title, with a case that it decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xinhui_viewer.importers.printed import headings, joining, title
from xinhui_viewer.importers.printed.join import Join
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.paragraphs import Paragraph
from xinhui_viewer.importers.printed.run import Font
from xinhui_viewer.importers.printed.setting import Setting
from xinhui_viewer.records import Cell

SIZE, PITCH, LEFT, RIGHT = 16, 28, 100, 460
SETTING = Setting(SIZE, PITCH, True, {(0, 0): (LEFT, RIGHT), (0, 1): (LEFT, RIGHT)}, frozenset({4}))
FIRST = Line("各镇要对辖区内的堤防、水闸和排涝站逐一排查登记", LEFT, RIGHT, 100, Font(SIZE, "Song", False), False, 0)
NEXT = replace(FIRST, text="并在月底前报送区水利局。", right=300, y=FIRST.y - PITCH)
ROW = replace(FIRST, text="项目\t由各镇负责", cell=200)
MARKED = replace(FIRST, text="一、按时完成各项任务，不得延误各项工程的进度安排")

JOINS = [
    ("another size", FIRST, replace(NEXT, font=Font(22, "Song", False))),
    ("a row of cells", FIRST, replace(NEXT, text="项目\t金额")),
    ("below an entry of a table of contents", replace(FIRST, text="第一章 总则 ........ 3"), NEXT),
    ("goes on in a row's last cell", ROW, replace(NEXT, left=200, y=ROW.y - 20)),
    ("below a row of cells", ROW, replace(NEXT, y=ROW.y - 20)),
    ("a label with a blank", FIRST, replace(NEXT, text="联系人：____")),
    (
        "goes on in small letters",
        replace(FIRST, text="请按时申报。Application for", last=11),
        replace(NEXT, text="the care of dykes", font=Font(11, "Times", False)),
    ),
    ("turned", FIRST, replace(NEXT, font=Font(SIZE, "Song", False, turned=True))),
    ("written downwards", replace(FIRST, text="防"), replace(NEXT, text="汛")),
    ("further down", FIRST, replace(NEXT, y=FIRST.y - 2 * PITCH)),
    ("within brackets", replace(FIRST, text="（2019年3月1日镇人民代表大会通过", right=300), replace(NEXT, left=200)),
    ("the field of a row below", FIRST, replace(NEXT, block=1)),
    ("below a line at the right", replace(FIRST, text="2023年5月6日", left=300), NEXT),
    ("set in", FIRST, replace(NEXT, left=LEFT + 2 * SIZE)),
    ("below a full line", replace(FIRST, left=LEFT + 4 * SIZE), replace(NEXT, left=LEFT + 2 * SIZE)),  # set in, both
    (
        "below a row of cells",
        replace(ROW, text=ROW.text + "。"),
        replace(NEXT, text="二、其他", left=200, y=ROW.y - 20),
    ),
    ("a marker behind a sentence", replace(FIRST, text="请认真办理。"), replace(NEXT, text="二、其他事项")),
    ("a section below a line with room", replace(FIRST, right=440), replace(NEXT, text="二、其他事项")),
    ("a number in bold below plain text", FIRST, replace(NEXT, text="4.2 巡查", bold=True)),
    (
        "goes on in small letters",
        replace(FIRST, text="请登录 Open Data Regulation", right=400),
        replace(NEXT, text="s"),
    ),
    ("the head of an annex", FIRST, replace(NEXT, text="附件 2")),
    ("below a full line", FIRST, NEXT),
    ("hangs below an item", MARKED, replace(NEXT, left=LEFT + 2 * SIZE)),
    ("begins with a sign that no paragraph begins with", replace(FIRST, right=400), replace(NEXT, text="，不得延误。")),
    ("below a full line", FIRST, replace(NEXT, y=FIRST.y - 1.5 * PITCH)),  # it ends no sentence
    ("below a full line", replace(FIRST, left=LEFT + 2 * SIZE, right=300), NEXT),  # both end beside a picture
    ("further down", replace(FIRST, right=300), replace(NEXT, y=FIRST.y - 1.5 * PITCH)),
    ("below a full line", FIRST, replace(NEXT, left=LEFT + 3 * SIZE)),  # it hangs, as no first line is set in so far
    ("set in", replace(FIRST, text="各镇要做好登记。"), replace(NEXT, left=LEFT + 3 * SIZE)),
    ("set in", replace(FIRST, bold=True), replace(NEXT, left=LEFT + 3 * SIZE)),
    ("set in", FIRST, replace(NEXT, text="ORDER No. 3", left=LEFT + 3 * SIZE)),
    ("below a short line", replace(FIRST, right=280), NEXT),
    ("below a full line", replace(FIRST, right=300), NEXT),  # both begin and end alike beside a picture
]

STYLE = headings.Style(SIZE, "Song", False, (22, 18), {"防汛值班": 3})
TEXT = Paragraph("防汛排查的范围", SIZE, "Song", False, False, 0)
HEADINGS = [
    ("in the file's own list", replace(TEXT, text="防汛 值班"), False, 3),
    ("a sentence, a date, a label, or the last paragraph", replace(TEXT, text="各镇要逐一排查。", size=22), False, 0),
    ("a sentence, a date, a label, or the last paragraph", replace(TEXT, text="2023年5月6日", size=22), False, 0),
    ("a sentence, a date, a label, or the last paragraph", replace(TEXT, size=22), True, 0),
    ("a translation of the line above", replace(TEXT, text="Chapter 1 General Provisions", size=18), False, 0),
    ("larger than the text", replace(TEXT, size=18), False, 3),
    ("bold", replace(TEXT, bold=True), False, 4),
    ("numbered in another font", replace(TEXT, text="（一）排查的范围", font="Kai"), False, 5),
    ("as the text", TEXT, False, 0),
]

TITLE = replace(TEXT, text="关于做好防汛工作的通知")
LABELS = replace(TEXT, text="来源：云汀日报 发布日期：2023-05-06")
EVIDENCE = [
    ("larger than the text", replace(TITLE, size=20), TEXT, 1.25),
    ("centred", replace(TITLE, middle=True), TEXT, 1),
    ("bold in a text that is not", replace(TITLE, bold=True), TEXT, 0.5),
    ("right over source and date", TITLE, LABELS, 1.5),
    ("on top, right over a table", TITLE, replace(TEXT, rows=((Cell("镇"), Cell("沙袋")),)), 1),
    ("named so in the file's description", replace(TITLE, text="防汛 工作总结"), TEXT, 2.5),
]


@pytest.mark.parametrize(("name", "above", "other"), JOINS)
def test_a_line_runs_on_by_the_first_rule_that_fits(name: str, above: Line, other: Line) -> None:
    assert joining.rule(Join([above], other, SETTING)).name == name


@pytest.mark.parametrize(("name", "one", "is_last", "level"), HEADINGS)
def test_a_paragraph_heads_by_the_first_rule_that_fits(name: str, one: Paragraph, is_last: bool, level: int) -> None:
    above = "第一章 总则" if name == "a translation of the line above" else ""
    place = headings.Place(one, is_last, STYLE, above=above)
    rule = headings.rule(place)
    assert (rule.name, rule.level(place)) == (name, level)


def test_a_listed_line_heads_nothing_where_it_comes_again_larger_or_labels_a_value() -> None:
    listed = STYLE._replace(listed={"防汛值班": 3, "编号：云汛5": 3})
    value = headings.Place(replace(TEXT, text="编号：云汛5"), False, listed)
    again = headings.Place(replace(TEXT, text="防汛值班"), False, listed, again=True)
    assert [headings.rule(place).level(place) for place in (value, again)] == [0, 0]


@pytest.mark.parametrize(("name", "one", "below", "points"), EVIDENCE)
def test_each_piece_of_evidence_alone_gives_a_title_its_points(
    name: str, one: Paragraph, below: Paragraph, points: float
) -> None:
    text = title.Text(SIZE, False, "2023年防汛工作总结（定稿）")
    candidate = title.Candidate([one, below], 0, 1, text)
    given = {row.name: row.points(candidate) for row in title.EVIDENCE}
    assert {name: points for name, points in given.items() if points} == {name: points}


def test_every_rule_has_a_case() -> None:
    assert {name for name, *_ in JOINS} == {row.name for row in joining.RULES}
    assert {name for name, *_ in HEADINGS} == {row.name for row in headings.RULES}
    assert {name for name, *_ in EVIDENCE} == {row.name for row in title.EVIDENCE}
