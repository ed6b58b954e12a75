"""The column path of a page: the forms in which it is printed, and what is none."""

from __future__ import annotations

import pytest

from tests.importers.web.test_source import TITLE, page
from xinhui_viewer.importers.web.origin.columns import EVIDENCE
from xinhui_viewer.importers.web.weights import COLUMNS as WEIGHTS
from xinhui_viewer.records import Ground

HOME, NEWS, WORK = "<a href='/'>首页</a>", "<a href='/x'>新闻中心</a>", "<a href='/x/y'>工作动态</a>"
LI = f"<li>{HOME}</li><li>{NEWS}</li><li class='active'>工作动态</li>"
PATH = ("首页", "新闻中心", "工作动态")
PRINTED = [
    f"<div>您现在的位置：{HOME} &gt; {NEWS} &gt; {WORK} &gt; 正文</div>",
    f"<div><b>当前位置：</b>{HOME}<img src='arrow.gif'>{NEWS}<img src='arrow.gif'>{WORK}</div>",
    f"<div>{HOME}/ {NEWS} / {WORK} / 正文</div>",
    f"<div class='mbx'>{HOME}{NEWS}{WORK}<span>正文</span></div>",
    f"<div class='position'>{HOME} <i class='icon'></i> {NEWS} <i class='icon'></i> {WORK}</div>",
    f"<ol class='breadcrumb'>{LI}</ol>",
    f"<ol class='breadcrumb'><li class='breadcrumb-item'>{HOME}</li><li class='breadcrumb-item'>{NEWS}</li>"
    f"<li class='breadcrumb-item'>{WORK}</li><li class='breadcrumb-item active'>正文</li></ol>",
    f"<div class='bread'>首  页 / {NEWS} / {WORK} / 正 文</div>",
    f"<p>Location: {HOME} &gt; {NEWS} &gt; {WORK}</p>",
    f"<div class='crumbs'><span>您的当前位置：</span><ul>{LI}<li>内容</li></ul></div>",
    f"<div class='breadcrumb'><h2>您在这里</h2><div>{HOME} › {NEWS} › {WORK}</div></div>",
    f"<table><tr><td>{HOME}</td><td>&gt;<a href='/x'>新闻中心</a></td><td>&gt;{WORK}</td></tr></table>",
    f"<p>{HOME} &gt; {NEWS} &gt; {WORK} &gt; {TITLE[:8]}…</p>",
    "<p>首页&gt;新闻中心&gt;工作动态&gt;新闻详情</p>",
    f"<div class='crumbs'>{HOME} &gt; {NEWS} &gt; {WORK}<div class='print'>字号：默认 大 超大 | 打印 |</div></div>",
    f"<h3>位置：<a href='/'>首 页</a> &raquo; {NEWS} &raquo; {WORK}</h3>",
    f"<p>{HOME} &gt; <a href='/x'>新闻<b>中心</b></a> &gt; {WORK}</p>",
    f"<p>当前位置：{HOME} &gt; {NEWS} &gt; <a href='/x/y'>工作<br>动态</a></p>",
]
WITHOUT_HOME = [
    (
        "<div class='path'><h2><a href='/'>新闻中心</a></h2><div><a href='/x'>国内新闻</a>&gt;正文</div></div>",
        ("新闻中心", "国内新闻"),
    ),
    ("<p><a href='/'>资讯</a> &gt; <a href='/x'>社会</a> &gt; 正文</p>", ("资讯", "社会")),
    ("<p>当前栏目：<a href='/x'>通知公告</a></p>", ("通知公告",)),
    (
        "<p>[<a href='/'>云汀教育网</a>] &gt;&gt; <a href='/x'>管理规定</a> &gt;&gt; 正文</p>",
        ("云汀教育网", "管理规定"),
    ),
]
NONE = [
    "<div><a href='#'>设为首页</a> | <a href='#'>加入收藏</a></div>",
    f"<ul class='nav'><li>{HOME}</li><li>{NEWS}</li><li>{WORK}</li></ul>",
    f"<div>{HOME} {NEWS} {WORK} <a>公开</a> <a>服务</a></div>",
    f"<div>{HOME} | {NEWS} | {WORK} | <a>公开</a> | <a>服务</a></div>",
    f"<div class='location'>{HOME} {NEWS} {WORK} <a>公开</a> <a>服务</a> <a>互动</a></div>",
    "<div class='top'><a>登录</a> | <a>注册</a></div>",
    "<div class='lang'><a>EN</a> / <a>中文</a></div>",
    f"<div>{HOME} &gt; 正文</div>",
    "<div class='tags'>标签：<a>防汛</a> <a>值守</a></div>",
    "<p><a href='/more'>更多</a> &gt;&gt;</p>",
]


@pytest.mark.parametrize("above", PRINTED)
def test_a_path_is_read_in_any_form_and_is_sure(above: str) -> None:
    found = page("<p>2023-07-11</p>", above=above)
    assert (found.facts.columns, Ground("columns", "printed", sure=True) in found.grounds) == (PATH, True)


@pytest.mark.parametrize(("above", "path"), WITHOUT_HOME)
def test_a_path_need_not_begin_at_home(above: str, path: tuple[str, ...]) -> None:
    assert page("<p>2023-07-11</p>", above=above).facts.columns == path


@pytest.mark.parametrize("above", NONE)
def test_menus_tools_and_the_home_page_alone_are_no_path(above: str) -> None:
    assert page("<p>2023-07-11</p>", above=above).facts.columns == ()


def test_the_path_is_taken_and_the_tools_above_it_are_left() -> None:
    above = (
        f"<div><a>设为首页</a> | <a>加入收藏</a></div><div>{HOME} &gt;&gt; {NEWS} &gt;&gt; {WORK} &gt;&gt; 正文</div>"
    )
    assert page("<p>2023-07-11</p>", above=above).facts.columns == PATH


def test_a_column_that_begins_the_title_stays() -> None:
    above = f"<p>当前位置：{HOME} &gt; <a href='/x'>国际会计职业动态</a></p>"
    found = page("<p>2023-07-11</p>", above=above, title="国际会计职业动态（2023年第5期）")
    assert found.facts.columns == ("首页", "国际会计职业动态")


def test_the_tag_names_the_column_where_no_path_is_printed() -> None:
    found = page("<p>2023-07-11</p>", head='<meta name="ColumnName" content="工作动态">')
    assert (found.facts.columns, Ground("columns", "tag", sure=False) in found.grounds) == (("工作动态",), True)


def test_every_piece_of_evidence_for_a_path_has_a_weight() -> None:
    assert {row.name for row in EVIDENCE} == set(WEIGHTS.of)
