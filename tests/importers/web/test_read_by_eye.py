"""Kinds of pages that stood out when whole mirrors were read by eye: what is text, and what its siblings have, too."""

from __future__ import annotations

import pytest

from tests.importers.web.sites import article, drafted, lessons
from xinhui_viewer.records import Draft

SITE = [article(number) for number in range(12)]
FIRST = "近日，区水利局到云汀河检查堤防，要求各镇逐段排查，发现一处登记一处，限期整改到位。"
NEXT = "检查组还走访了沿河的三个村，听取了村民的意见，并把需要解决的问题带回局里研究。"


def read(*lines: str, title: str = "云汀河堤防检查", name: str = "", date: str = "2023-07-11") -> Draft:
    """The bulletin of a page with lines of markup under its title and day."""
    info = f"<div class='info'><span>日期：{date}</span></div>" if date else ""
    head = f"<head><title>{name or title + '_云汀水利'}</title></head>"
    return drafted(f"<html>{head}<body><div class='t'>{title}</div>{info}<div class='x'>{''.join(lines)}</div>")


def of_columns(number: int, column: str) -> str:
    """A page of a site without a source; the column stands near the date, as the last step of the path."""
    page = article(number, info=f"<span>日期：2024-03-{number % 28 + 1:02} 10:20　浏览：{number}</span>")
    path = f'<div class="path"><a href="/">首页</a>&gt;<a href="/c/">{column}</a></div>'
    before, _, after = page.partition('<div class="path">')
    whole = before + path + after.partition("</div>")[2]
    return whole.replace("_云汀", f"_{column}_云汀")


def test_the_column_near_the_date_of_every_page_is_no_source() -> None:
    taught = lessons([of_columns(number, ("通知公告", "工作动态")[number % 2]) for number in range(14)])
    found = drafted(of_columns(30, "通知公告"), taught).facts
    assert (found.source, found.columns) == ("", ("首页", "通知公告"))


def test_source_and_date_above_a_list_of_names_are_no_text() -> None:
    names = "<p>一班　李某、王某</p><p>二班　赵某</p><p>三班　钱某、孙某</p><p>四班　周某</p><p>2023年7月11日</p>"
    page = (
        "<html><head><title>云汀小学入选名单_云汀小学</title></head><body><div class='head'><h4>云汀小学入选名单</h4>"
        f"<span>2023-07-11 &nbsp; 云汀小学-云汀镇中心小学</span></div><div class='content'><div>{names}</div></div>"
    )
    assert drafted(page).body.split("\n")[0].startswith("一班")


def test_a_box_beside_a_short_text_behind_the_link_to_the_next_page_is_no_text() -> None:
    people = "".join(f"<p>第{n}组负责人：李某 880{n}@example.org</p>" for n in range(1, 7))
    found = read(
        "<p>截止今天，参赛作品已经全部收到！</p><p>上一条：<a href='/a'>作品进度一</a></p>",
        f"</div><div class='box'><h3>站内搜索</h3><p>联系人：王某</p>{people}",
    )
    assert found.body == "截止今天，参赛作品已经全部收到！"


@pytest.mark.parametrize("film", ["", "<p><img src='/f/a.jpg'></p>"], ids=["film", "picture"])
def test_a_page_without_a_text_does_not_take_its_siblings_lines_for_one(film: str) -> None:
    foot = "<div class='n'><h4>学校概况</h4><p>校长致辞　学校历史</p><h4>教学管理</h4><p>教务安排</p></div></body>"
    taught = lessons([page.replace("</body>", foot) for page in SITE])
    page = article(30, film or "<p> </p>", beside="<p> </p>").replace("</body>", foot)
    assert "学校概况" not in drafted(page, taught).body


def test_names_on_one_page_alone_stay_its_text() -> None:
    page = article(30, "<p>李某　王某</p><p>赵某　钱某</p>", beside="<p> </p>")
    assert drafted(page, lessons(SITE)).body == "李某　王某\n赵某　钱某"


@pytest.mark.parametrize("name", ["W020190304101502", "IMG_20190304_101502.jpg", "DSC0239412"])
def test_the_name_of_a_file_under_a_picture_is_no_text(name: str) -> None:
    found = read(f"<p>{FIRST}</p><p><img src='/p/1.jpg'></p><p>{name}</p><p>{NEXT}</p>")
    assert [line for line in found.body.split("\n") if line] == [FIRST, NEXT]


def test_a_picture_whose_caption_is_the_name_of_a_file_stays() -> None:
    picture = "<img title='mmexport1572849167847.jpg' src='/p/{n}.jpg'>"
    found = read(f"<p>{FIRST}</p><p>{picture.format(n=1)}{picture.format(n=2)}</p><p>{NEXT}</p>")
    assert found.body.split("\n") == [FIRST, "", "", NEXT]


def test_the_caption_under_a_picture_stays() -> None:
    assert "堤防旧照" in read(f"<p>{FIRST}</p><p><img src='/p/堤防旧照.jpg'></p><p>堤防旧照</p><p>{NEXT}</p>").body


def test_a_heading_marked_as_a_place_in_the_page_is_no_link() -> None:
    found = read(
        f"<h2><a name='_Toc1'>一、前言</a></h2><p>{FIRST}</p><h2><a name='_Toc2'>二、做法</a></h2><p>{NEXT}</p>"
    )
    assert found.body == f"一、前言\n{FIRST}\n二、做法\n{NEXT}"


def test_the_namespace_that_an_office_program_wrote_into_a_paragraph_is_no_text() -> None:
    office = '&lt;?xml:namespace prefix = st1 ns = "urn:schemas-example-com:office:smarttags" /&gt;'
    assert read(f"<p>{office}{FIRST}</p><p>{NEXT}</p>").body == f"{FIRST}\n{NEXT}"


def test_a_short_title_over_a_subtitle_is_the_title() -> None:
    under = "——记云汀镇水利站站长李某和他守护了三十年的大堤"
    page = (
        "<html><head><title>长堤不老_云汀人物_云汀在线</title></head><body><div class='actitle'>长堤不老</div>"
        f"<div class='subactitle'>{under}</div><div>日期：2023-07-11　浏览：12</div>"
        f"<div><p>{FIRST}</p><p>{NEXT}</p></div>"
    )
    found = drafted(page)
    assert (found.facts.title, found.body) == ("长堤不老", f"{under}\n{FIRST}\n{NEXT}")


def test_a_picture_page_named_after_a_building_has_its_name() -> None:
    page = (
        "<html><head><title>图书馆_校园风光_云汀学院</title></head><body><p>欢迎访问本站！今天是：</p>"
        "<div class='path'><a href='/'>首页</a> > <a href='/x'>校园风光</a></div><div class='actitle'>图书馆</div>"
        "<div>日期：2023-07-11 10:50:26 发布人：admin 浏览量：12 <a href='/d'>打印本文</a></div>"
        "<div class='content'><img src='/p/1.jpg'><img src='/p/2.jpg'></div>"
    )
    found = drafted(page)
    assert (found.facts.title, found.passed_over) == ("图书馆", "")


ABOUT = (
    "<html><head><title>云汀县林业局</title></head><body><p>欢迎访问云汀县林业局网站</p>"
    "<div>当前位置：首页>机构简介>单位简介</div><div>{text}</div>"
    "<div>版权所有：云汀县林业局 电话：0432-00000000 地址：云汀县山前街7号</div>"
)


@pytest.mark.parametrize("first", ["云汀县林业局负责人：李某", "尊敬的来信人，您好！", "——我们的工作"])
def test_a_page_named_after_its_site_has_the_name_of_its_column_and_no_line_of_its_text(first: str) -> None:
    found = drafted(ABOUT.format(text=f"<p>{first}</p><p>{FIRST}</p><p>{NEXT}</p>"))
    assert found.facts.title == "单位简介"
    assert FIRST in found.body


def test_the_floors_of_buildings_are_no_answers_in_a_forum() -> None:
    floors = "".join(f"<p>{n}．学生宿舍五栋{n}楼的水龙头需要维修，希望尽快处理。</p>" for n in range(1, 8))
    assert read(f"<p>{FIRST}</p>{floors}").passed_over == ""


def test_a_message_on_missing_rights_is_an_error() -> None:
    message = "<h3>系统提示</h3><p>抱歉</p><p>可能是由下列问题导致的：</p><p>您没有访问当前栏目的权限。</p>"
    assert drafted(f"<html><head><title>系统提示</title></head><body>{message}").passed_over == "error"


def test_a_portal_is_not_named_after_the_beginning_of_another_pages_text() -> None:
    links = "".join(f"<li><a href='/n{n}'>云汀小学第{n}周工作安排</a> 2023-07-{n + 10}</li>" for n in range(1, 9))
    teaser = "<p>为深入落实上级要求，学校开展了系列活动...<a href='/a'>[详情]</a></p><p>2023-07-10</p>"
    page = f"<html><head><title>云汀小学</title></head><body><div><img src='/1.jpg'>{teaser}<ul>{links}</ul></div>"
    assert drafted(page).passed_over in ("list", "portal")


@pytest.mark.parametrize(
    "links",
    [
        "<p>相关链接：<a href='/a'>云汀区召开防汛工作会议</a></p><p><a href='/b'>云汀区排查堤防隐患</a></p>",
        "<p>相关链接：</p><p><a href='/a'>云汀区召开防汛工作会议</a></p><p><a href='/b'>云汀区排查堤防隐患</a></p>",
    ],
    ids=["behind the head", "below it"],
)
def test_a_paragraph_below_the_links_amid_a_text_stays(links: str) -> None:
    last = "以上文件由区水利局负责解释，各镇在执行中遇到的问题请及时反映。"
    found = read(f"<p>{FIRST}</p><p>{NEXT}</p>{links}<p>{last}</p>")
    assert (found.body.startswith(FIRST), found.body.endswith(last)) == (True, True)


def test_related_links_at_the_end_of_a_text_are_still_none_of_it() -> None:
    links = "<p>相关链接：<a href='/a'>云汀区召开防汛工作会议</a></p><p><a href='/b'>云汀区排查堤防隐患</a></p>"
    found = read(f"<p>{FIRST}</p><p>{NEXT}</p>{links}<p>声明：转载稿件仅代表作者个人观点，如有侵权请联系删除。</p>")
    assert found.body == f"{FIRST}\n{NEXT}"


@pytest.mark.parametrize(
    "last", ["<footer><p>云汀区水利局</p><p>2023年7月12日</p></footer>", "<aside><p>注：堤段以竣工图为准。</p></aside>"]
)
def test_the_foot_of_an_article_and_a_note_in_it_are_text(last: str) -> None:
    page = (
        "<html><head><title>云汀河堤防检查_云汀水利</title></head><body><article><h1>云汀河堤防检查</h1>"
        f"<p>发布日期：2023-07-11</p><p>{FIRST}</p><p>{NEXT}</p>{last}</article>"
        "<footer><p>云汀区水利局主办 备案号12345</p></footer>"
    )
    wanted = ["云汀区水利局", "2023年7月12日"] if "footer" in last else ["注：堤段以竣工图为准。"]
    assert drafted(page).body.split("\n") == [FIRST, NEXT, *wanted]


@pytest.mark.parametrize("beside", ["aside", "footer"])
def test_links_in_an_aside_of_an_article_are_no_text(beside: str) -> None:
    links = "".join(f"<p><a href='/{n}'>云汀区第{n}次防汛会议召开</a></p>" for n in range(1, 4))
    page = (
        "<html><head><title>云汀河堤防检查_云汀水利</title></head><body><article><h1>云汀河堤防检查</h1>"
        f"<p>发布日期：2023-07-11</p><p>{FIRST}</p><p>{NEXT}</p><{beside}>{links}</{beside}></article>"
    )
    assert drafted(page).body.split("\n") == [FIRST, NEXT]


@pytest.mark.parametrize("name", ["summary", "daodu", "art-zhaiyao"])
def test_a_lead_that_the_text_does_not_repeat_is_text(name: str) -> None:
    lead = "汛期将至，全长二十六公里的大堤是否安全？带着这个问题，记者跟随检查组走了一天。"
    page = (
        "<html><head><title>云汀河堤防检查_云汀水利</title></head><body><h1>云汀河堤防检查</h1><p>发布日期：2023-07-11</p>"
        f"<div class='{name}'><p>{lead}</p></div><div class='content'><p>{FIRST}</p><p>{NEXT}</p></div>"
    )
    assert drafted(page).body.split("\n") == [lead, FIRST, NEXT]


def test_the_teaser_of_a_film_below_related_links_is_no_text_of_a_short_notice() -> None:
    links = "".join(f"<p><a href='/{n}'>云汀区第{n}期水情公告</a></p>" for n in range(1, 7))
    film = "<div class='f'><img src='/f.jpg'><p>本期将迎来《云汀风物》收官之作，敬请收看...</p>"
    film += "".join(f"<p>云汀风物第{n}期节目单</p>" for n in range(1, 9))
    rest = f"<h3>相关阅读：</h3>{links}</div>{film}"
    notice = "因节目时间调整，今天的《云汀水情》改在晚上十点半左右播出，请听众朋友留意收听。"
    assert read(f"<p>{notice}</p><p>云汀水利站</p>", rest).body == f"{notice}\n云汀水利站"


@pytest.mark.parametrize("name", ["QQ图片20190520113211", "微信图片_20190520113211", "微信截图 2019-05-20"])
def test_the_name_that_a_program_gave_a_picture_is_no_caption(name: str) -> None:
    assert name not in read(f"<p>{FIRST}</p><p><img alt='{name}' src='/1.jpg'></p><p>{NEXT}</p>").body
