"""Kinds of pages that stood out when whole mirrors were read by eye: what is text, and what its siblings have, too."""

from __future__ import annotations

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
