"""Values are unsure where a page contradicts itself, and sure where nothing speaks against them."""

from __future__ import annotations

import pytest

from tests.importers.web.sites import drafted, sentence
from xinhui_viewer.records import Draft

TITLE = "云汀县水利局召开春季防汛工作会议"
OTHER = "石桥镇举办第二届村民运动会"


def page(head: str = "", info: str = "2024-03-05 10:20 来源：云汀日报", title: str = TITLE, above: str = "") -> Draft:
    """The bulletin of a page with these tags, this line under its title, and this path."""
    body = f"{above}<h1>{title}</h1><p>{info}</p><p>{sentence(1)}</p><p>{sentence(2)}</p>"
    return drafted(f"<html><head>{head}</head><body>{body}</body></html>")


def said(draft: Draft, fact: str) -> tuple[object, bool]:
    """Return a fact of a bulletin, and whether it is sure."""
    ground = next(one for one in draft.grounds if one.fact == fact)
    value = getattr(draft.facts, fact)
    return value.isoformat() if fact == "published" else value, ground.sure


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        (TITLE, True),
        (f"{TITLE}_云汀县水利局", True),
        (f"{TITLE}（图）", True),
        (f"防汛抗旱简报第三期：{TITLE}", True),
        (f"{TITLE[:10]}", True),
        (f"{TITLE[:10]}……", True),
        ("云汀县人民政府门户网站", True),
        ("云汀县水利局", True),
        ("云汀县终身学习学分银行", True),
        ("要闻", True),
        (OTHER, False),
        (f"{OTHER}_云汀县水利局", False),
        (f"{TITLE}暨山塘水库巡查动员大会", False),
    ],
)
def test_a_page_that_calls_itself_otherwise_casts_a_doubt_on_its_title(name: str, sure: bool) -> None:
    assert said(page(f"<title>{name}</title>"), "title") == (TITLE, sure)


def test_the_standards_tag_counts_more_than_the_title_of_another_page() -> None:
    head = f"<title>{OTHER}</title><meta name='ArticleTitle' content='{TITLE}'>"
    assert said(page(head), "title") == (TITLE, True)


def test_a_sentence_is_no_sure_title_unless_the_page_calls_itself_so() -> None:
    text = "三月五日，云汀县的志愿者在河边种下第一批柳树。当天共种下三百棵，下周还要再种"
    assert said(page(title=text), "title") == (text, False)
    assert said(page(f"<title>{text}</title>", title=text), "title") == (text, True)


def test_a_page_with_a_doubted_title_is_a_bulletin_all_the_same() -> None:
    tools = "".join(f"<li><a href='/{n}'>{n}号泵站值班电话和地址</a></li>" for n in range(9))
    body = (
        f"<h1 class='title'>{TITLE}</h1><p>会议由局长主持，各镇水利站站长参加，会期半天，会后各站领取了新的雨量计。</p>"
    )
    draft = drafted(f"<html><head><title>{OTHER}</title></head><body><ul>{tools}</ul>{body}</body></html>")
    assert (said(draft, "title"), draft.passed_over) == ((TITLE, False), "")


@pytest.mark.parametrize(
    ("tag", "sure"), [("2024-03-05", True), ("2024-03-06", True), ("2024-01-27", False), ("2023-03-05", False)]
)
def test_a_tag_with_another_day_casts_a_doubt_on_the_printed_one(tag: str, sure: bool) -> None:
    assert said(page(f"<meta name='PubDate' content='{tag}'>"), "published") == ("2024-03-05", sure)


def test_the_day_of_a_change_beside_that_of_publication_casts_no_doubt() -> None:
    info = "发布时间：2024-03-05 10:20 更新时间：2024-03-20 来源：云汀日报"
    assert said(page(info=info), "published") == ("2024-03-05", True)


@pytest.mark.parametrize(
    ("info", "tag", "source", "sure"),
    [
        ("2024-03-05 来源：云汀日报", "云汀日报", "云汀日报", True),
        ("2024-03-05 来源：云汀新闻网-云汀日报", "云汀日报", "云汀新闻网-云汀日报", True),
        ("2024-03-05 来源：云汀日报", "石桥镇融媒体中心", "云汀日报", False),
        ("2024-03-05 来源：云汀日报</p><p>来源：石桥镇融媒体中心", "", "云汀日报", False),
        ("2024-03-05 云汀日报", "", "云汀日报", True),
    ],
)
def test_another_source_behind_a_label_or_in_a_tag_casts_a_doubt(info: str, tag: str, source: str, sure: bool) -> None:
    head = f"<meta name='ContentSource' content='{tag}'>" if tag else ""
    assert said(page(head, info), "source") == (source, sure)


def test_a_path_that_ends_a_longer_one_casts_no_doubt_on_it() -> None:
    above = "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/z/'>政务公开</a> &gt; <a href='/z/x/'>水利</a></div>"
    assert said(page("<meta name='ColumnName' content='水利'>", above=above), "columns")[1] is True
