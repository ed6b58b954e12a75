from __future__ import annotations

from pathlib import Path

from tests.importers.pages import BODY, standard
from tests.importers.web.test_html import draft


def test_a_table_too_large_to_be_shown_is_kept_row_by_row(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>第{n}村</td><td>{n}</td><td></td></tr>" for n in range(8_000))
    body = draft(tmp_path, standard(body=f"<table>{rows}</table>")).body
    assert "第7999村\t7999" in body.split("\n")


def test_a_hundred_thousand_links_under_a_text_are_cut(tmp_path: Path) -> None:
    links = "".join(f'<p><a href="{n}.html">别的文章</a></p>' for n in range(100_000))
    body = draft(tmp_path, f"<h1>关于防汛的通知</h1><p>2021-03-02</p><div><p>{BODY}</p>{links}</div>").body
    assert BODY in body
    assert "别的文章" not in body
