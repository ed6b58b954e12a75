from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import archive
from xinhui_viewer.archive import files, read
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.run.pasted import LONGEST, Composed, Pasted, keep, read_pasted, typed, unwrapped

NAME, NOW = "粘贴于 2026-11-28 10:03", "2026-11-28T02:03:00+00:00"
ADDRESS = "https://www.example.cn/2023/notice.html"
PAGE = """<html><body>
<!--StartFragment--><h1>关于做好防汛工作的通知</h1><p>来源：云汀日报　2023年6月5日</p><p>各镇街：</p>
<p>一、加强值守。各单位要落实责任。</p><!--EndFragment--></body></html>""".encode()


def _described(page: bytes, source: str = ADDRESS) -> bytes:
    """HTML as Windows keeps it on its clipboard: a description with offsets in front."""
    lines = ("Version:0.9", "StartHTML:{0:010}", "EndHTML:{1:010}", "StartFragment:0", "EndFragment:0")
    head = "\r\n".join((*lines, f"SourceURL:{source}" if source else "", ""))
    start = len(head.format(0, 0))
    return head.format(start, start + len(page)).encode() + page


def test_html_of_windows_is_read_without_its_description_and_with_its_address() -> None:
    original, draft = read_pasted(Pasted(NAME, NOW, _described(PAGE), "关于做好防汛工作的通知"))
    assert (original.content, original.url, original.media_type) == (PAGE, ADDRESS, "text/html")
    assert (original.name, original.retrieved) == (NAME, NOW)
    assert draft.facts == Facts("关于做好防汛工作的通知", date(2023, 6, 5), source="云汀日报", url=ADDRESS)


@pytest.mark.parametrize("source", ["", "file:///c:/a.html", "about:blank"])
def test_only_a_web_address_is_the_source_of_a_paste(source: str) -> None:
    assert unwrapped(_described(PAGE, source)) == (PAGE, "")


@pytest.mark.parametrize("html", [PAGE, b"Version:0.9\r\nStartHTML:x\r\n", b"", b"<p>Version:0.9 StartHTML:0000000001"])
def test_html_without_a_whole_description_stays_as_it_is(html: bytes) -> None:
    assert unwrapped(html) == (html, "")


def test_a_fragment_as_x11_gives_it_is_read_in_utf_8_and_in_utf_16() -> None:
    fragment = (
        '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
        + PAGE.decode().split("-->")[1].split("<!--")[0]
    )
    for encoding in ("utf-8", "utf-16"):
        _, draft = read_pasted(Pasted(NAME, NOW, fragment.encode(encoding), "x"))
        assert (draft.facts.title, draft.facts.published) == ("关于做好防汛工作的通知", date(2023, 6, 5))


def test_where_html_has_no_text_the_text_that_came_with_it_is_the_original() -> None:
    links = b"<ul><li><a href='/a'>A</a></li><li><a href='/b'>B</a></li></ul>"
    original, draft = read_pasted(Pasted(NAME, NOW, links, "关于检查的通知\n自即日起开展检查。"))
    assert original.media_type == "text/plain"
    assert (draft.facts.title, draft.body) == ("关于检查的通知", "自即日起开展检查。")


def test_the_user_decides_what_is_a_bulletin() -> None:
    _, draft = read_pasted(Pasted(NAME, NOW, "<p>各村要在本月底前完成排查。</p>".encode(), "x"))
    assert (draft.body, draft.passed_over, draft.warnings) == ("各村要在本月底前完成排查。", "", ())


def test_the_moment_of_pasting_is_no_day_of_publication() -> None:
    for pasted in (
        Pasted(NAME, NOW, "<p>各村要完成排查。</p>".encode(), "x"),
        Pasted(NAME, NOW, text="# 甲\n\n## 乙\n\n丙。"),
    ):
        assert read_pasted(pasted)[1].facts.published is None


def test_nothing_and_too_much_are_told() -> None:
    with pytest.raises(UnreadableSource):
        read_pasted(Pasted(NAME, NOW, b"<p> </p>"))
    with pytest.raises(UnreadableSource):
        read_pasted(Pasted(NAME, NOW, b"Version:0.9\r\nStartHTML:900\r\nEndHTML:800\r\n"))
    with pytest.raises(UnreadableSource, match="more than 1,000,000 characters"):
        read_pasted(Pasted(NAME, NOW, text="字" * (LONGEST + 1)))


def test_a_correction_of_the_address_is_that_of_the_original_too(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    original, draft = read_pasted(Pasted(NAME, NOW, _described(PAGE), "x"))
    with writing(path) as db:
        keep(db, Composed(original, draft, replace(draft.facts, url="")))
    with reading(path) as db:
        bulletin = read.bulletin(db, 1)
        assert (bulletin.facts.url, bulletin.provenance.url) == ("", "")
        assert files.original(db, 1).content == PAGE


def test_the_same_bytes_take_a_later_correction_and_keep_the_earlier_ones(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    original, draft = read_pasted(Pasted(NAME, NOW, PAGE, "x"))
    with writing(path) as db:
        first = keep(db, Composed(original, draft, replace(draft.facts, source="改正的来源")))
        again = keep(db, Composed(original, draft, replace(draft.facts, title="改正的标题"), "改正的正文。"))
        assert (first.outcome, again.outcome, again.ids) == ("imported", "duplicate", (1,))
        assert again.notes == ("What you entered is in it now.",)
        assert keep(db, Composed(original, draft, draft.facts)).notes == ()
        bulletin = read.bulletin(db, 1)
    assert (bulletin.facts.title, bulletin.facts.source, bulletin.body) == ("改正的标题", "改正的来源", "改正的正文。")


def test_the_original_of_a_typed_bulletin_is_what_was_typed() -> None:
    facts = Facts("街道通告", date(2021, 3, 5), source="云汀街道", document_number="云街〔2021〕3号")
    composed = typed(facts, "一、停水。", NAME, NOW)
    said = "街道通告\n来源：云汀街道\n发布日期：2021-03-05\n文号：云街〔2021〕3号\n\n一、停水。"
    assert composed.original.content.decode() == said
    assert (composed.draft.facts, composed.draft.body) == (facts, "一、停水。")
    assert {ground.where for ground in composed.draft.grounds} == {"user"}
