"""Lines of a text that look like a label, a button, or the links of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.web.test_html import draft

TITLE = "云汀区开展河道清淤行动"
PARAGRAPHS = (
    "为保障汛期行洪安全，云汀区水务局近日组织三支队伍对六条河道集中清淤，共清出淤泥四千余方。",
    "区水务局负责人介绍，清淤按先急后缓的次序推进，城东、城南两段已在上月底前完工。",
    "下一步，各镇将把清淤与日常保洁结合起来，落实河长责任，防止边清边淤。",
)
META = "<div>来源：云汀日报 2023-07-11 09:30</div>"
HEAD = "<div class='pics'><img src='/i/head.png'><span>联席会议成员单位</span></div>"
LINKS = f"{HEAD}<ul><li><a href='/1'>水务局</a></li></ul>"


def lines(folder: Path, text: str) -> list[str]:
    """Return the lines of the body of a page with a text."""
    page = f"<title>{TITLE}</title><body><div><h1>{TITLE}</h1>{META}<div class='wrap'>{text}</div></div></body>"
    return list(filter(None, draft(folder, page).body.split("\n")))


def paragraphs(*texts: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


@pytest.mark.parametrize(
    "opening",
    [
        ("王某某供稿", "一、观测日期：2023年7月3日"),
        ("二、公示时间：2023年7月3日",),
        ("（一）申报时间：2023年7月3日",),
        ("观测日期：2023年7月3-5日",),
        ("云汀区2023年下半年清淤工程验收登记办理时间：",),
        ("现将今年各镇清淤工程的报名条件及日期：",),
    ],
)
def test_a_text_may_begin_with_a_line_that_looks_like_a_label(tmp_path: Path, opening: tuple[str, ...]) -> None:
    assert lines(tmp_path, paragraphs(*opening, *PARAGRAPHS)) == [*opening, *PARAGRAPHS]


@pytest.mark.parametrize(
    "label", ["发布时间：2023-07-11", "信息公开发布日期：", "来源：云汀日报", "时间：2023年7月11日"]
)
def test_a_label_above_a_text_is_none_of_its_lines(tmp_path: Path, label: str) -> None:
    assert lines(tmp_path, paragraphs(label, *PARAGRAPHS)) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "picture",
    [
        "<div class='arti_con'><img src='/f/1.jpg'></div>",
        "<div class='article-content'><p><img src='/f/1.jpg'></p></div>",
        "<div id='zoom'><p align='center'><img src='/f/1.jpg'></p><p><img src='/f/2.jpg'></p></div>",
    ],
)
def test_the_text_of_a_notice_that_is_a_picture_ends_with_its_element(tmp_path: Path, picture: str) -> None:
    page = (
        f"<title>{TITLE}</title><body><div><h1>{TITLE}</h1>{META}<div class='wrap'>{picture}</div></div>{LINKS}</body>"
    )
    found = draft(tmp_path, page)
    assert found.body.strip() == ""
    assert found.blocks[0].image == "/f/1.jpg"


@pytest.mark.parametrize(
    "attached",
    [
        ("附：1.<a href='#' oldsrc='W02.xls'>河道清淤任务审核表</a>", "<a href='#' oldsrc='W03.xls'>2.承诺书</a>"),
        ("<a href='/f/1'>附：1.河道清淤任务审核表</a>", "<a href='/f/2'>2.承诺书</a>"),
        ("附件1.<a href='/f/1'>河道清淤任务审核表</a>", "<a href='/f/2'>2.承诺书</a>", "<a href='/f/3'>3.样表</a>"),
        ("附：<a href='/f/1'>河道清淤任务审核表</a>",),
    ],
)
def test_linked_attachments_under_a_text_stay_in_it(tmp_path: Path, attached: tuple[str, ...]) -> None:
    found = lines(tmp_path, paragraphs(*PARAGRAPHS, *attached))
    assert len(found) == len(PARAGRAPHS) + len(attached)


def test_numbered_links_without_a_head_of_attachments_are_none(tmp_path: Path) -> None:
    links = ("<a href='/f/1'>1.云汀区召开防汛会议</a>", "<a href='/f/2'>2.云汀区部署抗旱</a>")
    assert lines(tmp_path, paragraphs(*PARAGRAPHS, *links)) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    ("head", "under"),
    [
        ("相关链接", ("河道清淤的部分规定", *PARAGRAPHS[:2])),
        ("【相关资料】", ("1、清淤应当在汛期前完成。", "2、淤泥应当运到指定地点，不得随意堆放。")),
        ("延伸阅读：", ("清淤分为干式和湿式两种，各有适用的河段。", "干式清淤须先排干河水。", "湿式清淤不须排水。")),
    ],
)
def test_paragraphs_under_a_head_of_links_are_text(tmp_path: Path, head: str, under: tuple[str, ...]) -> None:
    text = (*PARAGRAPHS, *(f"{one}其余各段按此办理，不再重复说明。" for one in PARAGRAPHS))
    assert lines(tmp_path, paragraphs(*text, head, *under)) == [*text, head, *under]


@pytest.mark.parametrize(
    "under",
    [
        ("<a href='/1'>云汀区召开防汛会议，部署下一步工作。</a>", "<a href='/2'>云汀区部署抗旱，要求落实责任。</a>"),
        ("云汀区召开防汛会议", "云汀区部署抗旱工作"),
    ],
)
def test_titles_under_a_head_of_links_are_no_text(tmp_path: Path, under: tuple[str, ...]) -> None:
    assert lines(tmp_path, paragraphs(*PARAGRAPHS, "相关链接", *under)) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "address",
    [
        ("http://www.yunting.example/a/1.html",),
        ("https://data.yunting.example/x?id=1", "https://www.yunting.example/abs/2023/7.full"),
        ("新闻来源：http://www.yunting.example/t20230711_1.html",),
    ],
)
def test_linked_addresses_in_print_under_a_text_stay_in_it(tmp_path: Path, address: tuple[str, ...]) -> None:
    links = (f"{one[: one.index('h')]}<a href='#'>{one[one.index('h') :]}</a>" for one in address)
    assert lines(tmp_path, paragraphs(*PARAGRAPHS, *links)) == [*PARAGRAPHS, *address]


@pytest.mark.parametrize(
    "line",
    [
        "河道清淤志愿者网上报名(点击进入)",
        "扫二维码---登记系统---报名项目---清淤志愿服务---注册---保存---提交----完成",
        "扫描二维码填写云汀区河道清淤志愿者报名登记表并按要求上传本人近期照片",
        "二〇二三年度清淤志愿服务报名系统【点击登录】",
    ],
)
def test_steps_of_a_text_that_ask_to_click_or_scan_stay_in_it(tmp_path: Path, line: str) -> None:
    first, *others = PARAGRAPHS
    assert lines(tmp_path, paragraphs(first, line, *others)) == [first, line, *others]


@pytest.mark.parametrize("line", ["（点击进入）", "扫描二维码关注我们", "扫下方二维码，下载云汀客户端", "微信扫二维码"])
def test_pleas_to_click_or_scan_are_no_text(tmp_path: Path, line: str) -> None:
    first, *others = PARAGRAPHS
    assert lines(tmp_path, paragraphs(first, line, *others)) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "path",
    [
        "<td>现在位置：<a href='/'>首页</a> &gt; <a href='/j'>机构设置</a> &gt; <a href=''>清淤组</a></td>",
        "<td>您的位置：<a href='/'>首页</a> » <a href='/j'>机构设置</a> » <a href=''>清淤组</a></td>",
        "<td>当前位置：<a href='/'>首页</a> / <a href='/j'>机构设置</a> / <a href=''>清淤组</a></td>",
    ],
)
@pytest.mark.parametrize("search", ["关键字：", "站内检索云汀水务信息", "热线 010-0000"])
def test_nothing_above_the_path_of_a_page_is_text(tmp_path: Path, path: str, search: str) -> None:
    menu = "".join(f"<td><a href='/m{n}'>栏目{n}</a></td><td>机构设置之{n}</td>" for n in range(4))
    text = f"<td><div class='TRS_Editor'>{paragraphs(*PARAGRAPHS)}</div></td>"
    page = (
        f"<title>清淤组_云汀区水务局</title><body><form>{search}</form><table><tr>{menu}</tr></table><table><tr>{path}</tr>"
        f"<tr><td>清淤组</td></tr><tr>{text}</tr></table><div>地址：云汀东路1号 版权所有</div></body>"
    )
    assert draft(tmp_path, page).body.split("\n") == [*PARAGRAPHS]
