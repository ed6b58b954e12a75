"""Days of publication in pages that differ in markup, and days that are of something else."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.web.days import day_labels
from xinhui_viewer.importers.web.days.dates import EVIDENCE
from xinhui_viewer.importers.web.html import read
from xinhui_viewer.importers.web.weights import PUBLISHED
from xinhui_viewer.records import Draft

TEXT = (
    "<p>云汀区近日组织人员分三批检查沿河步道，共查出问题二十一处，已整改十八处，其余三处限期完成。</p>"
    "<p>下一步，各社区要把巡查记录交给街道，由街道汇总后报区里备案，遇到疑难问题当天会商。</p>"
)
DAY = date(2021, 3, 2)


def page(head: str = "", foot: str = "", tags: str = "", text: str = TEXT, around: Around = ALONE) -> Draft:
    """Read a page with lines over and under its text, and with tags in its head."""
    tags = f"<head><title>沿河步道检查_云汀网</title>{tags}</head>"
    markup = f"<html>{tags}<body><h1>沿河步道检查</h1>{head}<div>{text}</div>{foot}</body></html>"
    return read(markup.encode(), "a.html", around)[0]


@pytest.mark.parametrize(
    "head",
    [
        "<p>2021-03-02</p>",
        "<div><span>发布时间：</span><span>2021年3月2日</span> <span>浏览：12次</span></div>",
        "<div>发布日期</div><div>2021-03-02</div>",
        "<h4>2021-03-02 10:20:33 云汀日报</h4>",
        "<div>[发布时间2021年3月2日]</div>",
        "<div>来源：云汀日报时间：2021-03-02</div>",
        "<div>更新时间：2021-03-05 发布时间：2021-03-02</div>",
        "<div>云汀日报 2021.03.0208:15 <a>关注</a></div>",
        "<div><a href='/'>返回</a> <a href='/m'>手机版本</a> 发布时间：2021年3月2日</div>",
        "<div>录入时间：２０２１年３月２日</div><div>作者：</div>",
        "<table><tr><td>索引号</td><td>K1</td></tr><tr><td>发布日期</td><td>2021-03-02</td></tr></table>",
    ],
)
def test_a_day_over_the_text_is_read_in_every_markup(head: str) -> None:
    assert page(head).facts.published == DAY


@pytest.mark.parametrize(
    "foot",
    [
        "<p>发布时间：2021-03-02</p><p>浏览次数：30</p>",
        "<div>2021-03-02 12:39 云汀日报</div>",
        "<div>（来源：云汀日报 时间：2021年3月2日）</div>",
        "<ul><li>分享</li></ul><div>发布日期：2021-03-02 14:34:05 所属分类：头条</div>",
    ],
)
def test_a_day_under_the_text_is_read_in_every_markup(foot: str) -> None:
    assert page(foot=foot).facts.published == DAY


@pytest.mark.parametrize(
    "tags",
    [
        '<meta name="PubDate" content="2021-03-02 10:00">',
        '<meta name="og:time " content="2021-03-02 10:00:00">',
        '<meta name="firstpublishedtime" content="2021-03-02-10:00:00">',
        '<meta property="article:published_time" content="2021-03-02T10:00:00+08:00">',
        '<meta itemprop="datePublished" content="2021-03-02">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-02"}</script>',
        '<script>var publish_time = "2021-03-02" || "";</script>',
        '<script>var ct = "1614650000";</script>',
        "<script>window.createTime = 1614650000000;</script>",
        "<script>var pubdata='2021年03月02日';</script>",
    ],
)
def test_a_day_in_tags_and_scripts_is_read_when_none_is_printed(tags: str) -> None:
    assert page(tags=tags).facts.published == DAY


@pytest.mark.parametrize(
    "address",
    [
        "/2021/0302/25080.html", "/2021_03/03_02/1.html", "/zw/202103/t20210302_123.html", "/art/2021/3/2/art_1.html",
        "/n1/2021/0302/c123.html", "/html/2021-03/02/content_1.htm", "/a/20210302/1.html",
    ],
)  # fmt: skip
def test_a_day_in_the_address_or_in_a_mirrors_path_is_read_when_none_is_printed(address: str) -> None:
    for around in (Around(url=f"http://www.yunting.example{address}"), Around(place=f"yunting{address}")):
        found = page(around=around)
        assert found.facts.published == DAY
        assert ("published", "address") in [(ground.fact, ground.where) for ground in found.grounds]


@pytest.mark.parametrize("name", ["2021-03-02 沿河步道检查.html", "沿河步道检查_20210302.html", "2021年3月2日.htm"])
def test_the_files_name_is_the_last_evidence_and_unsure(name: str) -> None:
    found = page(around=Around(place=name))
    assert found.facts.published == DAY
    assert ("published", "name", False) in [(one.fact, one.where, one.sure) for one in found.grounds]
    assert page("<p>2021-03-05</p>", around=Around(place=name)).facts.published == date(2021, 3, 5)


def test_the_day_under_a_signature_dates_a_page_before_its_files_name_does() -> None:
    signed = TEXT + "<p>云汀区民政局</p><p>2021年3月2日</p>"
    facts = page(text=signed, around=Around(place="2021-03-09-通知.html")).facts
    assert (facts.published, facts.written) == (None, date(2021, 3, 2))


@pytest.mark.parametrize("name", ["t20210309_21916656.html", "content_20210309_12.html", "20210309_123.htm"])
def test_a_name_that_a_publishing_system_gave_is_as_good_as_an_address(name: str) -> None:
    signed = TEXT + "<p>云汀区民政局</p><p>2021年3月2日</p>"
    found = page(text=signed, around=Around(place=name))
    assert (found.facts.published, found.facts.written) == (date(2021, 3, 9), date(2021, 3, 2))
    assert ("published", "address") in [(one.fact, one.where) for one in found.grounds]


@pytest.mark.parametrize(
    "name", ["20210309.html", "通知20210309_2.html", "20210309 会议_2.html", "scan-20210309_.html"]
)
def test_a_name_that_a_person_gave_does_not_date_a_signed_page(name: str) -> None:
    signed = TEXT + "<p>云汀区民政局</p><p>2021年3月2日</p>"
    assert page(text=signed, around=Around(place=name)).facts.published is None


@pytest.mark.parametrize(
    "head",
    [
        "<p>归档时间：2021-03-02</p>",
        "<p>主讲人：李律师</p><p>地点：镇文化站</p><p>时间：2021年6月10日</p>",
        "<p>时间：2021年6月10日下午3时</p>",
        "<dl><dt>启动时间</dt><dd>2024年5月9日</dd></dl>",
        "<table><tr><th>建置时间</th><td>2017年4月1日（设立）</td></tr><tr><th>面积</th><td>12</td></tr></table>",
        "<p>投标截止日期：2021-03-02 09:30</p>",
        "<p>（2007年6月29日云汀区人民代表大会常务委员会第二次会议通过）</p>",
        "<p>报名：2021年3月2日至2021年3月9日</p>",
        f"{TEXT}<p>云汀学校创建于1979年1月5日</p><p>一</p><p>二</p><p>三</p><p>四</p>",
        "<ul><li><a>一号通知的全文</a></li><li>2021-03-02</li><li><a>二号通知的全文</a></li><li>2021-03-01</li>"
        "<li><a>三号通知的全文</a></li><li>2021-02-28</li></ul>",
    ],
)
def test_a_day_of_something_else_is_not_that_of_publication(head: str) -> None:
    assert page(head).facts.published is None


@pytest.mark.parametrize(
    "foot",
    [
        "<div class='comment-list'><p>读者甲</p><p>发表于 2021-03-05 12:30</p><p>写得很好</p></div>",
        "<p>甲 2021-03-05 12:30</p><p>好</p><p>乙 2021-03-06 08:10</p><p>赞</p><p>丙 2021-03-07 09:00</p>",
        "<div id='related'><span>沿河步道又有新去处</span> <span>2021-03-09 10:00</span></div>",
    ],
)
def test_a_day_of_comments_and_of_other_articles_is_not_that_of_publication(foot: str) -> None:
    assert page(foot=foot).facts.published is None


@pytest.mark.parametrize(
    "script",
    [
        '<script>var list = [{"publishDate": "2021-03-02"}, {"publishDate": "2021-03-05"}];</script>',
        '<script>var user = {"createTime": 1614650000};</script>',
    ],
)
def test_days_of_other_things_in_a_script_are_not_that_of_publication(script: str) -> None:
    assert page(tags=script).facts.published is None


def test_the_day_of_the_visit_at_the_top_of_a_page_is_not_that_of_publication() -> None:
    markup = f"<html><body><div>今天是2024年1月1日 星期一</div><h1>沿河步道检查</h1>{TEXT}</body></html>"
    assert read(markup.encode(), "a.html")[0].facts.published is None


@pytest.mark.parametrize(
    "foot",
    ["<p>来信时间：2021-02-27</p><p>答复时间：2021-03-02</p>", "<div>回复日期：2021-03-02 来信日期：2021-02-27</div>"],
)
def test_a_letter_is_published_with_its_reply(foot: str) -> None:
    assert page(foot=foot).facts.published == DAY
    assert page(text=f"<p>来信时间：2021-02-27</p>{TEXT}<p>答复时间：2021-03-02</p>").facts.published == DAY


@pytest.mark.parametrize(
    "head",
    [
        "<div>《 云汀日报 》（ 2021年03月02日   03 版）</div>",
        "<div>云汀日报 2021年03月02日 星期二 第A3版</div>",
        "<p>《云汀日报》 2021-03-02 （第 03 版）</p>",
    ],
)
def test_the_day_of_a_newspaper_stands_beside_its_edition(head: str) -> None:
    assert page(head).facts.published == DAY


def test_a_printed_day_wins_over_a_tag_and_agreement_makes_it_sure() -> None:
    tag = '<meta name="PubDate" content="2021-03-09">'
    assert page("<p>发布时间：2021-03-02</p>", tags=tag).facts.published == DAY
    agreeing = page("<p>2021-03-02</p>", tags=tag.replace("09", "02"))
    assert ("published", "printed", True) in [(one.fact, one.where, one.sure) for one in agreeing.grounds]


def test_a_day_after_the_page_was_saved_is_told_and_not_stored() -> None:
    found = page("<p>发布时间：2031-03-02</p>", around=Around(retrieved="2021-05-01T08:00:00+00:00"))
    assert found.facts.published is None
    assert any("2031-03-02" in warning for warning in found.warnings)
    without_clock = page("<p>发布时间：2021-03-02</p>", around=Around(retrieved="1980-01-01T00:00:00+00:00"))
    assert without_clock.facts.published == DAY


def test_a_day_of_no_calendar_is_told() -> None:
    found = page("<p>发布时间：2021-13-32</p>")
    assert found.facts.published is None
    assert any("2021-13-32" in warning for warning in found.warnings)


def test_every_piece_of_evidence_has_a_weight() -> None:
    assert {row.name for row in EVIDENCE} == set(PUBLISHED.of)


@pytest.mark.parametrize(
    ("before", "held"),
    [
        ("发布时间：", 1), ("发 布 日 期 : ", 1), ("发表于 ", 1), ("【信息发布时间：", 1), ("时间：", 0.7),
        ("时 间：", 0.7), ("来源：某报时间：", 0.7), ("更新时间：", 0.5), ("归档时间：", -1), ("截止日期", -1),
        ("成文日期：", -1), ("开标：", -1), ("作者：", 0), ("来源：云汀日报 ", 0), ("", 0), ("答复时间：", 1),
        ("来信时间：", 0.5), ("本校创建于", 0), ("录入时间：", 1), ("本文发表于", 1),
    ],
)  # fmt: skip
def test_the_label_of_a_day_says_how_surely_it_is_that_of_publication(before: str, held: float) -> None:
    assert day_labels.publication(before) == held


@pytest.mark.parametrize(
    "line",
    ["启动时间：2021年5月20日", "报名截止日期：2021-05-20", "开标时间：2021年5月20日", "时间：2021年5月20日"],
)
def test_a_day_of_an_event_stays_in_the_text(line: str) -> None:
    found = page(text=f"<p>{line}</p><p>活动地点：凤凰坡</p>{TEXT}")
    assert (found.facts.published, found.body.split("\n")[0]) == (None, line)


@pytest.mark.parametrize("line", ["成文日期：2021年5月20日", "时间：2021年5月20日", "发布于：2021年5月20日"])
def test_a_day_of_the_page_does_not_stay_in_the_text(line: str) -> None:
    assert not page(text=f"<p>{line}</p>{TEXT}").body.startswith(line)


@pytest.mark.parametrize(
    "foot",
    [
        "<p>2021/03/02 14:22:03　更新　点击数：51</p><p>Copyright © 区文化馆</p><p>地址：东河路9号</p>",
        "<div>更新时间：2021-03-02　阅读：51</div><p>版权所有 区文化馆</p><div>联系地址：东河路9号</div>",
        "<div>[2021-03-02 10:11]　浏览 51 次</div><p>ICP备1号</p><div>地点：东河路9号　邮编：330100</div>",
    ],
)
def test_the_address_of_a_site_makes_no_event_of_the_day_above_it(foot: str) -> None:
    assert page(foot=foot).facts.published == DAY


@pytest.mark.parametrize("signs", ["[2021-03-02]", "【2021年03月02日】", "（2021-03-02）", "〔2021.03.02〕"])
def test_a_day_in_brackets_is_of_the_head(signs: str) -> None:
    found = page(f"<p>{signs}</p>")
    assert found.facts.published == DAY
    assert signs not in found.body
