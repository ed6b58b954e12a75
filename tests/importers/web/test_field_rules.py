"""The rules for facts on any text at all: their results stand in the text, and they never fail."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.importers.pages import standard
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import plain_text
from xinhui_viewer.importers.furniture import breadcrumb, meta_line
from xinhui_viewer.importers.web import html
from xinhui_viewer.importers.web.days.unprinted_days import in_address
from xinhui_viewer.records import Draft
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.fold import fold

_PARTS = st.sampled_from(
    """
    来源 信息来源 ： : 发布时间 2023 -07 -11 年 月 日 ２０２３ 二〇二三 13 99 00 0 1 / . 时 08:58:52 新华网
    云汀日报 作者 编辑 字体 大 中 小 打印 【 】 〔 〕 首页 > >> » 当前位置 您现在的位置 政务公开 正文 索 引 号 发文机关
    云府办 归档时间 \u200b \u202e 𠮷
    """.split()  # noqa: SIM905
) | st.sampled_from([" ", "\u3000", "更新时间", "日期"])
_LINES = st.lists(_PARTS | st.text(max_size=4), max_size=14).map("".join)
_TAGS = st.sampled_from(
    """
    <p> </p> <div> </div> <b> <h1> </h1> <table> <tr> <td> </td> <br> </a> <!-- --> <script> </script> <title> </title>
    </span> <noscript> <svg> &#0; &amp; < > </body>
    """.split()  # noqa: SIM905
) | st.sampled_from(
    ["<a href='x.doc'>", "<img src='a.png'>", "<meta name='PubDate' content='2023-07-11'>", "<p style='display:none'>"]
)


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d", fold(text)))


@given(_LINES)
def test_a_source_and_a_date_stand_in_their_line(line: str) -> None:
    found = meta_line(line)
    if found is not None:
        assert fold(found.source) in fold(line)
        if found.published is not None and re.search(r"\d{4}", fold(line)):
            assert str(found.published.year)[2:] in _digits(line)


@given(_LINES)
def test_the_steps_of_a_path_stand_in_their_line_in_order(line: str) -> None:
    at = 0
    for step in breadcrumb(line) or ():
        assert line.find(step, at) >= at
        at = line.find(step, at)


@given(_LINES)
def test_a_date_is_a_day_that_may_be_or_none(line: str) -> None:
    found = first_date(line)
    assert found is None or date(1000, 1, 1) <= found <= date(2999, 12, 31)
    assert not [*in_address(line)] or _digits(line)


@given(st.lists(_TAGS | _LINES, max_size=40).map("".join))
def test_any_markup_gives_a_sound_draft_or_a_sentence(page: str) -> None:
    require_sound(html.read, page.encode("utf-8", "surrogatepass"))


@given(st.integers(0, 5_000), st.integers(0, 400), st.lists(_TAGS | _LINES, max_size=6).map("".join))
def test_a_page_with_a_hole_and_a_patch_gives_a_sound_draft(at: int, length: int, patch: str) -> None:
    page = standard()
    require_sound(html.read, (page[:at] + patch + page[at + length :]).encode("utf-8", "surrogatepass"))


@given(st.lists(_LINES, max_size=20).map("\n".join))
def test_any_lines_give_a_sound_draft_or_a_sentence(text: str) -> None:
    require_sound(plain_text.read, text.encode("utf-8", "surrogatepass"))


def require_sound(read: Callable[[bytes, str], tuple[Draft, ...]], content: bytes) -> None:
    try:
        drafts = read(content, "file")
    except UnreadableSource as error:
        drafts, problem = (), error.problem
    else:
        problem = ""
    assert bool(drafts) or "file" in problem
    for draft in drafts:
        for block in draft.blocks:
            assert 0 <= block.start <= block.end <= len(draft.body)
        for section in draft.sections:
            line = draft.body[section.start : section.heading_end].strip().lstrip("#").strip()  # ## marks a heading
            assert line.startswith(section.heading[:1])
        for figure in draft.figures:
            assert draft.body[figure.start : figure.start + len(figure.text)] == figure.text
        draft.body.encode()
        assert "\0" not in draft.body + draft.facts.title
        assert "\n" not in draft.facts.title
