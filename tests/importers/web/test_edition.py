from __future__ import annotations

import pytest

from xinhui_viewer.importers.web.html import read
from xinhui_viewer.records import Draft

BODY = (
    "<p>本报讯 全镇防汛工作会议昨日召开，部署今年的防汛任务，要求各村落实值班制度。</p>"
    "<p>会议强调，要扎实推进各项工作，确保安全度汛。</p>"
)


def page(above: str = "", below: str = "", under: str = "", title: str = "防汛工作扎实推进-东河日报") -> Draft:
    body = f"{above}<h1>防汛工作扎实推进</h1>{below}{BODY}{under}"
    (draft,) = read(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), "a.html")
    return draft


@pytest.mark.parametrize(
    ("above", "below", "under", "edition"),
    [
        ("<div>第03版：要闻</div>", "<div>《 东河日报 》（ 2021年03月02日   03 版）</div>", "", "3"),
        ("<div>2021年3月2日 星期二</div><div>第A03版：要闻</div>", "", "", "A03"),
        ("", "<div>东河日报 2021-03-02 第12版</div>", "", "12"),
        ("", "<div>版次：04　2021-03-02</div>", "", "4"),
        ("", "<div>2021年03月02日 第二版 综合</div>", "", "2"),
        ("", "", "<p>《东河日报》（2021年3月2日 05版）</p>", "5"),
        ("<ul><li>第01版：头版</li><li>第02版：要闻</li></ul>", "<div>2021年3月2日 02版</div>", "", "2"),
    ],
)
def test_the_edition_is_read_from_an_imprint(above: str, below: str, under: str, edition: str) -> None:
    assert page(above, below, under).facts.edition == edition


@pytest.mark.parametrize(
    ("above", "below", "under"),
    [
        ("<div>第01版：头版</div><div>第02版：要闻</div><div>第03版：综合</div>", "", ""),
        ("", "<div>2021年版</div><div>共8版</div>", ""),
        ("", "", "<p>［4］王一：《防汛的启示》，《东河日报》2019年10月16日，第6版，并见《水利》第2版第八章各节。</p>"),
        ("", "<div>中文版</div><div>第2版本</div>", ""),
    ],
)
def test_other_numbers_are_no_edition(above: str, below: str, under: str) -> None:
    assert page(above, below, under).facts.edition == ""


def test_a_page_of_no_newspaper_has_none() -> None:
    assert page(below="<div>2021-03-02 第2版</div>", title="防汛工作扎实推进-东河镇人民政府").facts.edition == ""


def test_an_imprint_under_the_title_is_no_text_and_one_at_the_end_is() -> None:
    imprint = "《 东河日报 》（ 2021年03月02日 03 版）"
    assert page(below=f"<div>{imprint}</div>").body.startswith("本报讯")
    assert page(under=f"<p>{imprint}</p>").body.endswith(imprint)
