from __future__ import annotations

from dataclasses import replace
from datetime import date

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.correcting import corrected, editable
from xinhui_viewer.importers.web import html
from xinhui_viewer.records import BODY, Draft, Ground

PAGE = """<h1>关于检查的通知</h1><p>来源：云汀日报　2023年6月5日</p><p>各镇街：自即日起开展检查。</p><h2>一、范围</h2>
<p>全区。范围很广。</p><p><img src="a.png"></p>
<table><tr><th>镇</th><th>数（件）</th></tr><tr><td>柳塘</td><td>12</td></tr></table><p>特此通知。</p>"""


def _read() -> Draft:
    (draft,) = html.read(PAGE.encode(), "page")
    return draft


def _kinds(draft: Draft) -> list[tuple[str, str]]:
    return [(block.kind, draft.body[block.start : block.end]) for block in draft.blocks]


def test_only_what_differs_is_marked_as_the_users() -> None:
    read = _read()
    facts = replace(read.facts, title=" 关于检查的 通知（更正） ", published=None)
    made = corrected(read, facts)
    assert made.facts == replace(read.facts, title="关于检查的 通知（更正）", published=None)
    users = {ground.fact for ground in made.grounds if ground.where == "user"}
    assert users == {"title", "published"}
    assert Ground("source", "printed", sure=True) in made.grounds
    assert (made.body, made.blocks) == (read.body, read.blocks)
    assert corrected(read, read.facts) == read


def test_unchanged_lines_of_an_edited_text_keep_their_marks_and_pictures_their_place() -> None:
    read = _read()
    text = editable(read).replace("全区。", "全县。") + "\n另行通知。"
    made = corrected(read, read.facts, text)
    assert _kinds(made) == [
        ("paragraph", "各镇街：自即日起开展检查。"),
        ("heading", "一、范围"),
        ("paragraph", "全县。范围很广。"),
        ("image", ""),
        ("table", "镇\t数（件）\n柳塘\t12"),
        ("paragraph", "特此通知。"),
        ("paragraph", "另行通知。"),
    ]
    assert made.blocks[4].rows == read.blocks[4].rows
    assert [section.heading for section in made.sections] == ["一、范围"]
    assert made.grounds[-1] == Ground(BODY, "user", sure=True)


def test_lines_with_tabs_that_the_user_writes_are_a_table() -> None:
    read = _read()
    made = corrected(read, read.facts, "前言。\n\n镇\t数（件）\n柳溪\t13\n完。")
    (table,) = (block for block in made.blocks if block.kind == "table")
    assert [[cell.text for cell in row] for row in table.rows] == [["镇", "数（件）"], ["柳溪", "13"]]
    assert sum(block.kind == "image" for block in made.blocks) == 1


def test_a_text_without_a_line_of_the_old_one_replaces_it_and_keeps_the_pictures() -> None:
    made = corrected(_read(), Facts("甲", date(2021, 3, 5)), "乙")
    assert _kinds(made) == [("paragraph", "乙"), ("image", "")]
