"""Pages of newspapers' electronic editions, in the forms that publishing systems give them."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.web.html import read
from xinhui_viewer.records import Draft

TEXT = (
    "<p>入春以来，东河县二十万亩油菜进入花期，县农技中心组织技术人员分片下村，指导农户防渍排涝、防治菌核病。</p>"
    "<p>“今年长势比去年好。”石桥村种粮大户蔡永福说，合作社已与两家油厂签了订单，收下来就有人要。</p>"
    "<p>据介绍，全县今年落实油菜补贴资金六百余万元，建设高产示范片三十个，辐射带动周边农户四千余户。</p>"
)
TITLE = "万亩油菜花开 农技人员下田"
NAME = f"<title>{TITLE}-东河日报</title>"
FOUNDER = (
    "<title>东河日报多媒体数字报</title><body><table><tr><td class='px12'>2018年04月11日 星期三</td>"
    "<td><strong>第A02版：县区新闻</strong></td>"
    "<td><a href='n1.htm'>上一版</a> <a href='n3.htm'>下一版</a></td></tr></table>"
    "<table><tr><td><b>标题导航</b><ul><li><a href='c1.htm'>万亩油菜花开 农技人员下田</a></li>"
    "<li><a href='c2.htm'>城东菜市场改造完工</a></li></ul></td>"
    "<td><a>上一篇</a> <a>下一篇</a><a>放大</a> <a>缩小</a> <a>默认</a>"
    f"<table><tr><td class='bt1'><founder-title>{TITLE}</founder-title></td></tr>"
    "<tr><td>□ 本报记者 蔡文慧 通讯员 何立民</td></tr></table>"
    f"<founder-content>{TEXT}</founder-content></td></tr></table>"
    "<div>返回 目录 放大 缩小 全文复制</div><div>东河日报社版权所有</div>"
)
PARTY = (
    f"{NAME}<body><div class='paper-head'><p class='ban'>第02版：县区新闻</p>"
    "<p class='date'>东河日报 2018年04月11日 <span>星期三</span></p></div>"
    "<div class='swiper'><a href='n1'>01版：要闻</a><a href='n2'>02版：县区新闻</a><a href='n3'>03版：理论</a></div>"
    f"<div class='article'><h3></h3><h1>{TITLE}</h1><p class='sec'>本报记者 蔡文慧</p>"
    f"<div id='ozoom'>{TEXT}</div></div>"
)
PORTABLE = (
    "<title>东河晚报数字报</title><body><header><h1 class='logo'>东河晚报数字报</h1>"
    "<span>2018-04-11</span><span>A02</span>"
    "<a>版面导航</a><a>标题导航</a></header><h2 class='article-title'>万亩油菜花开 农技人员下田</h2>"
    f"<p class='author'>蔡文慧 文/图</p><div>{TEXT}</div><footer>东河晚报社 版权所有</footer>"
)
BANNER = (
    f"<title>{TITLE}</title><body><img alt='东河农村报' src='logo.png'><div>今天是2026年11月2日 星期一</div>"
    "<table><tr><td>2018年04月11日</td><td>A02版：县区新闻</td><td>东河农村报</td></tr></table>"
    "<ul><li>A01版 头版</li><li>A03版 副刊</li></ul>".replace("<li>", "<li><a href='#'>").replace("</li>", "</a></li>")
    + f"<div class='title'>{TITLE}</div><div>◎通讯员 蔡文慧</div>{TEXT}"
)
WEEKLY = (
    "<title>东河周末电子报</title><body><select><option>2018-04-04</option></select>"
    "<div>东河周末电子报 2018年4月11日 星期三 第1203期</div><div>上一版 下一版 版面概览</div>"
    f"<div class='nr'><h4>油菜产业观察之三</h4><h2>{TITLE}</h2>"
    f"<p>作者：蔡文慧</p>{TEXT}</div><div>版权所有 东河周末报社</div>"
)
UNIVERSITY = (
    f"<title>东河大学报-2018年04月11日-第02版</title><body><p>第02版：综合</p><a href=x>第01版：要闻</a><p>下一篇</p>"
    f"<div><p style='font-size:20px'><b>{TITLE}</b></p><p>文/蔡文慧 图/何立民</p>{TEXT}</div>"
)
COMMENT = (
    f"<title>{TITLE}</title><!--enpproperty <articleid>22</articleid><date>2018-04-11 00:00:00.0</date>/enpproperty-->"
    f"<body><div>东河商报</div><div>版次：A05</div><div class='t'>{TITLE}</div><div>记者　蔡文慧</div>{TEXT}"
)


def page(markup: str) -> Draft:
    (draft,) = read(f"<!DOCTYPE html><html><meta charset=utf-8>{markup}</html>".encode(), "content_1.htm")
    return draft


@pytest.mark.parametrize(
    ("markup", "paper", "edition"),
    [
        (FOUNDER, "东河日报", "A02"),
        (PARTY, "东河日报", "2"),
        (PORTABLE, "东河晚报", ""),
        (BANNER, "东河农村报", "A02"),
        (WEEKLY, "东河周末", ""),
        (UNIVERSITY, "东河大学报", "2"),
        (COMMENT, "东河商报", "A05"),
    ],
    ids=["founder", "party", "portable", "banner", "weekly", "university", "comment"],
)
def test_the_head_of_a_newspapers_page_gives_paper_day_edition_and_authors(
    markup: str, paper: str, edition: str
) -> None:
    read_ = page(markup)
    facts = read_.facts
    assert (facts.title, facts.published, facts.source, facts.edition) == (TITLE, date(2018, 4, 11), paper, edition)
    assert facts.authors[:1] == ("蔡文慧",)
    assert read_.body.startswith("入春以来")
    assert read_.body.endswith("四千余户。")


def test_a_subtitle_over_a_byline_stays_in_the_text() -> None:
    read_ = page(PARTY.replace("<p class='sec'>", "<h4>技术人员分片包村</h4><p class='sec'>"))
    assert read_.body.startswith("技术人员分片包村\n\n入春以来") or read_.body.startswith("技术人员分片包村\n入春以来")
    assert read_.facts.authors == ("蔡文慧",)


def test_a_byline_stays_in_a_text_on_other_sites() -> None:
    text = f"<p>□ 本报记者 蔡文慧</p>{TEXT}"
    assert page(
        f"<title>{TITLE}_东河网</title><body><h1>{TITLE}</h1><div>2018-04-11</div><div>{text}</div>"
    ).body.startswith("□ 本报记者")


@pytest.mark.parametrize(
    "markup",
    [
        f"<title>{TITLE}_东河日报网</title><body><h1>{TITLE}</h1><p>2018-04-12</p>{TEXT}<p>今日版权合作</p>",
        f"<title>{TITLE}</title><body><h1>{TITLE}</h1><p>2018-04-12</p>{TEXT}<p>信息举报</p><p>上一版 下一版</p>",
        f"<title>{TITLE}</title><body><h1>{TITLE}</h1><p>2018-04-12</p>{TEXT}<p>见《油菜栽培》第3版</p>",
    ],
)
def test_other_pages_are_none_of_a_newspaper(markup: str) -> None:
    assert page(markup).facts.source in ("", "东河日报网")
