"""Texts of every file as its draft has them."""

from __future__ import annotations

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.records import Cell


def test_facts_with_spread_letters_are_closed_up() -> None:
    facts = Facts(
        title="关于召开会议的通　知", source="云 汀 日 报", columns=("首 页", "通知公告"), authors=("张 三", "李小四")
    )
    said = draft("html", facts, ()).facts
    assert (said.title, said.source) == ("关于召开会议的通知", "云汀日报")
    assert (said.columns, said.authors) == (("首页", "通知公告"), ("张三", "李小四"))


def test_headings_and_cells_with_spread_letters_are_closed_up_and_words_stay_apart() -> None:
    rows = ((Cell("单　位"), Cell("金额")), (Cell("合 计"), Cell("张 三　李四")))
    pieces = [
        Piece("heading", "第一章　总　则"),
        Piece("paragraph", "各镇人民政府　各直属单位："),
        Piece("table", "", rows=rows),
    ]
    body = draft("html", Facts(), pieces).body
    assert body.split("\n") == ["第一章　总则", "各镇人民政府　各直属单位：", "单位\t金额", "合计\t张三　李四"]


def test_every_block_with_spread_letters_is_where_it_says_in_the_body() -> None:
    found = draft("html", Facts(), [Piece("heading", "目　　录"), Piece("paragraph", "各镇要落实责任。")])
    assert [found.body[block.start : block.end] for block in found.blocks] == ["目录", "各镇要落实责任。"]
