from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from selectolax.lexbor import LexborHTMLParser

from tests.builders import archive, draft, saying
from xinhui_viewer.archive import read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.exporters.exporting import into_file, into_folder, texts
from xinhui_viewer.exporters.table import FORMATS, Format, data_format
from xinhui_viewer.job import Job
from xinhui_viewer.records import Attachment, Block, Bulletin, Cell, Draft, Ground, Section
from xinhui_viewer.summary.cite import reference

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63000100000500010d0a2db4"
    "0000000049454e44ae426082"
)
HEADS = (Cell("项目", head=True), Cell("数量", head=True))
HOSTILE = '=1+1 <script>alert("x")</script> & {\\bf} $%_^~# [a](b) `c` \u202eabc 𠮷👍'


def _drafts() -> tuple[Draft, ...]:
    body = "一、基本情况\n办结4.9万件。\n项目\t数量\n事件\t12\n图一"
    full = replace(
        draft(
            "关于网格的通知",
            *body.split("\n"),
            headings=["一、基本情况"],
            published=date(2021, 3, 2),
            source="云汀日报",
            issuer="云汀区人民政府",
            columns=("首页", "公告"),
            document_number="云府〔2021〕8号",
            url="https://www.example.cn/a?b=1&c={2}",
            grounds=(Ground("published", "address", sure=False), Ground("title", "printed", sure=True)),
        ),
        body=body,
        blocks=(
            Block("heading", 0, 6, level=2),
            Block("paragraph", 7, 15),
            Block(
                "table", 16, 27, rows=((Cell("项目", head=True), Cell("数量", head=True)), (Cell("事件"), Cell("12")))
            ),
            Block("image", 28, 30, image="a.png"),
        ),
        attachments=(Attachment("a.png", "image/png", "ab", PNG),),
    )
    return full, draft("", "无题的正文"), draft(HOSTILE, HOSTILE, "1. 甲\n- 乙\n# 丙\n> 丁", source="报\x01纸")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Archive]:
    with reading(archive(tmp_path / "a.xhdb", *_drafts())) as db:
        yield db


def _written(db: Archive, name: str) -> str:
    return b"".join(texts(db, (1, 2, 3), data_format(name), "三篇")).decode()


def _all(db: Archive) -> list[Bulletin]:
    return [read.bulletin(db, number) for number in (1, 2, 3)]


def test_references_follow_the_standard_and_leave_out_what_is_not_known(db: Archive) -> None:
    first, second, third = _all(db)
    assert reference(first) == (
        "云汀区人民政府. 关于网格的通知: 云府〔2021〕8号[EB/OL]. (2021-03-02)[2024-05-06]. https://www.example.cn/a?b=1&c={2}"
    )
    assert reference(second) == "(untitled)[Z]."
    assert (
        reference(saying(first, url="", document_number=""))
        == "云汀区人民政府. 关于网格的通知[N]. 云汀日报, 2021-03-02."
    )
    assert "\u202e" not in reference(third)


def test_json_holds_all_that_is_known_and_comes_back_the_same(db: Archive) -> None:
    values = json.loads(_written(db, "json"))
    for value, one in zip(values, _all(db), strict=True):
        assert value.pop("reference") == reference(one)
        assert value.pop("grounds") == {each.fact: {"where": each.where, "sure": each.sure} for each in one.grounds}
        known = {name: value for name, value in asdict(one).items() if name != "grounds"}
        assert value == json.loads(json.dumps({**known.pop("facts"), **known}, default=str))


def test_csv_comes_back_cell_by_cell_and_no_cell_is_a_formula(db: Archive) -> None:
    rows = list(csv.DictReader(io.StringIO(_written(db, "csv").removeprefix("\ufeff"), newline="")))
    for row, one in zip(rows, _all(db), strict=True):
        assert row["body"].removeprefix("'") == one.body
        assert row["title"].removeprefix("'") == one.facts.title
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert rows[2]["title"].startswith("'=")


def test_plain_text_holds_the_texts_as_they_stand(db: Archive) -> None:
    parts = _written(db, "text").split("\f\n")
    assert all(one.body in part for one, part in zip(_all(db), parts, strict=True))


def test_html_shows_the_texts_and_needs_nothing_from_elsewhere(db: Archive) -> None:
    page = LexborHTMLParser(_written(db, "html"))
    first, _, third = page.css("article")
    assert [node.text() for node in first.css("h1, h2, p, th, td, figcaption")] == [
        "关于网格的通知", "一、基本情况", "办结4.9万件。", "项目", "数量", "事件", "12", "图一",
    ]  # fmt: skip
    assert page.css_first("script") is None
    assert [node.text() for node in third.css("h1")] == [HOSTILE.replace("\u202e", "")]
    fetched = [node.attributes.get("src") for node in page.css("[src]")]
    assert all(source and source.startswith("data:image/png;base64,") for source in fetched)
    assert not page.css("link, iframe, object, embed")


def test_markdown_takes_nothing_of_a_text_for_markup(db: Archive) -> None:
    text = _written(db, "markdown")
    assert text.startswith("# 关于网格的通知\n")
    assert "## 一、基本情况" in text
    assert "| 项目 | 数量 |\n| --- | --- |\n| 事件 | 12 |" in text
    assert "\\<script\\>" in text
    assert all(f"\n{line}\n" in text for line in ("1\\. 甲", "\\- 乙", "\\# 丙", "\\> 丁"))


def test_cells_of_a_table_keep_their_fields_whatever_they_claim_to_span(tmp_path: Path) -> None:
    rows = (
        (Cell("镇"), Cell("类"), Cell("数")),
        (Cell("甲", rows=65534), Cell("乙"), Cell("8")),
        (Cell("丙"), Cell("7", fields=900)),
    )
    body = "\n".join("\t".join(cell.text for cell in row) for row in rows)
    one = replace(draft(), body=body, blocks=(Block("table", 0, len(body), rows=rows),))
    with reading(archive(tmp_path / "t.xhdb", one)) as db:
        markdown, html = (b"".join(texts(db, (1,), data_format(name), "")).decode() for name in ("markdown", "html"))
    assert "| 甲 | 乙 | 8 |\n|  | 丙 | 7 |\n" in markdown
    assert '<td rowspan="2">甲</td><td>乙</td><td>8</td></tr>\n<tr><td>丙</td><td>7</td>' in html


def test_a_run_in_heading_is_bold_in_its_paragraph_and_bold_ends_before_its_full_stop(tmp_path: Path) -> None:
    body = "抓落实\n一是*守*安全。隐患逐一挂账。\n一、下一步"
    sections = (
        Section(1, "抓落实", 0, 3, 22),
        Section(2, "一是*守*安全", 4, 12, 22, "一是"),
        Section(1, "一、下一步", 20, 25, 25),
    )
    one = replace(draft(), body=body, blocks=(), sections=sections)
    with reading(archive(tmp_path / "t.xhdb", one)) as db:
        markdown, html = (b"".join(texts(db, (1,), data_format(name), "")).decode() for name in ("markdown", "html"))
    assert "\n\n## 抓落实\n\n**一是\\*守\\*安全**。隐患逐一挂账。\n\n## 一、下一步\n" in markdown
    assert "<h2>抓落实</h2>\n<p><b>一是*守*安全。</b>隐患逐一挂账。</p>\n<h2>一、下一步</h2>" in html


def test_ris_is_read_back_by_a_reference_manager(db: Archive) -> None:
    first, second, third = rispy.loads(_written(db, "ris"))
    assert (first["type_of_reference"], first["title"], first["year"]) == ("ELEC", "关于网格的通知", "2021")
    assert first["urls"] == ["https://www.example.cn/a?b=1&c={2}"]
    assert (second["type_of_reference"], "title" in second) == ("GEN", False)
    assert "<script>" in third["title"]


def test_bibtex_is_read_back(db: Archive) -> None:
    library = parse_string(_written(db, "bibtex"))
    assert not library.failed_blocks
    first, second, third = library.entries
    assert (first.key, first["year"], first["urldate"]) == ("bulletin1-2021", "2021", "2024-05-06")
    assert first["title"] == "{关于网格的通知}"
    assert "title" not in second
    assert "\\textbackslash{}\\{" not in first["title"]
    assert "\\{" in third["title"]


def test_csl_json_is_cited_by_a_citation_processor(db: Archive, tmp_path: Path) -> None:
    style = tmp_path / "s.csl"
    style.write_text(
        """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>s</title><id>s</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"/><text variable="title" prefix=". "/>
<date variable="issued" prefix=" "><date-part name="year"/></date>
<text variable="URL" prefix=" "/></layout></bibliography>
</style>""",
        "utf-8",
    )
    values = json.loads(_written(db, "csl"))
    source = CiteProcJSON(values)
    bibliography = CitationStylesBibliography(CitationStylesStyle(str(style), validate=False), source, formatter.plain)
    for value in values:
        bibliography.register(Citation([CitationItem(value["id"])]))
    first = str(bibliography.bibliography()[0])
    assert first == "云汀区人民政府. 关于网格的通知 2021 https://www.example.cn/a?b=1&c={2}"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda one: one.name)
def test_each_bulletin_gets_a_file_of_its_own_and_none_is_replaced(db: Archive, tmp_path: Path, kind: Format) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    first = into_folder(db, (1, 2, 3), kind, folder)
    second = into_folder(db, (1,), kind, folder)
    assert len({*first, *second}) == 4
    assert sorted(folder.iterdir()) == sorted((*first, *second))
    assert all(path.read_text("utf-8") for path in first)


def test_a_cancelled_export_leaves_nothing(db: Archive, tmp_path: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        into_file(db, (1, 2), data_format("json"), tmp_path / "x.json", "", job)
    assert not [path for path in tmp_path.iterdir() if path.name != "a.xhdb" and not path.name.startswith("a.xhdb")]
