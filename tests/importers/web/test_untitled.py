from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.web import html
from xinhui_viewer.records import Draft, Ground

LINES = ("云汀区住建局关于开展房屋检查的通知", "各镇街：", "现就有关事项通知如下。", "一、检查范围", "全区所有自建房。")


def _read(*lines: str, page: str = "{}", line: str = "<p class=MsoNormal>{}</p>") -> Draft:
    (draft,) = html.read(page.format("\n".join(map(line.format, lines))).encode(), "page")
    return draft


@pytest.mark.parametrize("line", ["<p class=MsoNormal>{}</p>", "<div>{}</div>", "{}<br>", "<p><span>{}</span></p>"])
def test_the_title_of_a_text_copied_from_a_document_is_its_first_line(line: str) -> None:
    draft = _read(*LINES, line=line)
    assert (draft.facts.title, draft.body.split("\n")[0]) == (LINES[0], LINES[1])
    assert Ground("title", "printed", sure=False) in draft.grounds


def test_the_line_of_source_and_date_under_it_is_read_too() -> None:
    draft = _read(LINES[0], "来源：云汀日报　2023年6月5日", *LINES[1:])
    assert (draft.facts.source, draft.facts.published) == ("云汀日报", date(2023, 6, 5))


@pytest.mark.parametrize("first", ["各镇街：", "一、检查范围", "各位好，明天上午开会。"])
def test_a_line_that_begins_a_text_is_no_title(first: str) -> None:
    draft = _read(first, *LINES[2:])
    assert (draft.facts.title, draft.body.split("\n")[0]) == ("", first)


def test_a_text_that_is_nothing_but_a_head_stays_a_text() -> None:
    assert _read("停水公告").body == "停水公告"
