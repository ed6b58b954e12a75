"""The 政府信息公开 block of a page in its markups, above the title, under it, and beside other lines."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.web.html import read
from xinhui_viewer.records import Draft

TITLE = "<h1>关于印发防汛预案的通知</h1>"
FIRST = "为进一步做好防汛工作，镇政府于近日召开专题会议，部署各村值班制度。"
TEXT = f"<div><p>各村（居）委会：</p><p>{FIRST}</p><p>特此通知。</p></div>"
PAIRS = (
    ("索引号", "K1/2021-00012"), ("主题分类", "水利"), ("发文机关", "云汀镇人民政府"), ("成文日期", "2021-02-22"),
    ("发文字号", "云府〔2021〕3号"), ("发布日期", "2021-03-02"), ("有效性", "有效"),
    ("名　称", "关于印发防汛预案的通知"),
)  # fmt: skip
TABLE = "<table>" + "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in PAIRS) + "</table>"
WIDE = (
    "<table>" + "".join(
        f"<tr><td>{one}：</td><td>{first}</td><td>{two}：</td><td>{second}</td></tr>"
        for (one, first), (two, second) in zip(PAIRS[::2], PAIRS[1::2], strict=True)
    ) + "</table>"
)  # fmt: skip
ACROSS = (
    "<table><tr>" + "".join(f"<th>{name}</th>" for name, _ in PAIRS) + "</tr><tr>"
    + "".join(f"<td>{value}</td>" for _, value in PAIRS) + "</tr></table>"
)  # fmt: skip
LIST = "<ul>" + "".join(f"<li>{name}：{value}</li>" for name, value in PAIRS) + "</ul>"
SPREAD = "<ul>" + "".join(f"<li><b>{' '.join(name)}：</b>{value}</li>" for name, value in PAIRS) + "</ul>"
TERMS = "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in PAIRS) + "</dl>"
INLINE = "<p>" + "　".join(f"{name}：{value}" for name, value in PAIRS) + "</p>"


def page(markup: str) -> Draft:
    return read(
        f"<html><head><title>关于印发防汛预案的通知</title></head><body>{markup}</body></html>".encode(), "a.html"
    )[0]


@pytest.mark.parametrize("block", [TABLE, WIDE, ACROSS, LIST, SPREAD, TERMS, INLINE, INLINE * 2])
@pytest.mark.parametrize("under", [True, False], ids=["under the title", "over it"])
def test_a_block_gives_its_facts_and_is_no_text(block: str, *, under: bool) -> None:
    found = page(TITLE + block + TEXT if under else block + TITLE + TEXT)
    facts = found.facts
    assert (facts.document_number, facts.issuer) == ("云府〔2021〕3号", "云汀镇人民政府")
    assert (facts.written, facts.published) == (date(2021, 2, 22), date(2021, 3, 2))
    assert found.body.startswith("各村（居）委会：")
    assert "索引号" not in found.body


def test_a_block_follows_the_line_of_source_and_date() -> None:
    found = page(f"{TITLE}<div>发布时间：2021-03-03 来源：云汀镇党政办</div>{TABLE}{TEXT}")
    assert found.facts.issuer == "云汀镇人民政府"
    assert found.body.startswith("各村（居）委会：")


def test_a_table_of_a_text_is_no_block() -> None:
    table = "<table><tr><td>名称</td><td>数量</td></tr><tr><td>沙袋</td><td>五百</td></tr></table>"
    assert "沙袋" in page(f"{TITLE}<p>2021-03-02</p>{table}{TEXT}").body


def test_the_signer_is_the_issuer_of_a_page_without_a_block_and_its_day_is_the_written_one() -> None:
    found = page(f"{TITLE}{TEXT[:-6]}<p>云汀镇人民政府</p><p>2021年2月22日</p></div>")
    assert (found.facts.issuer, found.facts.written) == ("云汀镇人民政府", date(2021, 2, 22))
    assert found.facts.published is None
    grounds = {ground.fact: (ground.where, ground.sure) for ground in found.grounds}
    assert grounds["issuer"] == grounds["written"] == ("signature", True)
