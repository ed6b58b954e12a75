"""Heads of pages that are made to cost time."""

from __future__ import annotations

import pytest

from xinhui_viewer.importers.web.html import read

BLANKS = "\u3000" * 100_000
PAGES = {
    "a <title> of blanks": f"<title>公告{BLANKS}x</title><p>正文。</p>",
    "a heading of blanks": f"<title>公告</title><h1>公告{BLANKS}x</h1><p>2021-03-02</p><p>正文。</p>",
    "escaped tags": f"<title>公告</title><h1>{'&lt;a' * 50_000}</h1><p>正文。</p>",
    "labels without end": f"<title>公告</title><h1>公告</h1><p>{'索 引 号：' * 20_000}</p><p>正文。</p>",
    "years without end": f"<title>公告</title><h1>公告</h1><p>{'2021年 ' * 50_000}</p><p>正文。</p>",
    "days under days": f"<title>公告</title><h1>公告</h1>{'<p>2014年7月25日 云汀日报' * 4_000}<p>正文。</p>",
    "a title for every line": f"<title>{'公告' * 50_000}</title>{'<h1>公告公告公告</h1>' * 2_000}<p>正文。</p>",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_head_made_to_cost_time_is_read(page: str) -> None:
    assert read(page.encode(), "a.html")[0].facts.title.startswith("公告")
