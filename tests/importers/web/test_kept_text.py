"""Texts that look like links, like lists or like their site's own lines are kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.importers.web.test_html import draft
from xinhui_viewer.importers.furniture import is_furniture

PLAIN = (
    "为加强全区道路交通安全管理，保障群众出行安全，决定在云汀东路等路段实行限速管理，具体时段另行公布。",
    "各镇街要落实属地责任，做好宣传解释工作，发现问题及时上报，确保各项措施落到实处，取得实效。",
    "对推诿扯皮、造成不良影响的单位，将依照有关规定追究责任，并在全区范围内通报批评。",
)
VERSES = ("圆山顶上白云飞", "长湖岸边稻花香", "云汀河畔春潮涌", "山乡儿女奔前方", "千年古树今犹在")
NAMES = ("陈某　李某　王某　赵某　钱某", "孙某　周某　吴某")
LIST = "".join(
    f'<li><a href="/n{n}.html">云汀区召开第{n}次工作会议部署任务</a><span>07-{n + 10}</span></li>' for n in range(12)
)
LAWS = tuple(
    f'第{n}条　依照<a href="/a{n}.html">《云汀区道路交通安全条例》第二十一条</a>、'
    f'<a href="/b{n}.html">《云汀区机动车停放管理办法》第三条</a>，处二百元罚款。'
    for n in "一二三四五"
)


def body(folder: Path, paragraphs: Sequence[str], title: str = "关于道路限速的通知") -> str:
    """Return the text read from an old page without names, with a list of other pages behind its text."""
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return draft(
        folder,
        f"<title>{title}</title><body><div><div>{title}</div><div>2014年07月25日</div><div>{text}</div></div>"
        f"<div><h3>热点新闻</h3><ul>{LIST}</ul></div><p>版权所有：云汀区人民政府</p></body>",
    ).body


@pytest.mark.parametrize("text", [VERSES, NAMES], ids=["verses", "names"])
def test_short_lines_over_a_list_are_no_head_of_the_list(tmp_path: Path, text: tuple[str, ...]) -> None:
    read = body(tmp_path, text, title="山乡颂歌")
    assert [line for line in text if line not in read] == []


def test_sentences_around_links_to_laws_are_text(tmp_path: Path) -> None:
    read = body(tmp_path, LAWS)
    assert [n for n in "一二三四五" if f"第{n}条　依照《云汀区" not in read] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "责任编辑：指对稿件内容负责的人员，应当具备中级以上职称。",
        "来源：指稿件的提供者，应当在显著位置标明单位的全称。",
        "联系我们：群众可以拨打热线，也可以到窗口咨询。",
        "网站应当在页面底部标明“版权所有”字样，并注明编号。",
        "版权所有者应当依法行使权利，不得损害公共利益。",
    ],
)
@pytest.mark.parametrize("at", [1, 3])
def test_a_sentence_that_names_furniture_is_text(tmp_path: Path, sentence: str, at: int) -> None:
    assert sentence in body(tmp_path, (*PLAIN[:at], sentence, *PLAIN[at:]))


def test_a_label_with_its_value_is_furniture() -> None:
    assert [
        line for line in ("责任编辑：陈某。", "联系我们", "版权所有：云汀区政府，违者必究。") if not is_furniture(line)
    ] == []


def test_a_text_that_begins_with_a_link_is_a_bulletin(tmp_path: Path) -> None:
    link = '<a href="/law.html">《中华人民共和国道路交通安全法》</a>'
    text = "".join(f"<p>{one}</p>" for one in (link, *PLAIN))
    found = draft(
        tmp_path,
        f"<title>关于道路限速的通知</title><body><ul>{LIST}</ul><div><h1>关于道路限速的通知</h1>"
        f"<p>2014年07月25日</p><div>{text}</div></div></body>",
    )
    assert (found.passed_over, [line for line in PLAIN if line not in found.body]) == ("", [])


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_a_text_that_is_struck_out_as_a_whole_is_kept_beside_menus(tmp_path: Path, tag: str) -> None:
    struck = "".join(f"<p>{one}</p>" for one in PLAIN)
    found = draft(
        tmp_path,
        f"<title>关于道路限速的通知</title><body><ul>{LIST}{LIST}</ul><h1>关于道路限速的通知</h1>"
        f"<p>2014年07月25日</p><div><{tag}>{struck}</{tag}></div></body>",
    )
    assert [line for line in PLAIN if line not in found.body] == []
