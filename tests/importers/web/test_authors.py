"""The authors of a page: where they stand; editors and photographers are none."""

from __future__ import annotations

import pytest

from tests.importers.pages import BODY
from tests.importers.web.test_source import page
from xinhui_viewer.importers.web import html
from xinhui_viewer.records import Ground


@pytest.mark.parametrize(
    "under",
    [
        "<p>来源：云汀日报 作者：张三 李四 编辑：王五</p>",
        "<p>2023-07-11</p><p>本报记者 张三 通讯员 李四</p>",
        "<p>2023-07-11</p><p>本报讯（记者张三 通讯员李四）全区昨日召开防汛工作会议，部署汛期各项工作。</p>",
        "<div><span>2023-07-11</span><span>撰稿：张三、李四</span><span>审核：王五</span></div>",
        "<p>来源：云汀日报记者 张三 通讯员 李四</p>",
    ],
)
def test_authors_are_read_under_the_title_and_at_the_beginning(under: str) -> None:
    found = page(under)
    assert found.facts.authors == ("张三", "李四")
    assert Ground("authors", "printed", sure=True) in found.grounds


@pytest.mark.parametrize(
    "last",
    [
        "<p>（记者 张三 李四）</p>",
        "<p>记者张三 通讯员李四 摄影报道</p>",
        "<p>文/张三、李四 图/王五</p>",
        "<p>防汛形势依然严峻，各镇不得松懈。（作者：张三、李四）</p>",
    ],
)
def test_authors_are_read_at_the_end_and_the_text_is_left(last: str) -> None:
    text = f"<html><body><h1>云汀区召开防汛工作会议</h1><p>2023-07-11</p><div><p>{BODY}</p>{last}</div></body></html>"
    found = html.read(text.encode(), "a.html")[0]
    assert found.facts.authors == ("张三", "李四")
    assert last[3:-4] in found.body


@pytest.mark.parametrize(
    "under",
    [
        "<p>责任编辑：张三 审核：李四</p>",
        "<p>作者：佚名 2023-07-11</p>",
        "<p>作者：老师 2023-07-11</p>",
        "<p>2023-07-11 作者：本网编辑</p>",
        "<p>作者：网络整理</p>",
        "<p>作者：查看更多</p>",
        "<p>作者：云汀日报</p>",
        "<p>记者从区防汛办获悉，全区已转移群众。</p>",
        "<p>2023-07-11</p><p>图为转移现场。记者 张三 摄</p>",
        "<p>记者：您好</p>",
    ],
)
def test_editors_photographers_bodies_and_placeholders_are_no_authors(under: str) -> None:
    assert page(under).facts.authors == ()


def test_the_tag_names_the_author_but_not_one_who_edited_the_page() -> None:
    head = '<meta name="author" content="张三">'
    assert page("<p>2023-07-11</p>", head=head).facts.authors == ("张三",)
    assert page("<p>2023-07-11</p>", head=head, below="<p>责任编辑：张三</p>").facts.authors == ()
    assert page("<p>2023-07-11</p>", head='<meta name="author" content="云汀区政府">').facts.authors == ()
