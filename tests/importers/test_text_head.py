"""The lines of a plain text's head, and the beginning of its text."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.text_head import text_head

TITLE = "云汀区召开防汛工作会议"
DAY = date(2023, 7, 11)
NUMBER = "云汀府办〔2023〕12号"
SENTENCE = "7月10日，云汀区召开防汛工作会议。"


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (["标题：" + TITLE], Facts(title=TITLE)),
        (["栏目：防汛专栏", TITLE], Facts(title=TITLE, columns=("防汛专栏",))),
        (["网址：http://a.example/1.html", TITLE], Facts(title=TITLE, url="http://a.example/1.html")),
        (["文号：" + NUMBER, TITLE], Facts(title=TITLE, document_number=NUMBER)),
        (["发文机关：云汀区人民政府", TITLE], Facts(title=TITLE, issuer="云汀区人民政府")),
        (["云汀区人民政府文件", TITLE], Facts(title=TITLE, issuer="云汀区人民政府")),
        (["（" + NUMBER + "）", TITLE], Facts(title=TITLE, document_number=NUMBER)),
        ([TITLE, NUMBER], Facts(title=TITLE, document_number=NUMBER)),
        (["首页 > 新闻 > 防汛专栏", TITLE], Facts(title=TITLE, columns=("首页", "新闻", "防汛专栏"))),
        (["打印本页", TITLE], Facts(title=TITLE)),
        ([TITLE, "云汀区应急管理局", "2023年7月11日"], Facts(title=TITLE, source="云汀区应急管理局", published=DAY)),
        ([TITLE, "云汀区应急管理局 2023年7月11日"], Facts(title=TITLE, source="云汀区应急管理局", published=DAY)),
        ([TITLE, "来源：云汀日报 2023-07-11"], Facts(title=TITLE, source="云汀日报", published=date(2023, 7, 11))),
    ],
)
def test_a_line_of_the_head_is_read_by_its_content(lines: list[str], fields: Facts) -> None:
    assert text_head([*lines, SENTENCE]) == (fields, len(lines))


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "云汀区人民政府",  # a red head stands over a title
        "文号：待定",
        "网址：见附件",
        "标题：另一个标题",
        "打印本页",
    ],
)
def test_the_text_begins_with_the_first_line_that_says_nothing_new(line: str) -> None:
    assert text_head([TITLE, line]) == (Facts(title=TITLE), 1)


def test_a_sentence_is_no_title() -> None:
    assert text_head([SENTENCE, TITLE]) == (Facts(), 0)


META = "来源：云汀日报 2023-07-11"


@pytest.mark.parametrize(
    "title",
    [
        "云汀区召开防汛工作座谈会",
        "区领导走访慰问消防救援大队团部",
        "区长到访云汀区人民医院",
        "云汀区成立防汛抢险突击组",
    ],
)
@pytest.mark.parametrize("below", [[META], ["2023-07-11"], [SENTENCE], [META, SENTENCE]])
def test_a_title_may_end_as_the_name_of_an_office_does(title: str, below: list[str]) -> None:
    facts, _end = text_head([title, *below])
    assert (facts.title, facts.issuer) == (title, "")


@pytest.mark.parametrize(
    "lines",
    [
        ["云汀区水利局", NUMBER, "关于防汛工作的通知"],
        ["云汀区水利局", "关于防汛工作的通知"],
        ["云汀区防汛指挥部", "防汛工作要点（试行）", META],
        ["中共云汀区委办公室", "今年防汛抢险重点工作", META],
        ["云汀大学", "关于放假的通知"],
        ["云汀区水利局文件", "今年防汛抢险重点工作"],
    ],
)
def test_the_office_above_a_number_or_a_title_is_the_red_head(lines: list[str]) -> None:
    facts, _end = text_head([*lines, SENTENCE])
    assert facts.issuer == lines[0].removesuffix("文件")
    assert facts.title in lines[1:]


def test_a_number_between_title_and_source_is_kept() -> None:
    facts, end = text_head([TITLE, NUMBER, META, SENTENCE])
    assert (facts.title, facts.document_number, facts.source, end) == (TITLE, NUMBER, "云汀日报", 3)


def test_the_end_of_a_title_on_a_line_of_its_own_is_kept() -> None:
    facts, end = text_head([TITLE, "（征求意见稿）", META, SENTENCE])
    assert (facts.title, facts.source, end) == (f"{TITLE}（征求意见稿）", "云汀日报", 3)


def test_a_note_on_the_adoption_begins_the_text() -> None:
    assert text_head([TITLE, "（2023年7月11日云汀区第三次会议通过）", META])[1] == 1


def test_contents_are_no_title() -> None:
    assert text_head(["目　录", SENTENCE]) == (Facts(), 0)
