from __future__ import annotations

from datetime import date

import pytest

from tests.importers.web.sites import NAMES, NOTE, article, drafted, lessons, listing, sentence
from xinhui_viewer.importers.taught import UNKNOWN, Listed
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.site.marks import addresses, mark, marks, resolved

SITE = [article(number) for number in range(12)]
OTHER = [article(number, site="海东信息港") for number in range(12)]
WEATHER = "<p>今天白天到夜里多云，最高气温{n}度，最低气温{m}度，偏北风三到四级，请注意添衣。</p>" * 2


def test_what_stands_around_the_text_on_other_pages_is_left_out_of_it() -> None:
    page = article(30)
    assert NOTE in drafted(page).body
    assert drafted(page, lessons(SITE)).body == "\n".join(drafted(page).body.split("\n")[:2])


def test_a_text_beside_the_place_of_others_is_kept() -> None:
    beside = "<div class='more'><p>会后，村里的三个小组分头查看了水渠，发现两处要修，当天就请人来修好了。</p></div>"
    assert "当天就请人来修好了。" in drafted(article(30, beside=beside), lessons(SITE)).body


@pytest.mark.parametrize(
    "last",
    ["<p>特此公告。</p>", "<p>云汀县人民政府办公室</p><p>2024年3月5日</p>", "<p>附件：名单</p>", "<p>联系人：李某</p>"],
)
def test_what_ends_the_text_of_every_page_stays(last: str) -> None:
    def page(number: int) -> str:
        return article(number, f"<p>各村：</p><p>{sentence(number)}</p><p>{sentence(number + 4000)}</p>{last}")

    body = drafted(page(30), lessons([page(number) for number in range(12)])).body
    assert body.startswith("各村：\n")
    assert body.endswith(last.rpartition("<p>")[2].removesuffix("</p>"))


def test_a_signature_outside_the_element_with_the_text_stays() -> None:
    def page(number: int) -> str:
        return article(number).replace('<p class="note">', "<div>云汀县水利局</div><div>2024年3月5日</div><p>")

    body = drafted(page(30), lessons([page(number) for number in range(12)])).body
    assert body.endswith("云汀县水利局\n2024年3月5日")


def test_pages_that_are_all_alike_lose_nothing() -> None:
    pages = [article(number, WEATHER.format(n=number, m=number - 9)) for number in range(12)]
    assert drafted(pages[0], lessons(pages)).body == drafted(pages[0]).body


def test_pages_that_are_all_different_teach_nothing() -> None:
    pages = [f"<html><body><p>{name * 3}山的{name}水流过{name}桥，{name * 9}。</p></body></html>" for name in NAMES]
    assert lessons(pages).sites == ()


def test_one_page_cannot_teach_the_others_furniture() -> None:
    victim = article(30)
    text = "".join(f"<div>{line}</div>" for line in drafted(victim).body.splitlines()[:2])
    hostile = article(31, beside=text * 20)
    assert drafted(victim, lessons([*SITE, hostile])).body == drafted(victim, lessons(SITE)).body


def test_pages_that_teach_the_text_of_another_as_furniture_leave_it_whole() -> None:
    victim = article(30)
    first, second = drafted(victim).body.splitlines()[:2]
    hostile = [article(40 + number, beside=f"<p>{first}</p><p>{second}</p>") for number in range(8)]
    assert drafted(victim, lessons([*SITE, *hostile])).body.startswith(f"{first}\n{second}")


def test_a_page_is_known_by_its_lines_to_be_of_a_site_and_to_none_by_few() -> None:
    taught = lessons([page for pair in zip(SITE, OTHER, strict=True) for page in pair])
    assert [sorted(site.names) for site in taught.sites] == [["云汀新闻网"], ["海东信息港"]]
    assert taught.site(_marks(article(30))).names == {"云汀新闻网"}
    assert taught.site(_marks(article(30, site="海东信息港"))).names == {"海东信息港"}
    assert taught.site(_marks(article(30, site="无名小站"))) is UNKNOWN
    assert taught.site(_marks("<html><body><p>一行</p></body></html>")) is UNKNOWN


def test_four_pages_of_a_site_teach_nothing() -> None:
    assert lessons(SITE[:4]).sites == ()
    assert len(lessons(SITE[:5]).sites) == 1


def test_the_lessons_of_the_same_pages_are_the_same() -> None:
    assert lessons([*SITE, *OTHER]) == lessons([*SITE, *OTHER])


def test_the_sites_name_beside_the_date_is_the_source() -> None:
    site = "云汀之窗"
    pages = [
        article(number, site=site, info=f"<b>{site}</b> <u>乡村振兴</u> <i>2024-03-0{number % 9 + 1}</i>")
        for number in range(12)
    ]
    assert drafted(pages[3]).facts.source == ""
    assert drafted(pages[3], lessons(pages)).facts.source == site


def test_sources_that_other_pages_name_are_known_without_their_label() -> None:
    papers = ["云汀日报", "汀江晚报", "青山时报"]

    def info(paper: str, day: int) -> str:
        return f"<b>{paper}</b> <u>乡村振兴</u> <i>2024-03-0{day}</i>"

    labelled = [
        article(number, info=f"来源：{papers[number % 3]} 时间：2024-03-0{number + 1}", site="汀江网")
        for number in range(6)
    ]
    bare = [article(number + 50, info=info(papers[number % 3], number + 1)) for number in range(8)]
    page = article(70, info=info("白水故事", 9))
    assert drafted(page, lessons(bare)).facts.source == ""
    assert drafted(page, lessons([*labelled, *bare])).facts.source == "白水故事"


def test_a_button_beside_the_date_is_no_source() -> None:
    def page(number: int) -> str:
        return article(number, info=f"<span>2024-03-0{number % 9 + 1}</span> <span>打印本页</span>")

    assert drafted(page(30), lessons([page(number) for number in range(12)])).facts.source == ""


def test_the_entry_of_a_list_is_found_by_the_address_or_the_path_of_its_page() -> None:
    row = '<li><a href="../2024/{n}.html" title="关于{name}村第{n}次会议的通知">关于{name}村…</a> 2024-03-0{n}</li>'
    rows = "".join(row.format(n=number, name=name) for number, name in enumerate(NAMES[1:9], 1))
    taught = lessons([*SITE, listing(f"<ul>{rows}</ul>")])
    (site,) = taught.sites
    found = [
        next(filter(None, map(site.listed.get, addresses(known))))
        for known in ("2024/3.html", "mirror/2024/3.html", "http://www.yunting.example/2024/3.html")
    ]
    assert found == 3 * [Listed("关于北村第3次会议的通知", date(2024, 3, 3), ("首页", "云汀新闻网要闻"))]


def test_a_page_without_a_day_has_that_of_the_list_that_links_to_it() -> None:
    rows = "".join(f'<li><a href="{n}.html">{NAMES[n]}村第{n}次会议召开</a> 2024-03-0{n}</li>' for n in range(1, 9))
    taught = lessons([*SITE, listing(f"<ul>{rows}</ul>")])
    page = article(7, info="<span>云汀新闻网</span>")
    assert drafted(page, taught, "n/77.html").facts.published is None
    assert drafted(page, taught, "n/7.html").facts.published == date(2024, 3, 7)


def test_the_title_of_an_entry_stands_above_its_link_to_the_whole_text() -> None:
    row = """<dl><dt><a href="{n}.html">{name}村第{n}次会议召开</a></dt><dd>会上说了很多。</dd>
<dd>2024-03-0{n} <a href="{n}.html">[查看全文]</a></dd></dl>"""
    rows = "".join(row.format(n=number, name=NAMES[number]) for number in range(1, 9))
    (site,) = lessons([*SITE, listing(rows)]).sites
    assert site.listed[next(addresses("n/3.html"))].title == "北村第3次会议召开"


def test_numbers_addresses_and_blanks_do_not_distinguish_lines() -> None:
    assert mark("浏览 123 次") == mark("浏览4次")
    assert mark("原文：https://a.example/1.html") == mark("原文：http://b.example/x/2.html")
    assert mark("云汀日报") != mark("汀江晚报")


@pytest.mark.parametrize(
    ("base", "link", "address"),
    [
        ("a/b/c.html", "../d.html", "a/d.html"),
        ("http://a.example/b/c.html", "/d.html#top", "http://a.example/d.html"),
        ("a/b.html", "javascript:void(0)", ""),
        ("a/b.html", "http://[", ""),
    ],
)
def test_a_link_is_resolved_against_the_address_or_the_path_of_its_page(base: str, link: str, address: str) -> None:
    assert resolved(base, link) == address


def _marks(page: str) -> list[int]:
    from selectolax.lexbor import LexborHTMLParser

    from xinhui_viewer.importers.member import ALONE
    from xinhui_viewer.importers.web.markup.lines import lines

    tree = LexborHTMLParser(page)
    return marks(Page(tree, lines(tree.body), page, ALONE).lines)
