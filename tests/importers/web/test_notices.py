"""Short notices: a few lines of text, with source and date above, below or nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.importers.web.test_html import draft
from xinhui_viewer.importers.furniture import is_furniture, meta_line
from xinhui_viewer.records import Draft

LINES = ("后天上午管网检修，云汀东路一带停水。", "请提前备水。", "恢复时间见短信。")
BARE = ("停水范围：云汀东路一带", "停水原因：管网检修", "咨询请拨打服务热线")


def notice(folder: Path, *lines: str, title: str = "停水通知", named: str = "停水通知") -> Draft:
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return draft(folder, f"<title>{named}</title><body><h1>{title}</h1>{paragraphs}</body>")


@pytest.mark.parametrize("text", [LINES, LINES[:1], BARE], ids=["sentences", "one sentence", "no sentence"])
@pytest.mark.parametrize(
    ("foot", "source", "published"),
    [
        (("来源：云汀供水站",), "云汀供水站", None),
        (("（信息来源：云汀供水站）",), "云汀供水站", None),
        (("发布时间：2023-07-11", "浏览次数：12"), "", date(2023, 7, 11)),
        (("来源：云汀供水站　发布日期：2023年7月11日",), "云汀供水站", date(2023, 7, 11)),
        (("来源：云汀供水站", "编辑：王某", "微信扫一扫关注云汀发布"), "云汀供水站", None),
        (("发布时间：2023-07-11 09:30", "来源：云汀供水站"), "云汀供水站", date(2023, 7, 11)),
    ],
)
def test_labels_under_a_short_text_are_read_and_take_nothing_of_it(
    tmp_path: Path, text: tuple[str, ...], foot: tuple[str, ...], source: str, published: date | None
) -> None:
    found = notice(tmp_path, *text, *foot)
    assert (found.body.split("\n"), found.facts.source, found.facts.published) == ([*text], source, published)


def test_a_label_under_a_text_fills_what_the_head_leaves_open(tmp_path: Path) -> None:
    found = notice(tmp_path, "发布时间：2023-07-11", *LINES, "来源：云汀供水站")
    assert (found.body.split("\n"), found.facts.source, found.facts.published) == (
        [*LINES],
        "云汀供水站",
        date(2023, 7, 11),
    )


def test_the_head_counts_more_than_a_label_under_the_text(tmp_path: Path) -> None:
    found = notice(tmp_path, "来源：云汀区政府 2023-07-11", *LINES, "信息来源：云汀供水站")
    assert (found.body.split("\n"), found.facts.source, found.facts.published) == (
        [*LINES],
        "云汀区政府",
        date(2023, 7, 11),
    )


def test_a_label_that_names_another_day_than_the_head_is_text(tmp_path: Path) -> None:
    cited = "来源：《云汀日报》2023年7月2日第3版"
    assert notice(tmp_path, "发布时间：2023-07-11", *LINES, cited).body.split("\n") == [*LINES, cited]


def test_a_source_in_an_element_of_its_own_under_the_text_is_found(tmp_path: Path) -> None:
    text = "".join(f"<p>{line}</p>" for line in LINES)
    page = f"<title>停水通知</title><h1>停水通知</h1><p>2023-07-11</p><div>{text}</div><div>来源：云汀供水站</div>"
    found = draft(tmp_path, page)
    assert (found.body.split("\n"), found.facts.source, found.facts.published) == (
        [*LINES],
        "云汀供水站",
        date(2023, 7, 11),
    )


def test_the_day_of_a_signature_takes_nothing_of_a_short_text(tmp_path: Path) -> None:
    for text in (LINES, BARE):
        found = notice(tmp_path, *text, "云汀供水站", "2023年7月11日")
        assert found.body.split("\n") == [*text, "云汀供水站", "2023年7月11日"]
        assert (found.facts.published, found.facts.written) == (None, date(2023, 7, 11))


def test_a_line_between_title_and_source_is_still_passed_over(tmp_path: Path) -> None:
    found = notice(tmp_path, "本报记者 王某", "来源：云汀日报 2023-07-11", *LINES)
    assert (found.body.split("\n"), found.facts.source) == ([*LINES], "云汀日报")


def test_a_sentence_right_over_a_date_is_no_title(tmp_path: Path) -> None:
    text = "".join(f"<p>{line}</p>" for line in (*LINES, "请各单位互相转告，错峰用水。", "2023年7月11日"))
    found = draft(tmp_path, f"<title>停水通知</title><div>停水通知</div><div>{text}</div>")
    assert (found.facts.title, found.body.split("\n")[:3]) == ("停水通知", [*LINES])


@pytest.mark.parametrize("line", ["返回舱成功着陆", "关闭的水源井：东路一号", "打印机采购公告", "无障碍环境建设条例"])
def test_a_line_that_begins_like_a_button_is_text(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line", ["返回首页", "返回云汀网首页>>", "打印　关闭", "无障碍浏览 移动门户", "今天是2023年7月11日"]
)
def test_a_button_is_the_sites(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "when",
    [
        "时间：2023年7月11日下午3时",
        "活动时间：2023年7月11日（星期二）",
        "停水时间：2023年7月11日8:00-17:00",
        "展出日期：2023年7月11日至15日",
    ],
)
def test_the_time_of_an_event_is_text_and_dates_no_page(tmp_path: Path, when: str) -> None:
    text = ("主讲人：王老师", "地点：区文化馆", when, "欢迎参加。")
    found = notice(tmp_path, *text, title="防汛知识讲座", named="防汛知识讲座")
    assert (found.body.split("\n"), found.facts.published) == ([*text], None)
    assert notice(tmp_path, when, "欢迎参加。").body.split("\n") == [when, "欢迎参加。"]


@pytest.mark.parametrize(
    "stamp", ["时间：2023-07-11 09:30", "时间：2023/7/11 下午 3:20:11", "发布时间：2023年7月11日上午9时"]
)
def test_the_stamp_of_a_page_dates_it(stamp: str) -> None:
    meta = meta_line(stamp)
    assert meta is not None
    assert meta.published == date(2023, 7, 11)


@pytest.mark.parametrize(
    ("printed", "source"), [("（来源：云汀日报）", "云汀日报"), ("来源：云汀日报（数字版）", "云汀日报（数字版）")]
)
def test_only_a_bracket_that_is_open_closes_a_source(printed: str, source: str) -> None:
    meta = meta_line(printed)
    assert meta is not None
    assert meta.source == source


def test_the_sites_name_in_a_signature_is_no_title(tmp_path: Path) -> None:
    title, first = (
        "2023年第二季度供水水质调查报告",
        "本季度共抽检管网水样二百四十份，覆盖全区十二个镇街，各项指标均达到国家标准。",
    )
    lines = "".join(f"<p>{line}</p>" for line in (first, *LINES, "云汀供水网站", "二〇二三年七月"))
    page = f"""<title>往期查看——云汀供水网站</title><div>{title}</div>
    <div>作者：管理员 编辑：管理员 2023-07-11 16:19:03</div><div>{lines}</div>"""
    found = draft(tmp_path, page)
    assert (found.facts.title, found.facts.published, found.body.split("\n")[:2]) == (
        title,
        date(2023, 7, 11),
        [first, LINES[0]],
    )
