"""The source of a page: where it stands, what is none, and each piece of evidence with a case of its own."""

from __future__ import annotations

import pytest

from tests.importers.pages import BODY, SECOND
from xinhui_viewer.importers.web import html
from xinhui_viewer.importers.web.evidence import Candidate
from xinhui_viewer.importers.web.origin.source import EVIDENCE, Names
from xinhui_viewer.importers.web.weights import SOURCE as WEIGHTS
from xinhui_viewer.records import Draft, Ground

TITLE = "云汀区召开防汛工作会议"


def page(under: str, *, above: str = "", below: str = "", head: str = "", title: str = TITLE) -> Draft:
    """The draft of a page with markup above and under its title, and below its text."""
    text = f'<div class="text"><p>{BODY}</p><p>{SECOND}</p></div>'
    begin = f"<html><head><title>{title}_云汀在线</title>{head}</head><body>{above}<h1>{title}</h1>"
    return html.read(f"{begin}{under}{text}{below}</body></html>".encode(), "a.html")[0]


LABELLED = [
    "<div>来源：云汀日报 时间：2023-07-11</div>",
    "<p><span>2023-07-11</span> <span>来　源：<a href='/m'>云汀日报</a></span> <a href='/r'>举报</a></p>",
    "<div><b>发布时间：</b>2023-07-11 <b>稿源：</b>【云汀日报】 <b>浏览次数：</b>8</div>",
    "<div>2023-07-11</div><div>信息来源：</div><div>云汀日报</div>",
    "<ul><li>2023-07-11</li><li>来源：</li><li><a href='/m'>云汀日报</a></li></ul>",
    "<table><tr><td>来源</td><td>云汀日报</td></tr><tr><td>日期</td><td>2023-07-11</td></tr></table>",
    "<p>2023-07-11 09:30 | 12次阅读 | 来源云汀日报 | 0 条评论</p>",
    "<p>《 云汀日报 》（ 2023年07月11日 03 版）</p>",
    "<div>本文来源于<span><a href='/m'>云汀日报</a></span> <span>2023-07-11 09:47</span></div>",
]
UNLABELLED = [
    "<div class='tip'><span>2023-07-11 10:56:28</span><a href='/m'>云汀日报</a></div>",
    "<div>云汀日报 2023-07-11 10:56</div>",
    "<div>2023-07-11 · 云汀日报</div>",
    "<div>云汀日报&nbsp;&nbsp;|&nbsp;&nbsp;2023年7月11日&nbsp;&nbsp;|&nbsp;&nbsp;阅读 12</div>",
    "<div class='t'><p>云汀日报</p><p>2023-07-11 18:13</p><div>字号</div></div>",
    "<div class='a'><div class='name'>2023-07-11</div><div class='media'>云汀日报</div></div>",
    "<p><i>防汛</i><i class='source'>云汀日报</i><i>2023-07-11</i></p>",
    "<a href='/m'><p class='media-name'>云汀日报</p></a><p>2023-07-11 16:56<i>发布于</i><i>云汀</i></p>",
]
BELOW = [
    "<p>（来源：云汀日报）</p>",
    "<div>来源：云汀日报 编辑：李四</div>",
    "<ul><li>赏</li><li>分享</li><li>评论</li><li>收藏</li><li>赞</li><li>更多</li></ul><p>来源：云汀日报</p>",
    "<div>版权声明 来源：云汀日报 时间：2023-07-11 14:34:05 作者：</div>",
    "<div>2023-07-11 12:39 云汀日报</div>",
]
TAGGED = [
    '<meta name="ContentSource" content="云汀日报">',
    '<meta name="source" content="云汀日报">',
    '<meta name="mediaid" content="云汀日报"><meta property="article:author" content="云汀日报">',
]


@pytest.mark.parametrize("under", LABELLED)
def test_a_source_behind_a_label_is_read_and_sure(under: str) -> None:
    found = page(under)
    assert (found.facts.source, Ground("source", "printed", sure=True) in found.grounds) == ("云汀日报", True)


@pytest.mark.parametrize("under", UNLABELLED)
def test_a_source_beside_the_date_needs_no_label(under: str) -> None:
    assert page(under).facts.source == "云汀日报"


@pytest.mark.parametrize("below", BELOW)
def test_a_source_under_the_text_is_read(below: str) -> None:
    assert page("", below=below).facts.source == "云汀日报"


@pytest.mark.parametrize("head", TAGGED)
def test_a_source_in_a_tag_is_read_where_none_is_printed(head: str) -> None:
    found = page("<p>2023-07-11</p>", head=head)
    assert (found.facts.source, [one.where for one in found.grounds if one.fact == "source"]) == ("云汀日报", ["tag"])


def test_a_label_above_the_title_counts() -> None:
    assert page("", above="<p>来源：云汀日报 2023-07-11</p>").facts.source == "云汀日报"


def test_a_printed_source_counts_more_than_a_tag() -> None:
    assert page("<p>来源：云汀日报</p>", head='<meta name="ContentSource" content="云汀网">').facts.source == "云汀日报"


def test_source_and_author_in_one_line_are_both_read() -> None:
    facts = page("<p>来源：云汀日报 作者：张三</p>").facts
    assert (facts.source, facts.authors) == ("云汀日报", ("张三",))


@pytest.mark.parametrize(
    "under",
    [
        "<p>来源：未知 2023-07-11</p>",
        "<p>2023-07-11 来自云汀省</p>",
        "<p>最新推荐文章于 2023-07-11 发布</p>",
        "<p>2023-07-11</p><p>赞赏</p>",
        "<p>来源：本站 作者：-- 2023-07-11</p>",
        "<p>来源： 发布时间：2023-07-11</p>",
        "<p>[<a href='/'>云汀在线网</a>] 2023-07-11</p><p>来源：</p>",
        "<p>2023-07-11 <a>分享</a> <a>收藏</a> <a>关注</a></p>",
        "<p>2023-07-11 10:20 浏览次数：12</p>",
        "<p>张三 2023-07-11</p>",
        "<p>（2023年7月11日起施行）</p>",
        "<p>（2023年7月11日第八届<b>云汀区人大常委会</b>第三次会议通过）</p>",
        "<p>2023-07-11 星期二</p><p>云汀区防汛指挥部于今日发布通知，请遵照执行。</p>",
        "<ul><li><a>转移群众</a> 2023-07-11</li><li><a>巡查</a> 2023-07-10</li><li><a>值守</a> 2023-07-09</li></ul>",
        "<p>责编：宣传部 2023-07-11</p>",
        "<p>2023-07-11</p><p>来源：</p><p>各镇、各部门：</p>",
        "<p>2023-07-11</p><p>来源：</p><p>防汛工作十项准则</p>",
        "<p>图片来源：网络 2023-07-11</p>",
        "<p>来源：本网站 2023-07-11</p>",
        "<p>来源：网络整理 2023-07-11</p>",
        "<p>会议时间：2023年7月11日上午9时</p><p>会议地点：综合楼</p>",
        "<p>2023-07-11</p><p>本站注明“来源：云汀网”的作品，未经授权不得转载。</p>",
    ],
)
def test_placeholders_buttons_persons_and_sentences_are_no_source(under: str) -> None:
    assert page(under).facts.source == ""


@pytest.mark.parametrize(
    ("under", "source"),
    [
        ("<p>来源：云汀日报 选稿：李四</p>", "云汀日报"),
        ("<p>来源：云汀日报 调整字体</p>", "云汀日报"),
        ("<p>来源：云汀日报 张三 2023-07-11</p>", "云汀日报"),
        ("<p>来源：云汀日报　责任编辑：李四</p>", "云汀日报"),
        ("<p>来源：云汀日报 记者 张三 通讯员 李四</p>", "云汀日报 记者 张三 通讯员 李四"),
        ("<p>来源：水利学院/文 宣传部/图</p>", "水利学院/文 宣传部/图"),
        ("<p>来源：公告 2023-07-11</p>", "公告"),
    ],
)
def test_the_next_label_is_no_part_of_the_source(under: str, source: str) -> None:
    assert page(under).facts.source == source


def test_a_column_of_the_page_beside_the_date_is_no_source() -> None:
    path = "<p>当前位置：<a href='/'>首页</a> &gt; <a href='/x'>防汛专栏网</a> &gt; 正文</p>"
    assert page("<p>防汛专栏网 2023-07-11</p>", above=path).facts.source == ""


WECHAT = """<html><head><meta property="og:title" content="{title}"></head><body><div id="img-content">
<h1 class="rich_media_title" id="activity-name">{title}</h1><div id="meta_content">{account}
<em id="publish_time"></em></div><div class="rich_media_content" id="js_content" style="visibility: hidden">
<p>{body}</p><p>{second}</p></div></div><script>{script}</script></body></html>"""


@pytest.mark.parametrize(
    ("account", "script"),
    [
        ('<span id="profileBt"><a href="#" id="js_name"> 云汀发布 </a></span>', 'var ct = "1689040800";'),
        (
            '<p style="display: none"><strong class="profile_nickname">云汀发布</strong></p>',
            "var createTime = '2023-07-11 10:00';",
        ),
        ("", 'var nickname = htmlDecode("云汀发布"); var ct = "1689040800";'),
    ],
)
def test_the_account_of_a_wechat_article_is_its_source(account: str, script: str) -> None:
    content = WECHAT.format(title=TITLE, account=account, body=BODY, second=SECOND, script=script)
    found = html.read(content.encode(), "a.html")[0]
    assert (found.facts.source, str(found.facts.published)) == ("云汀发布", "2023-07-11")
    assert found.body.startswith(BODY)


def _names(*ways: str, **more: object) -> Names:
    return Names(ways={"云汀日报": set(ways)}, **more)  # type: ignore[arg-type]


CASES = [
    *((way, "云汀日报", _names(way)) for way in ("behind a label", "beside the date", "the account")),
    ("named as an organisation", "云汀日报", _names()),
    ("the site's own name", "云汀日报", _names(site=frozenset({"云汀日报"}))),
    ("a step of the path", "云汀日报", _names(columns=("首页", "云汀日报"))),
    ("beside a label without a value", "云汀日报", _names("beside the date", silent=True)),
    ("a person", "张三丰", Names(ways={"张三丰": set()})),
    ("nobody in particular", "互联网", Names(ways={"互联网": set()})),
]


@pytest.mark.parametrize(("name", "value", "names"), CASES)
def test_each_piece_of_evidence_for_a_source_holds_where_it_should(name: str, value: str, names: Names) -> None:
    holds = {row.name: row.holds for row in EVIDENCE}
    assert holds[name](Candidate(value, "printed"), names)
    assert not holds[name](Candidate("防汛", "printed"), Names(ways={"防汛": set()}))


def test_every_piece_of_evidence_for_a_source_has_a_weight() -> None:
    assert {row.name for row in EVIDENCE} == set(WEIGHTS.of)
